"""What search knows of every page; of a page that has not changed, it is remembered."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable
from typing import TypeAlias

from newsdesk.memory import Store, digest_of, digest_of_program
from newsdesk.outputs import Output
from newsdesk.search.records import Record, records

DRAWERS = 64
# By the path of a page: the digest of all that it was made of, and its record, if it has one.
Drawer: TypeAlias = dict[str, tuple[bytes, Record | None]]


def records_of(pages: Iterable[Output], store: Store) -> dict[str, Record]:
    """Give the record of each page that can be found, by its path.

    :param store: remembers the records of pages as they were.
    """
    before: dict[int, Drawer] = {}
    found: dict[int, Drawer] = {}
    for page in pages:
        number = zlib.crc32(page.path.encode()) % DRAWERS
        if number not in before:
            before[number], found[number] = _opened(number, store), {}
        known = before[number].get(page.path)
        same = known and page.made_of and known[0] == page.made_of
        found[number][page.path] = known if known and same else (page.made_of, _record(page))
    for number, drawer in found.items():
        if drawer != before[number]:
            store.keep(_name(number), pickle.dumps(drawer, protocol=5))
    return {
        path: record for drawer in found.values() for path, (_, record) in drawer.items() if record
    }


def _record(page: Output) -> Record | None:
    return next(records([page.page]), None) if page.page else None


def _opened(number: int, store: Store) -> Drawer:
    kept = store.recall(_name(number))
    return pickle.loads(kept) if kept else {}  # noqa: S301 - written above


def _name(number: int) -> bytes:
    return digest_of(b"search", digest_of_program(), number.to_bytes(2))
