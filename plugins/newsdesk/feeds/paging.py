"""Which entries a document of a feed holds, so that nobody who comes late misses one.

By RFC 5005: the document that people subscribe to has the newest entries and points to the archive;
the archive's pages are filled from the oldest entry on, and exist only once they are full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from newsdesk.feeds.feed import Entry, Feed, paragraph


class Placed(Protocol):
    """What decides where an entry stands: its id, and when it appeared and last changed."""

    @property
    def id(self) -> str:
        """Its id, which decides between two of one moment."""

    @property
    def published(self) -> datetime:
        """When it appeared."""

    @property
    def changed(self) -> datetime:
        """When it last changed in a way that matters."""


EntryLike = TypeVar("EntryLike", bound=Placed)


@dataclass(frozen=True, slots=True)
class Division(Generic[EntryLike]):
    """Entries by the documents in which they stand.

    :param newest: of the document that people subscribe to.
    :param pages: of the archive, the oldest page first.
    """

    newest: tuple[EntryLike, ...]
    pages: tuple[tuple[EntryLike, ...], ...]


def divided(entries: Iterable[EntryLike], size: int) -> Division[EntryLike]:
    """Divide all entries of a feed among documents.

    The first has the last `size` entries. It also has whatever was withdrawn or changed in a major
    way since the oldest of them appeared, however old it is, for programs do not read a page of the
    archive twice. A full page keeps its entries as long as no entry is dated back before it; its
    only other change is the link to the page after it.

    :param entries: in any order.
    """
    if size < 1:
        raise ValueError(f"a feed of {size} entries shows nothing")
    by_age = sorted(entries, key=lambda entry: (entry.published, entry.id))
    starts = range(0, max(len(by_age) - size, 0), size)
    pages = tuple(tuple(by_age[start : start + size][::-1]) for start in starts)
    return Division(_newest(by_age, size), pages)


def _newest(by_age: Sequence[EntryLike], size: int) -> tuple[EntryLike, ...]:
    """Choose for the document that people subscribe to, the last changed first."""
    older, last = by_age[:-size], by_age[-size:]
    changed = [entry for entry in older if entry.changed > last[0].published]
    by_change = sorted([*changed, *last], key=lambda entry: (entry.changed, entry.id))
    return tuple(by_change[::-1])


def document(
    feed: Feed,
    entries: Sequence[Entry],
    address_of_page: Callable[[int], str],
    number: int,
    pages: int,
) -> Feed:
    """Give one document of a feed, linked to those beside it.

    :param feed: with the address of the document that people subscribe to.
    :param entries: that stand in it.
    :param address_of_page: for the number of a page in the archive, 1 being the oldest.
    :param number: of the page; 0 for the document that people subscribe to.
    :param pages: how many the archive has.
    """
    if number:
        feed = replace(feed, address=address_of_page(number), current=feed.address, hub="")
    before = number - 1 if number else pages
    after = number + 1 if 0 < number < pages else 0
    return replace(
        feed,
        entries=tuple(entries),
        updated=max((entry.changed for entry in entries), default=feed.updated),
        previous_archive=address_of_page(before) if before else "",
        next_archive=address_of_page(after) if after else "",
    )


def retired(feed: Feed, at: datetime, title: str, notice: str, address: str) -> Feed:
    """End a feed: its last entry says where to go from here.

    :param notice: in the language of the feed.
    :param address: of the page or feed that takes its place.
    """
    last = Entry(
        id=f"{feed.id}/retired",
        title=title,
        address=address,
        published=at,
        updated=at,
        language=feed.language,
        html=paragraph(notice),
        summary=notice,
    )
    return replace(feed, updated=at, entries=(last, *feed.entries), is_retired=True)
