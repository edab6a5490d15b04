"""Tells search engines which pages there are, and Google News what is new: sitemaps, robots.txt.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.outputs import Output
from newsdesk.press.google_news import FILE, news_sitemap
from newsdesk.sitemap import list_of_parts, moments_of_posts, parts_of_sitemap


def _add_directory(generators: Sequence[object]) -> None:
    build = build_of(generators)

    def directory(pages: Sequence[Output]) -> Iterator[Output]:
        listed = (page for page in pages if page.is_page)
        parts = parts_of_sitemap(listed, moments_of_posts(build.desks))
        yield news_sitemap(build.desks)
        yield from build.printed("sitemap", [part.sheet for part in parts])
        yield from list_of_parts(parts, build.house.site_url, others=[FILE])

    build.directories.append(directory)


def register() -> None:
    """Add the sitemap to what will be written."""
    signals.all_generators_finalized.connect(_add_directory)
