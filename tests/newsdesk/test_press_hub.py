"""A hub is told of each feed that changed, and no silence of a hub ever stops the newsroom."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest

from newsdesk.press.hub import notice, ping

FEED = "https://example.org/en/feeds/all.atom"
OTHER = "https://example.org/sr/feeds/categories/zdravlje.atom?a=1&b=2"


@contextmanager
def hub(*answers: int) -> Iterator[tuple[str, list[dict[str, list[str]]]]]:
    """Serve a hub that gives these answers in turn; its address, and what it was told."""
    told: list[dict[str, list[str]]] = []
    left = list(answers)

    class Hub(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
            told.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            self.send_response(left.pop(0))
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing in between the tests."""

    with HTTPServer(("127.0.0.1", 0), Hub) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/hub", told
        server.shutdown()
        thread.join()


def test_a_hub_is_told_of_every_feed() -> None:
    with hub(204, 202) as (address, told):
        assert list(ping(address, [FEED, OTHER])) == []
    assert told == [
        {"hub.mode": ["publish"], "hub.url": [FEED]},
        {"hub.mode": ["publish"], "hub.url": [OTHER]},
    ]


def test_what_the_hub_does_not_take_is_a_warning_and_the_next_feed_is_told_of() -> None:
    with hub(404, 204) as (address, told):
        (problem,) = ping(address, [FEED, OTHER])
    assert str(problem) == (
        f"pelicanconf.py: the hub {address} did not take {FEED}: 404\n"
        "    Hint: look at NEWSDESK_HUB; subscribers read the feeds a little later, nothing is lost"
    )
    assert problem.level == "warning"
    assert len(told) == 2


def test_a_hub_that_is_not_there_is_asked_once() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        problems = list(ping(address, [FEED, OTHER]))
    assert [problem.message.template for problem in problems] == [
        "the hub {hub} does not answer: {reason}"
    ]


def test_a_hub_that_never_answers_is_left_in_peace() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        (problem,) = ping(address, [FEED], patience=0.1)
    assert str(problem).startswith(f"pelicanconf.py: the hub {address} does not answer: ")


def test_without_a_hub_nobody_is_told() -> None:
    assert list(ping("", [FEED])) == []


@pytest.mark.parametrize("feed", [FEED, OTHER])
def test_an_address_arrives_as_it_is(feed: str) -> None:
    assert parse_qs(notice(feed).decode())["hub.url"] == [feed]
