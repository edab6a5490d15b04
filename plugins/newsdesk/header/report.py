"""Collecting what is wrong with one file, so that a person sees all of it at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from newsdesk.header.limits import SAID_EACH, SHOWN
from newsdesk.problems import Message, Problem, SiteError, say


@dataclass(frozen=True, slots=True)
class Report:
    """The problems of one file, as they are found."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, message: Message, hint: Message) -> None:
        """Note a problem, and go on."""
        self.problems.append(Problem(self.path, line, message, hint))

    def add_each(self, lines: Sequence[int], message: Message, hint: Message) -> None:
        """Note a problem of several lines: the first ones each, the rest by their number."""
        for line in lines[:SAID_EACH]:
            self.add(line, message, hint)
        rest = lines[SAID_EACH:]
        if rest:
            more = say(
                "the same is wrong in this line and below, in {count} lines", count=len(rest)
            )
            self.add(rest[0], more, hint)

    def stop(self, line: int, message: Message, hint: Message) -> NoReturn:
        """Note a problem after which nothing else can be told."""
        self.add(line, message, hint)
        raise SiteError(self.problems)

    def finish(self) -> None:
        """Stop if anything was noted."""
        if self.problems:
            raise SiteError(self.problems)


def short(text: str) -> str:
    """Shorten a person's text for a message."""
    text = text.strip()
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
