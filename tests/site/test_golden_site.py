"""A small site, whole: what is expected of it stands in expected/, to be read by people.

Feeds are compared byte for byte. Of a page only what is read in its main part is compared: tags,
texts and where links lead; the theme may dress them as it likes. When a change is meant, write
expected/ anew with `NEWSDESK_ACCEPT=1 pytest tests/site`, and look at what has changed in it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from small_site import SmallSite

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
PAGES = ("en/news/milk", "sr/news/milk", "sr-cyrl/news/milk", "en/about/about-us")
FEEDS = (
    "en/feeds/all.atom",
    "en/feeds/categories/health.rss",
    "en/feeds/categories/emergencies.atom",
    "sr-cyrl/feeds/all.atom",
)
# What begins a line of its own in the outline of a page; other tags only dress it.
LINES = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "tr", "pre", "figcaption")
)
# What a reader of the text does not meet.
UNREAD = "svg, script, style, button"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    files = sorted(path for path in (HERE / "content").rglob("*") if path.is_file())
    made = SmallSite.in_folder(
        tmp_path_factory.mktemp("golden"),
        {file.relative_to(HERE).as_posix(): file.read_text("utf-8") for file in files},
    )
    made.build()
    return made


def outline(html: str) -> str:
    """Give what is read in the main part of a page, a line for each paragraph or item."""
    main = LexborHTMLParser(html).css_first("main")
    assert main is not None
    for node in main.css(UNREAD):
        node.decompose()
    lines = (f"{node.tag}: {' '.join(''.join(_words(node)).split())}" for node in _lines(main))
    return "".join(f"{line}\n" for line in lines)


def _lines(node: LexborNode) -> Iterator[LexborNode]:
    return (each for each in node.traverse() if each.tag in LINES and "".join(_words(each)).strip())


def _words(node: LexborNode) -> Iterator[str]:
    """Give the words of a line without those of the lines within it; links with their target."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text()
        elif child.tag == "br":
            yield " / "
        elif child.tag in {"td", "th"}:
            yield from (" | ", *_words(child))
        elif child.tag not in LINES:
            yield from _words(child)
            if target := child.attributes.get("href") or child.attributes.get("datetime"):
                yield f" <{target}>"


def expect(path: str, found: str) -> None:
    file = EXPECTED / path
    if os.environ.get("NEWSDESK_ACCEPT"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")


def test_the_site_has_these_files(site: SmallSite) -> None:
    # The names of assets hold hashes of the theme.
    paths = (path for path in site.snapshot() if not path.startswith((".", "assets/")))
    expect("files.txt", "".join(f"{path}\n" for path in sorted(paths)))


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_the_same_to_the_byte(site: SmallSite, path: str) -> None:
    # Icons and style sheet are the theme's: their names hold hashes of it.
    expect(path, re.sub(r"\.[0-9a-f]{10}\.", ".hash.", site.read(path)))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_reads_the_same(site: SmallSite, page: str) -> None:
    expect(f"{page}.txt", outline(site.read(f"{page}/index.html")))
