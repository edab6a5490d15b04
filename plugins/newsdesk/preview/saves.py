"""Notices when somebody has saved a file of the site."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from newsdesk.files import is_leftover

# One save is often several changes: a file is emptied and filled, or a new one takes its name.
# So many milliseconds without a change end a save, and no save lasts longer than the second.
QUIET, LONGEST = 25, 50
# What else comes and goes beside sources: Vim's test of a folder, Python's compiled files.
_PASSING = re.compile(r"^4913$|\.py[cod](\.\d+)?$")


class WrittenByPeople(DefaultFilter):
    """Lets a change pass when a person made it: not an editor's temporary file, not our output."""

    def __init__(self, output: Path) -> None:
        """Keep the folder that the builds write to."""
        self.output = output
        super().__init__(ignore_dirs=[*DefaultFilter.ignore_dirs, ".ruff_cache"])

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change counts."""
        name = Path(path).name
        passing = is_leftover(name) or _PASSING.search(name)
        ours = Path(path).is_relative_to(self.output)
        return not passing and not ours and super().__call__(change, path)


def saves(
    watched: Sequence[Path], output: Path, stop: threading.Event
) -> Iterator[AbstractSet[Path]]:
    """Give the files of each save until told to stop; none once when watching has begun.

    What is saved while the caller is busy is not lost: it comes when the caller asks again.

    :param watched: folders, with all that is in them, and single files.
    :param output: where builds write; what happens there is no save.
    """
    roots = tuple(path.resolve() for path in watched)
    while not stop.is_set():
        yield from _until_a_root_is_replaced(roots, output.resolve(), stop)


def _until_a_root_is_replaced(
    roots: Sequence[Path], output: Path, stop: threading.Event
) -> Iterator[AbstractSet[Path]]:
    """Give the files of each save; return when a root was saved, moved, taken away or put there.

    The system watches what a name stood for at first. Many editors save by putting a new file in
    the place of the old one: the watch of that name then goes with the old file, and has to begin
    anew. The folder above, seen without what is deeper in it, tells when that has happened.
    """
    look = partial(
        watch,
        debounce=LONGEST,
        step=QUIET,
        rust_timeout=QUIET,
        yield_on_timeout=True,
        stop_event=stop,
    )
    above = {root.parent for root in roots}
    beside = look(*above, watch_filter=lambda _, path: Path(path) in roots, recursive=False)
    # Begun first: a folder that comes while the other watch begins would be seen by neither.
    next(beside, None)
    folders = filter(Path.is_dir, roots)
    within = look(*folders, watch_filter=WrittenByPeople(output))
    for turn, (replaced, saved) in enumerate(zip(beside, within, strict=False)):
        if replaced:
            return
        if saved or turn == 0:
            yield {Path(path) for _, path in saved}
