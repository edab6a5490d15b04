"""What search knows of every page; of a page that has not changed, it is remembered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from newsdesk.memory import Notes, Store
from newsdesk.outputs import Output
from newsdesk.search.records import Record, records

# The digest of all that a page was made of, and its record, if it has one.
Known: TypeAlias = tuple[bytes, Record | None]


def records_of(pages: Iterable[Output], store: Store) -> dict[str, Record]:
    """Give the record of each page that can be found, by its path.

    :param store: remembers the records of pages as they were.
    """
    notes: Notes[str, Known] = Notes(store, b"search")
    found = {page.path: _known(page, notes.find(page.path)) for page in pages}
    notes.keep(found)
    return {path: record for path, (_, record) in found.items() if record}


def _known(page: Output, before: Known | None) -> Known:
    if before and page.made_of and before[0] == page.made_of:
        return before
    return page.made_of, next(records([page.page]), None) if page.page else None
