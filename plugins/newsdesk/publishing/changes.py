"""What is different between the site on line and the one that will be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FRONT = "index.html"
FEED_ENDINGS = (".atom", ".rss", ".json")


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths of files that come, change and go, each in order."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)

    def lines(self) -> Iterator[str]:
        """Say in a line each what happens to which file."""
        for sign, paths in (("+", self.new), ("~", self.changed), ("-", self.gone)):
            yield from (f"{sign} {path}" for path in paths)

    def addresses_to_purge(self, site_url: str) -> Iterator[str]:
        """Give the addresses that a network of caches must forget.

        New ones are among them, since a cache may remember that nothing was there.
        """
        for path in sorted({*self.new, *self.changed, *self.gone}):
            yield f"{site_url}/{path.removesuffix(FRONT) if _is_front(path) else path}"

    def feeds(self, site_url: str) -> Iterator[str]:
        """Give the addresses of the feeds that have something new for whoever follows them."""
        for path in sorted({*self.new, *self.changed}):
            if "/feeds/" in path and path.endswith(FEED_ENDINGS) and "/archive-" not in path:
                yield f"{site_url}/{path}"


def _is_front(path: str) -> bool:
    return path == FRONT or path.endswith(f"/{FRONT}")


def compare(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """Compare two sites.

    :param before: the fingerprint of each file by its path.
    """
    return Changes(
        new=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(
            sorted(path for path in after if before.get(path, after[path]) != after[path])
        ),
        gone=tuple(sorted(before.keys() - after.keys())),
    )
