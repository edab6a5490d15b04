"""The headers of every answer, from which the rules of all servers are made.

What they allow is what the site has: one style sheet, one script, pictures of its own. Nothing is
fetched from elsewhere, nothing runs that stands in a page, and nobody may frame one. Graded after
the table of the MDN HTTP Observatory.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Headers = Mapping[str, str]

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
# The search runs a program of its own, in WebAssembly; no other page may.
FOR_SEARCH = {"script-src": "'self' 'wasm-unsafe-eval'"}
FEATURES = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
TWO_YEARS, ONE_YEAR, FIVE_MINUTES = 63_072_000, 31_536_000, 300


@dataclass(frozen=True, slots=True)
class Kind:
    """Files that are served in the same way.

    :param name: for people who read the rules.
    :param paths: regular expression of their addresses, from the first slash on, without anchors.
    :param cache: how long who may keep them.
    :param policy: what differs in the Content-Security-Policy.
    :param shared: pages of other sites may show them.
    """

    name: str
    paths: str
    cache: str
    policy: Headers
    shared: bool = False


# The first kind that fits is the one; a name with the hash of its content is kept for ever.
KINDS = (
    Kind(
        "what has the hash of its content in its name",
        r"/(?:assets|photos|drawings|cards)/.*[.-][0-9a-f]{10,16}[.-].*",
        f"public, max-age={ONE_YEAR}, immutable",
        {},
        shared=True,
    ),
    Kind(
        "feeds, calendars and lists, which other programs read",
        r"/.*\.(?:atom|rss|json|ics|xml|opml|txt)",
        f"public, max-age={FIVE_MINUTES}",
        {},
        shared=True,
    ),
    Kind(
        "the search",
        r"/[a-z-]+/search/(?:index\.html)?",
        "public, max-age=0, must-revalidate",
        FOR_SEARCH,
    ),
    Kind("pages and all else", r"/.*", "public, max-age=0, must-revalidate", {}),
)


def kinds() -> tuple[Kind, ...]:
    """Give all kinds, the special ones first."""
    return KINDS


def headers_for(path: str, *, secure: bool) -> dict[str, str]:
    """Give the headers of the answer for a file.

    :param path: from the first slash on.
    :param secure: the site is served by https alone, and tells browsers so.
    """
    return headers_of(kind_of(path), secure=secure)


def kind_of(path: str) -> Kind:
    """Give the kind of a file.

    :param path: from the first slash on.
    """
    return next(kind for kind in KINDS if re.fullmatch(kind.paths, path))


def headers_of(kind: Kind, *, secure: bool) -> dict[str, str]:
    """Give the headers of all answers of a kind."""
    policy = "; ".join(f"{name} {value}" for name, value in {**POLICY, **kind.policy}.items())
    headers = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "cross-origin" if kind.shared else "same-origin",
        "Cache-Control": kind.cache,
    }
    if secure:
        headers["Strict-Transport-Security"] = f"max-age={TWO_YEARS}"
    return headers
