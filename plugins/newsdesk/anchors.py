"""The places of a page, and where it points to: all that the gate of the links needs of it."""

from __future__ import annotations

from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

POINTERS = (("[href]", "href"), ("[src]", "src"))


class Anchors(NamedTuple):
    """What one page offers and asks for: its ids, and the addresses that it points to."""

    ids: tuple[str, ...]
    doubled: tuple[str, ...]
    pointers: tuple[str, ...]


def anchors(html: bytes) -> Anchors:
    """Read the ids and the addresses out of a page."""
    tree = LexborHTMLParser(html)
    ids = [node.attributes.get("id") or "" for node in tree.css("[id]")]
    doubled = sorted({name for name in ids if ids.count(name) > 1})
    pointers = [
        node.attributes.get(attribute) or ""
        for selector, attribute in POINTERS
        for node in tree.css(selector)
    ]
    return Anchors(tuple(dict.fromkeys(ids)), tuple(doubled), tuple(dict.fromkeys(pointers)))
