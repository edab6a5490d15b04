"""Shows the site in the browser while somebody writes, for the commands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from newsdesk.build import MEMORY
from newsdesk.cli.engine import Engine
from newsdesk.cli.site import house, settings_of
from newsdesk.editor.cabinet import Cabinet
from newsdesk.editor.front import Front, Tongue
from newsdesk.editor.trial import Trial
from newsdesk.language import Language
from newsdesk.photos.memory import Memory
from newsdesk.preview import Site, Voice
from newsdesk.preview import preview as show
from newsdesk.settings import Settings

PREVIEW_OUTPUT = Path(".newsdesk", "preview")
# Where a save from the form is tried before it is made.
TRIAL = Path(".newsdesk", "trial")


def preview(file: Path, content: Path | None, port: int) -> None:
    """Show the site and build it anew after each save, until Ctrl-C.

    :raises PortTaken: when another program listens on the port.
    """
    show(_site(file, content, port), port, Voice(_to_terminal))


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
    show(replace(_site(file, content, port), door=front), port, Voice(_to_terminal))


def _site(file: Path, content: Path | None, port: int) -> Site:
    """Say what is shown, and how it is built."""
    settings = settings_of(file, content, PREVIEW_OUTPUT)

    def build_again() -> None:
        again = settings_of(file, content, PREVIEW_OUTPUT)
        # Absolute addresses lead to the preview, whatever the site will be called on line.
        again["SITEURL"] = f"http://127.0.0.1:{port}"
        again["NEWSDESK_SHOW_UNPUBLISHED"] = True
        Engine(again).build()

    watched = (Path(settings["PATH"]), Path(settings["THEME"]), file)
    return Site(build_again, watched, PREVIEW_OUTPUT)


def _to_terminal(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
