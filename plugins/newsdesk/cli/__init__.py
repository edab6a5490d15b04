"""The command `newsdesk`: what staff type.

Exit codes: 0 all is well, 1 there are problems in the content, 2 the command was typed wrongly.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from newsdesk.preview import PortTaken
from newsdesk.problems import SiteError

WELL, PROBLEMS, WRONG_USAGE = 0, 1, 2


def main(words: Sequence[str] | None = None) -> int:
    """Do what was typed.

    :param words: the words after `newsdesk`; those of the command line when left out.
    :returns: the exit code.
    """
    typed = parser().parse_args(words)
    try:
        return int(typed.do(typed) or WELL)
    except SiteError as error:
        return report(error)
    except UsageError as error:
        sys.stderr.write(f"newsdesk: {error}\n")
        return WRONG_USAGE
    except BrokenPipeError:
        # Whoever read our words has gone (`newsdesk check | head`): nothing to say any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS


class UsageError(Exception):
    """The command was typed in a way that makes no sense."""


def report(error: SiteError) -> int:
    """Tell the person all problems at once."""
    sys.stderr.write(f"{error}\n")
    count = len(error.problems)
    sys.stderr.write(f"\n{count} problem{'s' if count > 1 else ''}. Nothing was written.\n")
    return PROBLEMS


def parser() -> argparse.ArgumentParser:
    """Describe everything that can be typed."""
    whole = argparse.ArgumentParser(
        prog="newsdesk", description="Check, look at and build the newsroom's website."
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    _add_build(commands)
    _add_check(commands)
    _add_preview(commands)
    return whole


if TYPE_CHECKING:
    # argparse has no public name for what add_subparsers() gives.
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001


def _add_build(commands: Commands) -> None:
    command = commands.add_parser("build", help="build the site into a folder")
    _add_places(command)
    command.add_argument(
        "--output", type=Path, default=Path("output"), metavar="DIR", help="default: output"
    )
    command.set_defaults(do=build)


def _add_check(commands: Commands) -> None:
    command = commands.add_parser("check", help="look for mistakes, without building")
    _add_places(command)
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="only these files and folders"
    )
    command.set_defaults(do=check)


def _add_preview(commands: Commands) -> None:
    command = commands.add_parser("preview", help="look at the site while you write")
    _add_places(command)
    command.add_argument("--port", type=int, default=8000, metavar="N", help="default: 8000")
    command.set_defaults(do=preview)


def _add_places(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--content", type=Path, default=None, metavar="DIR", help="default: content"
    )
    command.add_argument(
        "--settings",
        type=Path,
        default=Path("pelicanconf.py"),
        metavar="FILE",
        help="default: pelicanconf.py; publishconf.py holds what differs on line",
    )


def build(typed: argparse.Namespace) -> None:
    """Build the site."""
    from newsdesk.cli import site  # noqa: PLC0415 - Pelican takes a while; --help need not wait

    _must_exist(typed)
    sys.stdout.write(f"{site.build(typed.settings, typed.content, typed.output)}\n")


def check(typed: argparse.Namespace) -> None:
    """Look for mistakes."""
    from newsdesk.cli import site  # noqa: PLC0415 - likewise

    _must_exist(typed)
    for path in typed.paths:
        if not path.exists():
            raise UsageError(f"there is no {path}")
    sys.stdout.write(f"{site.check(typed.settings, typed.content, typed.paths)}\n")


def preview(typed: argparse.Namespace) -> None:
    """Look at the site while writing."""
    from newsdesk.cli import site  # noqa: PLC0415 - likewise

    _must_exist(typed)
    try:
        site.preview(typed.settings, typed.content, typed.port)
    except PortTaken as error:
        raise UsageError(str(error)) from error


def _must_exist(typed: argparse.Namespace) -> None:
    if not typed.settings.is_file():
        raise UsageError(
            f"there is no {typed.settings} here; go to the folder of the site, "
            "or name the file with --settings"
        )
    if typed.content is not None and not typed.content.is_dir():
        raise UsageError(f"there is no folder {typed.content}")
