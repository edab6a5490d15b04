"""Opens what is packed, so that nothing hides in it: archives, packed files, notes in pictures."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from newsdesk.packing import unbrotlied, unzstandarded

ZIP, GZIP, ZSTANDARD, PNG = b"PK\x03\x04", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"\x89PNG\r\n\x1a\n"
UNPACKED = "unpacked"
# Boxes within boxes that are opened; nothing of ours packs what is packed already.
DEEPEST = 3
# The chunks of a PNG that hold words, and which of their fields are packed (PNG 1.2, 11.3.4).
WORDS_OF_PNG = (b"zTXt", b"iTXt")


def contents(path: str, data: bytes, depth: int = DEEPEST) -> Iterator[tuple[str, bytes]]:
    """Give a file, and everything that is packed in it, with the way to it.

    :param path: of the file, below the output folder.
    :param depth: how many boxes within each other are opened.
    """
    yield path, data
    if depth:
        for name, inner in _packed(path, data):
            yield from contents(f"{path} › {name}", inner, depth - 1)


def _packed(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(ZIP):
        yield from _members(data)
    elif data.startswith(GZIP):
        yield UNPACKED, gzip.decompress(data)
    elif data.startswith(ZSTANDARD):
        yield UNPACKED, unzstandarded(data)
    elif data.startswith(PNG):
        yield from _words_of_png(data)
    elif PurePosixPath(path).suffix == ".br":
        yield UNPACKED, unbrotlied(data)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        archive = ZipFile(BytesIO(data))
    except BadZipFile:
        return  # begins like one by chance; its bytes were searched as they are
    with archive:
        yield "comment", archive.comment
        for member in archive.infolist():
            yield member.filename, member.filename.encode() + b"\n" + member.comment
            yield member.filename, archive.read(member)


def _words_of_png(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the packed notes in a picture; those that are not packed are plain in its bytes."""
    place = len(PNG)
    while place + 8 <= len(data):
        length, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        chunk = data[place + 8 : place + 8 + length]
        if kind in WORDS_OF_PNG:
            yield from _unpacked_note(chunk)
        place += length + 12


def _unpacked_note(chunk: bytes) -> Iterator[tuple[str, bytes]]:
    """Unpack a note wherever in its chunk the packed part begins."""
    for start in range(len(chunk)):
        if chunk[start : start + 1] == b"\x78":  # how every zlib stream begins
            try:
                yield "note", zlib.decompress(chunk[start:])
            except zlib.error:
                continue
            return
