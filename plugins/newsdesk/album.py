"""All photographs of content/photos/ with their records, checked before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from newsdesk.explain import read_as
from newsdesk.files import ABOUT_THE_FOLDER, PHOTOS, RECORD_ENDING, SourceFile, read_each, walk
from newsdesk.header import Source, read_record
from newsdesk.photos.children import check_children
from newsdesk.photos.consent import Standing
from newsdesk.photos.original import check_name, check_pairs, key_of
from newsdesk.photos.record import PhotoRecord
from newsdesk.photos.record import standing as standing_of
from newsdesk.problems import Problem


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photograph: its record, the file it was typed in, and the picture itself."""

    key: str
    record: PhotoRecord
    source: Source
    original: SourceFile

    def standing(self, today: date) -> Standing:
        """Tell whether it may be shown."""
        return standing_of(self.record, today)


@dataclass(frozen=True, slots=True)
class Album:
    """Every photograph by its key.

    :param complete: every picture has its record, and all could be read; otherwise a key may
        belong to one that is not whole.
    """

    photographs: Mapping[str, Photograph] = field(default_factory=dict)
    complete: bool = True

    def usable(self, today: date, ended: Collection[str] = ()) -> Album:
        """Leave out what may not be shown: a consent has ended, or nobody may use it yet.

        :param ended: the numbers of consents that ended, as posts tell.
        """
        shown = {
            key: photograph
            for key, photograph in self.photographs.items()
            if photograph.standing(today).is_usable
            and not any(child.consent in ended for child in photograph.record.people_under_18)
        }
        return Album(shown, self.complete)

    def only(self, keys: Collection[str]) -> Album:
        """Leave out all photographs but these."""
        shown = {key: found for key, found in self.photographs.items() if key in keys}
        return Album(shown, self.complete)


def read_album(content: Path, today: date) -> tuple[Album, list[Problem]]:
    """Read all records of photographs, and tell what is wrong with them.

    :param today: the day of the build, for consents that end.
    """
    files = _files(content)
    paths = [file.path for file in files]
    originals = {key_of(file.path): file for file in files if not _is_record(file)}
    records = [file for file in files if _is_record(file) and key_of(file.path) in originals]
    read, wrong = read_each(lambda file: _photograph(file, originals[key_of(file.path)]), records)
    pictures = sorted(file.path for file in files if not _is_record(file))
    named = [problem for path in pictures for problem in check_name(path, None)]
    problems = [*check_pairs(paths), *named, *wrong]
    album = Album({each.key: each for each in read}, complete=not problems)
    for each in read:
        place = ("people_under_18",)
        problems += check_children(each.record.people_under_18, each.source, place, today)
    return album, problems


def originals(content: Path) -> list[SourceFile]:
    """List the pictures of content/photos/ that are named well; others are told of elsewhere."""
    pictures = (file for file in _files(content) if not _is_record(file))
    return [file for file in pictures if not any(check_name(file.path, None))]


def _files(content: Path) -> list[SourceFile]:
    return [
        SourceFile(file.as_posix())
        for file in walk(content / PHOTOS)
        # Links are told of where all folders are looked at.
        if file.name not in ABOUT_THE_FOLDER and not file.is_symlink()
    ]


def _is_record(file: SourceFile) -> bool:
    return file.path.endswith(RECORD_ENDING)


def _photograph(file: SourceFile, original: SourceFile) -> Photograph:
    source = read_record(file.path, file.read())
    record = read_as(PhotoRecord, source, dict(source.header))
    return Photograph(key_of(file.path), record, source, original)
