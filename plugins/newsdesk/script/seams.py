"""Words in which nj, lj or dž are two letters: in-jekcija, nad-živeti, not njiva or džep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SEAM = "|"
STAR = "*"
PAIRS = ("nj", "lj", "dž")


@dataclass(frozen=True, slots=True)
class Seams:
    """The words' beginnings, and where in them the two letters part.

    :param at_start: joined beginnings that count at the start of a word, with their cuts.
    :param anywhere: joined parts that count wherever they stand in a word, with their cuts.
    """

    at_start: tuple[tuple[str, int], ...]
    anywhere: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, entries: Iterable[str]) -> Seams:
        """Read entries such as `in|jekc*` or, for any place in a word, `*nad|živ*`."""
        listed = tuple(entries)
        return cls(
            at_start=tuple(_joined(entry) for entry in listed if not entry.startswith(STAR)),
            anywhere=tuple(_joined(entry) for entry in listed if entry.startswith(STAR)),
        )

    def cuts(self, word: str) -> tuple[int, ...]:
        """Give the places in the word where n|j, l|j or d|ž part, ascending."""
        small = word.lower()
        if not any(pair in small for pair in PAIRS):
            return ()
        starts = {cut for text, cut in self.at_start if small.startswith(text)}
        inside = {small.find(text) + cut for text, cut in self.anywhere if text in small}
        return tuple(sorted(starts | inside))


def _joined(entry: str) -> tuple[str, int]:
    marked = entry.strip(STAR).lower()
    return marked.replace(SEAM, ""), marked.index(SEAM)
