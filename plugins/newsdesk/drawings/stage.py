"""The place on which a drawing is set: how wide it is, and where in it the children stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """Measures of a drawing, in its own units.

    :param width: of the whole, as is `height`.
    :param middle: where the middle of the picture is; what is drawn besides the ground stays
        within `reach` to its left and to its right.
    :param crest: how high the ground is where it is highest.
    :param most: how many children there is room for.
    :param side: where there is room for what a child holds: -1 on the left, 1 on the right, 0 on
        both.
    """

    width: int
    height: int
    middle: int
    reach: int
    crest: int
    most: int = 4
    side: int = 0

    @property
    def horizon(self) -> int:
        """The height at which the ground begins, counted from above."""
        return self.height - self.crest

    @property
    def feet(self) -> int:
        """The height that children stand on: on any ground, however round, they do not hover."""
        return self.horizon + 12

    def across(self, hundredths: int) -> int:
        """Give a place to the right of the middle, in hundredths of the reach."""
        return self.middle + self.part(hundredths)

    def part(self, hundredths: int) -> int:
        """Give a part of the reach."""
        return round(self.reach * hundredths / 100)


# Three to two, as photographs are.
PICTURE = Stage(width=480, height=320, middle=240, reach=240, crest=58)
