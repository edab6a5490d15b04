"""Turns `item:k7m2qx` and `category:media`, as staff type them, into addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import escape

# Only within a tag: a text that shows how to write a link keeps it as it is.
REFERENCE = re.compile(r'(<[^<>]*\shref=")(item|category):([^"#?]+)')
PICTURE = re.compile(r'(<[^<>]*\ssrc=")(photos/[^"]+)')


def with_addresses(html: str, address_of: Callable[[str, str], str | None]) -> str:
    """Put addresses in the place of references; one that leads nowhere stays as it is.

    :param address_of: gives the address for a scheme and a name, or None.
    """

    def replace(found: re.Match[str]) -> str:
        tag, scheme, name = found.groups()
        address = address_of(scheme, name)
        return found[0] if address is None else f"{tag}{escape(address)}"

    return REFERENCE.sub(replace, html)


def with_pictures(html: str, base: str) -> str:
    """Let pictures of content/photos/ be found from wherever the page stands.

    :param base: the path below which the site stands; empty at the root of a host.
    """
    return PICTURE.sub(rf"\1{base}/\2", html)
