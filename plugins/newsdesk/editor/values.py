"""Turns what stands in a file into what stands in the boxes of the form, and back.

Both ways agree: what is shown and typed again, unchanged, is the value that was there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from newsdesk.editor.boxes import Box
from newsdesk.header import Value

# Which of two forms a list takes that may also be the word `none`: nobody, or somebody.
VARIANT, NOBODY, SOMEBODY = "type", "none", "child"
Group = Mapping[str, Value]


def shown(boxes: Iterable[Box], group: Group) -> dict[str, Value]:
    """Put the values of a group into the boxes of the form; what has no box stays as it is."""
    by_name = {box.name: box for box in boxes}
    filled = {
        name: _shown(by_name[name], value) if name in by_name else value
        for name, value in group.items()
    }
    return {name: value for name, value in filled.items() if not _is_empty(value)}


def _shown(box: Box, value: Value) -> Value:
    if value == box.word != "":
        return _word(box, value)
    match box.kind, value:
        case "group", dict():
            return cast("Value", shown(box.inner, value))
        case "groups", list():
            return [_group_shown(box, each) for each in value]
        case "yes_no", bool():
            return "true" if value else "false"
    is_number = isinstance(value, int | float) and box.kind != "number"
    return str(value) if is_number else value


def _word(box: Box, value: Value) -> Value:
    """Show the word `none` where a list is filled in."""
    if box.kind == "groups":
        return [{VARIANT: NOBODY}]
    return [value] if box.kind == "some_of" else value


def _group_shown(box: Box, value: Value) -> Value:
    if not isinstance(value, dict):
        return value
    variant: dict[str, Value] = {VARIANT: SOMEBODY} if box.word else {}
    return cast("Value", {**variant, **shown(box.inner, value)})


def typed(boxes: Iterable[Box], filled: Group, before: Group | None = None) -> dict[str, Value]:
    """Take what stands in the boxes as one types it into a file; empty boxes are left out.

    :param before: what the file says; values whose box has not changed stay as they are there, and
        so does what has no box.
    """
    before = before or {}
    boxes = tuple(boxes)
    names = {box.name for box in boxes}
    were = shown(boxes, before)
    after = {name: value for name, value in before.items() if name not in names}
    for box in boxes:
        now, was = _without_empty(filled.get(box.name)), _without_empty(were.get(box.name))
        # Nothing may be sent as an empty list, and stand in the file as a name alone.
        if now == was or (_is_empty(now) and _is_empty(was)):
            after |= {box.name: before[box.name]} if box.name in before else {}
        elif not _is_empty(value := _typed(box, now, before.get(box.name))):
            after[box.name] = value
    # What is there keeps its place; what is new comes behind it, in the order of the schema.
    order = [*before, *(box.name for box in boxes)]
    return {name: after[name] for name in dict.fromkeys(order) if name in after}


def _typed(box: Box, value: Value, before: Value) -> Value:
    if box.word and value in ([{VARIANT: NOBODY}], [box.word]):
        return box.word
    match box.kind, value:
        case "group", dict():
            return cast("Value", typed(box.inner, value, _as_group(before)))
        case "groups", list():
            return _groups_typed(box, value, before if isinstance(before, list) else [])
        case "yes_no", "true" | "false":
            return value == "true"
        case "some_of", list():
            return [each for each in value if each != box.word]
    return value


def _groups_typed(box: Box, value: list[Value], before: list[Value]) -> list[Value]:
    """Take each group for the one that stood at its place, if one did."""
    pairs = zip(value, [*before, *([None] * len(value))], strict=False)
    groups = [
        typed(box.inner, _without_variant(box, each), _as_group(was)) if isinstance(each, dict)
        else each
        for each, was in pairs
    ]  # fmt: skip
    return cast("list[Value]", [each for each in groups if not _is_empty(each)])


def _without_variant(box: Box, group: Group) -> Group:
    return {name: each for name, each in group.items() if not (box.word and name == VARIANT)}


def _as_group(value: Value) -> Group | None:
    return value if isinstance(value, dict) else None


def _without_empty(value: Value) -> Value:
    """Leave out what is empty, however deep it stands: the form leaves empty boxes behind."""
    if isinstance(value, dict):
        kept = {name: _without_empty(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if not _is_empty(each)}
    if isinstance(value, list):
        return [each for each in map(_without_empty, value) if not _is_empty(each)]
    return value


def _is_empty(value: Value) -> bool:
    blank = isinstance(value, str) and not value.strip()
    return blank or value is None or value in ([], {})
