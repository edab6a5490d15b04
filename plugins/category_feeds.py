"""Writes the feeds that readers and the media follow, and the list of them for programs.

Settings: NEWSDESK_FEED_LENGTH, NEWSDESK_HUB, NEWSDESK_ID_AUTHORITY.
Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.press.feeds import feed_sheets, livery
from newsdesk.press.outline import edition_outline


def _add_feeds(generators: Sequence[object]) -> None:
    build = build_of(generators)
    with build.timings.part("dividing feeds"):
        for desk in build.desks:
            worn = livery(build.assets, desk)
            build.files.append(edition_outline(desk))
            build.sheets[desk.edition.key] += feed_sheets(desk, worn, build.weigh)


def register() -> None:
    """Add the feeds to what will be written."""
    signals.all_generators_finalized.connect(_add_feeds)
