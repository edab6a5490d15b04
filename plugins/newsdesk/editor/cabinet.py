"""All that the form can open and save: posts, the vocabulary, photographs.

The form knows a file by an address of its own, such as `news/sr/k7m2qx.md`: the type, the language
and the id. Where that is in content/ is known here alone; no address can lead anywhere else.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path, PurePosixPath

from newsdesk.editor.boxes import PHOTO
from newsdesk.editor.pictures import accepted, any_picture, is_picture, key_for
from newsdesk.editor.posts import FILE, Hand, Posts, plan
from newsdesk.editor.records import KEY, PICTURE, Shelf, name_of
from newsdesk.editor.refusal import Refusal
from newsdesk.editor.sheets import READ, Sheet, begun_photo, read
from newsdesk.editor.spots import Spot, roughly, spot_of, within_record
from newsdesk.editor.trial import Trial
from newsdesk.files import FILES, PHOTOS, POST_ENDING, RECORD_ENDING, replace_files
from newsdesk.header import Source, read_record
from newsdesk.problems import Message, Problem, SiteError, say
from newsdesk.scaffold import new_id, slug_of
from newsdesk.schema.fields import FILE_NAME
from newsdesk.schema.posts import POST_TYPES
from newsdesk.schema.records import RECORD_TYPES
from newsdesk.script import slugify
from newsdesk.settings import Settings

ADDRESS = re.compile(
    r"(?P<collection>[a-z_]+)/(?:(?P<folder>[a-z-]+)/)?(?P<identity>[a-z0-9]+(?:-[a-z0-9]+)*)\.md"
)
# What a sheet carries for the form alone: which window it is in.
FORM = "form"
Planned = dict[str, bytes]
NO_PICTURE = say("choose a picture first")
NOTHING_YET = say("nothing is written here yet, and no file is made of it")


@dataclass(frozen=True, slots=True)
class Address:
    """How the form names what it opens.

    :param folder: of the language; empty for what is not written in languages.
    """

    collection: str
    identity: str
    folder: str = ""

    @classmethod
    def read(cls, text: str) -> Address:
        """Read an address.

        :raises Refusal: when it can be none of ours.
        """
        found = ADDRESS.fullmatch(text)
        known = found and found["collection"] in {*POST_TYPES, *RECORD_TYPES, PHOTO}
        if found is None or not known:
            raise Refusal(say("there is nothing at {address}", address=text))
        return cls(found["collection"], found["identity"], found["folder"] or "")

    def __str__(self) -> str:
        return "/".join(filter(None, (self.collection, self.folder, f"{self.identity}.md")))


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that is sent along.

    :param name: that it has on somebody's machine.
    """

    name: str
    data: bytes


