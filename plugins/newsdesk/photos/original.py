"""A photograph as it came from the camera: its file, and the facts that pages need of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from newsdesk.files import RECORD_ENDING
from newsdesk.problems import Message, Problem, say
from newsdesk.script import slugify

Kind = Literal["JPEG", "PNG", "WebP", "AVIF", "GIF"]
# The endings that each kind may have; the first one is proposed.
ENDINGS: Mapping[Kind, tuple[str, ...]] = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WebP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
}
ALL_ENDINGS = tuple(ending for endings in ENDINGS.values() for ending in endings)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file tells of itself.

    :param width: in pixels, upright, as is the height.
    """

    kind: Kind
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Original:
    """A photograph that was examined and found whole.

    :param path: the file as the person knows it.
    :param digest: SHA-256 of its bytes, in hexadecimal.
    """

    path: str
    digest: str
    facts: Facts

    @property
    def key(self) -> str:
        """The name under which posts and its record know it."""
        return key_of(self.path)


def key_of(path: str) -> str:
    """Give the key of a photograph or of its record: `school` for `content/photos/school.jpg`."""
    return PurePosixPath(path).stem


def check_name(path: str, kind: Kind | None) -> Iterator[Problem]:
    """Tell what is wrong with a file's name: it becomes part of public addresses.

    :param kind: what the file really is, when that could be told.
    """
    file = PurePosixPath(path)
    message = _wrong_name(file, kind)
    if message:
        yield Problem(path, 0, message, _better_name(file, kind))


def _wrong_name(file: PurePosixPath, kind: Kind | None) -> Message | None:
    ending = file.suffix
    if kind and ending.lower() not in ENDINGS[kind]:
        return say(
            "the file is a {kind} picture, but its name ends in “{ending}”",
            kind=kind,
            ending=ending,
        )
    if ending.lower() not in ALL_ENDINGS:
        return say("pictures whose name ends in “{ending}” are not read", ending=ending)
    if file.stem != slugify(file.stem) or ending != ending.lower():
        return say(
            "the name “{name}” has more in it than small letters a–z, digits and hyphens",
            name=file.name,
        )
    return None


def _better_name(file: PurePosixPath, kind: Kind | None) -> Message:
    ending = file.suffix.lower()
    if kind and ending not in ENDINGS[kind]:
        ending = ENDINGS[kind][0]
    stem = slugify(file.stem)
    if ending not in ALL_ENDINGS or not stem:
        return say("save it as JPEG, under a name such as school-milk.jpg")
    return say(
        "let its name be {name}, and that of its record {key}.yaml", name=stem + ending, key=stem
    )


def check_pairs(paths: Iterable[str]) -> Iterator[Problem]:
    """A photograph has one file and one record; tell where either is missing, or doubled.

    :param paths: all files of content/photos/, pictures and records.
    """
    paths = sorted(paths)
    records = {key_of(path): path for path in paths if path.endswith(RECORD_ENDING)}
    pictures: dict[str, str] = {}
    for path in (path for path in paths if not path.endswith(RECORD_ENDING)):
        other = pictures.setdefault(key_of(path), path)
        if other != path:
            message = say("“{key}” is also the name of {other}", key=key_of(path), other=other)
            yield Problem(path, 0, message, say("give one of the two another name"))
        elif key_of(path) not in records:
            record = PurePosixPath(path).with_suffix(RECORD_ENDING)
            hint = say("write one: {record}", record=record)
            yield Problem(path, 0, say("this picture has no record"), hint)
    for key, path in records.items():
        if key not in pictures:
            hint = say("put the picture beside it, or delete the record")
            yield Problem(path, 0, say("there is no picture to this record"), hint)
