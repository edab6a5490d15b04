"""Work is spread over processes, and done all the same when one of them dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import partial
from textwrap import dedent

import pytest

from newsdesk.forks import WORTHWHILE, processes, spread

MANY = WORTHWHILE + 40


def with_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


def test_little_work_stays_in_this_process() -> None:
    work = [partial(with_process, number) for number in range(WORTHWHILE - 1)]
    assert list(spread(work, 2)) == [(number, os.getpid()) for number in range(WORTHWHILE - 1)]


def test_where_processes_cannot_be_copied_all_stays_in_this_one() -> None:
    work = [partial(with_process, number) for number in range(MANY)]
    assert {process for _, process in spread(work, 1)} == {os.getpid()}


def test_beside_other_threads_nothing_is_copied() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert processes() == 1
    stop.set()
    thread.join()


def run(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a process that has no other threads."""
    opening = (
        "import multiprocessing, os\nfrom functools import partial\nfrom newsdesk.forks import *\n"
    )
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", opening + dedent(program)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_much_work_is_done_by_several_processes_and_each_piece_once() -> None:
    done = run(f"""
        assert processes() == os.cpu_count()
        # Each process waits until all have begun: on a busy machine one might do the work of all.
        begun = multiprocessing.get_context("fork").Barrier(3)
        here = {{os.getpid()}}
        def piece(number):
            if os.getpid() not in here:
                here.add(os.getpid())
                begun.wait(60)
            return number, os.getpid()
        work = [partial(piece, number) for number in range({MANY})]
        found = list(spread(work, 3))
        print(sorted(number for number, _ in found) == list(range({MANY})))
        print(len({{process for _, process in found}} - {{os.getpid()}}))
    """)
    assert (done.stdout, done.stderr) == ("True\n3\n", "")


@pytest.mark.parametrize("death", ["os.kill(os.getpid(), 9)", "os._exit(0)"])
def test_what_a_dead_process_leaves_undone_is_done_here(death: str) -> None:
    done = run(f"""
        here = os.getpid()
        def piece(number):
            if number == 20 and os.getpid() != here:
                {death}
            return number
        work = [partial(piece, number) for number in range({MANY})]
        print(sorted(spread(work, 2)) == list(range({MANY})))
    """)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_a_fault_in_a_piece_of_work_is_raised_here() -> None:
    done = run(f"""
        def piece(number):
            return 1 // (number - 30)
        try:
            list(spread([partial(piece, number) for number in range({MANY})], 2))
        except ZeroDivisionError:
            print("raised")
    """)
    assert done.stdout == "raised\n"
