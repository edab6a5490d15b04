"""Tells words that cannot be Serbian by how they are written: Schweiz, Café, h1n1, iPhone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.script.letters import SERBIAN_LATIN
from newsdesk.script.numerals import is_roman

# Capitals in the middle of a word, as in LinkedIn; eUprava, eDnevnik and BiH are Serbian.
HUMP = re.compile(r"[a-zčćđšž][A-ZČĆĐŠŽ]")
SERBIAN_HUMP = re.compile(r"e[A-ZČĆĐŠŽ][a-zčćđšž]+|[A-ZČĆĐŠŽ]+i[A-ZČĆĐŠŽ]+")
DIGRAPH = re.compile(r"Lj|Nj|Dž")

DIGIT = re.compile(r"[\d_]")
NUMBER_WITH_ENDING = re.compile(r"\d+([a-zčćđšž]+)")


@dataclass(frozen=True, slots=True)
class ForeignSigns:
    """Groups of letters that Serbian words do not have, and units that follow a number.

    :param groups: one expression for all of them.
    :param units: that stand by themselves too, such as kg.
    :param units_after_number: such as g; other small letters behind digits are Serbian endings.
    """

    groups: re.Pattern[str]
    units: frozenset[str]
    units_after_number: frozenset[str]

    def mark(self, word: str) -> bool:
        """Tell whether the word stays in Latin because of how it is written.

        :param word: without hyphens and apostrophes, its letters composed (NFC).
        """
        if DIGIT.search(word):
            return self._is_code(word)
        return (
            word in self.units
            or not SERBIAN_LATIN.issuperset(word)
            or is_roman(word)
            or _has_hump(word)
            or self.groups.search(word.lower()) is not None
        )

    def _is_code(self, word: str) -> bool:
        """Tell codes and units (B92, m2, 5kg, 5G) from numbers with an ending (1990ih, 12a)."""
        ended = NUMBER_WITH_ENDING.fullmatch(word)
        return (
            ended is None
            or ended[1] in self.units | self.units_after_number
            or not SERBIAN_LATIN.issuperset(ended[1])
        )


def _has_hump(word: str) -> bool:
    plain = DIGRAPH.sub("L", word)
    return HUMP.search(plain) is not None and SERBIAN_HUMP.fullmatch(plain) is None
