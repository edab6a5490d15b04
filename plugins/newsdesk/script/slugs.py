"""Makes the address of a title: one ASCII slug for both scripts."""

from __future__ import annotations

import re
import unicodedata

from newsdesk.script.letters import letters_to_latin

# Letters that do not fall apart into a plain letter and a mark.
PLAIN = str.maketrans({
    "đ": "dj", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ð": "d", "þ": "th", "ı": "i",
})  # fmt: skip
APOSTROPHES = re.compile(r"['’ʼ]")
NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
LONGEST = 80
"""Signs of a slug: enough to tell one title from another, and short enough to be sent on."""


def slugify(text: str) -> str:
    """Make a slug of a title in English or in Serbian of either script.

    Serbian letters become those that people type without a Serbian keyboard: č and ć are c, š is
    s, ž is z, đ is dj, and so lj, nj and dz. „Џ“ and „dž“ give the same slug. A long title gives
    as many of its words as a slug may hold.
    """
    latin = letters_to_latin(unicodedata.normalize("NFKC", text)).lower().translate(PLAIN)
    apart = unicodedata.normalize("NFD", APOSTROPHES.sub("", latin))
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _short(NOT_IN_SLUG.sub("-", plain).strip("-"))


def _short(slug: str) -> str:
    if len(slug) <= LONGEST:
        return slug
    # One sign more tells whether the last word is whole.
    return slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
