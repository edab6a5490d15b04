"""Says where in the form a mistake is: a form has boxes, not the lines and keys of a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsdesk.editor.form import BODY_LABEL, label
from newsdesk.editor.sheets import BODY
from newsdesk.header import Place, Source
from newsdesk.problems import Message, Problem

# How a field begins in a file.
KEY = re.compile(r"([a-z][a-z0-9_-]*):")
# How messages write a place: `dateline.place`, `key_figures[2].value`.
PARTS = re.compile(r"[^.\[\]]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A box of the form.

    :param place: the box, and those around it; empty when it is not known.
    :param line: of the text, counted from 1; 0 for all other boxes.
    """

    place: Place = ()
    line: int = 0


def roughly(path: str, data: bytes) -> Source:
    """See in which lines the fields of a file begin that cannot be read as a whole."""
    typed = data.decode(errors="replace").splitlines()
    end = next((n for n, line in enumerate(typed, 1) if n > 1 and line == "---"), len(typed))
    found = ((n, KEY.match(line)) for n, line in enumerate(typed, 1))
    lines: dict[Place, int] = {(key[1],): n for n, key in found if key and n < end}
    return Source(path, {}, lines, "\n".join(typed[end:]), end + 1)


def spot_of(problem: Problem, source: Source) -> Spot:
    """Find the box that a problem is about.

    :param source: what stands in the file.
    """
    if source.body and problem.line >= source.body_line:
        return Spot((BODY,), problem.line - source.body_line + 1)
    # A value of several lines begins in the first of them.
    above = [(line, place) for place, line in source.lines.items() if line <= problem.line]
    line = max((line for line, _ in above), default=0)
    place = min((place for each, place in above if each == line), key=len, default=())
    has_own_box = not place or isinstance(place[-1], str) or _is_group(place, source)
    return Spot(place if has_own_box else place[:-1])


def _is_group(place: Place, source: Source) -> bool:
    """Tell a group of boxes from what is chosen or typed one by one in a single box."""
    return any(len(each) > len(place) and each[: len(place)] == place for each in source.lines)


def within_record(problem: Problem, spot: Spot, key: str) -> Iterator[tuple[Problem, Spot]]:
    """See a problem of a file of the vocabulary from the form of one record; others are left out.

    :param key: of the record.
    """
    if spot.place[:1] in ((), (key,)):
        values = tuple(
            (name, value.removeprefix(f"{key}.") if name == "field" else value)
            for name, value in problem.message.values
        )
        message = replace(problem.message, values=values)
        yield replace(problem, message=message), replace(spot, place=spot.place[1:])


@dataclass(frozen=True, slots=True)
class Labels:
    """What boxes are called in the form.

    :param word: gives a word of the form for the English one.
    :param languages: the names of the languages, by their tags.
    """

    word: Callable[[str], str]
    languages: Mapping[str, str]

    def of(self, place: Place) -> str:
        """Name a box, with those around it."""
        if place == (BODY,):
            return self.word(BODY_LABEL)
        return " › ".join(map(self._of_part, place))

    def _of_part(self, part: str | int) -> str:
        if isinstance(part, int):
            return str(part + 1)
        return self.languages.get(part) or self.word(label(part))

    def within(self, message: Message) -> Message:
        """Let a message call a field as the form calls it."""
        values = tuple(
            (name, self.of(_place(value)) if name == "field" else value)
            for name, value in message.values
        )
        return replace(message, values=values)


def names_its_box(message: Message) -> bool:
    """Tell whether a message says by itself which box it is about."""
    return "{field}" in message.template


def _place(field: str) -> Place:
    parts = PARTS.findall(field)
    return tuple(int(part) - 1 if part.isdigit() else part for part in parts)
