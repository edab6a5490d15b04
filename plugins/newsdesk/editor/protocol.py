"""Answers the form: the protocol that Decap CMS speaks with a program on the same machine.

It is one address to which JSON is posted, an action with its parameters, as decap-server defines
them (https://github.com/decaporg/decap-cms/tree/main/packages/decap-server). What is a file's text
there is a sheet of the form here, as JSON.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import Any

from newsdesk.editor.cabinet import Address, Cabinet, Upload
from newsdesk.editor.pictures import is_picture, thumbnail
from newsdesk.editor.refusal import Refusal
from newsdesk.editor.sheets import Sheet, fingerprint
from newsdesk.files import FILES, PHOTOS, walk
from newsdesk.photos.darkroom import DAMAGED
from newsdesk.problems import Message, Problem, say
from newsdesk.schema.posts import POST_TYPES

Parameters = Mapping[str, Any]
WRONG = say("the form asked for something that is not understood here")
NOT_DELETED = say(
    "nothing is deleted from here: withdraw a post that was public, and delete the file of a draft "
    "by hand"
)


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who answers the form.

    :param words: puts a message or a problem into the language of the person.
    """

    cabinet: Cabinet
    words: Callable[[Message | Problem], str]

    def answer(self, asked: object) -> tuple[HTTPStatus, object]:
        """Do what was asked; gives the status and what is sent back as JSON."""
        try:
            action, parameters = _understood(asked)
            return HTTPStatus.OK, ACTIONS[action](self, parameters)
        except Refusal as refusal:
            return refusal.status, {"error": self.reason(refusal)}
        except (KeyError, TypeError, ValueError, AttributeError):
            # What is not built as the protocol says.
            return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": self.words(WRONG)}

    def reason(self, refusal: Refusal) -> str:
        """Say why something was not done, with each problem in a line of its own."""
        said: list[Message | Problem] = [refusal.message, *refusal.problems]
        return "\n".join(map(self.words, said))

    # Reading

    def info(self, _: Parameters) -> object:
        """Say what the form can count on."""
        return {"repo": "content", "publish_modes": ["simple"], "type": "local_fs"}

    def entries(self, asked: Parameters) -> object:
        """Give everything of a collection."""
        return [_entry(*each) for each in self.cabinet.sheets(str(asked["folder"]))]

    def entries_of_files(self, asked: Parameters) -> object:
        """Give what stands under several addresses."""
        return [self.entry({"path": each["path"]}) for each in asked["files"]]

    def entry(self, asked: Parameters) -> object:
        """Give what stands under one address."""
        address = Address.read(str(asked["path"]))
        sheet = self.cabinet.sheet(address)
        if sheet is None:
            message = say("there is nothing at {address}", address=address)
            raise Refusal(message, status=HTTPStatus.NOT_FOUND)
        return _entry(address, sheet)

    def media(self, asked: Parameters) -> object:
        """List pictures or documents; pictures are shown small."""
        folder = str(asked["mediaFolder"]).strip("/")
        if folder not in {PHOTOS, FILES}:
            return []
        files = (file for file in walk(self.cabinet.content / folder) if not file.is_symlink())
        return [
            self._medium(f"{folder}/{file.name}")
            for file in files
            if folder == FILES or is_picture(file.name)
        ]

    def medium(self, asked: Parameters) -> object:
        """Give one picture, small, or the name of one document."""
        return self._medium(str(asked["path"]).strip("/"))

    def _medium(self, path: str) -> dict[str, str]:
        file = self._file(path)
        data = file.read_bytes()
        return {
            "id": fingerprint(data),
            "name": file.name,
            "path": path,
            "encoding": "base64",
            "content": base64.b64encode(_small(file.name, data)).decode(),
        }

    def _file(self, path: str) -> Path:
        folder, _, name = path.rpartition("/")
        file = self.cabinet.content / folder / name
        known = folder in {PHOTOS, FILES} and PurePosixPath(name).name == name
        if not known or file.is_symlink() or not file.is_file():
            message = say("there is nothing at {address}", address=path)
            raise Refusal(message, status=HTTPStatus.NOT_FOUND)
        return file

    # Writing

    def save(self, asked: Parameters) -> object:
        """Save what the form holds."""
        files = asked["dataFiles"] if "dataFiles" in asked else [asked["entry"]]
        sheets = {Address.read(str(each["path"])): sheet_in(each["raw"]) for each in files}
        _check_addresses(sheets)
        self.cabinet.save(sheets, [_upload(each) for each in asked["assets"]])
        return {"message": "entry persisted"}

    def keep(self, asked: Parameters) -> object:
        """Keep a picture or a document that comes alone."""
        return self._medium(self.cabinet.keep(_upload(asked["asset"])))

    def delete(self, _: Parameters) -> object:
        """Delete nothing: what was public must go on answering."""
        raise Refusal(NOT_DELETED)

    def no_preview(self, _: Parameters) -> object:
        """The preview stands beside the form; no other one has to be looked for."""
        return None


ACTIONS: Mapping[str, Callable[[Clerk, Parameters], object]] = {
    "info": Clerk.info,
    "entriesByFolder": Clerk.entries,
    "entriesByFiles": Clerk.entries_of_files,
    "getEntry": Clerk.entry,
    "persistEntry": Clerk.save,
    "getMedia": Clerk.media,
    "getMediaFile": Clerk.medium,
    "persistMedia": Clerk.keep,
    "deleteFile": Clerk.delete,
    "deleteFiles": Clerk.delete,
    "getDeployPreview": Clerk.no_preview,
    "getNotes": lambda *_: {"notes": []},
}


def _understood(asked: object) -> tuple[str, Parameters]:
    if not isinstance(asked, Mapping) or asked.get("action") not in ACTIONS:
        raise Refusal(WRONG)
    return asked["action"], asked.get("params") or {}


def _entry(address: Address, sheet: Sheet) -> object:
    text = json.dumps(sheet, ensure_ascii=False)
    return {"data": text, "file": {"path": str(address), "id": fingerprint(text.encode())}}


def sheet_in(text: str) -> Sheet:
    """Read a sheet of the form.

    :raises Refusal: when it is none.
    """
    sheet = json.loads(text)
    if not isinstance(sheet, dict):
        raise Refusal(WRONG)
    return sheet


def _check_addresses(sheets: Mapping[Address, Sheet]) -> None:
    """One save is one thing, in each of its languages."""
    things = {(each.collection, each.identity) for each in sheets}
    has_language = {bool(each.folder) == (each.collection in POST_TYPES) for each in sheets}
    if len(things) > 1 or False in has_language:
        raise Refusal(WRONG)


def _upload(asset: Parameters) -> Upload:
    try:
        data = base64.b64decode(asset["content"], validate=True)
    except binascii.Error as error:
        raise Refusal(WRONG) from error
    return Upload(PurePosixPath(str(asset["path"])).name, data)


def _small(name: str, data: bytes) -> bytes:
    """Give a picture small; of what is no picture, or a broken one, nothing."""
    if not is_picture(name):
        return b""
    try:
        return thumbnail(data)
    except DAMAGED:
        return b""
