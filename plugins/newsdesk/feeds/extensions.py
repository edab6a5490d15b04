"""What Atom and RSS say with the same words.

The archive, the hub, the other editions, events, pictures and files.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from newsdesk.feeds.elements import add, add_if, in_language, rfc3339
from newsdesk.feeds.feed import Download, Entry, Feed, Picture, Translation


def add_archive_links(element: Element, feed: Feed, media_type: str) -> None:
    """Link the documents of a feed by RFC 5005, and name the hub that tells of news (WebSub)."""
    links = {
        "current": feed.current,
        "prev-archive": feed.previous_archive,
        "next-archive": feed.next_archive,
    }
    for relation, address in links.items():
        if address:
            add(element, "atom:link", rel=relation, type=media_type, href=address)
    if feed.hub:
        add(element, "atom:link", rel="hub", href=feed.hub)
    if feed.current:
        add(element, "fh:archive")


def add_editions(element: Element, entry: Entry) -> None:
    """Link to the item in all editions, when there are others.

    This edition is one of the set, and the last: many programs take the last alternate of an entry
    for its page and would send their readers to another language.
    """
    if entry.translations:
        own = Translation(entry.language, entry.address)
        for edition in (*entry.translations, own):
            page = {"type": "text/html", "hreflang": edition.language, "href": edition.address}
            add(element, "atom:link", rel="alternate", **page)


def add_event(element: Element, entry: Entry) -> None:
    """Say when and where an event takes place, for calendars (the event module of RSS)."""
    if entry.event:
        add(element, "ev:startdate", rfc3339(entry.event.starts))
        if entry.event.ends:
            add(element, "ev:enddate", rfc3339(entry.event.ends))
        add_if(element, "ev:location", entry.event.place)


def add_media(element: Element, entry: Entry) -> None:
    """Name the pictures with credit, caption and text alternative, and the files (Media RSS).

    Each stands by itself: a group would say that they are one and the same in several forms.
    """
    for picture in entry.pictures:
        _add_picture(element, picture, entry.language)
    for download in entry.downloads:
        _add_download(element, download, entry.language)


def _add_picture(element: Element, picture: Picture, language: str) -> None:
    content = add(
        element,
        "media:content",
        url=picture.address,
        type=picture.media_type,
        medium="image",
        fileSize=str(picture.size),
        width=str(picture.width),
        height=str(picture.height),
    )
    in_language(content, language)
    add_if(content, "media:credit", picture.credit)
    # Most programs know the description alone, and read it out or show it as a caption.
    texts = {
        "media:description": picture.caption or picture.alternative,
        "media:text": picture.alternative,
    }
    for name, text in texts.items():
        if text:
            add(content, name, text, type="plain")


def _add_download(element: Element, download: Download, language: str) -> None:
    content = add(
        element,
        "media:content",
        url=download.address,
        type=download.media_type,
        medium="document",
        fileSize=str(download.size),
        lang=download.language,
    )
    in_language(content, language)
    add(content, "media:title", download.title, type="plain")
