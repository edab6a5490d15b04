"""Old HTML as Markdown: what a reader read there, a reader reads here."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newsdesk.body import BodySetter
from newsdesk.importing import markup
from newsdesk.importing.markup import markdown_of, soup_of


def written(html: str) -> str:
    return markdown_of(soup_of(html))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Milk&nbsp;came&shy;.</p>", "Milk came."),
        ("<p>One</p><p></p><p>Two<br>lines</p>", "One\n\nTwo  \nlines"),
        ("<h1>Milk</h1><h4>All</h4><h6>Shoes</h6>", "## Milk\n\n### All\n\n#### Shoes"),
        ("<h2> </h2><p>Milk</p>", "Milk"),
        ("<p><b> Milk </b>and <i>shoes</i></p>", "**Milk** and *shoes*"),
        ("<p><b>a <strong>b</strong></b></p>", "**a b**"),
        ("<p><i>a</i><em>b</em><b>c</b><b> d</b></p>", "*ab***c d**"),
        ("<p><b>a<br><br>b</b></p>", "**a**\n\n**b**"),
        ("<p><b>a<br>b</b></p>", "**a  \nb**"),
        ("<p>a<b> </b>b</p>", "a b"),
        ('<a href="a b(1).html">Milk</a>', "[Milk](a%20b%281%29.html)"),
        ('<a name="top">Milk</a> <a href="#top">up</a>', "Milk up"),
        ('<a href="javascript:print()">Print</a>', "Print"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n    - b\n- c"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n    b\n\n- c"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre>a\n  *b*</pre>", "```\na\n  *b*\n```"),
        ("<pre>a<br>b</pre>", "```\na\nb\n```"),
        ("<p>H<sub>2</sub>O, <del>no</del></p>", "H<sub>2</sub>O, <del>no</del>"),
        ("<p>The 1<sup>st</sup></p>", "The 1<sup>st</sup>"),
        ('<abbr title="Health" class="x">H</abbr>', '<abbr title="Health">H</abbr>'),
        ('<img src="a.jpg" alt="A [cup]">', "![A  cup](a.jpg)"),
        (
            '<figure><img src="a.jpg" alt="A cup"><figcaption>Milk, "fresh"</figcaption></figure>',
            '![A cup](a.jpg "Milk, ”fresh”")',
        ),
        ("<img alt='no source'>", ""),
        ("<!-- remark --><style>p{}</style><p>Milk</p>", "Milk"),
    ],
)  # fmt: skip
def test_html_becomes_the_markdown_that_staff_would_type(html: str, markdown: str) -> None:
    assert written(html) == markdown


@pytest.mark.parametrize(
    "text",
    [
        "# no heading", "#hashtag", "1. no list", "12) no list", "- no point", "+ no point",
        "> no quotation", "* no point", "a *star* and _line_", "snake_case_name", "[no](link)",
        "[no]: link", "![no](picture)", "<b>no tag</b>", "&amp; no entity", "`no code`",
        "~~~", "===", ": no definition", "a | b", "back\\slash", "{: .no-class }", "[^1] no note",
        "*[abbr]: none", "2 < 3 & 4 > 1", "“quoted” – dashed", "Серија: ћирилица_",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<p>First<br>{}</p>"])
def test_signs_of_markdown_stay_what_they_were_text(text: str, around: str) -> None:
    html = around.format(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    shown = LexborHTMLParser(BodySetter("en").set(written(html)).html)
    assert shown.body
    words = " ".join(shown.body.text(separator=" ").split())
    assert words.removeprefix("First ") == text


PIECES = (
    "milk", "Млеко", " ", "  ", "\n", "&nbsp;", "# ", "#", "1. ", "- ", "~~", ": ", "a_b", "*",
    "[a](b)", "&amp;amp;", "&lt;b>", "|", "<p>", "</p>", "<b>", "</b>", "<a href='/x'>", "</a>",
    "<br>", "<h2>", "</h2>", "<ul><li>", "</li></ul>", "<td>", "<pre>", "</pre>", "<code>",
    "</code>", "<!-- x -->",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_words_that_are_passed_on_quickly_are_written_as_all_others(html: str) -> None:
    quick = written(html)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markup, "_stays", lambda _text: False)
        assert written(html) == quick


def test_a_cell_keeps_its_pipe() -> None:
    html = "<table><tr><th>a|b</th><th>c</th></tr><tr><td>1</td><td>2</td></tr></table>"
    assert written(html) == "| a\\|b | c |\n| --- | --- |\n| 1 | 2 |"


def test_an_emoji_of_several_parts_stays_whole() -> None:
    assert written("<p>👨‍👩‍👧 and zero\u200dwidth</p>") == "👨‍👩‍👧 and zerowidth"
