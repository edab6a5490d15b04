"""`newsdesk preview`: shows the site while one writes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from newsdesk.cli.usage import UsageError, add_places, must_exist, port

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("preview", help="look at the site while you write")
    add_places(command)
    command.add_argument("--port", type=port, default=8000, metavar="N", help="default: 8000")
    command.set_defaults(do=preview)


def preview(typed: argparse.Namespace) -> None:
    """Show the site until Ctrl-C."""
    from newsdesk.cli import showing  # noqa: PLC0415 - Pelican takes a while; --help need not wait
    from newsdesk.preview import PortTaken  # noqa: PLC0415 - likewise

    must_exist(typed)
    try:
        showing.preview(typed.settings, typed.content, typed.port)
    except PortTaken as error:
        raise UsageError(str(error)) from error
