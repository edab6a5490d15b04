"""Brings the pictures of old texts along: into content/photos/, each with a record to be filled.

Nothing is fetched: a picture comes from the source itself, from beside it, or from a folder that
was named. What the record must say of consent, credit and rights, only a human knows.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from newsdesk.files import PHOTOS, RECORD_ENDING, replace_file
from newsdesk.header import Value
from newsdesk.importing.found import Found
from newsdesk.importing.old_links import OF_PELICAN, OldPicture
from newsdesk.importing.register import Register, fingerprint
from newsdesk.language import Language
from newsdesk.photos.examination import examine, kind_of
from newsdesk.photos.original import ENDINGS
from newsdesk.photos.record import FILE_NAME, LONGEST_ALT, PhotoRecord
from newsdesk.problems import Message, SiteError, say
from newsdesk.scaffold import scaffold_of_record
from newsdesk.script import slugify

# Pixels of the longer side; what is smaller was a spacer or an icon.
SMALLEST = 40
# Bytes; the largest photograph of a good camera.
LARGEST = 60_000_000
# WordPress calls a smaller copy school-300x200.jpg.
COPY = re.compile(r"-\d{1,4}x\d{1,4}(?=\.\w+$)")
LONGEST_KEY = 60


@dataclass(slots=True)
class Pictures:
    """The pictures that are brought along.

    :param folders: where pictures lie that a source only names by their addresses.
    """

    content: Path
    register: Register
    folders: Sequence[Path] = ()
    remarks: list[Message] = field(default_factory=list)

    def bring(self, picture: OldPicture, found: Found, language: Language) -> str | None:
        """Copy a picture and lay out its record; gives its key, or None when it stays behind.

        Why it stays behind, or what is left to write, is noted in `remarks`.
        """
        data = self._data(picture.source, found)
        shown = picture.source[:80]
        if data is None:
            self.remarks.append(say("the picture {source} was not found", source=shown))
            if picture.caption:
                self.remarks.append(say("its caption was: {caption}", caption=picture.caption))
            return None
        digest = fingerprint(data)
        if digest in self.register.photos:
            return self.register.photos[digest]
        same = self._same(picture.source, data)
        return same or self._copy(picture, data, digest, language)

    def _copy(
        self, picture: OldPicture, data: bytes, digest: str, language: Language
    ) -> str | None:
        kind = kind_of(data)
        key = self._key(picture.source, digest)
        name = f"{PHOTOS}/{key}{ENDINGS[kind][0] if kind else '.jpg'}"
        try:
            facts = examine(name, data).facts
        except SiteError as error:
            why = (problem.message for problem in error.problems)
            left = say("the picture {source} was left out", source=picture.source[:80])
            self.remarks += [left, *why]
            return None
        if max(facts.width, facts.height) < SMALLEST:
            return None
        record = scaffold_of_record(PhotoRecord, _known(picture, language))
        replace_file(self.content / name, data)
        replace_file(self.content / PHOTOS / f"{key}{RECORD_ENDING}", record.text.encode())
        self.register.add_photo(digest, key)
        fields = ", ".join(gap.field for gap in record.gaps)
        file = (self.content / PHOTOS / f"{key}{RECORD_ENDING}").as_posix()
        self.remarks.append(say("the record {file} lacks {fields}", file=file, fields=fields))
        return key

    def _name(self, source: str) -> str:
        name = PurePosixPath(_path(source)).name if not source.startswith("data:") else ""
        return slugify(PurePosixPath(COPY.sub("", name)).stem)[:LONGEST_KEY].strip("-") or "picture"

    def _key(self, source: str, digest: str) -> str:
        """Give a key that no other photograph has."""
        key = self._name(source)
        taken = any((self.content / PHOTOS).glob(f"{key}.*"))
        return f"{key}-{digest[:6]}" if taken else key

    def _same(self, source: str, data: bytes) -> str | None:
        """Give the key of a photograph of that name which is this very picture, if there is one."""
        key = self._name(source)
        files = (self.content / PHOTOS).glob(f"{key}.*")
        return key if any(file.read_bytes() == data for file in files) else None

    def _data(self, source: str, found: Found) -> bytes | None:
        if source in found.attached:
            return found.attached[source]
        if source.startswith("data:"):
            return _inline(source)
        for file in self._candidates(source, found):
            if file.is_file() and file.stat().st_size <= LARGEST:
                return file.read_bytes()
        return None

    def _candidates(self, source: str, found: Found) -> Iterator[Path]:
        """Give the files that a picture may be, the likeliest first; none outside of a folder."""
        is_whole = "://" in source or source.startswith("//")
        path = _path(source)
        for name in dict.fromkeys([COPY.sub("", path), path]):
            if found.folder and not is_whole:
                beside = "" if name.startswith("/") else PurePosixPath(found.local).parent
                yield from _within(found.folder, PurePosixPath(beside, name.lstrip("/")))
            parts = PurePosixPath(name.lstrip("/")).parts
            for folder in filter(None, [*self.folders, found.folder]):
                # A name alone would find another picture that is called the same.
                for first in range(max(1, len(parts) - 1)):
                    yield from _within(folder, PurePosixPath(*parts[first:]))


def _within(folder: Path, path: PurePosixPath) -> Iterator[Path]:
    """Give a file, unless it lies outside of the folder, or cannot be one."""
    if "\0" in str(path) or len(str(path)) > LONGEST_PATH:
        return
    file = (folder / path).resolve()
    if file.is_relative_to(folder.resolve()):
        yield file


LONGEST_PATH = 1000


def _path(source: str) -> str:
    try:
        return unquote(urlsplit(OF_PELICAN.sub("", source)).path)
    except ValueError:
        return ""


def _inline(source: str) -> bytes | None:
    """Read a picture that is written into the page itself."""
    head, _, data = source.partition(",")
    if not head.endswith(";base64"):
        return None
    try:
        return base64.b64decode(unquote(data), validate=True)
    except (binascii.Error, ValueError):
        return None


def _known(picture: OldPicture, language: Language) -> dict[str, Value]:
    """Give what an old text tells of its picture; when it was taken is not known."""
    known: dict[str, Value] = {"date": "unknown"}
    if picture.alt and len(picture.alt) <= LONGEST_ALT and not FILE_NAME.fullmatch(picture.alt):
        known["alt"] = {language: picture.alt}
    if picture.caption:
        known["caption"] = {language: picture.caption}
    return known
