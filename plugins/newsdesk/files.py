"""Finds the files that staff wrote, in the same order on every machine."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from newsdesk.problems import Problem, SiteError, say

T = TypeVar("T")

POST_ENDING = ".md"
RECORD_ENDING = ".yaml"
# What editors and systems leave beside a file; never content.
LEFTOVER_STARTS = (".", "#", "~$")
LEFTOVER_ENDS = ("~", ".bak", ".swp", ".swo", ".tmp", ".orig")
# Files that explain a folder to people, in capitals by convention.
ABOUT_THE_FOLDER = ("LICENSE.md", "README.md")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of content.

    :param path: as the person knows it, for messages.
    """

    path: str
    file: Path

    def read(self) -> bytes:
        """Give the file's bytes."""
        return self.file.read_bytes()


def is_leftover(name: str) -> bool:
    """Tell whether a name is an editor's backup, lock or hidden file."""
    return name.startswith(LEFTOVER_STARTS) or name.endswith(LEFTOVER_ENDS)


def walk(folder: Path) -> Iterator[Path]:
    """Give every file below a folder in sorted order; leftovers are passed over."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_leftover(name))
        for name in sorted(names):
            if not is_leftover(name):
                yield Path(where, name)


def source_files(content: Path, folder: str, ending: str) -> tuple[list[SourceFile], list[Problem]]:
    """List the sources of one folder of content, and what stands there but cannot be read.

    A file that would be passed over in silence is a post lost: it is a problem instead.

    :param content: the content folder as the person named it.
    :param ending: what the name of a source ends with.
    """
    sources: list[SourceFile] = []
    problems: list[Problem] = []
    for file in walk(content / folder):
        shown = file.as_posix()
        if file.name in ABOUT_THE_FOLDER:
            continue
        if file.is_symlink():
            problems.append(_link(shown))
        elif file.suffix != ending:
            problems.append(_wrong_ending(shown, file.suffix, ending))
        else:
            sources.append(SourceFile(shown, file))
    return sources, problems


def _link(shown: str) -> Problem:
    message = say("this is a link to another file, not a file")
    return Problem(shown, 0, message, say("put a copy of the file here instead of the link"))


def _wrong_ending(shown: str, found: str, ending: str) -> Problem:
    message = say("files that end in “{found}” are not read here", found=found)
    hint = say("let its name end in {ending}, or move it elsewhere", ending=ending)
    return Problem(shown, 0, message, hint)


def read_each(
    read: Callable[[SourceFile], T], files: Iterable[SourceFile]
) -> tuple[list[T], list[Problem]]:
    """Read every file, keeping the problems of those that cannot be read."""
    values: list[T] = []
    problems: list[Problem] = []
    for file in files:
        try:
            values.append(read(file))
        except SiteError as error:
            problems.extend(error.problems)
    return values, problems


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as temporary:
        temporary.write(data)
    # Temporary files are private; what a web server shall read must not be.
    Path(temporary.name).chmod(0o644)
    Path(temporary.name).replace(path)
