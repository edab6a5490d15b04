"""Says in a newsroom's words what the schema found wrong with a header.

The schema speaks of types and patterns; a communications officer learns here which line is
meant and what to type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from newsdesk.header import Place, Source
from newsdesk.language import Language
from newsdesk.problems import Message, Problem, SiteError, nearest, say
from newsdesk.schema.fields import (
    ADDRESS,
    EMAIL,
    FILE_NAME,
    SLUG,
    WEB_ADDRESS,
    Record,
    WrongValueError,
)
from newsdesk.schema.posts import POST_TYPES, Post
from newsdesk.script import slugify

R = TypeVar("R", bound=Record)
# Characters of a value that a message repeats.
SHOWN = 80


def read_as(  # noqa: PLR0913 - what is checked, and three things that are known around it
    model: type[R],
    source: Source,
    value: object,
    *,
    place: Place = (),
    zone: object = None,
    languages: tuple[str, ...] = (),
) -> R:
    """Check what staff wrote against one model of the schema.

    :param place: where in the file the value stands, when the file holds several records.
    :param zone: the time zone of dates that name none.
    :param languages: those of the site, for hints; all that there are when it is not known.
    :raises SiteError: with everything that is wrong with the value.
    """
    try:
        return model.model_validate(value, context={"zone": zone} if zone else None)
    except ValidationError as error:
        raise SiteError(_problems(error, model, source, place, languages)) from error


@dataclass(frozen=True, slots=True)
class _Finding:
    """What the schema found, looked up for the words that follow.

    :param name: the name of the field alone.
    :param field: the place as readers of YAML think of it, such as `key_figures[2].value`.
    :param value: what was typed.
    :param known: the field of the schema that the place belongs to, if there is one.
    :param languages: those that the site has, if they are known.
    """

    model: type[Record]
    detail: ErrorDetails
    name: str
    field: str
    value: str
    known: FieldInfo | None
    languages: tuple[str, ...] = ()

    def say(self, message: Message) -> Message:
        """Fill `{name}`, `{field}` and `{value}` where a message leaves them open."""
        ours = {"name": self.name, "field": self.field, "value": self.value}
        return replace(message, values=(*(ours | dict(message.values)).items(),))


_Words = tuple[Message, Message | None]


def _problems(
    error: ValidationError,
    model: type[Record],
    source: Source,
    place: Place,
    languages: tuple[str, ...],
) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    guessed = set(_guessed(details, model))
    for detail in details:
        if not _follows(detail, guessed):
            finding = replace(_finding(detail, model, place), languages=languages)
            message, hint = _in_words(finding)
            yield Problem(source.path, source.line_of(place + detail["loc"]), message, hint)


def _guessed(details: Iterable[ErrorDetails], model: type[Record]) -> Iterator[Place]:
    """Give the fields that were meant where an unknown one stands: they are not missing."""
    for detail in details:
        closest = _meant(model, detail["loc"]) if detail["type"] == "extra_forbidden" else None
        if closest:
            yield (*detail["loc"][:-1], closest)


def _follows(detail: ErrorDetails, guessed: set[Place]) -> bool:
    """Tell whether a finding only follows from another one, which is told by itself."""
    if detail["type"] == "missing":
        return detail["loc"] in guessed
    # A list whose only values are wrong is not empty.
    return detail["type"] == "too_short" and bool(detail["input"])


def _finding(detail: ErrorDetails, model: type[Record], place: Place) -> _Finding:
    loc = detail["loc"]
    where = loc or place
    name = next((part for part in reversed(where) if isinstance(part, str)), "")
    known = _field_at(model, loc)
    return _Finding(model, detail, name, _dotted(where), _shown(detail["input"]), known)


# What most findings are called; the hint is the field's own example.
WORDS: Mapping[str, Message] = {
    "bool_type": say("“{value}” at “{field}” is neither true nor false"),
    "bool_parsing": say("“{value}” at “{field}” is neither true nor false"),
    "int_type": say("“{value}” at “{field}” is not a whole number"),
    "int_parsing": say("“{value}” at “{field}” is not a whole number"),
    "int_from_float": say("“{value}” at “{field}” is not a whole number"),
    "greater_than_equal": say("{value} at “{field}” is too small"),
    "less_than_equal": say("{value} at “{field}” is too large"),
    "string_too_long": say("“{value}” at “{field}” is too long"),
}
OTHERWISE = say("“{value}” does not fit “{field}”")
# What does not depend on the value that was typed.
UNTYPED = ("missing", "extra_forbidden")
TOO_SHORT = ("string_too_short", "too_short")

# What the patterns of the schema ask for.
RULES: Mapping[str, Message] = {
    SLUG: say("“{value}” does not fit “{field}”: only a–z, digits and hyphens do"),
    ADDRESS: say("“{value}” at “{field}” is not an address that begins with /"),
    WEB_ADDRESS: say("“{value}” at “{field}” is not an address that begins with https://"),
    EMAIL: say("“{value}” at “{field}” is not an e-mail address"),
    FILE_NAME: say("“{value}” at “{field}” is not the plain name of a file"),
}


def _in_words(finding: _Finding) -> _Words:
    """Choose the words for one finding: what is wrong, and what to type."""
    kind = finding.detail["type"]
    if kind not in UNTYPED and (kind in TOO_SHORT or finding.detail["input"] in (None, "", [])):
        message, hint = _empty(finding)
    elif kind in SPECIAL:
        message, hint = SPECIAL[kind](finding)
    else:
        message, hint = WORDS.get(kind, OTHERWISE), _example(finding)
    return finding.say(message), hint and finding.say(hint)


def _empty(finding: _Finding) -> _Words:
    message = say("“{field}” is empty")
    if finding.known is None:
        return message, _not_a_group(finding)[1]
    if finding.known.is_required():
        return message, _example(finding)
    return message, say("type its value, or take the line out")


def _missing(finding: _Finding) -> _Words:
    example = _example_line(finding.name, finding.known)
    return say("“{field}” is missing"), say("add a line such as {example}", example=example)


def _own_words(finding: _Finding) -> _Words:
    """Pass on what one of our own rules said."""
    wrong = finding.detail["ctx"]["error"]
    if not isinstance(wrong, WrongValueError):
        raise wrong
    return wrong.message, wrong.hint


def _unknown_field(finding: _Finding) -> _Words:
    loc = finding.detail["loc"]
    if _is_of_another_type(finding.model, loc):
        message = say("a post of this type has no “{field}”")
        return message, say("take the line out, or change the type")
    closest = _meant(finding.model, loc)
    if closest:
        return say("“{field}” is not a field"), say("type {closest}", closest=closest)
    known = ", ".join(_model_at(finding.model, loc).model_fields)
    hint = say("take the line out; known are: {known}", known=known)
    return say("“{field}” is not a field"), hint


def _is_of_another_type(model: type[Record], loc: Place) -> bool:
    """Tell whether a field that a post cannot have is known from posts of other types."""
    others = [other.model_fields for other in POST_TYPES.values()]
    return issubclass(model, Post) and len(loc) == 1 and any(loc[0] in other for other in others)


def _meant(model: type[Record], loc: Place) -> str | None:
    """Guess which field was meant where an unknown one stands."""
    if _is_of_another_type(model, loc):
        return None
    return nearest(str(loc[-1]), _model_at(model, loc).model_fields)


def _not_in_list(finding: _Finding) -> _Words:
    annotation = finding.known.annotation if finding.known else None
    choices = _choices(annotation)
    if choices == get_args(Language):
        choices = finding.languages or choices
    message, hint = not_one_of(finding.value, finding.field, choices)
    if finding.detail["loc"][-1] == "[key]":
        return say("“{value}” is not a language that we know"), hint
    return message, hint


def not_one_of(value: object, field: str, choices: Iterable[str]) -> tuple[Message, Message]:
    """Say that a value is not in a closed list, and what to type instead."""
    choices, shown = tuple(choices), _shown(value)
    message = say("“{value}” is not a value of “{field}”", value=shown, field=field)
    closest = nearest(shown, choices)
    if closest:
        return message, say("type {closest}", closest=closest)
    return message, say("type one of: {choices}", choices=", ".join(choices))


def _choices(annotation: object) -> tuple[str, ...]:
    """Give the values of a closed list, however deep it is wrapped."""
    found: tuple[str, ...] = ()
    for argument in get_args(annotation):
        found += (argument,) if isinstance(argument, str) else _choices(argument)
    return found


def _not_text(finding: _Finding) -> _Words:
    value = finding.detail["input"]
    if isinstance(value, list):
        return say("“{field}” must be one text, not a list"), _example(finding)
    if isinstance(value, Mapping):
        return say("“{field}” must be a text, not a group of fields"), _example(finding)
    return say("“{field}” must be a text"), say('type {name}: "{value}"')


def _not_a_list(finding: _Finding) -> _Words:
    model = _model_in(finding.known.annotation) if finding.known else None
    if model:
        line = _first_line(model)
        return say("“{field}” must be a list"), say("type below it: - {line}", line=line)
    if isinstance(finding.detail["input"], Mapping):
        return say("“{field}” must be a list"), _example(finding)
    return say("“{field}” must be a list"), say("type {name}: [{value}]")


def _not_a_group(finding: _Finding) -> _Words:
    model = (finding.known and _model_in(finding.known.annotation)) or finding.model
    message = say("“{field}” must be a group of fields")
    hint = say("type below it, two spaces to the right: {line}", line=_first_line(model))
    return message, hint


def _not_in_every_language(finding: _Finding) -> _Words:
    """Say that a text of the vocabulary names no language."""
    message = say("“{field}” must say for each language what it is")
    hint = say("type below it, two spaces to the right: en: {value}", value=finding.value)
    return message, hint


def _against_a_rule(finding: _Finding) -> _Words:
    pattern = finding.detail["ctx"]["pattern"]
    slug = slugify(finding.value)
    if pattern == SLUG and slug:
        return RULES[SLUG], say("type {slug}", slug=slug)
    return RULES.get(pattern, OTHERWISE), _example(finding)


SPECIAL: Mapping[str, Callable[[_Finding], _Words]] = {
    "dict_type": _not_in_every_language,
    "extra_forbidden": _unknown_field,
    "list_type": _not_a_list,
    "literal_error": _not_in_list,
    "missing": _missing,
    "model_type": _not_a_group,
    "string_pattern_mismatch": _against_a_rule,
    "string_type": _not_text,
    "tuple_type": _not_a_list,
    "value_error": _own_words,
}


def _example(finding: _Finding) -> Message | None:
    """Show the field's own example as it would be typed."""
    if finding.known is None or not finding.known.examples:
        return None
    example = finding.known.examples[0]
    if isinstance(example, Mapping) and finding.name in get_args(Language):
        line = f"{finding.name}: {next(iter(example.values()))}"
    else:
        line = _example_line(finding.name, finding.known)
    return say("type it like this: {line}", line=line)


