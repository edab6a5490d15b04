"""Builds and checks the site for the commands."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.settings import get_settings_from_file
from pelican.settings import read_settings as read_pelican_settings

from newsdesk.build import MEMORY, Build, build_of
from newsdesk.catalogue import gather
from newsdesk.cli.clock import time_of_build
from newsdesk.cli.engine import QUIET, Engine, summary
from newsdesk.files import LEDGER
from newsdesk.ledger import read_ledger
from newsdesk.ledger import record as write_ledger
from newsdesk.memory import FILE, Store
from newsdesk.outputs import Written
from newsdesk.photos.memory import Memory
from newsdesk.problems import Problem, SiteError, say
from newsdesk.review import Review, warnings_of
from newsdesk.review import review as review_content
from newsdesk.settings import Settings, read_settings
from newsdesk.settings_file import check_given, running
from newsdesk.timings import Spent, Timings, cpu_seconds


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


def build(
    file: Path, content: Path | None, output: Path
) -> tuple[str, tuple[Problem, ...], Timings]:
    """Build the site; gives the line to print, the warnings, and what each part has taken.

    :raises SiteError: with every problem.
    """
    settings = settings_of(file, content, output)
    _must_lie_elsewhere(output, Path(os.path.relpath(settings["PATH"])))
    written, made = built(settings)
    with made.timings.part("warnings"), Store(MEMORY / FILE) as store:
        warnings = [*warnings_of(made.catalogue, made.house, store)]
    made.timings.parts["all, from the start of the program"] = Spent(cpu=cpu_seconds())
    problems = SiteError([*made.notices, *made.store.notices, *warnings]).problems
    return summary(written), problems, made.timings


def built(settings: dict[str, Any]) -> tuple[Written, Build]:
    """Build the site; gives what was written, and the build.

    :raises SiteError: with every problem.
    """
    builds: list[Build] = []

    def remember(generators: Sequence[Any]) -> None:
        builds.append(build_of(generators))

    with signals.all_generators_finalized.connected_to(remember):
        written = Engine(settings).build()
    (made,) = builds
    return written, made


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
    with Store(MEMORY / FILE) as store:
        return review_content(folder, settings, Memory(MEMORY), store)


def record(file: Path, content: Path | None) -> tuple[str, int]:
    """Write down what is public now; gives the ledger's path and its number of lines.

    :raises SiteError: with every problem; a ledger that cannot be read is never written over.
    """
    settings, folder = house(file, content)
    with Store(MEMORY / FILE) as store:
        catalogue = gather(folder, settings, store=store).public(settings.now)
    ledger, _ = read_ledger(folder)
    return (folder / LEDGER).as_posix(), write_ledger(
        folder, catalogue.items, catalogue.vocabulary.categories, ledger, settings
    )
