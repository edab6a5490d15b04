"""The licensed logo that a house may drop in, in place of the name of the site in text.

It is not part of this project: UNICEF's logo is protected, and only who may use it puts it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path

from lxml import etree
from PIL import Image, UnidentifiedImageError

from newsdesk.problems import Message, Problem, SiteError, say

ENDINGS = (".svg", ".png")
# What an SVG needs only to do more than to be looked at.
ACTIVE = frozenset(("script", "foreignObject", "iframe", "embed", "object", "audio", "video"))
# Attributes that lead somewhere, by the last part of their names.
LEADING = ("href", "src")
ELSEWHERE = re.compile(r"url\(\s*[\"']?(?!#)|@import|javascript:", re.IGNORECASE)
MEASURE = re.compile(r"\s*([0-9.]+)(?:px)?\s*")


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that was found sound.

    :param name: the file below theme/static, such as `images/logo.svg`.
    :param width: in pixels, as is the height; they keep its place free on the page.
    """

    name: str
    width: int
    height: int


def read_logo(folder: Path, name: str) -> Logo:
    """Look at the logo before it is used.

    :param folder: theme/static.
    :param name: the file in it.
    :raises SiteError: when it is not there, or no picture, or could hold a program.
    """
    file = folder / name
    if file.suffix not in ENDINGS:
        raise _refusal(file, say("a logo is an SVG or a PNG file"))
    if not file.is_file():
        hint = say("put the logo there, or take NEWSDESK_LOGO out of the settings")
        raise _refusal(file, say("there is no such file"), hint)
    measured = _drawing if file.suffix == ".svg" else _picture
    return Logo(name, *measured(file))


def _refusal(file: Path, message: Message, hint: Message | None = None) -> SiteError:
    return SiteError([Problem(file.as_posix(), 0, message, hint)])


def _picture(file: Path) -> tuple[int, int]:
    """Give the measures of a PNG."""
    try:
        with Image.open(BytesIO(file.read_bytes()), formats=["PNG"]) as image:
            return image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError) as error:
        raise _refusal(file, say("this is no PNG picture, whatever its name says")) from error


def _drawing(file: Path) -> tuple[int, int]:
    """Give the measures of an SVG that does nothing but to be looked at."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(file.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        reason = say("this is no SVG that can be read: {reason}", reason=error.msg)
        raise _refusal(file, reason) from error
    lively = next(_lively(root), None)
    if lively:
        hint = say("save it anew from a drawing program, as plain SVG without scripts and links")
        raise _refusal(file, lively, hint)
    size = _size(root)
    if size is None:
        hint = say('let its first tag have a viewBox, such as viewBox="0 0 240 60"')
        raise _refusal(file, say("the SVG does not say how large it is"), hint)
    return size


def _lively(root: etree._Element) -> Iterator[Message]:
    """Find what could run, or ask another host for something."""
    for node in chain(root.itersiblings(preceding=True), root.iter()):
        if not isinstance(node.tag, str):
            # A comment does nothing; an instruction may fetch a style sheet.
            if node.tag is not etree.Comment:
                yield say("the SVG holds more than a drawing: {what}", what=str(node)[:40])
            continue
        name = etree.QName(node).localname
        if name in ACTIVE:
            yield say("the SVG holds more than a drawing: {what}", what=f"<{name}>")
        if name == "style" and ELSEWHERE.search(node.text or ""):
            yield say("the SVG holds more than a drawing: {what}", what="url()")
        yield from _lively_attributes(node)


def _lively_attributes(node: etree._Element) -> Iterator[Message]:
    for key, value in node.attrib.items():
        name = etree.QName(str(key)).localname
        leads = name in LEADING and not str(value).startswith("#")
        if name.startswith("on") or leads or ELSEWHERE.search(str(value)):
            yield say("the SVG holds more than a drawing: {what}", what=f"{name}=")


def _size(root: etree._Element) -> tuple[int, int] | None:
    box = (root.get("viewBox") or "").replace(",", " ").split()[2:]
    found = [MEASURE.fullmatch(each or "") for each in (box or map(root.get, ("width", "height")))]
    sizes = [round(float(each[1])) for each in found if each]
    width, height = sizes if len(sizes) == len(found) == 2 else (0, 0)  # noqa: PLR2004 - two sides
    return (width, height) if width and height else None
