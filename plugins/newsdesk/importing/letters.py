"""Turns the bytes of an old file into clean text, whatever program once saved it."""

from __future__ import annotations

import re
import unicodedata

from bs4.dammit import EncodingDetector

from newsdesk.header.encoding import decoded
from newsdesk.header.report import Report
from newsdesk.problems import Problem, SiteError, say

# Bytes of one page or text; a book has fewer.
LARGEST = 20_000_000
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
# So many of its characters may be such signs in a text that was spoilt a little.
SPOILT = 0.02


def text_of(path: str, data: bytes, *, is_html: bool = False) -> str:
    """Give the text of a file: in composed letters, with line feeds.

    :param path: the file as the person knows it, for messages.
    :param is_html: it may say itself in which encoding it is.
    :raises SiteError: when it is no text.
    """
    if len(data) > LARGEST:
        message = say("the file is larger than {limit} bytes", limit=LARGEST)
        raise SiteError([Problem(path, 0, message)])
    text = _declared(data) if is_html else None
    if text is None:
        # How it is saved is of no matter here: what is written will be UTF-8.
        text = decoded(data, Report(path))
    if len(NO_TEXT.findall(text)) > SPOILT * len(text) or not text.strip():
        raise SiteError([Problem(path, 0, say("this is no text"))])
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _declared(data: bytes) -> str | None:
    """Read a page as it says that it is saved; None when it does not, or is not saved so."""
    name = EncodingDetector.find_declared_encoding(data, is_html=True)
    if not name or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return None
    try:
        return data.decode(name)
    except (LookupError, UnicodeError):
        return None
