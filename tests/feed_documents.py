"""Divides a feed into all its documents at once, as a press does one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsdesk.feeds import Entry, Feed, divided, document


def paged(
    feed: Feed, entries: Iterable[Entry], size: int, address_of_page: Callable[[int], str]
) -> tuple[Feed, ...]:
    """Give the document to subscribe to, then the archive, the oldest page first."""
    found = divided(entries, size)
    return tuple(
        document(feed, part, address_of_page, number, len(found.pages))
        for number, part in enumerate((found.newest, *found.pages))
    )
