"""The rules for Caddy, to be imported within a site's block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from newsdesk.media_types import TYPES, content_type
from newsdesk.redirects import Redirect
from newsdesk.serving.headers import headers_of, kinds
from newsdesk.serving.location import location

HEAD = """\
# Written by newsdesk publish; import it within the block of the site, below root: …/current/site
@not_well_known {
	path */.*
	not path /.well-known/*
}
error @not_well_known 404
@packed path *.gz *.br *.zst /_headers /_redirects
error @packed 404
"""
TAIL = """\
file_server {
	precompressed br zstd gzip
}
handle_errors {
	rewrite * /404.html
	file_server
}
"""


def caddyfile(redirects: Iterable[Redirect], *, secure: bool) -> bytes:
    """Give the rules.

    :param secure: the site is served by https alone, and tells browsers so.
    """
    lines = [HEAD, *_types(), *_headers(secure=secure), *_moved(redirects), TAIL]
    return "".join(f"{line}\n" for line in lines).encode()


def _types() -> Iterator[str]:
    """Say which type each ending means: Caddy asks the machine, and each has another list."""
    for number, media in enumerate(dict.fromkeys(map(content_type, TYPES))):
        endings = " ".join(f"*{ending}" for ending in TYPES if content_type(ending) == media)
        yield f"@type{number} path {endings}"
        yield f"header @type{number} {{"
        yield f'	Content-Type "{media}"'
        yield "	defer"
        yield "}"


def _headers(*, secure: bool) -> Iterator[str]:
    """A later line overrules an earlier one, so the special kinds come last."""
    for number, kind in enumerate(reversed(kinds())):
        yield f"# {kind.name}"
        yield f"@kind{number} path_regexp ^{kind.paths}$"
        yield f"header @kind{number} {{"
        yield from (
            f'	{name} "{value}"' for name, value in headers_of(kind, secure=secure).items()
        )
        yield "}"


def _moved(redirects: Iterable[Redirect]) -> Iterator[str]:
    """Compare addresses letter by letter: Caddy's own way to name a path minds no capitals."""
    for number, each in enumerate(redirects):
        yield f"@old{number} path_regexp ^{re.escape(unquote(each.old))}$"
        if each.new is None:
            yield f"error @old{number} 410"
        else:
            yield f"redir @old{number} {location(each.new)} 301"