@dataclass(slots=True)
class Cabinet:
    """Opens and saves; one person at a time.

    :param content: the content folder, as the person knows it.
    :param house: gives the decisions of the house, and the time, as they are now.
    """

    content: Path
    house: Callable[[], Settings]
    trial: Trial
    notes: dict[str, Message] = field(default_factory=dict)
    _seen: dict[tuple[str, str], str] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def _shelf(self) -> Shelf:
        return Shelf(self.content)

    # Opening

    def sheets(self, collection: str) -> Iterator[tuple[Address, Sheet]]:
        """Give everything of a collection."""
        if collection in POST_TYPES:
            posts = Posts.read(self.content, self.house())
            for identity, versions in posts.of_kind(collection).items():
                for folder, sheet in posts.sheets(collection, versions).items():
                    yield Address(collection, identity, folder), sheet
        else:
            for identity, sheet in self._shelf.sheets(collection).items():
                yield Address(collection, identity), sheet

    def sheet(self, address: Address) -> Sheet | None:
        """Give what stands in one form; None when there is no such thing."""
        return self._there([address]).get(address)

    def _there(self, addresses: Iterable[Address]) -> dict[Address, Sheet]:
        """Give what stands in several forms; all posts are read once for them."""
        addresses = tuple(addresses)
        if any(address.collection in POST_TYPES for address in addresses):
            posts = Posts.read(self.content, self.house())
            found = {address: _of_post(posts, address) for address in addresses}
        else:
            found = {
                address: self._shelf.sheets(address.collection).get(address.identity)
                for address in addresses
            }
        return {address: sheet for address, sheet in found.items() if sheet is not None}

    # Beginning

    def identity_for(self, collection: str, sheet: Sheet) -> str:
        """Give the name under which something new will be known.

        :raises Refusal: when nothing tells it.
        """
        if collection in POST_TYPES:
            posts = Posts.read(self.content, self.house())
            return new_id({post.identity for post in posts.kept})
        if collection == PHOTO:
            key = key_for(str(sheet.get(PICTURE) or ""))
            missing = NO_PICTURE
        else:
            key = slugify(str(sheet.get(KEY) or name_of(sheet)))
            missing = say("type a key first: small letters a–z, digits and hyphens")
        if not key:
            raise Refusal(missing)
        return key

    # Saving

    def save(self, sheets: Mapping[Address, Sheet], uploads: Iterable[Upload] = ()) -> None:
        """Write what the form holds, all of it or nothing.

        :raises Refusal: with the reason; nothing was written then.
        """
        with self._lock, _disk_that_may_fail():
            planned = self._planned(sheets, self._pictures(uploads, sheets))
            there = {path: self._bytes(path) for path in planned}
            self._check_readings(sheets, planned)
            changed = {path: data for path, data in planned.items() if there[path] != data}
            self._check(changed)
            # Trying it took a moment, in which somebody may have saved by hand.
            for path in changed:
                if self._bytes(path) != there[path]:
                    raise Refusal(overtaken(self.content / path))
            replace_files({self.content / path: data for path, data in changed.items()})
            self._remember(sheets)

    def keep(self, upload: Upload) -> str:
        """Keep a file that comes alone; a picture gets a record that is still to be written.

        :returns: its path within content/.
        :raises Refusal: when it cannot be kept.
        """
        with self._lock, _disk_that_may_fail():
            planned = self._pictures([upload], {})
            self._check(planned)
            replace_files({self.content / path: data for path, data in planned.items()})
        return next(iter(planned))

    def _planned(self, sheets: Mapping[Address, Sheet], uploaded: Planned) -> Planned:
        first = next(iter(sheets), None)
        if first is None:
            return uploaded
        if first.collection in POST_TYPES:
            return {**uploaded, **self._planned_post(first, sheets)}
        file, data = self._shelf.changed(first.collection, first.identity, sheets[first])
        return {**uploaded, self._within(file): data}

    def _planned_post(self, first: Address, sheets: Mapping[Address, Sheet]) -> Planned:
        house = self.house()
        today = house.now.astimezone(house.zone).date()
        hand = Hand(Posts.read(self.content, house), first.collection, first.identity, today)
        return plan(hand, {address.folder: sheet for address, sheet in sheets.items()})

    def _within(self, file: Path) -> str:
        return file.relative_to(self.content).as_posix()

    def _bytes(self, path: str) -> bytes | None:
        file = self.content / path
        return file.read_bytes() if file.is_file() else None

    # What is sent along

    def _pictures(self, uploads: Iterable[Upload], sheets: Mapping[Address, Sheet]) -> Planned:
        """Look at what is sent along; a picture that comes without its record gets one."""
        photo = next((each for each in sheets if each.collection == PHOTO), None)
        planned: Planned = {}
        for upload in uploads:
            if is_picture(upload.name):
                planned |= self._picture(upload, photo)
            else:
                planned |= self._document(upload)
        return planned

    def _picture(self, upload: Upload, photo: Address | None) -> Planned:
        picture = accepted(upload.name, upload.data)
        key = photo.identity if photo else picture.key
        path = f"{PHOTOS}/{key}{PurePosixPath(picture.path).suffix}"
        there = self._shelf.picture_of(key)
        if there and there.read_bytes() != picture.data:
            raise Refusal(_there_already(there))
        if picture.note:
            self.notes[key] = picture.note
        record = f"{PHOTOS}/{key}{RECORD_ENDING}"
        bare = {} if photo or self._bytes(record) is not None else {record: begun_photo({})}
        return {path: picture.data, **bare}

    def _document(self, upload: Upload) -> Planned:
        name = PurePosixPath(upload.name).name
        path = f"{FILES}/{name}"
        if not re.fullmatch(FILE_NAME, name):
            raise Refusal(
                say(
                    "the name “{name}” has more in it than letters a–z, digits and . _ -", name=name
                )
            )
        if self._bytes(path) not in (None, upload.data):
            raise Refusal(_there_already(self.content / path))
        return {path: upload.data}

    # What stands in the way

    def _check_readings(self, sheets: Mapping[Address, Sheet], planned: Planned) -> None:
        """Refuse to write over what somebody else has written since the form was opened."""
        there = self._there(sheets)
        for address, sheet in sheets.items():
            now = there.get(address, {}).get(READ)
            form = str(sheet.get(FORM))
            if now is None or now in (sheet.get(READ), self._seen.get((form, str(address)))):
                continue
            file = self._file(address, there)
            if planned.get(self._within(file)) != self._bytes(self._within(file)):
                raise Refusal(overtaken(file))

    def _file(self, address: Address, there: Mapping[Address, Sheet]) -> Path:
        """Give the file that something stands in.

        :param there: what stands there.
        """
        if address.collection in RECORD_TYPES:
            return self._shelf.file_of(address.collection, address.identity)
        return Path(str(there.get(address, {}).get(FILE)))

    def _check(self, changed: Planned) -> None:
        obstacles = self.trial.obstacles(changed) if changed else ()
        if obstacles:
            raise Refusal(
                say(
                    "not saved: with these mistakes the site could not go on line. "
                    "Mend them, or make the post a draft."
                ),
                obstacles,
            )

    def _remember(self, sheets: Mapping[Address, Sheet]) -> None:
        """Note what each form has written: that is no change by somebody else."""
        there = self._there(sheets)
        for address, sheet in sheets.items():
            now = there.get(address, {}).get(READ)
            if now is not None:
                self._seen[str(sheet.get(FORM)), str(address)] = str(now)

    # Looking at it

    def problems(
        self, address: Address, sheets: Mapping[Address, Sheet]
    ) -> Iterator[tuple[Problem, Spot]]:
        """Tell what the check would say of the file that a form stands for, and of which box.

        :param sheets: what the form holds, in all languages that are known.
        :raises Refusal: when it could not be saved at all.
        """
        sheet = sheets[address]
        planned = self._planned(sheets, {})
        self._check_readings({address: sheet}, planned)
        if address.collection == PHOTO and self._shelf.picture_of(address.identity) is None:
            if not sheet.get(PICTURE):
                raise Refusal(NO_PICTURE)
            # The picture comes when the form is saved; what is said of it can be checked before.
            planned |= {f"{PHOTOS}/{address.identity}.jpg": any_picture()}
        file = self._file(address, self._there([address]))
        there = self._within(file) if file.is_relative_to(self.content) else ""
        lead = f"{address.folder}/" if address.folder else ""
        new = {path for path in planned if path.startswith(lead) and self._bytes(path) is None}
        if not new and not there:
            raise Refusal(NOTHING_YET)
        sources = {
            (self.content / path).as_posix(): self._source(path, planned) for path in new | {there}
        }
        for problem in self.trial.problems(planned):
            if problem.path in sources:
                spot = spot_of(problem, sources[problem.path])
                if address.collection in RECORD_TYPES:
                    yield from within_record(problem, spot, address.identity)
                else:
                    yield problem, spot

    def _source(self, path: str, planned: Planned) -> Source:
        """Read a file as it would be."""
        data = planned.get(path) or self._bytes(path) or b""
        known = (self.content / path).as_posix()
        try:
            return read(known, data) if path.endswith(POST_ENDING) else read_record(known, data)
        except SiteError:
            return roughly(known, data)

    def pages(self, address: Address) -> Iterator[tuple[str, str]]:
        """Give the pages of a post, by the names of their editions."""
        house = self.house()
        if address.collection not in POST_TYPES:
            return
        posts = Posts.read(self.content, house)
        kept = posts.file_of(address.collection, address.identity, address.folder)
        if kept is None or kept.source is None:
            return
        for edition in house.editions:
            if edition.folder == address.folder:
                kind = POST_TYPES[address.collection].kind
                yield edition.name, f"/{edition.prefix}/{kind}/{slug_of(kept.source)}/"


def _of_post(posts: Posts, address: Address) -> Sheet | None:
    versions = posts.of_kind(address.collection).get(address.identity, {})
    return posts.sheets(address.collection, versions).get(address.folder) if versions else None


def overtaken(file: Path) -> Message:
    """Say that somebody else was faster."""
    return say(
        "{file} was changed by somebody else since you opened it, and was not overwritten; "
        "copy what you have typed, and open it again",
        file=file.as_posix(),
    )


def _there_already(file: Path) -> Message:
    return say(
        "{file} is there already; give the file that you send another name", file=file.as_posix()
    )


@contextmanager
def _disk_that_may_fail() -> Iterator[None]:
    """Tell it when the disk is full, or a folder may not be written into."""
    try:
        yield
    except OSError as error:
        message = say("nothing was written: {error}", error=error.strerror)
        raise Refusal(message, status=HTTPStatus.INTERNAL_SERVER_ERROR) from error
