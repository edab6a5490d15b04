"""The parts of an index: the pages of an edition, and its posts year by year."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsdesk.search.records import Record


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the index, made and remembered on its own.

    :param year: the one whose posts it holds; None for the pages without a day.
    :param language: the language whose endings are told from the stems of words, such as `sr`.
    :param leads: the first part of an edition: the engine stands beside it.
    """

    year: int | None
    language: str
    leads: bool
    records: tuple[Record, ...]

    @property
    def seal(self) -> str:
        """A hash of all that the part is made from."""
        said = "\n".join((self.language, str(self.leads), *(each.seal for each in self.records)))
        return hashlib.sha256(said.encode()).hexdigest()


def parts(records: Iterable[Record], language: str) -> Iterator[Part]:
    """Share the records of an edition out: its pages first, then the years, newest first."""
    shares: dict[int | None, list[Record]] = defaultdict(list)
    for record in records:
        shares[record.year].append(record)
    years = sorted(shares, key=lambda year: (year is not None, -(year or 0)))
    for year in years:
        in_order = tuple(sorted(shares[year], key=_address))
        yield Part(year, language, year == years[0], in_order)


def _address(record: Record) -> str:
    return record.address
