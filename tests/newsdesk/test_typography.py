"""Type is set as each language sets it, and what is typed is never taken for markup."""

from __future__ import annotations

import pytest

from newsdesk.typography import LineSetter, polish

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
        ("yes --- no", "yes —&nbsp;no", "yes —&nbsp;no"),
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
        ("“Milk” – for all", "“Milk” – for&nbsp;all"),
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


def test_one_setter_sets_many_lines_without_remembering_them() -> None:
    assert [ENGLISH.set(typed) for typed in ('"A', 'B"', '"A')] == ["“A", "B”", "“A"]


@pytest.mark.parametrize("tag", ["code", "kbd", "samp", "pre"])
def test_what_a_machine_says_is_not_polished(tag: str) -> None:
    html = f"<p><{tag}>NATO & EU</{tag}></p>"
    assert polish(html) == html


def test_a_language_without_quotation_marks_is_refused() -> None:
    with pytest.raises(KeyError, match="'tlh'"):
        LineSetter("tlh")
