"""A problem says where it is, what is wrong, and what to type; all are told at once."""

from __future__ import annotations

import pytest

from newsdesk.problems import Message, Problem, SiteError, nearest, say

SERBIAN = {
    "“{name}” is missing": "nedostaje „{name}”",
    "type {name}": "upišite {name}",
    "Hint": "Savet",
}


def serbian(template: str) -> str:
    return SERBIAN[template]


def problem(path: str = "milk.md", line: int = 1, text: str = "is wrong") -> Problem:
    return Problem(path, line, Message(text))


def test_a_message_is_its_template_with_the_values_put_in() -> None:
    assert str(say("“{name}” stands in line {line}", name="title", line=5)) == (
        "“title” stands in line 5"
    )


def test_what_staff_typed_is_no_template() -> None:
    assert str(say("“{value}” is wrong", value="{name} {0} {{")) == "“{name} {0} {{” is wrong"


def test_a_message_is_said_in_another_language() -> None:
    assert say("“{name}” is missing", name="title").in_words(serbian) == "nedostaje „title”"


@pytest.mark.parametrize(
    ("line", "column", "place"),
    [(0, None, "milk.md"), (5, None, "milk.md:5"), (5, 7, "milk.md:5:7")],
)
def test_a_problem_names_its_place_as_far_as_it_is_known(
    line: int, column: int | None, place: str
) -> None:
    assert str(Problem("milk.md", line, say("is wrong"), column=column)) == f"{place}: is wrong"


def test_a_hint_stands_on_a_line_of_its_own() -> None:
    found = Problem("milk.md", 5, say("“titel” is not a field"), say("type title"))

    assert str(found) == "milk.md:5: “titel” is not a field\n    Hint: type title"


def test_a_problem_is_told_in_another_language_with_its_hint() -> None:
    found = Problem("a.md", 2, say("“{name}” is missing", name="id"), say("type {name}", name="x"))

    assert found.in_words(serbian) == "a.md:2: nedostaje „id”\n    Savet: upišite x"


def test_all_problems_are_told_once_each_by_file_and_from_top_to_bottom() -> None:
    error = SiteError(
        [
            problem("shoes.md", 2),
            problem("milk.md", 10),
            problem("milk.md", 9, "is worse"),
            problem("milk.md", 9, "is bad"),
            problem("milk.md", 0),
            problem("shoes.md", 2),
        ]
    )

    assert str(error).splitlines() == [
        "milk.md: is wrong",
        "milk.md:9: is bad",
        "milk.md:9: is worse",
        "milk.md:10: is wrong",
        "shoes.md:2: is wrong",
    ]


def test_columns_of_a_line_are_told_from_left_to_right() -> None:
    found = [Problem("a.md", 1, say("is wrong"), column=column) for column in (20, 3, None)]

    assert [each.column for each in SiteError(found).problems] == [None, 3, 20]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("medai", "media"),
        ("Media", "media"),
        ("MEDIA", "media"),
        ("sr-latn", "sr-Latn"),
        ("football", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_one_that_looks_much_alike(word: str, expected: str | None) -> None:
    assert nearest(word, ["media", "health", "sr-Latn"]) == expected


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("media", []) is None
