"""Finds what the browser gets for an address: a page, a picture, a redirect, or "not found"."""

from __future__ import annotations

import os
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote

from newsdesk.preview import pages
from newsdesk.preview.bulletin import Bulletin
from newsdesk.preview.events import stamp
from newsdesk.preview.kinds import kind_of
from newsdesk.preview.voice import Voice

HTML = kind_of("index.html")


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to the browser.

    :param kind: the media type.
    :param location: where a redirect leads.
    :param policy: what the page may load, as a Content-Security-Policy, when it is no page of the
        site.
    """

    status: HTTPStatus
    kind: str
    body: bytes
    location: str | None = None
    policy: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Who answers: the folder with the site's pages, and the words for when one is missing.

    :param run: tells this run of the preview from earlier ones.
    """

    output: Path
    run: str
    voice: Voice

    def answer(self, target: str, bulletin: Bulletin) -> Answer:
        """Answer a request for a target such as `/en/news/?page=2`."""
        address, question, query = target.partition("?")
        path = unquote(address)
        if path.startswith(pages.OWN_ADDRESSES):
            return _own(path.removeprefix(pages.OWN_ADDRESSES))
        if not bulletin.edition:
            page = pages.bulletin_page(bulletin, self.voice)
            return self._page(HTTPStatus.SERVICE_UNAVAILABLE, page, bulletin)
        if (body := self._read(f"{path}index.html" if path.endswith("/") else path)) is not None:
            kind = HTML if path.endswith("/") else kind_of(path)
            return self._found(kind, body, bulletin)
        if not path.endswith("/") and self._read(f"{path}/index.html") is not None:
            location = f"{address}/{question}{query}"
            return Answer(HTTPStatus.MOVED_PERMANENTLY, HTML, b"", location)
        return self._missing(path, bulletin)

    def _found(self, kind: str, body: bytes, bulletin: Bulletin) -> Answer:
        if kind == HTML:
            return self._page(HTTPStatus.OK, body, bulletin)
        return Answer(HTTPStatus.OK, kind, body)

    def _missing(self, path: str, bulletin: Bulletin) -> Answer:
        page = self._read("404.html") or pages.missing_page(path, self.voice)
        return self._page(HTTPStatus.NOT_FOUND, page, bulletin)

    def _page(self, status: HTTPStatus, page: bytes, bulletin: Bulletin) -> Answer:
        return Answer(status, HTML, pages.with_script(page, stamp(self.run, bulletin)))

    def _read(self, path: str) -> bytes | None:
        """Read a file of the site; None when there is none, or when it lies outside."""
        try:
            file = Path(os.path.realpath(self.output / path.lstrip("/"), strict=True))
            inside = file.is_relative_to(os.path.realpath(self.output))
            return file.read_bytes() if inside and file.is_file() else None
        except (OSError, ValueError):  # too long a name, a circle of links; a zero byte
            return None


def _own(name: str) -> Answer:
    if name in pages.OWN_FILES:
        return Answer(HTTPStatus.OK, kind_of(name), pages.own_file(name))
    return Answer(HTTPStatus.NOT_FOUND, kind_of(".txt"), b"")
