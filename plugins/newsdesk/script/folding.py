"""Writes a text without anything that people leave out, or type otherwise, when they search.

What is indexed is folded here; what a reader types is folded in the same way by the theme's
search.js, with the same table. „Домановић“, „Domanović“ and “Domanovic” are then one word, as
„đaci“, “djaci” and “daci” are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from newsdesk.script.letters import LATIN_OF


def _bare(text: str) -> str:
    """Take all marks off the letters, and signs apart that are one but look like two."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))


# Every small Cyrillic letter in plain Latin ones. Đ bears no mark that could be taken off.
PLAIN: Mapping[str, str] = {
    "đ": "d",
    **{cyrillic: _bare(latin).replace("đ", "d") for cyrillic, latin in LATIN_OF.items()},
}
PLAIN_BY_CODE = {ord(sign): plain for sign, plain in PLAIN.items()}


def folded(text: str) -> str:
    """Fold a text: small Latin letters without marks, and d for each of d, dj, đ and ђ."""
    return _bare(text).lower().translate(PLAIN_BY_CODE).replace("dj", "d")
