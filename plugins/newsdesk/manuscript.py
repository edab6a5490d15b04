"""What can be told of a post's body as it was typed, before it becomes a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from newsdesk.header import Source
from newsdesk.problems import Problem, say

# The field of a post that is Markdown like its body.
NOTES = "notes_to_editors"
FENCED_CODE = FencedBlockPreprocessor.FENCED_BLOCK_RE
# Markdown makes a heading of # without a space too, and of a line that is underlined.
HEADING = re.compile(
    r"(?:> ?|[-*+] +|\d+\. +)*(?P<marks>#{1,6})(?P<gap>[ \t]*)(?P<words>.*?)[ \t#]*"
)
UNDERLINE = re.compile(r"(?P<mark>[=-])(?P=mark)* *")
LEVELS = {"=": 1, "-": 2}
INLINE_CODE = re.compile(r"(`+).+?\1")
# [text](target "title"), [text](<target>) and [label]: target
TARGET = re.compile(
    r"(?<!\\)\]\(\s*(?:<(?P<marked>[^<>]*)>|(?P<bare>(?:[^()<>]|\([^()]*\))*?))"
    r"(?:\s+[\"'].{0,200}?)?\s*\)"
)
DEFINITION = re.compile(
    r" {0,3}\[(?!\^)[^\[\]]*\]: *<?(?P<target>[^\s>]+)>? *(?:[\"'(].*)?",
)
# How the target of a definition begins when pictures are meant; the second way is a slip.
PICTURES = ("photo:", "photos/")
BEGINS_A_PICTURE = re.compile(r"!\[[^\[\]]*$")


@dataclass(frozen=True)
class Reference:
    """A link or a picture that the body points to.

    :param target: as typed, such as `item:k7m2qx#history` or `photo:school`.
    """

    target: str
    line: int
    is_picture: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body.

    :param level: 1 for the highest.
    :param glued: whether it was typed without a space behind its marks, like a hashtag.
    """

    words: str
    level: int
    line: int
    glued: bool = False


def lines_of_text(source: Source) -> Iterator[tuple[int, str]]:
    """Give the numbered lines of the body; those of code are empty."""
    text = source.body
    if "```" in text or "~~~" in text:
        text = FENCED_CODE.sub(lambda code: "\n" * code[0].count("\n"), text)
    return enumerate(text.split("\n"), start=source.body_line)


def references(source: Source) -> Iterator[Reference]:
    """Give every link and picture of the body, with its line."""
    if not _may_refer(source.body):
        return
    for line, typed in lines_of_text(source):
        if not _may_refer(typed):
            continue
        text = INLINE_CODE.sub("", typed)
        for found in TARGET.finditer(text):
            target = found["bare"] if found["marked"] is None else found["marked"]
            is_picture = BEGINS_A_PICTURE.search(text, 0, found.start()) is not None
            yield Reference(target.strip(), line, is_picture)
        if definition := DEFINITION.fullmatch(text):
            target = definition["target"]
            yield Reference(target, line, is_picture=target.startswith(PICTURES))


def _may_refer(text: str) -> bool:
    """Tell at a glance whether links could be in a text: in most lines there are none."""
    return "](" in text or "]:" in text


def references_in(source: Source, notes: str | None) -> Iterator[Reference]:
    """Give every link and picture of a post: those of its body, and of its notes to editors."""
    yield from references(source)
    if notes:
        line = source.line_of((NOTES,))
        for reference in references(Source(source.path, {}, {}, notes, line)):
            yield replace(reference, line=line)


def headings(source: Source) -> Iterator[Heading]:
    """Give every heading of the body, whether it begins with # or is underlined."""
    first, before = True, ""
    for line, text in lines_of_text(source):
        if found := HEADING.fullmatch(text):
            yield Heading(found["words"], len(found["marks"]), line, glued=not found["gap"])
        elif first and before and UNDERLINE.fullmatch(text):
            yield Heading(before, LEVELS[text[0]], line - 1)
        # Only the first line of a paragraph can be underlined.
        first = not before
        before = "" if found else text.strip()


def check_headings(source: Source) -> Iterator[Problem]:
    """The title is the one first-level heading, and no level is left out on the way down.

    A screen reader's user moves by headings: a missing level reads like a missing chapter.
    """
    above = 1
    for heading in headings(source):
        if not heading.words:
            yield _without_words(source.path, heading)
        elif heading.level == 1 and heading.glued:
            yield _hashtag(source.path, heading)
        elif heading.level == 1:
            yield _second_title(source.path, heading)
        elif heading.level > above + 1:
            yield _left_out(source.path, heading, above + 1)
        above = max(heading.level, 2)


def _without_words(path: str, heading: Heading) -> Problem:
    message = say("a heading without words stands here")
    return Problem(path, heading.line, message, say("type its words, or take the line out"))


def _hashtag(path: str, heading: Heading) -> Problem:
    word = heading.words.split()[0].rstrip(".,:;!?")
    message = say("“#{word}” at the beginning of a line makes a title of it", word=word)
    hint = say("type \\#{word} for a hashtag, or ## and a space for a heading", word=word)
    return Problem(path, heading.line, message, hint)


def _second_title(path: str, heading: Heading) -> Problem:
    words = heading.words
    message = say("“{words}” is a second title: the one in the header is enough", words=words)
    return Problem(path, heading.line, message, say("type ## {words}", words=words))


def _left_out(path: str, heading: Heading, level: int) -> Problem:
    words = heading.words
    message = say("the heading “{words}” leaves out a level", words=words)
    hint = say("type {marks} {words}", marks="#" * level, words=words)
    return Problem(path, heading.line, message, hint)
