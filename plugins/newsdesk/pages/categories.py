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
        categories=tuple(desk.categories.values()),
    )


def category_pages(desk: Desk, slug: str) -> Iterator[views.ListPage]:
    """Make every leaf of a category."""
    category = desk.categories[slug]
    addresses = desk.addresses
    listing = Listing(
        place=lambda addresses, leaf: addresses.category(slug, leaf),
        heading=category.name,
        description=category.description,
        nothing=desk.gettext("Nothing has been published in this category yet."),
        crumbs=(views.Link(desk.gettext("Categories"), addresses.link(addresses.categories)),),
        feeds=category.feeds,
        follow=desk.gettext("Follow this category:"),
        colour=category.colour,
        labelled=False,
    )
    return leaf_pages(desk, listing, by_year(desk.shelf.posts_of_category[slug]))
