"""Writes the drawings that posts without a photograph show.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.drawing_files import drawing_files


def _add_drawings(generators: Sequence[object]) -> None:
    build_of(generators).companions.append(drawing_files)


def register() -> None:
    """Let each page bring its drawing with it."""
    signals.all_generators_finalized.connect(_add_drawings)
