"""`newsdesk publish`: puts a finished build on line, or says why it must not."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.cli.usage import ON_LINE, UsageError, add_places, must_exist
from newsdesk.cli.voice import language_of_environment, words_in
from newsdesk.reports import as_text

if TYPE_CHECKING:
    from newsdesk.cli.publishing import Newsroom, Target
    from newsdesk.cli.usage import Commands
    from newsdesk.publishing import Changes


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("publish", help="put a finished build on line, or go back")
    command.add_argument(
        "target", metavar="TARGET", help="a folder, user@host:folder, or s3://bucket"
    )
    command.add_argument(
        "--output",
        type=Path,
        default=Path("output"),
        metavar="DIR",
        help="the build; default: output",
    )
    add_places(command, ON_LINE)
    command.add_argument(
        "--keep", type=int, default=5, metavar="N", help="releases that stay; default: 5"
    )
    command.add_argument(
        "--no-record",
        action="store_true",
        help="write no ledger: the target is for trying out, and the public does not see it",
    )
    command.add_argument("--dry-run", action="store_true", help="only show what would change")
    command.add_argument("--rollback", action="store_true", help="go back to the release before")
    command.add_argument(
        "--purge", type=Path, metavar="FILE", help="write the addresses to purge into a file"
    )
    command.set_defaults(do=publish)


def publish(typed: argparse.Namespace) -> None:
    """Publish, show what would change, or go back.

    :raises SiteError: with every problem; the site on line is then as it was.
    """
    from newsdesk.cli.progress import progress  # noqa: PLC0415 - Pelican takes a while
    from newsdesk.cli.publishing import (  # noqa: PLC0415 - likewise
        Newsroom,
        must_lie_elsewhere,
        target_of,
    )

    must_exist(typed)
    if typed.keep < 1:
        raise UsageError("--keep must be 1 or more")
    if typed.purge and not (typed.purge.parent.is_dir() and not typed.purge.is_dir()):
        raise UsageError(f"{typed.purge} cannot be written: name a file in a folder that is there")
    newsroom = Newsroom(typed.settings, typed.content)
    with progress() as watch:
        target = target_of(typed.target, typed.keep, watch)
        must_lie_elsewhere(target, (typed.output, newsroom.content))
        done, changes = _do(typed, newsroom, target)
    if typed.dry_run:
        sys.stdout.write("".join(f"{line}\n" for line in changes.lines()))
    elif not typed.rollback and (warnings := newsroom.tell_hub(changes)):
        words = words_in(language_of_environment(os.environ))
        sys.stderr.write(f"{as_text(warnings, words)}\n")
    _tell(changes, done, typed, newsroom.settings.site_url)


def _do(typed: argparse.Namespace, newsroom: Newsroom, target: Target) -> tuple[str, Changes]:
    """Do it; gives the words for what was done, and what has changed."""
    if typed.rollback:
        return "Went back", target.roll_back()
    release = newsroom.ready(typed.output)
    if typed.dry_run:
        return "Would publish", target.changes(release)
    changes = newsroom.publish(release, target)
    if not typed.no_record:
        newsroom.record(release)
    return "Published", changes


def _tell(changes: Changes, done: str, typed: argparse.Namespace, site_url: str) -> None:
    """Say what has changed, and what the caches of a network must forget."""
    new, changed, gone = (len(each) for each in (changes.new, changes.changed, changes.gone))
    addresses = "".join(f"{each}\n" for each in changes.addresses_to_purge(site_url))
    sys.stdout.write(f"{done}: {new} files new, {changed} changed, {gone} gone.\n")
    if typed.purge:
        typed.purge.write_text(addresses, "utf-8")
    elif addresses and not typed.dry_run:
        sys.stdout.write(f"Addresses to purge from a CDN:\n{addresses}")
