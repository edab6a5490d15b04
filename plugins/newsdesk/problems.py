"""What a person can get wrong, said so that they know what to type.

Every mistake becomes a `Problem`; a `SiteError` carries all problems of one run to the person.
Anything else that goes wrong is a bug of ours and may show a traceback.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A sentence for people: a template that can be translated, and the values that fill it."""

    template: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.in_words(lambda template: template)

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Say the sentence in another language.

        :param translate: gives the template of that language for the English one (gettext).
        """
        return translate(self.template).format(**dict(self.values))


def say(template: str, **values: object) -> Message:
    """Make a message; `{name}` in the template is filled with the value of that name."""
    return Message(template, tuple((name, str(value)) for name, value in values.items()))


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it is, what is wrong with it, and what to type instead.

    :param path: the file as the person knows it, relative to where they stand.
    :param line: counted from 1; 0 when the file as a whole is meant.
    :param column: counted from 1, where one is known.
    :param level: an error stops the build, a warning does not.
    """

    path: str
    line: int
    message: Message
    hint: Message | None = None
    column: int | None = None
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return self.in_words(lambda template: template)

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Write the problem as `path:line[:column]: message`, the hint on a line of its own."""
        place = ":".join(str(part) for part in (self.path, self.line or None, self.column) if part)
        text = f"{place}: {self.message.in_words(translate)}"
        if self.hint is None:
            return text
        return f"{text}\n    {translate('Hint')}: {self.hint.in_words(translate)}"

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The order in which a person works through problems: by file, then from top to bottom."""
        return (self.path, self.line, self.column or 0, str(self.message))


class SiteError(Exception):
    """All problems that were found; nothing was written."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems once each, in reading order."""
        self.problems = tuple(sorted(set(problems), key=lambda problem: problem.order))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known name that looks most like the word, or None when none does.

    Case is not looked at: "media" finds "Media".
    """
    by_folded = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None
