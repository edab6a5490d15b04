"""Shows the pictures that WordPress sets behind a text (its block “Cover”) before that text."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Its newer versions have a picture there, unless it is to stand still or to be repeated.
BEHIND = "[class*='wp-block-'][style*='background-image']"
SOURCE = re.compile(r"background-image\s*:[^;]*?url\(\s*([\"']?)(?P<source>.+?)\1\s*\)")


def show_backgrounds(page: LexborHTMLParser, node: LexborNode) -> None:
    """Make pictures of the backgrounds within a part of a page.

    :param node: is changed.
    """
    for block in node.css(BEHIND):
        found = SOURCE.search(block.attributes.get("style") or "")
        shown = [picture.attributes.get("src") for picture in block.css("img")]
        # Where the picture stands in the text as well, it need not come twice.
        if found and found["source"] not in shown:
            block.insert_before(_picture(page, found["source"], block))


def _picture(page: LexborHTMLParser, source: str, block: LexborNode) -> LexborNode:
    picture = page.create_node("img")
    picture.attrs["src"] = source
    picture.attrs["alt"] = block.attributes.get("aria-label") or ""
    return picture
