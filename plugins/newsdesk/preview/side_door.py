"""What else the preview serves beside the site, such as the form in which posts are written.

Through it something can be changed, so only a page that came from this very server may knock: any
other page that is open in the browser would like to, too (cross-site request forgery).
"""

from __future__ import annotations

from email.message import Message
from io import BufferedIOBase
from typing import Protocol
from urllib.parse import urlsplit

from newsdesk.preview.answers import Answer

JSON = "application/json"
# Bytes that are read at once, and that are read in vain so that a browser hears why.
PIECE, PATIENCE = 1_000_000, 400_000_000


class SideDoor(Protocol):
    """Somebody who answers below an address of their own."""

    @property
    def address(self) -> str:
        """The address, such as `/admin/`."""

    @property
    def largest(self) -> int:
        """The most bytes that may be sent at once."""

    def get(self, target: str) -> Answer:
        """Answer who asks for something."""

    def post(self, target: str, body: bytes) -> Answer:
        """Answer who sends something."""

    def too_large(self, target: str, length: int) -> Answer:
        """Answer who sends too much.

        :param length: in bytes.
        """


def is_from_own_page(headers: Message) -> bool:
    """Tell whether a request comes from a page of this server, and sends JSON.

    Browsers name the page's origin with everything that is posted; a form of another page cannot
    send JSON, and a script of another page is stopped by its browser before it can.
    """
    host = headers.get("Host", "")
    origin = urlsplit(headers.get("Origin") or "")
    is_json = headers.get("Content-Type", "").partition(";")[0].strip().lower() == JSON
    # The name of the host was looked at before: it is this machine.
    return is_json and origin.scheme == "http" and origin.netloc == host


def length_of(headers: Message) -> int | None:
    """Give how many bytes are sent; None when that is not said."""
    said = headers.get("Content-Length") or ""
    return int(said) if said.isascii() and said.isdigit() else None


def received(source: BufferedIOBase, length: int, largest: int) -> bytes | None:
    """Read what is sent; None when it is too much.

    Too much is read all the same, and thrown away: a browser listens only when it has said all.

    :raises ConnectionError: when it breaks off in the middle; nothing must be done with half of it.
    """
    if length > largest:
        left = min(length, PATIENCE)
        while left and (piece := source.read(min(PIECE, left))):
            left -= len(piece)
        return None
    body = source.read(length)
    if len(body) < length:
        raise ConnectionError("it broke off in the middle")
    return body
