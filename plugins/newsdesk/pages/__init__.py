"""Every page that an edition has, as a view: nothing is decided later than here.

Each module makes one kind of page; `frame` gives what all pages have in common, and `leaves` turns
a long list into pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages.archive import archive_pages
from newsdesk.pages.articles import article_pages
from newsdesk.pages.categories import categories_page, category_pages
from newsdesk.pages.crossroads import language_page, not_found_page
from newsdesk.pages.home import home_page
from newsdesk.pages.house import house_pages
from newsdesk.pages.kinds import KINDS, kind_pages
from newsdesk.pages.press import corrections_page, feeds_page, media_centre_page
from newsdesk.pages.search import search_page
from newsdesk.pages.site import site_view
from newsdesk.pages.topics import topic_pages

__all__ = ["edition_pages", "language_page", "not_found_page", "site_view"]


def edition_pages(desk: Desk) -> Iterator[views.Page]:
    """Give every page of an edition."""
    yield home_page(desk)
    yield categories_page(desk)
    yield search_page(desk)
    for slug in desk.categories:
        yield from category_pages(desk, slug)
    for kind in KINDS:
        yield from kind_pages(desk, kind)
    yield from topic_pages(desk)
    yield from archive_pages(desk)
    yield media_centre_page(desk)
    yield feeds_page(desk)
    yield corrections_page(desk)
    yield from article_pages(desk)
    yield from house_pages(desk)
