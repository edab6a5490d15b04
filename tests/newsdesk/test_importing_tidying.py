"""Tidying: what Word and web pages leave in a text goes, what staff typed stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdesk.importing.tidying import tidied
from newsdesk.language import Language

CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("Milk\u00a0came&nbsp;\u200btoday\u00ad.\n", "Milk came today.\n"),
        ("<p class=MsoNormal style='margin:0cm'>Milk<o:p></o:p></p>\n", "Milk\n"),
        ("A <span style='mso-bidi:b'>cup</span> of <span></span>milk\n", "A cup of milk\n"),
        ("<!--[if gte mso 9]><xml>junk</xml><![endif]-->Milk\n", "Milk\n"),
        ("<b>Milk </b>and <i style='x'>shoes</i>\n", "**Milk** and *shoes*\n"),
        ("<strong><em>Milk</em></strong>\n", "***Milk***\n"),
        ('<a href="https://x.org/a b" target="_blank">Milk</a>\n', "[Milk](https://x.org/a%20b)\n"),
        ('<a name="_Toc1">Milk</a>\n', "Milk\n"),
        ("<b>Milk <b>and</b> <strong>shoes</strong></b>\n", "**Milk and shoes**\n"),
        ("<i>Milk <b>and</b> <i>shoes</i></i>\n", "*Milk **and** shoes*\n"),
        ("<i>2 * 3 is <b>six</b></i>\n", "*2 * 3 is **six***\n"),
        ("•\tMilk\n▪  Shoes\n", "- Milk\n- Shoes\n"),
        (
            "<p class=MsoList><![if !supportLists]><span>·&nbsp;</span><![endif]>Milk</p>\n",
            "- Milk\n",
        ),
        ("Milk<br/>Shoes\n", "Milk  \nShoes\n"),
        ("<h3>Milk</h3>\n", "### Milk\n"),
        ("<ul type=disc>\n<li>Milk</li>\n<li>Shoes</li>\n</ul>\n", "- Milk\n- Shoes\n"),
        ("<h2>Milk</h2><p>came</p> <ul><li>a</li></ul><p>x</p>end\n",
         "## Milk\n\ncame\n\n- a\n\nx\n\nend\n"),
        ("| <ul><li>a</li></ul> | b |\n", "| <ul><li>a</li></ul> | b |\n"),
        ("<div><div>Milk</div></div>\n\nShoes\n", "Milk\n\nShoes\n"),
        ("<font color=red>Milk</font> <u>now</u>\n", "Milk now\n"),
        ("Milk\n\n\u00a0\n\n\n\nShoes\n", "Milk\n\nShoes\n"),
        ("Milk  is   here\n", "Milk is here\n"),
    ],
)  # fmt: skip
def test_dress_is_taken_off(typed: str, tidy: str) -> None:
    assert tidied(typed, "en").strip() == tidy.strip()


@pytest.mark.parametrize(
    "text",
    [
        'A <span lang="sr">reč</span> and H<sub>2</sub>O.\n',
        "`<b>code</b>&nbsp;`\n",
        "```\n<b>„code”</b>&nbsp;  x\n```\n",
        "<!-- a remark of the staff -->\n",
        "<https://example.org/a_b>\n",
        "Two lines,  \nbroken.\n",
        "- a\n    - b\n\n        c\n",
        "| a  | b |\n| --- | --- |\n",
        '<div markdown class="wide">\n**Milk**\n</div>\n',
        "Rock'n'roll of '90, 5 < 6 > 4 &amp; &lt;b&gt;\n",
        "",
        "No end of line",
        "2 · 3, **Milk** and *shoes* and a * star\n",
    ],
)
def test_what_staff_mean_stays(text: str) -> None:
    assert tidied(text, "en") == text


@pytest.mark.parametrize(
    ("language", "typed", "tidy"),
    [
        ("en", "„Milk” and „shoes“", "“Milk” and “shoes”"),
        ("en", "“Milk”", "“Milk”"),
        ("sr-Latn", "“Mleko” i 'cipele'", "„Mleko” i „cipele”"),
        ("sr-Cyrl", "„Млеко” и “ципеле”", "„Млеко” и „ципеле”"),
        ("sr-Latn", "`“kod”` [a](https://x.org/“b”)", "`“kod”` [a](https://x.org/“b”)"),
        ("sr-Latn", "&ldquo;Mleko&rdquo;", "„Mleko”"),
    ],
)
def test_quotation_marks_are_those_of_the_language(
    language: Language, typed: str, tidy: str
) -> None:
    assert tidied(typed, language) == tidy


@pytest.mark.parametrize("file", sorted(CONTENT.glob("??/*/*.md")), ids=lambda file: file.stem)
def test_the_texts_of_the_house_are_tidy(file: Path) -> None:
    _, _, body = file.read_text("utf-8").partition("\n---\n")
    assert tidied(body, "sr-Latn" if "sr" in file.parts else "en") == body


PIECES = (
    "<b>a </b>", "<b>a<b>b</b></b>", "<i>c</i>", "<b><i>d</i></b>", "<span>e</span>", "k&nbsp;l",
    " ", "<p class=Mso>f</p>", "\n", "\n\n", "„a”", "“b”", "'c'", "word", "• ", "<br>",
    "<a href=x>g</a>", "<ul><li>h</li></ul>", "&lt;", "<!-- i -->", "<sup>2</sup>", "`<b>j</b>`",
    "<o:p></o:p>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("<p>„Milk”&nbsp;<b>now</b></p>\n<ul><li>a</li></ul>\n\n<span>x</span>\n")
def test_tidying_twice_changes_nothing_more(typed: str) -> None:
    once = tidied(typed, "en")
    assert tidied(once, "en") == once
