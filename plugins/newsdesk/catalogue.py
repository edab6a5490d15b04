"""Everything that exists, known before anything is written.

All posts and all records of the vocabulary are read and checked here; what comes out is one
catalogue, or every problem of every file at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from urllib.parse import unquote

from newsdesk.consistency import (
    Folder,
    check_items,
    check_place,
    check_references,
    check_vocabulary,
)
from newsdesk.explain import not_one_of, read_as
from newsdesk.files import (
    ARTICLES,
    PAGES,
    PHOTOS,
    POST_ENDING,
    SourceFile,
    check_folders,
    read_each,
    source_files,
)
from newsdesk.header import Source, read_post
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.manuscript import check_headings, references
from newsdesk.problems import Problem, SiteError, say
from newsdesk.schema import POST_TYPES
from newsdesk.script import slugify
from newsdesk.settings import Settings
from newsdesk.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All items by id and language, and the vocabulary they draw on."""

    items: tuple[Item, ...]
    vocabulary: Vocabulary
    by_id: Mapping[str, Mapping[str, Item]]

    @property
    def sources(self) -> dict[str, Source]:
        """What staff wrote, by path."""
        return {item.source.path: item.source for item in self.items}

    @property
    def pictures(self) -> list[str]:
        """The files of content that posts show, below the content folder."""
        shown = {
            unquote(reference.target)
            for item in self.items
            for reference in references(item.source)
            if reference.is_picture
        }
        return sorted(path for path in shown if path.startswith(f"{PHOTOS}/"))


def gather(content: Path, settings: Settings) -> Catalogue:
    """Read and check all content.

    :param content: the content folder, as the person who reads the messages knows it.
    :raises SiteError: with every problem of every file.
    """
    vocabulary, wrong_records = read_vocabulary(content)
    items, unread = _read_items(content, settings)
    unread += check_folders(content, _languages(settings))
    problems = [
        *unread,
        *wrong_records,
        *check_vocabulary(vocabulary, settings.editions),
        *check_items(items),
        *check_references(items, vocabulary, content, complete=not unread),
    ]
    if problems:
        raise SiteError(problems)
    return Catalogue(items, vocabulary, _by_id(items))


def _by_id(items: Iterable[Item]) -> dict[str, dict[str, Item]]:
    found: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in items:
        found[item.post.id][language_of(item.post.lang)] = item
    return dict(found)


def _languages(settings: Settings) -> tuple[str, ...]:
    """Give the folder of each language once: both scripts of Serbian share one."""
    return tuple(dict.fromkeys(edition.folder for edition in settings.editions))


def _read_items(content: Path, settings: Settings) -> tuple[tuple[Item, ...], list[Problem]]:
    items: list[Item] = []
    problems: list[Problem] = []
    for language, kind in product(_languages(settings), (ARTICLES, PAGES)):
        files, passed_over = source_files(content, f"{language}/{kind}", POST_ENDING)
        folder = Folder(content, language, kind)
        read, wrong = read_each(partial(_read_item, folder=folder, settings=settings), files)
        items += read
        problems += passed_over + wrong
    return tuple(items), problems


def _read_item(file: SourceFile, folder: Folder, settings: Settings) -> Item:
    source = read_post(file.path, file.read())
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
    post = read_as(model, source, dict(source.header), zone=settings.zone)
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
