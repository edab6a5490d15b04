"""A site while it is being made: what was gathered, what will be written, and who must agree.

One build is shared by all plugins of a run. They add files and gates to it; in which order they
do so makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment

from newsdesk.assets import Assets, assets
from newsdesk.build_note import About, BuildNote, about
from newsdesk.catalogue import Catalogue, gather
from newsdesk.desk import Desk
from newsdesk.drafts import mildly
from newsdesk.embargo import Secret, secrets_of
from newsdesk.files import FILES, read_each
from newsdesk.inspected import leaks_in_new_files
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.memory import FILE, Store, Witness
from newsdesk.outputs import Output, by_path
from newsdesk.pages import edition_sheets, language_page, not_found_page, site_view
from newsdesk.photos.memory import Memory, examined, prints
from newsdesk.photos.prints import Derivative, plan
from newsdesk.printing import Ground, Press, Run, compiled_once
from newsdesk.problems import Problem, SiteError
from newsdesk.purge import addresses_to_purge
from newsdesk.render import environment
from newsdesk.script import Words
from newsdesk.settings import Settings
from newsdesk.sheets import Companion, Proof, Sheet
from newsdesk.shelf import Shelf
from newsdesk.speech import Speech
from newsdesk.timings import Timings
from newsdesk.typesetter import Galley, Typesetter
from newsdesk.untranslated import untranslated
from newsdesk.views import Photo
from newsdesk.words import read_words

# Under this name the build stands in the context that Pelican's generators share.
CONTEXT_KEY = "newsdesk_build"
# Under this name a preview that is tried again hands over what was wrong with drafts.
UNFINISHED = "UNFINISHED_DRAFTS"
# What can be made again, but takes time; may be deleted whenever one likes.
PHOTO_MACRO = "macros/photo.html"
MEMORY = Path(".newsdesk", "memory")

Gate = Callable[[Mapping[str, Output]], Iterable[Problem]]
Directory = Callable[[Sequence[Output]], Iterable[Output]]


@dataclass
class Build:
    """One run of the press.

    :param content: the content folder, as the person who reads the messages knows it.
    :param theme: the folder of templates, style sheets and translations.
    :param desks: one for each edition.
    :param templates: the templates in the words of each edition, in the same order.
    :param memory: keeps what was made of photographs.
    :param store: remembers what earlier builds have read and made.
    :param notices: warnings about the content; they do not stop the build.
    :param unfinished: what is wrong with drafts; a preview leaves those out.
    :param secrets: what would give away a post that is not public; nothing of it may be written.
    :param about: what this build is made of, for whoever publishes it.
    :param sheets: what plugins have printed, by the key of the edition; remembered like pages.
    :param files: what will be written beside the pages.
    :param directories: each makes files out of all pages, such as a list of them.
    :param companions: each makes the files that pages bring with them.
    :param proofs: each looks at every page when it is made, and may find problems.
    :param gates: each is shown the whole site before it is written, and may find problems.
    :param timings: what each part of the build has taken.
    """

    house: Settings
    content: Path
    theme: Path
    catalogue: Catalogue
    assets: Assets
    desks: tuple[Desk, ...]
    templates: tuple[Environment, ...]
    memory: Memory
    store: Store
    ground: Ground
    about: About
    notices: tuple[Problem, ...] = ()
    unfinished: tuple[Problem, ...] = ()
    secrets: tuple[Secret, ...] = ()
    sheets: dict[str, list[Sheet]] = field(default_factory=lambda: defaultdict(list))
    companions: list[Companion] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    files: list[Output] = field(default_factory=list)
    directories: list[Directory] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)

    @classmethod
    def begin(
        cls,
        house: Settings,
        content: Path,
        theme: Path,
        kept: Path = MEMORY,
        unfinished: Iterable[Problem] = (),
    ) -> Build:
        """Gather and check all content, and set up a desk for each edition.

        :param theme: the folder of templates, style sheets and translations.
        :param kept: the folder of what earlier builds have made.
        :param unfinished: what else is wrong with drafts, as an earlier try at a preview has found.
        :raises SiteError: with every problem of the content.
        """
        memory, store = Memory(kept), Store(kept / FILE)
        timings = Timings()
        with timings.part("reading and checking"):
            everything = gather(content, house, drafts_may_err=True, store=store)
            # What a preview cannot show it leaves out; the public does not see drafts anyway.
            if house.show_unpublished:
                everything = everything.finished(unfinished)
        now = house.now.astimezone(house.zone)
        purging = addresses_to_purge(everything, house, now.date(), memory)
        lacking = untranslated(theme / "translations", house.editions)
        notices = (*everything.notices, *purging, *lacking)
        catalogue = everything.public(now, drafts=house.show_unpublished)
        words = Words.shipped().corrected(catalogue.vocabulary.script)
        with mistakes_of_drafts(house, content, everything.items):
            album = exhibition(catalogue, memory)
        sizes = {name: (content / FILES / name).stat().st_size for name in catalogue.downloads}
        speeches = [Speech(edition.key, words) for edition in house.editions]
        secrets = secrets_of(everything, catalogue, content, speeches)
        said = [read_words(theme / "translations", speech) for speech in speeches]
        templates = compiled_once((environment(theme / "templates", each) for each in said), store)
        languages = {language_of(speech.key) for speech in speeches}
        galleys = {language: Galley(language, store) for language in languages}
        with timings.part("Markdown and typography"):
            for language, galley in galleys.items():
                galley.prepare(catalogue.texts(language))
        witness = Witness()
        desks = (
            Desk(
                house,
                edition,
                Shelf(catalogue, edition.key, witness),
                Typesetter(speech, galleys[language_of(speech.key)]),
                interface,
                _figure_of(template),
                album,
                sizes,
            )
            for edition, speech, interface, template in zip(
                house.editions, speeches, said, templates, strict=True
            )
        )
        made = assets(theme / "static", house.logo)
        return cls(
            house,
            content,
            theme,
            catalogue,
            made,
            tuple(desks),
            tuple(templates),
            memory,
            store,
            Ground.of(house, content, theme),
            about(house, content, theme, everything, catalogue.items),
            notices,
            everything.unfinished,
            secrets,
            timings=timings,
        )

    def outputs(self) -> dict[str, Output]:
        """Make every file of the site and ask every gate.

        :raises SiteError: with everything that the gates found.
        """
        runs = [self._printed(press) for press in self.presses()]
        pages = [output for run in runs for output in run.outputs]
        with self.timings.part("photographs"):
            photos = [*self._photos()]
        listed = [file for directory in self.directories for file in self._listed(directory, pages)]
        files = chain(photos, self._downloads(), self._assets(), self.files, listed)
        outputs = by_path(chain(pages, files))
        problems = [problem for run in runs for problem in run.problems]
        for gate in self.gates:
            with self.timings.part(f"gate: {gate.__module__}"):
                problems += gate(outputs)
        # Not a plugin's gate: nobody can leave this one out.
        with self.timings.part("gate: embargo"):
            problems += leaks_in_new_files(outputs, self.secrets, self.store)
        if problems:
            with mistakes_of_drafts(self.house, self.content, self.catalogue.items):
                raise SiteError(problems)
        return outputs

    def _listed(self, directory: Directory, pages: Sequence[Output]) -> list[Output]:
        with self.timings.part(f"list: {directory.__module__}"):
            return [*directory(pages)]

    def weigh(self, key: str, file: Derivative) -> int:
        """Give the bytes of a file of a photograph, which is made now when it is not remembered.

        :param key: of the photograph.
        """
        original = self.catalogue.album.photographs[key].original
        return len(prints([file], original.read, self.memory)[file])

    def full_size(self, key: str) -> bytes:
        """Give a photograph with all its pixels as JPEG, without what the camera wrote beside them.

        :param key: of the photograph.
        """
        source = self.catalogue.album.photographs[key].original
        original = examined(source.path, source.read(), self.memory)
        files = plan(original, [original.facts.width])
        (file,) = (file for file in files if file.form == "jpeg")
        return prints([file], source.read, self.memory)[file]

    def note(self, outputs: Mapping[str, Output]) -> bytes:
        """Say what the files of this build are, for whoever publishes them."""
        files = {path: output.digest.hex() for path, output in outputs.items()}
        return bytes(BuildNote(self.about, files))

    def printed(self, name: str, sheets: Sequence[Sheet]) -> list[Output]:
        """Print sheets of no edition, and give their files.

        :param name: of all of them; by it, the next build finds what this one remembers.
        """
        first, *_ = self.presses()
        return first.run(sheets, name).outputs

    def presses(self) -> Iterator[Press]:
        """Give what the sheets of each edition are printed with."""
        for desk, templates in zip(self.desks, self.templates, strict=True):
            site = site_view(desk, self.assets)
            beside = tuple(self.companions), tuple(self.proofs), self.timings
            yield Press(desk, templates, site, self.store, self.ground, *beside)

    def _printed(self, press: Press) -> Run:
        desk, key = press.desk, press.desk.edition.key
        sheets = chain(edition_sheets(desk), self._sheets_of_all(desk), self.sheets[key])
        return press.run([*sheets])

    def _sheets_of_all(self, desk: Desk) -> Iterator[Sheet]:
        """Give the pages that stand above the editions; the first one's desk makes them."""
        if desk is self.desks[0]:
            yield Sheet("languages", lambda: [language_page(self.house, self.desks)])
            yield Sheet("not found", lambda: [not_found_page(desk)])

    def _assets(self) -> Iterator[Output]:
        made = self.assets
        for asset in (made.stylesheet, made.script, made.search, made.icon, *made.files):
            yield Output(asset.name, asset.content)

    def _photos(self) -> Iterator[Output]:
        for key, derivatives in self.desks[0].prints.items():
            original = self.catalogue.album.photographs[key].original
            for file, data in prints(derivatives, original.read, self.memory).items():
                yield Output(file.path, data)

    def _downloads(self) -> Iterator[Output]:
        for name in self.catalogue.downloads:
            yield Output(f"{FILES}/{name}", (self.content / FILES / name).read_bytes())


