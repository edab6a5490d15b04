"""In which order files go on line, where it cannot be all at once.

Whoever reads in between finds for each page all that it shows, and for each list its pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

PAGES = (".html", ".htm")
READ_BY_PROGRAMS = (".atom", ".rss", ".json", ".xml", ".txt", ".ics", ".opml")
# What must not stay for a moment longer than it has to: the consent of those on it may have ended.
PICTURES = ("photos/", "cards/")
KITS = ".zip"


def in_safe_order(paths: Iterable[str], there: Collection[str]) -> Iterator[list[str]]:
    """Give files in groups, each of which may go on line when the one before has.

    Pictures and style sheets first, then new pages, then pages that change, lists among them;
    last what programs read, and tell their readers of.

    :param there: the paths at which something stands already.
    """
    groups: list[list[str]] = [[], [], [], []]
    for path in sorted(paths):
        groups[_turn(path, is_there=path in there)].append(path)
    return filter(None, groups)


def _turn(path: str, *, is_there: bool) -> int:
    ending = PurePosixPath(path).suffix
    if ending in READ_BY_PROGRAMS:
        return 3
    if ending in PAGES:
        return 2 if is_there else 1
    return 0


def goes_at_once(path: str) -> bool:
    """Tell whether a file goes as soon as no page shows it; others stay for one release more.

    For a while, caches show older pages, and these their pictures and style sheets.
    """
    return path.startswith(PICTURES) or path.endswith(KITS)
