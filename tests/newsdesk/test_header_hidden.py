"""The characters that nobody sees, and those among them that have a use."""

import re

import pytest
from faulty_files import HIDDEN_HINT, post, problems

from newsdesk.header import read_post
from newsdesk.header.hidden import HIDDEN, HIDDEN_IN_HEADER, without_hidden
from newsdesk.header.report import Report


@pytest.mark.parametrize(
    "typed",
    [
        "Nenad\u00a0Nerić",
        "naj\u00adduži",
        "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥",
        '"a\tb"',
        "'č\tć'",
    ],
)
def test_characters_with_a_use_may_stand_in_the_header(typed: str) -> None:
    read = read_post("a.md", post(f"title: {typed}"))
    assert read.header["title"] == typed.strip("\"'")


def test_characters_with_a_use_may_stand_in_the_text() -> None:
    body = "\tcode\n\u00a0\u00ad\u200b\u200c\u200d\u2060\n"
    assert read_post("a.md", post("id: x", body)).body == body


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 (null)"),
        ("\x0b", "U+000B (line break from Word)"),
        ("\x0c", "U+000C (page break)"),
        ("\x1b", "U+001B (control character)"),
        ("\x1f", "U+001F (optional hyphen from Word)"),
        ("\x7f", "U+007F (control character)"),
        ("\x85", "U+0085 (control character)"),
        ("\x9f", "U+009F (control character)"),
        ("\u2028", "U+2028 (line separator)"),
        ("\u2029", "U+2029 (paragraph separator)"),
        ("\u202a", "U+202A (left-to-right embedding)"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u2066", "U+2066 (left-to-right isolate)"),
        ("\u2069", "U+2069 (pop directional isolate)"),
        ("\ufeff", "U+FEFF (byte order mark)"),
        ("\uffff", "U+FFFF (not a character)"),
    ],
)
def test_an_invisible_character_is_a_problem_everywhere(character: str, name: str) -> None:
    message = f"an invisible character stands here: {name}"
    data = post(f"id: x\ntitle: a{character}b", f"c{character}\n")
    assert problems(data) == [(3, message, HIDDEN_HINT), (5, message, HIDDEN_HINT)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("a\u200bb", "U+200B (zero width space)"),
        ("a\u200cb", "U+200C (zero width non-joiner)"),
        ("a\u200db", "U+200D (zero width joiner)"),
        ("👩\u200d👩 a\u200db", "U+200D (zero width joiner)"),
        ("a\u200eb", "U+200E (left-to-right mark)"),
        ("a\u2060b", "U+2060 (word joiner)"),
    ],
)
def test_a_character_without_width_is_a_problem_in_the_header(typed: str, name: str) -> None:
    assert problems(post(f"title: {typed}", f"{typed}\n")) == [
        (2, f"an invisible character stands here: {name}", HIDDEN_HINT)
    ]


def test_a_letter_that_was_lost_is_a_problem() -> None:
    assert problems(post("title: Ni\ufffd")) == [
        (2, "a letter was lost here; “\ufffd” stands in its place", "type the right letter")
    ]


@pytest.mark.parametrize("hidden", [HIDDEN, HIDDEN_IN_HEADER])
def test_no_invisible_character_is_taken_for_a_common_one(hidden: re.Pattern[str]) -> None:
    characters = [character for character in map(chr, range(0x10000)) if hidden.match(character)]
    assert characters
    for character in characters:
        report = Report("a.md")
        assert character not in without_hidden(f"a{character}b", hidden, 1, report)
        assert len(report.problems) == 1
