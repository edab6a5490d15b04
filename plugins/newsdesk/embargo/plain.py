"""Brings texts and files to a plain form in which the same words are the same bytes.

A title comes out of the press with other spaces, quotation marks and capitals in spans than it was
typed with. What remains of both here are their letters and digits.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

LETTERS = (string.ascii_letters + string.digits).encode()
# The bytes of typographical spaces, dashes and quotation marks in UTF-8. Other letters lose some
# of theirs with them, on both sides alike.
OF_TYPOGRAPHY = b"\xc2\xa0\xad\xe2\x80\x90\x93\x94\x98\x99\x9c\x9d\x9e\xa6\xaf"
DROPPED = bytes(set(range(128)) - set(LETTERS)) + OF_TYPOGRAPHY
SMALL = bytes.maketrans(string.ascii_uppercase.encode(), string.ascii_lowercase.encode())
# What the typesetter puts between letters, and how the signs that are dropped stand in HTML.
OF_THE_TYPESETTER = (b'<span class="caps">', b'<span class="amp">', b"</span>", b"&nbsp;")
QUOTED = (b"&quot;", b"&#34;", b"&#39;", b"&#x27;", b"&apos;")


def plain(data: bytes) -> bytes:
    """Leave the letters and digits alone, small."""
    for mark in (*OF_THE_TYPESETTER, *QUOTED):
        data = data.replace(mark, b"")
    return data.translate(SMALL, DROPPED)


def spellings(text: str) -> Iterator[bytes]:
    """Give the plain forms of a text as it stands in text files, in HTML and in addresses."""
    for written in (text, escape(text, quote=False), quote(text)):
        yield plain(written.encode())
