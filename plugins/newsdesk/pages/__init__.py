"""Every page that an edition has, as a view: nothing is decided later than here.

Each module makes one kind of page; `frame` gives what all pages have in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages.articles import article_pages
from newsdesk.pages.crossroads import language_page, not_found_page
from newsdesk.pages.home import home_page
from newsdesk.pages.house import house_pages
from newsdesk.pages.lists import archive_page, categories_page, category_pages
from newsdesk.pages.site import site_view

__all__ = ["edition_pages", "language_page", "not_found_page", "site_view"]


def edition_pages(desk: Desk) -> Iterator[views.Page]:
    """Give every page of an edition."""
    yield home_page(desk)
    yield categories_page(desk)
    yield archive_page(desk)
    for slug in desk.categories:
        yield from category_pages(desk, slug)
    yield from article_pages(desk)
    yield from house_pages(desk)
