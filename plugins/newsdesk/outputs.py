"""What the build makes: files as values, put into a folder all together or not at all."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from newsdesk.anchors import Anchors, anchors
from newsdesk.build_note import NOTE
from newsdesk.files import replace_file
from newsdesk.memory import Store
from newsdesk.problems import Message, Problem, SiteError, say
from newsdesk.stamps import Stamps
from newsdesk.views import EditionLink, Page, Particulars

# Lists what the last build wrote, so that the next one takes away only what was ours.
LIST_OF_FILES = ".newsdesk-files"


class Known(NamedTuple):
    """What the rest of the site must know of a page, so that nobody has to read it again.

    Plain values: of a large site, thousands of these are taken out of the memory in each build.
    """

    facts: tuple[Any, ...]
    places: tuple[tuple[str, ...], ...]

    @classmethod
    def packed(cls, output: Output) -> bytes:
        """Look at a finished page; what is packed is unpacked only for whoever asks for it."""
        page, found = output.particulars, output.anchors
        if page is None:
            return b""
        editions = tuple(tuple(vars(link).values()) for link in page.editions)
        facts = (getattr(page, each.name) for each in fields(Particulars))
        plain = (editions if fact is page.editions else fact for fact in facts)
        return pickle.dumps(cls(tuple(plain), tuple(found)), protocol=5)

    @property
    def particulars(self) -> Particulars:
        """What lists of all pages say of it."""
        facts = dict(zip((each.name for each in fields(Particulars)), self.facts, strict=True))
        links = tuple(EditionLink(*link) for link in facts.pop("editions"))
        return Particulars(**facts, editions=links)

    @property
    def anchors(self) -> Anchors:
        """Its places, and where it points to."""
        return Anchors(*self.places)


def fingerprint(data: bytes) -> bytes:
    """Name the bytes of a file, as the note beside the finished site does: by their SHA-256."""
    return sha256(data).digest()


@dataclass(frozen=True)
class Output:
    """One file of the finished site.

    :param path: below the output folder, such as `en/index.html`.
    :param given: its bytes, or how to come by them.
    :param made_from: the view it was made from, for pages, or how to come by it.
    :param packed: what the rest of the site knows of the page, when it is known already.
    :param name: the SHA-256 of the bytes, when it is known already.
    :param length: how many bytes there are, when it is known already.
    :param made_of: the digest of all that a page was made of, when it is known.
    """

    path: str
    given: bytes | Callable[[], bytes] = field(repr=False)
    made_from: Page | Callable[[], Page] | None = field(default=None, repr=False)
    packed: bytes = field(default=b"", repr=False, compare=False)
    name: bytes = field(default=b"", repr=False, compare=False)
    length: int | None = field(default=None, repr=False, compare=False)
    made_of: bytes = field(default=b"", repr=False, compare=False)

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.given() if callable(self.given) else self.given

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.data) if self.length is None else self.length

    @property
    def page(self) -> Page | None:
        """The view that the page was made from; to come by it may take a while."""
        return self.made_from() if callable(self.made_from) else self.made_from

    @cached_property
    def particulars(self) -> Particulars | None:
        """What lists of all pages say of the page; None for what is no page."""
        if self._known:
            return self._known.particulars
        return self.page.particulars if self.page else None

    @property
    def is_page(self) -> bool:
        """Whether it is a page that people look at."""
        return bool(self.packed or self.made_from)

    @cached_property
    def anchors(self) -> Anchors:
        """The places of the page, and where it points to."""
        return self._known.anchors if self._known else anchors(self.data)

    @cached_property
    def _known(self) -> Known | None:
        known: Known | None = pickle.loads(self.packed) if self.packed else None  # noqa: S301 - packed above
        return known

    @property
    def facts(self) -> bytes:
        """What the rest of the site knows of the page, packed: equal for equal facts."""
        return self.packed or Known.packed(self)

    @cached_property
    def digest(self) -> bytes:
        """The SHA-256 of the bytes."""
        return self.name or fingerprint(self.data)


@dataclass(frozen=True, slots=True)
class Written:
    """What putting a site into its folder did: how many files are new, gone, or as they were."""

    changed: int
    removed: int
    kept: int


def by_path(outputs: Iterable[Output]) -> dict[str, Output]:
    """Order the outputs by path.

    :raises SiteError: when two things would be written to one file.
    """
    found: dict[str, Output] = {}
    problems = []
    for output in outputs:
        other = found.setdefault(output.path, output)
        if other is not output and not _is_same_file(output, other):
            message = say("“{path}” would be written twice", path=output.path)
            hint = say("one of them is {other}; give it another slug", other=_source(other))
            problems.append(Problem(_source(output), 0, message, hint))
    if problems:
        raise SiteError(problems)
    return dict(sorted(found.items()))


def _is_same_file(one: Output, other: Output) -> bool:
    """Two editions may bring the same drawing with them; pages are never the same."""
    return not one.is_page and not other.is_page and one.digest == other.digest


def _source(output: Output) -> str:
    return (output.particulars and output.particulars.source) or output.path


def replace_site(
    folder: Path, outputs: dict[str, Output], note: bytes = b"", store: Store | None = None
) -> Written:
    """Bring a folder to hold exactly the outputs; files that have not changed stay untouched.

    :param note: what stands beside them when all of them are there, and at no other time.
    :param store: remembers what the folder holds, so that not every file is read.
    :raises SiteError: when the folder holds files that no build of ours has written.
    """
    before = files_of_last_build(folder)
    stamps = Stamps(folder, store or Store())
    changed = [output for output in outputs.values() if not _holds(folder, output, stamps)]
    gone = sorted(before - outputs.keys())
    if changed or gone:
        (folder / NOTE).unlink(missing_ok=True)
        # From here on the list names the old and the new files, so that a build which is cut off
        # leaves nothing behind that the next one would not know to be ours.
        _write(folder / LIST_OF_FILES, _lines(before | outputs.keys()))
    for output in changed:
        replace_file(folder / output.path, output.data)
        stamps.note(output.path, output.digest)
    for path in gone:
        _remove(folder, path)
    _write(folder / LIST_OF_FILES, _lines(outputs.keys()))
    stamps.keep()
    if note:
        _write(folder / NOTE, note)
    return Written(len(changed), len(gone), len(outputs) - len(changed))


def _holds(folder: Path, output: Output, stamps: Stamps) -> bool:
    """Tell whether a file is there already as it should be."""
    if stamps.holds(output.path, output.digest):
        return True
    if _differs(folder / output.path, output.data):
        return False
    stamps.note(output.path, output.digest)
    return True


def files_of_last_build(folder: Path) -> set[str]:
    """Give the files that the last build wrote.

    :raises SiteError: when the folder is somebody else's.
    """
    written = folder / LIST_OF_FILES
    if written.exists():
        return set(written.read_text("utf-8").split("\n")) - {""}
    if folder.exists() and not folder.is_dir():
        raise _not_ours(folder, say("this is a file, not a folder"))
    if folder.exists() and any(folder.iterdir()):
        raise _not_ours(folder, say("this folder holds files that newsdesk has not written"))
    return set()


def _not_ours(folder: Path, message: Message) -> SiteError:
    hint = say("name an empty folder, or one that newsdesk has built before")
    return SiteError([Problem(folder.as_posix(), 0, message, hint)])


def _lines(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _write(file: Path, data: bytes) -> None:
    if _differs(file, data):
        replace_file(file, data)


def _differs(file: Path, data: bytes) -> bool:
    return not file.is_file() or file.read_bytes() != data


def _remove(folder: Path, path: str) -> None:
    """Take a file away, and the folders that it leaves empty."""
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
