"""Adds a page of the theme's parts to the preview, at /parts/; the public never sees it.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.gallery import gallery_files


def _add_gallery(generators: Sequence[object]) -> None:
    build = build_of(generators)
    if build.house.show_unpublished:
        build.files += gallery_files(build.desks[0], build.assets, build.templates[0], build.theme)


def register() -> None:
    """Add the page to what the preview shows."""
    signals.all_generators_finalized.connect(_add_gallery)
