"""The way into everything that was ever published: the years, and the posts of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.frame import frame
from newsdesk.pages.leaves import Listing, Placed


def archive_page(desk: Desk) -> views.IndexPage:
    """Make the way into all posts: the years, and the newest posts."""
    addresses = desk.addresses
    return views.IndexPage(
        **frame(
            desk,
            lambda addresses: addresses.archive,
            desk.gettext("Archive"),
            desk.gettext("Everything that this site has published, by year."),
        ),
        template="index.html",
        entries=tuple(
            views.Entry(str(year), addresses.link(addresses.year(year)), count=len(posts))
            for year, posts in desk.shelf.posts_of_year.items()
        ),
        nothing=desk.gettext("Nothing has been published yet."),
        latest=desk.teasers(desk.shelf.posts[: desk.settings.page_length]),
    )


def year_list(desk: Desk, year: int) -> Listing:
    """Describe the list of the posts of a year, month by month."""
    addresses = desk.addresses
    heading = desk.gettext("Archive of %(year)s") % {"year": year}
    return Listing(
        posts=desk.shelf.posts_of_year[year],
        placed=partial(_by_month, desk),
        place=lambda addresses, leaf: addresses.year(year, leaf),
        heading=heading,
        description=desk.gettext("Everything published in %(year)s.") % {"year": year},
        nothing="",
        crumbs=(views.Link(desk.gettext("Archive"), addresses.link(addresses.archive)),),
        has_it=lambda edition: desk.has_year(edition, year),
    )


def _by_month(desk: Desk, posts: Sequence[Item]) -> list[Placed]:
    return [(desk.month(item), item) for item in posts]
