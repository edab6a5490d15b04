"""A server of files on a port of its own, for tests that look at a finished site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite

# A browser draws sixty times a second: each piece is drawn before the next one comes.
A_FRAME = 0.02  # seconds


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Keep the test's output to the tests."""


def is_signpost(page: Path) -> bool:
    """Tell whether a page stands at an old address, and does no more than to lead on."""
    return b'http-equiv="refresh"' in page.read_bytes()


class SlowLine(_Quiet):
    """Sends what stands in the body of a page a few tags at a time, as a poor line does."""

    protocol_version = "HTTP/1.1"

    # The stub speaks of text as well; files are sent as bytes alone.
    def copyfile(  # type: ignore[override]
        self, source: SupportsRead[bytes], outputfile: SupportsWrite[bytes]
    ) -> None:
        """Send a file that was asked for."""
        head, body, rest = source.read().partition(b"<body")
        outputfile.write(head + body)
        for piece in re.findall(rb"(?:[^>]*>){1,3}[^<]*", rest):
            sleep(A_FRAME)
            outputfile.write(piece)


@contextmanager
def served(folder: Path, line: type[_Quiet] = _Quiet) -> Iterator[str]:
    """Serve a folder; gives the address without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(line, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
