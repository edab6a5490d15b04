"""Work is done by a process that stays, and here when it has died."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from textwrap import dedent

from newsdesk.apart import apart

OPENING = """
import os, signal, threading
from newsdesk.apart import apart
from newsdesk.forks import processes
from newsdesk.problems import Problem, SiteError, say

class Ledger:
    def __init__(self):
        self.orders = []
    def __call__(self, order):
        if order == "wrong":
            missing = say("“{field}” is missing", field="title")
            raise SiteError([Problem("milk.md", 3, missing)])
        self.orders.append(order)
        return os.getpid(), self.orders, processes()
"""


def run(program: str) -> str:
    """Run a program in a process that has no other threads; give what it prints."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", OPENING + dedent(program)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def with_process(order: str) -> tuple[str, int]:
    return order, os.getpid()


def test_one_process_does_all_and_keeps_what_it_knows() -> None:
    printed = run("""
        with apart(Ledger()) as ledger:
            first, _, _ = ledger("milk")
            second, orders, _ = ledger("shoes")
            print(first == second != os.getpid(), orders)
    """)
    assert printed == "True ['milk', 'shoes']\n"


def test_it_has_all_processors_beside_the_threads_of_this_one() -> None:
    printed = run("""
        stop = threading.Event()
        with apart(Ledger()) as ledger:
            threading.Thread(target=stop.wait).start()
            _, _, many = ledger("milk")
            print(processes(), many == os.cpu_count())
        stop.set()
    """)
    assert printed == "1 True\n"


def test_mistakes_come_back_as_problems() -> None:
    printed = run("""
        with apart(Ledger()) as ledger:
            try:
                ledger("wrong")
            except SiteError as error:
                print(error.problems[0].path, error.problems[0].message)
            print(ledger("milk")[1])
    """)
    assert printed == "milk.md “title” is missing\n['milk']\n"


def test_when_the_process_has_died_the_work_is_done_here() -> None:
    printed = run("""
        with apart(Ledger()) as ledger:
            there, _, _ = ledger("milk")
            os.kill(there, signal.SIGKILL)
            here, orders, _ = ledger("shoes")
            print(here == os.getpid(), orders)
            print(ledger("bread")[1])
    """)
    assert printed == "True ['shoes']\n['shoes', 'bread']\n"


def test_the_first_ctrl_c_does_not_cut_its_work_short_and_the_second_one_does() -> None:
    printed = run("""
        with apart(Ledger()) as ledger:
            there, _, _ = ledger("milk")
            os.kill(there, signal.SIGINT)
            print(ledger("shoes")[0] == there)
            os.kill(there, signal.SIGINT)
            print(ledger("bread")[0] == os.getpid())
    """)
    assert printed == "True\nTrue\n"


def test_beside_other_threads_all_stays_in_this_process() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    with apart(with_process) as work:
        assert work("milk") == ("milk", os.getpid())
    stop.set()
    thread.join()
