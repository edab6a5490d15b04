"""Tells whether a finished file is still as the last build left it, without reading it.

A file that has its size, its two times, and its place on the disk from back then has its bytes too.
Whoever writes to it changes the time of the last change, which nobody can set back.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from newsdesk.memory import Notes, Store, digest_of

# Size, time of writing, time of the last change, and place on the disk.
Stamp: TypeAlias = tuple[int, int, int, int]
# Two changes within one tick of the clock have the same time: what is so young is read again.
YOUNG = 2_000_000_000  # nanoseconds


@dataclass
class Stamps:
    """What is known of the files of one folder: the digest of the bytes of each, and its stamp."""

    folder: Path
    store: Store
    _seen: dict[str, tuple[bytes, Stamp]] = field(default_factory=dict)

    @cached_property
    def _known(self) -> Notes[str, tuple[bytes, Stamp]]:
        return Notes(self.store, digest_of(b"stamps", os.fsencode(self.folder.resolve())))

    def holds(self, path: str, digest: bytes) -> bool:
        """Tell whether a file holds the bytes of a digest; False when that is not certain."""
        stamp = stamp_of(f"{self.folder}/{path}")
        if stamp is None or self._known.find(path) != (digest, stamp):
            return False
        self._seen[path] = digest, stamp
        return True

    def note(self, path: str, digest: bytes) -> None:
        """Note that a file holds the bytes of a digest: it was read or written just now."""
        stamp = stamp_of(f"{self.folder}/{path}")
        if stamp:
            self._seen[path] = digest, stamp

    def keep(self) -> None:
        """Remember what was noted, for the next build."""
        self._known.keep(dict(self._old(time.time_ns() - YOUNG)))

    def _old(self, since: int) -> Iterator[tuple[str, tuple[bytes, Stamp]]]:
        for path, (digest, stamp) in self._seen.items():
            if stamp[2] < since:
                yield path, (digest, stamp)


def old_stamp_of(file: str | Path) -> Stamp | None:
    """Give the stamp of a file that one may believe from now on, or None."""
    stamp = stamp_of(file)
    return stamp if stamp and stamp[2] < time.time_ns() - YOUNG else None


def stamp_of(file: str | Path) -> Stamp | None:
    """Give the stamp of a file, or None when there is none."""
    try:
        found = os.stat(file)  # noqa: PTH116 - a Path for each of ten thousand files takes its time
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
