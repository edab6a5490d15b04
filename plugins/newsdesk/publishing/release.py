"""A finished build, looked at once more before it goes on line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from newsdesk.build_note import NOTE, PREVIEW, About, BuildNote
from newsdesk.problems import Problem, SiteError, say

HASH_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Release:
    """A site that is ready to go on line.

    :param folder: where its files are.
    :param note: what they are.
    """

    folder: Path
    note: BuildNote

    @property
    def fingerprint(self) -> str:
        """What tells this release from any other: the same files give the same one."""
        return sha256(bytes(self.note)).hexdigest()

    def name(self, now: datetime) -> str:
        """Give the release a name that sorts by time, such as `20261124-100000-1a2b3c4d`.

        :param now: the time of publishing, in UTC.
        """
        return f"{now:%Y%m%d-%H%M%S}-{self.fingerprint[:HASH_LENGTH]}"

    def read(self, path: str) -> bytes:
        """Give the bytes of a file."""
        return (self.folder / path).read_bytes()


def read_release(folder: Path, now: About) -> Release:
    """Look at a build: it is whole, for the public, and as new as the content.

    :param now: what a build would be made of that began at this moment.
    :raises SiteError: when it must not go on line as it is.
    """
    shown, note = folder.as_posix(), folder / NOTE
    hint = say("build it: newsdesk build --settings publishconf.py")
    if not note.is_file():
        raise SiteError([Problem(shown, 0, say("no finished build is here"), hint)])
    release = Release(folder, BuildNote.read(note.read_bytes()))
    problems = [*_unfit(release.note.about, now, shown)] or [*_damaged(release)]
    if problems:
        raise SiteError(problems)
    return release


def _unfit(about: About, now: About, shown: str) -> Iterator[Problem]:
    again = say("build it again: newsdesk build --settings publishconf.py")
    if about.made_for == PREVIEW:
        message = say("this is a preview: it shows what is not public yet")
        yield Problem(shown, 0, message, say("publish the folder of newsdesk build, not this one"))
    elif about.site_url != now.site_url:
        message = say(
            "the site was built for {built}, and would stand at {now}",
            built=about.site_url,
            now=now.site_url,
        )
        yield Problem(shown, 0, message, again)
    elif about.content != now.content:
        yield Problem(shown, 0, say("the content has changed since the site was built"), again)
    elif about.public != now.public:
        message = say("since the site was built, the hour of a post has come")
        yield Problem(shown, 0, message, again)


def _damaged(release: Release) -> Iterator[Problem]:
    """Find the files that are not what the build wrote."""
    for path, digest in release.note.files.items():
        file = release.folder / path
        if not file.is_file() or sha256(file.read_bytes()).hexdigest() != digest:
            message = say("this is not the file that the build has written")
            yield Problem(file.as_posix(), 0, message, say("build the site again"))
