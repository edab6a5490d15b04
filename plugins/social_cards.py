"""Writes the pictures that other sites and messengers show beside a link to a page.

Settings: NEWSDESK_SOCIAL_CARDS.
Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.card_files import card_files
from newsdesk.outputs import Output
from newsdesk.views import Page


def _add_cards(generators: Sequence[object]) -> None:
    build = build_of(generators)

    def cards(pages: Sequence[Page]) -> Iterator[Output]:
        return card_files(pages, build.catalogue.album, build.memory)

    build.companions.append(cards)


def register() -> None:
    """Add the files to what will be written."""
    signals.all_generators_finalized.connect(_add_cards)
