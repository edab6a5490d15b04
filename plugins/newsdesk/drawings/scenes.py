"""Puts a drawing together: what stands behind, the ground, and the children on it."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.drawings.backgrounds import BACKGROUNDS
from newsdesk.drawings.children import cut_out, free_hand, lifted, row
from newsdesk.drawings.dice import Dice
from newsdesk.drawings.shapes import Disc, Shape
from newsdesk.drawings.stage import PICTURE, Stage
from newsdesk.drawings.things import THINGS


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing, from the back to the front.

    :param behind: what stands behind, in the second colour.
    :param paper: what is cut out of paper: the ground and the children.
    """

    stage: Stage
    behind: tuple[Shape, ...]
    paper: tuple[Shape, ...]


def scene(seed: str, stage: Stage = PICTURE) -> Scene:
    """Compose the drawing that belongs to a seed: the same one every time.

    :param seed: such as the id of a post.
    """
    dice = Dice(seed)
    side = dice.choose((-1, 1)) if stage.side == 0 else stage.side
    behind = tuple(dice.choose(BACKGROUNDS)(dice, stage, side))
    children = row(dice, stage.across(-side * dice.between(8, 18)), stage.feet, stage.most)
    last = children[-1] if side > 0 else children[0]
    held = dice.choose(THINGS)(dice, free_hand(last, side), side)
    return Scene(
        stage, behind, (_ground(dice, stage), *cut_out(children), lifted(last, side), *held)
    )


def _ground(dice: Dice, stage: Stage) -> Shape:
    """Let the ground fall to the farther edge of the stage by no more than half its height."""
    x = stage.across(dice.between(-36, 36))
    fall = stage.crest * dice.between(30, 55) // 100
    radius = max(x, stage.width - x) ** 2 // (2 * fall)
    return Disc(x, stage.horizon + radius, radius)
