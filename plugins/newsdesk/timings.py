"""Adds up what each part of a build takes, for whoever wants to know why it takes so long."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Spent:
    """What a part has taken so far.

    :param wall: seconds on the clock; None for what several processes do at the same time.
    :param cpu: seconds of all processors.
    :param pieces: how many things it was spent on; 0 where they are not counted.
    """

    wall: float | None = None
    cpu: float = 0.0
    pieces: int = 0


@dataclass
class Timings:
    """What each part has taken, in the order in which the parts began."""

    parts: dict[str, Spent] = field(default_factory=dict)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count what happens within the block to a part."""
        spent = self.parts.setdefault(name, Spent(wall=0.0))
        wall, cpu = time.perf_counter(), cpu_seconds()
        try:
            yield
        finally:
            spent.wall = (spent.wall or 0.0) + time.perf_counter() - wall
            spent.cpu += cpu_seconds() - cpu

    def piece(self, name: str, cpu: float) -> None:
        """Count one thing to a part; it was made within another part, maybe by another process.

        :param cpu: seconds of a processor.
        """
        spent = self.parts.setdefault(name, Spent())
        spent.cpu += cpu
        spent.pieces += 1

    def __str__(self) -> str:
        """Give a table: parts with seconds on the clock, and of what they consist."""
        lines = [f"{'':40}{'seconds':>10}{'of CPU':>10}{'pieces':>10}"]
        for name, spent in self.parts.items():
            wall = "" if spent.wall is None else f"{spent.wall:.2f}"
            pieces = spent.pieces or ""
            lines.append(f"{name:40}{wall:>10}{spent.cpu:>10.2f}{pieces:>10}")
        return "\n".join(lines)


def cpu_seconds() -> float:
    """Give the seconds of processors that this process has taken, and those that it has ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
