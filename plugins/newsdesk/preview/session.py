"""Runs the preview: builds, serves, watches, and builds again after every save."""

from __future__ import annotations

import contextlib
import secrets
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from newsdesk.preview.answers import Desk
from newsdesk.preview.bulletin import (
    FAULT,
    Bulletin,
    Noticeboard,
    bulletin_after,
    bulletin_after_glimpse,
)
from newsdesk.preview.saves import saves
from newsdesk.preview.server import LOOPBACK, serving
from newsdesk.preview.side_door import SideDoor
from newsdesk.preview.voice import Voice
from newsdesk.problems import Problem, say

GRACE = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Site:
    """What is previewed.

    :param build: writes the whole site to `output`, and gives what is wrong with the drafts that it
        leaves out; raises SiteError for other mistakes of people.
    :param glimpse: shows what was saved before the whole site is built, and tells whether it could.
    :param watched: folders and files whose change asks for a new build.
    :param output: the folder that is served; the preview itself never writes to it.
    :param door: what else is served beside the site, such as the form in which posts are written.
    """

    build: Callable[[], Iterable[Problem]]
    watched: tuple[Path, ...]
    output: Path
    door: SideDoor | None = None
    glimpse: Callable[[AbstractSet[Path]], bool] = lambda _: False


def preview(site: Site, port: int, voice: Voice) -> None:
    """Show the site at http://127.0.0.1:8000/ (or another port) until Ctrl-C or SIGTERM.

    Has to be called in the main thread: only there does Python hear signals.

    :raises PortTaken: when another program listens on the port; nothing was built then.
    """
    with heeding_signals() as stop:
        follow(site, port, voice, stop)


def follow(site: Site, port: int, voice: Voice, stop: threading.Event) -> None:
    """Serve the site and build it after each save until told to stop; a build is not cut short.

    :raises PortTaken: when another program listens on the port; nothing was built then.
    """
    board = Noticeboard()
    desk = Desk(site.output.absolute(), secrets.token_hex(4), voice)
    with (
        serving(port, desk, board, door=site.door) as server,
        ThreadPoolExecutor(1, "build") as worker,
    ):
        address = f"http://{LOOPBACK}:{server.server_port}/"
        voice.tell(say("The preview is at {address} – Ctrl-C ends it.", address=address))
        if site.door:
            form = address.removesuffix("/") + site.door.address
            voice.tell(say("The form for writing is at {address}", address=form))
        for saved in saves(site.watched, site.output, stop):
            if worker.submit(site.glimpse, saved).result():
                board.post(bulletin_after_glimpse(board.bulletin))
                # A build would keep the browser waiting that comes for the page now.
                stop.wait(GRACE)
            board.post(_build(site, worker, board.bulletin, voice))
    voice.tell(say("The preview has ended."))


def _build(site: Site, worker: Executor, before: Bulletin, voice: Voice) -> Bulletin:
    """Build once, and tell the terminal how it went.

    The build runs in a thread of its own so that whatever it raises, be it a fault of ours or
    even an exit, comes back as a value.
    """
    started = time.perf_counter()
    built = worker.submit(site.build)
    failure = built.exception()
    left_out = () if failure else built.result()
    bulletin = bulletin_after(before, failure, left_out)
    if failure is None:
        seconds = f"{time.perf_counter() - started:.1f}"
        voice.tell(say("Built in {seconds} s.", seconds=seconds))
    elif bulletin.heading == FAULT:
        voice.write("".join(traceback.format_exception(failure)).rstrip())
    for problem in bulletin.problems:
        voice.tell(problem)
    if bulletin.heading:
        voice.tell(bulletin.heading)
    return bulletin


@contextlib.contextmanager
def heeding_signals() -> Iterator[threading.Event]:
    """Give an event that is set by Ctrl-C and SIGTERM.

    The second signal ends the program at once, for a build that hangs.
    """
    stop = threading.Event()

    def heed(number: int, _frame: object) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    before = {number: signal.signal(number, heed) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
