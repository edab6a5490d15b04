"""A site while it is being made: what was gathered, what will be written, and who must agree.

One build is shared by all plugins of a run. They add files and gates to it; in which order they
do so makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from newsdesk.assets import Assets, assets
from newsdesk.catalogue import Catalogue, gather
from newsdesk.desk import Desk
from newsdesk.outputs import Output, by_path
from newsdesk.pages import edition_pages, language_page, not_found_page, site_view
from newsdesk.problems import Problem, SiteError
from newsdesk.render import environment, render
from newsdesk.script import Words
from newsdesk.settings import Edition, Settings
from newsdesk.shelf import Shelf
from newsdesk.speech import Speech
from newsdesk.typesetter import Typesetter
from newsdesk.words import read_words

# Under this name the build stands in the context that Pelican's generators share.
CONTEXT_KEY = "newsdesk_build"

Gate = Callable[[Mapping[str, Output]], Iterable[Problem]]


@dataclass
class Build:
    """One run of the press.

    :param content: the content folder, as the person who reads the messages knows it.
    :param theme: the folder of templates, style sheets and translations.
    :param files: what will be written beside the pages.
    :param gates: each is shown the whole site before it is written, and may find problems.
    """

    house: Settings
    content: Path
    theme: Path
    catalogue: Catalogue
    assets: Assets
    desks: tuple[Desk, ...]
    files: list[Output] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)

    @classmethod
    def begin(cls, house: Settings, content: Path, theme: Path) -> Build:
        """Gather and check all content, and set up a desk for each edition.

        :raises SiteError: with every problem of the content.
        """
        catalogue = gather(content, house)
        words = Words.shipped()
        desks = tuple(
            _desk(house, edition, catalogue, Speech(edition.key, words), theme / "translations")
            for edition in house.editions
        )
        return cls(house, content, theme, catalogue, assets(theme / "static"), desks)

    def outputs(self) -> dict[str, Output]:
        """Make every file of the site and ask every gate.

        :raises SiteError: with everything that the gates found.
        """
        outputs = by_path(chain(self._pages(), self._pictures(), self._assets(), self.files))
        problems = [problem for gate in self.gates for problem in gate(outputs)]
        if problems:
            raise SiteError(problems)
        return outputs

    def _pages(self) -> Iterator[Output]:
        for desk in self.desks:
            site = site_view(desk, self.assets)
            templates = environment(self.theme / "templates", desk.words)
            for page in chain(edition_pages(desk), self._pages_of_all(desk)):
                yield render(templates, site, page)

    def _pages_of_all(self, desk: Desk) -> Iterator[Any]:
        """Give the pages that stand above the editions; the first one's desk makes them."""
        if desk is self.desks[0]:
            yield language_page(self.house, self.desks)
            yield not_found_page(desk)

    def _assets(self) -> Iterator[Output]:
        made = self.assets
        for asset in (made.stylesheet, made.script, made.icon, *made.files):
            yield Output(asset.name, asset.content)

    def _pictures(self) -> Iterator[Output]:
        for path in self.catalogue.pictures:
            yield Output(path, (self.content / path).read_bytes())


def _desk(
    house: Settings, edition: Edition, catalogue: Catalogue, speech: Speech, translations: Path
) -> Desk:
    """Set up the desk of an edition.

    :param translations: the folder of the interface's words.
    """
    shelf = Shelf(catalogue, edition.key)
    return Desk(house, edition, shelf, Typesetter(speech), read_words(translations, speech))


def build_of(generators: Sequence[Any]) -> Build:
    """Find the build that a run of Pelican is about.

    :param generators: as Pelican hands them over with its signals.
    """
    found = generators[0].context[CONTEXT_KEY]
    if not isinstance(found, Build):
        raise TypeError(f"{CONTEXT_KEY} is taken by something else: {found!r}")
    return found
