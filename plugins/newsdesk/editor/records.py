"""The records of content/, as the form knows them: those of the vocabulary, and of photographs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsdesk.editor.boxes import PHOTO
from newsdesk.editor.pictures import is_picture
from newsdesk.editor.posts import FILE, LISTED, UNREADABLE
from newsdesk.editor.refusal import Refusal
from newsdesk.editor.sheets import (
    Sheet,
    begun_photo,
    changed_photo,
    changed_record,
    photo_sheet,
    record_sheets,
)
from newsdesk.files import PHOTOS, RECORD_ENDING, VOCABULARY
from newsdesk.problems import SiteError

# What a sheet carries for the form alone: the key of a record, and the picture of a photograph.
KEY, PICTURE = "key", "picture"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the records stand.

    :param content: the content folder, as the person knows it.
    """

    content: Path

    def sheets(self, collection: str) -> dict[str, Sheet]:
        """Fill in the form for each record of a collection, by its key.

        :raises SiteError: when a file of the vocabulary cannot be read.
        """
        if collection == PHOTO:
            files = sorted((self.content / PHOTOS).glob(f"*{RECORD_ENDING}"))
            return {file.stem: self._photo(file) for file in files}
        file = self.file_of(collection, "")
        if not file.is_file():
            return {}
        sheets = record_sheets(collection, file.as_posix(), file.read_bytes())
        return {
            key: {**sheet, KEY: key, LISTED: name_of(sheet) or key} for key, sheet in sheets.items()
        }

    def _photo(self, file: Path) -> Sheet:
        about: Sheet = {KEY: file.stem, FILE: file.as_posix()}
        picture = self.picture_of(file.stem)
        shown: Sheet = {PICTURE: f"/{PHOTOS}/{picture.name}"} if picture else {}
        try:
            sheet = photo_sheet(file.as_posix(), file.read_bytes())
        except SiteError:
            return {**about, **shown, LISTED: f"⚠ {file.as_posix()}"}
        return {**sheet, **about, **shown, LISTED: file.stem}

    def picture_of(self, key: str) -> Path | None:
        """Find the picture that a record describes."""
        found = sorted((self.content / PHOTOS).glob(f"{key}.*"))
        return next((file for file in found if is_picture(file.name)), None)

    def file_of(self, collection: str, key: str) -> Path:
        """Give the file that a record stands in, whether it is there or not."""
        if collection == PHOTO:
            return self.content / PHOTOS / f"{key}{RECORD_ENDING}"
        return self.content / VOCABULARY / f"{collection}{RECORD_ENDING}"

    def changed(self, collection: str, key: str, sheet: Sheet) -> tuple[Path, bytes]:
        """Give the file of a record as it will be.

        :raises Refusal: when the file cannot be read as it is.
        """
        file = self.file_of(collection, key)
        before = file.read_bytes() if file.is_file() else b""
        try:
            if collection != PHOTO:
                return file, changed_record(collection, file.as_posix(), before, key, sheet)
            if not file.is_file():
                return file, begun_photo(sheet)
            return file, changed_photo(file.as_posix(), before, sheet)
        except SiteError as error:
            raise Refusal(UNREADABLE, error.problems) from error


def name_of(sheet: Sheet) -> str:
    """Give the name of a record, in the first language that it has one in."""
    name = sheet.get("name") or sheet.get("title")
    return str(next(iter(name.values()), "")) if isinstance(name, dict) else ""
