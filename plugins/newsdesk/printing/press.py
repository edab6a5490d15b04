"""Prints the sheets of one edition, and remembers how each of them came about.

A sheet is made again when something that was asked for it is answered differently today. A page of
it is set anew only when its view differs as well: the view, the site's view, the templates and the
program are all that a page is made of.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TypeAlias

from jinja2 import Environment

from newsdesk.desk import Desk
from newsdesk.forks import processes, spread
from newsdesk.memory import Notes, Store, digest_of, digest_of_value
from newsdesk.outputs import Known, Output, fingerprint
from newsdesk.packing import put_by, unzstandarded
from newsdesk.printing.ground import Ground
from newsdesk.printing.prints import Entry, Print
from newsdesk.problems import Problem, SiteError
from newsdesk.render import render
from newsdesk.sheets import Companion, Proof, Sheet
from newsdesk.timings import Timings
from newsdesk.views import Page, Site

# The prints of a run, by the names of their sheets.
Rack: TypeAlias = Notes[str, Print]


@dataclass(slots=True)
class Made:
    """What came of making a sheet.

    :param sheet: its name.
    :param fresh: what the memory does not hold yet, by name.
    :param problems: what is wrong with it; then there is no print.
    :param cpu: seconds of a processor that it took.
    """

    sheet: str
    done: Print | None = None
    fresh: dict[bytes, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cpu: float = 0.0


@dataclass(slots=True)
class Run:
    """What came of printing many sheets."""

    outputs: list[Output] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Answered(dict[str, bytes]):
    """Every question that was asked, with its answer; what is new is asked at the desk."""

    def __init__(self, desk: Desk) -> None:
        """Begin with what can be asked about single posts."""
        super().__init__(desk.answers_about_posts())
        self.desk = desk

    def __missing__(self, question: str) -> bytes:
        """Ask what nobody has asked yet."""
        answer = self[question] = self.desk.answer(question)
        return answer


@dataclass
class Press:
    """Where the sheets of one edition are printed.

    :param ground: what all of them are made of beside the content.
    :param companions: make the files that pages bring with them.
    :param proofs: look at each page when it is made.
    :param timings: are told what each kind of sheet takes.
    """

    desk: Desk
    templates: Environment
    site: Site
    store: Store
    ground: Ground
    companions: tuple[Companion, ...] = ()
    proofs: tuple[Proof, ...] = ()
    timings: Timings = field(default_factory=Timings)

    @cached_property
    def _answers(self) -> Answered:
        """The answers that nearly all sheets need, and whatever else has been answered."""
        return Answered(self.desk)

    @cached_property
    def _digest_of_site(self) -> bytes:
        return digest_of_value(self.site)

    def run(self, sheets: Sequence[Sheet], name: str = "pages") -> Run:
        """Print sheets, and give their files in the same order.

        :param name: of the run; by it, the next build finds what this one remembers.
        :raises SiteError: with all problems because of which sheets could not be made.
        """
        rack = self._rack(name)
        with self.timings.part(f"looking up {name}"):
            at_hand = self.store.names()
            prints = {sheet.name: self._remembered(sheet, rack, at_hand) for sheet in sheets}
        missing = [sheet for sheet in sheets if prints[sheet.name] is None]
        # The last sheets first: feeds, which take longest, so that all processes end together.
        work = [partial(self.make, sheet, rack.find(sheet.name)) for sheet in reversed(missing)]
        run, sound = Run(), dict(prints)
        with self.timings.part(f"making {name}"):
            for made in spread(work, processes()):
                for digest, thing in made.fresh.items():
                    self.store.keep(digest, thing)
                prints[made.sheet] = made.done
                sound[made.sheet] = None if made.problems else made.done
                run.problems += made.problems
                self.timings.piece(f"  {made.sheet.partition('/')[0]}", made.cpu)
            rack.keep({sheet: made for sheet, made in sound.items() if made})
        for sheet in sheets:
            run.outputs += self._outputs(sheet, prints[sheet.name])
        if not all(prints.values()):
            raise SiteError(run.problems)
        return run

    def _rack(self, name: str) -> Rack:
        place = (self.ground.variant, self.desk.edition.key.encode(), name.encode())
        return Notes(self.store, digest_of(*place))

    def _remembered(self, sheet: Sheet, rack: Rack, at_hand: set[bytes]) -> Print | None:
        """Give a sheet out of the memory, or None when it has to be made.

        :param at_hand: the names of everything that the memory holds.
        """
        before = rack.find(sheet.name)
        if before is None or before.answers != self._answered(sheet, before):
            return None
        return before if all(entry.digest in at_hand for entry in before.entries) else None

    def make(self, sheet: Sheet, before: Print | None = None) -> Made:
        """Make a sheet; this may happen in a process of its own.

        :param before: the sheet as it was.
        """
        began, made = time.process_time(), Made(sheet.name)
        known = {entry.path: entry for entry in self._still_there(before)}
        with self.desk.shelf.witness.listening() as heard:
            try:
                results = [*self._made(sheet)]
            except SiteError as error:
                made.problems += error.problems
                return made
        entries = tuple(self._printed(each, known.get(each.path), made) for each in results)
        answers = self._digest(sheet, entries, heard.values())
        made.done = Print("\n".join(heard), answers, entries)
        made.fresh.update(self.store.drained())
        made.cpu = time.process_time() - began
        return made

    def _made(self, sheet: Sheet) -> Iterator[Page | Output]:
        results = [*sheet.make()]
        pages = [each for each in results if isinstance(each, Page)]
        yield from results
        for companion in self.companions:
            yield from companion(pages)

    def _outputs(self, sheet: Sheet, done: Print | None) -> Iterator[Output]:
        """Give the files of a sheet."""
        views = Views(sheet)
        for entry in done.entries if done else ():
            given = partial(self._bytes, sheet, entry)
            view = partial(views.of, entry.path) if entry.known else None
            known = entry.known, entry.digest, entry.size, entry.made_of
            yield Output(entry.path, given, view, *known)

    def _still_there(self, before: Print | None) -> Iterator[Entry]:
        """Give the files of a remembered sheet whose bytes have not gone: the oldest things do."""
        for entry in before.entries if before else ():
            if self.store.recall(entry.digest) is not None:
                yield entry

    def _answered(self, sheet: Sheet, before: Print) -> bytes:
        """Ask again what was asked for a sheet."""
        questions = before.asked.split("\n") if before.asked else []
        answers = map(self._answers.__getitem__, questions)
        return self._digest(sheet, before.entries, answers)

    def _digest(self, sheet: Sheet, entries: Iterable[Entry], answers: Iterable[bytes]) -> bytes:
        """Name all that a sheet is made of; for what pages share, such as the menu, none asks."""
        has_pages = any(entry.made_of for entry in entries)
        shared = self._digest_of_site if has_pages else b""
        return digest_of(self.ground.of_sheets, shared, sheet.basis, *answers)

    def _printed(self, result: Page | Output, before: Entry | None, made: Made) -> Entry:
        """Set a page, unless it would come out as before; put its bytes aside."""
        if isinstance(result, Output):
            return self._put_aside(result, b"", b"", made)
        made_of = digest_of(self.ground.of_pages, self._digest_of_site, digest_of_value(result))
        if before and before.made_of == made_of:
            return before
        output = render(self.templates, self.site, result)
        made.problems += (problem for proof in self.proofs for problem in proof(output))
        return self._put_aside(output, made_of, Known.packed(output), made)

    def _put_aside(self, output: Output, made_of: bytes, known: bytes, made: Made) -> Entry:
        data = output.data
        digest = fingerprint(data)
        made.fresh[digest] = put_by(data)
        return Entry(output.path, made_of, digest, len(data), known)

    def _bytes(self, sheet: Sheet, entry: Entry) -> bytes:
        kept = self.store.recall(entry.digest)
        if kept is None:
            # It was there when we looked; somebody has taken the memory away.
            kept = self.make(sheet).fresh[entry.digest]
        return unzstandarded(kept)


@dataclass(slots=True)
class Views:
    """The views of a sheet: whoever looks at one of them looks at the others as well."""

    sheet: Sheet
    _made: Mapping[str, Page] | None = None

    def of(self, path: str) -> Page:
        """Give the view of a page by its path."""
        if self._made is None:
            pages = (each for each in self.sheet.make() if isinstance(each, Page))
            self._made = {page.path: page for page in pages}
        return self._made[path]
