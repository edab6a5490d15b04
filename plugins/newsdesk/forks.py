"""Spreads work over all processors, as processes that are copies of this one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar, cast

T = TypeVar("T")

# So many pieces are handed back at a time.
PORTION = 16
# With less to do, starting processes costs more than it saves.
WORTHWHILE = 64


def processes() -> int:
    """Give how many processes may work at once.

    It is one where processes cannot be copied, and where other threads run, for what these hold in
    hand would be copied with them.
    """
    able = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return (os.cpu_count() or 1) if able else 1


def spread(work: Sequence[Callable[[], T]], count: int) -> Iterator[T]:
    """Do pieces of work in so many processes, and give what comes of them, in any order.

    What a process that has died leaves undone is done here: if it cannot be done, one sees why.

    :param work: what each piece gives travels between processes, so it must be plain data.
    """
    if count == 1 or len(work) < WORTHWHILE:
        yield from (piece() for piece in work)
        return
    undone = set(range(len(work)))
    # What is there already is not gone through again by each process: its memory stays shared.
    gc.freeze()
    started = [_started(work, number, count) for number in range(count)]
    gc.unfreeze()
    for index, value in _received([reader for reader, _ in started]):
        undone.discard(index)
        yield cast("T", value)
    for _, process in started:
        process.join()
    yield from (work[index]() for index in sorted(undone))


def _started(
    work: Sequence[Callable[[], object]], number: int, count: int
) -> tuple[Connection, BaseProcess]:
    """Let one process do its share, portion by portion."""
    forking = multiprocessing.get_context("fork")
    reader, writer = forking.Pipe(duplex=False)
    process = forking.Process(target=_work, args=(work, number, count, writer), daemon=True)
    process.start()
    writer.close()
    return reader, process


def _work(
    work: Sequence[Callable[[], object]], number: int, count: int, writer: Connection
) -> None:
    # Ctrl-C is for the process that people see; this one ends with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for start in range(number * PORTION, len(work), count * PORTION):
        portion = range(start, min(start + PORTION, len(work)))
        writer.send([(index, work[index]()) for index in portion])


def _received(readers: list[Connection]) -> Iterator[tuple[int, object]]:
    """Give what processes hand back until all of them have ended."""
    while readers:
        for reader in cast("list[Connection]", wait(readers)):
            try:
                yield from reader.recv()
            except EOFError:
                readers.remove(reader)
