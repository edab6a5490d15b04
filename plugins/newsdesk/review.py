"""Everything that can be said of the content: what is wrong, and what deserves a second look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsdesk.album import originals
from newsdesk.catalogue import Catalogue, gather, read_items
from newsdesk.house_style import warnings as house_style_warnings
from newsdesk.item import Item
from newsdesk.multilingual import older_translations
from newsdesk.photos.memory import Memory, broken
from newsdesk.problems import Problem, SiteError, say
from newsdesk.script import Words
from newsdesk.settings import Settings
from newsdesk.two_scripts import doubtful_words
from newsdesk.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in the content.

    :param problems: errors and warnings, each once, in the order in which one reads them.
    :param count: how many posts and pages there are; None when not all of them could be read.
    """

    problems: tuple[Problem, ...]
    count: int | None


def review(content: Path, house: Settings, memory: Memory) -> Review:
    """Read all content and tell everything that is to be said of it.

    :param content: the content folder, as the person who reads the messages knows it.
    :param memory: knows which pictures were found good before.
    """
    pictures = list(broken(originals(content), memory))
    try:
        catalogue = gather(content, house)
    except SiteError as error:
        # What can be said of the posts that could be read is said in the same breath.
        items, _ = read_items(content, house)
        vocabulary, _ = read_vocabulary(content)
        warnings = _warnings_of_items(items, house, Words.shipped().corrected(vocabulary.script))
        return Review(SiteError([*error.problems, *warnings, *pictures]).problems, None)
    problems = [
        *warnings_of(catalogue, house),
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


def warnings_of(catalogue: Catalogue, house: Settings) -> Iterator[Problem]:
    """Give everything that deserves a second look, but does not stop a build."""
    yield from catalogue.notices
    words = Words.shipped().corrected(catalogue.vocabulary.script)
    yield from _warnings_of_items(catalogue.items, house, words)
    yield from older_translations(catalogue.items)


def _warnings_of_items(items: Iterable[Item], house: Settings, words: Words) -> Iterator[Problem]:
    today = house.now.astimezone(house.zone).date()
    for item in items:
        yield from house_style_warnings(item)
        yield from doubtful_words(item, words)
        yield from _check_review(item, today)


def _check_review(item: Item, today: date) -> Iterator[Problem]:
    """A post that was to be looked at again by now may no longer be true."""
    due = item.post.review_by
    if due is None or due.at.date() >= today:
        return
    line = item.source.line_of(("review_by",))
    message = say("this was to be reviewed by {day}", day=due.at.date())
    hint = say("see whether all of it is still true, and type a later day")
    yield Problem(item.source.path, line, message, hint, level="warning")
