"""Puts the finished site into the output folder: all of it, or nothing.

Signals: get_writer.
"""

from __future__ import annotations

from pathlib import Path

from pelican import signals
from pelican.writers import Writer

from newsdesk.memory import Store
from newsdesk.outputs import Output, Written, replace_site


class SiteWriter(Writer):
    """Pelican's writer, which also takes a whole site at once."""

    written: Written | None = None

    def write_site(self, outputs: dict[str, Output], note: bytes, store: Store) -> None:
        """Write what has changed, take away what is gone, and say beside it what this is."""
        self.written = replace_site(_as_typed(Path(self.output_path)), outputs, note, store)


def _as_typed(folder: Path) -> Path:
    """Give the folder as the person knows it who stands above it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _choose(_pelican: object) -> type[SiteWriter]:
    return SiteWriter


def register() -> None:
    """Let Pelican write with ours."""
    signals.get_writer.connect(_choose)
