"""What can be told of a post's body as it was typed, before it becomes a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.header import Source
from newsdesk.problems import Problem, say

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
INLINE_CODE = re.compile(r"(`+).+?\1")
# [text](target …) and [label]: target
INLINE_LINK = re.compile(r"(!?)\[[^\]]*\]\(\s*<?([^)\s>]+)")
LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)()")


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or a picture that the body points to.

    :param target: as typed, such as `item:k7m2qx#history` or `photos/school.jpg`.
    """

    target: str
    line: int
    is_picture: bool


def lines_of_text(source: Source) -> Iterator[tuple[int, str]]:
    """Give the numbered lines of the body, without code."""
    fence: str | None = None
    for line, text in enumerate(source.body.split("\n"), start=source.body_line):
        marker = FENCE.match(text)
        if marker and fence is None:
            fence = marker[1]
        elif marker and fence and marker[1].startswith(fence):
            fence = None
        elif fence is None:
            yield line, INLINE_CODE.sub("", text)


def references(source: Source) -> Iterator[Reference]:
    """Give every link and picture of the body, with its line."""
    if "](" not in source.body and "]:" not in source.body:
        return
    for line, text in lines_of_text(source):
        for found in INLINE_LINK.finditer(text):
            yield Reference(found[2], line, is_picture=found[1] == "!")
        if definition := LINK_DEFINITION.match(text):
            yield Reference(definition[1], line, is_picture=False)


def check_headings(source: Source) -> Iterator[Problem]:
    """The title is the one first-level heading, and no level is left out on the way down.

    A screen reader's user moves by headings: a missing level reads like a missing chapter.
    """
    above = 1
    for line, text in lines_of_text(source):
        heading = HEADING.match(text)
        if not heading:
            continue
        level, words = len(heading[1]), heading[2]
        if level == 1:
            yield _second_title(source.path, line, words)
        elif level > above + 1:
            yield _left_out(source.path, line, above + 1, words)
        above = max(level, 2)


def _second_title(path: str, line: int, words: str) -> Problem:
    message = say("“{words}” is a second title: the one in the header is enough", words=words)
    return Problem(path, line, message, say("type ## {words}", words=words))


def _left_out(path: str, line: int, level: int, words: str) -> Problem:
    message = say("the heading “{words}” leaves out a level", words=words)
    return Problem(path, line, message, say("type {marks} {words}", marks="#" * level, words=words))
