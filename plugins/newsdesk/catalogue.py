"""Everything that exists, known before anything is written.

All posts and all records of the vocabulary are read and checked here; what comes out is one
catalogue, or every problem of every file at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import product
from pathlib import Path

from newsdesk.album import Album, read_album
from newsdesk.completeness import check_vocabulary
from newsdesk.consistency import Folder, check_items
from newsdesk.drafts import begun, mildly, without_spoilt
from newsdesk.files import (
    ARTICLES,
    FILES,
    PAGES,
    POST_ENDING,
    SourceFile,
    check_folders,
    source_files,
    walk,
)
from newsdesk.header import Source
from newsdesk.item import Item
from newsdesk.known import Known
from newsdesk.ledger import Ledger, check_categories, check_ledger, read_ledger
from newsdesk.life import is_public, is_readable
from newsdesk.lookups import check_public, check_references
from newsdesk.memory import Store
from newsdesk.places import Places, check_places
from newsdesk.problems import Problem, SiteError, say
from newsdesk.reading import Reader
from newsdesk.redirects import Moved, check_redirects, read_moved
from newsdesk.safeguarding import check_post, ended_consents
from newsdesk.schema.posts import Publication
from newsdesk.settings import PREFIX, SETTINGS_FILE, Settings
from newsdesk.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All items by id and language, the vocabulary they draw on, and the photographs.

    :param moved: old addresses that lead elsewhere, beside the aliases of posts.
    :param notices: warnings that were found on the way; they do not stop a build.
    :param unfinished: those of them that are mistakes in drafts, and in pictures of theirs.
    :param begun: the ids of drafts that cannot be read; known for a preview only.
    """

    items: tuple[Item, ...]
    vocabulary: Vocabulary
    by_id: Mapping[str, Mapping[str, Item]]
    album: Album = field(default_factory=Album)
    notices: tuple[Problem, ...] = ()
    moved: Moved = field(default_factory=Moved)
    unfinished: tuple[Problem, ...] = ()
    begun: frozenset[str] = frozenset()

    @property
    def sources(self) -> dict[str, Source]:
        """What staff wrote, by path."""
        return {item.source.path: item.source for item in self.items}

    @property
    def photos(self) -> list[str]:
        """The keys of the photographs that posts show and that may be shown."""
        named = {name for item in self._readable for name in item.photos}
        return sorted(named & self.album.photographs.keys())

    @property
    def downloads(self) -> list[str]:
        """The names of the files of content/files/ that posts offer."""
        named = {
            record.file
            for item in self._readable
            if isinstance(item.post, Publication)
            for record in item.post.downloads
        }
        return sorted(named)

    def texts(self, language: str) -> dict[bytes, str]:
        """Give the texts that are shown in a language, in whichever script, by their digests."""
        return {item.text: item.source.body for item in self._readable if item.language == language}

    @property
    def _readable(self) -> Iterator[Item]:
        """The items whose texts are shown: of most withdrawn posts the notice alone remains."""
        return (item for item in self.items if is_readable(item.post))

    def finished(self, unfinished: Iterable[Problem] = ()) -> Catalogue:
        """Leave out the drafts with mistakes, for a preview; `unfinished` says what to mend.

        What is built from the rest needs nothing of them.

        :param unfinished: what else is wrong with drafts.
        :raises SiteError: when a post that is no draft leads to one that is left out.
        """
        found = (*self.unfinished, *unfinished)
        items, found = without_spoilt(self.items, found, self.begun)
        return replace(self, items=items, by_id=_by_id(items), unfinished=found)

    def public(self, now: datetime, *, drafts: bool = False) -> Catalogue:
        """Leave out whatever the public must not see yet, or no more.

        What is built from the rest cannot give away anything of it, for it does not know it.

        :param now: the time of the build, in the time zone of the house.
        :param drafts: keep posts that are not public, for a preview; never pictures.
        :raises SiteError: when something public leads to something that is not.
        """
        items = tuple(item for item in self.items if drafts or is_public(item.post, now))
        hidden = {item.post.id for item in self.items} - {item.post.id for item in items}
        problems = list(check_public(items, hidden))
        if problems:
            raise SiteError(problems)
        album = self.album.usable(now.date(), ended_consents(self.items, now.date()))
        public = replace(self, items=items, by_id=_by_id(items), album=album)
        return replace(public, album=album.only(public.photos))


