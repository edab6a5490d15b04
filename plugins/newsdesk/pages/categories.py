"""The list of categories, and the posts of each."""

from __future__ import annotations

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages.frame import frame
from newsdesk.pages.leaves import Listing


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


def category_list(desk: Desk, slug: str) -> Listing:
    """Describe the list of the posts of a category."""
    category = desk.category(slug)
    addresses = desk.addresses
    return Listing(
        posts=desk.shelf.posts_of_category[slug],
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


def _nothing(desk: Desk, category: views.Category) -> str:
    if category.ended:
        return desk.gettext("This category ended on %(day)s.") % {"day": category.ended.words}
    return desk.gettext("Nothing has been published in this category yet.")
