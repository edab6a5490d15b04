"""Converts a text word by word and remembers every word it has judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from newsdesk.script.numerals import BLOCK

# What stands for a tag among the words of a page.
NO_WORDS = {"": "", BLOCK: BLOCK}


class Memory(dict[str, str | None]):
    """Judged words; one that is asked for the first time is judged on the spot.

    None stands for a word that only its neighbours decide.
    """

    def __init__(self, judge: Callable[[str], str | None], skip: Callable[[str], bool]) -> None:
        """Start with nothing but the places of tags.

        :param judge: gives the converted word, or None when its neighbours decide.
        :param skip: tells what stays and is not worth remembering, such as addresses.
        """
        super().__init__(NO_WORDS)
        self._judge = judge
        self._skip = skip

    def __missing__(self, word: str) -> str | None:
        if self._skip(word):
            return word
        judged = self[word] = self._judge(word)
        return judged


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Converter:
    """One direction: Latin to Cyrillic or Cyrillic to Latin.

    :param pattern: splits a text into gaps and words.
    :param memory: judges words, each once.
    :param settle: gives what replaces which pieces when a word's neighbours decide.
    :param script: the script this makes, as language tags name it: `Cyrl` or `Latn`.
    """

    pattern: re.Pattern[str]
    memory: Memory
    settle: Callable[[Sequence[str], int], Mapping[int, str]]
    script: str

    def text(self, text: str) -> str:
        """Convert a text; gaps, addresses and words that stay are kept to the letter."""
        return "".join(self.pieces(self.pattern.split(text)))

    def pieces(self, pieces: list[str]) -> list[str]:
        """Convert the words of a text that is split into gap, word, gap, …, gap."""
        memory = self.memory
        judged: list[str | None] = [*pieces]
        judged[1::2] = [memory[word] for word in pieces[1::2]]
        if None in judged:
            for index, shown in enumerate(judged):
                if shown is None:
                    self._settle(pieces, judged, index)
        return [piece for piece in judged if piece is not None]

    def _settle(self, pieces: list[str], judged: list[str | None], index: int) -> None:
        for place, shown in self.settle(pieces, index).items():
            judged[place] = shown
