"""What stands behind the children: a sun, a rainbow, clouds, hills, trees, a village."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import cos, pi, sin
from typing import TypeAlias

from newsdesk.drawings.dice import Dice
from newsdesk.drawings.shapes import Arch, Disc, Dome, Line, Shape, Sheet
from newsdesk.drawings.stage import Stage

Background: TypeAlias = Callable[[Dice, Stage, int], Iterator[Shape]]


def _sun(dice: Dice, stage: Stage, side: int) -> Iterator[Shape]:
    radius = stage.part(dice.between(47, 54))
    yield Disc(stage.across(side * dice.between(12, 36)), stage.horizon - 115, radius)


def _rainbow(dice: Dice, stage: Stage, side: int) -> Iterator[Shape]:
    x, breadth = stage.across(side * dice.between(0, 12)), stage.part(12)
    for hundredths in (40, 62, 84):
        yield Arch(x, stage.feet, stage.part(hundredths), breadth)


def _sunrise(dice: Dice, stage: Stage, side: int) -> Iterator[Shape]:
    x, y = stage.across(side * dice.between(0, 16)), stage.feet
    yield Dome(x, y, stage.part(58))
    near, far = stage.part(67), stage.part(83)
    for step in range(1, 12):
        across, up = cos(pi * step / 12), sin(pi * step / 12)
        start, end = (
            (x + round(length * across), y - round(length * up)) for length in (near, far)
        )
        yield Line(start, end, 12)


def _clouds(dice: Dice, stage: Stage, side: int) -> Iterator[Shape]:
    yield Disc(stage.across(-side * dice.between(58, 70)), stage.horizon - 190, stage.part(16))
    for place, up in ((side * dice.between(50, 62), 150), (-side * dice.between(4, 16), 200)):
        x, y = stage.across(place), stage.horizon - up
        for step, radius in ((-30, 22), (0, 34), (34, 24)):
            yield Dome(x + step, y, radius)


def _hills(dice: Dice, stage: Stage, side: int) -> Iterator[Shape]:
    place = side * dice.between(46, 62)
    yield Dome(stage.across(place), stage.height, stage.part(dice.between(80, 90)))
    yield Dome(stage.across(-place), stage.height, stage.part(dice.between(54, 66)))


def _trees(dice: Dice, stage: Stage, side: int) -> Iterator[Shape]:
    for place, up in ((-78, 172), (-40, 132), (42, 142), (80, 186)):
        x, y = stage.across(side * place), stage.horizon - up
        yield Line((x, y), (x, stage.height), 12)
        yield Disc(x, y + 10, stage.part(dice.between(16, 22)))


def _village(dice: Dice, stage: Stage, side: int) -> Iterator[Shape]:
    for place, breadth in ((-76, 20), (-28, 18), (18, 20), (68, 22)):
        x, half = stage.across(side * place), stage.part(breadth)
        eaves, foot = stage.horizon - dice.between(86, 140), stage.height
        left, right = x - half, x + half
        yield Sheet(
            ((x, eaves - half), (right, eaves), (right, foot), (left, foot), (left, eaves)), 12
        )


BACKGROUNDS: tuple[Background, ...] = (
    _sun, _rainbow, _sunrise, _clouds, _hills, _trees, _village,
)  # fmt: skip
