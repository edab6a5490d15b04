"""Saying in a newsroom's words why a header cannot be read; YAML's own words are never shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

import yaml

from newsdesk.header.report import short
from newsdesk.header.retyping import closed, quoted, value_in
from newsdesk.header.signs import SIGNS, sign_in_words
from newsdesk.problems import Message, say


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a part of a header stops to be YAML; lines and columns are counted from 0.

    :param began: the line of the beginning of what could not be read, and its column.
    """

    lines: Sequence[str]
    line: int
    column: int
    began: tuple[int, int]

    @property
    def text(self) -> str:
        """The line in which reading stopped."""
        return self.lines[self.line]

    @property
    def first(self) -> str:
        """The line in which it began."""
        return self.lines[self.began[0]]


Explanation: TypeAlias = tuple[int, Message, Message]

FIELDS_EXPECTED = say(
    "type in each line a name, a colon, a space and the value, such as title: Our mission"
)

_GLUED = re.compile(r"\s*(?:- +)*\w[\w-]*:[^\s/:].*")
_BULLET = re.compile(r"\s*[-–—•·]\s*(?P<value>\S.*)")


def explained(text: str, first_line: int, error: yaml.MarkedYAMLError) -> Explanation:
    """Say in a newsroom's words what YAML complains of; its own words are never shown."""
    lines = text.rstrip("\n").split("\n")
    stopped, last = cast("yaml.Mark", error.problem_mark), len(lines) - 1
    began = error.context_mark or stopped
    fault = Fault(
        lines,
        min(stopped.line, last),
        stopped.column if stopped.line <= last else len(lines[last]),
        (min(began.line, last), began.column),
    )
    complaint = f"{error.context}; {error.problem}"
    line, message, hint = next(
        explain(fault) for words, explain in _EXPLANATIONS if words in complaint
    )
    return first_line + line, message, hint


def _quotation_open(fault: Fault) -> Explanation:
    """`title: "Our mission`."""
    line, column = fault.began
    mark = fault.first[column]
    return (
        line,
        say("the quotation mark “{mark}” is not closed", mark=mark),
        say("put another one at the end of the value: {line}", line=closed(fault.first, mark)),
    )


def _backslash(fault: Fault) -> Explanation:
    r"""`title: "C:\Users"`."""
    return (
        fault.line,
        say("a backslash in double quotation marks begins a sign that is not known"),
        say("type two backslashes, or put the value in single quotation marks"),
    )


def _text_behind_arrow(fault: Fault) -> Explanation:
    """`title: > Our mission`."""
    line, column = fault.began
    return (
        line,
        say("text stands behind “{sign}” in the same line", sign=fault.first[column]),
        say(
            "begin it in the next line, two spaces to the right, or type {line}",
            line=quoted(fault.first),
        ),
    )


def _bracket_open(fault: Fault) -> Explanation:
    """`categories: [media, social-protection`, or `[media "news"]`."""
    line, column = fault.began
    rest = fault.text[fault.column :].strip()
    if rest and fault.line == line:
        return (
            line,
            say("a comma is missing before “{rest}”", rest=short(rest)),
            say("put a comma and a space between the values of a list"),
        )
    return (
        line,
        say("the bracket “{sign}” is not closed", sign=fault.first[column]),
        say(
            "type “{sign}” at the end of the list, or put a text in quotation marks",
            sign="]" if fault.first[column] == "[" else "}",
        ),
    )


def _second_colon(fault: Fault) -> Explanation:
    """`title: Our mission: to help`, or a field that stands further to the right than it may."""
    if fault.line and _GLUED.fullmatch(fault.lines[fault.line - 1]):
        return _glued(fault.line - 1, fault.lines[fault.line - 1])
    if ": " in value_in(fault.text) + " ":
        return (
            fault.line,
            say("the value has a colon in it"),
            say("put the value in quotation marks: {line}", line=quoted(fault.text)),
        )
    return (
        fault.line,
        say("the line stands further to the right than the line above it allows"),
        say(
            "begin it under the first letter of the line above; if it belongs to the text above, "
            "put that text in quotation marks"
        ),
    )


