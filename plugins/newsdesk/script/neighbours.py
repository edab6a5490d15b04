"""Words that their neighbours decide: units behind a number, Roman numerals, bits of English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdesk.script.numerals import DOUBTFUL, is_roman_here

REACH = 14  # pieces of text on each side: about seven words
SPACE = re.compile(r"(?:\s|&(?:nbsp|#160|#xa0|thinsp|#8239|#x202f);)+", re.IGNORECASE)
ENTITY_SPACE = re.compile(r"&(?:nbsp|#160|#xa0|thinsp|#8239|#x202f);", re.IGNORECASE)
AFTER_NUMBER = re.compile(r"(?:[\d½¼¾⅓⅔]\s*|\b(?:km|m|kg|g|mg|µg|l|kWh)/)$")  # 5 l, km/h
AFTER_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d\s*$")
AFTER_DEGREE = re.compile(r"°\s*$")
BEFORE_WORD = re.compile(r"\s+\w")
PLAIN_WORD = re.compile(r"[A-Za-z]+")
DEGREES = frozenset("CF")
JOINING = frozenset({"of", "and"})


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The lists by which a doubtful word is judged.

    :param units: single letters and words that are units behind a number only.
    :param english: words that show that English stands around them (the, of, and).
    :param small: English words that may be Serbian ones, but not beside those.
    """

    units: frozenset[str]
    english: frozenset[str]
    small: frozenset[str]

    def doubts(self, word: str) -> bool:
        """Tell whether the word cannot be judged without its neighbours."""
        return (
            word in self.units
            or word in DOUBTFUL
            or word in DEGREES
            or word.lower() in self.english
        )

    def staying(self, pieces: Sequence[str], index: int) -> Iterator[int]:
        """Give the places of the words that stay in Latin, judged from a doubtful one.

        :param pieces: gaps and words in turn, the words at the odd places.
        :param index: the place of the doubtful word.
        """
        word = pieces[index]
        if word.lower() in self.english:
            yield from self._english_around(pieces, index)
        elif self._stays(word, _before(pieces, index), _after(pieces, index)):
            yield index

    def _stays(self, word: str, before: str, after: str) -> bool:
        if word in DEGREES and AFTER_DEGREE.search(before):
            return True
        if word in self.units and AFTER_NUMBER.search(before):
            return self._is_unit(word, before, after)
        return word in DOUBTFUL and is_roman_here(word, before, after)

    @staticmethod
    def _is_unit(word: str, before: str, after: str) -> bool:
        """Tell units from „2009 g.“, a year, and from „dvoje od 5 s majkom“, a preposition."""
        if word == "g":
            return not AFTER_YEAR.search(before)
        return word != "s" or not BEFORE_WORD.match(after)

    def _english_around(self, pieces: Sequence[str], index: int) -> Iterator[int]:
        """Give an English word, the small ones beside it, and one more on each side."""
        yield index
        yield from self._english_along(pieces, index, 2)
        left = list(self._english_along(pieces, index, -2))
        if left and (pieces[left[-1]][0].isupper() or pieces[index].lower() in JOINING):
            yield from left

    def _english_along(self, pieces: Sequence[str], index: int, step: int) -> Iterator[int]:
        place = index + step
        while 0 < place < len(pieces) and SPACE.fullmatch(pieces[place - step // 2]):
            if not PLAIN_WORD.fullmatch(pieces[place]):
                return
            yield place
            if pieces[place].lower() not in self.small | self.english:
                return
            place += step


def _before(pieces: Sequence[str], index: int) -> str:
    return _readable("".join(pieces[max(0, index - REACH) : index]))


def _after(pieces: Sequence[str], index: int) -> str:
    return _readable("".join(pieces[index + 1 : index + REACH]))


def _readable(text: str) -> str:
    return ENTITY_SPACE.sub(" ", text) if "&" in text else text
