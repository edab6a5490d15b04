"""Dividing a post at its two lines `---` into its header and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.header.limits import SHOWN
from newsdesk.header.report import Report, short
from newsdesk.problems import say

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ALMOST_OPENING = re.compile(r"[-‐-―−_=*+~.]+")
_ALMOST_CLOSING = re.compile(
    r"^[ \t]*(?:[-‐-―−]{2,40}|[—―]|\.{3})[ \t]*$",  # other dashes, as editors put them
    re.MULTILINE,
)
_RUNNING_TEXT = re.compile(
    r"\n\n(?=[^\s\-\]}#\"'?])"  # a line behind an empty one …
    r"(?![^\s:]+ ?:(?: |\n|\Z))"  # … that is no field
)

_THREE_HYPHENS = say("type three hyphens --- in this line, and nothing else")
_LINE_BETWEEN = say("type a line --- between the header and the text")


@dataclass(frozen=True, slots=True)
class Parts:
    """A file, divided at its two lines `---`; lines are counted from 1."""

    header: str
    header_line: int
    body: str
    body_line: int


def divided(text: str, report: Report) -> Parts:
    """Divide a post into its header and its text."""
    start = _after_opening(text, report)
    closing, end = _closing(text, start, report)
    return Parts(
        header=text[start:closing],
        header_line=text.count("\n", 0, start) + 1,
        body=text[end + 1 :],
        body_line=text.count("\n", 0, end) + 2,
    )


def _after_opening(text: str, report: Report) -> int:
    """Find where the header begins, behind the first line `---`."""
    begin = len(text) - len(text.lstrip())
    opening = _OPENING.match(text, begin)
    if opening is None:
        return _almost_opening(text, begin, report)
    if begin:
        report.add(
            1,
            say("empty lines or spaces stand before the first “---”"),
            say("delete them, so that the file begins with ---"),
        )
    return opening.end()


def _almost_opening(text: str, begin: int, report: Report) -> int:
    """Take a row of other dashes as the first line `---`; without any, there is no header."""
    line = text.count("\n", 0, begin) + 1
    first, _, rest = text[begin:].partition("\n")
    if not _ALMOST_OPENING.fullmatch(first.rstrip()):
        report.stop(
            line,
            say("the file does not begin with a header, but with “{first}”", first=short(first)),
            say("type --- as the first line, under it the header, and under that another ---"),
        )
    report.add(
        line,
        say("the header begins with “{first}”, not with “---”", first=short(first)),
        _THREE_HYPHENS,
    )
    return len(text) - len(rest)


def _closing(text: str, start: int, report: Report) -> tuple[int, int]:
    """Find where the second line `---` begins and ends, or what was meant as it."""
    closing = _CLOSING.search(text, start)
    running = _RUNNING_TEXT.search(text, start, closing.start() if closing else len(text))
    if closing and not running:
        return closing.span()
    almost = _ALMOST_CLOSING.search(text, start, _end_of_paragraph(text, start))
    if almost:
        report.add(
            text.count("\n", 0, almost.start()) + 1,
            say("the header ends with “{last}”, not with “---”", last=almost[0].rstrip()[:SHOWN]),
            _THREE_HYPHENS,
        )
        return almost.span()
    if running is None:
        report.stop(
            text.count("\n", 0, start) or 1,
            say("the header that begins here has no end"),
            _LINE_BETWEEN,
        )
    report.add(
        text.count("\n", 0, running.end()) + 1,
        say("the text begins here, but the header above it has no end"),
        _LINE_BETWEEN,
    )
    return running.start() + 1, running.end() - 1


def _end_of_paragraph(text: str, start: int) -> int:
    """Find the next empty line, or the end of the text."""
    end = text.find("\n\n", start)
    return end if end >= 0 else len(text)
