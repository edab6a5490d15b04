"""The boxes of the form: for each field of the schema, what kind of box one fills in.

They are made from the JSON Schema that text editors get, so that no field can be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from newsdesk.json_schema import PHOTO, Schema, schema_of
from newsdesk.reference import typed
from newsdesk.schema.fields import MOMENT
from newsdesk.schema.records import RECORD_TYPES

Kind = Literal[
    "fixed",  # the same in every post of a type
    "line",
    "long",  # a text of several sentences
    "when",
    "number",
    "yes_no",
    "one_of",
    "some_of",
    "names",  # words that are typed one by one
    "texts",  # the same text in each language
    "group",
    "groups",
    "file",  # of content/files
]
# Texts for which one line of the form is too short.
LONG = frozenset((
    *("summary", "text", "note", "explanation", "description", "caption", "alt"),
    "notes_to_editors",
))  # fmt: skip
# Where the values of a field come from, by the names of the vocabulary's files, and some besides.
SOURCES: Mapping[str, str] = {
    "categories": "categories",
    "topics": "topics",
    "location": "locations",
    "organisers": "organisations",
    "partners": "organisations",
    "organisation": "organisations",
    "speakers": "people",
    "authors": "people",
    "contacts": "contacts",
    "boilerplate": "boilerplate",
    "lead_photo": "photos",
    "photos": "photos",
    "programme": "programmes",
    "related": "posts",
    "replaced_by": "posts",
}


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the form.

    :param name: of the field.
    :param description: what it is for, in English.
    :param example: as it is typed.
    :param choices: the values of a closed list.
    :param source: where the values of an open list come from.
    :param word: what may stand instead of a value, such as `none`.
    :param inner: the boxes within it.
    """

    name: str
    kind: Kind
    is_required: bool
    description: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    source: str = ""
    word: str = ""
    inner: tuple[Box, ...] = ()


@cache
def boxes_of(kind: str) -> tuple[Box, ...]:
    """Give the boxes of a type of post, of a record of the vocabulary, or of a photograph's record.

    :param kind: as `newsdesk schema` knows it.
    """
    schema = schema_of(kind)
    definitions = schema["$defs"]
    if kind in RECORD_TYPES:
        schema = _resolved(schema["additionalProperties"], definitions)
    boxes = _boxes(schema, definitions)
    # Another category, not another post, takes the place of one that has ended.
    return tuple(map(_within_categories, boxes)) if kind == "categories" else boxes


def _within_categories(box: Box) -> Box:
    source = "categories" if box.source == "posts" else box.source
    return replace(box, source=source, inner=tuple(map(_within_categories, box.inner)))


def _boxes(group: Schema, definitions: Schema) -> tuple[Box, ...]:
    required = group.get("required", ())
    return tuple(
        _box(name, known, definitions, is_required=name in required)
        for name, known in group["properties"].items()
    )


def _box(name: str, known: Schema, definitions: Schema, *, is_required: bool) -> Box:
    example = next(iter(known.get("examples", [])), None)
    box = Box(
        name,
        "line",
        is_required,
        known.get("description", ""),
        "" if example is None else typed(example),
        source=SOURCES.get(name, ""),
    )
    if "anyOf" in known:
        word, known = known["anyOf"]
        box = replace(box, word=word["const"])
    return _with_kind(box, _resolved(known, definitions), definitions)


def _resolved(known: Schema, definitions: Schema) -> Schema:
    reference = known.get("$ref")
    return definitions[reference.rpartition("/")[2]] if reference else known


def _with_kind(box: Box, known: Schema, definitions: Schema) -> Box:
    """Find out what kind of box a field needs."""
    if "const" in known:
        return replace(box, kind="fixed", choices=(known["const"],))
    if "enum" in known:
        return replace(box, kind="one_of", choices=tuple(known["enum"]))
    if known["type"] == "array":
        return _of_several(box, _resolved(known["items"], definitions), definitions)
    if known["type"] == "object":
        if "properties" in known:
            return replace(box, kind="group", inner=_boxes(known, definitions))
        return replace(box, kind="texts", choices=tuple(known["propertyNames"]["enum"]))
    return replace(box, kind=_kind_of_one(box, known))


def _of_several(box: Box, item: Schema, definitions: Schema) -> Box:
    if "properties" in item:
        return replace(box, kind="groups", inner=_boxes(item, definitions))
    if "enum" in item:
        return replace(box, kind="some_of", choices=tuple(item["enum"]))
    return replace(box, kind="some_of" if box.source else "names")


def _kind_of_one(box: Box, known: Mapping[str, Any]) -> Kind:
    if known["type"] == "boolean":
        return "yes_no"
    if known["type"] == "integer":
        return "number"
    if known.get("pattern") == MOMENT or known.get("format") == "date":
        return "when"
    if box.source:
        return "one_of"
    if box.name == "file":
        return "file"
    return "long" if box.name in LONG else "line"


def all_boxes(kind: str) -> Iterator[Box]:
    """Give all boxes of a form, those within others among them."""
    return _with_inner(boxes_of(kind))


def _with_inner(boxes: tuple[Box, ...]) -> Iterator[Box]:
    for box in boxes:
        yield box
        yield from _with_inner(box.inner)


__all__ = ["PHOTO", "Box", "Kind", "all_boxes", "boxes_of"]
