"""Lets readers search each edition in their browser, without a server.

Setting: NEWSDESK_SEARCH, True in publishconf.py.
Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.outputs import Output
from newsdesk.search import search_files


def _add_directory(generators: Sequence[object]) -> None:
    build = build_of(generators)

    def directory(pages: Sequence[Output]) -> Iterator[Output]:
        shown = (page for page in pages if page.is_page)
        return search_files(shown, build.house, build.memory, build.store)

    if build.house.search:
        build.directories.append(directory)


def register() -> None:
    """Add the index to what will be written."""
    signals.all_generators_finalized.connect(_add_directory)
