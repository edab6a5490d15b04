"""Proves that nothing is lost on the way there and back: Cyrillic, Latin and Cyrillic again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsdesk.script.known_words import Words
from newsdesk.script.markup import convert_html

# Conversion never makes, moves or removes a space or the bracket of a tag.
CHUNK = re.compile(r"[^\s<>]+")
IN_WORD = re.compile(r"\w(?:.*\w)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lost:
    """A word that does not survive.

    :param position: its place in the text, from 0.
    :param returned: what comes back for it.
    """

    position: int
    word: str
    returned: str


def there_and_back(text: str, words: Words) -> Iterator[Lost]:
    """Give each word of a Cyrillic text that Latin and Cyrillic again do not bring back."""
    there, back = words.to_latin.text, words.to_cyrillic.text
    return _lost(text, lambda given: back(there(given)))


def html_there_and_back(html: str, words: Words) -> Iterator[Lost]:
    """Give each word of a Cyrillic page that Latin and Cyrillic again do not bring back.

    :param html: with its tags; code, other languages and the like stay and so survive.
    """

    def there_and_back_again(page: str) -> str:
        return convert_html(convert_html(page, words.to_latin), words.to_cyrillic)

    return _lost(html, there_and_back_again)


def _lost(text: str, again: Callable[[str], str]) -> Iterator[Lost]:
    """Compare word by word."""
    returned = again(text)
    if returned == text:
        return
    pairs = zip(CHUNK.finditer(text), CHUNK.findall(returned), strict=True)
    for found, other in pairs:
        if found[0] != other:
            yield _bare(found, other)


def _bare(found: re.Match[str], other: str) -> Lost:
    """Name the word without the punctuation around it."""
    inner = IN_WORD.search(found[0])
    start, end = inner.span() if inner else (0, len(found[0]))
    tail = len(found[0]) - end
    return Lost(found.start() + start, found[0][start:end], other[start : len(other) - tail])
