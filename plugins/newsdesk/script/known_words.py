"""All that is known about words, as one value: the shipped lists, the site's, the post's.

What a post protects goes before the site's corrections, and those before the shipped lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from newsdesk.script.converter import Converter, Memory
from newsdesk.script.glossary import Glossary
from newsdesk.script.judges import IntoCyrillic, IntoLatin, Judge
from newsdesk.script.lists import Lists
from newsdesk.script.tokens import ADDRESS_SIGN, CYRILLIC_WORDS, LATIN_WORDS, PARTS


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words:
    """Known words, and the two converters that know them; read once, used for many pages.

    Both converters remember what they have judged, so that the thousandth page is quick.
    """

    lists: Lists
    entries: Mapping[str, str]
    to_cyrillic: Converter
    to_latin: Converter

    @classmethod
    def shipped(cls) -> Words:
        """Know the lists that come with newsdesk, and nothing else."""
        lists = Lists.shipped()
        return cls._knowing(lists, lists.staying)

    def corrected(self, corrections: Mapping[str, str]) -> Words:
        """Know the site's corrections as well.

        :param corrections: what is typed and what is shown for it, such as
            `{"Facebook*": "Фејсбук*", "New Deal": "New Deal"}`.
        """
        return self._knowing(self.lists, {**self.entries, **corrections})

    def protecting(self, protected: Iterable[str]) -> Words:
        """Leave words and phrases of one post as they are; remember the others together.

        :param protected: the post's `protect` list.
        """
        own = {word: word for word in protected}
        if not own:
            return self
        apart = self._knowing(self.lists, {**self.entries, **own})
        concerns = partial(_concerns, Glossary.of(own))
        return Words(
            self.lists,
            apart.entries,
            _beside(self.to_cyrillic, apart.to_cyrillic, concerns),
            _beside(self.to_latin, apart.to_latin, concerns),
        )

    @classmethod
    def _knowing(cls, lists: Lists, entries: Mapping[str, str]) -> Words:
        glossary = Glossary.of(entries)
        into_cyrillic, into_latin = IntoCyrillic(glossary, lists), IntoLatin(glossary)
        return cls(
            lists,
            entries,
            _converter(into_cyrillic, LATIN_WORDS, "Cyrl"),
            _converter(into_latin, CYRILLIC_WORDS, "Latn"),
        )


def _converter(judge: Judge, pattern: re.Pattern[str], script: str) -> Converter:
    return Converter(pattern, Memory(judge.judge, _is_address), judge.settle, script)


def _is_address(word: str) -> bool:
    return ADDRESS_SIGN.search(word) is not None


def _concerns(glossary: Glossary, word: str) -> bool:
    """Tell whether a word, or a part of it beside a hyphen, is in the glossary."""
    return any(
        glossary.find(part, str) is not None or glossary.phrases_from(part)
        for part in {word, *PARTS.split(word)}
    )


def _beside(shared: Converter, own: Converter, concerns: Callable[[str], bool]) -> Converter:
    """Ask the own converter about the words that concern it, the shared one about all others."""

    def judge(word: str) -> str | None:
        return own.memory[word] if concerns(word) else shared.memory[word]

    return Converter(own.pattern, Memory(judge, _is_address), own.settle, own.script)
