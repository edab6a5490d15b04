"""Reads posts of another Pelican site: fields at the head, Markdown or reStructuredText below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Literal
from zoneinfo import ZoneInfo

from newsdesk.dates import as_typed
from newsdesk.header import Source, read_post
from newsdesk.importing.found import Found
from newsdesk.importing.letters import text_of
from newsdesk.importing.markup import EMPTY_LINES, outside_code
from newsdesk.importing.restructured import read_restructured
from newsdesk.importing.tidying import tidied
from newsdesk.manuscript import HEADING, headings
from newsdesk.problems import Message, SiteError, say

FIELD = re.compile(r"(?P<name>[A-Za-z_][\w -]*):[ \t]*(?P<value>.*)")
YAML = re.compile(r"---[ \t]*\n")
SEVERAL = re.compile(r"\s*[,;]\s*")
# What a Pelican site says of its posts, and we have a place for, or need none.
KNOWN = frozenset((
    "title", "date", "modified", "category", "categories", "tags", "keywords", "slug", "summary",
    "lang", "status", "template", "id", "type", "authors", "author", "save_as", "url", "image",
    "description",
))  # fmt: skip


def read_markdown(origin: str, data: bytes, zone: ZoneInfo) -> Found:
    """Read a post in Markdown, below fields as Pelican has them or below YAML.

    :param zone: the time zone of times that name none.
    :raises SiteError: when it is no text.
    """
    text = text_of(origin, data).lstrip("\ufeff\n")
    fields, body = _from_yaml(origin, text) if YAML.match(text) else _fields(text)
    language = fields.get("lang", "")
    body = tidied(body, "sr-Latn" if language.lower().startswith("sr") else "en")
    body = outside_code(renumbered(body), partial(EMPTY_LINES.sub, "\n\n"))
    return _post(origin, fields, body, (), zone)


def renumbered(body: str) -> str:
    """Let the headings of a text in Markdown be of the second level and those below, none left out.

    A word behind # without a space, such as a hashtag, is no heading.
    """
    # Where an underlined heading ends, another one may come to light.
    while (again := _renumbered(body)) != body:
        body = again
    return body


def _renumbered(body: str) -> str:
    lines = body.split("\n")
    above = 1
    for heading in headings(Source("", {}, {}, body, body_line=1)):
        place = heading.line - 1
        marks = HEADING.fullmatch(lines[place])
        if heading.glued and heading.level == 1 and marks:
            lines[place] = _before(marks, "\\#") + lines[place][marks.end("marks") :]
            continue
        level = min(max(heading.level, 2), above + 1)
        sign = f"{'#' * level} " if heading.words else ""
        if marks:
            lines[place] = _before(marks, sign) + lines[place][marks.end("gap") :]
        else:
            # The line below it underlines it: a heading in the new form needs none.
            lines[place], lines[place + 1] = sign + heading.words, ""
        above = level if heading.words else above
    return "\n".join(lines)


def _before(marks: re.Match[str], sign: str) -> str:
    """Give what stands before the marks of a heading, and another sign instead of them."""
    return marks.string[: marks.start("marks")] + sign


def read_rst(origin: str, data: bytes, zone: ZoneInfo) -> Found:
    """Read a post in reStructuredText; what it includes from elsewhere stays behind.

    :raises SiteError: when it is no text.
    """
    read = read_restructured(origin, text_of(origin, data))
    fields = {"title": read.title, **read.fields}
    return _post(origin, fields, read.body, read.remarks, zone)


def _fields(text: str) -> tuple[dict[str, str], str]:
    """Divide a text at the end of its fields: the first line that is none."""
    fields: dict[str, str] = {}
    lines = text.split("\n")
    name = ""
    for number, line in enumerate(lines):
        found = FIELD.fullmatch(line.rstrip())
        if found and (fields or found["name"].lower() in KNOWN):
            name = found["name"].strip().lower()
            fields[name] = found["value"].strip()
        elif name and line.startswith("    ") and line.strip():
            fields[name] += f" {line.strip()}"
        else:
            return fields, "\n".join(lines[number:])
    return fields, ""


def _from_yaml(origin: str, text: str) -> tuple[dict[str, str], str]:
    """Read fields that stand between two lines `---`; what cannot be read so is text."""
    try:
        source = read_post(origin, text.encode())
    except SiteError:
        head, _, body = text.partition("---\n")[2].partition("\n---")
        return _fields(f"{head}\n")[0], body.partition("\n")[2]
    fields = {
        str(name).lower(): ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in source.header.items()
        if value is not None and not isinstance(value, dict)
    }
    return fields, source.body


def _post(
    origin: str,
    fields: Mapping[str, str],
    body: str,
    remarks: tuple[Message, ...],
    zone: ZoneInfo,
) -> Found:
    date = as_typed(fields.get("date", ""), zone) or ""
    status = fields.get("status", "published").lower()
    names = [fields.get(name, "") for name in ("category", "categories", "tags", "keywords")]
    if fields.get("date") and not date:
        remarks = (*remarks, say("its date cannot be read: {date}", date=fields["date"]))
    if status != "published":
        remarks = (*remarks, say("it was not public there: {status}", status=status))
    return Found(
        origin=origin,
        body=body.strip("\n"),
        title=fields.get("title", ""),
        kind=_kind(fields, origin),
        was_public=status == "published",
        language=fields.get("lang", ""),
        date=date,
        slug=fields.get("slug", ""),
        summary=fields.get("summary", "") or fields.get("description", ""),
        names=tuple(filter(None, SEVERAL.split(", ".join(names)))),
        remarks=remarks,
    )


def _kind(fields: Mapping[str, str], origin: str) -> Literal["post", "page"]:
    """In Pelican, the folder tells a page from a post."""
    is_page = "pages" in PurePosixPath(origin).parts or fields.get("type") == "page"
    return "page" if is_page else "post"
