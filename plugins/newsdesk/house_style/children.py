"""Children: what must not stand together, so that no stranger can find a child.

Only an age that belongs to a full name counts, such as “Ana Petrović (9)” or “devetogodišnja Ana
Petrović”: a minister and a nine-year-old in one sentence are two people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from newsdesk.house_style.draft import Draft, Text
from newsdesk.house_style.signs import CAPITAL, NAME, Signs, Way
from newsdesk.house_style.signs_english import english_signs
from newsdesk.house_style.signs_serbian import serbian_signs
from newsdesk.language import Language
from newsdesk.problems import Problem, say

# Characters on both sides of an age in which its name stands.
NEAR = 100
# The same for its sentence and the two beside it.
REACH = 400
BETWEEN_SENTENCES = re.compile(
    rf"(?<=[.!?…])[”“\"’)*_]*\s+(?=[„“\"(*_]*[{CAPITAL}])|\n[ \t>]*\n[\s>#]*"
)
BETWEEN_TEXTS = "\n\n"
BEGINS_WITH_NAME = re.compile(rf"[*_\s]*{NAME}")

# How each language tells it; to compile these patterns takes a while, and most builds need none.
SIGNS: Mapping[Language, Callable[[], Signs]] = {
    "en": cache(english_signs),
    "sr-Latn": cache(partial(serbian_signs, "sr-Latn")),
    "sr-Cyrl": cache(partial(serbian_signs, "sr-Cyrl")),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A full name that has an age.

    :param offset: where it stands, in characters from the beginning of its text.
    """

    offset: int
    name: str


def findable_child(draft: Draft) -> Iterator[Problem]:
    """A child's full name, exact age and place do not stand together: they lead to the door."""
    if draft.language not in SIGNS:
        return
    signs = SIGNS[draft.language]()
    words = BETWEEN_TEXTS.join(text.words for text in draft.texts)
    found = {
        child.offset: (child.name, place)
        for way in signs.ways
        for age in way.trace.finditer(words)
        for child, place in _found_near(age.start(), words, way, signs)
    }
    if found and not signs.changed.search(words):
        for offset, (name, place) in sorted(found.items()):
            yield _problem(draft, offset, name, place)


def _problem(draft: Draft, offset: int, name: str, place: str) -> Problem:
    message = say(
        "“{name}”, an age and “{place}” stand together: a stranger can find the child by them",
        name=name,
        place=" ".join(place.split()),
    )
    hint = say("leave out one of the three, or change the name and say so")
    text, offset = _in_its_text(draft, offset)
    return text.warn(offset, message, hint)


def _in_its_text(draft: Draft, offset: int) -> tuple[Text, int]:
    """Tell in which text of a draft a place of its joined texts stands, and where in it."""
    for text in draft.texts[:-1]:
        length = len(text.words) + len(BETWEEN_TEXTS)
        if offset < length:
            return text, offset
        offset -= length
    return draft.body, offset


@dataclass(frozen=True, slots=True)
class Nearby:
    """A sentence between two others, by their places in the text.

    :param before: where the sentence before it begins.
    :param begins: where it begins itself.
    :param ends: where it ends.
    :param after: where the sentence behind it ends.
    """

    before: int
    begins: int
    ends: int
    after: int


def _nearby(place: int, words: str) -> Nearby:
    """Find the sentence in which a place stands, and those beside it."""
    begin, end = max(0, place - REACH), min(len(words), place + REACH)
    gaps = [gap.span() for gap in BETWEEN_SENTENCES.finditer(words, begin, end)]
    begins = [begin, begin, *(stop for _, stop in gaps if stop <= place)]
    ends = [*(start for start, _ in gaps if start > place), end, end]
    return Nearby(begins[-2], begins[-1], ends[0], ends[1])


def _found_near(age: int, words: str, way: Way, signs: Signs) -> Iterator[tuple[Named, str]]:
    """Give the children whose age this is, if a place stands near enough."""
    begin, end = max(0, age - NEAR), age + NEAR
    patterns = (*way.belongings, signs.sentence)
    if not any(pattern.search(words, begin, end) for pattern in patterns):
        return
    nearby = _nearby(age, words)
    place = signs.place.search(words, nearby.before, nearby.after)
    if place:
        for child in _named(nearby, words, way, signs):
            yield child, place["place"]


def _named(nearby: Nearby, words: str, way: Way, signs: Signs) -> Iterator[Named]:
    for pattern in way.belongings:
        for found in pattern.finditer(words, nearby.begins, nearby.ends):
            yield from _full_name(found, signs)
    if signs.sentence.match(words, nearby.begins, nearby.ends):
        subject = BEGINS_WITH_NAME.match(words, nearby.before, nearby.begins)
        if subject:
            yield from _full_name(subject, signs)


def _full_name(found: re.Match[str], signs: Signs) -> Iterator[Named]:
    name = signs.full_name(found["name"])
    if name:
        first = name.partition(" ")[0]
        yield Named(found.start("name") + found["name"].index(first), name)
