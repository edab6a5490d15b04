"""Which entries a document of a feed holds, so that nobody who comes late misses one.

By RFC 5005: the document that people subscribe to has the newest entries and points to the archive;
the archive's pages are filled from the oldest entry on, and exist only once they are full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from newsdesk.feeds.feed import Entry, Feed, paragraph, shown


def paged(
    feed: Feed, entries: Iterable[Entry], size: int, address_of_page: Callable[[int], str]
) -> tuple[Feed, ...]:
    """Divide all entries of a feed into documents: the one to subscribe to, then the archive.

    The first has the last `size` entries. It also has whatever was withdrawn or changed in a major
    way since the oldest of them appeared, however old it is, for programs do not read a page of the
    archive twice. A full page keeps its entries as long as no entry is dated back before it; its
    only other change is the link to the page after it.

    :param entries: in any order.
    :param address_of_page: for the number of a page in the archive, 1 being the oldest.
    """
    if size < 1:
        raise ValueError(f"a feed of {size} entries shows nothing")
    by_age = sorted(entries, key=lambda entry: (entry.published, entry.id))
    pages = [by_age[start : start + size] for start in range(0, max(len(by_age) - size, 0), size)]
    addresses = [address_of_page(number) for number in range(1, len(pages) + 1)]
    newest = _document(feed, _newest(by_age, size), previous_archive=_at(addresses, -1))
    return newest, *(
        _document(
            replace(feed, address=addresses[index], current=feed.address, hub=""),
            page[::-1],
            previous_archive=_at(addresses, index - 1) if index else "",
            next_archive=_at(addresses, index + 1),
        )
        for index, page in enumerate(pages)
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


def _newest(by_age: Sequence[Entry], size: int) -> list[Entry]:
    """Choose for the document that people subscribe to, the last changed first."""
    older, last = by_age[:-size], by_age[-size:]
    changed = [entry for entry in older if _changed(entry) > last[0].published]
    return sorted([*changed, *last], key=lambda entry: (_changed(entry), entry.id), reverse=True)


def _document(
    feed: Feed, entries: Sequence[Entry], previous_archive: str, next_archive: str = ""
) -> Feed:
    return replace(
        feed,
        entries=tuple(entries),
        updated=max((_changed(entry) for entry in entries), default=feed.updated),
        previous_archive=previous_archive,
        next_archive=next_archive,
    )


def _changed(entry: Entry) -> datetime:
    return shown(entry).updated


def _at(addresses: Sequence[str], index: int) -> str:
    """Give the address at the index, or none beyond the last."""
    return addresses[index] if index < len(addresses) and addresses else ""
