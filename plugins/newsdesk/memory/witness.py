"""Sees what is asked of the content while a page is made, so that it can be asked again.

A page whose questions have the same answers today as then would be made just as it was then. So
nobody has to list what a page depends on: whoever asks, depends.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar, cast

T = TypeVar("T")

# So many values are at hand; with more of them, a large site would fill the memory.
MOST = 10_000

# The words of a question with tabs between, and the digest of its answer.
Answers: TypeAlias = dict[str, bytes]


def question(*words: str) -> str:
    """Put a question into one line."""
    return "\t".join(words)


@dataclass
class Witness:
    """Notes every question, with its answer, for whatever is being made."""

    _listening: list[Answers] = field(default_factory=list)
    _made: dict[Hashable, tuple[object, Answers]] = field(default_factory=dict)

    def note(self, asked: str, answer: bytes) -> None:
        """Note that something was asked.

        :param answer: its digest.
        """
        if self._listening:
            self._listening[-1][asked] = answer

    @contextmanager
    def listening(self) -> Iterator[Answers]:
        """Collect what is asked within the block."""
        heard: Answers = {}
        self._listening.append(heard)
        try:
            yield heard
        finally:
            self._listening.pop()

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """Make once what several pages show; what was asked for it, each of them has asked.

        :param name: says which value it is.
        """
        if name not in self._made:
            with self.listening() as heard:
                value = make()
            self._made[name] = value, heard
            if len(self._made) > MOST:
                del self._made[next(iter(self._made))]
            return self._told(value, heard)
        made, answers = self._made[name]
        return self._told(cast("T", made), answers)

    def _told(self, made: T, answers: Answers) -> T:
        if self._listening:
            self._listening[-1].update(answers)
        return made
