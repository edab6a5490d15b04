"""Tells a text editor what may be typed, as JSON Schema: it completes, explains and underlines.

The schema is made from the models that the check uses, so the two cannot drift apart. What spans
several fields, such as an event that ends before it starts, is left to the check.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from newsdesk.photos.record import PhotoRecord
from newsdesk.schema.fields import SLUG, Record
from newsdesk.schema.posts import POST_TYPES
from newsdesk.schema.records import RECORD_TYPES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PHOTO = "photo"
# What `newsdesk schema` can be asked for.
KINDS = (*POST_TYPES, *RECORD_TYPES, PHOTO)

Schema = dict[str, Any]


def schema_of(kind: str) -> Schema:
    """Give the schema of one type of post, of one file of the vocabulary, or of a photo's record.

    :param kind: one of KINDS.
    """
    if kind in RECORD_TYPES:
        return _schema_of_file(kind, RECORD_TYPES[kind])
    model = PhotoRecord if kind == PHOTO else POST_TYPES[kind]
    names, definitions = _definitions([model])
    own = definitions.pop(names[model])
    return {"$schema": DIALECT, "title": kind, **own, "$defs": definitions}


def schema_of_posts() -> Schema:
    """Give the schema of every post: its field `type` says what else belongs into the header."""
    names, definitions = _definitions(POST_TYPES.values())
    return {
        "$schema": DIALECT,
        "title": "front matter of newsdesk",
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": [*POST_TYPES], "description": "what kind of post it is"}},
        # An editor names the mistake itself; of `oneOf` it would say that nothing fits.
        "allOf": [
            {
                "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
                "then": _reference(names[model]),
            }
            for name, model in POST_TYPES.items()
        ],
        "$defs": definitions,
    }


def _schema_of_file(kind: str, model: type[Record]) -> Schema:
    """Give the schema of a file of the vocabulary: records by their keys."""
    names, definitions = _definitions([model])
    return {
        "$schema": DIALECT,
        "title": kind,
        "type": "object",
        "propertyNames": {"pattern": SLUG},
        "additionalProperties": _reference(names[model]),
        "$defs": definitions,
    }


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _definitions(models: Iterable[type[Record]]) -> tuple[Mapping[type[Record], str], Schema]:
    """Describe models and all groups of fields within them, by the names of their classes."""
    names = {model: model.__name__ for model in models}
    _, whole = models_json_schema(
        [(model, "validation") for model in names], schema_generator=_ForEditors
    )
    used = json.dumps(whole["$defs"])
    definitions = {
        name: definition
        for name, definition in whole["$defs"].items()
        # What is replaced by words for editors leaves its own description behind.
        if name in names.values() or json.dumps(_reference(name)["$ref"]) in used
    }
    return names, definitions


class _ForEditors(GenerateJsonSchema):
    """JSON Schema without what only programs need."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Leave out titles such as “Publish At”: the name of the field says as much."""
        del schema
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Ask for a value where a field stands: what has none is left out, not left empty."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name what holds when a field is left out, but for nothing."""
        described = super().default_schema(schema)
        if described.get("default") in (None, [], ()):
            described.pop("default", None)
        return described

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Take a number for a text as the check does: `value: 40` needs no quotation marks."""
        return super().str_schema(schema) | {"type": ["string", "number"]}
