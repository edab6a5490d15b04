"""Reading the values of a header, and the line of each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import cast

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from newsdesk.header.hidden import HIDDEN, HIDDEN_IN_HEADER
from newsdesk.header.limits import DEPTH_LIMIT
from newsdesk.header.marks import end_of, line_of, start_of
from newsdesk.header.report import Report, short
from newsdesk.header.retyping import quoted
from newsdesk.header.signs import sign_in_words
from newsdesk.header.source import Place, Value
from newsdesk.problems import Message, say

_WORDS: Mapping[str, bool | None] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,15}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})\.[0-9]{1,15}")
_HASHTAG = re.compile(r" #[^\s#]")
_LOST = re.compile(r" +(#[^\s#].*)")


class Walk:
    """One reading of a header, event by event: values, their lines, and what YAML would hide.

    Events, not PyYAML's nodes: they cost less, and brackets in brackets cannot exhaust the stack.
    """

    def __init__(self, text: str, first_line: int, report: Report) -> None:
        """Stand before the beginning of a header."""
        self.lines: dict[Place, int] = {}
        self._text = text
        self._first_line = first_line
        self._report = report
        self._next = cast("Callable[[], Event]", yaml.CBaseLoader(text).get_event)
        self._has_hashtag = _HASHTAG.search(text) is not None

    def whole(self) -> Value:
        """Read all of the header.

        :raises yaml.MarkedYAMLError: where it is not YAML.
        """
        self._next()  # the stream begins
        if isinstance(self._next(), StreamEndEvent):
            return None
        first = self._next()
        self.lines[()] = self._line(first)
        value = self._node(first, ())
        self._next()  # the document ends
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self._add(after, say("“---” stands in the middle of the fields"), say("delete it"))
        return value

    def _line(self, event: Event) -> int:
        return line_of(event) + self._first_line

    def _add(self, event: Event, message: Message, hint: Message) -> None:
        self._report.add(self._line(event), message, hint)

    def _node(self, event: Event, place: Place) -> Value:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            self._refuse_sign(event)
            return None
        self._check_group(event, place)
        if isinstance(event, SequenceStartEvent):
            return self._list(place)
        return self._group(place)

    def _list(self, place: Place) -> list[Value]:
        found: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            inner = (*place, len(found))
            self.lines[inner] = line_of(event) + self._first_line
            found.append(self._node(event, inner))
        return found

    def _group(self, place: Place) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            name = self._name(event, place)
            inner = (*place, name)
            if name in found:
                self._refuse_second(event, name, self.lines[inner])
            self.lines.setdefault(inner, line_of(event) + self._first_line)
            found[name] = self._node(self._next(), inner)
        return found

    def _name(self, event: Event, place: Place) -> str:
        """Read the name of a field; a number such as 2026 is a name like any other."""
        if isinstance(event, ScalarEvent) and event.value:
            return self._text_of(event)
        self._node(event, (*place, ""))
        self._add(
            event,
            say("a word is expected here as the name of a field"),
            say("put the value in quotation marks if it begins with a bracket or a question mark"),
        )
        return ""

    def _scalar(self, event: ScalarEvent) -> Value:
        text = self._text_of(event)
        if event.style:
            return text
        if self._has_hashtag:
            self._check_loss(event)
        return _plain(text)

    def _text_of(self, event: ScalarEvent) -> str:
        if event.tag is not None or event.anchor is not None:
            self._refuse_sign(event)
        if event.style == '"':
            self._check_escapes(event)
        return event.value

    def _check_group(self, event: Event, place: Place) -> None:
        if len(place) >= DEPTH_LIMIT:
            self._report.stop(
                self._line(event),
                say("more than {limit} lists and groups stand in each other", limit=DEPTH_LIMIT),
                say("if this is a text, put it in quotation marks"),
            )
        if isinstance(event, CollectionStartEvent) and (event.anchor or event.tag):
            self._refuse_sign(event)

    def _refuse_sign(self, event: Event) -> None:
        """Refuse anchors, aliases and tags: most are texts that begin with a special sign."""
        mark = start_of(event)
        self._add(event, *sign_in_words(_line_around(self._text, mark.index), mark.column))

    def _refuse_second(self, event: Event, name: str, first: int) -> None:
        self._add(
            event,
            say("“{name}” stands here again", name=short(name)),
            say("keep one of them; the first is in line {first}", first=first),
        )

    def _check_escapes(self, event: ScalarEvent) -> None:
        r"""Refuse characters that nobody sees when they are written as `\u202e`."""
        for character in HIDDEN.findall(event.value) + HIDDEN_IN_HEADER.findall(event.value):
            self._add(
                event,
                say(
                    "an invisible character is written here: U+{code}", code=f"{ord(character):04X}"
                ),
                say("delete the backslash and the letters and figures that belong to it"),
            )

    def _check_loss(self, event: ScalarEvent) -> None:
        """Keep `title: Play #ForEveryChild` from losing its end, a note to YAML."""
        end = end_of(event).index
        lost = _LOST.match(self._text, end)
        if lost:
            line = _line_around(self._text, end)
            self._add(
                event,
                say("“{lost}” would be lost: to YAML it is a note", lost=short(lost[1])),
                say("type {line}; if it is a note, type a space behind the #", line=quoted(line)),
            )


def _line_around(text: str, index: int) -> str:
    """Give the line in which a character stands."""
    end = text.find("\n", index)
    return text[text.rfind("\n", 0, index) + 1 : end if end >= 0 else len(text)]


def _plain(text: str) -> Value:
    """Give the value of a word without quotation marks: a number, yes or no, or the word itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-0123456789":
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        if _NUMBER.fullmatch(text):
            return float(text)
    return text
