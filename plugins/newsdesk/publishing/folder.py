"""Publishes into a folder of this machine: releases side by side, and a switch in an instant.

`releases/` holds the last sites, each whole; `current` is a symbolic link to the one on line, and
a web server shows `current/site/`. The switch is a new link that takes the old one's name, which a
file system does in one step: whoever asks gets the old site or the new one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsdesk.build_note import NOTE, BuildNote
from newsdesk.problems import Problem, SiteError, say
from newsdesk.publishing.changes import Changes, compare
from newsdesk.publishing.lock import locked
from newsdesk.publishing.packed import PACKED, packed_files
from newsdesk.publishing.progress import Count, Watch, unwatched
from newsdesk.publishing.refusals import nothing_older
from newsdesk.publishing.release import Release

RELEASES, CURRENT, SITE, SERVER = "releases", "current", "site", "server"
# Begins the names of what is not finished; it is taken away by the next run.
UNFINISHED = ".new-"


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """A folder that a web server of this machine shows.

    :param shown: as the person typed it.
    :param keep: how many releases stay, the one on line among them.
    :param watch: hears how far it is.
    """

    folder: Path
    shown: str
    keep: int = 5
    watch: Watch = unwatched

    def files(self) -> Mapping[str, str]:
        """Give the fingerprints of the files on line; none when nothing is."""
        return self._files_of(self._on_line())

    def changes(self, release: Release) -> Changes:
        """Say what would change."""
        return compare(self.files(), release.note.files)

    def publish(self, release: Release, name: str, server: Mapping[str, bytes]) -> Changes:
        """Put a release on line, and take away the oldest ones.

        :param server: configurations of web servers by their names.
        :raises SiteError: when it cannot be done; the site on line is then as it was.
        """
        with self._at_work():
            before = self._on_line()
            changes = compare(self._files_of(before), release.note.files)
            if changes or before is None or not self._has(before, server):
                self._assemble(release, name, server, before)
                self._switch(name)
            self._forget()
        return changes

    def roll_back(self) -> Changes:
        """Put the release before the one on line in its place.

        :raises SiteError: when there is none.
        """
        with self._at_work():
            now = self._on_line()
            older = [each for each in self._releases() if now and each.name < now.name]
            if now is None or not older:
                raise nothing_older(self.shown)
            self._switch(older[-1].name)
            return compare(self._files_of(now), self._files_of(older[-1]))

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Keep others out, clear up what a run that was cut off has left, and say what is wrong."""
        try:
            with locked(self.folder, self.shown):
                self._clear_up()
                yield
        except OSError as error:
            raise SiteError([_refused(self.shown, error)]) from error

    def _clear_up(self) -> None:
        for place in (self.folder, self.folder / RELEASES):
            for left in sorted(place.glob(f"{UNFINISHED}*")):
                left.unlink() if left.is_symlink() else shutil.rmtree(left)

    def _releases(self) -> list[Path]:
        """Give the finished releases, oldest first."""
        places = (self.folder / RELEASES).glob("[0-9]*")
        return sorted(place for place in places if (place / NOTE).is_file())

    def _on_line(self) -> Path | None:
        link = self.folder / CURRENT
        place = self.folder / RELEASES / link.readlink().name if link.is_symlink() else None
        return place if place and (place / NOTE).is_file() else None

    @staticmethod
    def _files_of(place: Path | None) -> Mapping[str, str]:
        return BuildNote.read((place / NOTE).read_bytes()).files if place else {}

    @staticmethod
    def _has(place: Path, server: Mapping[str, bytes]) -> bool:
        files = {name: place / SERVER / name for name in server}
        return all(
            file.is_file() and file.read_bytes() == server[name] for name, file in files.items()
        )

    def _assemble(
        self, release: Release, name: str, server: Mapping[str, bytes], before: Path | None
    ) -> None:
        """Make a whole release beside the others, under a name that nobody takes for one."""
        place = self.folder / RELEASES / f"{UNFINISHED}{name}"
        try:
            place.mkdir(parents=True)
            self._fill(place / SITE, release, before)
            (place / SERVER).mkdir()
            for file, data in server.items():
                (place / SERVER / file).write_bytes(data)
            (place / NOTE).write_bytes(bytes(release.note))
            os.sync()
            place.rename(self.folder / RELEASES / name)
        except OSError:
            shutil.rmtree(place, ignore_errors=True)
            raise

    def _fill(self, site: Path, release: Release, before: Path | None) -> None:
        """Bring the files in; what the release on line has as well is the same file on the disk."""
        known = self._files_of(before)
        changed = [path for path, digest in release.note.files.items() if known.get(path) != digest]
        through = Count(self.watch, say("files copied"), len(changed))
        for path, digest in release.note.files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            if before and known.get(path) == digest:
                _link(before / SITE, site, path)
            else:
                shutil.copyfile(release.folder / path, site / path)
                (site / path).chmod(0o644)
                through.one()
        for path, data in packed_files(release, changed, self.watch):
            (site / path).write_bytes(data)

    def _switch(self, name: str) -> None:
        link = self.folder / f"{UNFINISHED}{CURRENT}"
        link.symlink_to(Path(RELEASES, name))
        link.replace(self.folder / CURRENT)

    def _forget(self) -> None:
        """Take the oldest releases away, but never the one on line."""
        now = self._on_line()
        others = [place for place in self._releases() if place != now]
        for place in others[: max(0, len(others) - self.keep + 1)]:
            shutil.rmtree(place)


def _link(before: Path, site: Path, path: str) -> None:
    """Give a file of the release on line a second name, with what is packed of it."""
    for ending in ("", *PACKED):
        if (before / f"{path}{ending}").is_file():
            os.link(before / f"{path}{ending}", site / f"{path}{ending}")


def _refused(shown: str, error: OSError) -> Problem:
    message = say("the system says: {reason}", reason=error.strerror or str(error))
    hint = say("the site on line is as it was; make room or ask for the right to write there")
    return Problem(str(error.filename or shown), 0, message, hint)
