"""Does work in a process of its own, where threads are not in the way of using all processors."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from newsdesk.forks import can_fork
from newsdesk.problems import SiteError

Order = TypeVar("Order")
Answer = TypeVar("Answer")


@dataclass
class Apart(Generic[Order, Answer]):
    """Work that another process does; it keeps what it knows from one order to the next.

    :param work: is done here when that process has died, or cannot be had.
    """

    work: Callable[[Order], Answer]
    _line: Connection | None = None

    def __call__(self, order: Order) -> Answer:
        """Have one piece of work done, and wait for it.

        :raises SiteError: as the work does.
        """
        if self._line is not None:
            try:
                self._line.send(order)
                done, outcome = self._line.recv()
            except (EOFError, OSError):
                self._line = None
            else:
                if not done:
                    raise SiteError(outcome)
                return outcome  # type: ignore[no-any-return] # a pipe knows no types
        return self.work(order)


@contextmanager
def apart(work: Callable[[Order], Answer]) -> Iterator[Apart[Order, Answer]]:
    """Start a process for some work; it ends with the block.

    :param work: what it is given and what it gives travel between processes.
    """
    if not can_fork():
        yield Apart(work)
        return
    forking = multiprocessing.get_context("fork")
    here, there = forking.Pipe()
    process = forking.Process(target=_work, args=(work, there, here))
    process.start()
    there.close()
    try:
        yield Apart(work, here)
    finally:
        here.close()
        process.join()


def _work(work: Callable[[Order], Answer], orders: Connection, other_end: Connection) -> None:
    """Do what is asked for until nobody is there to ask."""
    # While a copy of it is open here, the end of the line would never be noticed.
    other_end.close()
    signal.signal(signal.SIGINT, _heed_next_time)
    signal.signal(signal.SIGTERM, _heed_next_time)
    with suppress(EOFError, BrokenPipeError):
        while True:
            order = orders.recv()
            try:
                orders.send((True, work(order)))
            except SiteError as error:
                orders.send((False, error.problems))


def _heed_next_time(number: int, _frame: object) -> None:
    """Ctrl-C reaches both processes: the other one says when to end, unless this one hangs."""
    signal.signal(number, signal.SIG_DFL)
