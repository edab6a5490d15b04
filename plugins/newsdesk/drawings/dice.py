"""Chance that falls the same way every time: what a post's id decides about its drawing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Throws that follow from a seed; one seed always gives the same throws, on every machine."""

    def __init__(self, seed: str) -> None:
        """Begin with a seed, such as the id of a post."""
        self._seed = seed
        self._thrown = 0

    def throw(self, sides: int) -> int:
        """Give a number from 0 to one less than `sides`."""
        self._thrown += 1
        digest = hashlib.sha256(f"{self._seed} {self._thrown}".encode()).digest()
        return int.from_bytes(digest[:4]) % sides

    def between(self, least: int, most: int) -> int:
        """Give a number from `least` to `most`, both included."""
        return least + self.throw(most - least + 1)

    def choose(self, things: Sequence[T]) -> T:
        """Give one of the things."""
        return things[self.throw(len(things))]
