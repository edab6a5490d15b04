"""Draws the card of a page without a photograph: its title on the colour of its category."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from newsdesk.cards.lettering import TypeCase, fit, plain, shaping
from newsdesk.cards.painting import painted
from newsdesk.drawings.palette import palette_of
from newsdesk.drawings.scenes import scene
from newsdesk.drawings.stage import Stage

FOLDER = "cards"
# What sites that show cards ask for, in pixels.
WIDTH, HEIGHT = 1200, 630
# Counts the ways in which cards have been drawn; counting on gives all of them new addresses.
DRAWING = 1
HASH_LENGTH = 16
# The children stand at the right; the words have the left half, and the ground below it.
STAGE = Stage(width=828, height=435, middle=638, reach=190, crest=84, most=3, side=1)
# Pixels.
MARGIN, TITLE_TOP, TITLE_WIDTH, TITLE_HEIGHT = 64, 60, 570, 420
NAME_SIZE, NAME_MIDDLE = 32, 598
# So few colours are enough for flat shapes with smooth edges.
COLOURS = 48


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, and what its drawing follows from.

    :param lang: the language tag, for the letter forms of the language.
    :param colour: the name of the category's colour.
    :param seed: such as the id of the post.
    """

    title: str
    site_name: str
    lang: str
    colour: str
    seed: str

    @property
    def path(self) -> str:
        """The file that is written, relative to the output folder: its name is a fingerprint."""
        made_of = repr((astuple(self), DRAWING, shaping()))
        return f"{FOLDER}/{hashlib.sha256(made_of.encode()).hexdigest()[:HASH_LENGTH]}.png"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return (WIDTH, HEIGHT)


def draw(card: Card, case: TypeCase) -> bytes:
    """Draw a card, as PNG; the same card always gives the same bytes."""
    palette = palette_of(card.colour)
    image = painted(scene(card.seed, STAGE), palette, card.size)
    _write_title(image, card, palette.ink, case)
    name, place = plain(card.site_name), (MARGIN, NAME_MIDDLE)
    ImageDraw.Draw(image).text(
        place, name, palette.ink_on_paper, case.font(NAME_SIZE), "lm", **language(card.lang)
    )
    out = BytesIO()
    few = image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=9)
    return out.getvalue()


def _write_title(image: Image.Image, card: Card, colour: str, case: TypeCase) -> None:
    setting = fit(card.title, TITLE_WIDTH, TITLE_HEIGHT, case)
    letters = case.font(setting.size, setting.width)
    for number, line in enumerate(setting.lines):
        place = (MARGIN, TITLE_TOP + number * setting.leading)
        ImageDraw.Draw(image).text(place, line, colour, letters, "la", **language(card.lang))


def language(tag: str) -> dict[str, Any]:
    """Tell the engine that shapes letters which language they are of, where it understands that."""
    return {"language": tag} if shaping() == "raqm" else {}
