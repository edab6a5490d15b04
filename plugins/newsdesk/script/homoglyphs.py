"""Finds words that mix both scripts, such as a Latin „a“ in a Cyrillic word; nobody sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.script.tokens import CYRILLIC_LETTERS, LATIN_LETTERS, MARKS

WORD = re.compile(rf"[{LATIN_LETTERS}{CYRILLIC_LETTERS}{MARKS}]+")
LATIN = re.compile(rf"[{LATIN_LETTERS}]")
CYRILLIC = re.compile(rf"[{CYRILLIC_LETTERS}]")


def mixed_words(text: str) -> Iterator[tuple[int, str]]:
    """Give each word with letters of both scripts, and its place in the text, from 0.

    An ending behind a hyphen is a word of its own: UNICEF-а is right.
    """
    for found in WORD.finditer(text):
        if LATIN.search(found[0]) and CYRILLIC.search(found[0]):
            yield found.start(), found[0]
