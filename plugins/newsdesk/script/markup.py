"""Converts the text of an HTML page and leaves everything else to the letter.

The page is not taken apart into a tree and written anew: it is cut into tags and text, the text
is converted, and the pieces are put together again.
"""

from __future__ import annotations

import html as entities
import re

from newsdesk.script.converter import Converter
from newsdesk.script.numerals import BLOCK
from newsdesk.script.regions import Regions

# Comments, scripts and styles count as one tag each, whatever stands in them.
TAG = re.compile(
    r"(<!--.*?(?:-->|\Z)"
    r"|<script\b.*?(?:</script\s*>|\Z)"
    r"|<style\b.*?(?:</style\s*>|\Z)"
    r"|<[!?][^>]*>"
    r"|</?[A-Za-z](?:[^>\"']++|\"[^\"]*\"|'[^']*')*+>)",
    re.DOTALL | re.IGNORECASE,
)
# Tags that do not end a sentence; of all others it is taken that they do.
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "",
})  # fmt: skip
LETTER_ENTITY = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z]+);")


def convert_html(html: str, converter: Converter) -> str:
    """Convert the text of a page or a part of one.

    Code, scripts, other languages (`lang`), `translate="no"` and addresses stay; so does every
    attribute that is not text. A `lang` that names the old script of Serbian names the new one.
    """
    regions = Regions(lambda value: converter.text(_with_letters(value)), converter.script)
    pieces: list[str] = []
    tags: dict[int, str] = {}
    for text, tag in _in_turn(html):
        pieces += converter.pattern.split(_with_letters(text)) if regions.converts else [text]
        name, tags[len(pieces)] = regions.passing(tag)
        pieces.append("" if name in INLINE else BLOCK)
    converted = converter.pieces([*pieces, ""])
    for place, tag in tags.items():
        converted[place] = tag
    return "".join(converted)


def _in_turn(html: str) -> zip[tuple[str, str]]:
    """Cut a page into text and the tag behind it; the last text has an empty one."""
    cut = [*TAG.split(html), ""]
    return zip(cut[::2], cut[1::2], strict=True)


def _with_letters(text: str) -> str:
    """Write letters that stand as entities (&#269;) as letters, so that words are whole.

    Entities for plain a to z are left: Markdown hides e-mail addresses behind them.
    """
    return LETTER_ENTITY.sub(_letter, text) if "&" in text else text


def _letter(found: re.Match[str]) -> str:
    letter = entities.unescape(found[0])
    return letter if letter.isalpha() and not letter.isascii() else found[0]