def _example_line(name: str, known: FieldInfo | None) -> str:
    """Write a field with its example, or the beginning of the group that it is."""
    model = _model_in(known.annotation) if known else None
    examples = known.examples if known else None
    if model and not examples:
        return f"{name}: {{{_first_line(model)}, …}}"
    return f"{name}: {_shown((examples or ['…'])[0])}"


def _first_line(model: type[BaseModel]) -> str:
    """Write the first field of a group with its example."""
    return _example_line(*next(iter(model.model_fields.items())))


def _shown(value: object) -> str:
    """Write a value as it would be typed, on one line and not too long."""
    text = " ".join(_typed(value).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _typed(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_typed, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_typed(part)}" for name, part in value.items()) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _dotted(loc: Sequence[str | int]) -> str:
    """Write a place as readers of YAML think of it: `key_figures[2].value`, counted from 1."""
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removesuffix(".[key]").lstrip(".")


def _field_at(model: type[Record], loc: Place) -> FieldInfo | None:
    """Find the field that a place belongs to; within a list, the list's field."""
    names = [part for part in loc if isinstance(part, str)]
    inner: type[BaseModel] | None = model
    field: FieldInfo | None = None
    for name in names:
        field = inner.model_fields.get(name, field) if inner else field
        inner = _model_in(field.annotation) if field else None
    return field


def _model_at(model: type[Record], loc: Place) -> type[BaseModel]:
    """Find the model in which the last name of a place stands."""
    above = _field_at(model, loc[:-1])
    return (above and _model_in(above.annotation)) or model


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any type hint at all
    """Find the model that a type hint speaks of, such as the one in `tuple[Milestone, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(argument) for argument in get_args(annotation))
    return next(filter(None, inner), None)
