"""The pages that list posts: categories, each category, the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from newsdesk import views
from newsdesk.addresses import Addresses
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.frame import frame, page_title


def categories_page(desk: Desk) -> views.CategoriesPage:
    """Make the list of all categories."""
    return views.CategoriesPage(
        **frame(
            desk,
            lambda addresses: addresses.categories,
            desk.gettext("Categories"),
            desk.gettext("Everything we write about, by subject."),
        ),
        template="categories.html",
        categories=tuple(desk.categories.values()),
    )


def category_pages(desk: Desk, slug: str) -> Iterator[views.CategoryPage]:
    """Make every leaf of a category; one without posts has one empty leaf."""
    posts = desk.shelf.posts_of_category[slug]
    length = desk.settings.page_length
    leaves = max(1, -(-len(posts) // length))
    for leaf in range(1, leaves + 1):
        yield _category_page(desk, slug, posts[(leaf - 1) * length : leaf * length], (leaf, leaves))


def _category_page(
    desk: Desk, slug: str, posts: tuple[Item, ...], leaf_of: tuple[int, int]
) -> views.CategoryPage:
    category = desk.categories[slug]
    leaf, leaves = leaf_of

    def link(number: int) -> str | None:
        inside = 1 <= number <= leaves
        return desk.addresses.link(desk.addresses.category(slug, number)) if inside else None

    def place(addresses: Addresses) -> str:
        # Another edition may have fewer leaves; its first one is always there.
        return addresses.category(slug, leaf if addresses == desk.addresses else 1)

    crumb = views.Link(desk.gettext("Categories"), desk.addresses.link(desk.addresses.categories))
    around = frame(desk, place, category.name, category.description, (crumb,))
    around["feeds"] = category.feeds
    if leaf > 1:
        heading = desk.gettext("%(category)s, page %(number)s") % {
            "category": category.name,
            "number": leaf,
        }
        around["title"] = page_title(desk, heading)
        # Other editions may part their posts otherwise: no leaf of theirs is this one translated.
        around["editions"] = tuple(replace(link, canonical=None) for link in around["editions"])
        around["for_everyone"] = None
    return views.CategoryPage(
        **around,
        template="category.html",
        category=category,
        posts=desk.teasers(posts),
        leaf=leaf,
        leaves=leaves,
        newer=link(leaf - 1),
        older=link(leaf + 1),
    )


def archive_page(desk: Desk) -> views.ArchivePage:
    """Make the list of all posts by year."""
    years = groupby(desk.teasers(desk.shelf.posts), key=lambda teaser: teaser.year)
    return views.ArchivePage(
        **frame(
            desk,
            lambda addresses: addresses.archive,
            desk.gettext("Archive"),
            desk.gettext("Everything that this site has published, by year."),
        ),
        template="archive.html",
        years=tuple((year, tuple(teasers)) for year, teasers in years),
    )
