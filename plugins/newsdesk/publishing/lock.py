"""Lets one publisher at a time at a site."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsdesk.publishing.refusals import somebody_is_here

LOCK = ".newsdesk-lock"


@contextmanager
def locked(folder: Path, shown: str) -> Iterator[None]:
    """Keep everybody else out; the system opens the lock again, however this program ends.

    :param shown: the target as the person typed it.
    :raises SiteError: when somebody else is at it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise somebody_is_here(shown) from error
        yield
