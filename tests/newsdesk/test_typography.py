"""Type is set as each language sets it, and what is typed is never taken for markup."""

from __future__ import annotations

from pathlib import Path
from typing import get_args
from urllib.parse import quote

import pytest
from small_site import desk, post

from newsdesk.language import Language, language_of
from newsdesk.press.entries import entry
from newsdesk.typography import QUOTATION_MARKS, LineSetter, polish

ENGLISH, SERBIAN = LineSetter("en"), LineSetter("sr")


@pytest.mark.parametrize(
    ("typed", "english", "serbian"),
    [
        ('Said "yes"', "Said&nbsp;“yes”", "Said&nbsp;„yes”"),
        ("Said 'yes'", "Said&nbsp;‘yes’", "Said&nbsp;’yes’"),
        ("UNICEF's", '<span class="caps">UNICEF</span>’s', '<span class="caps">UNICEF</span>’s'),
        ('("Yes")', "(“Yes”)", "(„Yes”)"),
        ("1947--2026", "1947–2026", "1947–2026"),
        ("and then...", "and&nbsp;then…", "and&nbsp;then…"),
        ("yes --- no", "yes\u00a0—&nbsp;no", "yes\u00a0—&nbsp;no"),
        (
            "23 % in May and 5 km",
            "23\u00a0% in May and 5&nbsp;km",
            "23\u00a0% in May and 5&nbsp;km",
        ),
        ("on 5 May 2026 at", "on 5\u00a0May\u00a02026&nbsp;at", "on 5 May 2026&nbsp;at"),
        ("3. maja 2026. u", "3. maja 2026.&nbsp;u", "3.\u00a0maja\u00a02026.&nbsp;u"),
    ],
)
def test_quotation_marks_and_dashes_are_those_of_the_language(
    typed: str, english: str, serbian: str
) -> None:
    assert ENGLISH.set(typed) == english
    assert SERBIAN.set(typed) == serbian


@pytest.mark.parametrize(
    ("typed", "set_in_type"),
    [
        ("Milk", "Milk"),
        ("Milk for every child", "Milk for every&nbsp;child"),
        ("Milk & shoes", 'Milk <span class="amp">&amp;</span>&nbsp;shoes'),
        ("Млеко и ципеле", "Млеко и&nbsp;ципеле"),
        ("“Milk” – for all", "“Milk”\u00a0– for&nbsp;all"),
        ("", ""),
    ],
)
def test_a_line_does_not_end_in_a_single_word(typed: str, set_in_type: str) -> None:
    assert ENGLISH.set(typed) == set_in_type


@pytest.mark.parametrize(
    ("typed", "set_in_type"),
    [
        ("<b>milk</b>", "&lt;b&gt;milk&lt;/b&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("5 < 6", "5 &lt;&nbsp;6"),
        ("AT&amp;T", '<span class="caps">AT</span>&amp;amp;T'),
        ("*milk*", "*milk*"),
        ("__milk__", "__milk__"),
        ("`milk`", "`milk`"),
        ("[milk](/en/)", "[milk](/en/)"),
        ("# milk", "#&nbsp;milk"),
        ("1. milk", "1.&nbsp;milk"),
        ("- milk", "-&nbsp;milk"),
        ("> milk", "&gt;&nbsp;milk"),
        ("    milk", "milk"),
        (r"milk \* shoes", r"milk \*&nbsp;shoes"),
        ("***", "***"),
    ],
)
def test_a_title_is_plain_text_whatever_it_looks_like(typed: str, set_in_type: str) -> None:
    assert ENGLISH.set(typed) == set_in_type


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“It’s ‘milk’”"),
        ("sr", "„It’s ’milk’”"),
        ("bg", "„It’s ’milk’“"),
        ("bs", "„It’s ’milk’”"),
        ("hr", "„It’s ’milk’”"),
        ("hu", "„It’s ’milk’”"),
        ("mk", "„It’s ’milk’“"),
        ("ro", "„It’s ’milk’”"),
        ("rom", "„It’s ’milk’”"),
        ("sk", "„It’s ’milk’“"),
        ("sq", "„It’s ’milk’“"),
    ],
)
def test_each_language_has_its_quotation_marks(language: str, quoted: str) -> None:
    typed = "\"It's 'milk'\" it is"
    assert LineSetter(language).set(typed) == f"{quoted} it&nbsp;is"


def test_every_language_that_the_house_may_add_can_be_set() -> None:
    assert {language_of(tag) for tag in get_args(Language)} == set(QUOTATION_MARKS)


def test_plain_texts_keep_the_spaces_that_were_typed(tmp_path: Path) -> None:
    title = "23 % – 5 km by Dr Ana Anić on 5 May 2026"
    english = desk(
        tmp_path, {"content/en/articles/milk.md": post(title, "5 km", summary=f"How {title}.")}
    )
    (item,) = english.shelf.posts
    letter, fed = english.letter(item), entry(english, item, lambda *_: 0)
    assert {english.title(item), letter.title, fed.title} == {title}
    assert {english.summary(item), letter.summary, fed.summary} == {f"How {title}."}
    assert f"subject={quote(title)}" in english.mail_link(item)
    shown = "23_% – 5_km by Dr_Ana Anić on 5_May_2026".replace("% –", "%_–")
    assert english.headline(item).unescape().replace("\u00a0", "_") == shown
    assert fed.html == "<p>5&nbsp;km</p>"


def test_one_setter_sets_many_lines_without_remembering_them() -> None:
    assert [ENGLISH.set(typed) for typed in ('"A', 'B"', '"A')] == ["“A", "B”", "“A"]


@pytest.mark.parametrize("tag", ["code", "kbd", "samp", "pre"])
def test_what_a_machine_says_is_not_polished(tag: str) -> None:
    html = f"<p><{tag}>NATO & EU</{tag}></p>"
    assert polish(html) == html


def test_a_language_without_quotation_marks_is_refused() -> None:
    with pytest.raises(KeyError, match="'tlh'"):
        LineSetter("tlh")
