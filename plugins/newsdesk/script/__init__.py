"""Serbian in its two scripts: writes a text or a page of one script in the other.

Cyrillic to Latin is exact. Latin to Cyrillic knows words: those in which nj, lj and dž are two
letters, foreign names, abbreviations, units, Roman numerals. What it does not know, staff put
right once for the whole site; see `Words.corrected`.
"""

from __future__ import annotations

from newsdesk.script.corrections import mistakes_in_corrections
from newsdesk.script.doubts import unlisted_abbreviations
from newsdesk.script.folding import PLAIN, folded
from newsdesk.script.homoglyphs import mixed_words
from newsdesk.script.known_words import Words
from newsdesk.script.letters import letters_to_latin
from newsdesk.script.markup import convert_html
from newsdesk.script.order import alphabetical
from newsdesk.script.proof import Lost, html_there_and_back, there_and_back
from newsdesk.script.slugs import slugify

__all__ = [
    "PLAIN",
    "Lost",
    "Words",
    "alphabetical",
    "folded",
    "html_there_and_back",
    "html_to_cyrillic",
    "html_to_latin",
    "mistakes_in_corrections",
    "mixed_words",
    "slugify",
    "there_and_back",
    "to_cyrillic",
    "to_latin",
    "unlisted_abbreviations",
]


def to_latin(text: str, words: Words | None = None) -> str:
    """Write a Cyrillic text in Latin.

    :param words: what stays (addresses, protected words); without it every letter is converted.
    """
    return letters_to_latin(text) if words is None else words.to_latin.text(text)


def to_cyrillic(text: str, words: Words) -> str:
    """Write a Latin text in Cyrillic, but for what stays in Latin in a Cyrillic text."""
    return words.to_cyrillic.text(text)


def html_to_latin(html: str, words: Words) -> str:
    """Write the text of a Cyrillic page in Latin; everything but its text stays to the letter."""
    return convert_html(html, words.to_latin)


def html_to_cyrillic(html: str, words: Words) -> str:
    """Write the text of a Latin page in Cyrillic; everything but its text stays to the letter."""
    return convert_html(html, words.to_cyrillic)
