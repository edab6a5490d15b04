"""The values of a header, and what YAML would hide of them."""

import json
import unicodedata

import pytest
from faulty_files import post, problems
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.header import DEPTH_LIMIT, Value, read_post


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("1947", 1947),
        ("-4", -4),
        ("1234567890123456", 1234567890123456),
        ("1.50", 1.5),
        ("-0.5", -0.5),
        *(
            (word, word)
            for word in [
                *("NO", "no", "yes", "on", "off", "y", "True", "FALSE", "Null", "NaN", ".inf"),
                *("10:30", "1:30:00", "0123", "0x1f", "0o17", "0b1", "1e3", "1.5e3", "1_000"),
                *("-0", "00.5", "1.", ".5", "+5", "+381", "12345678901234567", "1.2.3", "٤"),
                *("2026-11-22", "2026-11-22 14:30", "22.11.2026.", "=", "<<", "23 %"),
                *("a#b", "https://example.org/#a", "it's", "5 > 4", "A & B", "Ana @ home"),
            ]
        ),
        ('"2026"', "2026"),
        ("'true'", "true"),
        ('""', ""),
        (r'"a\tb\u010d"', "a\tbč"),
        ("'it''s'", "it's"),
        ("[1, no, '2', {a: ~}]", [1, "no", "2", {"a": None}]),
        ("# a note", None),
        ("Our mission # a note", "Our mission"),
        ("Our\n  mission", "Our mission"),
    ],
)
def test_a_value_is_what_was_typed(typed: str, value: Value) -> None:
    read = read_post("a.md", post(f"value: {typed}")).header["value"]
    assert (read, type(read)) == (value, type(value))


def test_names_of_fields_are_words_even_if_they_look_like_numbers() -> None:
    read = read_post("a.md", post("2026: a\ntrue: b\nnull: c\n1.5: d\n<<: e"))
    assert read.header == {"2026": "a", "true": "b", "null": "c", "1.5": "d", "<<": "e"}


def test_an_invisible_character_that_is_written_as_a_code_is_a_problem() -> None:
    hint = "delete the backslash and the letters and figures that belong to it"
    assert problems(post(r'a: "x\u202e\0"' + "\n" + r'"b\u200b": x')) == [
        (2, "an invisible character is written here: U+0000", hint),
        (2, "an invisible character is written here: U+202E", hint),
        (3, "an invisible character is written here: U+200B", hint),
    ]


@pytest.mark.parametrize(
    ("header", "line", "message", "hint"),
    [
        (
            "title: {{ title }}",
            3,
            "a word is expected here as the name of a field",
            "put the value in quotation marks if it begins with a bracket or a question mark",
        ),
        (
            "'': foo",
            3,
            "a word is expected here as the name of a field",
            "put the value in quotation marks if it begins with a bracket or a question mark",
        ),
        (
            "id: again",
            3,
            "“id” stands here again",
            "keep one of them; the first is in line 2",
        ),
        (
            "original: {a: 1, 'a': 2}",
            3,
            "“a” stands here again",
            "keep one of them; the first is in line 3",
        ),
        (
            "title: Play #ForEveryChild today",
            3,
            "“#ForEveryChild today” would be lost: to YAML it is a note",
            'type title: "Play #ForEveryChild today"; if it is a note, type a space behind the #',
        ),
        (
            "title: #ForEveryChild",
            3,
            "“#ForEveryChild” would be lost: to YAML it is a note",
            'type title: "#ForEveryChild"; if it is a note, type a space behind the #',
        ),
        ("--- a", 3, "“---” stands in the middle of the fields", "delete it"),
        (
            "a: " + "[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT,
            3,
            "more than 10 lists and groups stand in each other",
            "if this is a text, put it in quotation marks",
        ),
        (
            "a: " + "[" * 30_000,
            3,
            "more than 10 lists and groups stand in each other",
            "if this is a text, put it in quotation marks",
        ),
    ],
)
def test_a_value_that_yaml_would_hide_is_a_problem_in_its_line(
    header: str, line: int, message: str, hint: str
) -> None:
    assert problems(post(f"id: x\n{header}\nlang: en")) == [(line, message, hint)]


def test_lists_and_groups_may_stand_in_each_other_up_to_the_limit() -> None:
    depth = DEPTH_LIMIT - 1
    read = read_post("a.md", post("a: " + "[" * depth + "]" * depth))
    assert json.dumps(read.header["a"]) == "[" * depth + "]" * depth


def test_each_repeated_field_is_told_with_the_line_of_the_first() -> None:
    message = "“a” stands here again"
    hint = "keep one of them; the first is in line 2"
    assert problems(post("a: b\na: c\na: d")) == [(3, message, hint), (4, message, hint)]


@settings(database=None)
@given(
    st.dictionaries(
        st.text("abcdefgh_", min_size=1),
        st.text(
            st.characters(categories=["L", "M", "N", "P", "S", "Zs"], exclude_characters="\ufffd")
        ).map(lambda text: unicodedata.normalize("NFC", text)),
        min_size=1,
    )
)
def test_every_text_in_quotation_marks_comes_back_as_it_was_typed(fields: dict[str, str]) -> None:
    typed = [f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in fields.items()]
    source = read_post("a.md", post("\n".join(typed)))
    assert source.header == fields
    assert [source.line_of((name,)) for name in fields] == list(range(2, len(fields) + 2))
