"""Names abbreviations that no list knows, so that a person can decide about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.script.known_words import Words

ABBREVIATION = re.compile(r"(?<![\w@#/.&-])[A-ZČĆĐŠŽ]{2,6}(?![\w@/&])")
CAPITALS_NEAR = re.compile(r"(?<!\w)[A-ZČĆĐŠŽ]{2,}\s+$|^\s+[A-ZČĆĐŠŽ]{2,}(?!\w)")


def unlisted_abbreviations(text: str, words: Words) -> Iterator[tuple[int, str]]:
    """Give each Latin abbreviation that is converted only because no list knows it.

    Words in capitals beside other words in capitals are taken for a headline.

    :returns: the place in the text, from 0, and the abbreviation.
    """
    for found in ABBREVIATION.finditer(text):
        near = (
            text[max(0, found.start() - 30) : found.start()],
            text[found.end() : found.end() + 30],
        )
        if any(CAPITALS_NEAR.search(side) for side in near) or _is_decided(found[0], words):
            continue
        if words.to_cyrillic.text(found[0]) != found[0]:
            yield found.start(), found[0]


def _is_decided(abbreviation: str, words: Words) -> bool:
    return abbreviation in words.lists.serbian or abbreviation in words.entries
