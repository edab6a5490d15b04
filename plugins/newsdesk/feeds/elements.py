"""XML for feeds: names in their namespaces, dates as the formats want them, and nothing illegal."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import format_datetime
from html import escape
from types import MappingProxyType

from lxml import etree
from lxml.etree import _Element as Element

ATOM = "http://www.w3.org/2005/Atom"

NAMESPACES = MappingProxyType(
    {
        "at": "http://purl.org/atompub/tombstones/1.0",  # RFC 6721
        "atom": ATOM,  # RFC 4287
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "ev": "http://purl.org/rss/1.0/modules/event/",
        "fh": "http://purl.org/syndication/history/1.0",  # RFC 5005
        "media": "http://search.yahoo.com/mrss/",
    }
)

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# What XML 1.0 cannot hold, and the control characters that it only advises against.
_ILLEGAL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(
    name: str, prefixes: tuple[str, ...], language: str, default: str | None = None
) -> Element:
    """Begin a document.

    :param prefixes: of the namespaces that may be used in it.
    :param default: the namespace of names without a prefix.
    """
    namespaces: dict[str | None, str] = {prefix: NAMESPACES[prefix] for prefix in prefixes}
    if default:
        namespaces[None] = default
    # The types of lxml do not know that None names the default namespace.
    element = etree.Element(_qualified(name), nsmap=namespaces)  # type: ignore[arg-type]
    in_language(element, language)
    return element


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element to another one; an attribute without a value is left out.

    :param name: with the prefix of its namespace, such as `atom:title`.
    """
    element = etree.SubElement(parent, _qualified(name))
    element.text = legal(text) or None
    for attribute, value in attributes.items():
        if value:
            element.set(attribute, legal(value))
    return element


def add_if(parent: Element, name: str, text: str) -> None:
    """Add an element when there is something to say in it."""
    if text:
        add(parent, name, text)


def in_language(element: Element, language: str) -> None:
    """Say in which language an element and all in it is written."""
    element.set(_LANGUAGE, language)


def document(element: Element, stylesheet: str) -> bytes:
    """Write a document as UTF-8; namespaces that nothing is in are not mentioned.

    :param stylesheet: address of a CSS file that lets a browser show it; none when empty.
    """
    if stylesheet:
        style = f'type="text/css" href="{escape(stylesheet)}"'
        element.addprevious(etree.ProcessingInstruction("xml-stylesheet", style))
    etree.cleanup_namespaces(element)
    return etree.tostring(
        element.getroottree(), encoding="UTF-8", xml_declaration=True, pretty_print=True
    )


def legal(text: str) -> str:
    """Drop the characters that no XML document can hold."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def rfc3339(moment: date) -> str:
    """Write a moment, or a day, as Atom and JSON Feed want it: `2026-11-23T10:00:00+01:00`.

    :raises ValueError: for a moment without a time zone, which nobody abroad could place.
    """
    if not isinstance(moment, datetime):
        return moment.isoformat()
    _check_zone(moment)
    return moment.isoformat(timespec="seconds")


def rfc822(moment: datetime) -> str:
    """Write a moment as RSS wants it, in English everywhere: `Mon, 23 Nov 2026 10:00:00 +0100`.

    :raises ValueError: for a moment without a time zone.
    """
    _check_zone(moment)
    return format_datetime(moment)


def _check_zone(moment: datetime) -> None:
    if moment.utcoffset() is None:
        raise ValueError(f"the moment {moment.isoformat()} has no time zone")


def _qualified(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local
