"""Letters that look alike in both scripts: nobody sees them, but no search finds the word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.house_style.draft import Draft, Text, is_markup
from newsdesk.house_style.wording import SERBIAN
from newsdesk.language import Language
from newsdesk.problems import Problem, say
from newsdesk.script import mixed_words
from newsdesk.script.letters import letters_to_cyrillic, letters_to_latin
from newsdesk.script.tokens import CYRILLIC_LETTERS, LATIN_LETTERS

LATIN = re.compile(f"[{LATIN_LETTERS}]")
CYRILLIC = re.compile(f"[{CYRILLIC_LETTERS}]")
# Where the scripts meet; it looks for the rarer one first, and so is done in microseconds.
MEETING_IN_LATIN = re.compile(
    rf"[{CYRILLIC_LETTERS}](?:(?=[{LATIN_LETTERS}])|(?<=[{LATIN_LETTERS}].))"
)
MEETING_IN_CYRILLIC = re.compile(
    rf"[{LATIN_LETTERS}](?:(?=[{CYRILLIC_LETTERS}])|(?<=[{CYRILLIC_LETTERS}].))"
)
IN_CYRILLIC: frozenset[Language] = frozenset({"sr-Cyrl", "bg", "mk"})
# UNICEFа: an abbreviation whose Serbian ending lacks its hyphen.
GLUED_ENDING = re.compile(rf"([A-ZČĆĐŠŽ]{{2,}})([{CYRILLIC_LETTERS}]{{1,3}})")
# Letters that look alike, one above the other.
LIKE_CYRILLIC = "aeopcxyjABEHJKMOPCTXY"
LIKE_LATIN = "аеорсхујАВЕНЈКМОРСТХУ"
TO_CYRILLIC = str.maketrans(LIKE_CYRILLIC, LIKE_LATIN)
TO_LATIN = str.maketrans(LIKE_LATIN, LIKE_CYRILLIC)


def mixed_scripts(draft: Draft) -> Iterator[Problem]:
    """A word is written in one script: an “а” of the other one hides it from every search."""
    meeting = MEETING_IN_CYRILLIC if draft.language in IN_CYRILLIC else MEETING_IN_LATIN
    for text in draft.texts:
        if meeting.search(text.words):
            for offset, word in mixed_words(text.words):
                if not is_markup(text.words, offset):
                    yield _mixed(text, offset, word, draft.language)


def _mixed(text: Text, offset: int, word: str, language: Language) -> Problem:
    latin, cyrillic = LATIN.findall(word), CYRILLIC.findall(word)
    balance = len(cyrillic) - len(latin)
    if balance > 0 or (balance == 0 and language in IN_CYRILLIC):
        message = say("in “{word}” this is Latin: {odd}", word=word, odd=_once_each(latin))
        mended = letters_to_cyrillic(word.translate(TO_CYRILLIC))
    else:
        message = say("in “{word}” this is Cyrillic: {odd}", word=word, odd=_once_each(cyrillic))
        mended = letters_to_latin(word.translate(TO_LATIN))
    mended = _with_hyphen(word, language) or mended
    return text.warn(offset, message, say("type the word anew: {word}", word=mended))


def _once_each(letters: list[str]) -> str:
    return ", ".join(dict.fromkeys(letters))


def _with_hyphen(word: str, language: Language) -> str | None:
    """Give an abbreviation and its Serbian ending as they are written."""
    glued = GLUED_ENDING.fullmatch(word)
    if (
        glued is None
        or language not in SERBIAN
        or not LATIN.search(glued[1].translate(TO_CYRILLIC))
    ):
        return None
    ending = glued[2] if language == "sr-Cyrl" else letters_to_latin(glued[2])
    return f"{glued[1]}-{ending}"
