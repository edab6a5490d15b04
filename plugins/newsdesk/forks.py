"""Spreads work over all processors, as processes that are copies of this one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar, cast

T = TypeVar("T")

# So many pieces are handed back at a time.
PORTION = 16
# So many a process takes at most before it asks for more: what stands side by side is often made of
# the same things, which a process makes once. Each takes several times, so that all end together.
SHARE, SHARES = 128, 4
# Bytes of a number.
SIZE = 4
# With less to do, starting processes costs more than it saves.
WORTHWHILE = 64


def processes() -> int:
    """Give how many processes may work at once: one where processes cannot be copied."""
    return (os.cpu_count() or 1) if can_fork() else 1


def can_fork() -> bool:
    """Tell whether this process can be copied.

    Where other threads run, what these hold in hand would be copied with them.
    """
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def spread(work: Sequence[Callable[[], T]], count: int) -> Iterator[T]:
    """Do pieces of work in so many processes, and give what comes of them, in any order.

    What a process that has died leaves undone is done here: if it cannot be done, one sees why.

    :param work: what each piece gives travels between processes, so it must be plain data.
    """
    if count == 1 or len(work) < WORTHWHILE:
        yield from (piece() for piece in work)
        return
    undone = set(range(len(work)))
    share = max(PORTION, min(SHARE, len(work) // (SHARES * count)))
    # What is there already is not gone through again by each process: its memory stays shared.
    gc.freeze()
    with _numbers(range(0, len(work), share)) as shares:
        started = [_started(work, shares, share) for _ in range(count)]
        gc.unfreeze()
        for index, value in _received([reader for reader, _ in started]):
            undone.discard(index)
            yield cast("T", value)
        for _, process in started:
            process.join()
    yield from (work[index]() for index in sorted(undone))


@contextmanager
def _numbers(numbers: Iterable[int]) -> Iterator[int]:
    """Lay numbers into a pipe, out of which each process takes the next one; give its end."""
    end, beginning = os.pipe()
    os.write(beginning, b"".join(number.to_bytes(SIZE) for number in numbers))
    os.close(beginning)
    try:
        yield end
    finally:
        os.close(end)


def _started(
    work: Sequence[Callable[[], object]], shares: int, share: int
) -> tuple[Connection, BaseProcess]:
    """Let one process take shares of the work until none is left."""
    forking = multiprocessing.get_context("fork")
    reader, writer = forking.Pipe(duplex=False)
    process = forking.Process(target=_work, args=(work, shares, share, writer), daemon=True)
    process.start()
    writer.close()
    return reader, process


def _work(
    work: Sequence[Callable[[], object]], shares: int, share: int, writer: Connection
) -> None:
    # Ctrl-C is for the process that people see; this one ends with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while number := os.read(shares, SIZE):
        begin = int.from_bytes(number)
        end = min(begin + share, len(work))
        for start in range(begin, end, PORTION):
            portion = range(start, min(start + PORTION, end))
            writer.send([(index, work[index]()) for index in portion])


def _received(readers: list[Connection]) -> Iterator[tuple[int, object]]:
    """Give what processes hand back until all of them have ended."""
    while readers:
        for reader in cast("list[Connection]", wait(readers)):
            try:
                yield from reader.recv()
            except EOFError:
                readers.remove(reader)
