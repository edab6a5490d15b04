"""Makes the card of a page with a photograph: the photograph itself, cropped, with its credit."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass

from PIL import Image, ImageDraw, ImageOps
from PIL.ImageFont import FreeTypeFont

from newsdesk.cards.drawn import FOLDER, HASH_LENGTH, HEIGHT, WIDTH
from newsdesk.cards.lettering import TypeCase, plain
from newsdesk.photos.darkroom import Negative, scaled, written
from newsdesk.photos.formats import RECIPES

# Below this width, in pixels, sites show a small square; a drawing is better then.
LEAST = 600
# Where the crop takes its part from, from the left and from the top: faces are seldom low.
LYING, STANDING = (0.5, 0.5), (0.5, 0.25)
# Counts the ways in which photographs have been cropped.
CROPPING = 1
CREDIT_SIZE = 20
CREDIT_GROUND, CREDIT_INK = "#121212", "#ffffff"


@dataclass(frozen=True, slots=True)
class PhotoCard:
    """What a card is made of.

    :param key: of the photograph.
    :param print_of: names the photograph by its content.
    :param full: width and height of the largest print, in pixels.
    """

    key: str
    print_of: str
    credit: str
    full: tuple[int, int]

    @property
    def path(self) -> str:
        """The file that is written, relative to the output folder."""
        made_of = repr((astuple(self), CROPPING, RECIPES["jpeg"]))
        digest = hashlib.sha256(made_of.encode()).hexdigest()[:HASH_LENGTH]
        return f"{FOLDER}/{self.key}-{digest}.jpg"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels: as large as asked for, or as the photograph allows."""
        width, height = self.full
        across = min(WIDTH, width, height * WIDTH // HEIGHT)
        return (across, across * HEIGHT // WIDTH)

    @property
    def is_large_enough(self) -> bool:
        """Tell whether sites would show it large."""
        return self.size[0] >= LEAST


def crop(card: PhotoCard, negative: Negative, case: TypeCase) -> bytes:
    """Make the file of a card, as JPEG, of the pixels of a photograph alone."""
    image = scaled(negative, card.full[0]).convert("RGB")
    width, height = image.size
    centre = STANDING if height > width else LYING
    cropped = ImageOps.fit(image, card.size, Image.Resampling.LANCZOS, centering=centre)
    _sign(cropped, plain(card.credit), case.font(CREDIT_SIZE))
    return written(cropped, "jpeg")


def _sign(image: Image.Image, credit: str, letters: FreeTypeFont) -> None:
    """Write the credit into the corner: the picture travels without its page."""
    brush = ImageDraw.Draw(image)
    length = round(letters.getlength(credit))
    foot = image.height
    brush.rectangle((0, foot - 2 * CREDIT_SIZE, length + 2 * CREDIT_SIZE, foot), CREDIT_GROUND)
    brush.text((CREDIT_SIZE, foot - CREDIT_SIZE), credit, CREDIT_INK, letters, "lm")