@contextmanager
def mistakes_of_drafts(house: Settings, content: Path, items: Iterable[Item]) -> Iterator[None]:
    """Say which mistakes are those of drafts alone: a preview can be tried again without them.

    :raises SiteError: as it was raised within; what is wrong with drafts is a warning.
    """
    try:
        yield
    except SiteError as error:
        if not house.show_unpublished:
            raise
        raise SiteError(map(mildly(content, items), error.problems)) from error


def _figure_of(templates: Environment) -> Callable[[Photo], str]:
    """Take from the theme how a photograph within a text is shown."""
    macro: Callable[[Photo], str] = getattr(templates.get_template(PHOTO_MACRO).module, "photo")  # noqa: B009 - what a template defines is known to nobody before
    return macro


def exhibition(catalogue: Catalogue, memory: Memory) -> dict[str, tuple[Derivative, ...]]:
    """Examine every photograph that posts show, and name the files that will be made of it.

    :raises SiteError: with all that is wrong with the pictures.
    """
    shown = [catalogue.album.photographs[key].original for key in catalogue.photos]
    examined_ones, problems = read_each(
        lambda original: examined(original.path, original.read(), memory), shown
    )
    if problems:
        raise SiteError(problems)
    return {original.key: plan(original) for original in examined_ones}


def build_of(generators: Sequence[Any]) -> Build:
    """Find the build that a run of Pelican is about.

    :param generators: as Pelican hands them over with its signals.
    """
    found = generators[0].context[CONTEXT_KEY]
    if not isinstance(found, Build):
        raise TypeError(f"{CONTEXT_KEY} is taken by something else: {found!r}")
    return found
