"""Remembers values by name, in drawers: a few large pieces are taken out faster than many small."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from newsdesk.memory.digests import digest_of
from newsdesk.memory.program import digest_of_program
from newsdesk.memory.store import Store

Name = TypeVar("Name", str, bytes)
Value = TypeVar("Value")

# With so many, what one new post changes is a small part of all that is known of thousands.
DRAWERS = 64


@dataclass
class Notes(Generic[Name, Value]):
    """What one part of the program knows from earlier builds; another program knows nothing of it.

    :param name: by which later builds find all of it; it says what all of it is made of.
    :param drawers: into how many pieces it is divided.
    """

    store: Store
    name: bytes
    drawers: int = DRAWERS
    _open: dict[int, dict[Name, Value]] = field(default_factory=dict)

    def find(self, name: Name) -> Value | None:
        """Give what is known under a name; None when there is nothing."""
        return self._drawer(self._number(name)).get(name)

    def everything(self) -> Mapping[Name, Value]:
        """Give all that is known."""
        drawers = map(self._drawer, range(self.drawers))
        return {name: value for drawer in drawers for name, value in drawer.items()}

    def keep(self, values: Mapping[Name, Value]) -> None:
        """Keep values in the place of all that was known; what is as before is not written."""
        drawers: dict[int, dict[Name, Value]] = {number: {} for number in range(self.drawers)}
        for name, value in values.items():
            drawers[self._number(name)][name] = value
        for number, drawer in drawers.items():
            if drawer != self._drawer(number):
                self.store.keep(self._name_of(number), pickle.dumps(drawer, protocol=5))
        self._open = drawers

    def _drawer(self, number: int) -> dict[Name, Value]:
        if number not in self._open:
            kept = self.store.recall(self._name_of(number))
            self._open[number] = pickle.loads(kept) if kept else {}  # noqa: S301 - written above
        return self._open[number]

    def _number(self, name: Name) -> int:
        if isinstance(name, bytes):
            # A digest: any of its bytes is as good as a number drawn by lot.
            return name[-1] % self.drawers
        # A file's name may hold bytes that are no text.
        return zlib.crc32(name.encode(errors="surrogateescape")) % self.drawers

    def _name_of(self, number: int) -> bytes:
        return digest_of(b"notes", digest_of_program(), self.name, number.to_bytes(2))
