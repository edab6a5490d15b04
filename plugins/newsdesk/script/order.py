"""Puts names in Serbian alphabetical order: a, b, c, č, ć, d, dž, đ and а, б, в, г, д, ђ."""

from __future__ import annotations

import re
import unicodedata

from newsdesk.script.letters import LATIN_OF

# Foreign letters stand where they stand abroad; Serbian ones between them.
LATIN_ORDER = (
    "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž".split()  # noqa: SIM905 - the alphabet is read as a line
)
LETTER = re.compile(r"lj|nj|dž|.", re.DOTALL)
RANK = {
    **{letter: 1000 + place for place, letter in enumerate(LATIN_ORDER)},
    **{letter: 2000 + place for place, letter in enumerate(LATIN_OF)},
}

SortKey = tuple[tuple[int, ...], str]


def alphabetical(text: str) -> SortKey:
    """Give the key by which `sorted` puts texts in Serbian order.

    Spaces go before digits, digits before Latin, Latin before Cyrillic; nj, lj and dž are one
    letter. Small and capital letters are the same until nothing else differs.
    """
    small = unicodedata.normalize("NFKC", text).lower()
    return tuple(_rank(letter) for letter in LETTER.findall(small)), text.swapcase()


def _rank(letter: str) -> int:
    if letter in RANK:
        return RANK[letter]
    plain = unicodedata.normalize("NFD", letter)[0]  # é is sorted as e
    if plain in RANK:
        return RANK[plain]
    if letter.isspace():
        return 0
    return 500 + int(letter) if letter.isdecimal() else 1 + min(ord(letter), 400)
