"""Serves the built site to the browsers of this machine, and to nobody else."""

from __future__ import annotations

import contextlib
import errno
import re
import socketserver
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from newsdesk.preview import events, pages
from newsdesk.preview.answers import Answer, Desk
from newsdesk.preview.bulletin import Noticeboard
from newsdesk.preview.headers import headers_for
from newsdesk.preview.side_door import SideDoor, is_from_own_page, length_of, received
from newsdesk.problems import say

LOOPBACK = "127.0.0.1"
NAMES_OF_THIS_MACHINE = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?", re.IGNORECASE)
HEARTBEAT_SECONDS = 3.0
HIGHEST_PORT = 65535


class PortTaken(Exception):  # noqa: N818 - says what happened, as the person would
    """The port cannot be had; `message` says so and `hint` says what to type."""

    exitcode = 2

    def __init__(self, port: int, *, reserved: bool = False) -> None:
        """Keep the port and the sentences.

        :param reserved: the system keeps the port for itself, as it does with those below 1024.
        """
        self.port = port
        other = 8000 if reserved or port >= HIGHEST_PORT else port + 1
        self.message = (
            say("Port {port} is kept by the system.", port=port)
            if reserved
            else say("Port {port} is in use, perhaps by another preview.", port=port)
        )
        self.hint = say("type --port {other}", other=other)
        super().__init__(f"{self.message}\n    Hint: {self.hint}")


class PreviewServer(ThreadingHTTPServer):
    """Answers each browser in a thread of its own, on this machine only."""

    # A page asks for all its pictures at once; the default of 5 makes some wait a second.
    request_queue_size = 128

    def __init__(
        self,
        port: int,
        desk: Desk,
        board: Noticeboard,
        heartbeat: float,
        door: SideDoor | None = None,
    ) -> None:
        """Take the port.

        :param heartbeat: seconds between signs of life on a quiet connection.
        :param door: what else is served, such as the form in which posts are written.
        """
        self.door = door
        self.desk = desk
        self.board = board
        self.heartbeat = heartbeat
        super().__init__((LOOPBACK, port), Handler)

    def server_bind(self) -> None:
        """Take the port without asking the network for this machine's name, which may hang."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]


class Handler(BaseHTTPRequestHandler):
    """Answers one request; HTTP/1.0, so that its thread ends with the answer."""

    server: PreviewServer
    timeout = 10  # seconds; a browser that opens a connection and says nothing is let go

    def handle(self) -> None:
        """Answer, and do not mind a browser that has left in the middle."""
        with contextlib.suppress(ConnectionError, TimeoutError):
            super().handle()

    def do_GET(self) -> None:
        """Answer a browser that asks for something."""
        address, _, query = self.path.partition("?")
        if not is_this_machine(self.headers.get("Host", "")):
            self._refuse(HTTPStatus.FORBIDDEN)
        elif address == pages.EVENTS:
            self._start(HTTPStatus.OK, "text/event-stream")
            self._follow(parse_qs(query).get("page", [""])[0])
        elif self.server.door and address.startswith(self.server.door.address):
            self._send(self.server.door.get(self.path))
        else:
            self._send(self.server.desk.answer(self.path, self.server.board.bulletin))

    do_HEAD = do_GET  # noqa: N815 - the standard library wants these names

    def do_POST(self) -> None:
        """Pass on what a page of ours sends, whole or not at all; refuse everybody else."""
        if not is_this_machine(self.headers.get("Host", "")):
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        door = self.server.door
        length = length_of(self.headers)
        if door is None or not self.path.startswith(door.address):
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)
        elif not is_from_own_page(self.headers):
            self._refuse(HTTPStatus.FORBIDDEN)
        elif length is None:
            self._refuse(HTTPStatus.LENGTH_REQUIRED)
        else:
            body = received(self.rfile, length, door.largest)
            self._send(
                door.too_large(self.path, length) if body is None else door.post(self.path, body)
            )

    def do_PUT(self) -> None:
        """Refuse whoever wants to change something."""
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)

    do_PATCH = do_DELETE = do_OPTIONS = do_PUT  # noqa: N815 - likewise

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for the builds."""

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(Answer(status, "text/plain; charset=utf-8", status.description.encode()))

    def _send(self, answer: Answer) -> None:
        self._start(answer.status, answer.kind, len(answer.body), answer.location, answer.policy)
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _start(
        self,
        status: HTTPStatus,
        kind: str,
        length: int | None = None,
        location: str | None = None,
        policy: str | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        headers = headers_for(self.path.partition("?")[0], framed=self.server.door is not None)
        if policy is not None:
            headers["Content-Security-Policy"] = policy
        for name, value in headers.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if location is not None:
            self.send_header("Location", location)
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()

    def _follow(self, page: str) -> None:
        """Tell a page what happens until it is closed or the preview ends.

        :param page: the page's stamp; empty for a listener that is no page.
        """
        if self.command == "HEAD":
            return
        desk, board = self.server.desk, self.server.board
        told = None
        self.wfile.write(events.GREETING)
        while not board.closed:
            news = board.bulletin
            event = events.event_for(news, page, desk.run, desk.voice) if news != told else None
            self.wfile.write(bytes(event) if event else events.HEARTBEAT)
            page = page or events.stamp(desk.run, news)
            told = news
            board.wait(told, self.server.heartbeat)


def is_this_machine(host: str) -> bool:
    """Tell whether a Host header names this machine.

    Any other name was made to point here by someone else's page (DNS rebinding), which could
    then read what is not published yet.
    """
    return NAMES_OF_THIS_MACHINE.fullmatch(host) is not None


@contextlib.contextmanager
def serving(
    port: int,
    desk: Desk,
    board: Noticeboard,
    heartbeat: float = HEARTBEAT_SECONDS,
    door: SideDoor | None = None,
) -> Iterator[PreviewServer]:
    """Serve until the block is left.

    :param port: 0 takes any free one.
    :param door: what else is served beside the site.
    :raises PortTaken: when another program listens there.
    """
    with _taking(port, desk, board, heartbeat, door) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="preview")
        thread.start()
        try:
            yield server
        finally:
            board.close()
            server.shutdown()
            thread.join()


def _taking(
    port: int, desk: Desk, board: Noticeboard, heartbeat: float, door: SideDoor | None
) -> PreviewServer:
    try:
        return PreviewServer(port, desk, board, heartbeat, door)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise PortTaken(port, reserved=error.errno == errno.EACCES) from error
