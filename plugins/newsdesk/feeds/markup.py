"""A text leaves its page: addresses become absolute, and what only works on the page stays behind.

Both functions read HTML the way a browser does and write what it understood, so an unclosed tag is
closed, and whatever a browser would show the same stays the same.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ADDRESSES = ("href", "src", "poster", "cite", "data", "longdesc", "background")
_CANDIDATES = ("srcset", "imagesrcset")
_WITH_ADDRESS = ", ".join(f"[{name}]" for name in (*_ADDRESSES, *_CANDIDATES))

# One candidate of a srcset: an address may hold commas but does not end in one.
_CANDIDATE = re.compile(r"(?P<before>[\s,]*)(?P<address>\S*[^\s,])(?P<after>\s[^,]*)?")

_LEFT_BEHIND = (
    *("script", "style", "link", "meta", "base", "template", "canvas"),
    *("iframe", "frame", "frameset", "object", "embed", "applet"),
    *("form", "input", "button", "select", "textarea", "dialog"),
)

_DRESS = ("class", "style")

# A browser drops one line end after these tags, and so does the reading here; it is written twice
# so that one remains.
_LINE_END_AFTER_TAG = re.compile(r"(<(?:pre|textarea|listing)\b[^>]*>)(\r?\n)", re.IGNORECASE)


def absolute(html: str, base: str) -> str:
    """Make every address in a piece of HTML absolute.

    :param base: the canonical address of the page; a link to a place in the page leads there.
    """
    tree = _tree(html)
    for node in tree.css(_WITH_ADDRESS):
        for name, value in node.attributes.items():
            if value is None or _stays_inside(node, value):
                continue
            if name in _ADDRESSES:
                node.attrs[name] = _joined(base, value)
            elif name in _CANDIDATES:
                node.attrs[name] = _CANDIDATE.sub(lambda found: _candidate(found, base), value)
    return tree.html or ""


def for_feeds(html: str) -> str:
    """Leave out what a feed reader neither runs nor should: scripts, frames, forms, styles.

    The names by which our own style sheet finds its way go with them. What stands in `noscript` is
    for readers without scripts, so it stays.
    """
    tree = _tree(html)
    tree.strip_tags(list(_LEFT_BEHIND))
    tree.unwrap_tags(["noscript"])
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name in _DRESS or name.startswith("on") or _is_script(name, value):
                del node.attrs[name]
    for span in tree.css("span"):
        if not span.attributes:
            span.unwrap()
    return tree.html or ""


def _tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(_LINE_END_AFTER_TAG.sub(r"\1\2\2", html), is_fragment=True)


def _stays_inside(node: LexborNode, value: str) -> bool:
    """Tell whether a drawing refers to one of its own parts, which is not an address."""
    return value.startswith("#") and node.tag not in {"a", "area"}


def _candidate(found: re.Match[str], base: str) -> str:
    return found["before"] + _joined(base, found["address"]) + (found["after"] or "")


def _joined(base: str, address: str) -> str:
    """Resolve an address; one that cannot be read is for the check of links to report."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address


def _is_script(name: str, value: str | None) -> bool:
    """Tell whether an address is a program; browsers read over spaces and control characters."""
    if value is None or name not in (*_ADDRESSES, "xlink:href"):
        return False
    return re.sub(r"[\x00-\x20]", "", value).lower().startswith("javascript:")