def gather(
    content: Path, settings: Settings, *, drafts_may_err: bool = False, store: Store | None = None
) -> Catalogue:
    """Read and check all content.

    :param content: the content folder, as the person who reads the messages knows it.
    :param drafts_may_err: what is wrong with a draft is a warning, and with a photograph that no
        other post shows: half a text of one person must not keep another one's release from going
        out, or from being looked at.
    :param store: remembers what stood in files that have not changed.
    :raises SiteError: with every problem of every file.
    """
    today = settings.now.astimezone(settings.zone).date()
    album, about_photos = read_album(content, today)
    ledger, about_ledger = read_ledger(content)
    moved, about_moved = read_moved(content)
    vocabulary, wrong_records = read_vocabulary(content)
    items, unread, wrong = read_items(content, settings, store)
    unread += check_folders(content, _languages(settings))
    weighed = mildly(content, items) if drafts_may_err else _as_it_is
    unread_drafts = begun(unread) if settings.show_unpublished else frozenset()
    # What belongs to a post that could not be read must not be called wrong elsewhere.
    complete = all(weighed(problem).level == "warning" for problem in unread)
    album = replace(album, complete=all(weighed(each).level == "warning" for each in about_photos))
    files = [file.name for file in walk(content / FILES) if file.parent == content / FILES]
    known = replace(
        Known.of(items, vocabulary, album, files, complete=complete), begun=unread_drafts
    )
    problems = [
        *unread,
        *wrong_records,
        *check_vocabulary(vocabulary, settings.editions),
        *check_items(items),
        *about_photos,
        *about_ledger,
        *about_moved,
        *(_check_ledger(items, ledger, moved, settings) if complete else ()),
        *(
            check_categories(vocabulary.categories, ledger)
            if "categories" not in vocabulary.unread
            else ()
        ),
        *(_check_addresses(items, moved, vocabulary, settings) if complete else ()),
        *(_check_menus(items, settings) if complete else ()),
        *check_references(items, known),
        *wrong,
        *(problem for item in items for problem in check_post(item, album, today)),
    ]
    notices = tuple(weighed(problem) for problem in problems)
    if any(notice.level == "error" for notice in notices):
        raise SiteError(notices)
    both = zip(problems, notices, strict=True)
    unfinished = tuple(notice for problem, notice in both if notice != problem)
    return Catalogue(
        items, vocabulary, _by_id(items), album, notices, moved, unfinished, unread_drafts
    )


def _as_it_is(problem: Problem) -> Problem:
    return problem


def _check_addresses(
    items: Collection[Item], moved: Moved, vocabulary: Vocabulary, settings: Settings
) -> Iterator[Problem]:
    """Links lead to a place, and old addresses to a page, but none of them away from one."""
    places = Places.of(items, vocabulary, settings)
    yield from check_places(items, places)
    pages = {address.removeprefix(settings.base) for address in places.addresses}
    yield from check_redirects(items, moved, pages)


def _check_ledger(
    items: Collection[Item], ledger: Ledger, moved: Moved, settings: Settings
) -> Iterator[Problem]:
    """What was published stays, or its address is among the old ones."""
    aliases = {alias for item in items for alias in item.post.aliases}
    return check_ledger(items, ledger, settings, aliases | moved.addresses.keys())


def _check_menus(items: Iterable[Item], settings: Settings) -> Iterator[Problem]:
    """What the menu and the foot of every page name must be there, at least in one language."""
    ids = {item.post.id for item in items}
    for name in ("menu", "service_pages", "media_pages"):
        for identity in getattr(settings, name):
            if identity not in ids:
                setting = f"{PREFIX}{name.upper()}"
                message = say(
                    "{setting} names “{id}”, which no post has", setting=setting, id=identity
                )
                hint = say("type the id that stands at the head of a page, or take it out")
                yield Problem(SETTINGS_FILE, 0, message, hint, level="warning")


def _by_id(items: Iterable[Item]) -> dict[str, dict[str, Item]]:
    found: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in items:
        found[item.post.id][item.language] = item
    return dict(found)


def _languages(settings: Settings) -> tuple[str, ...]:
    """Give the folder of each language once: both scripts of Serbian share one."""
    return tuple(dict.fromkeys(edition.folder for edition in settings.editions))


def read_items(
    content: Path, settings: Settings, store: Store | None = None
) -> tuple[tuple[Item, ...], list[Problem], list[Problem]]:
    """Read every post.

    :param store: remembers what stood in files that have not changed.
    :returns: the posts; why others cannot be read; what is wrong with those that can.
    """
    unread: list[Problem] = []
    places: list[tuple[SourceFile, Folder]] = []
    for language, kind in product(_languages(settings), (ARTICLES, PAGES)):
        files, passed_over = source_files(content, f"{language}/{kind}", POST_ENDING)
        unread += passed_over
        places += ((file, Folder(content, language, kind)) for file in files)
    readings = Reader(settings, store or Store()).read(places)
    unread += (problem for reading in readings if not reading.item for problem in reading.problems)
    wrong = [problem for reading in readings if reading.item for problem in reading.problems]
    return tuple(reading.item for reading in readings if reading.item), unread, wrong
