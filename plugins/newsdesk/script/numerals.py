"""Roman numerals: Petar I and V razred stay, but „I deca“ begins with the conjunction „И“.

Only numerals up to VIII need thought: one with an X stays in any case, since X is no Serbian
letter, and L, C, D and M alone are far more often initials, vitamins and points of a list.
"""

from __future__ import annotations

import re

PLAIN = frozenset({"II", "III", "IV", "VII", "VIII"})
# These three are words or initials as well, so their neighbours decide.
DOUBTFUL = frozenset({"I", "V", "VI"})
BLOCK = "\ufdd0"  # stands between paragraphs, headings and the like; never in a text

CAPITAL = "A-ZČĆĐŠŽ"
JOINT = r"(?:\s*[–—/,-]\s*|\s+(?:i|ili|do|te)\s+)"
AFTER_NUMERAL = re.compile(rf"(?<!\w)[IVX]+{JOINT}$")
BEFORE_NUMERAL = re.compile(rf"{JOINT}[IVX]+(?!\w)")
AFTER_DAY = re.compile(r"\d\.?\s*$")
BEFORE_YEAR = re.compile(r"\.?\s*\d{4}")
STARTS_SENTENCE = re.compile(rf"(?:^|[{BLOCK}.!?…:;]|[„“”\"»«(\[–—-])\s*$")
STARTS_BLOCK = re.compile(rf"(?:^|{BLOCK})\s*$")
ENDS_BLOCK = re.compile(rf"[.)]?\s*(?:$|{BLOCK})")
BEFORE_INITIAL = re.compile(rf"\.\s*[{CAPITAL}]")
AFTER_INITIAL = re.compile(rf"(?<!\w)[{CAPITAL}][žj]?\.\s?$")
BEFORE_SURNAME = re.compile(rf"\.\s*(?:[{CAPITAL}]\.\s*)?[{CAPITAL}]\w*ić\w{{0,3}}(?!\w)")
CHAPTER = re.compile(
    r"(?:glav|poglavlj|dela|delu|delom|deo|tom|odeljak|odelj|aneks|prilog|tabel|član|čl|tač|razred|klas|grup)\w*\.?\s*$",
    re.IGNORECASE,
)
AFTER_CAPITALS = re.compile(rf"(?<!\w)[{CAPITAL}]{{2,}}\s*$")
BEFORE_CAPITALS = re.compile(rf"\s*[{CAPITAL}]{{2,}}(?!\w)")
# The second person plural ends in -te: VI STE, VI MOŽETE.
BEFORE_YOUR_VERB = re.compile(rf"\s+[{CAPITAL}]*TE(?!\w)")
# What is counted by I even where a sentence begins: I razred upisuje 20 učenika.
COUNTED = re.compile(
    r"\s*(?:razred|kvartal|vek|stepen|svetski?\w* rat|kategorij|kongres|sednic|kol[oau]\b)"
    rf"|\s*(?:deo|faza|grupa|poglavlje|glava|tom)\s*(?:$|[{BLOCK}:–-])"
)


def is_roman(word: str) -> bool:
    """Tell whether a word is a Roman numeral wherever it stands; ii as a page number is too."""
    return word.upper() in PLAIN and (word.isupper() or word.islower())


def is_roman_here(word: str, before: str, after: str) -> bool:
    """Tell whether I, V or VI is a numeral between its neighbours.

    :param before: the text up to the word, paragraphs parted by BLOCK.
    :param after: the text behind the word, likewise.
    """
    if BEFORE_SURNAME.match(after):
        return False
    if AFTER_NUMERAL.search(before) or BEFORE_NUMERAL.match(after) or CHAPTER.search(before):
        return True
    if word == "VI":
        return not BEFORE_YOUR_VERB.match(after)
    if BEFORE_INITIAL.match(after) or AFTER_INITIAL.search(before):
        return STARTS_BLOCK.search(before) is not None
    return word == "V" or _is_first(before, after)


def _is_first(before: str, after: str) -> bool:
    """Tell the numeral I from the conjunction I."""
    if AFTER_DAY.search(before) and BEFORE_YEAR.match(after):
        return True
    if STARTS_SENTENCE.search(before):
        alone = STARTS_BLOCK.search(before) and ENDS_BLOCK.match(after)
        return bool(alone or after.startswith(")") or COUNTED.match(after))
    return not (AFTER_CAPITALS.search(before) and BEFORE_CAPITALS.match(after))
