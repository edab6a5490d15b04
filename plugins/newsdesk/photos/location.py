"""Takes out of a picture what tells where it was taken; its pixels stay as they are.

Cameras and telephones note the place to a few metres. Readers never get these notes, but whoever
gets the original does: a child's home can be found by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from PIL import Image

from newsdesk.photos.darkroom import DAMAGED, opened

GPS = 0x8825  # where Exif keeps the place
# What of Exif is kept beside it: how the camera was held, when, and whose picture it is.
KEPT = (0x0112, 0x0132, 0x013B, 0x8298)
PLACE_IN_XMP = re.compile(rb"exif:GPS|GPSL|Iptc4xmpCore:Location|LocationCreated|photoshop:City")
EXIF, XMP = b"Exif\0\0", b"http://ns.adobe.com/"
MARKER, START_OF_PIXELS = 0xFF, 0xDA
APP1, APP13 = 0xE1, 0xED


def tells_place(data: bytes) -> bool:
    """Tell whether a picture says where it was taken."""
    picture = opened(data)
    with suppress(*DAMAGED):
        if picture.getexif().get_ifd(GPS):
            return True
    xmp = picture.info.get("xmp", b"")
    return PLACE_IN_XMP.search(xmp if isinstance(xmp, bytes) else xmp.encode()) is not None


def without_place(data: bytes) -> bytes:
    """Give a JPEG picture without the notes of its place.

    :param data: of a JPEG picture that is whole.
    """
    kept = bytearray(data[:2])
    end = 2
    for marker, segment in _segments(data):
        end += len(segment)
        content = segment[4:]
        if marker == APP1 and content.startswith(EXIF):
            kept += _segment(APP1, _exif_without_place(data))
        elif not (marker == APP13 or (marker == APP1 and content.startswith(XMP))):
            kept += segment
    return bytes(kept) + data[end:]


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give what stands before the pixels of a JPEG, piece by piece (ITU-T T.81, annex B)."""
    at = 2
    while at + 4 <= len(data) and data[at] == MARKER and data[at + 1] != START_OF_PIXELS:
        length = 2 + int.from_bytes(data[at + 2 : at + 4])
        yield data[at + 1], data[at : at + length]
        at += length


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((MARKER, marker)) + (len(content) + 2).to_bytes(2) + content


def _exif_without_place(data: bytes) -> bytes:
    there, kept = opened(data).getexif(), Image.Exif()
    for tag in KEPT:
        if tag in there:
            kept[tag] = there[tag]
    return kept.tobytes()
