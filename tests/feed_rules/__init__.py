"""What feeds must be, by their own rules: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1.

Each function gives the faults of one document, in words; a feed without fault gives none. Where the
W3C's validator asks for more than a format itself, so do these.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

Element = etree._Element  # noqa: SLF001 - lxml names its elements by no other name
NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
}
SCHEMA = Path(__file__).with_name("atom.rng")
ABSOLUTE = re.compile(r"https?://[^\s/]+/\S*")
RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)"
)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
RUN_OR_LOADED = "script, iframe, object, embed, form, link, style, base"


def faults_of_atom(data: bytes, address: str) -> Iterator[str]:
    """Give the faults of an Atom document that stands at an address."""
    root = etree.fromstring(data)
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    if not schema.validate(root):
        yield from (str(entry) for entry in schema.error_log)
    if _attributes(root, "a:link[@rel='self']", "href") != [address]:
        yield "the feed does not say where it stands"
    if len(_attributes(root, "a:link[@rel='alternate']", "href")) != 1:
        yield "the feed has no page of its own"
    yield from _doubles(str(each.text) for each in root.iterfind("a:entry/a:id", NAMES))
    for entry in root.iterfind("a:entry", NAMES):
        yield from _faults_of_html(str(entry.findtext("a:content", "", NAMES)))
        if not _attributes(entry, "a:link[@rel='alternate']", "href"):
            yield "an entry has no page"
        if entry.findtext("a:updated", "", NAMES) < entry.findtext("a:published", "", NAMES):
            yield "an entry was changed before it was published"
    for link in root.iter(f"{{{NAMES['a']}}}link"):
        yield from _not_absolute(str(link.get("href")))


def faults_of_rss(data: bytes, address: str) -> Iterator[str]:
    """Give the faults of an RSS document that stands at an address."""
    root = etree.fromstring(data)
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None or len(root) != 1:
        yield "this is no RSS 2.0"
        return
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        if len(channel.findall(name)) != 1 or not channel.findtext(name):
            yield f"the channel has no {name}, or two"
    if _attributes(channel, "a:link[@rel='self']", "href") != [address]:
        yield "the feed does not say where it stands"
    if not LANGUAGE.fullmatch(channel.findtext("language", "")):
        yield "the language is none"
    yield from _not_absolute(channel.findtext("link", ""))
    yield from _faults_of_date(channel.findtext("lastBuildDate", ""))
    image = channel.find("image")
    if image is not None and [child.tag for child in image] != ["url", "title", "link"]:
        yield "the image lacks something"
    yield from _doubles(item.findtext("guid", "") for item in channel.iterfind("item"))
    for item in channel.iterfind("item"):
        yield from _faults_of_item(item)


def _faults_of_item(item: Element) -> Iterator[str]:
    for name in ("title", "link", "guid", "pubDate", "description"):
        if len(item.findall(name)) != 1:
            yield f"an item has no {name}, or two"
    yield from _faults_of_guid(item.find("guid"))
    yield from _not_absolute(item.findtext("link", ""))
    yield from _faults_of_date(item.findtext("pubDate", ""))
    yield from _faults_of_html(item.findtext("content:encoded", "", NAMES))
    yield from _faults_of_enclosures(item.findall("enclosure"))
    if any(not category.text for category in item.iterfind("category")):
        yield "a category has no name"
    if item.findall("author"):
        yield "an author of RSS is a mailbox: use dc:creator"


def _faults_of_guid(guid: Element | None) -> Iterator[str]:
    permanent = guid is None or ABSOLUTE.fullmatch(str(guid.text))
    if guid is not None and not permanent and guid.get("isPermaLink") != "false":
        yield f"the guid {guid.text} is no address and does not say so"


def _faults_of_enclosures(enclosures: list[Element]) -> Iterator[str]:
    if len(enclosures) > 1:
        yield "an item has two enclosures"
    for enclosure in enclosures:
        if not str(enclosure.get("length")).isdecimal() or enclosure.get("length") == "0":
            yield "an enclosure does not say how long it is"
        if not MEDIA_TYPE.fullmatch(str(enclosure.get("type"))):
            yield "an enclosure does not say what it is"
        yield from _not_absolute(str(enclosure.get("url")))


# fmt: off
FEED_KEYS = frozenset((
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url",
    "icon", "favicon", "authors", "language", "expired", "hubs", "items",
))
ITEM_KEYS = frozenset((
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image",
    "banner_image", "date_published", "date_modified", "authors", "tags", "language", "attachments",
))
# fmt: on


def faults_of_json(data: bytes, address: str) -> Iterator[str]:
    """Give the faults of a JSON Feed that stands at an address."""
    feed: dict[str, Any] = json.loads(data)
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "this is no JSON Feed 1.1"
    if not feed.get("title") or not isinstance(feed.get("items"), list):
        yield "the feed has no title or no items"
        return
    yield from _unknown(feed, FEED_KEYS)
    if feed.get("feed_url") != address or feed.get("next_url") == address:
        yield "the feed does not say where it stands"
    for name in ("home_page_url", "next_url", "icon", "favicon"):
        yield from _not_absolute(feed.get(name, "https://example.org/"))
    if not LANGUAGE.fullmatch(feed.get("language", "")):
        yield "the language is none"
    yield from _doubles(item["id"] for item in feed["items"])
    for item in feed["items"]:
        yield from _faults_of_json_item(item)


def _faults_of_json_item(item: dict[str, Any]) -> Iterator[str]:
    yield from _unknown(item, ITEM_KEYS)
    if not isinstance(item["id"], str) or not ("content_html" in item or "content_text" in item):
        yield "an item has no id or no text"
    yield from _not_absolute(item["url"])
    yield from _faults_of_html(item.get("content_html", ""))
    for name in ("date_published", "date_modified"):
        if datetime.fromisoformat(item[name]).utcoffset() is None:
            yield f"{name} has no time zone"
    if any(not set(author) & {"name", "url", "avatar"} for author in item.get("authors", ())):
        yield "an author is nobody"
    for attachment in item.get("attachments", ()):
        yield from _not_absolute(attachment["url"])
        if not MEDIA_TYPE.fullmatch(attachment["mime_type"]):
            yield "an attachment does not say what it is"


def _unknown(values: dict[str, Any], known: frozenset[str]) -> Iterator[str]:
    yield from (f"{key} is no word of the format" for key in values.keys() - known if key[0] != "_")


# What all formats share


def _attributes(element: Element, path: str, name: str) -> list[str]:
    return [str(found.get(name)) for found in element.iterfind(path, NAMES)]


def _doubles(ids: Iterable[str]) -> Iterator[str]:
    for identity, times in Counter(ids).items():
        if times > 1 or not identity:
            yield f"the id {identity} stands there {times} times"


def _not_absolute(address: str) -> Iterator[str]:
    if not ABSOLUTE.fullmatch(address):
        yield f"the address {address} is not absolute"


def _faults_of_date(text: str) -> Iterator[str]:
    if not RFC_822.fullmatch(text) or f"{parsedate_to_datetime(text):%a, %d %b}" != text[:11]:
        yield f"{text} is no moment as RSS writes it"


def _faults_of_html(html: str) -> Iterator[str]:
    """A text must stand by itself wherever it is read, and must do nothing there."""
    body = LexborHTMLParser(f"<body>{html}").body
    for node in body.css(RUN_OR_LOADED) if body else ():
        yield f"<{node.tag}> stands in a text"
    for node in body.css("[href], [src]") if body else ():
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        if not re.match(r"(https?|mailto|tel):", address):
            yield f"the address {address} in a text is not absolute"
