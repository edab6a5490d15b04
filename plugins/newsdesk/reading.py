"""Reads the posts of content/: each version of a file once, and never again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, TypeAlias

from newsdesk.consistency import Folder, check_place
from newsdesk.explain import not_one_of, read_as
from newsdesk.files import SourceFile
from newsdesk.forks import processes, spread
from newsdesk.header import Source, read_post
from newsdesk.item import Item
from newsdesk.manuscript import check_headings
from newsdesk.memory import Notes, Store, digest_of, digest_of_value
from newsdesk.multilingual import wrong_language
from newsdesk.problems import Problem, SiteError, say
from newsdesk.safety import check_typed, check_weight
from newsdesk.schema.posts import POST_TYPES
from newsdesk.script import slugify
from newsdesk.settings import Settings
from newsdesk.stamps import Stamp, old_stamp_of


class Reading(NamedTuple):
    """What came of reading a file.

    :param item: None when the file cannot be read as a post.
    :param problems: why it cannot be read; or what is wrong with the post all by itself.
    """

    item: Item | None
    problems: tuple[Problem, ...]


class Kept(NamedTuple):
    """A reading as it is remembered.

    :param digest: of the bytes.
    :param stamp: of the file, when one may believe it: then its bytes need not be read.
    """

    digest: bytes
    stamp: Stamp | None
    reading: Reading


Place: TypeAlias = tuple[SourceFile, Folder]


@dataclass
class Reader:
    """Reads files, or remembers what stood in them.

    :param store: what earlier builds have read.
    """

    settings: Settings
    store: Store = field(default_factory=Store)

    def read(self, places: Sequence[Place]) -> list[Reading]:
        """Read files; what comes of them is in the same order."""
        notes = self._notes
        found: list[Kept | None] = []
        work: list[Callable[[], tuple[int, Kept]]] = []
        for n, place in enumerate(places):
            # Looked at before the bytes are: what is written in between is newer than its stamp.
            stamp = old_stamp_of(place[0].path)
            before = notes.find(place[0].path)
            kept = before if before and stamp and before.stamp == stamp else None
            if kept is None:
                data = _bytes_of(place[0])
                kept = _still_right(before, data, stamp)
            if kept is None:
                work.append(partial(self._numbered, n, place, data, stamp))
            found.append(kept)
        for n, kept in spread(work, processes()):
            found[n] = kept
        # What cannot be read is read again each time.
        both = zip(places, found, strict=True)
        notes.keep({file.path: kept for (file, _), kept in both if kept and kept.reading.item})
        return [kept.reading if kept else Reading(None, ()) for kept in found]

    def _numbered(
        self, n: int, place: Place, data: bytes | SiteError, stamp: Stamp | None
    ) -> tuple[int, Kept]:
        digest = digest_of(data) if isinstance(data, bytes) else b""
        return n, Kept(digest, stamp, self._read(place, data))

    def _read(self, place: Place, data: bytes | SiteError) -> Reading:
        file, folder = place
        if isinstance(data, SiteError):
            return Reading(None, data.problems)
        try:
            item = read_item(file.path, data, folder, self.settings)
        except SiteError as error:
            return Reading(None, error.problems)
        return Reading(item, (*check_typed([item]), *wrong_language(item)))

    @property
    def _notes(self) -> Notes[str, Kept]:
        """What was read in earlier builds."""
        known = digest_of_value((self.settings.zone.key, self.settings.editions))
        return Notes(self.store, digest_of(b"posts", known))


def _bytes_of(file: SourceFile) -> bytes | SiteError:
    try:
        return file.read()
    except SiteError as error:
        return error


def _still_right(before: Kept | None, data: bytes | SiteError, stamp: Stamp | None) -> Kept | None:
    """Give what is remembered of a file when its bytes are the same, whatever its stamp is."""
    if before is None or not isinstance(data, bytes) or before.digest != digest_of(data):
        return None
    return before if before.stamp == stamp else before._replace(stamp=stamp)


def read_item(path: str, data: bytes, folder: Folder, settings: Settings) -> Item:
    """Read one post.

    :param path: the file as the person knows it; it is not opened.
    :raises SiteError: with everything that is wrong with it.
    """
    source = read_post(path, data)
    heavy = [*check_weight(source)]
    if heavy:
        # Nothing may set such a text, not even to look for its places.
        raise SiteError(heavy)
    problems = [*check_headings(source), *check_place(source, folder, settings.editions)]
    try:
        item = _checked(source, settings)
    except SiteError as error:
        raise SiteError([*problems, *error.problems]) from error
    if problems:
        raise SiteError(problems)
    return item


def _checked(source: Source, settings: Settings) -> Item:
    """Check the header; without its type, nothing else can be said of it."""
    model = POST_TYPES[_type_of(source)]
    languages = tuple(edition.key for edition in settings.editions)
    header = dict(source.header)
    post = read_as(model, source, header, zone=settings.zone, languages=languages)
    slug = post.slug or slugify(post.title)
    if slug:
        return Item(post, source, slug)
    message = say("no address can be made of “{title}”", title=post.title)
    hint = say("add a line slug: with small letters a–z and hyphens")
    raise SiteError([Problem(source.path, source.line_of(("title",)), message, hint)])


def _type_of(source: Source) -> str:
    """Give the type of a post.

    :raises SiteError: when it is missing or unknown.
    """
    name = source.header.get("type")
    if isinstance(name, str) and name in POST_TYPES:
        return name
    if name is None:
        message = say("“{field}” is missing", field="type")
        hint = say("add a line type: with one of: {types}", types=", ".join(POST_TYPES))
    else:
        message, hint = not_one_of(name, "type", POST_TYPES)
    raise SiteError([Problem(source.path, source.line_of(("type",)), message, hint)])
