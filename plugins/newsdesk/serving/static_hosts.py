"""The rules for static hosts that read `_headers` and `_redirects` (Netlify, Cloudflare Pages)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from newsdesk.media_types import content_type
from newsdesk.outputs import Output
from newsdesk.redirects import Redirect
from newsdesk.serving.headers import KINDS, headers_for, headers_of
from newsdesk.serving.location import location
from newsdesk.settings import Settings

# These hosts know no regular expressions; a later line adds to an earlier one, so that a header
# which differs is taken away first.
WILDCARDS = (
    ("/assets/*", "/assets/a.0123456789.css"),
    ("/drawings/*", "/drawings/a.0123456789.svg"),
    ("/photos/*", "/photos/a-0123456789abcdef-480.avif"),
    ("/*.atom", "/a.atom"),
    ("/*.rss", "/a.rss"),
    ("/*.json", "/a.json"),
    ("/*.ics", "/a.ics"),
    ("/:edition/search/*", "/en/search/"),
)


# They would send these under types of their own, and a browser would show the source of a feed.
FEEDS = (".atom", ".rss")


def rules_for_static_hosts(redirects: Iterable[Redirect], house: Settings) -> Iterator[Output]:
    """Give the files that such a host looks for at the root of a site."""
    yield Output("_headers", headers_file(secure=house.is_secure))
    yield Output("_redirects", redirects_file(redirects))


def headers_file(*, secure: bool) -> bytes:
    """Give `_headers`.

    :param secure: the site is served by https alone, and tells browsers so.
    """
    usual = headers_of(KINDS[-1], secure=secure)
    lines = ["/*", *(f"  {name}: {value}" for name, value in usual.items())]
    for wildcard, example in WILDCARDS:
        lines.append(wildcard)
        for name, value in headers_for(example, secure=secure).items():
            if usual[name] != value:
                lines += [f"  ! {name}", f"  {name}: {value}"]
        if example.endswith(FEEDS):
            lines.append(f"  Content-Type: {content_type(example)}")
    return "".join(f"{line}\n" for line in lines).encode()


def redirects_file(redirects: Iterable[Redirect]) -> bytes:
    """Give `_redirects`; what is gone has no rule there, and answers with the page for 404.

    Nor has an old address with a colon: what follows it stands for anything there.
    """
    plain = (each for each in redirects if ":" not in unquote(each.old))
    lines = (f"{each.old} {location(each.new)} 301\n" for each in plain if each.new is not None)
    return "".join(lines).encode()
