"""Only what has changed is written anew; all else of a header keeps its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

import pytest

from newsdesk.editor.rewriting import rewritten
from newsdesk.header import Value, read_record

HEADER = dedent("""\
    id: conf7k # never changes
    type: news
    title: "Milk"
    # Where it was before.
    original:
      publisher: UNICEF
      date: unknown   # nobody knows
    categories: [media, health]

    changes:
      - at: 2026-11-23 # the first
        note: 'one'
        level: minor
    # Figures:
    key_figures:
    - value: 23 %
      text: of all
    notes: |
      First line.

      Second line.

    summary: # what it is about
    names: {en: Milk, sr-Latn: Mleko}
    last: x
    """)
ORDER = {
    (): ["id", "type", "title", "slug", "summary", "original", "categories", "changes", "last"],
    ("original",): ["publisher", "title", "url", "date"],
}


def order(place: tuple[str, ...]) -> Sequence[str]:
    return ORDER.get(place, [])


def values(text: str) -> dict[str, Value]:
    return dict(read_record("x.yaml", text.replace("\r\n", "\n").encode()).header)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the lines that went, and those that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


ONE = {"at": "2026-11-23", "note": "one", "level": "minor"}
TWO = {"at": "2026-12-01 10:00", "note": "It's: two", "level": "major"}
FIGURE = {"value": "23 %", "text": "of all"}


@pytest.mark.parametrize(
    ("change", "went", "came"),
    [
        ({"id": "conf8k"}, ["id: conf7k # never changes"], ["id: conf8k # never changes"]),
        ({"title": 'A "b"'}, ['title: "Milk"'], ['title: "A \\"b\\""']),
        ({"type": "a: b"}, ["type: news"], ["type: 'a: b'"]),
        ({"summary": "It."}, ["summary: # what it is about"], ["summary: It."]),
        ({"last": None}, ["last: x"], []),
        ({"slug": "milk"}, [], ["slug: milk"]),
        (
            {"categories": ["health", "a, b"]},
            ["categories: [media, health]"],
            ["categories: [health, 'a, b']"],
        ),
        (
            {"original": {"publisher": "UNICEF", "title": "T", "date": "2020-01-01"}},
            ["  date: unknown   # nobody knows"],
            ["  title: T", "  date: 2020-01-01   # nobody knows"],
        ),
        ({"original": {"publisher": "UNICEF"}}, ["  date: unknown   # nobody knows"], []),
        (
            {"original": None},
            ["original:", "  publisher: UNICEF", "  date: unknown   # nobody knows"],
            [],
        ),
        (
            {"changes": [ONE, TWO]},
            [],
            ["  - at: 2026-12-01 10:00", "    note: 'It''s: two'", "    level: major"],
        ),
        ({"changes": [{**ONE, "level": "major"}]}, ["    level: minor"], ["    level: major"]),
        ({"changes": [{**ONE, "note": "o'k"}]}, ["    note: 'one'"], ["    note: 'o''k'"]),
        (
            {"key_figures": [{"value": "7", "text": "days"}, FIGURE]},
            [],
            ["- value: '7'", "  text: days"],
        ),
        (
            {"notes": "Another.\n\nSecond line.\n"},
            ["  First line."],
            ["  Another."],
        ),
        (
            {"names": {"en": "Milk", "sr-Latn": "Mlekce"}},
            ["names: {en: Milk, sr-Latn: Mleko}"],
            ["names: {en: Milk, sr-Latn: Mlekce}"],
        ),
    ],
)
def test_a_change_writes_its_own_lines_alone(
    change: dict[str, Value], went: list[str], came: list[str]
) -> None:
    before = values(HEADER)
    gone = {name for name, value in change.items() if value is None}
    after = {name: value for name, value in (before | change).items() if name not in gone}
    text = rewritten(HEADER, before, after, order)
    assert changed_lines(HEADER, text) == (went, came)
    assert values(text) == after


def test_a_new_field_stands_where_the_schema_has_it() -> None:
    after = values(HEADER) | {"slug": "milk"}
    lines = rewritten(HEADER, values(HEADER), after, order).splitlines()
    assert lines[2:5] == ['title: "Milk"', "slug: milk", "# Where it was before."]


def test_without_a_change_the_bytes_stay() -> None:
    assert rewritten(HEADER, values(HEADER), values(HEADER), order) == HEADER


@pytest.mark.parametrize("change", [{"last": "y"}, {"changes": [ONE, TWO]}, {"slug": "s"}])
def test_line_ends_of_windows_stay(change: dict[str, Value]) -> None:
    text = HEADER.replace("\n", "\r\n")
    changed = rewritten(text, values(text), values(text) | change, order)
    assert changed.count("\n") == changed.count("\r\n")
    assert values(changed) == values(text) | change


def test_an_item_can_be_taken_out_of_a_list() -> None:
    text = "changes:\n  - at: 1\n    note: a\n  # the second\n  - at: 2\n    note: b\nlast: x\n"
    after: dict[str, Value] = {"changes": [{"at": 2, "note": "b"}], "last": "x"}
    changed = rewritten(text, values(text), after)
    assert values(changed) == after
    assert changed.endswith("note: b\nlast: x\n")


def test_an_empty_header_gets_its_fields() -> None:
    assert rewritten("", {}, {"name": {"en": "Milk"}}) == "name:\n  en: Milk\n"


def test_the_last_line_may_lack_its_end() -> None:
    text = rewritten("a: 1", {"a": 1}, {"a": 1, "b": "x"})
    assert values(text) == {"a": 1, "b": "x"}
