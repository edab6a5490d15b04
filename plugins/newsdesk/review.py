"""Everything that can be said of the content: what is wrong, and what deserves a second look."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from newsdesk.album import originals
from newsdesk.catalogue import Catalogue, gather, read_items
from newsdesk.forks import processes, spread
from newsdesk.house_style import warnings as house_style_warnings
from newsdesk.item import Item
from newsdesk.memory import Notes, Store, digest_of, digest_of_value
from newsdesk.multilingual import older_translations
from newsdesk.photos.memory import Memory, broken
from newsdesk.problems import Problem, SiteError, say
from newsdesk.script import Words
from newsdesk.settings import Settings
from newsdesk.two_scripts import doubtful_words
from newsdesk.vocabulary import read_vocabulary

# What is to be said of each version of a post.
Remarks: TypeAlias = dict[bytes, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in the content.

    :param problems: errors and warnings, each once, in the order in which one reads them.
    :param count: how many posts and pages there are; None when not all of them could be read.
    """

    problems: tuple[Problem, ...]
    count: int | None


def review(content: Path, house: Settings, memory: Memory, store: Store | None = None) -> Review:
    """Read all content and tell everything that is to be said of it.

    :param content: the content folder, as the person who reads the messages knows it.
    :param memory: knows which pictures were found good before.
    :param store: remembers what was read and said of each post.
    """
    pictures = list(broken(originals(content), memory))
    try:
        catalogue = gather(content, house, store=store)
    except SiteError as error:
        # What can be said of the posts that could be read is said in the same breath.
        items, _, _ = read_items(content, house, store)
        vocabulary, _ = read_vocabulary(content)
        warnings = _warnings_of_items(items, house, vocabulary.script, store or Store())
        return Review(SiteError([*error.problems, *warnings, *pictures]).problems, None)
    problems = [
        *warnings_of(catalogue, house, store),
        *_problems_for_the_public(catalogue, house),
        *pictures,
    ]
    return Review(SiteError(problems).problems, len(catalogue.items))


def _problems_for_the_public(catalogue: Catalogue, house: Settings) -> Iterable[Problem]:
    """Tell what would stop the build for the public, such as a link to a draft."""
    try:
        catalogue.public(house.now)
    except SiteError as error:
        return error.problems
    return ()


def warnings_of(
    catalogue: Catalogue, house: Settings, store: Store | None = None
) -> Iterator[Problem]:
    """Give everything that deserves a second look, but does not stop a build.

    :param store: remembers what was said of each post.
    """
    yield from catalogue.notices
    yield from _warnings_of_items(
        catalogue.items, house, catalogue.vocabulary.script, store or Store()
    )
    yield from older_translations(catalogue.items)


def _warnings_of_items(
    items: Collection[Item], house: Settings, script: Mapping[str, str], store: Store
) -> Iterator[Problem]:
    today = house.now.astimezone(house.zone).date()
    yield from chain.from_iterable(_remarks(items, script, store).values())
    yield from chain.from_iterable(_check_review(item, today) for item in items)


def _remarks(items: Collection[Item], script: Mapping[str, str], store: Store) -> Remarks:
    """Say what is to be said of each post by itself; of one that has not changed, it was said."""
    name = digest_of(b"remarks", digest_of_value(dict(script)))
    notes: Notes[bytes, tuple[Problem, ...]] = Notes(store, name)
    remarks = {version: notes.find(version) for version in map(_version, items)}
    new = [item for item in items if remarks[_version(item)] is None]
    if new:
        words = Words.shipped().corrected(script)
        remarks |= spread([partial(_remark, item, words) for item in new], processes())
    known = {version: said for version, said in remarks.items() if said is not None}
    notes.keep(known)
    return known


def _version(item: Item) -> bytes:
    return item.head + item.text


def _remark(item: Item, words: Words) -> tuple[bytes, tuple[Problem, ...]]:
    return _version(item), (*house_style_warnings(item), *doubtful_words(item, words))


def _check_review(item: Item, today: date) -> Iterator[Problem]:
    """A post that was to be looked at again by now may no longer be true."""
    due = item.post.review_by
    if due is None or due.at.date() >= today:
        return
    line = item.source.line_of(("review_by",))
    message = say("this was to be reviewed by {day}", day=due.at.date())
    hint = say("see whether all of it is still true, and type a later day")
    yield Problem(item.source.path, line, message, hint, level="warning")
