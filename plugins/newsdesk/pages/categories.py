"""The list of categories, and the posts of each."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages.frame import frame
from newsdesk.pages.leaves import Listing, by_year, leaf_pages


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
        categories=desk.standing_categories,
    )


def category_pages(desk: Desk, slug: str) -> Iterator[views.ListPage]:
    """Make every leaf of a category."""
    category = desk.category(slug)
    addresses = desk.addresses
    listing = Listing(
        place=lambda addresses, leaf: addresses.category(slug, leaf),
        heading=category.name,
        description=category.description,
        nothing=_nothing(desk, category),
        instead=category.instead,
        crumbs=(views.Link(desk.gettext("Categories"), addresses.link(addresses.categories)),),
        feeds=category.feeds,
        follow=desk.gettext("Follow this category:"),
        colour=category.colour,
        labelled=False,
    )
    return leaf_pages(desk, listing, by_year(desk.shelf.posts_of_category[slug]))


def _nothing(desk: Desk, category: views.Category) -> str:
    if category.ended:
        return desk.gettext("This category ended on %(day)s.") % {"day": category.ended.words}
    return desk.gettext("Nothing has been published in this category yet.")
