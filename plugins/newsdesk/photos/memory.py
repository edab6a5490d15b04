"""Remembers what was made of photographs, so that a build makes only what is new."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from newsdesk.files import SourceFile, replace_file
from newsdesk.photos.darkroom import develop, opened, scaled, written
from newsdesk.photos.examination import digest_of, examine
from newsdesk.photos.formats import DEVELOPING
from newsdesk.photos.original import Facts, Original
from newsdesk.photos.prints import Derivative
from newsdesk.problems import Problem, SiteError

# Bytes of SHA-256 that stand before what is remembered, and tell whether all of it is there.
SEAL = 32


@dataclass(frozen=True, slots=True)
class Memory:
    """A folder of files that can be made again; it may be deleted at any time."""

    folder: Path

    def recall(self, name: str) -> bytes | None:
        """Give what was kept under a name; None when it is not there, or not whole."""
        file = self.folder / name
        entry = file.read_bytes() if file.is_file() else b""
        data = entry[SEAL:]
        return data if entry[:SEAL] == hashlib.sha256(data).digest() else None

    def keep(self, name: str, data: bytes) -> None:
        """Keep something under a name that follows from all that it was made of."""
        replace_file(self.folder / name, hashlib.sha256(data).digest() + data)


def examined(path: str, data: bytes, memory: Memory) -> Original:
    """Examine a photograph, unless the same bytes were found good before.

    :raises SiteError: as `examine`; what is wrong is not remembered.
    """
    name = f"{digest_of(data)}-{DEVELOPING}.json"
    remembered = memory.recall(name)
    known = Facts(**json.loads(remembered)) if remembered else None
    original = examine(path, data, known)
    if known is None:
        memory.keep(name, json.dumps(asdict(original.facts)).encode())
    return original


def broken(pictures: Iterable[SourceFile], memory: Memory) -> Iterator[Problem]:
    """Tell what is wrong with pictures; those that were found good are not read again.

    :param pictures: known by path, size and time of their last change: that is enough to tell of
        mistakes early, and a build trusts nothing but the bytes.
    """
    for picture in pictures:
        seen = _as_seen(picture)
        if memory.recall(seen) is not None:
            continue
        try:
            examined(picture.path, picture.read(), memory)
        except SiteError as error:
            yield from error.problems
        else:
            memory.keep(seen, b"")


def _as_seen(picture: SourceFile) -> str:
    file = picture.file.stat()
    seen = f"{picture.file.absolute()} {file.st_size} {file.st_mtime_ns} {DEVELOPING}"
    return f"seen-{hashlib.sha256(seen.encode()).hexdigest()}"


def prints(
    derivatives: Iterable[Derivative], read: Callable[[], bytes], memory: Memory
) -> dict[Derivative, bytes]:
    """Give the files of one photograph, made now or remembered.

    :param derivatives: as planned.
    :param read: gives the bytes of the original; asked only when something must be made.
    """
    found = {file: memory.recall(_name(file)) for file in derivatives}
    missing = [file for file, data in found.items() if data is None]
    made = dict(_made(missing, read(), memory)) if missing else {}
    return {file: made[file] if data is None else data for file, data in found.items()}


def _made(
    missing: Iterable[Derivative], data: bytes, memory: Memory
) -> Iterator[tuple[Derivative, bytes]]:
    """Make files, each kept at once, so that a build that is cut off has not worked in vain."""
    negative = develop(opened(data))
    for width, files in groupby(sorted(missing, key=_width), _width):
        image = scaled(negative, width)
        for file in files:
            made = written(image, file.form)
            memory.keep(_name(file), made)
            yield file, made


def _width(file: Derivative) -> int:
    return file.width


def _name(file: Derivative) -> str:
    """The name holds the hash of the original and of the recipe, and the width."""
    return PurePosixPath(file.path).name
