"""Which old addresses a site answers for, and whether they can be answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from newsdesk.addresses import Addresses
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.problems import Problem, say
from newsdesk.redirects.moved import Moved, is_address
from newsdesk.settings import Settings


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address, and the path of what took its place.

    :param old: as it was typed into browsers, from the first slash on.
    :param new: likewise; None when nothing did.
    """

    old: str
    new: str | None


def redirects_of(items: Iterable[Item], moved: Moved, house: Settings) -> tuple[Redirect, ...]:
    """Collect all old addresses, in order.

    :param items: the public ones; an alias leads to its post in the first edition of its language.
    """
    found = dict(moved.addresses)
    for item in (item for item in items if item.post.aliases):
        edition = next(each for each in house.editions if language_of(each.key) == item.language)
        addresses = Addresses(house.site_url, house.base, edition.prefix)
        for alias in item.post.aliases:
            found[alias] = f"/{addresses.post(*item.place)}"
    return tuple(Redirect(old, new) for old, new in sorted(found.items()))


def check_redirects(
    items: Iterable[Item], moved: Moved, pages: Collection[str]
) -> Iterator[Problem]:
    """An old address must be one of this site, and no page may stand there now.

    :param pages: the addresses of all pages, such as `/en/archive/`.
    """
    for item in items:
        for index, alias in enumerate(item.post.aliases):
            place = ("aliases", index)
            yield from _check(alias, item.source.path, item.source.line_of(place), pages)
    for old, new in moved.addresses.items():
        if moved.source:
            line = moved.source.line_of((old,))
            yield from _check(old, moved.source.path, line, pages)
            if new is not None and new.endswith("/") and new not in pages:
                message = say("the link “{link}” leads nowhere", link=new)
                hint = say("type the address of a page of this site, or gone")
                yield Problem(moved.source.path, line, message, hint)


def _check(old: str, path: str, line: int, pages: Collection[str]) -> Iterator[Problem]:
    if not is_address(old):
        message = say("“{address}” is not an address of this site", address=old)
        hint = say("type one that begins with / and has neither // nor ..")
        yield Problem(path, line, message, hint)
    elif old in pages or f"{old}/" in pages or old.removesuffix("index.html") in pages:
        message = say("“{address}” is a page of this site, not an old address", address=old)
        yield Problem(path, line, message, say("take it out of aliases"))
