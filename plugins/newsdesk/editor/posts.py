"""The posts of content/, as the form knows them: by type, by id and by language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import cast

from newsdesk.editor.boxes import boxes_of
from newsdesk.editor.refusal import Refusal
from newsdesk.editor.sheets import (
    READ,
    Beginning,
    Sheet,
    begun,
    changed,
    is_used,
    read,
    script_of,
    sheet_of,
)
from newsdesk.editor.values import typed
from newsdesk.files import ARTICLES, PAGES, POST_ENDING, SourceFile, source_files
from newsdesk.header import Source, Value
from newsdesk.language import Language
from newsdesk.problems import Message, Problem, SiteError, say
from newsdesk.schema.fields import SLUG
from newsdesk.schema.posts import POST_TYPES
from newsdesk.script import slugify
from newsdesk.settings import Settings

# What the list of posts shows, what it is sorted by, and where the file is; the form hides them.
LISTED, DAY, FILE, BLOCKED = "listed", "day", "file", "blocked"
DEFAULT_KINDS = {ARTICLES: "news", PAGES: "page"}

GONE = say("the file is no longer there: it was deleted or got another name; copy your text")
UNREADABLE = say("the form cannot show this file; mend it in a text editor")


def taken(file: str) -> Message:
    """Say that a new post would stand where another one stands."""
    return say("the file {file} is there already; type another slug", file=file)


@dataclass(frozen=True, slots=True)
class Kept:
    """A post in its file.

    :param folder: of its language, such as `sr`.
    :param source: what it says; None when it cannot be read.
    """

    folder: str
    file: SourceFile
    data: bytes
    source: Source | None
    problems: tuple[Problem, ...] = ()

    @property
    def kind(self) -> str:
        """Its type; of one that does not say it, the usual type of its folder."""
        name = str(self.source.header.get("type")) if self.source else ""
        return name if name in POST_TYPES else DEFAULT_KINDS[_room(self.file.path, self.folder)]

    @property
    def identity(self) -> str:
        """Its id; without one, the name of its file."""
        said = self.source.header.get("id") if self.source else None
        name = str(said) if said else self.file.file.stem
        return name if re.fullmatch(SLUG, name) else slugify(name)


def _room(path: str, folder: str) -> str:
    """Tell whether a post stands among the articles or the pages."""
    return PAGES if f"/{folder}/{PAGES}/" in path else ARTICLES


def kept_posts(content: Path, folders: tuple[str, ...]) -> Iterator[Kept]:
    """Give all posts of all languages, those that cannot be read among them.

    :param folders: of the languages, the first one of the house first.
    """
    for folder, room in product(folders, (ARTICLES, PAGES)):
        files, _ = source_files(content, f"{folder}/{room}", POST_ENDING)
        for file in files:
            data = file.read()
            try:
                yield Kept(folder, file, data, read(file.path, data))
            except SiteError as error:
                yield Kept(folder, file, data, None, error.problems)


@dataclass(frozen=True, slots=True)
class Posts:
    """All posts, read once for one answer.

    :param tags: the tags of each language, by its folder: `sr` has one for each script.
    """

    content: Path
    tags: Mapping[str, tuple[Language, ...]]
    kept: tuple[Kept, ...]

    @classmethod
    def read(cls, content: Path, house: Settings) -> Posts:
        """Read all posts."""
        tags: dict[str, tuple[Language, ...]] = {}
        for edition in house.editions:
            known = tags.get(edition.folder, ())
            tags[edition.folder] = (*known, cast("Language", edition.key))
        return cls(content, tags, tuple(kept_posts(content, tuple(tags))))

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the languages, in the order of the house."""
        return tuple(self.tags)

    def of_kind(self, kind: str) -> dict[str, dict[str, Kept]]:
        """Give the posts of a type, by their ids and the folders of their languages."""
        found: dict[str, dict[str, Kept]] = {}
        for post in self.kept:
            if post.kind == kind:
                found.setdefault(post.identity, {}).setdefault(post.folder, post)
        return found

    def sheets(self, kind: str, versions: Mapping[str, Kept]) -> dict[str, Sheet]:
        """Fill in the form for a post in every language; where it is not written, it is empty.

        Decap lists a post by the language of the person, and breaks off where one is missing.

        :param versions: the post by the folders of its languages.
        """
        listed = _listed(versions, self.folders)
        filled = {folder: _sheet(kind, post) for folder, post in versions.items()}
        return {folder: {**filled.get(folder, {}), **listed} for folder in self.folders}

    def file_of(self, kind: str, identity: str, folder: str) -> Kept | None:
        """Find a post in one language."""
        return self.of_kind(kind).get(identity, {}).get(folder)


def _sheet(kind: str, post: Kept) -> Sheet:
    if post.source is None:
        words = " ".join(str(problem) for problem in post.problems)
        return {BLOCKED: words, FILE: post.file.path}
    return {**sheet_of(kind, post.file.path, post.data), FILE: post.file.path}


