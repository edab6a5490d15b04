"""The sheet of the form for one file: what stands in its boxes, and the file once they change.

A sheet goes to the browser and comes back as JSON. Beside the fields it carries what the form does
not show: the text, and the fingerprint of the file as it was read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from newsdesk.editor.boxes import PHOTO, Box, boxes_of
from newsdesk.editor.rewriting import rewritten
from newsdesk.editor.values import shown, typed
from newsdesk.header import Source, Value, read_post, read_record
from newsdesk.language import Language
from newsdesk.photos.record import PhotoRecord
from newsdesk.scaffold import Order, scaffold, scaffold_of_record

Sheet = dict[str, Value]
PARTS = re.compile(
    r"\A(?P<opening>---[ \t]*\r?\n)(?P<header>.*?)"
    r"(?P<closing>^---[ \t]*(?:\r?\n|\Z))(?P<body>.*)\Z",
    re.DOTALL | re.MULTILINE,
)
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
LETTER = re.compile(r"[^\W\d_]")
BODY, READ = "body", "read"


def fingerprint(data: bytes) -> str:
    """Give what tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()


def read(path: str, data: bytes) -> Source:
    """Read a post; that its lines end as on Windows is told by the check, and kept.

    :raises SiteError: when the form cannot show it.
    """
    return read_post(path, data.replace(b"\r\n", b"\n"))


# Posts


def sheet_of(kind: str, path: str, data: bytes) -> Sheet:
    """Fill in the form for a post.

    :param kind: its type.
    :raises SiteError: when it cannot be read.
    """
    source = read(path, data)
    boxes = boxes_of(kind)
    return {**shown(boxes, source.header), BODY: source.body.rstrip("\n"), READ: fingerprint(data)}


def changed(kind: str, path: str, data: bytes, sheet: Mapping[str, Value]) -> bytes:
    """Write what has changed in the form into a post, and leave all else as it is.

    :raises SiteError: when the file cannot be read.
    """
    source = read(path, data)
    parts = PARTS.match(data.decode())
    if parts is None:
        return data
    boxes = boxes_of(kind)
    header = rewritten(
        parts["header"],
        source.header,
        typed(boxes, sheet, source.header),
        partial(_order, boxes),
    )
    body = _body(parts["body"], source.body, str(sheet.get(BODY) or ""))
    return f"{parts['opening']}{header}{parts['closing']}{body}".encode()


def _body(before: str, read_as: str, now: str) -> str:
    """Give the text below the header; the line ends at its end stay as many as they were."""
    text = now.replace("\r\n", "\n")
    if text.rstrip("\n") == read_as.rstrip("\n"):
        return before
    eol = "\r\n" if "\r\n" in before else "\n"
    tail = before[len(before.rstrip("\r\n")) :] or eol
    return text.rstrip("\n").replace("\n", eol) + tail


def _order(boxes: Sequence[Box], place: tuple[str, ...]) -> list[str]:
    """Give the names of the fields of a group in the order of the schema."""
    for name in place:
        boxes = next((box.inner for box in boxes if box.name == name), ())
    return [box.name for box in boxes]


