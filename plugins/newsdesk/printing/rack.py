"""Where it is remembered how sheets came about, in a few large pieces: these are read fastest."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from newsdesk.memory import Store, digest_of

QUIRES = 64


class Entry(NamedTuple):
    """A file as it is remembered.

    :param made_of: the digest of all that a page was made of; empty for other files.
    :param digest: of the bytes.
    :param size: how many bytes there are.
    :param known: what the rest of the site knows of a page, packed; empty for other files.
    """

    path: str
    made_of: bytes
    digest: bytes
    size: int
    known: bytes


class Print(NamedTuple):
    """A sheet as it is remembered.

    :param asked: the questions that were asked for it, one in a line.
    :param answers: the digest of their answers, and of all else that it is made of.
    """

    asked: str
    answers: bytes
    entries: tuple[Entry, ...]


Quire: TypeAlias = dict[str, Print]


@dataclass
class Rack:
    """The prints of all sheets that are printed in one run.

    :param name: by which later builds find it.
    """

    store: Store
    name: bytes
    _quires: dict[int, Quire] = field(default_factory=dict)

    def find(self, sheet: str) -> Print | None:
        """Give the print of a sheet by the sheet's name; None when there is none."""
        return self._quire(_number(sheet)).get(sheet)

    def keep(self, prints: Mapping[str, Print]) -> None:
        """Keep the prints of a run in the place of those of the last one."""
        quires: dict[int, Quire] = {number: {} for number in range(QUIRES)}
        for sheet, made in prints.items():
            quires[_number(sheet)][sheet] = made
        for number, quire in quires.items():
            if quire != self._quire(number):
                self.store.keep(self._name_of(number), pickle.dumps(quire, protocol=5))
        self._quires = quires

    def _quire(self, number: int) -> Quire:
        if number not in self._quires:
            kept = self.store.recall(self._name_of(number))
            self._quires[number] = pickle.loads(kept) if kept else {}  # noqa: S301 - written above
        return self._quires[number]

    def _name_of(self, number: int) -> bytes:
        return digest_of(self.name, number.to_bytes(2))


def _number(sheet: str) -> int:
    return zlib.crc32(sheet.encode()) % QUIRES
