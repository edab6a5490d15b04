"""Remembers what was brought along, so that nothing is twice, and no human's work is written over.

`content/imports.txt` holds one line for each post and each picture. A post is known by its address
on the old site, or else by its words: whoever renames, moves or deletes its file later, or gives it
another id, need not fear that it comes back. By the fingerprint of what was written the import
knows a file that nobody has touched since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from newsdesk.files import IMPORTS, replace_file
from newsdesk.problems import Problem, SiteError, say

HEAD = (
    "# What was brought along from old sites. Written by newsdesk import.\n"
    "# post: address there or words, id, what it said there, its file there, what was written,"
    " file\n"
    "# photo: fingerprint, key\n"
)
POST, PHOTO = "post", "photo"
# Stands for the file of a post that came out of an export with many.
MANY = "-"
# Before the line of a post that was not written yet when the line was.
BEGUN = "begun "


def fingerprint(data: bytes) -> str:
    """Give the mark by which the same bytes are known again."""
    return hashlib.sha256(data).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Entry:
    """A post that was brought along.

    :param key: its address on the old site, or its words.
    :param source: the fingerprint of what it said there.
    :param file: the mark of the file that it stood in alone; empty for others.
    :param written: the fingerprint of the file that was made of it.
    :param path: that file, below the content folder.
    """

    key: str
    id: str
    source: str
    file: str
    written: str
    path: str

    def __str__(self) -> str:
        marks = f"{self.source} {self.file or MANY} {self.written}"
        return f"{POST} {self.key} {self.id} {marks} {self.path}"


@dataclass(slots=True)
class Register:
    """All that was brought along; a line is added as soon as its file is written."""

    file: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    photos: dict[str, str] = field(default_factory=dict)

    def keys_of_files(self) -> dict[str, str]:
        """Give by what the item of a file is known, by the mark of the file."""
        return {each.file: each.key for each in self.entries.values() if each.file}

    def begin(self, entry: Entry) -> None:
        """Note that a post is about to be written: whoever stops us here loses nothing."""
        self._append(f"{BEGUN}{entry}")

    def add(self, entry: Entry) -> None:
        """Note that a post was written."""
        self.entries[entry.key] = entry
        self._append(str(entry))

    def add_photo(self, digest: str, key: str) -> None:
        """Note a picture."""
        self.photos[digest] = key
        self._append(f"{PHOTO} {digest} {key}")

    def rewritten(self, entry: Entry, written: str) -> None:
        """Note that the import itself has changed a file."""
        self.entries[entry.key] = replace(entry, written=written)

    def save(self) -> None:
        """Write all lines in order, so that the changes of two people merge."""
        lines = sorted([*map(str, self.entries.values()), *self._photo_lines()])
        if lines:
            replace_file(self.file, (HEAD + "".join(f"{line}\n" for line in lines)).encode())

    def _photo_lines(self) -> Iterator[str]:
        return (f"{PHOTO} {digest} {key}" for digest, key in self.photos.items())

    def _append(self, line: str) -> None:
        is_new = not self.file.exists()
        with self.file.open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(f"{HEAD if is_new else ''}{line}\n")


def read_register(content: Path) -> Register:
    """Read what was brought along so far.

    :param content: the content folder as the person named it.
    :raises SiteError: when a line cannot be read; without it, something would come twice.
    """
    register = Register(content / IMPORTS)
    if not register.file.is_file():
        return register
    problems: list[Problem] = []
    # A line without an end was never finished: what it tells of was begun the line before.
    lines = register.file.read_text("utf-8", errors="replace").split("\n")[:-1]
    for number, line in enumerate(lines, start=1):
        begun = line.startswith(BEGUN)
        if begun and not _was_written(line, content):
            continue
        if not _read(line.removeprefix(BEGUN), register):
            problems.append(_unreadable(register.file.as_posix(), number, line))
    if problems:
        raise SiteError(problems)
    return register


def _was_written(line: str, content: Path) -> bool:
    """Tell whether a post that was begun stands in its file: it is there whole, or not at all."""
    return (content / line.rpartition(" ")[2]).is_file()


def _read(line: str, register: Register) -> bool:
    """Read a line; tells whether that could be done."""
    match line.split(" "):
        case [first, *_] if not first or first.startswith("#"):
            return True
        case ["photo", digest, key]:
            register.photos[digest] = key
            return True
        case ["post", key, identity, source, mark, written, path]:
            file = "" if mark == MANY else mark
            register.entries[key] = Entry(key, identity, source, file, written, path)
            return True
    return False


def _unreadable(path: str, number: int, line: str) -> Problem:
    message = say("“{line}” is not a line of what was brought along", line=line[:80])
    hint = say("bring the file back as it was; it is never written by hand")
    return Problem(path, number, message, hint)
