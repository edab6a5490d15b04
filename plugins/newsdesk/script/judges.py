"""Judges words one by one: which stay, which have a set form, and how the others are spelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from newsdesk.script.glossary import Glossary
from newsdesk.script.letters import letters_to_cyrillic, letters_to_latin
from newsdesk.script.lists import Lists
from newsdesk.script.numerals import DOUBTFUL
from newsdesk.script.phrases import phrase_at
from newsdesk.script.tokens import APOSTROPHES, PARTS

CODE = re.compile(r"[A-Z]-\d+[a-z]?")  # E-75, F-16
WITH_ENDING = re.compile(r"([A-ZČĆĐŠŽ]{2,})[a-zčćđšž]{1,4}")  # UNICEFa, SMSovi


class Judge(Protocol):
    """One direction of conversion, seen word by word."""

    @property
    def glossary(self) -> Glossary:
        """The words and phrases with a set form."""

    def judge(self, word: str) -> str | None:
        """Give the word in the other script, or None when its neighbours decide."""

    def settle(self, pieces: Sequence[str], index: int) -> Mapping[int, str]:
        """Give what replaces which pieces, for a word whose neighbours decide."""


@dataclass(frozen=True, slots=True)
class IntoCyrillic:
    """From Latin, where much has to be known about words."""

    glossary: Glossary
    lists: Lists

    def judge(self, word: str) -> str | None:
        """Give the word in Cyrillic, or None when its neighbours decide."""
        composed = unicodedata.normalize("NFC", word)
        shown = self.glossary.find(composed, self._spell)
        if shown is None:
            if self.glossary.phrases_from(composed) or self.lists.neighbours.doubts(composed):
                return None
            shown = self._compound(composed)
        return word if shown == composed else shown

    def settle(self, pieces: Sequence[str], index: int) -> Mapping[int, str]:
        """Give what replaces which pieces: phrases first, then what the neighbours say."""
        shown = phrase_at(self.glossary, pieces, index, self._spell)
        if shown:
            return shown
        plain = {index: self._compound(unicodedata.normalize("NFC", pieces[index]))}
        if not self.lists.neighbours.doubts(pieces[index]):
            return plain
        staying = self.lists.neighbours.staying(pieces, index)
        return plain | {place: pieces[place] for place in staying}

    def _compound(self, word: str) -> str:
        """Judge the parts of a word by themselves: UNICEF-a, e-učionica, Children's."""
        if CODE.fullmatch(word):
            return word
        first, *rest = PARTS.split(word)
        if not rest:
            return self._unlisted(word)
        shown = [self._part(first)]
        for sign, part in zip(rest[::2], rest[1::2], strict=True):
            belongs = sign in APOSTROPHES and shown[-1] == first
            shown += [sign, part if belongs else self._part(part)]
        return "".join(shown)

    def _part(self, part: str) -> str:
        if part in DOUBTFUL:  # beside a hyphen always a numeral: I-IV, V-og
            return part
        shown = self.glossary.find(part, self._spell)
        return self._unlisted(part) if shown is None else shown

    def _unlisted(self, part: str) -> str:
        return part if self._stays(part) else self._spell(part)

    def _stays(self, part: str) -> bool:
        ended = WITH_ENDING.fullmatch(part)
        return self.lists.foreign.mark(part) or (
            ended is not None and self.glossary.find(ended[1], self._spell) == ended[1]
        )

    def _spell(self, part: str) -> str:
        return letters_to_cyrillic(part, self.lists.seams.cuts(part))


@dataclass(frozen=True, slots=True)
class IntoLatin:
    """From Cyrillic, where the letters say it all but for what somebody has set."""

    glossary: Glossary

    def judge(self, word: str) -> str | None:
        """Give the word in Latin, or None when a phrase may begin with it."""
        shown = self.glossary.find(word, letters_to_latin)
        if shown is None and self.glossary.phrases_from(word):
            return None
        return self._compound(word) if shown is None else shown

    def settle(self, pieces: Sequence[str], index: int) -> Mapping[int, str]:
        """Give what replaces which pieces: a phrase, or the word alone."""
        shown = phrase_at(self.glossary, pieces, index, letters_to_latin)
        return shown or {index: self._compound(pieces[index])}

    def _compound(self, word: str) -> str:
        parts = PARTS.split(word)
        found = [self.glossary.find(part, letters_to_latin) for part in parts]
        if not any(found):
            return letters_to_latin(word)
        return "".join(
            letters_to_latin(part) if shown is None else shown
            for part, shown in zip(parts, found, strict=True)
        )
