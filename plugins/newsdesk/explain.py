"""Says in a newsroom's words what the schema found wrong with a header.

The schema speaks of types and patterns; a communications officer learns here which line is
meant and what to type.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from newsdesk.header import Source
from newsdesk.problems import Message, Problem, SiteError, nearest, say
from newsdesk.schema import Record, WrongValueError

Place = tuple[str | int, ...]
R = TypeVar("R", bound=Record)


def read_as(
    model: type[R], source: Source, value: object, *, place: Place = (), zone: object = None
) -> R:
    """Check what staff wrote against one model of the schema.

    :param place: where in the file the value stands, when the file holds several records.
    :param zone: the time zone of dates that name none.
    :raises SiteError: with everything that is wrong with the value.
    """
    try:
        return model.model_validate(value, context={"zone": zone} if zone else None)
    except ValidationError as error:
        raise SiteError(_problems(error, model, source, place)) from error


# What most findings are called; the hint is the field's own example.
WORDS = {
    "missing": "“{field}” is missing",
    "too_short": "“{field}” is empty",
    "string_too_short": "“{field}” is empty",
    "string_type": "“{field}” must be text",
    "int_type": "“{value}” at “{field}” is not a whole number",
    "int_parsing": "“{value}” at “{field}” is not a whole number",
    "int_from_float": "“{value}” at “{field}” is not a whole number",
}
OTHERWISE = "“{value}” does not fit “{field}”"


@dataclass(frozen=True, slots=True)
class _Finding:
    """What the schema found, looked up for the words that follow.

    :param field: the place as readers of YAML think of it.
    :param known: the field of the schema that the place belongs to, if there is one.
    """

    model: type[Record]
    detail: ErrorDetails
    field: str
    value: str
    known: FieldInfo | None


def _problems(
    error: ValidationError, model: type[Record], source: Source, place: Place
) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        loc = detail["loc"]
        finding = _Finding(
            model, detail, _dotted(loc), _shown(detail["input"]), _field_at(model, loc)
        )
        message, hint = _in_words(finding)
        yield Problem(source.path, source.line_of(place + loc), message, hint)


def _in_words(finding: _Finding) -> tuple[Message, Message | None]:
    """Choose the words for one finding: what is wrong, and what to type."""
    kind = finding.detail["type"]
    if kind in SPECIAL:
        return SPECIAL[kind](finding)
    template = WORDS.get(kind, OTHERWISE)
    return say(template, field=finding.field, value=finding.value), _example(finding)


def _own_words(finding: _Finding) -> tuple[Message, Message | None]:
    """Pass on what one of our own rules said."""
    wrong = finding.detail["ctx"]["error"]
    if not isinstance(wrong, WrongValueError):
        raise wrong
    if wrong.message.template.startswith("must "):
        return say("“{field}” {rule}", field=finding.field, rule=wrong.message), wrong.hint
    return wrong.message, wrong.hint


def _unknown_field(finding: _Finding) -> tuple[Message, Message]:
    loc = finding.detail["loc"]
    above = _field_at(finding.model, loc[:-1])
    model = (above and _model_in(above.annotation)) or finding.model
    closest = nearest(str(loc[-1]), model.model_fields)
    if closest:
        hint = say("type {closest}", closest=closest)
    else:
        hint = say("take the line out; known are: {known}", known=", ".join(model.model_fields))
    return say("“{field}” is not a field", field=finding.field), hint


def _not_in_list(finding: _Finding) -> tuple[Message, Message]:
    annotation = finding.known.annotation if finding.known else None
    choices = [str(choice) for choice in _choices(annotation)]
    closest = nearest(finding.value, choices)
    if closest:
        hint = say("type {closest}", closest=closest)
    else:
        hint = say("type one of: {choices}", choices=", ".join(choices))
    message = say("“{value}” is not a value of “{field}”", value=finding.value, field=finding.field)
    return message, hint


def _choices(annotation: object) -> tuple[object, ...]:
    """Give the values of a closed list, however deep it is wrapped."""
    found: tuple[object, ...] = ()
    for argument in get_args(annotation):
        found += (argument,) if isinstance(argument, str) else _choices(argument)
    return found


def _not_a_list(finding: _Finding) -> tuple[Message, Message]:
    message = say("“{field}” must be a list", field=finding.field)
    return message, say("type {name}: [{value}]", name=_last(finding.field), value=finding.value)


SPECIAL: Mapping[str, Callable[[_Finding], tuple[Message, Message | None]]] = {
    "extra_forbidden": _unknown_field,
    "literal_error": _not_in_list,
    "list_type": _not_a_list,
    "tuple_type": _not_a_list,
    "value_error": _own_words,
}


def _example(finding: _Finding) -> Message | None:
    """Show the field's own example as it would be typed."""
    if finding.known is None or not finding.known.examples:
        return None
    example = _shown(finding.known.examples[0])
    return say("type {name}: {example}", name=_last(finding.field), example=example)


def _last(field: str) -> str:
    return field.rsplit(".", 1)[-1].partition("[")[0]


def _shown(value: object) -> str:
    """Write a value as it would be typed, and not too long."""
    limit = 80
    if isinstance(value, list):
        text = "[" + ", ".join(_shown(part) for part in value) + "]"
    elif isinstance(value, Mapping):
        text = json.dumps(value, ensure_ascii=False, default=str)
    else:
        text = "" if value is None else str(value)
    return text if len(text) <= limit else text[:limit] + "…"


def _dotted(loc: Sequence[str | int]) -> str:
    """Write a place as readers of YAML think of it: `key_figures[2].value`, counted from 1."""
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".")


def _field_at(model: type[Record], loc: Place) -> FieldInfo | None:
    """Find the field that a place belongs to; within a list, the list's field."""
    names = [part for part in loc if isinstance(part, str)]
    inner: type[BaseModel] | None = model
    field: FieldInfo | None = None
    for name in names:
        field = inner.model_fields.get(name, field) if inner else field
        inner = _model_in(field.annotation) if field else None
    return field


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any type hint at all
    """Find the model that a type hint speaks of, such as the one in `tuple[Milestone, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(argument) for argument in get_args(annotation))
    return next(filter(None, inner), None)
