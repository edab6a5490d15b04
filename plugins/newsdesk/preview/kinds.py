"""Knows what kind of file a name stands for, so that the browser treats it as one."""

from __future__ import annotations

import mimetypes

# Tried in this order. The system's own list comes last: it differs from machine to machine.
KINDS = (
    # Under their own types (application/atom+xml and the like) a browser shows the source of
    # feeds or saves them; as XML it shows them with their style sheet, and readers do not mind.
    (".atom", "application/xml"),
    (".rss", "application/xml"),
    ("feed.json", "application/feed+json"),  # JSON Feed 1.1
    (".avif", "image/avif"),
    (".css", "text/css"),
    (".gif", "image/gif"),
    (".html", "text/html"),
    (".ico", "image/vnd.microsoft.icon"),
    (".ics", "text/calendar"),  # RFC 5545
    (".jpeg", "image/jpeg"),
    (".jpg", "image/jpeg"),
    (".js", "text/javascript"),  # RFC 9239
    (".json", "application/json"),
    (".mjs", "text/javascript"),
    (".opml", "text/x-opml"),
    (".pdf", "application/pdf"),
    (".png", "image/png"),
    (".svg", "image/svg+xml"),
    (".txt", "text/plain"),
    (".wasm", "application/wasm"),
    (".webmanifest", "application/manifest+json"),
    (".webp", "image/webp"),
    (".woff2", "font/woff2"),
    (".xml", "application/xml"),
    (".xsl", "application/xslt+xml"),
)
_TEXT = ("text/", "application/json", "application/xml")
_TEXT_ENDINGS = ("+json", "+xml")


def kind_of(name: str) -> str:
    """Give the media type for a file name; texts are UTF-8."""
    kind = next((kind for ending, kind in KINDS if name.lower().endswith(ending)), None)
    kind = kind or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = kind.startswith(_TEXT) or kind.endswith(_TEXT_ENDINGS)
    return f"{kind}; charset=utf-8" if is_text else kind
