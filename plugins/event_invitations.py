"""Writes for each event a file that puts it into the reader's calendar, and a calendar of all.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.event_files import edition_invitations


def _add_invitations(generators: Sequence[object]) -> None:
    build = build_of(generators)
    with build.timings.part("invitations"):
        for desk in build.desks:
            build.files += edition_invitations(desk)


def register() -> None:
    """Add the files to what will be written."""
    signals.all_generators_finalized.connect(_add_invitations)
