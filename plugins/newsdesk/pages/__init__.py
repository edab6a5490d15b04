"""Every page that an edition has, as a view: nothing is decided later than here.

Each module makes one kind of page; `frame` gives what all pages have in common, and `leaves` turns
a long list into pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsdesk.desk import Desk
from newsdesk.pages.archive import archive_page, year_list
from newsdesk.pages.articles import article_pages
from newsdesk.pages.categories import categories_page, category_list
from newsdesk.pages.crossroads import language_page, not_found_page
from newsdesk.pages.home import home_page
from newsdesk.pages.house import house_pages
from newsdesk.pages.kinds import KINDS, kind_list
from newsdesk.pages.leaves import leaf_sheets
from newsdesk.pages.press import corrections_page, feeds_page, media_centre_page
from newsdesk.pages.search import search_page
from newsdesk.pages.site import site_view
from newsdesk.pages.topics import topic_list, topics_pages
from newsdesk.sheets import Sheet

__all__ = ["edition_sheets", "language_page", "not_found_page", "site_view"]


def edition_sheets(desk: Desk) -> Iterator[Sheet]:
    """Give every page of an edition, in sheets that are made apart from each other."""
    yield Sheet("home", lambda: [home_page(desk)])
    yield Sheet("categories", lambda: [categories_page(desk)])
    yield Sheet("search", lambda: [search_page(desk)])
    for slug in desk.vocabulary.categories:
        yield from leaf_sheets(desk, f"categories/{slug}", partial(category_list, desk, slug))
    for kind in KINDS:
        yield from leaf_sheets(desk, f"kinds/{kind}", partial(kind_list, desk, kind))
    yield Sheet("topics", partial(topics_pages, desk))
    for slug in desk.vocabulary.topics:
        yield from leaf_sheets(desk, f"topics/{slug}", partial(topic_list, desk, slug))
    yield Sheet("archive", lambda: [archive_page(desk)])
    for year in desk.shelf.posts_of_year:
        yield from leaf_sheets(desk, f"archive/{year}", partial(year_list, desk, year))
    yield Sheet("media centre", lambda: [media_centre_page(desk)])
    yield Sheet("feeds", lambda: [feeds_page(desk)])
    yield Sheet("corrections", lambda: [corrections_page(desk)])
    for item in desk.shelf.all_posts:
        yield Sheet(f"posts/{item.post.id}", partial(article_pages, desk, item.post.id))
    yield Sheet("house", partial(house_pages, desk))
