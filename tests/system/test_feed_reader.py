"""A real feed reader subscribes on localhost, and sees what a subscriber should see, once.

newsboat ends with 0 on a feed that it cannot read: what it could not do stands in its log.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from small_site import SmallSite, post

ROOT = Path(__file__).parents[2]
MILK, SHOES = "content/en/articles/milk.md", "content/en/articles/shoes.md"
GONE = {"at": "2026-11-24", "reason": "error", "explanation": "The numbers were wrong."}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word.

    It keeps the times of the files to itself: they are told in whole seconds, two builds may fall
    into one, and a reader throws away what is not newer than what it has.
    """

    def send_header(self, keyword: str, value: str) -> None:
        """Tell everything but the time."""
        if keyword != "Last-Modified":
            super().send_header(keyword, value)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    folder.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Reader:
    """newsboat with one subscription and a memory of its own."""

    def __init__(self, folder: Path, address: str) -> None:
        """Subscribe to a feed."""
        self.folder = folder
        self.address = address
        (folder / "urls").write_text(f"{address}\n")

    def look(self) -> list[tuple[str, str, str]]:
        """Fetch the feed; give id, title and text of every entry that the reader knows."""
        newsboat = shutil.which("newsboat")
        assert newsboat, "newsboat is missing: run tests/system/install"
        files = ("-u", "urls", "-c", "cache.db", "-C", "/dev/null", "-l", "5", "-d", "log")
        command = [newsboat, *files, "-x", "reload"]
        subprocess.run(command, cwd=self.folder, check=True)  # noqa: S603 - a program that we installed
        log = (self.folder / "log").read_text("utf-8", errors="replace")
        assert "USERERROR" not in log
        with sqlite3.connect(self.folder / "cache.db") as cache:
            query = "select guid, title, content from rss_item order by guid"
            return [(guid.rpartition("/")[2], *rest) for guid, *rest in cache.execute(query)]


def within_one_second(folder: Path) -> None:
    """Give all files one time, as on a machine that builds faster than the clock ticks."""
    for file in folder.rglob("*"):
        os.utime(file, (1_763_000_000, 1_763_000_000))


@pytest.mark.parametrize("ending", ["atom", "rss"])
def test_a_subscriber_sees_each_post_once_whatever_becomes_of_it(
    tmp_path: Path, ending: str
) -> None:
    with served(tmp_path / "site/output") as address:
        site = SmallSite.in_folder(
            tmp_path / "site",
            {MILK: post("Milk", "Fourteen."), SHOES: post("Shoes", id="shoes1")},
            SITEURL=address,
        )
        site.build()
        (tmp_path / "reader").mkdir()
        reader = Reader(tmp_path / "reader", f"{address}/en/feeds/categories/media.{ending}")

        def after(title: str, body: str, **fields: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - any field of a post
            site.write({MILK: post(title, body, **fields)})
            site.build()
            within_one_second(tmp_path / "site/output")
            return reader.look()

        def titles(found: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
            return [(identity, title) for identity, title, _ in found]

        assert titles(reader.look()) == [("milk01", "Milk"), ("shoes1", "Shoes")]
        # An edit and a new slug: the same entry, with its new words.
        found = after("Milk for all", "Fifteen.", slug="milk-for-all")
        assert titles(found) == [("milk01", "Milk for all"), ("shoes1", "Shoes")]
        assert "Fifteen" in found[0][2]
        # A minor and a major change.
        minor = {"at": "2026-11-22", "note": "A comma.", "level": "minor"}
        major = {"at": "2026-11-23", "note": "Forty.", "level": "major"}
        for changes in ([minor], [minor, major]):
            found = after("Milk for all", "Forty.", slug="milk-for-all", changes=changes)
            assert titles(found) == [("milk01", "Milk for all"), ("shoes1", "Shoes")]
        assert "Forty" in found[0][2]
        # A withdrawal: the entry stays, and says so; nothing of the text is left.
        found = after("Milk for all", "Forty.", status="withdrawn", withdrawn=GONE)
        assert titles(found) == [("milk01", "Milk for all"), ("shoes1", "Shoes")]
        assert "The numbers were wrong." in found[0][2]
        assert "Forty" not in found[0][2]


def test_every_feed_of_the_real_site_is_read_without_an_error(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "newsdesk", "build", "--output", str(tmp_path / "site")]
    subprocess.run(build, cwd=ROOT, check=True)  # noqa: S603 - our own command
    with served(tmp_path / "site") as address:
        feeds = [
            f"{address}/{file.relative_to(tmp_path / 'site').as_posix()}"
            for ending in ("atom", "rss")
            for file in sorted((tmp_path / "site").rglob(f"*.{ending}"))
        ]
        (tmp_path / "reader").mkdir()
        reader = Reader(tmp_path / "reader", "\n".join(feeds))
        found = reader.look()
    assert {title for _, title, _ in found} == {
        "Strengthening families – windows of opportunity",
        "Jačanje porodica – prozori mogućnosti",
        "Јачање породица – прозори могућности",
    }


def test_another_judge_of_schemas_finds_every_atom_feed_valid(tmp_path: Path) -> None:
    jing = shutil.which("jing")
    assert jing, "jing is missing: run tests/system/install"
    build = [sys.executable, "-m", "newsdesk", "build", "--output", str(tmp_path / "site")]
    subprocess.run(build, cwd=ROOT, check=True)  # noqa: S603 - our own command
    feeds = sorted(map(str, (tmp_path / "site").rglob("*.atom")))
    schema = str(ROOT / "tests/feed_rules/atom.rng")
    found = subprocess.run([jing, schema, *feeds], capture_output=True, text=True, check=False)  # noqa: S603 - a program that we installed
    # What it lacks of its own is said on the other channel.
    assert (found.stdout, found.returncode) == ("", 0)
    assert len(feeds) == 3 * (1 + 10 + 6 + 1)
