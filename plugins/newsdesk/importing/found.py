"""What a source gives of one item, whatever kind of source it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from newsdesk.problems import Message

# Before the fingerprint by which an item without an address is known.
WORDS = "words:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One item of an old site.

    :param origin: where it was found, as the person knows it.
    :param body: its text in Markdown, with the links and pictures of the old site.
    :param title: empty when the source has none.
    :param kind: a post of the newsroom or a page of the house, where the source tells.
    :param was_public: whether it was published there.
    :param language: as the source says it, such as `sr-RS`.
    :param date: the day or the time of its publication, as staff type it; empty when not known.
    :param opens: until when it was held back there, likewise.
    :param address: its whole address on the old site; empty when not known.
    :param local: its path within the folder that was named, by which saved pages know each other.
    :param folder: the folder that was named; no picture is taken from outside of it.
    :param names: the categories and tags it stood in.
    :param attached: pictures that the source itself holds, by what the text calls them.
    :param file: the mark of the file that holds nothing else, by which it need not be read again.
    :param remarks: what could not be brought along, and what a human should look at.
    """

    origin: str
    body: str
    title: str = ""
    kind: Literal["post", "page", ""] = ""
    was_public: bool = True
    language: str = ""
    date: str = ""
    opens: str = ""
    publisher: str = ""
    address: str = ""
    local: str = ""
    folder: Path | None = None
    slug: str = ""
    summary: str = ""
    names: tuple[str, ...] = ()
    lead_picture: str = ""
    file: str = ""
    attached: Mapping[str, bytes] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()

    @property
    def key(self) -> str:
        """By what it is known again: its address on the old site, or else its words."""
        return key_of_address(self.address) if self.address else f"{WORDS}{self.digest}"

    @property
    def digest(self) -> str:
        """The fingerprint of what it says."""
        words = f"{self.title}\n{self.date}\n{self.body}"
        return hashlib.sha256(words.encode(errors="replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file from which an item came along earlier, and which is as it was then.

    :param key: by what the item is known.
    :param local: its path within the folder that was named.
    """

    origin: str
    key: str
    local: str


@dataclass(frozen=True, slots=True)
class Missed:
    """Something in a source that is not brought along, and why.

    :param is_broken: it should have been, but could not be read.
    """

    origin: str
    why: tuple[Message, ...]
    is_broken: bool = True


def key_of_address(address: str) -> str:
    """Give the form of an address in which two ways to write it are one: no scheme, no www.

    What it names within the page is left out.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    host = parts.netloc.lower().removeprefix("www.")
    path = INDEX.sub("/", unquote(parts.path)).rstrip("/") or "/"
    query = f"?{parts.query}" if parts.query else ""
    return "".join(f"{host}{path}{query}".split())


INDEX = re.compile(r"/index\.(?:html?|php|aspx?)$", re.IGNORECASE)
