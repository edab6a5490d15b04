"""A server of files on a port of its own, for tests that look at a finished site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Keep the test's output to the tests."""


def is_signpost(page: Path) -> bool:
    """Tell whether a page stands at an old address, and does no more than to lead on."""
    return b'http-equiv="refresh"' in page.read_bytes()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; gives the address without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
