"""A finished file is believed unread only when nobody can have touched it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from newsdesk import outputs
from newsdesk.memory import Store
from newsdesk.outputs import Output, Written, replace_site
from newsdesk.stamps import Stamps

LONG_AGO = 1_000_000_000  # seconds since 1970
LATER = 60_000_000_000  # nanoseconds


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture(autouse=True)
def _a_minute_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what was written be old enough to be believed."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + LATER)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Give the finished files that are read to compare them."""
    files: list[Path] = []
    real = outputs._differs  # noqa: SLF001 - what is read is what it looks at

    def counted(file: Path, data: bytes) -> bool:
        files.append(file)
        return real(file, data)

    monkeypatch.setattr(outputs, "_differs", counted)
    return files


def built(folder: Path, store: Store, text: str = "1") -> Written:
    return replace_site(folder, {"a.html": Output("a.html", text.encode())}, store=store)


def test_a_file_that_is_as_it_was_left_is_not_read(
    tmp_path: Path, store: Store, read: list[Path]
) -> None:
    built(tmp_path, store)
    read.clear()
    assert built(tmp_path, store) == Written(0, 0, 1)
    assert tmp_path / "a.html" not in read


def test_a_file_of_other_bytes_is_written(tmp_path: Path, store: Store) -> None:
    built(tmp_path, store)
    assert built(tmp_path, store, "2") == Written(1, 0, 0)
    assert (tmp_path / "a.html").read_text("utf-8") == "2"


def test_a_file_that_was_changed_by_hand_is_written_though_its_times_look_the_same(
    tmp_path: Path, store: Store
) -> None:
    built(tmp_path, store)
    file = tmp_path / "a.html"
    before = file.stat()
    file.write_text("x", "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert built(tmp_path, store) == Written(1, 0, 0)
    assert file.read_text("utf-8") == "1"


def test_a_file_that_was_taken_away_comes_back(tmp_path: Path, store: Store) -> None:
    built(tmp_path, store)
    (tmp_path / "a.html").unlink()
    assert built(tmp_path, store) == Written(1, 0, 0)


def test_a_file_that_was_only_touched_is_read_and_kept(tmp_path: Path, store: Store) -> None:
    built(tmp_path, store)
    os.utime(tmp_path / "a.html", (LONG_AGO, LONG_AGO))
    assert built(tmp_path, store) == Written(0, 0, 1)


def test_a_folder_of_another_name_is_read(tmp_path: Path, store: Store, read: list[Path]) -> None:
    built(tmp_path / "one", store)
    (tmp_path / "one").rename(tmp_path / "two")
    assert built(tmp_path / "two", store) == Written(0, 0, 1)
    assert tmp_path / "two/a.html" in read


def test_what_was_written_a_moment_ago_is_read_again(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    built(tmp_path, store)
    assert not Stamps(tmp_path, store).holds("a.html", Output("a.html", b"1").digest)
