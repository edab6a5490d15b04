"""A site goes on line in an S3-compatible store, over a line that may be cut at any moment."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import boto3
import pytest
from small_site import SmallSite, photo, post, typed

ROOT = Path(__file__).parents[2]
MOTO = ROOT / ".venv/tools/python/bin/moto_server"
MILK = "content/en/articles/milk.md"
TO_BUCKET = ("publish", "s3://site/www", "--settings", "pelicanconf.py")
PATIENCE = 20
CHANGE = {"at": "2026-11-22", "note": "It came twice.", "level": "minor"}
CORRECTED = post("Milk", "Milk came twice.", aliases=["/old/milk_1.html"], changes=[CHANGE])


@dataclass
class Line:
    """A line to the store that can be cut.

    :param left: how many bytes still go over it to the store; None for as many as one likes.
    """

    to: int
    left: int | None = None
    listens: socket.socket = field(default_factory=socket.socket)

    @property
    def address(self) -> str:
        """Where whoever wants to reach the store calls."""
        return f"http://127.0.0.1:{self.listens.getsockname()[1]}"

    def open(self) -> None:
        """Take calls."""
        self.listens.bind(("127.0.0.1", 0))
        self.listens.listen(50)
        Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        with suppress(OSError):
            while True:
                call, _ = self.listens.accept()
                Thread(target=self._connect, args=(call,), daemon=True).start()

    def _connect(self, call: socket.socket) -> None:
        with closing(call), closing(socket.create_connection(("127.0.0.1", self.to))) as store:
            back = Thread(target=self._carry, args=(store, call), daemon=True)
            back.start()
            self._carry(call, store, counts=True)
            back.join()

    def _carry(self, begin: socket.socket, end: socket.socket, *, counts: bool = False) -> None:
        with suppress(OSError):
            while data := begin.recv(65536):
                if counts and self.left is not None:
                    self.left -= len(data)
                    if self.left < 0:
                        break
                end.sendall(data)
        for each in (begin, end):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Give a line to an empty store with one bucket."""
    assert MOTO.is_file(), "moto is missing: run tests/system/install"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = Line(port)
    line.open()
    for name in ("AWS_CA_BUNDLE", "AWS_PROFILE", "AWS_ENDPOINT_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", line.address)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    command = [str(MOTO), "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as server:  # noqa: S603 - a program that we installed
        try:
            _wait_for(port)
            region = {"LocationConstraint": "eu-central-1"}
            boto3.client("s3").create_bucket(Bucket="site", CreateBucketConfiguration=region)
            yield line
        finally:
            line.listens.close()
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(PATIENCE * 10):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise AssertionError("moto does not answer")


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    files = {
        MILK: post("Milk", "Milk came.", lead_photo="cup", aliases=["/old/milk_1.html"]),
        **photo("cup"),
    }
    return SmallSite.in_folder(tmp_path, files)


def built(site: SmallSite) -> None:
    assert typed(site, "build", "--settings", "pelicanconf.py") == 0


def shown() -> dict[str, dict[str, Any]]:
    """Give what readers find, with the headers of each answer."""
    client = boto3.client("s3")
    pages = client.get_paginator("list_objects_v2").paginate(Bucket="site", Prefix="www/")
    keys = [found["Key"] for page in pages for found in page.get("Contents", ())]
    return {
        key.removeprefix("www/"): _with_text(client.get_object(Bucket="site", Key=key))
        for key in keys
        if not key.startswith("www/.newsdesk/")
    }


def _with_text(answer: dict[str, Any]) -> dict[str, Any]:
    return answer | {"text": answer["Body"].read()}


def texts() -> dict[str, bytes]:
    return {path: answer["text"] for path, answer in shown().items()}


def output(site: SmallSite) -> dict[str, bytes]:
    """Give what was built, as far as readers of a store get it."""
    others = ("_headers", "_redirects")
    return {
        path: data
        for path, (data, _) in site.snapshot().items()
        if path not in others and not path.startswith(".newsdesk")
    }


@pytest.mark.usefixtures("line")
def test_a_whole_life(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    built(site)
    assert typed(site, *TO_BUCKET) == 0
    first = output(site)
    assert texts() == first
    answers = shown()
    feed, page = answers["en/feeds/all.atom"], answers["en/news/milk/index.html"]
    (picture,) = [path for path in answers if path.startswith("photos/cup-") and "-64.avif" in path]
    assert feed["ContentType"] == "application/xml; charset=utf-8"
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "public, max-age=0, must-revalidate"
    assert answers[picture]["ContentType"] == "image/avif"
    assert answers[picture]["CacheControl"] == "public, max-age=31536000, immutable"
    assert answers["old/milk_1.html"]["WebsiteRedirectLocation"] == "/en/news/milk/"
    assert (site.folder / "content/addresses.txt").is_file()

    site.write({MILK: CORRECTED})
    built(site)
    capsys.readouterr()
    assert typed(site, *TO_BUCKET, "--no-record") == 0
    assert "https://example.org/en/news/milk/\n" in capsys.readouterr().out
    now = texts()
    assert {path: now[path] for path in output(site)} == output(site)
    assert picture not in now

    assert typed(site, *TO_BUCKET, "--dry-run") == 0
    assert "Would publish: 0 files new, 0 changed, 0 gone." in capsys.readouterr().out
    assert typed(site, *TO_BUCKET, "--rollback") == 0
    now = texts()
    assert {path: now[path] for path in first} == first


def test_a_line_that_is_cut_breaks_nothing_and_the_next_run_completes(
    line: Line, site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built(site)
    line.left = 400_000
    assert typed(site, *TO_BUCKET) == 1
    told = capsys.readouterr().err
    assert "s3://site/www: the store says: " in told
    assert "type the same again: it goes on where it was cut off" in told
    line.left = None
    assert texts() == {}
    assert typed(site, *TO_BUCKET) == 0
    first = output(site)
    assert texts() == first

    site.write({MILK: CORRECTED})
    built(site)
    line.left = 60_000
    assert typed(site, *TO_BUCKET, "--no-record") == 1
    line.left = None
    second = output(site)
    assert all(data in {first.get(path), second.get(path)} for path, data in texts().items())
    assert typed(site, *TO_BUCKET, "--no-record") == 0
    now = texts()
    assert {path: now[path] for path in second} == second


@pytest.mark.usefixtures("line")
def test_who_is_killed_lets_the_next_one_in(site: SmallSite) -> None:
    built(site)
    command = [sys.executable, "-m", "newsdesk", *TO_BUCKET]
    for seconds in (1.5, 2.5, 3.5):
        with subprocess.Popen(command, cwd=site.folder, stdout=subprocess.DEVNULL) as publisher:  # noqa: S603 - our own command
            with suppress(subprocess.TimeoutExpired):
                publisher.wait(seconds)
            publisher.kill()
    assert typed(site, *TO_BUCKET) == 0
    assert texts() == output(site)


@pytest.mark.usefixtures("line")
def test_a_bucket_that_is_not_there_is_told_of(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built(site)
    assert typed(site, "publish", "s3://nowhere", "--settings", "pelicanconf.py") == 1
    assert "s3://nowhere: the store says: " in capsys.readouterr().err
