"""What can be recognised in an old text: its language, its dateline, its title, who spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast, get_args
from zoneinfo import ZoneInfo

from newsdesk.dates import as_typed
from newsdesk.importing.furniture import folded, words_of
from newsdesk.language import Language, language_of
from newsdesk.multilingual import (
    CYRILLIC_WORD,
    LATIN_WORD,
    SMALL_ENGLISH,
    SMALL_SERBIAN,
    in_words,
    language_in,
)
from newsdesk.vocabulary import Vocabulary

# The language


def language_of_text(text: str, declared: str = "") -> Language | None:
    """Tell in which language and script a text is written; None when nothing tells.

    What is plain in the text counts more than what its page says of itself.

    :param declared: as a page says it, such as `sr-RS`.
    """
    return language_in(text) or _declared(declared, text) or _probable(text)


def _declared(tag: str, text: str) -> Language | None:
    """Read what a page says of its language; of Serbian, the letters tell the script."""
    language = tag.replace("_", "-").lower().partition("-")[0]
    if language == "sr":
        return _script(text)
    return cast("Language", language) if language in get_args(Language) else None


def _script(text: str) -> Language:
    cyrillic = sum(map(len, CYRILLIC_WORD.findall(text)))
    latin = sum(map(len, LATIN_WORD.findall(text)))
    return "sr-Cyrl" if cyrillic > latin else "sr-Latn"


def _probable(text: str) -> Language | None:
    """Tell the language of a short text by its letters and its small words."""
    text = in_words(text)
    if CYRILLIC_WORD.search(text) and _script(text) == "sr-Cyrl":
        return "sr-Cyrl"
    words = LATIN_WORD.findall(text.lower())
    english = sum(word in SMALL_ENGLISH for word in words)
    serbian = sum(
        word in SMALL_SERBIAN or SERBIAN_LETTER.search(word) is not None for word in words
    )
    if english == serbian:
        return None
    return "en" if english > serbian else "sr-Latn"


SERBIAN_LETTER = re.compile("[čćšžđ]")

# The dateline

_DAY = (
    r"(?:[0-9]{1,2}\.?\s*[^\W\d_]+\.?,?\s+[0-9]{4}|[^\W\d_]+\s+[0-9]{1,2},?\s+[0-9]{4}"
    r"|[0-9]{1,2}\.\s*[0-9]{1,2}\.\s*[0-9]{4})\.?(?:\s*(?:godine|године))?"
)
DATELINE = re.compile(
    rf"(?P<place>[^\W\d_][^\n\d()–—]{{1,60}}?),?\s+(?P<day>{_DAY})[*_]*\s*(?:[–—]|--?)[*_]*\s+"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a text was given out, and the text without it.

    :param day: as staff type it.
    """

    place: str
    day: str
    rest: str


def dateline_of(paragraph: str, zone: ZoneInfo) -> Dateline | None:
    """Read a dateline such as “BELGRADE, 12 May 2010 –” at the beginning of a text."""
    marks = re.match(r"[*_]*", paragraph)
    begin = marks.end() if marks else 0
    found = DATELINE.match(paragraph, begin)
    day = as_typed(found["day"], zone) if found else None
    place = " ".join(found["place"].strip(" ,*_").split()) if found else ""
    if found is None or day is None or not place[:1].isupper():
        return None
    return Dateline(_in_small_letters(place), day, paragraph[found.end() :])


def _in_small_letters(place: str) -> str:
    return place.title() if place.isupper() else place


# The title

# Characters of a line that can be a title.
LONGEST_TITLE = 140
NAMED = re.compile(r"[“„\"]([^“”„\"\n]{8,140})[”“\"]")
TITLE_ENDS = (".", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and the paragraphs that remain below it.

    :param is_guess: it was not set as a title, but is a name that the text begins with.
    """

    text: str
    paragraphs: tuple[str, ...]
    is_guess: bool = False


def title_of(paragraphs: Sequence[str]) -> Title | None:
    """Find the title of a text that has none of its own."""
    if not paragraphs:
        return None
    first, *rest = paragraphs
    words = words_of(first.lstrip("# "))
    if rest and _is_title(first, words):
        return Title(words, tuple(rest))
    named = next((name for name in NAMED.findall(first) if name.isupper()), None)
    if named:
        return Title(
            in_sentence_case(named, "\n".join(paragraphs)), tuple(paragraphs), is_guess=True
        )
    return None


def _is_title(paragraph: str, words: str) -> bool:
    return (
        "\n" not in paragraph
        and 0 < len(words) <= LONGEST_TITLE
        and not words.endswith(TITLE_ENDS)
        and not paragraph.startswith(("!", "- ", ">", "|", "`"))
    )


def in_sentence_case(title: str, text: str) -> str:
    """Write a title in small letters, but for names: words that the text never writes small.

    :param text: where the words of the title may stand again.
    """
    words = set(WORD.findall(text.replace(title, " ")))
    names = {
        word.casefold(): word
        for word in sorted(words)
        if not word.islower() and word.lower() not in words
    }
    first, *_ = WORD.findall(title) or [""]
    names.pop(first.casefold(), None)
    small = WORD.sub(lambda word: names.get(word[0].casefold(), word[0].lower()), title)
    return small[:1].upper() + small[1:]


WORD = re.compile(r"[^\W\d_]+")

# Who spoke

ENDING = r"[^\W\d_]{0,3}"
CONSONANT_ENDS = re.compile(r"[aeiou]$")


def speakers_in(text: str, vocabulary: Vocabulary, language: Language) -> tuple[str, ...]:
    """Find the people of the vocabulary whose whole names stand in a text, in their order there."""
    plain = folded(text)
    found: dict[str, int] = {}
    for key, record in vocabulary.people.items():
        places = [
            place.start()
            for name in dict.fromkeys(record.name.values())
            for place in re.finditer(_name_pattern(name, language), plain)
        ]
        if places:
            found[key] = min(places)
    return tuple(sorted(found, key=lambda key: (found[key], key)))


def _name_pattern(name: str, language: Language) -> str:
    """Match a name; in Serbian in any of its cases: Nenad Nerić, Nenada Nerića."""
    ending = ENDING if language_of(language) == "sr" else ""
    words = folded(name).split()
    first, *others = (re.escape(CONSONANT_ENDS.sub("", each) if ending else each) for each in words)
    # It begins with letters and looks back then: most texts are passed over at once like that.
    begin = rf"{first}(?<!\w{first})"
    return " ".join(f"{word}{ending}" for word in (begin, *others)) + r"(?!\w)"
