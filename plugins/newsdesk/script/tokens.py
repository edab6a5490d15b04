"""Finds words in a text, and what looks like words but is none: addresses, e-mails, hashtags.

A text is split into gaps and words in turn: gap, word, gap, word, …, gap. Nothing is lost:
joined again, the pieces are the text.
"""

from __future__ import annotations

import re

CYRILLIC_LETTERS = "\u0400-\u04ff"
LATIN_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
MARKS = "\u0300-\u036f"
HYPHENS = "\\-\u2010\u2011"
APOSTROPHES = "'\u2019"

DOMAINS = "org|com|net|info|int|edu|gov|rs|eu|ba|hr|mk|uk|de|fr|ch|us|io|tv|app|dev|срб"
FILES = (
    "pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|jpe?g|png|gif|svg|webp|avif|mp[34]|epub|html?|txt|md|"
    "json|xml|ya?ml"
)
# To the next space; a space written as an entity is one too.
REST = r"(?:&(?!nbsp;|#)|[^\s<>\"'„“”&])*"
# Most words are none of these three, which the look ahead finds out in one step.
DOTTED = r"(?=[\w+%-]++[.@/]\w)"
E_MAIL = r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
FILE = rf"[\w./~-]*\w\.(?:{FILES})(?![\w-])"
DOMAIN = rf"(?:[\w-]+\.)+(?:{DOMAINS})(?![\w-])(?:/{REST})?"

ADDRESSES = "|".join((
    rf"(?:https?://|mailto:|tel:|www\.){REST}",
    rf"{DOTTED}(?:{E_MAIL}|{FILE}|{DOMAIN})",
    rf"UNICEF(?: Serbia)?/\w*\d\w*/{REST}",  # the credit of a picture: UNICEF/UNI172461/Bindra
    r"[A-Z]{1,3}&(?:amp;)?[A-Z]{1,3}(?!\w)",  # H&M
    r"[#@]\w[\w.]*",  # #ZaSvakoDete, @unicef_srbija
    r"/[a-z0-9][\w.-]*/[\w./-]*",  # /sr/vesti/
))  # fmt: skip
ADDRESS_SIGN = re.compile(r"[./@#&:]")


def pattern_of_words(letters: str) -> re.Pattern[str]:
    """Make the pattern that splits a text in one script into gaps and words.

    :param letters: the script's letters, written for a set of a regular expression.
    """
    sign = rf"[{letters}{MARKS}0-9_]"
    word = rf"[0-9_]*[{letters}]{sign}*(?:[{HYPHENS}{APOSTROPHES}]{sign}+)*"
    # A letter behind & or # belongs to an entity.
    return re.compile(rf"((?<![{letters}{MARKS}0-9_&#])(?:{ADDRESSES}|{word}))")


LATIN_WORDS = pattern_of_words(LATIN_LETTERS)
CYRILLIC_WORDS = pattern_of_words(CYRILLIC_LETTERS)
PARTS = re.compile(f"([{HYPHENS}{APOSTROPHES}])")
