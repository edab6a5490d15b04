"""Pelican, told to do only what this site wants of it, and to stop where it would go on."""

from __future__ import annotations

import os
import sys
from typing import Any

from pelican import Pelican
from pelican.log import console

from newsdesk.cli.clock import time_of_build
from newsdesk.outputs import Written
from newsdesk.problems import Problem, SiteError, say
from newsdesk.render import ENVIRONMENT

# What Pelican would read, copy and write by itself; the newsroom does all of it.
QUIET: dict[str, Any] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "DELETE_OUTPUT_DIRECTORY": False,
    "JINJA_ENVIRONMENT": dict(ENVIRONMENT),
    # Dates and plurals come from CLDR; the machine's own locale must not matter.
    "LOCALE": ["C.UTF-8", "C"],
}


class Engine(Pelican):
    """Pelican for this site; pelicanconf.py names it as PELICAN_CLASS."""

    def __init__(self, settings: dict[str, Any]) -> None:
        """Start Pelican and remember which plugins it was asked to load."""
        settings.update(QUIET)
        settings.setdefault("NEWSDESK_NOW", time_of_build(os.environ))
        self.wanted = tuple(settings["PLUGINS"])
        super().__init__(settings)  # type: ignore[no-untyped-call] # Pelican's is untyped

    def build(self) -> Written:
        """Build the site.

        :raises SiteError: with every problem; the output folder is as it was.
        """
        self._check_plugins()
        # Pelican would count the articles that it has read itself: none.
        console.quiet, before = True, console.quiet
        try:
            super().run()  # type: ignore[no-untyped-call] # likewise
        finally:
            console.quiet = before
        written = self.writer.written
        if not isinstance(written, Written):
            raise TypeError("no plugin has written the site: is newsroom among PLUGINS?")
        return written

    def run(self) -> None:
        """Build the site for the command `pelican`, which would show a traceback for problems."""
        try:
            console.print(summary(self.build()))
        except SiteError as error:
            sys.exit(str(error))

    def _check_plugins(self) -> None:
        """A plugin that did not load is no detail: its gate or its feeds would be missing."""
        loaded = set(self.settings["PLUGINS"])
        hint = say("look for the reason in the lines above; `make preview` installs what it needs")
        missing = [
            Problem("pelicanconf.py", 0, say("the plugin {name} did not load", name=name), hint)
            for name in self.wanted
            if name not in loaded
        ]
        if missing:
            raise SiteError(missing)

    def _get_writer(self) -> Any:  # noqa: ANN401 - whichever plugin gave it
        self.writer = super()._get_writer()  # type: ignore[no-untyped-call] # likewise
        return self.writer


def summary(written: Written) -> str:
    """Say in a line what a build did."""
    return (
        f"Done: {written.changed} files written, {written.kept} unchanged, "
        f"{written.removed} taken away."
    )
