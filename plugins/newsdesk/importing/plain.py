"""Reads a plain text: paragraphs with empty lines between them."""

from __future__ import annotations

import re
from html import escape

from newsdesk.importing.found import Found
from newsdesk.importing.letters import text_of
from newsdesk.importing.markup import markdown_of, soup_of

BULLET = re.compile(r"\s*(?:[•·▪●◦‣*]|[-–](?= ))\s*")
BETWEEN = re.compile(r"\n\s*\n")


def read_text(origin: str, data: bytes) -> Found:
    """Read a plain text.

    :param origin: the file as the person knows it; it is not opened.
    :raises SiteError: when it is no text.
    """
    text = text_of(origin, data)
    html = "".join(_block(block) for block in BETWEEN.split(text.expandtabs(4)))
    return Found(origin=origin, body=markdown_of(soup_of(html)))


def _block(block: str) -> str:
    """Write a paragraph as HTML, or a list when each of its lines begins with a bullet."""
    lines = [line.strip() for line in block.strip().split("\n")]
    if len(lines) > 1 and all(BULLET.match(line) for line in lines):
        points = "".join(f"<li>{escape(BULLET.sub('', line, count=1))}</li>" for line in lines)
        return f"<ul>{points}</ul>"
    return f"<p>{escape(chr(10).join(lines))}</p>"
