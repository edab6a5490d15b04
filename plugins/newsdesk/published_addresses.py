"""Which addresses of a finished site must never die, beside those of posts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from newsdesk.schema.posts import POST_TYPES

# What people link to, follow and save; what has the hash of its content in its name is replaced.
LASTING = re.compile(r".*(?:/|^)index\.html|.*\.(?:atom|rss|ics)|files/.*|.*feed\.json")
# Leaves of lists come and go with the posts on them; and search is no place.
PASSING = re.compile(r".*/page/\d+/.*")
FEED = re.compile(rb"<id>([^<]+)</id>")


def lasting_addresses(paths: Iterable[str], id_of: Callable[[str], str]) -> dict[str, str]:
    """Give the addresses of lists, feeds and files, and the id of each feed; nothing for others.

    :param paths: of all files of the site.
    :param id_of: gives the id of the Atom feed at a path.
    """
    kinds = {post.kind for post in POST_TYPES.values()}
    found = {}
    for path in paths:
        if LASTING.fullmatch(path) and not PASSING.fullmatch(path) and not _is_post(path, kinds):
            found[f"/{path.removesuffix('index.html')}"] = (
                id_of(path) if path.endswith(".atom") else ""
            )
    return found


def _is_post(path: str, kinds: Iterable[str]) -> bool:
    """Tell whether a page is that of a post, such as `en/news/milk/index.html`."""
    parts = path.split("/")
    return len(parts) == len(("edition", "kind", "slug", "file")) and parts[1] in kinds


def feed_id_in(data: bytes) -> str:
    """Find the id of an Atom feed, which stands before those of its entries."""
    found = FEED.search(data)
    return found[1].decode() if found else ""
