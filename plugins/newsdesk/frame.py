"""What stands around every page: its title, the way back, the same page in other editions."""

from __future__ import annotations

from collections.abc import Callable

from newsdesk import views
from newsdesk.addresses import Addresses
from newsdesk.desk import Desk
from newsdesk.item import Item


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
