"""Tabs in a header."""

import pytest
from faulty_files import post, problems

TAB_HINT = "type spaces instead, two for each step to the right"


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("speakers:\n\t- a\n  - b", 3),
        ("original:\n\ttitle: a\n  date: b", 3),
        ("original:\n  title: a\n\tdate: b", 4),
        ("title:\tOur mission", 2),
        ("title: Our\tmission", 2),
        ("title: a\t# note", 2),
        ("\ttitle: a", 2),
        ("a: \"x\ty\"\nč: 'x\ty'\t\nb: c", 3),
        ('č: "x\ty" z\tz', 2),
    ],
)
def test_a_tab_in_the_header_is_the_one_problem_of_its_line(header: str, line: int) -> None:
    assert problems(post(header)) == [(line, "a tab stands in the header", TAB_HINT)]
