"""`newsdesk fields`: prints the reference of all fields, which stands in docs/fields.md."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from newsdesk.cli.usage import write_out

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("fields", help="print what can be typed into a header")
    command.set_defaults(do=fields)


def fields(typed: argparse.Namespace) -> None:
    """Print the reference in Markdown."""
    from newsdesk.reference import reference  # noqa: PLC0415 - pydantic takes a while

    del typed
    write_out(reference())
