"""Finds what there is to read in a file or a folder, and has each kind read by who knows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote, urljoin
from zoneinfo import ZoneInfo

from newsdesk.files import walk
from newsdesk.importing.found import INDEX, Found, Missed, Unchanged
from newsdesk.importing.letters import LARGEST
from newsdesk.importing.pelican_tree import read_markdown, read_rst
from newsdesk.importing.plain import read_text
from newsdesk.importing.register import fingerprint
from newsdesk.importing.web import read_page
from newsdesk.importing.word import read_word
from newsdesk.importing.wordpress import Export
from newsdesk.problems import SiteError, say

PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*"
    rb"<(?:!doctype html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
EXPORT = re.compile(rb"<rss\b|wordpress\.org/export/", re.IGNORECASE)
BEGINNING = 4096
# What ends like this may be a page, whatever program of the old site once made it.
PAGES = frozenset(
    (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp", ".cfm", "")
)
MARKDOWN = frozenset((".md", ".markdown", ".mkd", ".mdown"))
# Texts of a kind that is not read: nothing of them must be lost without a word.
DOCUMENTS = frozenset((
    ".pdf", ".doc", ".rtf", ".odt", ".pages", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp",
    ".epub", ".mht", ".mhtml", ".zip",
))  # fmt: skip
NOT_READ = say("files that end like this are not read; save its text as .docx, .html or .txt")
NO_KIND = say("no text of a kind that is read")
NO_EXPORT = say("this is no WordPress export")
TOO_LARGE = say("it is larger than {limit} bytes", limit=LARGEST)
TOO_DEEP = say("its parts stand within each other too often")
# Reads the bytes of a file of one kind: its name, its bytes, the zone of its times.
Read = Callable[[str, bytes, ZoneInfo], Found]
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read.

    :param zone: the time zone of times that name none.
    :param site: the address on the old site of the folder that is read, if it is known.
    :param with_protected: bring along what was protected by a password, or private.
    :param known: what came along earlier, by the marks of the files: these are not read again.
    """

    zone: ZoneInfo
    site: str = ""
    with_protected: bool = False
    known: Mapping[str, str] = field(default_factory=dict)

    def found_in(self, source: Path) -> Iterator[Found | Missed | Unchanged]:
        """Give everything that there is in a file or a folder, and what cannot be read.

        :param source: as the person named it.
        """
        if not source.is_dir():
            yield from self._read(source, source.parent)
            return
        for file in walk(source):
            if not file.is_file() or file.is_symlink():
                continue
            if self._is_item(file):
                yield from self._read(file, source)
            elif file.suffix.lower() not in ASIDE:
                yield Missed(file.as_posix(), (NO_KIND,), is_broken=False)

    def _is_item(self, file: Path) -> bool:
        """Tell whether a file of a folder is a text, and not a picture or a style sheet."""
        ending = file.suffix.lower()
        if ending in READERS or ending in MARKDOWN or ending in DOCUMENTS or ending == ".xml":
            return True
        return ending not in ASIDE and PAGE.match(_beginning(file)) is not None

    def _read(self, file: Path, folder: Path) -> Iterator[Found | Missed | Unchanged]:
        """Read one file; gives what is in it, each with its place in the folder."""
        origin, local = file.as_posix(), file.relative_to(folder).as_posix()
        try:
            for found in self._items(file, origin, local, folder):
                yield _placed(found, local, folder) if isinstance(found, Found) else found
        except SiteError as error:
            yield Missed(origin, tuple(problem.message for problem in error.problems))
        except OSError:
            yield Missed(origin, (say("this cannot be opened"),))
        except RecursionError:
            yield Missed(origin, (TOO_DEEP,))

    def _items(
        self, file: Path, origin: str, local: str, folder: Path
    ) -> Iterator[Found | Missed | Unchanged]:
        ending = file.suffix.lower()
        beginning = _beginning(file)
        if ending == ".xml" or (ending not in READERS and EXPORT.search(beginning)):
            yield from self._export(file, origin, beginning)
        elif ending in DOCUMENTS:
            yield Missed(origin, (NOT_READ,))
        elif file.stat().st_size > LARGEST:
            yield Missed(origin, (TOO_LARGE,))
        else:
            address = _address(local, folder, self.site)
            is_page = PAGE.match(beginning) or ending in PAGES - {""}
            read = partial(read_page, address=address) if is_page else READERS.get(ending, _text)
            yield self._item(file, origin, local, address, read)

    def _item(
        self, file: Path, origin: str, local: str, address: str, read: Read
    ) -> Found | Unchanged:
        """Read a file with one item in it, unless it is known as it is."""
        data = file.read_bytes()
        mark = fingerprint(address.encode(errors="replace") + b"\n" + data)
        if mark in self.known:
            return Unchanged(origin, self.known[mark], local)
        return replace(read(origin, data, self.zone), file=mark)

    def _export(self, file: Path, origin: str, beginning: bytes) -> Iterator[Found | Missed]:
        if not EXPORT.search(beginning):
            yield Missed(origin, (NO_EXPORT,))
            return
        export = Export(file, self.zone, self.with_protected)
        none = True
        for found in export.found():
            none = False
            yield found
        if none:
            yield Missed(origin, (NO_EXPORT,))


def _text(origin: str, data: bytes, _zone: ZoneInfo) -> Found:
    return read_text(origin, data)


def _word(origin: str, data: bytes, _zone: ZoneInfo) -> Found:
    return read_word(origin, data)


READERS: Mapping[str, Read] = {
    **dict.fromkeys(sorted(PAGES - {""}), read_page),
    **dict.fromkeys(sorted(MARKDOWN), read_markdown),
    ".rst": read_rst,
    ".txt": _text,
    ".text": _text,
    ".docx": _word,
}
# What lies beside pages and is none; it need not be opened to know that.
ASIDE = frozenset((
    ".css", ".js", ".json", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".ico",
    ".bmp", ".tif", ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp4", ".webm", ".ogg",
    ".mp3", ".wav", ".avi", ".mov", ".swf", ".py", ".map",
))  # fmt: skip


def _beginning(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(BEGINNING)
    except OSError:
        # It is told of where the file is read.
        return b""


def _placed(found: Found, local: str, folder: Path) -> Found:
    return replace(found, local=found.local or local, folder=found.folder or folder)


def _address(local: str, folder: Path, site: str) -> str:
    """Give the address of a saved page: programs save a site into a folder that is called like it.

    :param site: the address of the folder on the old site, if it was named.
    """
    first, _, rest = local.partition("/")
    if not site and HOST.fullmatch(folder.resolve().name) and folder.resolve().suffix not in PAGES:
        site = f"https://{folder.resolve().name}/"
    elif not site and rest and HOST.fullmatch(first):
        site, local = f"https://{first}/", rest
    if not site:
        return ""
    # A question mark in the name of a file was one in its address.
    path, mark, asked = local.partition("?")
    page = INDEX.sub("/", f"/{quote(path)}") if not mark else quote(path)
    return urljoin(f"{site.rstrip('/')}/", page.lstrip("/")) + mark + quote(asked, safe="=&;%+")
