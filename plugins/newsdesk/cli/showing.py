"""Shows the site in the browser while somebody writes, for the commands."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newsdesk.apart import apart
from newsdesk.build import MEMORY, UNFINISHED, Build
from newsdesk.cli.site import built, house, settings_of
from newsdesk.editor.cabinet import Cabinet
from newsdesk.editor.front import Front, Tongue
from newsdesk.editor.trial import Trial
from newsdesk.glimpse import glimpse, prepare
from newsdesk.language import Language
from newsdesk.photos.memory import Memory
from newsdesk.preview import Site, Voice
from newsdesk.preview import preview as show
from newsdesk.problems import Problem, SiteError
from newsdesk.settings import Settings

PREVIEW_OUTPUT = Path(".newsdesk", "preview")
# Where a save from the form is tried before it is made.
TRIAL = Path(".newsdesk", "trial")
AT_ONCE = 1.0  # seconds of a whole build that nobody minds to wait for


def preview(file: Path, content: Path | None, port: int) -> None:
    """Show the site and build it anew after each save, until Ctrl-C.

    :raises PortTaken: when another program listens on the port.
    """
    with _site(file, content, port) as site:
        show(site, port, Voice(_to_terminal))


def edit(
    file: Path, content: Path | None, port: int, decap: Path, tongue: Callable[[Language], Tongue]
) -> None:
    """Show the site as `preview` does, and beside it the form in which posts are written.

    :param decap: the folder in which the form has been put.
    :param tongue: gives the words of a language in which the form is filled in.
    :raises PortTaken: when another program listens on the port.
    :raises SiteError: when the settings are wrong.
    """
    _, folder = house(file, content)

    def house_now() -> Settings:
        return house(file, content)[0]

    trial = Trial(folder, house_now, Memory(MEMORY), TRIAL)
    front = Front(Cabinet(folder, house_now, trial), decap, tongue)
    with _site(file, content, port) as site:
        show(replace(site, door=front), port, Voice(_to_terminal))


@dataclass
class Rehearsal:
    """The builds of a preview; each is kept until the next one, for glimpses of what is saved."""

    file: Path
    content: Path | None
    port: int
    last: Build | None = None
    seconds: float = 0.0

    def __call__(self, saved: AbstractSet[Path] | None) -> tuple[bool, tuple[Problem, ...]]:
        """Show what was saved, or the whole site where None is given.

        :returns: whether it can be seen now; what is wrong with the drafts that are left out.
        :raises SiteError: with every problem of the whole site.
        """
        if saved is not None:
            return self.glimpse(saved), ()
        return True, self.build()

    def build(self) -> tuple[Problem, ...]:
        """Build the whole site; gives what is wrong with the drafts that are left out.

        :raises SiteError: with every problem.
        """
        began, self.last = time.monotonic(), None
        # What belonged to the last build points to itself in circles: it has to be looked for.
        gc.collect()
        self.last = self._built()
        self.seconds = time.monotonic() - began
        if self.seconds >= AT_ONCE:
            prepare(self.last)
        return SiteError(self.last.unfinished).problems

    def _built(self) -> Build:
        """Build; once more without the drafts in which only the finished pages show a mistake."""
        unfinished: tuple[Problem, ...] = ()
        while True:
            try:
                return built(self._settings(unfinished))[1]
            except SiteError as error:
                new = [each for each in error.problems if each not in unfinished]
                if not new or any(each.level == "error" for each in new):
                    raise
                unfinished += tuple(new)

    def _settings(self, unfinished: tuple[Problem, ...]) -> dict[str, Any]:
        settings = settings_of(self.file, self.content, PREVIEW_OUTPUT)
        # Absolute addresses lead to the preview, whatever the site will be called on line.
        settings["SITEURL"] = f"http://127.0.0.1:{self.port}"
        settings["NEWSDESK_SHOW_UNPUBLISHED"] = True
        settings[UNFINISHED] = unfinished
        return settings

    def glimpse(self, saved: AbstractSet[Path]) -> bool:
        """Show the post that was saved, where the whole site would take too long."""
        if self.last is None or self.seconds < AT_ONCE:
            return False
        return glimpse(self.last, saved, PREVIEW_OUTPUT)


@contextmanager
def _site(file: Path, content: Path | None, port: int) -> Iterator[Site]:
    """Say what is shown, and have it built apart from those who serve and watch."""
    settings = settings_of(file, content, PREVIEW_OUTPUT)
    watched = (Path(settings["PATH"]), Path(settings["THEME"]), file)
    with apart(Rehearsal(file, content, port)) as rehearse:
        yield Site(
            build=lambda: rehearse(None)[1],
            watched=watched,
            output=PREVIEW_OUTPUT,
            glimpse=lambda saved: rehearse(saved)[0],
        )


def _to_terminal(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
