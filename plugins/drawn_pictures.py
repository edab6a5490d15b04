"""Writes the drawings that posts without a photograph show.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.drawing_files import drawing_files


def _add_drawings(generators: Sequence[object]) -> None:
    build_of(generators).directories.append(drawing_files)


def register() -> None:
    """Add the files to what will be written."""
    signals.all_generators_finalized.connect(_add_drawings)
