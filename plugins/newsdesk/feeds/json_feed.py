"""JSON Feed 1.1, for programmers: the same feed without XML.

What the format has no word for (translations, terms of categories, credits, times of events) stands
under `_newsdesk`: names with an underscore are its place for extensions.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

from newsdesk.feeds.elements import legal, rfc3339
from newsdesk.feeds.feed import Author, Download, Entry, Feed, Picture, full_text, shown

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"

VERSION = "https://jsonfeed.org/version/1.1"
MEDIA_TYPE = "application/feed+json"


def json_item(entry: Entry) -> Json:
    """Give an entry, which stands in several feeds."""
    return _item(shown(entry))


def json_feed(feed: Feed, item_of: Callable[[Entry], Json] = json_item) -> bytes:
    """Write a feed as JSON Feed 1.1; the archive is followed by `next_url`, newest page first.

    :param item_of: gives an entry as it is written.
    """
    items: list[Json] = [item_of(entry) for entry in feed.entries]
    text = json.dumps(
        {"version": VERSION, "title": feed.title, **_about(feed), "items": items},
        ensure_ascii=False,
    )
    return (legal(text) + "\n").encode()


def _about(feed: Feed) -> dict[str, Json]:
    hubs: list[Json] = [{"type": "WebSub", "url": feed.hub}] if feed.hub else []
    own: dict[str, Json] = {
        "about": feed.generator.address if feed.generator else "",
        "id": feed.id,
        "updated": rfc3339(feed.updated),
        "rights": feed.rights,
        "current": feed.current,
    }
    return _present(
        {
            "home_page_url": feed.home,
            "feed_url": feed.address,
            "description": feed.subtitle,
            "next_url": feed.previous_archive,
            "icon": feed.logo,
            "favicon": feed.icon,
            "authors": [_author(feed.publisher)],
            "language": feed.language,
            "expired": feed.is_retired,
            "hubs": hubs,
            "_newsdesk": _present(own),
        }
    )


def _item(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": full_text(entry),
        **_present(
            {
                "summary": entry.summary,
                "image": entry.pictures[0].address if entry.pictures else "",
                "date_published": rfc3339(entry.published),
                "date_modified": rfc3339(entry.updated),
                "authors": [_author(author) for author in entry.authors],
                "tags": [category.label for category in entry.categories],
                "language": entry.language,
                "attachments": [
                    *map(_attachment, entry.pictures),
                    *map(_attached_file, entry.downloads),
                ],
                "_newsdesk": _item_extension(entry),
            }
        ),
    }


def _item_extension(entry: Entry) -> dict[str, Json]:
    categories: list[Json] = [
        {"term": category.term, "label": category.label, "scheme": category.scheme}
        for category in entry.categories
    ]
    translations: list[Json] = [
        {"language": other.language, "url": other.address} for other in entry.translations
    ]
    return _present(
        {
            "categories": categories,
            "translations": translations,
            "rights": entry.rights,
            "dateline": entry.dateline,
            "event": _event(entry),
            "withdrawn": rfc3339(entry.withdrawal.at) if entry.withdrawal else "",
        }
    )


def _event(entry: Entry) -> dict[str, Json]:
    if entry.event is None:
        return {}
    return _present(
        {
            "starts": rfc3339(entry.event.starts),
            "ends": rfc3339(entry.event.ends) if entry.event.ends else "",
            "place": entry.event.place,
        }
    )


def _attachment(picture: Picture) -> Json:
    own: dict[str, Json] = {
        "credit": picture.credit,
        "alternative": picture.alternative,
        "width": picture.width,
        "height": picture.height,
    }
    return {
        "url": picture.address,
        "mime_type": picture.media_type,
        "title": picture.caption or picture.alternative,
        "size_in_bytes": picture.size,
        "_newsdesk": _present(own),
    }


def _attached_file(download: Download) -> Json:
    return {
        "url": download.address,
        "mime_type": download.media_type,
        "title": download.title,
        "size_in_bytes": download.size,
        "_newsdesk": {"language": download.language},
    }


def _author(author: Author) -> Json:
    return _present({"name": author.name, "url": author.address})


def _present(values: dict[str, Json]) -> dict[str, Json]:
    """Leave out what there is nothing to say about."""
    return {name: value for name, value in values.items() if value}
