"""Reads a Word document: its headings, lists, tables and pictures, without its dress."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

import mammoth

from newsdesk.importing.found import Found
from newsdesk.importing.web import text_of_html
from newsdesk.problems import Problem, SiteError, say

# Bytes of a document that is unpacked; no text with its pictures has more.
LARGEST = 300_000_000
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh\n"
# What mammoth meets in a document that is damaged, or is none: it looks for nothing first.
DAMAGED = (
    AssertionError, AttributeError, ExpatError, IndexError, KeyError, LookupError,
    NotImplementedError, OSError, RecursionError, RuntimeError, TypeError, ValueError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
BROKEN = say("this is no Word document (.docx), or it is damaged")
AGAIN = say("open it in a word processor, and save it anew as .docx")


def read_word(origin: str, data: bytes) -> Found:
    """Read a Word document. Nothing outside of it is opened, whatever it names.

    :param origin: the file as the person knows it.
    :raises SiteError: when it cannot be read.
    """
    try:
        _check(data)
        html, pictures = _html(data)
    except DAMAGED as error:
        raise SiteError([Problem(origin, 0, BROKEN, AGAIN)]) from error
    body, remarks = text_of_html(html)
    title, body = _title(body)
    return Found(origin=origin, body=body, title=title, attached=pictures, remarks=remarks)


def _check(data: bytes) -> None:
    """Refuse what unpacks to more than a machine holds, and XML that declares entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(each.file_size for each in packed.infolist()) > LARGEST:
            raise zipfile.BadZipFile
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in packed.read(name):
                raise zipfile.BadZipFile


def _html(data: bytes) -> tuple[str, Mapping[str, bytes]]:
    """Let mammoth write the document as HTML; pictures are kept aside."""
    pictures: dict[str, bytes] = {}

    def aside(picture: mammoth.documents.Image) -> dict[str, str]:
        name = f"word-{len(pictures) + 1}"
        with picture.open() as opened:
            pictures[name] = opened.read()
        return {"src": name}

    converted = mammoth.convert_to_html(
        io.BytesIO(data),
        style_map=STYLES,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(aside),
    )
    return str(converted.value), pictures


def _title(body: str) -> tuple[str, str]:
    """Take the title of the document, when it begins with its highest heading."""
    first, _, rest = body.partition("\n\n")
    if first.startswith("## ") and "\n" not in first:
        return first.removeprefix("## "), rest
    return "", body
