"""The HTML that a text may have: what writing needs, and nothing that runs, loads or dresses up.

The list is after what GOV.UK's publishing tools let through, made shorter. Whatever is not on it
is a problem that names its line; on the way to the page, the same list is a wall.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

# What Markdown makes by itself, and what staff may type besides.
OF_MARKDOWN = """
    a blockquote br code dd div dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong sup table
    tbody td th thead tr ul
    """
BESIDES = """
    abbr aside b bdi bdo caption cite col colgroup del details dfn figcaption figure i ins kbd
    mark q rp rt ruby s samp section small span sub summary tfoot time u var wbr
    """
# Only Markdown makes pictures: they come with caption, credit and description from their record.
ONLY_MARKDOWN = frozenset({"img"})
TAGS = frozenset(OF_MARKDOWN.split() + BESIDES.split())

EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "hreflang"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "src"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start"}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
# How addresses may begin: on the page, and before what they stand for is put in.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
OF_THE_HOUSE = frozenset({"category", "item", "photo"})
WITH_ADDRESS = frozenset({"href", "src"})

# What browsers read over in an address.
READ_OVER = re.compile(r"^[\x00-\x20]+|[\t\n\r]+")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")


def is_allowed(tag: str, attribute: str) -> bool:
    """Tell whether a tag may have an attribute; both are in small letters."""
    return attribute in EVERYWHERE or attribute in ATTRIBUTES.get(tag, ())


def wrong_scheme(address: str) -> str | None:
    """Give how an address begins that may not begin so, as a browser would read it."""
    found = SCHEME.match(READ_OVER.sub("", unescape(address)).lower())
    if found is None or found[1] in SCHEMES | OF_THE_HOUSE:
        return None
    return found[1]
