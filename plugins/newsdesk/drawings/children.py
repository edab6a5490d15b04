"""Children of cut paper who hold each other by the hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdesk.drawings.dice import Dice
from newsdesk.drawings.shapes import Disc, Line, Point, Ring, Shape, Sheet

# How thick arms and legs are.
LIMB = 12
# How tall children are, in hundredths of the tallest of a row.
SIZES = (66, 74, 82, 90)
# How far apart they stand, likewise.
GAP = 52


@dataclass(frozen=True, slots=True)
class Child:
    """A figure on its feet, or in its wheelchair.

    :param x: where it stands, as is `y`.
    :param clothes: how it is dressed, of those in `CLOTHES`.
    :param hair: likewise, of those in `HAIR`.
    """

    x: int
    y: int
    height: int
    clothes: Callable[[Child], Iterator[Shape]]
    hair: Callable[[Child], Iterator[Shape]]

    def part(self, hundredths: int) -> int:
        """Give a part of its height."""
        return round(self.height * hundredths / 100)

    def at(self, right: int, up: int) -> Point:
        """Give a point beside its feet, in hundredths of its height."""
        return (self.x + self.part(right), self.y - self.part(up))


SHOULDER, HAND = 60, 37


def row(dice: Dice, middle: int, feet: int, most: int) -> tuple[Child, ...]:
    """Place some children side by side.

    :param middle: where the middle of the row is.
    :param feet: the height that they stand on.
    :param most: how many there may be.
    """
    count = min(most, dice.choose((2, 3, 3, 4)))
    size = 200 - 12 * count
    tallest = dice.throw(count)
    gap = size * GAP // 100
    left = middle - gap * (count - 1) // 2
    return tuple(
        Child(
            x=left + gap * place,
            y=feet,
            height=size if place == tallest else size * dice.choose(SIZES) // 100,
            clothes=dice.choose(CLOTHES),
            hair=dice.choose(HAIR),
        )
        for place in range(count)
    )


def cut_out(children: Sequence[Child]) -> Iterator[Shape]:
    """Give the shapes of a row: each child, and the arms that join them."""
    for child in children:
        yield Disc(*child.at(0, 83), child.part(15))
        yield from child.hair(child)
        yield from child.clothes(child)
    for one, other in pairwise(children):
        hands = ((one.x + other.x) // 2, one.y - (one.part(HAND) + other.part(HAND)) // 2)
        yield Line(one.at(0, SHOULDER), hands, LIMB)
        yield Line(hands, other.at(0, SHOULDER), LIMB)


def free_hand(child: Child, side: int) -> Point:
    """Give the point to which a child lifts its free hand.

    :param side: -1 for the left hand, 1 for the right one.
    """
    return child.at(side * 30, 80)


def lifted(child: Child, side: int) -> Shape:
    """Give the arm that a child lifts, to wave or to hold something."""
    return Line(child.at(0, SHOULDER), free_hand(child, side), LIMB)


# Clothes


def _dress(child: Child) -> Iterator[Shape]:
    yield _cloth(child, 1, 60, 19, 27)
    yield from _legs(child, 8, 26)


def _skirt(child: Child) -> Iterator[Shape]:
    yield _cloth(child, 6, 60, 6, 44)
    yield _cloth(child, 4, 44, 18, 29)
    yield from _legs(child, 7, 26)


def _trousers(child: Child) -> Iterator[Shape]:
    yield _cloth(child, 7, 60, 7, 38)
    yield from _legs(child, 9, 38)


def _wheelchair(child: Child) -> Iterator[Shape]:
    yield _cloth(child, 6, 60, 6, 36)
    yield Line(child.at(0, 34), child.at(24, 32), LIMB)
    yield Line(child.at(24, 32), child.at(26, 8), LIMB)
    yield Ring(*child.at(-4, 19), child.part(19), 6)
    yield Disc(*child.at(27, 4), child.part(5))


CLOTHES = (_dress, _dress, _skirt, _skirt, _trousers, _trousers, _trousers, _wheelchair)


def _cloth(child: Child, upper: int, top: int, lower: int, hem: int) -> Shape:
    """Cut a piece that hangs evenly: half its breadth above and below, and both heights."""
    corners = ((-upper, top), (upper, top), (lower, hem), (-lower, hem))
    return Sheet(tuple(child.at(*corner) for corner in corners), LIMB)


def _legs(child: Child, apart: int, top: int) -> Iterator[Shape]:
    for side in (-apart, apart):
        yield Line(child.at(side, top), child.at(side, 0), LIMB)


# Hair


def _short(_child: Child) -> Iterator[Shape]:
    yield from ()


def _bunches(child: Child) -> Iterator[Shape]:
    for side in (-1, 1):
        yield Disc(*child.at(side * 18, 86), child.part(6))


def _bun(child: Child) -> Iterator[Shape]:
    yield Disc(*child.at(0, 100), child.part(6))


def _ponytail(child: Child) -> Iterator[Shape]:
    yield Line(child.at(12, 87), child.at(20, 76), LIMB)


HAIR = (_short, _short, _short, _bunches, _bun, _ponytail)
