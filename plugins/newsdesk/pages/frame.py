"""What stands around every page: its title, the way back, the same page in other editions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from markupsafe import Markup

from newsdesk import views
from newsdesk.addresses import Addresses, file_of
from newsdesk.desk import Desk
from newsdesk.illustrations import image_of, image_of_the_house
from newsdesk.item import Item


class Frame(TypedDict):
    """What the views of all pages have in common, under the names that they give it."""

    path: str
    canonical: str | None
    title: str
    heading: Markup
    description: str
    editions: tuple[views.EditionLink, ...]
    for_everyone: str | None
    feeds: tuple[views.FeedLink, ...]
    breadcrumbs: tuple[views.Link, ...]
    image: views.SharedImage | None


def frame(
    desk: Desk,
    place: Callable[[Addresses], str],
    heading: str,
    description: str,
    crumbs: tuple[views.Link, ...] = (),
) -> Frame:
    """Give the frame of a page that every edition has.

    :param place: gives its path in an edition.
    :param crumbs: the way to it from the front page.
    """
    path, editions = place(desk.addresses), everywhere(desk, place)
    return {
        "path": file_of(path),
        "canonical": desk.addresses.absolute(path),
        "title": page_title(desk, heading),
        "heading": desk.line(heading),
        "description": description,
        "editions": editions,
        "for_everyone": everyone(editions),
        "feeds": desk.feeds_of_all,
        "breadcrumbs": (home_crumb(desk), *crumbs),
        "image": image_of_the_house(desk),
    }


def frame_of_item(desk: Desk, item: Item, crumbs: tuple[views.Link, ...] = ()) -> Frame:
    """Give the frame of a page that staff wrote.

    :param crumbs: the way to it from the front page.
    """
    editions = where_it_is(desk, item)
    return {
        "path": file_of(desk.path(item)),
        "canonical": desk.addresses.absolute(desk.path(item)),
        "title": page_title(desk, desk.title(item)),
        "heading": desk.headline(item),
        "description": desk.summary(item),
        "editions": editions,
        "for_everyone": everyone(editions),
        "feeds": desk.feeds_of_all,
        "breadcrumbs": (home_crumb(desk), *crumbs),
        "image": image_of(desk, item),
    }


def everywhere(desk: Desk, place: Callable[[Addresses], str]) -> tuple[views.EditionLink, ...]:
    """Give the edition switch of a page that every edition has."""
    return desk.edition_links(lambda edition: place(desk.addresses_of(edition)))


def where_it_is(desk: Desk, item: Item) -> tuple[views.EditionLink, ...]:
    """Give the edition switch of an item, which some editions may lack."""
    return desk.edition_links(lambda edition: desk.in_edition(item, edition))


def everyone(editions: tuple[views.EditionLink, ...]) -> str | None:
    """Give the address for readers whose language no edition speaks: the first that has one."""
    return next((link.canonical for link in editions if link.canonical), None)


def page_title(desk: Desk, heading: str) -> str:
    """Give the text of `<title>`."""
    return f"{heading} – {desk.site_name}"


def home_crumb(desk: Desk) -> views.Link:
    """Give the first step of the way back."""
    return views.Link(desk.gettext("Home"), desk.addresses.link(desk.addresses.home))
