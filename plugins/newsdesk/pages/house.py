"""The pages without a day: those of the house, such as its mission, and the programmes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.life import is_readable
from newsdesk.pages.frame import frame_of_item
from newsdesk.schema.posts import Page, Programme


def house_pages(desk: Desk) -> Iterator[views.TextPage]:
    """Make every page without a day."""
    for item in desk.shelf.items:
        if isinstance(item.post, Page):
            yield text_page(desk, item, item.post)
        elif isinstance(item.post, Programme):
            yield programme_page(desk, item)


def text_page(desk: Desk, item: Item, post: Page) -> views.TextPage:
    """Make a page of the house, such as its mission."""
    years = post.timeline if is_readable(post) else ()
    timeline = tuple(desk.milestone(item, record) for record in years)
    return views.TextPage(**_standing_page(desk, item), template="text.html", timeline=timeline)


def programme_page(desk: Desk, item: Item) -> views.ProgrammePage:
    """Make the page of a part of the country programme, with its own posts."""
    posts = desk.shelf.posts_of_programme.get(item.post.id, ())
    return views.ProgrammePage(
        **_standing_page(desk, item),
        template="programme.html",
        timeline=(),
        posts=desk.teasers(posts),
    )


def _standing_page(desk: Desk, item: Item) -> dict[str, Any]:
    """Give what pages without a day have in common."""
    return {
        **frame_of_item(desk, item),
        "source": item.source.path,
        "summary": desk.summary(item),
        "body": Markup(desk.body(item).html),  # noqa: S704 - set from Markdown by the desk
        "contacts": desk.contacts(item.post.contacts),
        "letter": desk.letter(item),
        "mail_link": desk.mail_link(item),
        "changes": desk.changes(item),
        "withdrawn": desk.withdrawal(item),
        "mark": desk.mark(item),
    }
