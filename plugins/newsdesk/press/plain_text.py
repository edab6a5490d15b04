"""Makes plain text of a text set as HTML, for newsroom systems that take nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

LISTS = ("ul", "ol")
BLOCKS = (
    *("p", "div", "section", "article", "blockquote", "pre", "table", "dl", "dt", "dd"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
    *LISTS,
)
# Pictures are told of on a sheet of their own; nothing of these is read as text.
UNREAD = ("figure", "img", "svg", "script", "style", "hr", "iframe", "template")
WAY_BACK = "footnote-backref"
FOOTNOTE = "footnote-ref"
SPACES = re.compile(r"[ \t\r\n\N{NO-BREAK SPACE}]+")
AROUND_A_BREAK = re.compile(r" *\n *")
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def plain_text(html: str) -> str:
    """Give the text of a piece of HTML: paragraphs with an empty line between them.

    Links carry their address in brackets, items of lists a dash or a number, cells of a table
    a bar; notes at the foot keep their numbers.
    """
    body = LexborHTMLParser(html).body
    return "\n\n".join(_blocks(body)) if body else ""


def _blocks(node: LexborNode) -> Iterator[str]:
    line: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag in BLOCKS:
            yield from _tidy(line)
            line = []
            yield from _block(child)
        else:
            line.append(_words(child))
    yield from _tidy(line)


def _block(node: LexborNode) -> Iterator[str]:
    if node.tag in LISTS:
        items = [child for child in node.iter() if child.tag == "li"]
        marks = ("–" if node.tag == "ul" else f"{number}." for number in range(1, len(items) + 1))
        yield "\n".join(_item(mark, item) for mark, item in zip(marks, items, strict=True))
    elif node.tag == "table":
        yield "\n".join(_row(row) for row in node.css("tr"))
    else:
        yield from _blocks(node)


def _item(mark: str, item: LexborNode) -> str:
    """Write an item of a list; what is within it is set in below its mark."""
    text = "\n".join(_blocks(item))
    return f"{mark} {text}".replace("\n", "\n  ")


def _row(row: LexborNode) -> str:
    cells = (child for child in row.iter() if child.tag in {"td", "th"})
    return " | ".join(" ".join(_blocks(cell)) for cell in cells)


def _words(node: LexborNode) -> str:
    if node.tag == "-text":
        return SPACES.sub(" ", node.text()).replace(SOFT_HYPHEN, "")
    if node.tag == "br":
        return "\n"
    if node.tag in UNREAD:
        return ""
    inner = "".join(_words(child) for child in node.iter(include_text=True))
    return _link(node, inner) if node.tag == "a" else inner


def _link(node: LexborNode, inner: str) -> str:
    kinds = (node.attributes.get("class") or "").split()
    if WAY_BACK in kinds:
        return ""
    if FOOTNOTE in kinds:
        return f"[{inner}]"
    address = (node.attributes.get("href") or "").removeprefix("mailto:")
    leads_on = address and not address.startswith("#") and address != inner
    return f"{inner} ({address})" if leads_on else inner


def _tidy(line: Iterable[str]) -> Iterator[str]:
    """Join the pieces of a line; of one without words nothing is given."""
    text = AROUND_A_BREAK.sub("\n", re.sub(" +", " ", "".join(line))).strip()
    if text:
        yield text
