"""Half a text of one person keeps nobody else waiting: what is wrong with a draft stops nothing.

A build for the public shows no drafts at all. A preview leaves out those with mistakes, and those
that lead to one, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

from newsdesk.files import PHOTOS, POST_ENDING
from newsdesk.item import Item
from newsdesk.lookups import check_left_out
from newsdesk.photos.original import key_of
from newsdesk.problems import Problem, SiteError

# How a header says that a post is a draft, and which; its YAML may be broken, so it is not read as
# such.
DRAFT = re.compile(rb"^status:[ \t]*[\"']?draft\b", re.MULTILINE)
ID = re.compile(rb"^id:[ \t]*[\"']?([a-z0-9]+)\b", re.MULTILINE)


def mildly(content: Path, items: Iterable[Item]) -> Callable[[Problem], Problem]:
    """Give the way to make a warning of what is wrong with a draft, or with a picture in it."""
    finished = (item for item in items if item.post.status != "draft")
    shown = frozenset(name for item in finished for name in item.photos)

    def softened(problem: Problem) -> Problem:
        is_picture = Path(problem.path).is_relative_to(content / PHOTOS)
        is_mild = key_of(problem.path) not in shown if is_picture else _is_of_a_draft(problem)
        return replace(problem, level="warning") if is_mild else problem

    return softened


def _is_of_a_draft(problem: Problem) -> bool:
    file = Path(problem.path)
    return file.suffix == POST_ENDING and file.is_file() and bool(DRAFT.search(_header(file)))


def _header(file: Path) -> bytes:
    """Give what only the header decides: a text may well speak of drafts."""
    return file.read_bytes().partition(b"\n---")[0]


def begun(problems: Iterable[Problem]) -> frozenset[str]:
    """Give the ids of the drafts that cannot be read, as far as they can be seen.

    :param problems: why posts cannot be read.
    """
    files = {Path(problem.path) for problem in problems if _is_of_a_draft(problem)}
    found = (ID.search(_header(file)) for file in files)
    return frozenset(each[1].decode() for each in found if each)


def without_spoilt(
    items: Collection[Item], unfinished: Iterable[Problem], unread: Collection[str]
) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Leave out the drafts with mistakes, and those that lead to one.

    :param unfinished: what is wrong with drafts and with the pictures in them.
    :param unread: the ids of the drafts that could not even be read.
    :returns: the rest, and all that is wrong with what is left out.
    :raises SiteError: when a post that is no draft leads to one that is left out.
    """
    known = {item.post.id for item in items} | {*unread}
    kept, found = tuple(items), tuple(unfinished)
    new = found
    while new:
        kept = tuple(item for item in kept if not _is_spoilt(item, {each.path for each in new}))
        new = tuple(check_left_out(kept, known - {item.post.id for item in kept}))
        found += new
        if {each.path for each in new} & {item.source.path for item in kept if not _may_err(item)}:
            raise SiteError(found)
    return kept, found


def _may_err(item: Item) -> bool:
    return item.post.status == "draft"


def _is_spoilt(item: Item, paths: Collection[str]) -> bool:
    """Tell whether there is something wrong with a draft, or with a picture that it shows."""
    pictures = {key_of(path) for path in paths if Path(path).suffix != POST_ENDING}
    return item.source.path in paths or (_may_err(item) and not pictures.isdisjoint(item.photos))
