"""Builds, checks and shows the site for the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.settings import get_settings_from_file
from pelican.settings import read_settings as read_pelican_settings

from newsdesk.build import MEMORY, Build, build_of
from newsdesk.catalogue import gather
from newsdesk.cli.clock import time_of_build
from newsdesk.cli.engine import QUIET, Engine, summary
from newsdesk.editor.cabinet import Cabinet
from newsdesk.editor.front import Front, Tongue
from newsdesk.editor.trial import Trial
from newsdesk.files import LEDGER
from newsdesk.language import Language
from newsdesk.ledger import read_ledger
from newsdesk.ledger import record as write_ledger
from newsdesk.memory import FILE, Store
from newsdesk.photos.memory import Memory
from newsdesk.preview import Site, Voice
from newsdesk.preview import preview as show
from newsdesk.problems import Problem, SiteError, say
from newsdesk.review import Review, warnings_of
from newsdesk.review import review as review_content
from newsdesk.settings import Settings, read_settings
from newsdesk.settings_file import check_given, running

PREVIEW_OUTPUT = Path(".newsdesk", "preview")
# Where a save from the form is tried before it is made.
TRIAL = Path(".newsdesk", "trial")


def settings_of(file: Path, content: Path | None, output: Path | None = None) -> dict[str, Any]:
    """Read the settings of a site, with the folders that were typed in place of its own.

    :raises SiteError: when Pelican cannot begin with them.
    """
    # A machine's locale that is not installed would be a warning of Pelican's.
    typed: dict[str, Any] = {"LOCALE": QUIET["LOCALE"]}
    if content is not None:
        typed["PATH"] = str(content.absolute())
    if output is not None:
        typed["OUTPUT_PATH"] = str(output.absolute())
    with running(file):
        given = get_settings_from_file(str(file))
    problems = [*check_given(file, {**given, **typed})]
    if problems:
        raise SiteError(problems)
    settings: dict[str, Any] = read_pelican_settings(str(file), override=typed)
    return settings


def house(file: Path, content: Path | None) -> tuple[Settings, Path]:
    """Give the decisions of the house, and its content folder as the person knows it.

    :raises SiteError: with everything that is wrong with the settings.
    """
    settings = settings_of(file, content)
    settings.setdefault("NEWSDESK_NOW", time_of_build(os.environ))
    return read_settings(settings), Path(os.path.relpath(settings["PATH"]))


def build(file: Path, content: Path | None, output: Path) -> tuple[str, tuple[Problem, ...]]:
    """Build the site; gives the line to print, and the warnings.

    :raises SiteError: with every problem.
    """
    settings = settings_of(file, content, output)
    _must_lie_elsewhere(output, Path(os.path.relpath(settings["PATH"])))
    engine = Engine(settings)
    builds: list[Build] = []

    def remember(generators: Sequence[Any]) -> None:
        builds.append(build_of(generators))

    with signals.all_generators_finalized.connected_to(remember):
        done = summary(engine.build())
    store = Store(MEMORY / FILE)
    found = [
        (*each.notices, *each.store.notices, *warnings_of(each.catalogue, each.house, store))
        for each in builds
    ]
    store.close()
    return done, SiteError(chain.from_iterable(found)).problems


def _must_lie_elsewhere(output: Path, content: Path) -> None:
    """A site within the content would be content of the next build."""
    if output.resolve().is_relative_to(content.resolve()):
        message = say("this lies within {folder}, where posts are", folder=content.as_posix())
        hint = say("name a folder elsewhere, such as --output output")
        raise SiteError([Problem(output.as_posix(), 0, message, hint)])


def review(file: Path, content: Path | None) -> Review:
    """Look for everything that can be said of the content, the settings included."""
    try:
        settings, folder = house(file, content)
    except SiteError as error:
        return Review(error.problems, None)
    store = Store(MEMORY / FILE)
    found = review_content(folder, settings, Memory(MEMORY), store)
    store.close()
    return found


def record(file: Path, content: Path | None) -> tuple[str, int]:
    """Write down what is public now; gives the ledger's path and its number of lines.

    :raises SiteError: with every problem; a ledger that cannot be read is never written over.
    """
    settings, folder = house(file, content)
    catalogue = gather(folder, settings).public(settings.now)
    ledger, _ = read_ledger(folder)
    return (folder / LEDGER).as_posix(), write_ledger(
        folder, catalogue.items, catalogue.vocabulary.categories, ledger, settings
    )


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
