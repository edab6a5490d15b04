"""RSS 2.0, the format that every program reads, with the full text and what else it can carry."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from html import escape

from lxml.etree import _Element as Element

from newsdesk.feeds.elements import add, add_if, document, in_language, rfc822, rfc3339, root
from newsdesk.feeds.extensions import add_archive_links, add_editions, add_event, add_media
from newsdesk.feeds.feed import Author, Category, Entry, Feed, full_text, shown

MEDIA_TYPE = "application/rss+xml"


def rss_item(entry: Entry, publisher: Author) -> Element:
    """Write an entry, which stands in several feeds.

    :param publisher: of the feed, who stands for an entry without an author.
    """
    return _add_item(_root(entry.language), shown(entry), publisher)


def rss(feed: Feed, item_of: Callable[[Entry, Author], Element] = rss_item) -> bytes:
    """Write a feed as RSS 2.0.

    The language is the tag of BCP 47 as it stands (`sr-Latn`): RSS refers to the language codes of
    HTML, and the W3C's validator looks at the part before the first hyphen.

    :param item_of: gives an entry as it is written; it is copied.
    """
    element = _root(feed.language)
    element.set("version", "2.0")
    channel = add(element, "channel")
    _describe(channel, feed)
    for entry in feed.entries:
        channel.append(deepcopy(item_of(entry, feed.publisher)))
    return document(element, feed.stylesheet)


def _root(language: str) -> Element:
    return root("rss", ("atom", "content", "dc", "ev", "fh", "media"), language)


def _describe(channel: Element, feed: Feed) -> None:
    """Say what the feed is; all of it stands before the first item."""
    add(channel, "title", feed.title)
    add(channel, "link", feed.home)
    add(channel, "description", feed.subtitle or feed.title)
    add(channel, "language", feed.language)
    add_if(channel, "copyright", feed.rights)
    add(channel, "lastBuildDate", rfc822(feed.updated))
    if feed.generator:
        parts = (feed.generator.name, feed.generator.version, feed.generator.address)
        add(channel, "generator", " ".join(part for part in parts if part))
    if feed.logo:
        image = add(channel, "image")
        add(image, "url", feed.logo)
        add(image, "title", feed.title)
        add(image, "link", feed.home)
    add_if(channel, "atom:icon", feed.icon)
    add(channel, "atom:id", feed.id)
    add(channel, "atom:link", rel="self", type=MEDIA_TYPE, href=feed.address)
    add_archive_links(channel, feed, MEDIA_TYPE)


def _add_item(channel: Element, entry: Entry, publisher: Author) -> Element:
    item = add(channel, "item")
    in_language(item, entry.language)
    add(item, "title", entry.title)
    add(item, "link", entry.address)
    add(item, "guid", entry.id, isPermaLink="false")
    add(item, "pubDate", rfc822(entry.published))
    add(item, "atom:updated", rfc3339(entry.updated))
    # The author of RSS is an e-mail address; names have a word of Dublin Core.
    for author in entry.authors or (publisher,):
        add(item, "dc:creator", author.name)
    for category in entry.categories:
        _add_category(item, category)
    # The description of RSS is HTML, so plain text is made into it.
    add(item, "description", escape(entry.summary, quote=False))
    add(item, "content:encoded", full_text(entry))
    add_if(item, "dc:rights", entry.rights)
    add_editions(item, entry)
    add_event(item, entry)
    # One enclosure is all that RSS allows; the other files are named as media.
    for each in entry.enclosures[:1]:
        file = {"url": each.address, "length": str(each.size), "type": each.media_type}
        add(item, "enclosure", **file)
    add_media(item, entry)
    return item


def _add_category(item: Element, category: Category) -> None:
    """Name a category; RSS has no label, so the stable term goes with its scheme."""
    add(item, "category", category.label, domain=category.scheme + category.term)
