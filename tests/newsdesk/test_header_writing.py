"""Values as a person types them: with marks only where they would be read as something else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.header.source import Value
from newsdesk.header.writing import in_yaml, lines_of

PIECES = (
    *"aZčЖ7_.,-()+:#'\"&*!|>%@`~=?[]{} ", "yes", "No", "null", "true", "0x1", "1e3", ".inf",
    "2026-11-22", "10:30", "<<", "---", "😀", "²", "\u0301", "\n",
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("A bus, (almost) new.", "name: A bus, (almost) new."),
        ("2026-11-22", "name: 2026-11-22"),
        ("yes", "name: 'yes'"),
        ("083", "name: 083"),
        ("10", "name: '10'"),
        ("Milk: fresh", "name: 'Milk: fresh'"),
        ("", "name: ''"),
        (10, "name: 10"),
        (["media", "yes"], "name: [media, 'yes']"),
    ],
)
def test_a_field_is_written_in_one_line(value: Value, line: str) -> None:
    assert lines_of("name", value) == [line]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=5).map("".join))
def test_plain_words_are_written_as_yaml_would(text: str) -> None:
    assert lines_of("name", text) == in_yaml({"name": text}, in_one_line=False).splitlines()