# New posts


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new post gets from the program, not from the person.

    :param sister: the same post in the other language, if there is one.
    """

    lang: Language
    slug: str
    identity: str
    today: date
    sister: Source | None = None


def begun(kind: str, sheet: Mapping[str, Value], beginning: Beginning) -> bytes:
    """Write a new post as `newsdesk new` does, with what stands in the form."""
    boxes = boxes_of(kind)
    values = typed(boxes, sheet)
    dateline = values.get("dateline")
    if isinstance(dateline, dict):
        values["dateline"] = {**dateline, "date": dateline.get("date") or _day(values, beginning)}
    known = _flat(boxes, values)
    order = Order(
        kind=kind,
        lang=beginning.lang,
        title=str(values.get("title", "")),
        slug=beginning.slug,
        identity=beginning.identity,
        today=beginning.today,
        sister=beginning.sister,
        known=known,
        body=str(sheet.get(BODY) or "").replace("\r\n", "\n").rstrip("\n"),
    )
    return scaffold(order).text.encode()


def _day(values: Mapping[str, Value], beginning: Beginning) -> Value:
    """Give the day of a post: as typed, as in the other language, or today."""
    shared = beginning.sister.header.get("date") if beginning.sister else None
    return values.get("date") or shared or beginning.today.isoformat()


def _flat(boxes: Iterable[Box], values: Mapping[str, Value]) -> dict[str, Value]:
    """Name the fields of a group that is not whole as `original.date`, for the scaffold."""
    groups = {box.name: box for box in boxes if box.kind == "group"}
    known: dict[str, Value] = {}
    for name, value in values.items():
        if name in groups and isinstance(value, dict) and not _is_whole(groups[name], value):
            known |= {f"{name}.{inner}": each for inner, each in value.items()}
        elif name not in {"id", "type", "lang", "slug"}:
            known[name] = value
    return known


def _is_whole(box: Box, group: Mapping[str, Value]) -> bool:
    return all(inner.name in group for inner in box.inner if inner.is_required)


def is_used(kind: str, sheet: Mapping[str, Value]) -> bool:
    """Tell whether somebody has begun to write: the form hands in empty sheets as well."""
    values = typed(boxes_of(kind), sheet)
    said = values.keys() - {"id", "type", "lang"}
    return bool(said) or bool(str(sheet.get(BODY) or "").strip())


def script_of(sheet: Mapping[str, Value]) -> Language:
    """Tell in which script a Serbian text is written."""
    text = f"{sheet.get('title') or ''} {sheet.get('summary') or ''} {sheet.get(BODY) or ''}"
    letters = LETTER.findall(text)
    cyrillic = sum(CYRILLIC.match(letter) is not None for letter in letters)
    return "sr-Cyrl" if cyrillic * 2 > len(letters) else "sr-Latn"


# Records


def record_sheets(kind: str, path: str, data: bytes) -> dict[str, Sheet]:
    """Fill in the form for each record of a file of the vocabulary, by its key.

    :raises SiteError: when the file cannot be read.
    """
    source = read_record(path, data.replace(b"\r\n", b"\n"))
    return {key: _record_sheet(kind, value) for key, value in source.header.items()}


def _record_sheet(kind: str, value: Value) -> Sheet:
    group = value if isinstance(value, dict) else {}
    mark = fingerprint(repr(value).encode())
    return {**shown(boxes_of(kind), group), READ: mark}


def changed_record(
    kind: str, path: str, data: bytes, key: str, sheet: Mapping[str, Value]
) -> bytes:
    """Write what has changed in a record of the vocabulary; a new one comes last.

    :raises SiteError: when the file cannot be read.
    """
    before = read_record(path, data.replace(b"\r\n", b"\n")).header if data.strip() else {}
    boxes = boxes_of(kind)
    old = before.get(key)
    group = typed(boxes, sheet, old if isinstance(old, dict) else None)
    after = {**before, key: group}
    return rewritten(data.decode(), before, after, partial(_order_of_records, boxes)).encode()


def _order_of_records(boxes: Sequence[Box], place: tuple[str, ...]) -> list[str]:
    return _order(boxes, place[1:]) if place else []


def photo_sheet(path: str, data: bytes) -> Sheet:
    """Fill in the form for the record of a photograph.

    :raises SiteError: when it cannot be read.
    """
    source = read_record(path, data.replace(b"\r\n", b"\n"))
    return {**shown(boxes_of(PHOTO), source.header), READ: fingerprint(data)}


def changed_photo(path: str, data: bytes, sheet: Mapping[str, Value]) -> bytes:
    """Write what has changed in the record of a photograph.

    :raises SiteError: when the file cannot be read.
    """
    before = read_record(path, data.replace(b"\r\n", b"\n")).header
    boxes = boxes_of(PHOTO)
    after = typed(boxes, sheet, before)
    return rewritten(data.decode(), before, after, partial(_order, boxes)).encode()


def begun_photo(sheet: Mapping[str, Value]) -> bytes:
    """Write the record of a new photograph, with notes on what is still to be said."""
    known = _flat((), typed(boxes_of(PHOTO), sheet))
    return scaffold_of_record(PhotoRecord, known).text.encode()
