"""Puts data into a page so that nothing in them can be taken for a tag or for a program."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

# These begin tags, entities or comments in HTML, or end lines in JavaScript; JSON can spell them
# otherwise, wherever they stand.
SPELT_OUT: Mapping[int, str] = {
    ord(sign): f"\\u{ord(sign):04x}" for sign in ("<", ">", "&", "\u2028", "\u2029")
}


def as_script(data: object) -> Markup:
    """Write data as a block that no browser runs; of nothing, nothing is written."""
    if not data:
        return Markup("")
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(SPELT_OUT)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - spelt out
