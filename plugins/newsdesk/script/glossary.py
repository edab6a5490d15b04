"""Words that do not follow the letters: those that stay as typed and those with a set form.

An entry is a word (`Google`), the beginning of words (`Google*`) or several words in a row
(`Save the Children`). An entry in capitals means capitals only (`WHO`); any other is found
however its letters are written (google, GOOGLE).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

STAR = "*"
COMPOUND = re.compile("[-\u2010\u2011'’]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words in a row, in small letters, and the form that is shown for them."""

    words: tuple[str, ...]
    typed: str
    shown: str

    @property
    def stays(self) -> bool:
        """Whether the phrase is shown as it is typed."""
        return self.typed == self.shown


@dataclass(frozen=True, slots=True)
class Glossary:
    """The entries, ready to be asked, each with the form that is shown for it.

    :param words: for single words.
    :param beginnings: for words that begin so; the longest that fits counts.
    :param phrases: for several words in a row, by the first of them; the longest first.
    """

    words: Mapping[str, str]
    beginnings: Mapping[str, str]
    phrases: Mapping[str, tuple[Phrase, ...]]

    @classmethod
    def of(cls, entries: Mapping[str, str]) -> Glossary:
        """Sort entries, as people type them, by their kind."""
        entries = {typed: shown for typed, shown in entries.items() if typed.strip()}
        single = {typed: shown for typed, shown in entries.items() if " " not in typed}
        return cls(
            words={_key(typed): s for typed, s in single.items() if not typed.endswith(STAR)},
            beginnings={
                _key(typed.removesuffix(STAR)): shown.removesuffix(STAR)
                for typed, shown in single.items()
                if typed.endswith(STAR)
            },
            phrases=_by_first_word(entries.keys() - single.keys(), entries),
        )

    def find(self, word: str, spell: Callable[[str], str]) -> str | None:
        """Give the form that is shown for the word, or None when there is no entry for it.

        :param spell: converts the rest of a word of which only the beginning has a set form.
        """
        for key in (word, word.lower()):
            if key in self.words:
                return _in_case_of(word, key, self.words[key])
        return self._by_beginning(word, spell)

    def _by_beginning(self, word: str, spell: Callable[[str], str]) -> str | None:
        for length in range(len(word) if self.beginnings else 0, 1, -1):
            begun = word[:length]
            for key in (begun, begun.lower()):
                if key in self.beginnings and _is_one_word(word[length:], begun):
                    shown = _in_case_of(begun, key, self.beginnings[key])
                    # A name that stays keeps its ending: no word is cut into two scripts.
                    ending = COMPOUND.split(word[length:])[0] if shown == begun else ""
                    return shown + ending + spell(word[length + len(ending) :])
        return None

    def phrases_from(self, word: str) -> tuple[Phrase, ...]:
        """Give the phrases that begin with the word, the longest first."""
        return self.phrases.get(word.lower(), ())


def _by_first_word(
    typed: Iterable[str], entries: Mapping[str, str]
) -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for text in sorted(typed, key=lambda text: (-len(text.split()), text)):
        words = tuple(text.lower().split())
        phrase = Phrase(words, text, entries[text])
        found[words[0]] = (*found.get(words[0], ()), phrase)
    return found


def _is_one_word(rest: str, begun: str) -> bool:
    """Tell whether the rest belongs to the beginning: Facebooku, but not Facebook-grupa."""
    return not COMPOUND.search(rest) or COMPOUND.search(begun) is not None


def _key(typed: str) -> str:
    """Keep an entry in capitals as it is, so that only capitals are found by it."""
    return typed if typed.isupper() and len(typed) > 1 else typed.lower()


def _in_case_of(word: str, key: str, shown: str) -> str:
    """Give the shown form the capitals of the word that was typed."""
    if shown.lower() == key.lower():
        return word
    if word.isupper() and len(word) > 1:
        return shown.upper()
    return shown[:1].upper() + shown[1:] if word[:1].isupper() else shown
