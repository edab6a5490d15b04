"""A faulty header, read field by field."""

import pytest
from faulty_files import COLON_HINT, FIELD_HINT, post, problems


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"---\n---\nText.\n", [(2, "there are no fields here", FIELD_HINT)]),
        (b"---\n# a note\n\n---\n", [(2, "there are no fields here", FIELD_HINT)]),
        (
            b"---\n- a\n- b\n---\n",
            [(2, "this is a list; fields are expected here", FIELD_HINT)],
        ),
        (
            b"---\n- a\ntitle: b: c\n---\n",
            [
                (2, "this is a list; fields are expected here", FIELD_HINT),
                (
                    3,
                    "the value has a colon in it",
                    'put the value in quotation marks: title: "b: c"',
                ),
            ],
        ),
        (
            b"---\nOur mission\n---\n",
            [(2, "“Our mission” is no field: it has no name with a colon", COLON_HINT)],
        ),
        (
            b"---\ntitle:Our mission\nlang:en\n---\n",
            [
                (2, "a space is missing behind “title:”", "type title: Our mission"),
                (3, "a space is missing behind “lang:”", "type lang: en"),
            ],
        ),
    ],
)
def test_a_header_without_fields_is_refused(
    data: bytes, expected: list[tuple[int, str, str]]
) -> None:
    assert problems(data) == expected


def test_a_problem_is_told_once_though_the_header_is_read_twice() -> None:
    assert [line for line, *_ in problems(post("a: &x b\na: c\nd: e: f"))] == [2, 3, 4]
