"""Publishes into a folder of another machine, by rsync, as into one of this machine.

The release is made here first, so that only what has changed is packed and travels; there it stands
beside the others before the link changes. The other machine needs rsync, flock and GNU's mv, which
every Linux has. `RSYNC_RSH` names the way there, as for rsync itself; without it, ssh.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from newsdesk.build_note import NOTE, BuildNote
from newsdesk.problems import Message, Problem, SiteError, say
from newsdesk.publishing.changes import Changes, compare
from newsdesk.publishing.folder import CURRENT, RELEASES, UNFINISHED, FolderTarget
from newsdesk.publishing.lock import LOCK
from newsdesk.publishing.progress import Count, Watch, unwatched
from newsdesk.publishing.refusals import nothing_older, somebody_is_here
from newsdesk.publishing.release import Release

TAKEN = 75  # what flock says when somebody else has the lock
IN = b"in\n"
NEW_LINK = f"{UNFINISHED}{CURRENT}"


@dataclass(frozen=True)
class RsyncTarget:
    """A folder that a web server of another machine shows.

    :param host: with the user before it, if there is one.
    :param folder: on that machine.
    :param shown: as the person typed it.
    :param here: where the release is made on this machine.
    :param keep: how many releases stay there, the one on line among them.
    :param watch: hears how far it is.
    """

    host: str
    folder: str
    shown: str
    here: Path
    keep: int = 5
    watch: Watch = unwatched

    def files(self) -> Mapping[str, str]:
        """Give the fingerprints of the files on line; none when nothing is."""
        return self._files_of(CURRENT)

    def changes(self, release: Release) -> Changes:
        """Say what would change."""
        return compare(self.files(), release.note.files)

    def publish(self, release: Release, name: str, server: Mapping[str, bytes]) -> Changes:
        """Put a release on line, and take away the oldest ones.

        :raises SiteError: when it cannot be done; the site on line is then as it was.
        """
        made = FolderTarget(self.here, self.shown, keep=1, watch=self.watch)
        with self._locked():
            changes = self.changes(release)
            made.publish(release, name, server)
            ready = (self.here / CURRENT).resolve()
            if self._name() != ready.name:
                self._send(ready)
                self._switch(ready.name)
            self._forget()
        return changes

    def roll_back(self) -> Changes:
        """Put the release before the one on line in its place.

        :raises SiteError: when there is none.
        """
        with self._locked():
            now = self._name()
            older = [each for each in self._releases() if each < now]
            if not now or not older:
                raise nothing_older(self.shown)
            before = self.files()
            self._switch(older[-1])
            return compare(before, self.files())

    # What stands there

    def _files_of(self, place: str) -> Mapping[str, str]:
        note = self._ask(f"cat {place}/{NOTE} 2>/dev/null || true")
        return BuildNote.read(note.encode()).files if note else {}

    def _name(self) -> str:
        """Give the name of the release on line; empty when nothing is."""
        return self._ask(f"readlink {CURRENT} || true").strip().rpartition("/")[2]

    def _releases(self) -> list[str]:
        """Give the names of the finished releases, oldest first."""
        return sorted(self._ask(f"ls {RELEASES}").split())

    # The way on line

    def _send(self, ready: Path) -> None:
        """Bring a release to the others; what the one on line has as well does not travel."""
        coming, now = f"{RELEASES}/{UNFINISHED}{ready.name}", self._name()
        links = [f"--link-dest=../{now}"] if now else []
        # Not by times, which say nothing here: what is the same is the same by its bytes.
        words = ["rsync", "-rlps", "--checksum", "--delete", "--fsync", "--out-format=%n", *links]
        self._follow([*words, f"{ready}/", f"{self.host}:{self.folder}/{coming}/"])
        place = f"{RELEASES}/{ready.name}"
        self._ask(f"rm -rf {place} && mv -T {coming} {place}")

    def _switch(self, name: str) -> None:
        """Let a new link take the name of the old one, which is one step."""
        made = f"rm -f {NEW_LINK} && ln -s {RELEASES}/{name} {NEW_LINK}"
        self._ask(f"{made} && mv -T {NEW_LINK} {CURRENT}")

    def _forget(self) -> None:
        """Take the oldest releases away, and what a run that was cut off has left."""
        now = self._name()
        others = [each for each in self._releases() if each != now]
        old = [f"{RELEASES}/{each}" for each in others[: max(0, len(others) - self.keep + 1)]]
        self._ask(f"rm -rf {RELEASES}/{UNFINISHED}* {' '.join(old)}")

    # The other machine

    def _words(self, script: str) -> list[str]:
        within = f"mkdir -p {self._quoted}/{RELEASES} && cd {self._quoted} && {{ {script}; }}"
        return [*shlex.split(os.environ.get("RSYNC_RSH") or "ssh"), self.host, within]

    @property
    def _quoted(self) -> str:
        return shlex.quote(self.folder)

    def _ask(self, script: str) -> str:
        return self._do(self._words(script))

    def _do(self, words: list[str]) -> str:
        """Run a program; gives what it said."""
        with self._at_hand(words[0]):
            done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - rsync, and the way to a machine that somebody has typed
        if done.returncode:
            raise self._refused(done.stderr)
        return done.stdout

    def _follow(self, words: list[str]) -> None:
        """Run a program that names each file when it has travelled, and each folder."""
        through = Count(self.watch, say("files sent"))
        with self._at_hand(words[0]), TemporaryFile("w+") as said:
            with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=said) as run:  # noqa: S603 - likewise
                for line in run.stdout or ():
                    if not line.endswith(b"/\n"):
                        through.one()
            said.seek(0)
            if run.returncode:
                raise self._refused(said.read())

    @contextmanager
    def _at_hand(self, name: str) -> Iterator[None]:
        """Say it when the program is not there that is started in the block."""
        try:
            yield
        except FileNotFoundError as error:
            raise self._refusal(say("there is no program {name} here", name=name)) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep everybody else out: the lock opens when the line ends, however this program does."""
        words = self._words(f"exec flock -n -E {TAKEN} {LOCK} sh -c 'echo in; exec cat'")
        pipe = subprocess.PIPE
        with self._at_hand(words[0]):
            line = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603 - likewise
        with line:
            first = line.stdout.readline() if line.stdout else b""
            if first != IN:
                raise self._kept_out(line)
            try:
                yield
            finally:
                if line.stdin:
                    line.stdin.close()

    def _kept_out(self, line: subprocess.Popen[bytes]) -> SiteError:
        _, said = line.communicate()
        if line.returncode != TAKEN:
            return self._refused(said.decode(errors="replace"))
        return somebody_is_here(self.shown)

    def _refused(self, said: str) -> SiteError:
        last = (said.strip().splitlines() or [""])[0]
        return self._refusal(say("the other machine says: {reason}", reason=last))

    def _refusal(self, message: Message) -> SiteError:
        hint = say("the site on line is as it was; type the same again when this is mended")
        return SiteError([Problem(self.shown, 0, message, hint)])
