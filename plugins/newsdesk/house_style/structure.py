"""Tables and headings: by them people find their way who cannot see the page as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.house_style.draft import Draft, shown
from newsdesk.manuscript import Heading, headings
from newsdesk.problems import Message, Problem, say

# Each pattern begins with a character, not with a choice, and so is done in microseconds.
TABLE = re.compile(r"\n\|[^\n]*(?:\n\|[^\n]*)+")
RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)*(?:\s*:?-+:?\s*)?")
CELL_WITH_WORDS = re.compile(r"\w")
STOP_BEHIND_MARKS = re.compile(r"#[^\n]{0,300}\.[\s*_#]*(?:\n|\Z)")
STOP_ABOVE_LINE = re.compile(r"\.[ \t*_]*\n[=-]+ *(?:\n|\Z)")
# U.S., and abbreviations and dots that belong to the words.
RIGHT_STOP = re.compile(
    r"(?:\.\.|\w\.\w+|\b(?:al|dr|etc|god|Inc|itd|Jr|Ltd|sl|Sr|tj|год|др|итд|сл|тј))\.\Z"
)
# Serbian writes a year with a full stop.
YEAR = re.compile(r"\d\.\Z")
BOLD = re.compile(
    r"\n\n(?P<mark>\*\*|__)"
    r"(?P<words>[^\s*`](?:[^*`\n]{0,78}[^\s*`.!…,;])?)"
    r"(?P=mark)[ \t]*(?=\n\n\s*\S)"
)


def headless_tables(draft: Draft) -> Iterator[Problem]:
    """A table begins with a row that names its columns; it is read out with every cell."""
    words = f"\n{draft.body.words}"
    for table in TABLE.finditer(words):
        first, second = (row.strip() for row in table[0].split("\n")[1:3])
        if not (CELL_WITH_WORDS.search(first) and RULE.fullmatch(second)):
            message = say("the table that begins here does not name its columns")
            yield draft.body.warn(table.start(), message, _header_for(first, second))


def _header_for(first: str, second: str) -> Message:
    if RULE.fullmatch(second):
        return say("name them in this row, such as | Year | Children |")
    if RULE.fullmatch(first):
        return say("type a row above this one, such as | Year | Children |")
    rule = "|" + " --- |" * max(1, first.strip("|").count("|") + 1)
    return say("type two rows above this one, such as | Year | Children | and {rule}", rule=rule)


def stopped_headings(draft: Draft) -> Iterator[Problem]:
    """A heading has no full stop at its end: it is a name and not a sentence."""
    words = draft.body.words
    if not (STOP_BEHIND_MARKS.search(words) or STOP_ABOVE_LINE.search(words)):
        return
    for heading in headings(draft.source):
        plain = heading.words.strip("*_ ")
        if plain.endswith(".") and not _is_right_stop(plain, draft):
            yield _stopped(draft, heading, plain)


def _is_right_stop(words: str, draft: Draft) -> bool:
    return bool(RIGHT_STOP.search(words) or (draft.is_serbian and YEAR.search(words)))


def _stopped(draft: Draft, heading: Heading, words: str) -> Problem:
    message = say("the heading “{words}” ends with a full stop", words=shown(words))
    hint = say("type {words}", words=words.rstrip("."))
    return Problem(draft.source.path, heading.line, message, hint, level="warning")


def bold_headings(draft: Draft) -> Iterator[Problem]:
    """A heading is typed as one: who moves from heading to heading passes over a bold line."""
    for found in BOLD.finditer(f"\n\n{draft.body.words}"):
        words = found["words"].rstrip(":")
        message = say("“{words}” stands like a heading, but is a line in bold", words=words)
        yield draft.body.warn(found.start(), message, say("type ## {words}", words=words))