def colon_missing(fault: Fault) -> Explanation:
    """`title Our mission`, `title:Our mission` or a list item that begins with a bullet."""
    line = fault.began[0]
    bullet = _BULLET.fullmatch(fault.first)
    if _GLUED.fullmatch(fault.first):
        return _glued(line, fault.first)
    if bullet:
        return (
            line,
            say("the line does not begin like an item of a list"),
            say("type a hyphen and a space before it: - {value}", value=short(bullet["value"])),
        )
    return (
        line,
        say("“{line}” is no field: it has no name with a colon", line=short(fault.first)),
        say(
            "type a name and a colon before it; if it belongs to the line above, "
            "begin it two spaces further to the right"
        ),
    )


def _glued(line: int, text: str) -> Explanation:
    """`title:Our mission`."""
    name, colon, value = text.strip().partition(":")
    return (
        line,
        say("a space is missing behind “{name}:”", name=short(name)),
        say("type {line}", line=short(f"{name}{colon} {value}")),
    )


def _hyphen_missing(fault: Fault) -> Explanation:
    """A field stands where the lines above are a list."""
    return (
        fault.line,
        say("the line is no item of the list above it"),
        say("begin it with a hyphen and a space, or end the list by beginning further to the left"),
    )


def _misplaced(fault: Fault) -> Explanation:
    """`title: "Windows" of opportunity`, or a line that begins neither here nor there."""
    before = fault.text[: fault.column].rstrip()
    if before.endswith(('"', "'", "]", "}")):
        return (
            fault.line,
            say("text stands behind the closing “{mark}”", mark=before[-1]),
            say("put the whole value in quotation marks: {line}", line=quoted(fault.text)),
        )
    if fault.text.lstrip().startswith(":"):
        return (
            fault.line,
            say("a name is missing before the colon"),
            say("type the name of the field before it, such as title: Our mission"),
        )
    if fault.text.lstrip().startswith("-"):
        return (
            fault.line,
            say("an item of a list stands here, but no list can begin here"),
            say("type the name of the list with its colon alone in a line, and its items below"),
        )
    if fault.text.startswith("%"):
        return _sign(Fault(fault.lines, fault.line, 0, (fault.line, 0)))
    return (
        fault.line,
        say("the line does not begin under the lines that it belongs to"),
        say("begin it with exactly as many spaces as the other lines of its group"),
    )


def _sign(fault: Fault) -> Explanation:
    """`title: @unicef`."""
    line, column = fault.began
    return line, *sign_in_words(fault.first, column)


def _unexpected(fault: Fault) -> Explanation:
    """`categories: [media,, news]`, and whatever else a line may hold."""
    sign = fault.text[fault.column : fault.column + 1]
    if sign == "," and {"[", "{"} & set(fault.text[: fault.column]):
        return fault.line, say("nothing stands before this comma"), say("delete one comma")
    if sign in SIGNS:
        return fault.line, *sign_in_words(fault.text, fault.column)
    return (
        fault.line,
        say("“{line}” cannot be read", line=short(fault.text)),
        FIELDS_EXPECTED,
    )


_EXPLANATIONS: Sequence[tuple[str, Callable[[Fault], Explanation]]] = (
    # What libyaml says, in the order of its steps; only these words of it are known here.
    ("while scanning a quoted scalar", _quotation_open),
    ("while parsing a quoted scalar", _backslash),
    ("while scanning a block scalar", _text_behind_arrow),
    ("while scanning an alias", _sign),
    ("while scanning an anchor", _sign),
    ("a tag", _sign),
    ("undefined tag handle", _sign),
    ("a directive", _sign),
    ("cannot start any token", _sign),
    ("could not find expected ':'", colon_missing),
    ("mapping values are not allowed", _second_colon),
    ("expected ',' or", _bracket_open),
    ("expected '-' indicator", _hyphen_missing),
    ("expected key", _misplaced),
    ("expected <document start>", _misplaced),
    ("", _unexpected),
)
