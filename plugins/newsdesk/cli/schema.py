"""`newsdesk schema`: prints for a text editor what may be typed, as JSON Schema."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from newsdesk.cli.usage import UsageError, write_out
from newsdesk.problems import nearest

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("schema", help="print the JSON Schema for a text editor")
    command.add_argument(
        "kind",
        nargs="?",
        metavar="TYPE",
        help="a type of post, a file of the vocabulary such as categories, or photo; "
        "default: all types of posts",
    )
    command.set_defaults(do=schema)


def schema(typed: argparse.Namespace) -> None:
    """Print a schema."""
    from newsdesk.json_schema import KINDS, schema_of, schema_of_posts  # noqa: PLC0415 - pydantic takes a while

    if typed.kind not in (None, *KINDS):
        closest = nearest(typed.kind, KINDS)
        hint = f"type {closest}" if closest else f"there are: {', '.join(KINDS)}"
        raise UsageError(f"there is no schema of “{typed.kind}”; {hint}")
    made = schema_of(typed.kind) if typed.kind else schema_of_posts()
    write_out(json.dumps(made, ensure_ascii=False, indent=2) + "\n")
