"""Prints the sheets of one edition, and remembers how each of them came about.

A sheet is made again when something that was asked for it is answered differently today. A page of
it is set anew only when its view differs as well: the view, the site's view, the templates and the
program are all that a page is made of.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import NamedTuple

from jinja2 import Environment

from newsdesk.desk import Desk
from newsdesk.forks import processes, spread
from newsdesk.memory import Answers, Store, digest_of, digest_of_value
from newsdesk.outputs import Known, Output
from newsdesk.printing.ground import Ground
from newsdesk.problems import Problem, SiteError
from newsdesk.render import render
from newsdesk.sheets import Companion, Proof, Sheet
from newsdesk.views import Page, Site

FASTEST = 1  # of zlib's levels


class Entry(NamedTuple):
    """A file as it is remembered.

    :param made_of: the digest of all that a page was made of; empty for other files.
    :param digest: of the bytes.
    :param size: how many bytes there are.
    :param known: what the rest of the site knows of a page.
    """

    path: str
    made_of: bytes
    digest: bytes
    size: int
    known: Known | None


class Print(NamedTuple):
    """A sheet as it is remembered.

    :param asked: the questions that were asked for it, one in a line.
    :param answers: the digest of their answers, and of all else that it is made of.
    """

    asked: str
    answers: bytes
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Made:
    """What came of making a sheet.

    :param sheet: its name.
    :param fresh: what the memory does not hold yet, by name.
    :param problems: what is wrong with it; then there is no print.
    """

    sheet: str
    done: Print | None = None
    fresh: dict[bytes, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """What came of printing many sheets."""

    outputs: list[Output] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Press:
    """Where the sheets of one edition are printed.

    :param ground: what all of them are made of beside the content.
    :param companions: make the files that pages bring with them.
    :param proofs: look at each page when it is made.
    """

    desk: Desk
    templates: Environment
    site: Site
    store: Store
    ground: Ground
    companions: tuple[Companion, ...] = ()
    proofs: tuple[Proof, ...] = ()
    _answers: Answers = field(default_factory=dict)

    def run(self, sheets: Sequence[Sheet]) -> Run:
        """Print sheets, and give their files in the same order.

        :raises SiteError: with all problems because of which sheets could not be made.
        """
        at_hand = self.store.names()
        prints = {sheet.name: self.remembered(sheet, at_hand) for sheet in sheets}
        run = Run()
        missing = [sheet for sheet in sheets if prints[sheet.name] is None]
        for made in spread([partial(self.make, sheet) for sheet in missing], processes()):
            for name, thing in made.fresh.items():
                self.store.keep(name, thing)
            prints[made.sheet] = made.done
            run.problems += made.problems
        if not all(prints.values()):
            raise SiteError(run.problems)
        for sheet in sheets:
            run.outputs += self._outputs(sheet, prints[sheet.name])
        return run

    def remembered(self, sheet: Sheet, at_hand: set[bytes]) -> Print | None:
        """Give a sheet out of the memory, or None when it has to be made.

        :param at_hand: the names of everything that the memory holds.
        """
        before = self._before(sheet)
        if before is None or before.answers != self._answered(sheet, before.asked):
            return None
        return before if all(entry.digest in at_hand for entry in before.entries) else None

    def make(self, sheet: Sheet) -> Made:
        """Make a sheet; this may happen in a process of its own."""
        made = Made(sheet.name)
        known = {entry.path: entry for entry in self._still_there(sheet)}
        with self.desk.shelf.witness.listening() as heard:
            try:
                results = [*self._made(sheet)]
            except SiteError as error:
                made.problems += error.problems
                return made
        entries = tuple(self._printed(each, known.get(each.path), made) for each in results)
        answers = digest_of(self.ground.of_sheets, sheet.basis, *heard.values())
        made.done = Print("\n".join(heard), answers, entries)
        if not made.problems:
            made.fresh[self._name(sheet)] = pickle.dumps(made.done, protocol=5)
        made.fresh.update(self.store.drained())
        return made

    def _made(self, sheet: Sheet) -> Iterator[Page | Output]:
        results = [*sheet.make()]
        pages = [each for each in results if isinstance(each, Page)]
        yield from results
        for companion in self.companions:
            yield from companion(pages)

    def _outputs(self, sheet: Sheet, done: Print | None) -> Iterator[Output]:
        """Give the files of a sheet."""
        # Whoever looks at one view of a sheet looks at the others as well.
        views = cache(partial(_views, sheet))
        for entry in done.entries if done else ():
            given = partial(self._bytes, sheet, entry)
            view = partial(_view, views, entry.path) if entry.known else None
            yield Output(entry.path, given, view, entry.known, entry.digest, entry.size)

    def _name(self, sheet: Sheet) -> bytes:
        return digest_of(self.ground.variant, self.desk.edition.key.encode(), sheet.name.encode())

    def _before(self, sheet: Sheet) -> Print | None:
        kept = self.store.recall(self._name(sheet))
        return pickle.loads(kept) if kept else None  # noqa: S301 - written by ourselves

    def _still_there(self, sheet: Sheet) -> Iterator[Entry]:
        """Give the files of a remembered sheet whose bytes have not gone: the oldest things do."""
        before = self._before(sheet)
        for entry in before.entries if before else ():
            if self.store.recall(entry.digest) is not None:
                yield entry

    def _answered(self, sheet: Sheet, asked: str) -> bytes:
        """Ask again what was asked for a sheet."""
        questions = asked.split("\n") if asked else []
        for question in questions:
            if question not in self._answers:
                self._answers[question] = self.desk.answer(question)
        answers = (self._answers[question] for question in questions)
        return digest_of(self.ground.of_sheets, sheet.basis, *answers)

    def _printed(self, result: Page | Output, before: Entry | None, made: Made) -> Entry:
        """Set a page, unless it would come out as before; put its bytes aside."""
        if isinstance(result, Output):
            return self._put_aside(result, b"", None, made)
        made_of = digest_of(self.ground.of_pages, digest_of_value((self.site, result)))
        if before and before.made_of == made_of:
            return before
        output = render(self.templates, self.site, result)
        made.problems += (problem for proof in self.proofs for problem in proof(output))
        return self._put_aside(output, made_of, Known.of(output), made)

    def _put_aside(self, output: Output, made_of: bytes, known: Known | None, made: Made) -> Entry:
        data = output.data
        digest = digest_of(data)
        made.fresh[digest] = zlib.compress(data, FASTEST)
        return Entry(output.path, made_of, digest, len(data), known)

    def _bytes(self, sheet: Sheet, entry: Entry) -> bytes:
        kept = self.store.recall(entry.digest)
        if kept is None:
            # It was there when we looked; somebody has taken the memory away.
            kept = self.make(sheet).fresh[entry.digest]
        return zlib.decompress(kept)


def _views(sheet: Sheet) -> dict[str, Page]:
    return {each.path: each for each in sheet.make() if isinstance(each, Page)}


def _view(views: Callable[[], Mapping[str, Page]], path: str) -> Page:
    return views()[path]
