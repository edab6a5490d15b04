"""The forms in which readers get a photograph: small for new browsers, readable for all.

Here stands all that decides how the files look, so that a change of any of it gives them new names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Format = Literal["avif", "webp", "jpeg", "png"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a picture is written in one format.

    :param ending: of the file's name, without the dot.
    :param settings: what the encoder is told.
    :param keeps_transparency: without it, what is transparent becomes white.
    """

    ending: str
    media_type: str
    settings: Mapping[str, str | int | bool]
    keeps_transparency: bool = True


RECIPES: Mapping[Format, Recipe] = {
    # One thread: with two, the encoder gives other bytes. Speed 4 takes ten times as long.
    "avif": Recipe(
        "avif",
        "image/avif",
        {"quality": 55, "speed": 6, "codec": "aom", "max_threads": 1, "autotiling": False},
    ),
    "webp": Recipe("webp", "image/webp", {"quality": 80, "method": 4}),
    "jpeg": Recipe(
        "jpg",
        "image/jpeg",
        {"quality": 82, "progressive": True, "optimize": True, "subsampling": "4:2:0"},
        keeps_transparency=False,
    ),
    "png": Recipe("png", "image/png", {"optimize": True}),
}
# In the order in which a browser is offered them; the last one is for all others.
PUBLISHED: tuple[Format, ...] = ("avif", "webp", "jpeg")
# Pixels: a small phone, a phone with a fine screen, a laptop, a large screen.
WIDTHS = (480, 800, 1200, 1600)
# Counts the ways in which the darkroom has turned and scaled pictures. Counting on gives all files
# new names, so that no cache keeps an old one.
DEVELOPING = 1


def height_for(width: int, full_width: int, full_height: int) -> int:
    """Give the height of a print in pixels: the original's shape, rounded, never nothing."""
    return max(1, (2 * full_height * width + full_width) // (2 * full_width))
