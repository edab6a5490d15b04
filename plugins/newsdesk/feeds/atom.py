"""Atom, the format that says most.

RFC 4287, with the archive of RFC 5005 and, for withdrawn items, the tombstones of RFC 6721.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml.etree import _Element as Element

from newsdesk.feeds.elements import ATOM, add, add_if, document, in_language, rfc3339, root
from newsdesk.feeds.extensions import add_archive_links, add_editions, add_event, add_media
from newsdesk.feeds.feed import Author, Download, Entry, Feed, full_text, shown

MEDIA_TYPE = "application/atom+xml"


def atom_entry(entry: Entry) -> Element:
    """Write an entry, which stands in several feeds."""
    return _add_entry(_root(entry.language), shown(entry))


def atom(feed: Feed, entry_of: Callable[[Entry], Element] = atom_entry) -> bytes:
    """Write a feed as Atom 1.0.

    :param entry_of: gives an entry as it is written; it is copied.
    """
    element = _root(feed.language)
    _describe(element, feed)
    for entry in feed.entries:
        _add_tombstone(element, entry)
    for entry in feed.entries:
        element.append(deepcopy(entry_of(entry)))
    return document(element, feed.stylesheet)


def _root(language: str) -> Element:
    return root("atom:feed", ("at", "ev", "fh", "media"), language, default=ATOM)


def _describe(element: Element, feed: Feed) -> None:
    """Say what the feed is; all of it stands before the first entry."""
    add(element, "atom:id", feed.id)
    add(element, "atom:title", feed.title)
    add_if(element, "atom:subtitle", feed.subtitle)
    add(element, "atom:updated", rfc3339(feed.updated))
    add(element, "atom:link", rel="self", type=MEDIA_TYPE, href=feed.address)
    page = {"type": "text/html", "hreflang": feed.language, "href": feed.home}
    add(element, "atom:link", rel="alternate", **page)
    add_archive_links(element, feed, MEDIA_TYPE)
    _add_author(element, feed.publisher)
    add_if(element, "atom:icon", feed.icon)
    add_if(element, "atom:logo", feed.logo)
    add_if(element, "atom:rights", feed.rights)
    if feed.generator:
        about = {"uri": feed.generator.address, "version": feed.generator.version}
        add(element, "atom:generator", feed.generator.name, **about)


def _add_tombstone(element: Element, entry: Entry) -> None:
    """Tell programs that keep entries to take a withdrawn one away."""
    if entry.withdrawal:
        when = rfc3339(entry.withdrawal.at)
        tombstone = add(element, "at:deleted-entry", ref=entry.id, when=when)
        in_language(tombstone, entry.language)
        add(tombstone, "at:comment", entry.withdrawal.notice)


def _add_entry(parent: Element, entry: Entry) -> Element:
    element = add(parent, "atom:entry")
    in_language(element, entry.language)
    add(element, "atom:id", entry.id)
    add(element, "atom:title", entry.title)
    _add_links(element, entry)
    add(element, "atom:published", rfc3339(entry.published))
    add(element, "atom:updated", rfc3339(entry.updated))
    for author in entry.authors:
        _add_author(element, author)
    for category in entry.categories:
        words = {"term": category.term, "scheme": category.scheme, "label": category.label}
        add(element, "atom:category", **words)
    add_if(element, "atom:summary", entry.summary)
    add(element, "atom:content", full_text(entry), type="html")
    add_if(element, "atom:rights", entry.rights)
    add_event(element, entry)
    add_media(element, entry)
    return element


def _add_links(element: Element, entry: Entry) -> None:
    """Link to the page, to the item in the other editions, and to the files beside the text."""
    add(element, "atom:link", rel="alternate", type="text/html", href=entry.address)
    add_editions(element, entry)
    for each in entry.enclosures:
        file = {"type": each.media_type, "length": str(each.size), "href": each.address}
        about = {}
        if isinstance(each, Download):
            about = {"hreflang": each.language, "title": each.title}
        add(element, "atom:link", rel="enclosure", **file, **about)


def _add_author(element: Element, author: Author) -> None:
    person = add(element, "atom:author")
    add(person, "atom:name", author.name)
    add_if(person, "atom:uri", author.address)
