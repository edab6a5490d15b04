"""The memory gives back what was kept, or nothing; never something else, and never an error."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from newsdesk.memory import FILE, Notes, Store, digest_of, digest_of_value, notes
from newsdesk.memory.notes import DRAWERS
from newsdesk.memory.store import FORM

HINT = "nothing is lost but time; delete the file if this comes again"


@dataclass(frozen=True, slots=True)
class View:
    """A value as pages have it."""

    title: str
    parts: tuple[object, ...] = ()


def kept(file: Path, **things: bytes) -> Path:
    """Keep things in a memory, and close it."""
    store = Store(file)
    for name, thing in things.items():
        store.keep(name.encode(), thing)
    store.close()
    assert store.notices == []
    return file


def test_what_was_kept_is_there_in_the_next_build(tmp_path: Path) -> None:
    store = Store(kept(tmp_path / "memory/file", milk=b"white", shoes=b""))
    assert [store.recall(name) for name in (b"milk", b"shoes", b"hats")] == [b"white", b"", None]
    assert store.names() == {b"milk", b"shoes"}
    store.keep(b"milk", b"sour")
    assert store.recall(b"milk") == b"sour"


def test_a_memory_without_a_file_lasts_as_long_as_the_build() -> None:
    store = Store()
    store.keep(b"milk", b"white")
    store.write()
    assert (store.recall(b"milk"), store.names(), store.notices) == (b"white", {b"milk"}, [])


def test_two_builds_write_at_the_same_time(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "file"), Store(tmp_path / "file")
    one.keep(b"milk", b"white")
    other.keep(b"shoes", b"brown")
    one.close()
    other.close()
    assert Store(tmp_path / "file").names() == {b"milk", b"shoes"}
    assert one.notices == other.notices == []


@pytest.mark.parametrize(
    "damage", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"x" * 5000]
)
def test_a_damaged_file_is_told_and_begun_anew(tmp_path: Path, damage: bytes) -> None:
    file = kept(tmp_path / "file", milk=b"white")
    file.write_bytes(damage)
    store = Store(file)
    assert store.recall(b"milk") is None
    store.keep(b"milk", b"white")
    store.close()
    told = (
        f"{file}: the memory of earlier builds cannot be used: it is damaged, or from another "
        f"version, and is begun anew\n    Hint: {HINT}"
    )
    assert [str(notice) for notice in store.notices] == ([told] if damage else [])
    assert Store(file).recall(b"milk") == b"white"


def test_a_file_that_was_cut_off_gives_nothing_wrong(tmp_path: Path) -> None:
    things = {f"thing{number}": bytes([number]) * 3000 for number in range(100)}
    file = kept(tmp_path / "file", **things)
    file.write_bytes(file.read_bytes()[:100_000])
    store = Store(file)
    for name, thing in things.items():
        assert store.recall(name.encode()) in (None, thing)
    assert store.notices[0].level == "warning"
    store.keep(b"new", b"thing")
    assert store.recall(b"new") == b"thing"


def test_an_entry_that_was_changed_by_the_disk_is_not_believed(tmp_path: Path) -> None:
    file = kept(tmp_path / "file", milk=b"white" * 10)
    file.write_bytes(file.read_bytes().replace(b"white", b"wrong"))
    assert Store(file).recall(b"milk") is None


def test_a_file_of_another_version_is_told_and_begun_anew(tmp_path: Path) -> None:
    file = kept(tmp_path / "file", milk=b"white")
    with sqlite3.connect(file) as database:
        database.execute(f"pragma user_version = {FORM + 1}")
    database.close()
    store = Store(file)
    assert (store.recall(b"milk"), len(store.notices)) == (None, 1)
    assert "another version" in str(store.notices[0])


def test_a_folder_that_cannot_be_written_to_is_told_and_the_build_goes_on(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text("a file where the folder should be", "utf-8")
    store = Store(tmp_path / "memory/file")
    store.keep(b"milk", b"white")
    store.close()
    assert store.recall(b"milk") == b"white"
    assert len(store.notices) == 1


def test_a_full_disk_is_told_once_and_what_was_made_stays_at_hand(tmp_path: Path) -> None:
    store = Store(kept(tmp_path / "file", milk=b"white"))
    # A database that may not grow any more says what a full disk says.
    database = store._database  # noqa: SLF001 - no disk of ours is full
    assert database is not None
    database.execute(
        f"pragma max_page_count = {database.execute('pragma page_count').fetchone()[0]}"
    )
    for number in range(3):
        store.keep(f"thing{number}".encode(), b"x" * 100_000)
        store.write()
    assert [str(each).partition("\n")[0] for each in store.notices] == [
        f"{tmp_path}/file: the memory of earlier builds cannot be used: database or disk is full"
    ]
    assert store.recall(b"thing2") == b"x" * 100_000
    assert store.recall(b"milk") == b"white"


def test_when_there_is_too_much_the_oldest_goes(tmp_path: Path) -> None:
    store = Store(tmp_path / "file", largest=200_000)
    for number in range(100):
        store.keep(f"thing{number:02}".encode(), bytes([number]) * 10_000)
        store.write()
    store.close()
    assert (tmp_path / "file").stat().st_size < 200_000
    left = Store(tmp_path / "file").names()
    assert b"thing99" in left
    assert b"thing00" not in left


def test_a_process_that_is_killed_leaves_a_memory_that_can_be_read(tmp_path: Path) -> None:
    kept(tmp_path / "file", milk=b"white")
    program = dedent("""\
        import os, sys
        from pathlib import Path
        from newsdesk.memory import Store
        database = Store(Path(sys.argv[1]))._database
        database.execute("pragma cache_size = 1")
        things = ((bytes([number]), b"x" * 9000) for number in range(200))
        database.executemany("replace into things values (?, ?)", things)
        os.kill(os.getpid(), 9)
        """)
    killed = subprocess.run([sys.executable, "-c", program, str(tmp_path / "file")], check=False)  # noqa: S603 - our own program
    assert killed.returncode == -9
    store = Store(tmp_path / "file")
    assert (store.names(), store.recall(b"milk"), store.notices) == ({b"milk"}, b"white", [])


# Digests


def test_equal_values_have_one_digest_however_they_came_about() -> None:
    text = b"milk".decode()
    shared = View(text, (text, text))
    apart = View("milk", ("milk", pickle.loads(pickle.dumps("milk"))))  # noqa: S301 - our own
    assert digest_of_value(shared) == digest_of_value(apart)


@pytest.mark.parametrize(
    "other",
    [
        View("milk", ("a",)),
        View("milk", ("a", "b", "c")),
        View("milk", ("ab",)),
        View("milk", (("a", "b"),)),
        "milk",
    ],
)
def test_different_values_have_different_digests(other: object) -> None:
    assert digest_of_value(View("milk", ("a", "b"))) != digest_of_value(other)


def test_pieces_are_told_apart_in_a_digest() -> None:
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc") != digest_of(b"abc")


def test_a_digest_is_the_same_in_every_process() -> None:
    program = (
        "from newsdesk.memory import *; print(digest_of_value(('č', 1, None, {'a': 2.5})).hex())"
    )
    found = {
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    }
    assert found == {digest_of_value(("č", 1, None, {"a": 2.5})).hex() + "\n"}


def test_notes_are_there_in_the_next_build_in_the_place_of_older_ones(tmp_path: Path) -> None:
    def numbers(store: Store) -> Notes[str, int]:
        return Notes(store, b"numbers")

    odd = os.fsdecode(b"odd-\xff")
    with Store(tmp_path / FILE) as store:
        numbers(store).keep({"milk": 1, "bread": 2, odd: 3})
    with Store(tmp_path / FILE) as store:
        later = numbers(store)
        assert (later.find("milk"), later.find(odd), later.find("shoes")) == (1, 3, None)
        assert later.everything() == {"milk": 1, "bread": 2, odd: 3}
        later.keep({"milk": 4})
        assert (later.find("milk"), later.find("bread")) == (4, None)
    with Store(tmp_path / FILE) as store:
        assert numbers(store).everything() == {"milk": 4}
        assert Notes[str, int](store, b"others").everything() == {}


def test_of_notes_only_the_drawers_are_written_in_which_something_is_new() -> None:
    written: list[bytes] = []

    class Watched(Store):
        def keep(self, name: bytes, thing: bytes) -> None:
            written.append(name)
            super().keep(name, thing)

    store, many = Watched(), {str(number): number for number in range(1000)}
    Notes[str, int](store, b"numbers").keep(many)
    assert len(written) == DRAWERS
    written.clear()
    Notes[str, int](store, b"numbers").keep(many)
    assert written == []
    Notes[str, int](store, b"numbers").keep(many | {"7": 8})
    assert len(written) == 1


def test_another_program_knows_nothing_of_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    Notes[str, int](store, b"numbers").keep({"milk": 1})
    monkeypatch.setattr(notes, "digest_of_program", lambda: b"a later one")
    # It may have other classes, by which it could not read what this one has kept.
    assert Notes[str, int](store, b"numbers").find("milk") is None
    monkeypatch.undo()
    assert Notes[str, int](store, b"numbers").find("milk") == 1
