"""The building stones of the schema: what a line, a slug, a date or an address looks like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from newsdesk.dates import Moment, WrongDate, read_moment
from newsdesk.language import Language
from newsdesk.problems import Message, say

ZONE = ZoneInfo("Europe/Belgrade")

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS = r"^/[^\s?#]*$"
WEB_ADDRESS = r"^https?://[^\s]+$"
PICTURE = re.compile(r"\.(jpe?g|png|webp|avif|gif)$", re.IGNORECASE)
# A name alone: no folder can be left, and none entered.
FILE_NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
# Rules that are checked by hand, for the sake of better words; only editors are told the pattern.
ONE_LINE = r"^[^\n]+$"
TITLE = r"^[^\n]*[^.\n]$|^[^\n]*\.\.\.$"
MOMENT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-5][0-9])?)?$"
)


class WrongValueError(ValueError):
    """A value that breaks a rule of the newsroom, with what to type instead.

    :param message: may leave `{field}` open: who explains the value to a person fills it.
    """

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        """Keep what the person will read."""
        super().__init__(message.template)
        self.message = message
        self.hint = hint


def _one_line(text: str) -> str:
    if "\n" in text:
        raise WrongValueError(
            say("“{field}” must be one line"), say("write it on one line, without a line break")
        )
    return text


def _without_full_stop(title: str) -> str:
    if title.endswith(".") and not title.endswith("..."):
        raise WrongValueError(
            say("the title “{title}” ends with a full stop", title=title),
            say("type {title}", title=title.rstrip(".")),
        )
    return title


def _once_each(names: tuple[str, ...]) -> tuple[str, ...]:
    for index, name in enumerate(names):
        if name in names[:index]:
            raise WrongValueError(
                say("“{name}” stands in “{field}” twice", name=name), say("keep one of the two")
            )
    return names


def _moment(value: object, info: ValidationInfo) -> Moment:
    if isinstance(value, Moment):
        return value
    if isinstance(value, list | dict):
        raise WrongValueError(say("“{field}” must be one date"), say("type {name}: 2026-11-22"))
    zone = (info.context or {}).get("zone", ZONE)
    try:
        return read_moment(str(value), zone)
    except WrongDate as wrong:
        raise WrongValueError(wrong.message, wrong.hint) from wrong


def _moment_or_unknown(value: object, info: ValidationInfo) -> Moment | None:
    return None if value == "unknown" else _moment(value, info)


def _slug_or_none(value: object) -> object:
    if value is None:
        # The words for an empty field say what to type.
        raise WrongValueError(say("“{field}” is empty"))
    if isinstance(value, str) and PICTURE.search(value):
        raise WrongValueError(
            say("“{field}” names the file of a photo, not the photo"),
            say("type {name}: {key}", key=PurePosixPath(value).stem),
        )
    return None if value == "none" else value


@dataclass(frozen=True, slots=True, eq=False)
class ForEditors:
    """What a text editor is told of a value beyond its type, by the JSON Schema.

    :param word: what may be typed instead of the value, such as `none`.
    :param rules: keywords of JSON Schema for rules that our own code checks.
    """

    word: str | None = None
    rules: Mapping[str, Any] = field(default_factory=dict)

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Put the word and the rules beside what pydantic knows by itself."""
        schema = {**self.rules, **handler(core_schema)}
        return {"anyOf": [{"const": self.word}, schema]} if self.word else schema


ONCE_EACH = ForEditors(rules={"uniqueItems": True})
MOMENT_SCHEMA = WithJsonSchema({"type": "string", "pattern": MOMENT})

Line = Annotated[
    str, Field(min_length=1), AfterValidator(_one_line), ForEditors(rules={"pattern": ONE_LINE})
]
Title = Annotated[
    str,
    Field(min_length=1),
    AfterValidator(_one_line),
    AfterValidator(_without_full_stop),
    ForEditors(rules={"pattern": TITLE}),
]
Slug = Annotated[str, Field(pattern=SLUG, max_length=100)]
Slugs = Annotated[tuple[Slug, ...], AfterValidator(_once_each), ONCE_EACH]
Text = Annotated[str, Field(min_length=1)]
Names = Annotated[tuple[Line, ...], AfterValidator(_once_each), ONCE_EACH]
# `none` is said, not left out: somebody has thought of it.
PhotoOrNone = Annotated[Slug | None, BeforeValidator(_slug_or_none), ForEditors("none")]
FileName = Annotated[str, Field(pattern=FILE_NAME)]
When = Annotated[Moment, BeforeValidator(_moment), MOMENT_SCHEMA]
MomentOrUnknown = Annotated[When | None, BeforeValidator(_moment_or_unknown), ForEditors("unknown")]
Address = Annotated[str, Field(pattern=ADDRESS)]
Addresses = Annotated[tuple[Address, ...], AfterValidator(_once_each), ONCE_EACH]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]
# What readers see is said in every language.
Lines = dict[Language, Line]


class Record(BaseModel):
    """Something that staff write down, checked field by field."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
        arbitrary_types_allowed=True,
        # A build in which few posts are new checks few headers: each model is made for its first.
        defer_build=True,
    )
