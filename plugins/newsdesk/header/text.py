"""Turning the bytes of a file into clean text: its size, its lines and its letters."""

from __future__ import annotations

import unicodedata

from newsdesk.header.encoding import decoded
from newsdesk.header.hidden import HIDDEN, without_hidden
from newsdesk.header.limits import FILE_LIMIT
from newsdesk.header.report import Report
from newsdesk.problems import say


def clean_text(data: bytes, report: Report) -> str:
    """Give the text of a file, in lines that end with a line feed, without hidden characters."""
    if len(data) > FILE_LIMIT:
        report.stop(
            0,
            say("the file is larger than {limit} bytes", limit=FILE_LIMIT),
            say("pictures and publications go into folders of their own; keep here the text alone"),
        )
    text = without_hidden(
        _composed(_with_line_feeds(decoded(data, report), report)), HIDDEN, 1, report
    )
    if not text or text.isspace():
        report.stop(
            0, say("the file is empty"), say("type its header and its text, or delete the file")
        )
    return text


def _with_line_feeds(text: str, report: Report) -> str:
    """Make every line end with a line feed alone, as everywhere in content/."""
    first = text.find("\r")
    if first < 0:
        return text
    report.add(
        text.count("\n", 0, first) + 1,
        say("the lines end as on Windows or on an old Mac (CRLF or CR)"),
        say("set the line ends of the file to LF in the editor, and save it"),
    )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _composed(text: str) -> str:
    """Make one character of a letter and the mark that a Mac writes behind it, such as c and ˇ.

    Both look the same, but only equal characters are equal words. Normal form C of Unicode never
    changes the number of lines, and gives a text that is composed already back as it is.
    """
    return unicodedata.normalize("NFC", text)
