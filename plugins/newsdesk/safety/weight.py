"""Finds texts that Markdown would brood over for minutes: mostly pasted by mistake, rarely meant.

Markdown looks for the end of each sign that could begin something, to the end of the paragraph. A
thousand beginnings without an end take it a million steps, and twenty thousand take minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdesk.header import Source
from newsdesk.manuscript import NOTES
from newsdesk.problems import Problem, say

# A paragraph that people can read has a tenth of this of any sign.
MOST_OF_A_SIGN = 400
SIGNS = "*_`<&{!#>-~=\\\"'"
# Brackets that are open at one place; a link in a note in brackets makes three.
DEEPEST = 20
# Lines without an empty one between them, paragraphs of a text, and boxes of Markdown within HTML.
MOST_LINES, MOST_PARAGRAPHS, MOST_BOXES = 1000, 3000, 30
PAIRS = {"]": "[", ")": "("}
BRACKET = re.compile(r"[\[\]()]")
# Levels of quotations and lists within each other.
DEEPEST_QUOTATION = 10
QUOTATION = re.compile(rf"(?:[ \t]{{0,3}}>){{{DEEPEST_QUOTATION + 1}}}")
# Lists within lists, one behind the other in a line or further and further to the right: each level
# is a call within a call, and there are not endlessly many.
DEEPEST_LIST = 20
NESTED = re.compile(
    rf"^(?:[ \t]*(?:(?:[+>]|\d{{1,9}}\.)[ \t]+){{{DEEPEST_LIST},}}"
    rf"|(?: {{4}}|\t){{{DEEPEST_LIST},}}(?:[-*+]|\d{{1,9}}\.)[ \t])",
    re.MULTILINE,
)
EMPTY_LINES = re.compile(r"\n[ \t]*\n")


def check_weight(source: Source) -> Iterator[Problem]:
    """No paragraph holds more signs than a person types."""
    yield from _heavy(source.path, source.body, source.body_line)
    notes = source.header.get(NOTES)
    if isinstance(notes, str):
        line = source.line_of((NOTES,))
        yield from (
            Problem(each.path, line, each.message, each.hint)
            for each in _heavy(source.path, notes, line)
        )


def _heavy(path: str, text: str, line: int) -> Iterator[Problem]:
    begin = 0
    paragraphs = EMPTY_LINES.split(text)
    if len(paragraphs) > MOST_PARAGRAPHS or text.count("markdown=") > MOST_BOXES:
        message = say("no text has so many parts")
        yield Problem(path, line, message, say("make several posts of it, or a file to download"))
        return
    signs = [sign for sign in SIGNS if text.count(sign) > MOST_OF_A_SIGN]
    for paragraph in paragraphs:
        for sign in _too_many(paragraph, signs):
            at = line + text.count("\n", 0, text.find(paragraph, begin))
            message = say("no text has so many of the sign “{sign}” in one paragraph", sign=sign)
            yield Problem(path, at, message, say("take them out, or leave empty lines in between"))
        if paragraph.count("\n") > MOST_LINES:
            at = line + text.count("\n", 0, text.find(paragraph, begin))
            message = say("no paragraph, list or table has so many lines")
            yield Problem(path, at, message, say("leave empty lines in between"))
        begin += len(paragraph)
    if nested := NESTED.search(text):
        at = line + text.count("\n", 0, nested.start())
        message = say("no list stands within so many others")
        yield Problem(path, at, message, say("move it to the left, or write its points as a text"))


def _too_many(paragraph: str, signs: Sequence[str]) -> Iterator[str]:
    """Give the signs of which a paragraph has too many.

    :param signs: those of which its whole text has as many.
    """
    if len(paragraph) <= DEEPEST:
        return
    yield from (sign for sign in signs if paragraph.count(sign) > MOST_OF_A_SIGN)
    yield from _too_deep(paragraph)
    if paragraph.count(">") > DEEPEST_QUOTATION and QUOTATION.search(paragraph):
        yield ">"


def _too_deep(paragraph: str) -> Iterator[str]:
    """Give the brackets of which too many are open at once."""
    for end, begin in PAIRS.items():
        if paragraph.count(begin) <= DEEPEST:
            continue
        depth = deepest = 0
        for found in BRACKET.findall(paragraph):
            depth = depth + 1 if found == begin else max(0, depth - (found == end))
            deepest = max(deepest, depth)
        if deepest > DEEPEST:
            yield begin
