"""Everything that exists, known before anything is written.

All posts and all records of the vocabulary are read and checked here; what comes out is one
catalogue, or every problem of every file at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsdesk.consistency import check_items, check_references
from newsdesk.explain import read_as
from newsdesk.files import POST_ENDING, SourceFile, read_each, source_files
from newsdesk.header import Source, read_post
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.manuscript import check_headings, references
from newsdesk.problems import Problem, SiteError, nearest, say
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
        """The files of content that posts show, as typed."""
        shown = {
            reference.target
            for item in self.items
            for reference in references(item.source)
            if reference.is_picture and ":" not in reference.target
        }
        return sorted(shown)


def gather(content: Path, settings: Settings) -> Catalogue:
    """Read and check all content.

    :param content: the content folder, as the person who reads the messages knows it.
    :raises SiteError: with every problem of every file.
    """
    vocabulary, wrong_records = read_vocabulary(content)
    items, wrong_posts = _read_items(content, settings)
    problems = [*wrong_records, *wrong_posts, *check_items(items)]
    if not wrong_records:
        # With a record that cannot be read, every use of its name would seem wrong too.
        problems += check_references(items, vocabulary, content, complete=not wrong_posts)
    if problems:
        raise SiteError(problems)
    return Catalogue(items, vocabulary, _by_id(items))


def _by_id(items: Iterable[Item]) -> dict[str, dict[str, Item]]:
    found: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in items:
        found[item.post.id][language_of(item.post.lang)] = item
    return dict(found)


def _read_items(content: Path, settings: Settings) -> tuple[tuple[Item, ...], list[Problem]]:
    folders = dict.fromkeys(edition.folder for edition in settings.editions)
    items: list[Item] = []
    problems: list[Problem] = []
    for folder in folders:
        files, passed_over = source_files(content, folder, POST_ENDING)
        read, wrong = read_each(lambda file: _read_item(file, settings), files)
        items += read
        problems += passed_over + wrong
    return tuple(items), problems


def _read_item(file: SourceFile, settings: Settings) -> Item:
    source = read_post(file.path, file.read())
    problems = [*check_headings(source), *_check_type(source)]
    if not problems:
        model = POST_TYPES[str(source.header["type"])]
        post = read_as(model, source, dict(source.header), zone=settings.zone)
        return Item(post, source, post.slug or slugify(post.title))
    raise SiteError(problems)


def _check_type(source: Source) -> Iterator[Problem]:
    """Without its type, nothing else can be said of a post."""
    name = source.header.get("type")
    choices = ", ".join(POST_TYPES)
    if name is None:
        message = say("“{field}” is missing", field="type")
        yield Problem(
            source.path, 1, message, say("add type: and one of: {choices}", choices=choices)
        )
    elif name not in POST_TYPES:
        closest = nearest(str(name), POST_TYPES)
        message = say("“{value}” is not a value of “{field}”", value=name, field="type")
        hint = say("type {closest}", closest=closest) if closest else None
        hint = hint or say("type one of: {choices}", choices=choices)
        yield Problem(source.path, source.line_of(("type",)), message, hint)
