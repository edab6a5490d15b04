"""Which colours a drawing is made in: those of the post's category, and what goes well with them.

The fields are the colours that the style sheets give to categories on light ground. On dark ground
a drawing keeps them: it brings its own field, so nothing of it stands on the page itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Three colours as `#374ea2`.

    :param field: the ground of the picture.
    :param second: what stands behind the figures.
    :param paper: what the figures are cut from.
    """

    field: str
    second: str
    paper: str

    @property
    def ink(self) -> str:
        """What words on the field are written in: white, where it can be read."""
        return WHITE if self.field in DARK else INK

    @property
    def ink_on_paper(self) -> str:
        """What words on the ground are written in."""
        return WHITE if self.paper in DARK else INK


WHITE, INK = "#ffffff", "#2d2926"
# The colours on which white can be read.
DARK = frozenset(("#374ea2", "#00833d", "#e2231a", "#961a49", "#6a1e74", "#777779"))
# What a drawing without a category is made in: UNICEF's own colour.
USUAL = "cyan"
PALETTES: Mapping[str, Palette] = {
    "blue": Palette("#374ea2", "#ffc20e", WHITE),
    "green": Palette("#00833d", "#80bd41", WHITE),
    "lime": Palette("#80bd41", WHITE, "#00833d"),
    "yellow": Palette("#ffc20e", WHITE, "#374ea2"),
    "orange": Palette("#f26a21", "#ffc20e", WHITE),
    "red": Palette("#e2231a", "#961a49", WHITE),
    "plum": Palette("#961a49", "#f26a21", WHITE),
    "purple": Palette("#6a1e74", "#1cabe2", WHITE),
    "cyan": Palette("#1cabe2", WHITE, "#374ea2"),
    "grey": Palette("#777779", "#1cabe2", WHITE),
}


def palette_of(colour: str) -> Palette:
    """Give the colours for the name that a category's colour has in the vocabulary."""
    return PALETTES.get(colour, PALETTES[USUAL])
