"""A faulty line, written as it must be typed."""

import pytest
from faulty_files import post, problems


@pytest.mark.parametrize(
    ("header", "line", "message", "hint"),
    [
        (
            "title: Foo: bar",
            3,
            "the value has a colon in it",
            'put the value in quotation marks: title: "Foo: bar"',
        ),
        (
            "title: “Foo”: bar:",
            3,
            "the value has a colon in it",
            'put the value in quotation marks: title: "“Foo”: bar:"',
        ),
        (
            'items:\n  - text: The "so-called": it\'s',
            4,
            "the value has a colon in it",
            "put the value in quotation marks: - text: 'The \"so-called\": it''s'",
        ),
        (
            f"summary: Today: {'x' * 60}",
            3,
            "the value has a colon in it",
            'put the value in quotation marks: summary: "…"',
        ),
        (
            'title: "Foo\nsummary: "Bar"',
            3,
            'the quotation mark “"” is not closed',
            'put another one at the end of the value: title: "Foo"',
        ),
        (
            "title: 'Foo",
            3,
            "the quotation mark “'” is not closed",
            "put another one at the end of the value: title: 'Foo'",
        ),
    ],
)
def test_the_hint_for_a_fault_repeats_its_line_as_it_must_be_typed(
    header: str, line: int, message: str, hint: str
) -> None:
    assert problems(post(f"id: x\n{header}\nlang: en")) == [(line, message, hint)]
