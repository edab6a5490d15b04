"""The page on which readers search an edition."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.frame import frame
from newsdesk.schema.posts import DatedPost
from newsdesk.script import PLAIN, alphabetical
from newsdesk.shelf import dated


def search_page(desk: Desk) -> views.SearchPage:
    """Make the page with the form; its script shows it, and what is found."""
    addresses, posts = desk.addresses, desk.shelf.posts
    return views.SearchPage(
        **frame(
            desk,
            lambda addresses: addresses.search,
            desk.gettext("Search"),
            desk.gettext("Everything that this site has published in this language."),
        ),
        template="search.html",
        parts=tuple(_parts(desk)) if desk.settings.search else (),
        letters=PLAIN,
        categories=tuple(filter(lambda category: category.count, desk.categories.values())),
        kinds=tuple(sorted({desk.kind(item) for item in posts}, key=alphabetical)),
        years=tuple(sorted({dated(item).date.at.year for item in posts}, reverse=True)),
        elsewhere=(
            views.Link(desk.gettext("Archive"), addresses.link(addresses.archive)),
            views.Link(desk.gettext("Categories"), addresses.link(addresses.categories)),
        ),
    )


def _parts(desk: Desk) -> Iterator[str]:
    """Give the folders of the index, as the index itself is parted."""
    found = [item for item in desk.shelf.items if _can_be_found(desk, item)]
    posts = [item.post for item in found if isinstance(item.post, DatedPost)]
    if len(posts) < len(found):
        yield desk.addresses.link(desk.addresses.search_part(None))
    for year in sorted({post.date.at.year for post in posts}, reverse=True):
        yield desk.addresses.link(desk.addresses.search_part(year))


def _can_be_found(desk: Desk, item: Item) -> bool:
    return item.post.status != "withdrawn" and not desk.mark(item)
