"""References become addresses in links and pictures, and nowhere else."""

from __future__ import annotations

import pytest

from newsdesk.references import with_addresses, with_figures

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
    ("html", "expected"),
    [
        ('<p><img alt="Milk" src="photo:milk"></p>', "<figure>milk</figure>"),
        ('<p><img alt="" src="photo:milk" title="Milk"></p>', "<figure>milk</figure>"),
        (
            '<p>A</p>\n<p><img alt="" src="photo:a"></p>\n<p><img alt="" src="photo:b"></p>',
            "<p>A</p>\n<figure>a</figure>\n<figure>b</figure>",
        ),
    ],
)
def test_a_photograph_in_a_paragraph_of_its_own_becomes_a_figure(html: str, expected: str) -> None:
    assert with_figures(html, lambda key: f"<figure>{key}</figure>") == expected


def test_a_photograph_that_is_not_shown_leaves_no_empty_paragraph() -> None:
    assert with_figures('<p><img alt="" src="photo:milk"></p><p>A</p>', lambda _: "") == "<p>A</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<p><img alt="" src="https://example.org/a.jpg"></p>',
        '<code>&lt;p&gt;&lt;img alt="" src="photo:milk"&gt;&lt;/p&gt;</code>',
    ],
)
def test_other_pictures_stay_as_they_are(html: str) -> None:
    assert with_figures(html, lambda key: f"<figure>{key}</figure>") == html
