"""Tells search engines which pages there are: sitemap.xml, and robots.txt that names it.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.outputs import Output
from newsdesk.sitemap import last_changes, sitemap_files
from newsdesk.views import Page


def _add_directory(generators: Sequence[object]) -> None:
    build = build_of(generators)

    def directory(pages: Sequence[Page]) -> Iterator[Output]:
        return sitemap_files(pages, last_changes(build.catalogue), build.house.site_url)

    build.directories.append(directory)


def register() -> None:
    """Add the sitemap to what will be written."""
    signals.all_generators_finalized.connect(_add_directory)