def _listed(versions: Mapping[str, Kept], folders: tuple[str, ...]) -> dict[str, Value]:
    """Say how a post stands in the list: by its titles, with those that nobody reads yet marked."""
    there = [versions[folder] for folder in folders if folder in versions]
    titles = [_title(post) for post in there]
    days = [str(post.source.header.get("date", "")) for post in there if post.source]
    return {LISTED: " · ".join(dict.fromkeys(titles)), DAY: next(iter(days), "")}


def _title(post: Kept) -> str:
    if post.source is None:
        return f"⚠ {post.file.path}"
    title = str(post.source.header.get("title") or post.file.file.stem)
    status = str(post.source.header.get("status", ""))
    return f"{title} [{status}]" if status in {"draft", "withdrawn"} else title


# Saving


@dataclass(frozen=True, slots=True)
class Hand:
    """What is known when a post is saved.

    :param today: the date of a new post, when nobody types another.
    """

    posts: Posts
    kind: str
    identity: str
    today: date


def plan(hand: Hand, sheets: Mapping[str, Sheet]) -> dict[str, bytes]:
    """Give the files of a post as they will be, by their paths within content/.

    :param sheets: what the form holds, by the folders of the languages.
    :raises Refusal: when a file must not be written.
    """
    planned: dict[str, bytes] = {}
    sister = _sister(hand, sheets)
    for folder in hand.posts.folders:
        sheet = sheets.get(folder, {})
        kept = hand.posts.file_of(hand.kind, hand.identity, folder)
        if kept and not _is_begun(hand.kind, kept, sheet):
            planned[_within(hand, kept.file.file)] = _rewritten(hand, kept, sheet)
        elif READ in sheet and not _is_copy(sheet):
            raise Refusal(GONE)
        elif is_used(hand.kind, sheet):
            path = _within(hand, kept.file.file) if kept else _new_path(hand, folder, sheet, sister)
            planned[path] = _new(hand, folder, sheet, sister)
    return planned


def _is_begun(kind: str, kept: Kept, sheet: Sheet) -> bool:
    """Tell whether a post is still being begun: its file is there, but the form has not read it.

    So it is when the answer of its first save was lost on the way.
    """
    return kept.source is not None and READ not in sheet and is_used(kind, sheet)


def _is_copy(sheet: Sheet) -> bool:
    """Tell whether a sheet was copied from a post that is there: the new one has no file yet."""
    return Path(str(sheet.get(FILE))).is_file()


def _sister(hand: Hand, sheets: Mapping[str, Sheet]) -> Source:
    """Give what is known of the post in other languages: what is there, or is being written."""
    there = hand.posts.of_kind(hand.kind).get(hand.identity, {})
    headers = [
        post.source.header
        for folder, post in there.items()
        if post.source and not _is_begun(hand.kind, post, sheets.get(folder, {}))
    ]
    boxes = boxes_of(hand.kind)
    # In the order of the house, not in that of the person: both see the same slug come of it.
    sent = [sheets.get(folder, {}) for folder in hand.posts.folders]
    written = [typed(boxes, sheet) for sheet in sent if is_used(hand.kind, sheet)]
    known: dict[str, Value] = {}
    for header in reversed([*headers, *written]):
        known |= header
    slug = known.get("slug") or slugify(str(known.get("title") or ""))
    return Source("", {**known, "slug": str(slug)}, {}, "", 1)


def _within(hand: Hand, file: Path) -> str:
    return file.relative_to(hand.posts.content).as_posix()


def _rewritten(hand: Hand, kept: Kept, sheet: Sheet) -> bytes:
    if not sheet:
        return kept.data
    if kept.source is None:
        raise Refusal(UNREADABLE, kept.problems)
    return changed(hand.kind, kept.file.path, kept.data, sheet)


def _new_path(hand: Hand, folder: str, sheet: Sheet, sister: Source) -> str:
    """Give the place of a new post, where no file is yet."""
    slug = _slug(sheet, sister)
    name = slugify(slug)
    path = f"{folder}/{POST_TYPES[hand.kind].folder}/{name or hand.identity}{POST_ENDING}"
    if (hand.posts.content / path).exists():
        raise Refusal(taken((hand.posts.content / path).as_posix()))
    return path


def _new(hand: Hand, folder: str, sheet: Sheet, sister: Source) -> bytes:
    """Write a new post."""
    beginning = Beginning(
        _language(hand.posts.tags[folder], sheet),
        _slug(sheet, sister) or hand.identity,
        hand.identity,
        hand.today,
        sister,
    )
    return begun(hand.kind, sheet, beginning)


def _slug(sheet: Sheet, sister: Source) -> str:
    return str(sheet.get("slug") or sister.header.get("slug") or "").strip()


def _language(tags: tuple[Language, ...], sheet: Sheet) -> Language:
    """Give the language of a new post; the script of Serbian is seen in its text."""
    said, seen = sheet.get("lang"), script_of(sheet)
    return next((tag for wanted in (said, seen) for tag in tags if tag == wanted), tags[0])
