"""How sheets came about, as it is remembered."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A file as it is remembered.

    :param made_of: the digest of all that a page was made of; empty for other files.
    :param digest: of the bytes.
    :param size: how many bytes there are.
    :param known: what the rest of the site knows of a page, packed; empty for other files.
    """

    path: str
    made_of: bytes
    digest: bytes
    size: int
    known: bytes


class Print(NamedTuple):
    """A sheet as it is remembered.

    :param asked: the questions that were asked for it, one in a line.
    :param answers: the digest of their answers, and of all else that it is made of.
    """

    asked: str
    answers: bytes
    entries: tuple[Entry, ...]
