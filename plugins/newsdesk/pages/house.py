"""The pages without a day: those of the house, such as its mission, and the programmes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from markupsafe import Markup

from newsdesk import views
from newsdesk.addresses import FRONT_LEAF
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.life import is_readable
from newsdesk.pages.frame import frame, frame_of_item
from newsdesk.pages.leaves import Listing, leaf_pages, older_leaf, posts_of_leaf
from newsdesk.schema.posts import Page, Post, Programme
from newsdesk.script import alphabetical


def house_pages(desk: Desk) -> Iterator[views.Page]:
    """Make every page without a day, and the two lists of them."""
    yield about_page(desk)
    yield programmes_page(desk)
    for item in desk.shelf.items:
        if isinstance(item.post, Page):
            yield text_page(desk, item, item.post)
        elif isinstance(item.post, Programme):
            yield from programme_pages(desk, item)


def about_page(desk: Desk) -> views.IndexPage:
    """Make the list of the pages of the house."""
    return views.IndexPage(
        **frame(
            desk,
            lambda addresses: addresses.kind(Page.kind),
            desk.gettext("About us"),
            desk.gettext("Who we are, what we have done, and how this site works."),
        ),
        template="index.html",
        entries=_entries(desk, Page),
        nothing=desk.gettext("There are no pages yet."),
    )


def programmes_page(desk: Desk) -> views.IndexPage:
    """Make the list of the parts of the country programme."""
    return views.IndexPage(
        **frame(
            desk,
            lambda addresses: addresses.kind(Programme.kind),
            desk.gettext("Programmes"),
            desk.gettext("What UNICEF and its partners do in Serbia, part by part."),
        ),
        template="index.html",
        entries=programmes(desk),
        nothing=desk.gettext("There are no programmes yet."),
    )


def programmes(desk: Desk) -> tuple[views.Entry, ...]:
    """Give the parts of the country programme by name."""
    return _entries(desk, Programme)


def _entries(desk: Desk, kind: type[Post]) -> tuple[views.Entry, ...]:
    """Give the pages of a kind that stand, in the order of the alphabet."""
    standing = (
        item
        for item in desk.shelf.items
        if isinstance(item.post, kind) and item.post.status != "withdrawn"
    )
    entries = (
        views.Entry(desk.title(item), desk.addresses.link(desk.path(item)), desk.summary(item))
        for item in standing
    )
    return tuple(sorted(entries, key=lambda entry: alphabetical(entry.text)))


def text_page(desk: Desk, item: Item, post: Page) -> views.TextPage:
    """Make a page of the house, such as its mission."""
    years = post.timeline if is_readable(post) else ()
    timeline = tuple(desk.milestone(item, record) for record in years)
    crumb = _crumb(desk, desk.gettext("About us"), Page.kind)
    return views.TextPage(
        **_standing_page(desk, item, crumb), template="text.html", timeline=timeline
    )


def programme_pages(desk: Desk, item: Item) -> Iterator[views.Page]:
    """Make the page of a part of the country programme, and further leaves of its posts."""
    title, crumb = desk.title(item), _crumb(desk, desk.gettext("Programmes"), Programme.kind)
    listing = Listing(
        posts=desk.shelf.posts_of_programme.row(item.post.id),
        place=lambda addresses, leaf: addresses.post(*item.place, leaf),
        heading=title,
        description=desk.summary(item),
        nothing="",
        crumbs=(crumb, views.Link(title, desk.addresses.link(desk.path(item)))),
        feeds=desk.feed_links(f"programmes/{item.slug}", title),
        has_it=lambda edition: desk.in_edition(item, edition) is not None,
    )
    yield views.ProgrammePage(
        **{**_standing_page(desk, item, crumb), "feeds": listing.feeds},
        template="programme.html",
        timeline=(),
        posts=desk.teasers(posts_of_leaf(desk, listing.posts, FRONT_LEAF)),
        older=older_leaf(desk, listing, FRONT_LEAF),
    )
    yield from islice(leaf_pages(desk, listing), 1, None)


def _crumb(desk: Desk, text: str, kind: str) -> views.Link:
    return views.Link(text, desk.addresses.link(desk.addresses.kind(kind)))


def _standing_page(desk: Desk, item: Item, crumb: views.Link) -> dict[str, Any]:
    """Give what pages without a day have in common."""
    return {
        **frame_of_item(desk, item, (crumb,)),
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
