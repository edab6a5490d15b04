"""The few shapes of which every drawing is put together.

They say nothing of files: an SVG and a social card are made of the same ones. Measures are in
units of the drawing, counted from its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Disc:
    """A full circle."""

    x: int
    y: int
    radius: int


@dataclass(frozen=True, slots=True)
class Dome:
    """The upper half of a circle, which stands on the height `y`."""

    x: int
    y: int
    radius: int


@dataclass(frozen=True, slots=True)
class Arch:
    """The upper half of a ring, such as a colour of the rainbow.

    :param radius: to the middle of its breadth.
    """

    x: int
    y: int
    radius: int
    breadth: int


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle that is open in its middle, such as a wheel.

    :param radius: to the middle of its breadth.
    """

    x: int
    y: int
    radius: int
    breadth: int


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line with round ends."""

    start: Point
    end: Point
    breadth: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece of paper with straight edges and, by its breadth, softened corners."""

    points: tuple[Point, ...]
    breadth: int


Shape: TypeAlias = Disc | Dome | Arch | Ring | Line | Sheet
