"""The reference of all fields: what staff can look up while they write, made from the models.

Each field is described once, in the schema; this page, the files that `newsdesk new` makes and the
JSON Schema for editors repeat what stands there.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from newsdesk.files import PHOTOS, RECORD_ENDING, VOCABULARY
from newsdesk.photos.record import PhotoRecord
from newsdesk.schema.fields import Record
from newsdesk.schema.posts import POST_TYPES, DatedPost, Post
from newsdesk.schema.records import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class DescribedField:
    """A field of the schema, as one explains it to a colleague.

    :param example: as it is typed; empty where a group of fields shows its own examples.
    :param choices: the values of a closed list.
    :param group: the fields that stand in it, if it is a group or a list of groups.
    :param is_list: whether it holds several values.
    :param otherwise: what holds when it is left out.
    """

    name: str
    is_required: bool
    description: str
    example: str
    choices: tuple[str, ...]
    group: type[Record] | None
    is_list: bool
    otherwise: str


@cache
def fields_of(model: type[Record]) -> tuple[DescribedField, ...]:
    """Describe the fields of a model, in the order in which they are written."""
    return tuple(_described(name, known) for name, known in model.model_fields.items())


def _described(name: str, known: FieldInfo) -> DescribedField:
    default = None if known.is_required() else known.default
    group = _group_in(known.annotation)
    example = (known.examples or [None])[0]
    return DescribedField(
        name,
        known.is_required(),
        known.description or "",
        "" if example is None else typed(example),
        _choices_in(known.annotation),
        group,
        _is_list(known.annotation),
        "" if default in (None, ()) else typed(default),
    )


def _group_in(annotation: object) -> type[Record] | None:
    """Find the group of fields that a type hint speaks of, in a list or alone."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Record) else None
    return next(filter(None, map(_group_in, get_args(annotation))), None)


def _choices_in(annotation: object) -> tuple[str, ...]:
    """Give the values of a closed list; the languages of a text are none of its own."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if get_origin(annotation) is dict:
        return ()
    return next(filter(None, map(_choices_in, get_args(annotation))), ())


def _is_list(annotation: Any) -> bool:  # noqa: ANN401 - any type hint at all
    if get_origin(annotation) in (Union, types.UnionType):
        return any(map(_is_list, get_args(annotation)))
    return get_origin(annotation) is tuple


def typed(value: object) -> str:
    """Write a value as one types it into a header."""
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(typed, value)) + "]"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {typed(part)}" for name, part in value.items())
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


# The page

OPENING = """\
# What can be typed

The fields of all posts, of the vocabulary and of photographs. This page is made by `newsdesk
fields`; what it says comes from `plugins/newsdesk/schema/` and `plugins/newsdesk/photos/`, where
every rule stands once.

`newsdesk new TYPE` makes a file with the fields of a type, and `newsdesk check` says what is
missing or wrong in it.

Days are typed as `2026-11-22`, times as `2026-11-22 14:30`. A list of names stands in brackets:
`[media, emergencies]`. A text with a colon and a space in it, or one that begins with a special
sign, stands in quotation marks: `title: "Milk: a history"`.
"""
HEAD = """\
| Field | Must it be there? | What for | Example |
| --- | --- | --- | --- |
"""


def reference() -> str:
    """Write the reference of all fields in Markdown."""
    return "\n".join([OPENING, *_posts(), *_groups(), *_records(), *_photos()])


def _posts() -> Iterator[str]:
    yield "## Every post\n"
    yield _table(fields_of(Post))
    yield "## Posts of the newsroom\n"
    names = [f"`{name}`" for name, model in POST_TYPES.items() if issubclass(model, DatedPost)]
    yield f"What {', '.join(names[:-1])} and {names[-1]} have besides.\n"
    yield _table(_own(DatedPost, Post))
    for name, model in POST_TYPES.items():
        yield f"## {name}\n"
        yield _introduction(model)
        base = DatedPost if issubclass(model, DatedPost) else Post
        own = [field for field in _own(model, base) if field.name != "type"]
        if own:
            yield _table(own)


def _introduction(model: type[Post]) -> str:
    """Say what a type is for, where its files are, and what must be there."""
    needed = ", ".join(f"`{field.name}`" for field in fields_of(model) if field.is_required)
    place = f"In the folder `{model.folder}/` of its language."
    return f"{model.__doc__} {place} Must be there: {needed}.\n"


def _own(model: type[Record], base: type[Record]) -> tuple[DescribedField, ...]:
    """Give the fields that a model has besides those of its base, or has otherwise."""
    known = fields_of(base)
    return tuple(field for field in fields_of(model) if field not in known)


def _groups() -> Iterator[str]:
    yield "## Groups of fields\n"
    yield "They stand below the name of their field, two spaces to the right.\n"
    models: list[type[Record]] = [*POST_TYPES.values(), PhotoRecord]
    groups = {field.name: field for model in models for field in fields_of(model) if field.group}
    for name, field in groups.items():
        yield f"### {name}\n"
        yield from _group(field)


def _group(field: DescribedField) -> Iterator[str]:
    if field.group is None:
        return
    several = " One or more, each beginning with a hyphen." if field.is_list else ""
    yield f"{field.group.__doc__}{several}\n"
    yield _table(fields_of(field.group))


def _records() -> Iterator[str]:
    yield "## The vocabulary\n"
    yield (
        f"In `content/{VOCABULARY}/`: each record stands below its key, which posts name. What "
        "readers see is said in `en` and in `sr-Latn` or `sr-Cyrl`; one script is enough.\n"
    )
    for kind, model in RECORD_TYPES.items():
        yield f"### {kind}{RECORD_ENDING}\n"
        yield f"{model.__doc__}\n"
        yield _table(fields_of(model))


def _photos() -> Iterator[str]:
    yield "## Photographs\n"
    yield (
        f"Beside `content/{PHOTOS}/school-bus.jpg` stands `school-bus{RECORD_ENDING}` with these "
        "fields.\n"
    )
    yield _table(fields_of(PhotoRecord))


def _table(fields: Iterable[DescribedField]) -> str:
    return HEAD + "".join(map(_row, fields))


def _row(field: DescribedField) -> str:
    cells = (f"`{field.name}`", _must(field), _what_for(field), _example(field))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _must(field: DescribedField) -> str:
    if field.is_required:
        return "yes"
    return f"no; otherwise `{field.otherwise}`" if field.otherwise else "no"


def _what_for(field: DescribedField) -> str:
    if all(choice in field.description for choice in field.choices):
        return field.description
    choices = ", ".join(f"`{choice}`" for choice in field.choices)
    return f"{field.description}; one of {choices}"


def _example(field: DescribedField) -> str:
    example = f"`{field.example}`" if field.example else ""
    group = f"see [{field.name}](#{field.name})" if field.group else ""
    return ", or ".join(filter(None, [example, group]))


def all_names() -> frozenset[str]:
    """Give the names of all fields, types and kinds of records, and the values of closed lists."""
    models: list[type[Record]] = [*POST_TYPES.values(), *RECORD_TYPES.values(), PhotoRecord]
    fields = [field for model in models for field in _with_inner_fields(model)]
    choices = (choice for field in fields for choice in field.choices)
    return frozenset((*POST_TYPES, *RECORD_TYPES, *(field.name for field in fields), *choices))


def _with_inner_fields(model: type[Record]) -> Iterator[DescribedField]:
    for field in fields_of(model):
        yield field
        if field.group:
            yield from _with_inner_fields(field.group)
