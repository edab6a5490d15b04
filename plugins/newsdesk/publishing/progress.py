"""Tells whoever waits how far a long way on line is; of what need not be done, nothing is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.problems import Message

# Hears what is being done, how many files are through, and how many there are; 0 if nobody knows.
Watch = Callable[[Message, int, int], object]


def unwatched(_what: Message, _done: int, _of: int) -> None:
    """Nobody waits."""


@dataclass
class Count:
    """Counts the files that are through.

    :param what: what has happened to them, such as `files sent`.
    :param of: how many there are; 0 if nobody knows.
    """

    watch: Watch
    what: Message
    of: int = 0
    done: int = 0

    def one(self) -> None:
        """Tell that one more is through."""
        self.done += 1
        self.watch(self.what, self.done, self.of)
