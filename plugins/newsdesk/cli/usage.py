"""What all commands have in common: exit codes, places that are typed, and wrong usage."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

WELL, PROBLEMS, WRONG_USAGE = 0, 1, 2
HIGHEST_PORT = 65535
# The settings of the site that the public reads.
ON_LINE = "publishconf.py"

if TYPE_CHECKING:
    # argparse has no public name for what add_subparsers() gives.
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001


class UsageError(Exception):
    """The command was typed in a way that makes no sense."""


def add_places(command: argparse.ArgumentParser, settings: str = "pelicanconf.py") -> None:
    """Let a command be told where the site is.

    :param settings: the file that is taken when none is typed.
    """
    also = "" if settings == ON_LINE else f"; {ON_LINE} holds what differs on line"
    command.add_argument(
        "--content", type=Path, default=None, metavar="DIR", help="default: content"
    )
    command.add_argument(
        "--settings",
        type=Path,
        default=Path(settings),
        metavar="FILE",
        help=f"default: {settings}{also}",
    )


def port(typed: str) -> int:
    """Read the number of a port; 0 stands for any that is free.

    :raises ArgumentTypeError: when it can be none.
    """
    number = int(typed) if typed.isdecimal() else -1
    if not 0 <= number <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(
            f"“{typed}” is no port; type a number up to {HIGHEST_PORT}"
        )
    return number


def must_exist(typed: argparse.Namespace) -> None:
    """See whether the places that were typed are there.

    :raises UsageError: naming the one that is not.
    """
    if not typed.settings.is_file():
        raise UsageError(
            f"there is no {typed.settings} here; go to the folder of the site, "
            "or name the file with --settings"
        )
    if typed.content is not None and not typed.content.is_dir():
        raise UsageError(f"there is no folder {typed.content}")


def write_out(text: str) -> None:
    """Write what becomes a file or goes to a program: UTF-8, whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
