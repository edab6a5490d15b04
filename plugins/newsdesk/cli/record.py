"""`newsdesk record`: writes down what is public, after the site has gone on line."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from newsdesk.cli.usage import add_places, must_exist

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser(
        "record", help="write down what is public now, after the site went on line"
    )
    add_places(command)
    command.set_defaults(do=record)


def record(typed: argparse.Namespace) -> None:
    """Write the ledger of what was published.

    :raises SiteError: when the content has problems; nothing is written then.
    """
    from newsdesk.cli import site  # noqa: PLC0415 - Pelican takes a while; --help need not wait

    must_exist(typed)
    path, count = site.record(typed.settings, typed.content)
    sys.stdout.write(f"Recorded in {path}: {count}.\n")
