"""Gathers the newsroom's content before anything is written, then hands over every page.

Pelican reads settings, loads plugins and gives the signals; what it would do with articles and
pages by itself is done here by one generator, because a post stands in several categories and
editions, and because Pelican passes over a post that it cannot read.

Settings: NEWSDESK_… as `newsdesk.settings` describes them.
Signals: get_generators, the first one of a run; nothing has been touched yet when it is sent.
Other plugins find the build at all_generators_finalized and add files or gates to it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from newsdesk.build import CONTEXT_KEY, UNFINISHED, Build
from newsdesk.settings import read_settings


class Newsroom(Generator):
    """The one generator of the site."""

    def __init__(self, **everything: Any) -> None:  # noqa: ANN401 - Pelican's own arguments
        """Gather and check all content.

        :raises SiteError: with every problem; Pelican then ends, and the old site stays.
        """
        super().__init__(**everything)  # type: ignore[no-untyped-call] # Pelican's is untyped
        house = read_settings(self.settings)
        content = Path(os.path.relpath(self.path))
        unfinished = self.settings.get(UNFINISHED, ())
        self.build = Build.begin(house, content, Path(self.theme), unfinished=unfinished)
        self.context[CONTEXT_KEY] = self.build

    def generate_output(self, writer: Any) -> None:  # noqa: ANN401 - whichever plugin gave it
        """Make every page, ask every gate, then write all files, or none.

        :raises SiteError: with everything that the gates found.
        """
        try:
            outputs = self.build.outputs()
            with self.build.timings.part("writing"):
                writer.write_site(outputs, self.build.note(outputs), self.build.store)
        finally:
            self.build.store.close()


def _add(_pelican: object) -> type[Newsroom]:
    return Newsroom


def register() -> None:
    """Let Pelican make a newsroom in every run."""
    signals.get_generators.connect(_add)
