"""Reads `content/moved.yaml`: addresses of this or an older site, and where they lead now.

A line is an old address and a new one, or the word `gone` for what has no heir. The old addresses
of a post can stand in its own header as well, as `aliases`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from newsdesk.files import MOVED, SourceFile
from newsdesk.header import Source, read_record
from newsdesk.problems import Problem, SiteError, say

GONE = "gone"


@dataclass(frozen=True, slots=True)
class Moved:
    """Old addresses, and the new one of each; None for what is gone."""

    source: Source | None = None
    addresses: Mapping[str, str | None] = field(default_factory=dict)


def read_moved(content: Path) -> tuple[Moved, list[Problem]]:
    """Read the list; a site that nothing has moved on has none.

    :param content: the content folder as the person named it.
    """
    file = content / MOVED
    if not file.is_file():
        return Moved(), []
    try:
        source = read_record(file.as_posix(), SourceFile(file.as_posix()).read())
    except SiteError as error:
        return Moved(), [*error.problems]
    addresses = {old: None if new == GONE else str(new) for old, new in source.header.items()}
    return Moved(source, addresses), [*_wrong(source, addresses)]


def _wrong(source: Source, addresses: Mapping[str, str | None]) -> Iterator[Problem]:
    for old, new in addresses.items():
        for address in (old, new):
            if address is not None and not is_address(address):
                message = say("“{address}” is not an address of this site", address=address)
                hint = say("type one that begins with / and has neither // nor ..; or gone")
                yield Problem(source.path, source.line_of((old,)), message, hint)


def is_address(address: str) -> bool:
    """Tell whether an address stays within the site and means itself."""
    said = unquote(address)
    parts = said.removeprefix("/").removesuffix("/").split("/")
    # A star stands for anything in the rules of some servers, and would take pages over.
    plain = said.isprintable() and not set(said) & set(' \\"<>{}`*?#\ufffd')
    return address.startswith("/") and plain and not {"", ".", ".."} & set(parts)
