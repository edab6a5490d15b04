"""Reads the word lists that come with newsdesk; anybody may read and lengthen them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from newsdesk.script.foreign import ForeignSigns
from newsdesk.script.neighbours import Neighbours
from newsdesk.script.seams import Seams


@dataclass(frozen=True, slots=True)
class Lists:
    """The shipped lists, each in the form in which it is asked.

    :param staying: words and phrases that stay in Latin.
    :param serbian: abbreviations that are known to be converted.
    """

    staying: Mapping[str, str]
    serbian: frozenset[str]
    seams: Seams
    foreign: ForeignSigns
    neighbours: Neighbours

    @classmethod
    def shipped(cls) -> Lists:
        """Read all lists from script/words."""
        behind_number = frozenset(read_list("units_after_number"))
        return cls(
            staying={word: word for word in read_list("abbreviations") + read_list("foreign")},
            serbian=frozenset(read_list("serbian_abbreviations")),
            seams=Seams.of(read_list("two_letters")),
            foreign=ForeignSigns(
                groups=re.compile("|".join(read_list("foreign_signs"))),
                units=frozenset(read_list("units")),
                units_after_number=behind_number,
            ),
            neighbours=Neighbours(
                units=behind_number,
                english=frozenset(read_list("english")),
                small=frozenset(read_list("english_small")),
            ),
        )


def read_list(name: str) -> tuple[str, ...]:
    """Give the entries of a shipped list, one from each line; `#` starts a remark.

    :param name: the file in script/words without its ending, such as `foreign`.
    """
    text = files("newsdesk.script").joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(_entries(text))


def _entries(text: str) -> Iterator[str]:
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry
