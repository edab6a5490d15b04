"""Names every file that will be made of a photograph, and tells a page how to offer them.

Names and sizes follow from the original alone, so that pages can be written before the pixels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsdesk.files import PHOTOS
from newsdesk.photos.formats import DEVELOPING, PUBLISHED, RECIPES, WIDTHS, Format, height_for
from newsdesk.photos.original import Original

# Hexadecimal digits; 64 bits, so that nobody finds a picture under embargo by trying names.
HASH_LENGTH = 16


@dataclass(frozen=True, slots=True, order=True)
class Derivative:
    """A file made of a photograph, one size in one format.

    :param path: below the output folder, such as `photos/school-2f0c…-480.avif`.
    """

    path: str
    form: Format
    width: int
    height: int


def plan(original: Original, widths: Iterable[int] = WIDTHS) -> tuple[Derivative, ...]:
    """Name all files of a photograph: per format, from the smallest to the largest.

    :param widths: in pixels; where the original is smaller, its own width takes their place.
    """
    sizes = sorted({min(width, original.facts.width) for width in widths})
    return tuple(_derivative(original, width, form) for form in PUBLISHED for width in sizes)


def _derivative(original: Original, width: int, form: Format) -> Derivative:
    """Name one file: its hash changes with the original and with the recipe, and so its address."""
    recipe = RECIPES[form]
    made_of = f"{original.digest} {DEVELOPING} {recipe!r}"
    digest = hashlib.sha256(made_of.encode()).hexdigest()[:HASH_LENGTH]
    path = f"{PHOTOS}/{original.key}-{digest}-{width}.{recipe.ending}"
    facts = original.facts
    return Derivative(path, form, width, height_for(width, facts.width, facts.height))


@dataclass(frozen=True, slots=True)
class PictureSource:
    """One format that a browser may choose.

    :param srcset: its files with their widths, as the attribute of `<source>`.
    """

    media_type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a template needs for `<picture>`.

    :param sources: in the order of preference, the last format left out.
    :param src: the file for browsers that cannot choose, and for sharing.
    :param srcset: the last format, for `<img>`.
    :param width: of the largest file, in pixels; with the height it keeps the place free.
    """

    sources: tuple[PictureSource, ...]
    src: str
    srcset: str
    width: int
    height: int


def picture(derivatives: Iterable[Derivative], link: Callable[[str], str]) -> Picture:
    """Put the files of a photograph into the form of `<picture>`.

    :param derivatives: as planned.
    :param link: gives the address to put into a page, for a path below the output folder.
    """
    files = sorted(derivatives, key=lambda file: (PUBLISHED.index(file.form), file.width))
    sets = {form: [file for file in files if file.form == form] for form in PUBLISHED}
    *better, last = (form for form in PUBLISHED if sets[form])
    largest = sets[last][-1]
    sources = tuple(
        PictureSource(RECIPES[form].media_type, _srcset(sets[form], link)) for form in better
    )
    srcset = _srcset(sets[last], link)
    return Picture(sources, link(largest.path), srcset, largest.width, largest.height)


def _srcset(files: Iterable[Derivative], link: Callable[[str], str]) -> str:
    return ", ".join(f"{link(file.path)} {file.width}w" for file in files)
