"""Builds, checks and shows the site for the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pelican.log import console
from pelican.settings import get_settings_from_file
from pelican.settings import read_settings as read_pelican_settings

from newsdesk.catalogue import gather
from newsdesk.cli.engine import Engine, summary
from newsdesk.preview import Site, Voice
from newsdesk.preview import preview as show
from newsdesk.problems import Problem, SiteError, say
from newsdesk.settings import read_settings

PREVIEW_OUTPUT = Path(".newsdesk", "preview")


def settings_of(file: Path, content: Path | None, output: Path | None = None) -> dict[str, Any]:
    """Read the settings of a site, with the folders that were typed in place of its own.

    :raises SiteError: when the content is not where the settings say.
    """
    typed: dict[str, Any] = {}
    if content is not None:
        typed["PATH"] = str(content.absolute())
    if output is not None:
        typed["OUTPUT_PATH"] = str(output.absolute())
    _must_have_content(file, typed)
    settings: dict[str, Any] = read_pelican_settings(str(file), override=typed)
    return settings


def _must_have_content(file: Path, typed: Mapping[str, Any]) -> None:
    """Pelican would end with a traceback, so we look first.

    :param typed: what stands above the settings of the file.
    """
    settings = {**get_settings_from_file(str(file)), **typed}
    folder = Path(os.path.relpath(file.parent / settings.get("PATH", "")))
    if not folder.is_dir():
        raise SiteError([Problem(folder.as_posix(), 0, say("there is no such folder"))])


def build(file: Path, content: Path | None, output: Path) -> str:
    """Build the site; gives the line to print.

    :raises SiteError: with every problem.
    """
    engine = Engine(settings_of(file, content, output))
    with console.status("Building the site …"):
        return summary(engine.build())


def check(file: Path, content: Path | None, paths: Sequence[Path]) -> str:
    """Look for mistakes in the content; gives the line to print.

    :param paths: only what concerns these files and folders is told; everything when empty.
    :raises SiteError: with every problem.
    """
    settings = settings_of(file, content)
    folder = Path(os.path.relpath(settings["PATH"]))
    try:
        with console.status("Reading the content …"):
            catalogue = gather(folder, read_settings(settings))
    except SiteError as error:
        told = [each for each in error.problems if _concerns(each.path, paths)]
        if told:
            raise SiteError(told) from error
        return f"Nothing is wrong in {', '.join(map(str, paths))}; elsewhere there are problems."
    return f"Nothing is wrong: {len(catalogue.items)} posts and pages."


def _concerns(path: str, paths: Sequence[Path]) -> bool:
    """Tell whether a file is one of those that were asked for, or within one."""
    where = Path(path).resolve()
    return not paths or any(where.is_relative_to(asked.resolve()) for asked in paths)


def preview(file: Path, content: Path | None, port: int) -> None:
    """Show the site and build it anew after each save, until Ctrl-C.

    :raises PortTaken: when another program listens on the port.
    """
    settings = settings_of(file, content, PREVIEW_OUTPUT)

    def build_again() -> None:
        again = settings_of(file, content, PREVIEW_OUTPUT)
        # Absolute addresses lead to the preview, whatever the site will be called on line.
        again["SITEURL"] = f"http://127.0.0.1:{port}"
        Engine(again).build()

    watched = (Path(settings["PATH"]), Path(settings["THEME"]), file)
    voice = Voice(_to_terminal)
    show(Site(build_again, watched, PREVIEW_OUTPUT), port, voice)


def _to_terminal(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
