"""`newsdesk build`: makes the site, or says why it cannot."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.cli.usage import add_places, must_exist
from newsdesk.cli.voice import language_of_environment, words_in
from newsdesk.reports import as_text, count

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("build", help="build the site into a folder")
    add_places(command)
    command.add_argument(
        "--output", type=Path, default=Path("output"), metavar="DIR", help="default: output"
    )
    command.add_argument(
        "--timings", action="store_true", help="tell what each part of the build has taken"
    )
    command.set_defaults(do=build)


def build(typed: argparse.Namespace) -> None:
    """Build the site, and tell what deserves a second look; that stops nothing.

    :raises SiteError: with every problem.
    """
    from newsdesk.cli import site  # noqa: PLC0415 - Pelican takes a while; --help need not wait

    must_exist(typed)
    done, warnings, timings = site.build(typed.settings, typed.content, typed.output)
    if warnings:
        words = words_in(language_of_environment(os.environ))
        sys.stderr.write(f"{as_text(warnings, words)}\n{count(warnings, words)}\n")
    sys.stdout.write(f"{timings}\n{done}\n" if typed.timings else f"{done}\n")
