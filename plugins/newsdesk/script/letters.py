"""The thirty letters of the Serbian alphabet in both scripts, and one written in the other.

Cyrillic has one sign for each sound, so the way to Latin is exact. On the way back nj, lj and dž
may be one letter or two: whoever calls says where to cut (see `seams`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Azbuka order; the Latin order is another one and stands in `order`.
LATIN_OF = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž",
    "з": "z", "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n",
    "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ć", "у": "u",
    "ф": "f", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š",
}  # fmt: skip
CAPITALS = {cyrillic.upper(): latin.capitalize() for cyrillic, latin in LATIN_OF.items()}
TO_LATIN = str.maketrans(LATIN_OF | CAPITALS)

# Љ is LJ among capitals (ЉУБАВ, ДУГАЊ) and Lj before small letters or alone (Љубав, Љ. Поповић).
AMONG_CAPITALS = re.compile(r"[ЉЊЏ](?:(?=[Ђ-ШA-Z])|(?<=[Ђ-ШA-Z].)(?![а-џa-z]))")
# Most texts in Latin have none, and need no more than that look.
ANY_CYRILLIC = re.compile("[Ђ-џ]")

TWO_SIGNS = re.compile(r"[Ll]j|LJ|[Nn]j|NJ|[Dd]ž|DŽ")
CYRILLIC_OF_TWO = {"lj": "љ", "nj": "њ", "dž": "џ"}
CYRILLIC_OF_ONE = {
    latin: cyrillic for cyrillic, latin in (LATIN_OF | CAPITALS).items() if len(latin) == 1
}
# Signs that look like two letters and are one, and an Icelandic letter often typed for Đ.
LIGATURES = {
    "ǆ": "џ",
    "ǅ": "Џ",
    "Ǆ": "Џ",
    "ǉ": "љ",
    "ǈ": "Љ",
    "Ǉ": "Љ",
    "ǌ": "њ",
    "ǋ": "Њ",
    "Ǌ": "Њ",
}
TO_CYRILLIC = str.maketrans(CYRILLIC_OF_ONE | LIGATURES | {"Ð": "Ђ"})

# Length marks that Serbian sets on vowels (kôd, studenatâ) stay on the vowel in both scripts.
LENGTH_MARKS = "\u0302\u0304"
ANY_MARK = re.compile(f"[{LENGTH_MARKS}]")
LATIN_WITH_MARK = re.compile(f"[AEIOUaeiou][{LENGTH_MARKS}]")
MARKED = {
    unicodedata.normalize("NFC", vowel + mark): vowel + mark
    for vowel in "AEIOUaeiou"
    for mark in LENGTH_MARKS
}
APART = str.maketrans(MARKED)

SERBIAN_LATIN = (
    frozenset("abcdefghijklmnoprstuvzčćđšžABCDEFGHIJKLMNOPRSTUVZČĆĐŠŽÐ" + LENGTH_MARKS)
    | frozenset(LIGATURES)
    | frozenset(MARKED)
)


def letters_to_latin(text: str) -> str:
    """Write every Serbian Cyrillic letter of the text in Latin, and nothing else."""
    latin = _cyrillic_to_latin(text) if ANY_CYRILLIC.search(text) else text
    if not ANY_MARK.search(latin):
        return latin
    return LATIN_WITH_MARK.sub(lambda found: unicodedata.normalize("NFC", found[0]), latin)


def _cyrillic_to_latin(text: str) -> str:
    capitals = AMONG_CAPITALS.sub(lambda found: CAPITALS[found[0]].upper(), text)
    return capitals.translate(TO_LATIN)


def letters_to_cyrillic(text: str, cuts: Iterable[int] = ()) -> str:
    """Write every Serbian Latin letter of the text in Cyrillic, and nothing else.

    :param cuts: places between n and j, l and j, d and ž that are two letters here, ascending.
    """
    starts = [0, *cuts]
    ends = [*starts[1:], len(text)]
    return "".join(_run(text[start:end]) for start, end in zip(starts, ends, strict=True))


def _run(text: str) -> str:
    """Convert a run of letters in which every nj, lj and dž is one letter."""
    return TWO_SIGNS.sub(_one_letter, text).translate(APART).translate(TO_CYRILLIC)


def _one_letter(found: re.Match[str]) -> str:
    letter = CYRILLIC_OF_TWO[found[0].lower()]
    return letter if found[0][0].islower() else letter.upper()
