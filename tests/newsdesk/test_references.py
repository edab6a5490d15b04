"""References become addresses in links and pictures, and nowhere else."""

from __future__ import annotations

import pytest

from newsdesk.references import with_addresses, with_pictures

KNOWN = {("item", "milk01"): "/en/news/milk/", ("category", "media"): "/en/categories/media/"}


def address_of(scheme: str, name: str) -> str | None:
    return KNOWN.get((scheme, name))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="item:milk01">Milk</a>', '<a href="/en/news/milk/">Milk</a>'),
        ('<a href="item:milk01#why">Milk</a>', '<a href="/en/news/milk/#why">Milk</a>'),
        ('<a title="Milk" href="category:media">x</a>',
         '<a title="Milk" href="/en/categories/media/">x</a>'),
        ('<a href="item:milk01">1</a><a href="category:media">2</a>',
         '<a href="/en/news/milk/">1</a><a href="/en/categories/media/">2</a>'),
    ],
)  # fmt: skip
def test_a_reference_in_a_link_becomes_an_address(html: str, expected: str) -> None:
    assert with_addresses(html, address_of) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<a href="item:nobody">x</a>',
        '<a href="category:nothing#x">x</a>',
        '<a href="https://example.org/item:milk01">x</a>',
        '<a data-href="item:milk01">x</a>',
        "<p>Type item:milk01 to link to it.</p>",
        '<pre><code>&lt;a href="item:milk01"&gt;</code></pre>',
    ],
)
def test_everything_else_stays_as_it_is(html: str) -> None:
    assert with_addresses(html, address_of) == html


def test_an_address_is_escaped_for_html() -> None:
    html = with_addresses('<a href="item:x">x</a>', lambda *_: '/en/?a=1&b="2"')
    assert html == '<a href="/en/?a=1&amp;b=&#34;2&#34;">x</a>'


@pytest.mark.parametrize(
    ("html", "base", "expected"),
    [
        ('<img alt="" src="photos/a.jpg">', "", '<img alt="" src="/photos/a.jpg">'),
        ('<img alt="" src="photos/a.jpg">', "/site", '<img alt="" src="/site/photos/a.jpg">'),
        ('<img src="photos/2026/a b.jpg">', "", '<img src="/photos/2026/a b.jpg">'),
        ('<img src="/photos/a.jpg">', "/site", '<img src="/photos/a.jpg">'),
        ('<img src="https://example.org/a.jpg">', "", '<img src="https://example.org/a.jpg">'),
        ('<code>&lt;img src="photos/a.jpg"&gt;</code>', "",
         '<code>&lt;img src="photos/a.jpg"&gt;</code>'),
    ],
)  # fmt: skip
def test_a_picture_of_ours_is_found_from_every_page(html: str, base: str, expected: str) -> None:
    assert with_pictures(html, base) == expected
