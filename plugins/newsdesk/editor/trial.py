"""Tries a save before it is made, and tells what the check would say of all content then.

The trial happens in a copy of content/ that costs next to nothing: its files are the same ones on
the disk, under a second name, until one of them is replaced.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from newsdesk.catalogue import gather
from newsdesk.memory import FILE, Store
from newsdesk.photos.memory import Memory
from newsdesk.problems import Message, Problem, SiteError
from newsdesk.review import review
from newsdesk.settings import Settings

# What is to be written: the bytes of each file, by its path within content/.
Planned = Mapping[str, bytes]


class Trial:
    """A second content folder in which a save can be tried."""

    def __init__(
        self, content: Path, house: Callable[[], Settings], memory: Memory, folder: Path
    ) -> None:
        """Keep where things are.

        :param content: the content folder, as the person knows it.
        :param house: gives the decisions of the house as they are now.
        :param folder: where the copy may stand; what is there is deleted.
        """
        self._content = content
        self._house = house
        self._memory = memory
        self._copy = folder / content.name
        # The copy has a memory of its own: what stands in a file is remembered by its path.
        self._read = folder / FILE
        self._one_at_a_time = threading.Lock()

    def problems(self, planned: Planned) -> tuple[Problem, ...]:
        """Tell everything that the check would say."""
        with self._with(planned), Store(self._read) as store:
            found = review(self._copy, self._house(), self._memory, store)
        return self._as_known(found.problems)

    def obstacles(self, planned: Planned) -> tuple[Problem, ...]:
        """Tell what would keep the site from going on line, and does not yet."""
        house = self._house()
        with Store(self._memory.folder / FILE) as store:
            before = {_without_line(each) for each in _obstacles(self._content, house, store)}
        with self._with(planned), Store(self._read) as store:
            after = self._as_known(_obstacles(self._copy, house, store))
        return tuple(each for each in after if _without_line(each) not in before)

    @contextmanager
    def _with(self, planned: Planned) -> Iterator[None]:
        with self._one_at_a_time:
            shutil.rmtree(self._copy, ignore_errors=True)
            shutil.copytree(self._content, self._copy, symlinks=True, copy_function=_linked)
            for path, data in planned.items():
                file = self._copy / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.unlink(missing_ok=True)
                file.write_bytes(data)
            yield
            shutil.rmtree(self._copy, ignore_errors=True)

    def _as_known(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Name the files as the person knows them."""
        return tuple(map(self._renamed, problems))

    def _renamed(self, problem: Problem) -> Problem:
        return replace(
            problem,
            path=self._known(problem.path),
            message=self._said(problem.message),
            hint=problem.hint and self._said(problem.hint),
        )

    def _said(self, message: Message) -> Message:
        values = tuple((name, self._known(value)) for name, value in message.values)
        return replace(message, values=values)

    def _known(self, text: str) -> str:
        return text.replace(self._copy.as_posix(), self._content.as_posix())


def _linked(source: str, target: str) -> None:
    """Give a file a second name; where the disk cannot do that, copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _obstacles(content: Path, house: Settings, store: Store) -> tuple[Problem, ...]:
    """Give the mistakes that would stop a build for the public."""
    try:
        gather(content, house, drafts_may_err=True, store=store).public(house.now)
    except SiteError as error:
        return tuple(each for each in error.problems if each.level == "error")
    return ()


def _without_line(problem: Problem) -> Problem:
    """A mistake that has moved to another line is no new one."""
    return replace(problem, line=0, column=None)
