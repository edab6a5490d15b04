"""Looks at a photograph before it is used: is it one, is it whole, is it of a usable size.

What cannot be shown is told at once, with what to do, and never found out by a reader.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import NoReturn

from PIL import Image, ImageFile

from newsdesk.photos.darkroom import DAMAGED, develop, opened
from newsdesk.photos.original import Facts, Kind, Original, check_name
from newsdesk.problems import Message, Problem, SiteError, say

# A good camera makes 60 megapixels; more is a mistake, or made to fill a machine's memory.
MEGAPIXELS = 80
# Pixels; WebP has no room for more.
LONGEST_SIDE = 16_383

# How the files begin that we read, and some that are often taken for them.
SIGNATURES: Mapping[Kind, re.Pattern[bytes]] = {
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "GIF": re.compile(rb"GIF8[79]a"),
    "WebP": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "AVIF": re.compile(rb"....ftyp(?:....){0,8}?avi[fs]", re.DOTALL),
}
OTHERS: Mapping[str, re.Pattern[bytes]] = {
    "HEIC": re.compile(rb"....ftyp(?:hei|hev|mif|msf)", re.DOTALL),
    "TIFF": re.compile(rb"II\*\0|MM\0\*"),
    "PSD": re.compile(rb"8BPS"),
    "PDF": re.compile(rb"%PDF"),
    "BMP": re.compile(rb"BM"),
    "ZIP": re.compile(rb"PK\x03\x04"),
    "HTML": re.compile(rb"\s*<(?:!doctype html|html)", re.IGNORECASE),
}
DRAWING = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:.{0,4000}<)?svg\b", re.DOTALL | re.IGNORECASE)


def examine(path: str, data: bytes, known: Facts | None = None) -> Original:
    """Look at a file of content/photos/.

    :param path: the file as the person knows it; it is not opened.
    :param data: the bytes of the file.
    :param known: what an earlier examination of the same bytes found; it is not done again.
    :raises SiteError: with all that is wrong with the file and its name.
    """
    facts, problems = known, list[Problem]()
    try:
        facts = known or _facts(path, data)
    except SiteError as error:
        problems += error.problems
    problems += check_name(path, facts.kind if facts else kind_of(data))
    if facts is None or problems:
        raise SiteError(problems)
    return Original(path, digest_of(data), facts)


def digest_of(data: bytes) -> str:
    """Give the fingerprint by which an original is known."""
    return hashlib.sha256(data).hexdigest()


def kind_of(data: bytes) -> Kind | None:
    """Tell what a file is by how it begins; its name says nothing."""
    return next((kind for kind, begins in SIGNATURES.items() if begins.match(data)), None)


def _facts(path: str, data: bytes) -> Facts:
    kind = kind_of(data)
    if kind is None:
        _refuse(path, *_no_picture(data))
    try:
        picture = opened(data)
        _check_picture(path, picture)
        image = develop(picture).image
    except Image.DecompressionBombError:
        _refuse(path, TOO_MANY, SMALLER)
    except DAMAGED:
        _refuse(path, BROKEN, AGAIN)
    return Facts(kind, image.width, image.height)


TOO_MANY = say("the picture has more than {limit} megapixels", limit=MEGAPIXELS)
TOO_LONG = say("a side of the picture is longer than {limit} pixels", limit=LONGEST_SIDE)
SMALLER = say("save it smaller: 6000 pixels on the longer side are plenty")
BROKEN = say("the picture is damaged, or breaks off")
AGAIN = say("copy it again from the camera, or ask for the file again")
MOVES = say("the picture moves; a photograph stands still")
ONE_FRAME = say("save one picture of it as PNG or JPEG")


def _refuse(path: str, message: Message, hint: Message) -> NoReturn:
    raise SiteError([Problem(path, 0, message, hint)])


def _check_picture(path: str, picture: ImageFile.ImageFile) -> None:
    """Refuse what would be too much, or too lively, before its pixels are read."""
    width, height = picture.size
    if width * height > MEGAPIXELS * 1_000_000:
        _refuse(path, TOO_MANY, SMALLER)
    if max(width, height) > LONGEST_SIDE:
        _refuse(path, TOO_LONG, SMALLER)
    # MPO is what phones make: a JPEG with another picture behind it, such as one for depth.
    if getattr(picture, "is_animated", False) and picture.format != "MPO":
        _refuse(path, MOVES, ONE_FRAME)


def _no_picture(data: bytes) -> tuple[Message, Message]:
    """Say what a file is that is not a photograph."""
    if not data:
        return say("the file is empty"), AGAIN
    other = next((name for name, begins in OTHERS.items() if begins.match(data)), None)
    if other is None and DRAWING.match(data):
        message = say("this is a drawing (SVG), not a photograph; it could hold a program")
        return message, say("save it as PNG, 1600 pixels wide")
    if other:
        message = say(
            "this is a file of the kind {kind}, not a JPEG, PNG, WebP, AVIF or GIF picture",
            kind=other,
        )
    else:
        message = say("this is not a JPEG, PNG, WebP, AVIF or GIF picture, whatever its name says")
    return message, say("open the photograph in a picture program, and save it as JPEG")
