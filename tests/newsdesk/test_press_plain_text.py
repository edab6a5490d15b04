"""A newsroom's system that takes plain text alone gets all of a text, in order and readable."""

from __future__ import annotations

import pytest

from newsdesk.body import BodySetter
from newsdesk.press.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Milk", "Milk"),
        ("<p>Milk</p><p>Shoes</p>", "Milk\n\nShoes"),
        ("<p>Milk\n  <b>for</b>&nbsp;all &amp; <i>soap</i></p>", "Milk for all & soap"),
        ("<p>One<br>two<br/>three</p>", "One\ntwo\nthree"),
        ("<p>Na&shy;slov</p>", "Naslov"),
        ("<h2>Head</h2><p>Text</p>", "Head\n\nText"),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "– a\n– b"),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a\n2. b\n  – c"),
        ('<p><a href="https://x.example/">here</a></p>', "here (https://x.example/)"),
        ('<p><a href="https://x.example/">https://x.example/</a></p>', "https://x.example/"),
        ('<p><a href="#a">here</a>, <a>there</a></p>', "here, there"),
        ('<p><a href="mailto:a@example.org">us</a></p>', "us (a@example.org)"),
        ("<table><tr><th>a</th><td>b c</td></tr><tr><td>d</td></tr></table>", "a | b c\nd"),
        ("<p>a</p><figure><img alt='x'><figcaption>c</figcaption></figure><p>b</p>", "a\n\nb"),
        ("<p>a</p><script>alert(1)</script><p>b</p>", "a\n\nb"),
        ("<blockquote><p>a</p></blockquote> tail", "a\n\ntail"),
        ("<p>مرحبا 😀 ]]></p>", "مرحبا 😀 ]]>"),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_notes_at_the_foot_keep_their_numbers() -> None:
    html = BodySetter("en").set("Milk[^1] came.\n\n[^1]: In May.").html
    assert plain_text(html) == "Milk[1] came.\n\n1. In May."
