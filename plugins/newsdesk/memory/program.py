"""Names the program itself: what an older one remembered is not believed."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from newsdesk.memory.digests import digest_of

PLUGINS = Path(__file__).parents[2]


@cache
def digest_of_program() -> bytes:
    """Name Python, every library that is installed, and the sources of newsdesk and its plugins."""
    places = (Path(place) for place in sys.path)
    libraries = {each.name for place in places for each in place.glob("*.dist-info")}
    known = "\n".join([platform.python_version(), *sorted(libraries)])
    sources = [*PLUGINS.rglob("*.py"), *PLUGINS.rglob("words/*.txt")]
    return digest_of(known.encode(), digest_of_files(sources, PLUGINS))


def digest_of_files(files: Iterable[Path], folder: Path) -> bytes:
    """Name files by their paths below a folder, and by their bytes."""
    found = sorted((file.relative_to(folder).as_posix(), file) for file in files)
    parts = (part for name, file in found for part in (name.encode(), file.read_bytes()))
    return digest_of(*parts)
