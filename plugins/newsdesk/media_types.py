"""The type under which each kind of file is sent.

Feeds go as XML: under their own types, browsers show their source, or save them.
"""

from __future__ import annotations

from collections.abc import Mapping

OTHER = "application/octet-stream"
TYPES: Mapping[str, str] = {
    ".atom": "application/xml",
    ".avif": "image/avif",
    ".css": "text/css",
    ".gif": "image/gif",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".opml": "text/x-opml",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rss": "application/xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".xsl": "application/xml",
    ".zip": "application/zip",
}
# Text beside what is called so: these are written in UTF-8 as well.
TEXTS = frozenset(("application/xml", "application/json", "image/svg+xml"))


def media_type(path: str) -> str:
    """Give the type of a file by its name."""
    return TYPES.get(f".{path.rpartition('.')[2].lower()}", OTHER)


def is_text(media: str) -> bool:
    """Tell whether what is of this type is written in UTF-8."""
    return media.startswith("text/") or media in TEXTS


def content_type(path: str) -> str:
    """Give the whole header of a file, with the encoding of what is text."""
    media = media_type(path)
    return f"{media}; charset=utf-8" if is_text(media) else media
