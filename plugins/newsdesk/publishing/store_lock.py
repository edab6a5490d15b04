"""Lets one publisher at a time at a store, which knows no locks.

An object says who is at it, and is written anew every minute. One that is ten minutes old is of
somebody who was cut off. Whoever was cut off on this machine need not wait: here the system itself
knows that nobody else is at it.
"""

from __future__ import annotations

import getpass
import os
import platform
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from newsdesk.problems import Problem, SiteError, say
from newsdesk.publishing.lock import locked
from newsdesk.publishing.store import Store, StoreRefused

KEY = ".newsdesk/lock"
# Seconds.
ANEW, FORGOTTEN = 60, 600


def this_machine() -> str:
    """Give the name by which a publisher knows itself again."""
    return f"{getpass.getuser()}@{platform.node()} {uuid.getnode():012x}"


@dataclass
class StoreLock:
    """The lock of a store.

    :param shown: the target as the person typed it.
    """

    store: Store
    shown: str
    owner: str = field(default_factory=this_machine)
    written: float = 0.0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep everybody else out.

        :raises SiteError: when somebody else is at it.
        """
        with locked(self._place(), self.shown):
            self._take()
            try:
                yield
            finally:
                with suppress(StoreRefused):
                    self.store.delete([KEY])

    def keep(self) -> None:
        """Say that somebody is still at it, if that was a while ago."""
        if time.monotonic() - self.written > ANEW:
            self._write()

    def _take(self) -> None:
        if self.store.put_new(KEY, self.owner.encode()):
            self.written = time.monotonic()
        elif self._is_left_over():
            self._write()
        # Some stores write over what is there, although they are asked not to.
        if self.store.get(KEY) != self.owner.encode():
            message = say("somebody else is publishing here at this moment")
            hint = say("wait until they have finished; who was cut off is forgotten in ten minutes")
            raise SiteError([Problem(self.shown, 0, message, hint)])

    def _is_left_over(self) -> bool:
        age = self.store.age(KEY)
        return self.store.get(KEY) == self.owner.encode() or age is None or age > FORGOTTEN

    def _write(self) -> None:
        self.store.put(KEY, self.owner.encode(), {})
        self.written = time.monotonic()

    def _place(self) -> Path:
        """Give the folder of this machine in which the system keeps the lock as well."""
        mark = sha256(f"{os.getuid()} {self.shown}".encode()).hexdigest()[:16]
        return Path(tempfile.gettempdir(), f"newsdesk-{mark}")
