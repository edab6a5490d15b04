"""What a file of content/ says, as typed, and in which lines it says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
Place: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """What a file of content/ says, as typed, and in which lines it says it.

    :param path: the file as the person knows it.
    :param header: the values of the header.
    :param lines: for each place in the header, such as `("speakers", 1)`, its line in the file.
    :param body: the text under the header.
    :param body_line: the line of the file in which the body begins, counted from 1.
    """

    path: str
    header: Mapping[str, Value]
    lines: Mapping[Place, int]
    body: str
    body_line: int

    def line_of(self, place: Place) -> int:
        """Give the line of a place in the header, or of the nearest group that it belongs to."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def line_at(self, offset: int) -> int:
        """Give the line of the file in which a character of the body stands.

        :param offset: characters from the beginning of the body, counted from 0.
        """
        return self.body_line + self.body.count("\n", 0, offset)
