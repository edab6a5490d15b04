"""Brings the form itself: Decap CMS, a program for the browser, as its makers have built it.

It is no part of this project. One version is pinned, by its name and by the SHA-512 of its archive;
whatever way it comes, from the registry of npm or on a stick, only those bytes are taken.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

from newsdesk.editor.refusal import Refusal
from newsdesk.files import replace_files
from newsdesk.problems import say

NAME, VERSION = "decap-cms", "3.16.3"
INTEGRITY = (
    "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw=="
)
ARCHIVE = f"{NAME}-{VERSION}.tgz"
SCRIPT = "decap-cms.js"
# Of all that the archive holds: the script, its parts, what they load, and its licences.
WANTED = re.compile(r"package/dist/(?P<name>(?:\d+\.)?decap-cms\.js(?:\.LICENSE\.txt)?|\w+\.wasm)")
NPM = "npm"


def place() -> Path:
    """Give the folder in which the form is kept: beside the program, outside of the project."""
    return Path(sys.prefix) / "editor" / f"{NAME}-{VERSION}"


def is_there(folder: Path) -> bool:
    """Tell whether the form has been brought."""
    return (folder / SCRIPT).is_file()


def bring(folder: Path, archive: Path | None = None) -> None:
    """Put the form into a folder.

    :param archive: a file that somebody has brought; without it, npm fetches it.
    :raises Refusal: when it cannot be had, or is not the one that we know.
    """
    data = archive.read_bytes() if archive else fetched()
    found = base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != INTEGRITY:
        raise Refusal(say("this is not {archive} as it was published", archive=ARCHIVE))
    replace_files({folder / name: content for name, content in _unpacked(data).items()})


def fetched() -> bytes:
    """Let npm fetch the archive, from the registry that it is set to.

    :raises Refusal: when npm is not there, or gets nothing.
    """
    npm = shutil.which(NPM)
    if npm is None:
        raise Refusal(
            say(
                "npm is needed once, to fetch {archive}: install Node.js, or let a colleague fetch "
                "the file, and type newsdesk edit --fetch {archive}",
                archive=ARCHIVE,
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        words = [npm, "pack", "--silent", f"{NAME}@{VERSION}"]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
        file = Path(folder, ARCHIVE)
        if done.returncode or not file.is_file():
            reason = done.stderr.strip() or say("it says nothing of why")
            raise Refusal(
                say("npm could not fetch {archive}: {reason}", archive=ARCHIVE, reason=reason)
            )
        return file.read_bytes()


def _unpacked(data: bytes) -> dict[str, bytes]:
    """Give the files that are wanted; the script comes last, so that it stands for all of them."""
    with tarfile.open(fileobj=BytesIO(data), mode="r:gz") as archive:
        found = {
            wanted["name"]: file.read()
            for member in archive
            if (wanted := WANTED.fullmatch(member.name)) and (file := archive.extractfile(member))
        }
    return dict(sorted(found.items(), key=lambda each: each[0] == SCRIPT))
