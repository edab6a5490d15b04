"""`newsdesk next`: says what comes out next by itself, and what should be on line and is not."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from newsdesk.cli.usage import PROBLEMS, WELL, add_places, must_exist

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("next", help="say what comes out next, and what is overdue")
    add_places(command)
    command.add_argument(
        "--target", metavar="TARGET", help="where the site is on line, to see what is overdue there"
    )
    command.set_defaults(do=tell_next)


def tell_next(typed: argparse.Namespace) -> int:
    """Print each post that waits, with its time, and each that is late.

    :returns: 1 when something is late, so that a timer can build and publish then.
    :raises SiteError: with every problem of the content.
    """
    from newsdesk.cli.publishing import Newsroom, target_of  # noqa: PLC0415 - Pelican takes a while
    from newsdesk.life import opens_at  # noqa: PLC0415 - likewise

    must_exist(typed)
    newsroom = Newsroom(typed.settings, typed.content)
    for item in newsroom.scheduled():
        opens = opens_at(item.post)
        at = f"{opens.astimezone(newsroom.settings.zone):%Y-%m-%d %H:%M %Z}" if opens else ""
        sys.stdout.write(f"{at}  {item.source.path}  {item.post.title}\n")
    if typed.target is None:
        return WELL
    late = [*newsroom.overdue(target_of(typed.target, 1).files())]
    for item in late:
        sys.stdout.write(f"overdue  {item.source.path}  {item.post.title}\n")
    return PROBLEMS if late else WELL
