"""Says how the site stands after each build: well, with mistakes in it, or not built at all."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsdesk.problems import Message, Problem, SiteError, say

BUILDING = say("The site is being built…")
MISTAKES = say("The site was not built: there are mistakes in its files.")
FAULT = say("The site was not built: there is a fault in the program.")
LEFT_OUT = say("Drafts with mistakes are left out of the preview.")


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What everyone is told after one build.

    :param number: counts the builds, from 1; 0 before the first one has ended.
    :param edition: counts the good builds; 0 as long as there are no pages to show.
    :param heading: what is wrong on the whole; None when all is well.
    :param problems: what is wrong in detail.
    """

    number: int = 0
    edition: int = 0
    heading: Message | None = BUILDING
    problems: tuple[Problem, ...] = ()


def bulletin_after(
    before: Bulletin, failure: BaseException | None, left_out: Iterable[Problem] = ()
) -> Bulletin:
    """Draw up the bulletin after a build.

    :param before: the bulletin that stood while the build ran.
    :param failure: what the build raised, or None when it went well.
    :param left_out: what is wrong with drafts that a good build has left out.
    """
    number = before.number + 1
    match failure:
        case None:
            problems = tuple(left_out)
            return Bulletin(number, before.edition + 1, LEFT_OUT if problems else None, problems)
        case SiteError():
            return Bulletin(number, before.edition, MISTAKES, failure.problems)
        case _:
            return Bulletin(number, before.edition, FAULT, (fault(failure),))


def bulletin_after_glimpse(before: Bulletin) -> Bulletin:
    """Draw up the bulletin when a post that was saved is shown; what is left out still is."""
    return replace(before, number=before.number + 1, edition=before.edition + 1)


def fault(failure: BaseException) -> Problem:
    """Show an error of the program as a problem that nobody has to solve by editing text."""
    last_line = "".join(traceback.format_exception_only(failure)).rstrip().rpartition("\n")[2]
    path, line = _raised_at(failure)
    return Problem(
        path,
        line,
        say("{error}", error=last_line),
        say("your text is not the cause; pass on the lines that the terminal shows"),
    )


def _raised_at(failure: BaseException) -> tuple[str, int]:
    if isinstance(failure, SyntaxError):
        return failure.filename or "", failure.lineno or 0
    frames = traceback.extract_tb(failure.__traceback__)
    # The innermost file that a person can open; "<frozen importlib>" is none.
    named = [(frame.filename, frame.lineno or 0) for frame in frames if frame.filename[:1] != "<"]
    return named[-1] if named else ("", 0)


class Noticeboard:
    """Where the newest bulletin hangs, and where browsers wait for the next one."""

    def __init__(self) -> None:
        """Hang up that nothing is built yet."""
        self._bulletin = Bulletin()
        self.closed = False
        self._changed = threading.Condition()

    @property
    def bulletin(self) -> Bulletin:
        """The newest bulletin."""
        return self._bulletin

    def post(self, bulletin: Bulletin) -> None:
        """Hang up a newer bulletin and tell everyone who waits."""
        with self._changed:
            self._bulletin = bulletin
            self._changed.notify_all()

    def close(self) -> None:
        """Send everyone home who waits."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def wait(self, seen: Bulletin, seconds: float) -> None:
        """Wait for another bulletin than the one seen, at most so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self._bulletin is not seen, seconds)
