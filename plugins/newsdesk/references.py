"""Turns `item:k7m2qx` and `photo:school-bus`, as staff type them, into what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import escape

# Only within a tag: a text that shows how to write a link keeps it as it is.
REFERENCE = re.compile(r'(<[^<>]*\shref=")(item|category):([^"#?]+)')
# A photograph in a paragraph of its own.
PHOTO = re.compile(r'<p><img alt="[^"]*" src="photo:([^"]+)"(?: title="[^"]*")?></p>')


def with_addresses(html: str, address_of: Callable[[str, str], str | None]) -> str:
    """Put addresses in the place of references; one that leads nowhere stays as it is.

    :param address_of: gives the address for a scheme and a name, or None.
    """

    def replace(found: re.Match[str]) -> str:
        tag, scheme, name = found.groups()
        address = address_of(scheme, name)
        return found[0] if address is None else f"{tag}{escape(address)}"

    return REFERENCE.sub(replace, html)


def with_figures(html: str, figure_of: Callable[[str], str]) -> str:
    """Put figures, with caption and credit, in the place of photographs.

    :param figure_of: gives the figure for a photograph's key; empty for one that is not shown.
    """
    return PHOTO.sub(lambda found: figure_of(found[1]), html)
