"""The note that a finished build leaves beside its files: whom it is for, and what it was made of.

Without it a folder is no finished site: a build takes the old note away before it changes a file,
and writes the new one when all files stand. What publishes the site reads it, and believes it only
as far as the files are what it says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

from newsdesk.catalogue import Catalogue
from newsdesk.files import FILES, PHOTOS, VOCABULARY, walk
from newsdesk.item import Item
from newsdesk.settings import THE_BEGINNING, Settings

NOTE = ".newsdesk-build"
# What stands in content/ beside the posts; the ledger is written when the site is published.
FOLDERS = (VOCABULARY, PHOTOS, FILES)
PUBLIC, PREVIEW = "the public", "a preview"


@dataclass(frozen=True, slots=True)
class About:
    """Whom a build is for, and what it was made of.

    :param made_for: the public, or a preview that also shows what is not public.
    :param site_url: the address that its pages think they stand at.
    :param content: the fingerprint of content and theme.
    :param public: the fingerprint of what was public at the time of the build.
    """

    made_for: str
    site_url: str
    content: str
    public: str


@dataclass(frozen=True, slots=True)
class BuildNote:
    """What a build was, and the SHA-256 of each of its files by path."""

    about: About
    files: Mapping[str, str]

    def __bytes__(self) -> bytes:
        values = {"about": asdict(self.about), "files": dict(sorted(self.files.items()))}
        return (json.dumps(values, ensure_ascii=False, indent=0) + "\n").encode()

    @classmethod
    def read(cls, data: bytes) -> BuildNote:
        """Read the note again."""
        values = json.loads(data)
        return cls(About(**values["about"]), values["files"])


def about(
    house: Settings, content: Path, theme: Path, everything: Catalogue, shown: Iterable[Item]
) -> About:
    """Say what a build is made of.

    :param everything: what there is in `content`, what is not public included.
    :param shown: the posts that it shows.
    """
    posts = (part for item in everything.items for part in (item.head, item.text))
    kept = (part for folder in FOLDERS for part in _parts(content / folder))
    settings = repr(replace(house, now=THE_BEGINNING)).encode()
    moved = repr(everything.moved.addresses).encode()
    names = sorted(f"{item.post.lang} {item.post.id}" for item in shown)
    return About(
        PREVIEW if house.show_unpublished else PUBLIC,
        house.site_url,
        _digest([settings, moved, *posts, *kept, *_parts(theme)]),
        _digest(name.encode() for name in names),
    )


def _parts(folder: Path) -> Iterator[bytes]:
    """Give the names and fingerprints of all files of a folder."""
    for file in walk(folder):
        if file.is_file():
            yield file.relative_to(folder).as_posix().encode()
            yield sha256(file.read_bytes()).digest()


def _digest(parts: Iterable[bytes]) -> str:
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8) + part)
    return whole.hexdigest()
