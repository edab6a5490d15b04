"""Each version of a file is read once; what a reader remembers is never of another version."""

from __future__ import annotations

import os
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from small_site import HOUSE, VOCABULARY, SmallSite, many, post

from newsdesk import reading, stamps
from newsdesk.catalogue import read_items
from newsdesk.files import SourceFile
from newsdesk.item import Item
from newsdesk.memory import Store
from newsdesk.settings import Settings

FILES = many(3)
FILE = "content/en/articles/post-001.md"


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths of the files that are read and not remembered."""
    paths: list[str] = []
    real = reading.read_item

    def counted(path: str, *others: object) -> Item:
        paths.append(path)
        return real(path, *others)  # type: ignore[arg-type] # as they came

    monkeypatch.setattr(reading, "read_item", counted)
    return paths


def items(folder: Path, store: Store, house: Settings = HOUSE) -> tuple[Item, ...]:
    with chdir(folder):
        found, unread, wrong = read_items(Path("content"), house, store)
    assert (unread, wrong) == ([], [])
    return found


def rewrite_with_the_old_time(file: Path) -> None:
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Post 1", b"Post X"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_only_a_file_that_has_changed_is_read_again(
    tmp_path: Path, store: Store, read: list[str]
) -> None:
    site = SmallSite(tmp_path)
    site.write({**VOCABULARY, **FILES})
    first = items(tmp_path, store)
    assert len(read) == 3
    changed = post("Hats", id="post001", date="2026-01-01")
    site.write({FILE: changed})
    again = items(tmp_path, store)
    assert read[3:] == [FILE]
    assert again[1:] == first[1:]
    assert again[0].post.title == "Hats"
    assert again == items(tmp_path, Store())


def test_a_file_with_the_old_size_and_the_old_time_is_read_when_its_bytes_are_new(
    tmp_path: Path, store: Store
) -> None:
    site = SmallSite(tmp_path)
    site.write({**VOCABULARY, **FILES})
    items(tmp_path, store)
    rewrite_with_the_old_time(tmp_path / FILE)
    assert items(tmp_path, store)[0].post.title == "Post X"


def test_a_file_that_was_only_touched_is_not_read_again(
    tmp_path: Path, store: Store, read: list[str]
) -> None:
    SmallSite(tmp_path).write({**VOCABULARY, **FILES})
    items(tmp_path, store)
    os.utime(tmp_path / FILE, (0, 0))
    items(tmp_path, store)
    assert len(read) == 3


@pytest.fixture
def believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files count as old that were written just now."""
    monkeypatch.setattr(stamps, "YOUNG", -3_600_000_000_000)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths of the files whose bytes are looked at."""
    paths: list[str] = []
    real = SourceFile.read

    def counted(file: SourceFile) -> bytes:
        paths.append(file.path)
        return real(file)

    monkeypatch.setattr(SourceFile, "read", counted)
    return paths


@pytest.mark.usefixtures("believed")
def test_a_file_that_looks_as_before_is_not_opened(
    tmp_path: Path, store: Store, opened: list[str]
) -> None:
    SmallSite(tmp_path).write({**VOCABULARY, **FILES})
    first = items(tmp_path, store)
    assert len(opened) == 3
    assert items(tmp_path, store) == first
    assert len(opened) == 3


def test_a_file_that_was_written_just_now_is_opened_again(
    tmp_path: Path, store: Store, opened: list[str]
) -> None:
    SmallSite(tmp_path).write({**VOCABULARY, **FILES})
    for _ in range(2):
        items(tmp_path, store)
    assert len(opened) == 6


@pytest.mark.usefixtures("believed")
def test_a_file_with_the_old_size_and_the_old_time_is_opened_when_it_was_written_to(
    tmp_path: Path, store: Store
) -> None:
    SmallSite(tmp_path).write({**VOCABULARY, **FILES})
    items(tmp_path, store)
    rewrite_with_the_old_time(tmp_path / FILE)
    assert items(tmp_path, store)[0].post.title == "Post X"


def test_in_another_time_zone_every_date_is_read_again(tmp_path: Path, store: Store) -> None:
    SmallSite(tmp_path).write({**VOCABULARY, **FILES})
    before = items(tmp_path, store)[0].post
    abroad = replace(HOUSE, zone=ZoneInfo("Asia/Tokyo"))
    assert items(tmp_path, store, abroad)[0].post != before


def test_what_cannot_be_read_is_told_in_each_build_until_it_is_mended(
    tmp_path: Path, store: Store
) -> None:
    SmallSite(tmp_path).write({**VOCABULARY, FILE: post("Milk", titel="Milk")})
    for _ in range(2):
        with chdir(tmp_path):
            found, unread, _ = read_items(Path("content"), HOUSE, store)
        assert (found, len(unread)) == ((), 1)


def test_what_is_no_text_is_told_in_each_build(tmp_path: Path, store: Store) -> None:
    run = post("Milk", body="<b onclick=run()>Milk</b>")
    heavy = post("Hats", id="hats", body="*a " * 500)
    SmallSite(tmp_path).write({**VOCABULARY, FILE: run, "content/en/articles/hats.md": heavy})
    for _ in range(2):
        with chdir(tmp_path):
            found, unread, wrong = read_items(Path("content"), HOUSE, store)
        assert len(found) == 1
        assert "so many of the sign “*”" in str(unread[0])
        assert [str(each.message) for each in wrong] == ["“onclick” may not stand in a tag"]


def test_the_name_of_a_version_tells_header_and_text_apart(tmp_path: Path, store: Store) -> None:
    site = SmallSite(tmp_path)
    site.write({**VOCABULARY, **FILES})
    before = items(tmp_path, store)[0]
    site.write({FILE: FILES[FILE].replace("Milk came.", "Shoes came.")})
    retyped = items(tmp_path, store)[0]
    assert (retyped.head == before.head, retyped.text == before.text) == (True, False)
    site.write({FILE: FILES[FILE].replace("Post 1", "Post One")})
    retitled = items(tmp_path, store)[0]
    assert (retitled.head == before.head, retitled.text == before.text) == (False, True)
