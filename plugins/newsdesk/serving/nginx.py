"""The rules for nginx, to be included within a `server` block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from newsdesk.media_types import TYPES
from newsdesk.redirects import Redirect
from newsdesk.serving.headers import KINDS, Kind, headers_of, kinds
from newsdesk.serving.location import location

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


def nginx_conf(redirects: Iterable[Redirect], base: str, *, secure: bool) -> bytes:
    """Give the rules.

    :param base: the path below which the site stands; empty at the root of a host.
    :param secure: the site is served by https alone, and tells browsers so.
    """
    lines = [HEAD, "# answers that are no file", *_added(KINDS[-1], secure=secure)]
    lines += _moved(redirects, base)
    for kind in kinds():
        lines += _location(kind, base, secure=secure)
    return "".join(f"{line}\n" for line in lines).encode()


def _moved(redirects: Iterable[Redirect], base: str) -> Iterator[str]:
    for each in redirects:
        answer = "410" if each.new is None else f'301 "{base}{location(each.new)}"'
        # nginx compares what an address says, not how it is written.
        yield f'location = "{base}{unquote(each.old)}" {{ return {answer}; }}'


def _location(kind: Kind, base: str, *, secure: bool) -> Iterator[str]:
    yield f"# {kind.name}"
    yield f'location ~ "^{base}{kind.paths}$" {{'
    yield f"  types {{ {_types()} }}"
    yield from (f"  {line}" for line in _added(kind, secure=secure))
    yield "  try_files $uri $uri/ =404;"
    yield "}"


def _added(kind: Kind, *, secure: bool) -> Iterator[str]:
    for name, value in headers_of(kind, secure=secure).items():
        yield f'add_header {name} "{value}" always;'


def _types() -> str:
    """Say which type each ending means, for these files alone: nginx's own list is another one."""
    return " ".join(f"{media} {ending.removeprefix('.')};" for ending, media in TYPES.items())
