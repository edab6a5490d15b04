"""Keeps what is remembered in one file, which several builds may use at the same time.

The file is a database (SQLite): a build that is cut off while it writes leaves it as it was before.
Whatever is wrong with it is told in a line, and the build goes on without it.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from newsdesk.problems import Problem, say

FILE = "memory.sqlite"
# The database says whose it is, and in which form; another one is begun anew.
OURS, FORM = 0x6E657773, 2
BATCH = 4 << 20  # bytes that are held back before they are written
LARGEST = 2 << 30  # bytes of the file; beyond, the oldest entries go
PATIENCE = 10.0  # seconds to wait for another build that is writing
SEAL = 4  # bytes of CRC-32 before each entry, which tell whether all of it is there
BEGIN = f"""
pragma auto_vacuum = incremental;
pragma application_id = {OURS};
pragma user_version = {FORM};
create table if not exists things (name blob primary key, thing blob not null);
"""


@dataclass
class Store:
    """Things by name; when there are too many, the oldest go.

    :param file: the database; None keeps everything in this process alone.
    :param largest: bytes of the file.
    :param notices: what was wrong with the file.
    """

    file: Path | None = None
    largest: int = LARGEST
    notices: list[Problem] = field(default_factory=list)
    _database: sqlite3.Connection | None = None
    _can_write: bool = True
    _process: int = field(default_factory=os.getpid)
    _held: dict[bytes, bytes] = field(default_factory=dict)
    _fresh: list[bytes] = field(default_factory=list)
    _inherited: list[sqlite3.Connection] = field(default_factory=list)
    _held_bytes: int = 0
    _names: set[bytes] | None = None

    def __post_init__(self) -> None:
        """Open the file, or begin one."""
        if self.file is not None:
            self._open(self.file)

    def recall(self, name: bytes) -> bytes | None:
        """Give what was kept under a name; None when it is not there, or not whole."""
        if name in self._held:
            return self._held[name]
        found = self._rows("select thing from things where name = ?", name)
        return _unsealed(found[0][0]) if found else None

    def names(self) -> set[bytes]:
        """Give the names of everything."""
        if self._names is None:
            self._names = {name for (name,) in self._rows("select name from things")}
            self._names |= self._held.keys()
        return self._names

    def keep(self, name: bytes, thing: bytes) -> None:
        """Keep something under a name that follows from all that it was made of."""
        self._held[name] = thing
        if self._names is not None:
            self._names.add(name)
        if os.getpid() != self._process:
            self._fresh.append(name)
            return
        self._held_bytes += len(thing)
        if self._held_bytes > BATCH:
            self.write()

    def write(self) -> None:
        """Write what is held back; what cannot be written stays with this process."""
        if self._database is None or not self._can_write:
            return
        rows = [(name, _sealed(thing)) for name, thing in self._held.items()]
        self._held_bytes = 0
        try:
            with self._database as database:
                database.executemany("replace into things values (?, ?)", rows)
        except sqlite3.Error as error:
            self._can_write = False
            self._tell(error)
        else:
            self._held.clear()

    def close(self) -> None:
        """Write what is held back, and let the oldest go when there is too much."""
        self.write()
        if self._database is None:
            return
        try:
            if self._can_write:
                _shrink(self._database, self.largest)
            self._database.close()
        except sqlite3.Error as error:
            self._tell(error)
        self._database = None

    def drained(self) -> dict[bytes, bytes]:
        """In a process that was split off, give what has been kept there, for it to be handed back.

        :returns: nothing in the process that opened the file, which writes it by itself.
        """
        if os.getpid() == self._process:
            return {}
        fresh = {name: self._held[name] for name in self._fresh}
        self._fresh.clear()
        return fresh

    def __enter__(self) -> Self:
        """Give the store for the time of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it at the end of the block."""
        self.close()

    def _open(self, file: Path) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if not _is_ours(file):
                self._tell(say("it is damaged, or from another version, and is begun anew"))
                file.unlink()
            self._database = _opened(file)
        except (sqlite3.Error, OSError) as error:
            self._tell(error)

    def _rows(self, query: str, *values: bytes) -> list[tuple[bytes, ...]]:
        if self._database is None:
            return []
        try:
            return self._own(self._database).execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._database = None
            self._tell(error)
            return []

    def _own(self, database: sqlite3.Connection) -> sqlite3.Connection:
        """Give the database to this process: one that was split off must not use the other's."""
        if os.getpid() == self._process or self.file is None:
            return database
        if not self._inherited:
            self._inherited.append(database)
            self._database = _opened(self.file)
        return self._database or database

    def _tell(self, reason: object) -> None:
        """Say what is wrong with the file; each reason once."""
        message = say("the memory of earlier builds cannot be used: {reason}", reason=reason)
        hint = say("nothing is lost but time; delete the file if this comes again")
        path = self.file.as_posix() if self.file else ""
        problem = Problem(path, 0, message, hint, level="warning")
        if problem not in self.notices:
            self.notices.append(problem)


def _is_ours(file: Path) -> bool:
    """Tell whether a file is a memory in our form; one that is not there yet will be."""
    if not file.exists() or not file.stat().st_size:
        return True
    database = sqlite3.connect(file, timeout=PATIENCE)
    try:
        marks = [
            database.execute(f"pragma {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return False
    finally:
        database.close()
    return marks == [OURS, FORM]


def _opened(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=PATIENCE, check_same_thread=False)
    # A process that is ended leaves nothing half written even so; only a fall of the whole machine
    # may, and the seals tell.
    database.execute("pragma synchronous = off")
    if not database.execute("select 1 from sqlite_master where name = 'things'").fetchone():
        database.executescript(BEGIN)
    return database


def _sealed(thing: bytes) -> bytes:
    return zlib.crc32(thing).to_bytes(SEAL) + thing


def _unsealed(entry: bytes) -> bytes | None:
    thing = entry[SEAL:]
    return thing if entry[:SEAL] == zlib.crc32(thing).to_bytes(SEAL) else None


def _shrink(database: sqlite3.Connection, largest: int) -> None:
    """Let the oldest entries go until the file is a fifth smaller than it may be."""
    if _size(database) <= largest:
        return
    goal = largest * 4 // 5
    while _size(database) > goal:
        with database:
            gone = database.execute(
                "delete from things where rowid in (select rowid from things order by rowid "
                "limit 1 + (select count(*) from things) / 10)"
            )
        if not gone.rowcount:
            break
        # As a script: otherwise it would stop after the first page of the file.
        database.executescript("pragma incremental_vacuum")


def _size(database: sqlite3.Connection) -> int:
    pages, size = (
        database.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "page_size")
    )
    return int(pages) * int(size)
