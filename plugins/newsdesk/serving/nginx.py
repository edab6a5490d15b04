"""The rules for nginx, to be included within a `server` block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from newsdesk.redirects import Redirect
from newsdesk.serving.headers import Kind, headers_of, kinds

HEAD = """\
# Written by newsdesk publish; include it within a server block that says where it listens, and
# where its root is: …/current/site. When it has changed, nginx must read it again: nginx -s reload
charset utf-8;
charset_types text/css text/plain text/javascript application/javascript text/calendar
  application/xml text/xml application/json
  application/feed+json image/svg+xml;
gzip off;
gzip_static on;
gzip_vary on;
# With nginx's module for Brotli (Debian: libnginx-mod-http-brotli-static), take the # away:
# brotli_static on;
index index.html;
error_page 404 /404.html;
error_page 410 /404.html;
location ~ /\\.(?!well-known/) { return 404; }
location ~ \\.(?:gz|br|zst)$ { return 404; }
location ~ ^/_(?:headers|redirects)$ { return 404; }
"""
# Types that nginx's own list lacks or has in another way; under their own types, browsers show the
# source of feeds, or save them.
TYPES = (
    ("atom", "application/xml"),
    ("rss", "application/xml"),
    ("ics", "text/calendar"),
    ("json", "application/json"),
    ("opml", "text/x-opml"),
    ("avif", "image/avif"),
    ("webmanifest", "application/manifest+json"),
    ("wasm", "application/wasm"),
)


def nginx_conf(redirects: Iterable[Redirect], base: str, *, secure: bool) -> bytes:
    """Give the rules.

    :param base: the path below which the site stands; empty at the root of a host.
    :param secure: the site is served by https alone, and tells browsers so.
    """
    lines = [HEAD, *_moved(redirects, base)]
    for kind in kinds():
        lines += _location(kind, base, secure=secure)
    return "".join(f"{line}\n" for line in lines).encode()


def _moved(redirects: Iterable[Redirect], base: str) -> Iterator[str]:
    for each in redirects:
        answer = "410" if each.new is None else f"301 {base}{each.new}"
        # nginx compares what an address says, not how it is written.
        yield f'location = "{base}{unquote(each.old)}" {{ return {answer}; }}'


def _location(kind: Kind, base: str, *, secure: bool) -> Iterator[str]:
    yield f"# {kind.name}"
    yield f'location ~ "^{base}{kind.paths}$" {{'
    yield f"  types {{ {' '.join(f'{media} {ending};' for ending, media in TYPES)} {COMMON} }}"
    for name, value in headers_of(kind, secure=secure).items():
        yield f'  add_header {name} "{value}" always;'
    yield "  try_files $uri $uri/ =404;"
    yield "}"


COMMON = (
    "text/html html htm; text/css css; text/javascript js mjs; text/plain txt; "
    "application/xml xml xsl; image/svg+xml svg; image/jpeg jpg jpeg; image/png png; "
    "image/webp webp; image/gif gif; image/vnd.microsoft.icon ico; application/pdf pdf; "
    "application/zip zip; font/woff2 woff2;"
)
