"""How a long list of posts becomes pages that one can turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from newsdesk import views
from newsdesk.addresses import FIRST_LEAF, Addresses
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.frame import Frame, everyone, frame, page_title
from newsdesk.settings import Edition
from newsdesk.shelf import dated

# A post, and the heading that it stands under.
Placed = tuple[str, Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of posts as its reader knows it, however many pages it fills.

    :param place: gives the path of a leaf in an edition.
    :param nothing: what is said when the list is empty.
    :param instead: the list that has taken the place of this one.
    :param crumbs: the way to it from the front page.
    :param feeds: its own ones; those of the whole edition when it has none.
    :param follow: what stands above its feeds at the head of the page.
    :param labelled: whether the main category of each post is named.
    :param has_it: tells whether an edition has this list; usually every one does.
    """

    place: Callable[[Addresses, int], str]
    heading: str
    description: str
    nothing: str
    instead: views.Link | None = None
    crumbs: tuple[views.Link, ...] = ()
    feeds: tuple[views.FeedLink, ...] = ()
    follow: str = ""
    colour: str | None = None
    labelled: bool = True
    has_it: Callable[[Edition], bool] = lambda _: True


def by_year(posts: Sequence[Item]) -> list[Placed]:
    """Put each post under its year."""
    return [(str(dated(item).date.at.year), item) for item in posts]


def leaf_pages(desk: Desk, listing: Listing, posts: Sequence[Placed]) -> Iterator[views.ListPage]:
    """Make every leaf of a list; one without posts has one empty leaf."""
    length = desk.settings.page_length
    leaves = leaves_of(desk, len(posts))
    for leaf in range(1, leaves + 1):
        part = posts[(leaf - 1) * length : leaf * length]
        yield views.ListPage(
            **_frame(desk, listing, leaf),
            template="list.html",
            sections=_sections(desk, part),
            leaf=leaf,
            leaves=leaves,
            newer=leaf_link(desk, listing, leaf - 1, leaves),
            older=leaf_link(desk, listing, leaf + 1, leaves),
            nothing=listing.nothing,
            instead=listing.instead,
            follow=listing.follow,
            colour=listing.colour,
            labelled=listing.labelled,
        )


def leaves_of(desk: Desk, posts: int) -> int:
    """Tell how many pages a list of so many posts fills."""
    return max(1, -(-posts // desk.settings.page_length))


def leaf_link(desk: Desk, listing: Listing, leaf: int, leaves: int) -> str | None:
    """Give the address of a leaf, or None where the list has no such leaf."""
    if not FIRST_LEAF <= leaf <= leaves:
        return None
    return desk.addresses.link(listing.place(desk.addresses, leaf))


def _sections(desk: Desk, part: Sequence[Placed]) -> tuple[views.Section, ...]:
    return tuple(
        views.Section(heading, desk.teasers(item for _, item in placed))
        for heading, placed in groupby(part, key=itemgetter(0))
    )


def _frame(desk: Desk, listing: Listing, leaf: int) -> Frame:
    def place(addresses: Addresses) -> str:
        # Another edition may have fewer leaves; its first one is always there.
        return listing.place(addresses, leaf if addresses == desk.addresses else FIRST_LEAF)

    around = frame(desk, place, listing.heading, listing.description, listing.crumbs)
    around["feeds"] = listing.feeds or around["feeds"]
    editions = desk.edition_links(
        lambda edition: place(desk.addresses_of(edition)) if listing.has_it(edition) else None
    )
    if leaf > FIRST_LEAF:
        words = {"list": listing.heading, "number": leaf}
        around["title"] = page_title(desk, desk.gettext("%(list)s, page %(number)s") % words)
        # Other editions may part their posts otherwise: no leaf of theirs is this one translated.
        editions = tuple(replace(link, canonical=None) for link in editions)
    around["editions"], around["for_everyone"] = editions, everyone(editions)
    return around
