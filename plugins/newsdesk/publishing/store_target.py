"""Publishes into a store of objects, which has no folders to switch between.

First everything travels, and readers see nothing of it; then it is copied within the store to where
readers find it, in an order in which no page lacks what it shows. What was cut off goes on where it
was when the same is typed again. Older releases stay, and can be put back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

from newsdesk.problems import Problem, SiteError, say
from newsdesk.publishing.changes import Changes, compare
from newsdesk.publishing.manifest import (
    Manifest,
    bytes_of,
    headers_of_file,
    manifest_of,
)
from newsdesk.publishing.order import goes_at_once, in_safe_order
from newsdesk.publishing.progress import Count, Watch, unwatched
from newsdesk.publishing.refusals import nothing_older
from newsdesk.publishing.release import Release
from newsdesk.publishing.store import Store, StoreRefused
from newsdesk.publishing.store_lock import StoreLock

# Readers find nothing below this; see docs/publishing.md.
OURS = ".newsdesk/"
FILES, RELEASES = f"{OURS}files/", f"{OURS}releases/"
ON_LINE, COMING = f"{OURS}on-line.json", f"{OURS}coming.json"
JSON = {"Content-Type": "application/json", "Cache-Control": "no-store"}
WORKERS = 8
# Stands for the release in which a file went that a run was cut off at.
NOBODY = ""


@dataclass(frozen=True)
class StoreTarget:
    """A store of objects.

    :param shown: as the person typed it.
    :param keep: how many releases stay, the one on line among them.
    :param watch: hears how far it is.
    """

    store: Store
    shown: str
    keep: int = 5
    watch: Watch = unwatched

    def files(self) -> Mapping[str, str]:
        """Give the fingerprints of the files on line; none when nothing is."""
        with self._refusals():
            return self._on_line().digests

    def changes(self, release: Release) -> Changes:
        """Say what would change."""
        return compare(self.files(), manifest_of(release, "").digests)

    def publish(self, release: Release, name: str, server: Mapping[str, bytes]) -> Changes:  # noqa: ARG002 - no server of ours is there
        """Put a release on line.

        :raises SiteError: when it cannot be done, or not to the end.
        """
        with self._at_work():
            coming = manifest_of(release, name)
            before = self._on_line()
            if before.files == coming.files:
                # It is the same release, which keeps its name and all that still stands beside it.
                coming = replace(before, left={})
            self._bring(release, coming)
            self._show(coming)
            self._forget()
        return compare(before.digests, coming.digests)

    def roll_back(self) -> Changes:
        """Put the release before the one on line in its place.

        :raises SiteError: when there is none.
        """
        with self._at_work():
            before = self._on_line()
            older = [name for name in self._releases() if name < before.name]
            if not older:
                raise nothing_older(self.shown)
            coming = self._read(f"{RELEASES}{older[-1]}")
            self._show(coming)
        return compare(before.digests, coming.digests)

    # What stands there

    def _read(self, key: str) -> Manifest:
        return Manifest.read(self.store.get(key))

    def _on_line(self) -> Manifest:
        """Give what readers find; of a file that a run was cut off at, nobody knows."""
        manifest, cut_off = self._read(ON_LINE), self.store.get(COMING)
        if cut_off is None:
            return manifest
        coming = Manifest.read(cut_off).files
        unsure = {path for path, each in coming.items() if manifest.files.get(path) != each}
        sure = {path: each for path, each in manifest.files.items() if path not in unsure}
        return Manifest(manifest.name, sure, {**dict.fromkeys(unsure, NOBODY), **manifest.left})

    def _releases(self) -> list[str]:
        """Give the names of the releases that can be put on line, oldest first."""
        return sorted(key.removeprefix(RELEASES) for key in self.store.keys(RELEASES))

    # The way on line

    def _bring(self, release: Release, coming: Manifest) -> None:
        """Let the files travel that are not there yet."""
        there = {key.removeprefix(FILES) for key in self.store.keys(FILES)}
        missing = {
            each.stored: path for path, each in coming.files.items() if each.stored not in there
        }

        def put(path: str) -> None:
            key = f"{FILES}{coming.files[path].stored}"
            self.store.put(key, bytes_of(release, path), headers_of_file(path))

        through = Count(self.watch, say("files sent"), len(missing))
        self._each(put, sorted(missing.values()), through)
        self.store.put(f"{RELEASES}{coming.name}", bytes(coming), JSON)

    def _show(self, coming: Manifest) -> None:
        """Copy what differs to where readers find it, and take away what is no more."""
        before = self._on_line()
        # What a run was cut off at must stay known, though this one may be cut off as well.
        self.store.put(ON_LINE, bytes(before), JSON)
        self.store.put(COMING, bytes(coming), JSON)
        stands = before.files.keys() | before.left.keys()
        gone = dict.fromkeys(before.files.keys() - coming.files.keys(), coming.name)
        left = {path: name for path, name in before.left.items() if path not in coming.files}
        changed = [path for path, each in coming.files.items() if before.files.get(path) != each]

        def copy(path: str) -> None:
            each = coming.files[path]
            self.store.copy(f"{FILES}{each.stored}", path, each.leads_to)

        through = Count(self.watch, say("files put in their places"), len(changed))
        for group in in_safe_order(changed, stands):
            self._each(copy, group, through)
        self._end(replace(coming, left={**gone, **left}))

    def _end(self, shown: Manifest) -> None:
        """Note what is on line now, and take away what nobody asks for any more."""
        self.store.put(ON_LINE, bytes(shown), JSON)
        self.store.delete([COMING])
        going = [
            path
            for path, since in sorted(shown.left.items())
            if since != shown.name or goes_at_once(path)
        ]
        if going:
            self.store.delete(going)
            left = {path: since for path, since in shown.left.items() if path not in going}
            self.store.put(ON_LINE, bytes(replace(shown, left=left)), JSON)

    def _forget(self) -> None:
        """Take the oldest releases away, and the files that only these had."""
        names = self._releases()
        kept = {*names[-self.keep :], self._on_line().name}
        old = [name for name in names if name not in kept]
        self.store.delete(f"{RELEASES}{name}" for name in old)
        if old:
            needed = {
                each.stored
                for name in kept
                for each in self._read(f"{RELEASES}{name}").files.values()
            }
            keys = (key for key in self.store.keys(FILES) if key.removeprefix(FILES) not in needed)
            self.store.delete([*keys])

    # With care

    def _each(self, do: Callable[[str], None], paths: Iterable[str], through: Count) -> None:
        """Do the same with many files at once, and keep the lock meanwhile."""
        with ThreadPoolExecutor(WORKERS) as workers:
            try:
                for _ in workers.map(do, paths):
                    self._lock.keep()
                    through.one()
            except StoreRefused:
                workers.shutdown(cancel_futures=True)
                raise

    @cached_property
    def _lock(self) -> StoreLock:
        return StoreLock(self.store, self.shown)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        with self._refusals(), self._lock.held():
            yield

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except StoreRefused as error:
            message = say("the store says: {reason}", reason=str(error))
            hint = say("type the same again: it goes on where it was cut off")
            raise SiteError([Problem(self.shown, 0, message, hint)]) from error
