"""How a long list of posts becomes pages that one can turn, and that stay as they are.

Leaves are filled from the oldest post on, and numbered so. The front one has the newest posts until
there are enough of them for another leaf: it has at least as many as a leaf, and less than two. So
a new post changes the front leaf alone, and a link to leaf 7 leads to the same posts for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter

from newsdesk import views
from newsdesk.addresses import FRONT_LEAF, Addresses
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.frame import Frame, everyone, frame, page_title
from newsdesk.rows import Row
from newsdesk.settings import Edition
from newsdesk.sheets import Sheet
from newsdesk.shelf import dated

# A post, and the heading that it stands under.
Placed = tuple[str, Item]


def by_year(posts: Sequence[Item]) -> list[Placed]:
    """Put each post under its year."""
    return [(str(dated(item).date.at.year), item) for item in posts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of posts as its reader knows it, however many pages it fills.

    :param posts: all of them, the newest first.
    :param placed: puts the posts of a leaf under headings.
    :param place: gives the path of a leaf in an edition.
    :param nothing: what is said when the list is empty.
    :param instead: the list that has taken the place of this one.
    :param crumbs: the way to it from the front page.
    :param feeds: its own ones; those of the whole edition when it has none.
    :param follow: what stands above its feeds at the head of the page.
    :param labelled: whether the main category of each post is named.
    :param has_it: tells whether an edition has this list; usually every one does.
    """

    posts: Row
    placed: Callable[[Sequence[Item]], list[Placed]] = by_year
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


def leaf_sheets(desk: Desk, name: str, listing: Callable[[], Listing]) -> Iterator[Sheet]:
    """Give every leaf of a list, each as a sheet of its own.

    :param name: of the list.
    :param listing: gives the list; it is asked for anew by each leaf that is made.
    """
    for leaf in range(leaves_of(desk, listing().posts) + 1):
        yield Sheet(f"{name}/{leaf}", partial(_made, desk, listing, leaf))


def _made(desk: Desk, listing: Callable[[], Listing], leaf: int) -> Iterator[views.ListPage]:
    yield leaf_page(desk, listing(), leaf)


def leaf_pages(desk: Desk, listing: Listing) -> Iterator[views.ListPage]:
    """Make every leaf of a list, the front one first."""
    return (leaf_page(desk, listing, leaf) for leaf in range(leaves_of(desk, listing.posts) + 1))


def leaf_page(desk: Desk, listing: Listing, leaf: int) -> views.ListPage:
    """Make one leaf of a list.

    :param leaf: counted from the oldest one, which is 1; 0 is the front one.
    """
    return views.ListPage(
        **_frame(desk, listing, leaf),
        template="list.html",
        sections=_sections(desk, listing.placed(posts_of_leaf(desk, listing.posts, leaf))),
        leaf=leaf,
        newer=newer_leaf(desk, listing, leaf),
        older=older_leaf(desk, listing, leaf),
        nothing=listing.nothing,
        instead=listing.instead,
        follow=listing.follow,
        colour=listing.colour,
        labelled=listing.labelled,
    )


def leaves_of(desk: Desk, posts: Sequence[Item]) -> int:
    """Tell how many leaves a list has beside its front one."""
    return max(0, len(posts) // desk.settings.page_length - 1)


def posts_of_leaf(desk: Desk, posts: Row, leaf: int) -> tuple[Item, ...]:
    """Give the posts of a leaf, the newest first; they are counted from the oldest one."""
    length = desk.settings.page_length
    if leaf == FRONT_LEAF:
        return posts[: len(posts) - leaves_of(desk, posts) * length]
    return posts[-leaf * length : (1 - leaf) * length or None]


def newer_leaf(desk: Desk, listing: Listing, leaf: int) -> str | None:
    """Give the address of the next newer leaf; the front one has none."""
    if leaf == FRONT_LEAF:
        return None
    follows = listing.posts.reaches((leaf + 2) * desk.settings.page_length)
    return desk.addresses.link(listing.place(desk.addresses, leaf + 1 if follows else FRONT_LEAF))


def older_leaf(desk: Desk, listing: Listing, leaf: int) -> str | None:
    """Give the address of the next older leaf; the oldest one has none."""
    older = leaves_of(desk, listing.posts) if leaf == FRONT_LEAF else leaf - 1
    return desk.addresses.link(listing.place(desk.addresses, older)) if older else None


def _sections(desk: Desk, part: Sequence[Placed]) -> tuple[views.Section, ...]:
    return tuple(
        views.Section(heading, desk.teasers(item for _, item in placed))
        for heading, placed in groupby(part, key=itemgetter(0))
    )


def _frame(desk: Desk, listing: Listing, leaf: int) -> Frame:
    def place(addresses: Addresses) -> str:
        # Another edition may have fewer leaves; its front one is always there.
        return listing.place(addresses, leaf if addresses == desk.addresses else FRONT_LEAF)

    around = frame(desk, place, listing.heading, listing.description, listing.crumbs)
    around["feeds"] = listing.feeds or around["feeds"]
    editions = desk.edition_links(
        lambda edition: place(desk.addresses_of(edition)) if listing.has_it(edition) else None
    )
    if leaf != FRONT_LEAF:
        words = {"list": listing.heading, "number": leaf}
        around["title"] = page_title(desk, desk.gettext("%(list)s, page %(number)s") % words)
        # Other editions may part their posts otherwise: no leaf of theirs is this one translated.
        editions = tuple(replace(link, canonical=None) for link in editions)
    around["editions"], around["for_everyone"] = editions, everyone(editions)
    return around
