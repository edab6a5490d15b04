"""What a child holds in its free hand: a kite, balloons, a ball, a flag, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from newsdesk.drawings.dice import Dice
from newsdesk.drawings.shapes import Disc, Line, Point, Shape, Sheet

# Made with the hand that holds it, and the side of the child on which that is: -1 or 1.
Thing: TypeAlias = Callable[[Dice, Point, int], Iterator[Shape]]
STRING = 4


def _nothing(_dice: Dice, _hand: Point, _side: int) -> Iterator[Shape]:
    yield from ()


def _kite(dice: Dice, hand: Point, side: int) -> Iterator[Shape]:
    x, y = hand
    middle, top = x + side * dice.between(28, 44), y - dice.between(118, 130)
    yield Line((x, y), (middle, top + 74), STRING)
    corners = ((0, 4), (20, 30), (0, 74), (-20, 30))
    yield Sheet(tuple((middle + right, top + down) for right, down in corners), 12)


def _balloons(_dice: Dice, hand: Point, side: int) -> Iterator[Shape]:
    x, y = hand
    for shift, up, radius in ((-22, 48, 20), (10, 72, 24), (44, 40, 18)):
        yield Line((x, y), (x + side * shift, y - up), STRING)
        yield Disc(x + side * shift, y - up, radius)


def _ball(dice: Dice, hand: Point, side: int) -> Iterator[Shape]:
    x, y = hand
    yield Disc(x + side * dice.between(20, 30), y - dice.between(34, 56), 16)


def _flag(_dice: Dice, hand: Point, side: int) -> Iterator[Shape]:
    x, y = hand
    yield Line((x, y + 16), (x, y - 60), STRING)
    yield Sheet(((x + side * 4, y - 56), (x + side * 46, y - 42), (x + side * 4, y - 28)), 12)


THINGS: tuple[Thing, ...] = (_nothing, _kite, _balloons, _ball, _flag)
