"""Writes down what stands in a store: each file of a release, and how it is sent.

The bytes of a file lie in the store once, under a name made of them and of their headers; what
readers get is a copy. So the files of a release that are there already need not travel again, and
an older release can be put back without its build.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256

from newsdesk.publishing.release import Release
from newsdesk.serving import content_type, file_of_old, headers_for

# What only concerns servers that read such files.
FOR_OTHER_SERVERS = frozenset(("_headers", "_redirects"))
REDIRECTS = "_redirects"
NOTHING = b""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file as readers get it.

    :param digest: the SHA-256 of its bytes.
    :param stored: the name under which its bytes lie.
    :param leads_to: where whoever asks for it is sent; empty when it is shown.
    """

    digest: str
    stored: str
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a release by their paths.

    :param name: of the release.
    :param left: what is no more of it and still stands, with the release in which it went.
    """

    name: str = ""
    files: Mapping[str, Shown] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)

    def __bytes__(self) -> bytes:
        return (json.dumps(asdict(self), ensure_ascii=False, sort_keys=True) + "\n").encode()

    @classmethod
    def read(cls, data: bytes | None) -> Manifest:
        """Read it again; where nothing was ever published, there is nothing."""
        if data is None:
            return cls()
        values = json.loads(data)
        files = {path: Shown(**each) for path, each in values["files"].items()}
        return cls(values["name"], files, values["left"])

    @property
    def digests(self) -> dict[str, str]:
        """The fingerprints of the files by their paths."""
        return {path: each.digest for path, each in self.files.items()}


def headers_of_file(path: str) -> dict[str, str]:
    """Give what a store keeps of the headers; the others come from the network before it."""
    caching = headers_for(f"/{path}", secure=True)["Cache-Control"]
    return {"Content-Type": content_type(path), "Cache-Control": caching}


def manifest_of(release: Release, name: str) -> Manifest:
    """Say how the files of a release are sent, and where its old addresses lead."""
    leads = dict(_old_addresses(release))
    digests = {file: sha256(NOTHING).hexdigest() for file in leads} | dict(release.note.files)
    files = {
        path: Shown(digest, _stored(path, digest), leads.get(path, ""))
        for path, digest in sorted(digests.items())
        if path not in FOR_OTHER_SERVERS
    }
    return Manifest(name, files)


def bytes_of(release: Release, path: str) -> bytes:
    """Give the bytes of a file; where only a rule leads on, there are none."""
    return release.read(path) if path in release.note.files else NOTHING


def _stored(path: str, digest: str) -> str:
    return sha256(json.dumps([digest, headers_of_file(path)]).encode()).hexdigest()


def _old_addresses(release: Release) -> Iterator[tuple[str, str]]:
    """Give the file at each old address, and where it leads."""
    if REDIRECTS in release.note.files:
        for line in release.read(REDIRECTS).decode().splitlines():
            old, new, _ = line.split(" ")
            yield file_of_old(old), new
