"""Packs what is text, so that a web server has nothing to do but to send it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePosixPath

from newsdesk.packing import brotlied, gzipped, zstandarded
from newsdesk.problems import say
from newsdesk.publishing.progress import Count, Watch, unwatched
from newsdesk.publishing.release import Release

PACKED: Mapping[str, Callable[[bytes], bytes]] = {
    ".gz": gzipped,
    ".br": brotlied,
    ".zst": zstandarded,
}
TEXTS = frozenset(
    (".html", ".css", ".js", ".mjs", ".svg", ".xml", ".atom", ".rss", ".json", ".txt", ".ics",
     ".opml", ".webmanifest", ".xsl", ".wasm")
)  # fmt: skip
# Bytes; a smaller file fits into one packet of the network as it is.
SMALLEST = 512


def is_text(path: str) -> bool:
    """Tell whether a file is worth packing."""
    return PurePosixPath(path).suffix in TEXTS


def packed_files(
    release: Release, paths: Iterable[str], watch: Watch = unwatched
) -> Iterator[tuple[str, bytes]]:
    """Pack files, on all processors of the machine; what does not get smaller is left out."""
    texts = [path for path in paths if is_text(path)]
    through = Count(watch, say("files packed"), len(texts))
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for found in workers.map(lambda path: _packed(path, release.read(path)), texts):
            yield from found
            through.one()


def _packed(path: str, data: bytes) -> list[tuple[str, bytes]]:
    if len(data) < SMALLEST:
        return []
    made = [(f"{path}{ending}", pack(data)) for ending, pack in PACKED.items()]
    return [(name, packed) for name, packed in made if len(packed) < len(data)]
