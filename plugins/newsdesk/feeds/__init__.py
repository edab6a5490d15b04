"""Feeds: what a newspaper, a partner or a reader follows instead of visiting the site every day.

Plain data goes in (`Feed`, `Entry` and their parts), bytes come out: Atom, RSS and JSON Feed. The
same feed and entries serve all three; only the feed's own address and its archive differ.
"""

from newsdesk.feeds.atom import atom, atom_entry
from newsdesk.feeds.feed import (
    Author,
    Category,
    Download,
    Entry,
    Event,
    Feed,
    Generator,
    Picture,
    Translation,
    Withdrawal,
)
from newsdesk.feeds.identifiers import Authority, entry_id, feed_id
from newsdesk.feeds.json_feed import json_feed, json_item
from newsdesk.feeds.markup import absolute, for_feeds
from newsdesk.feeds.paging import divided, document, retired
from newsdesk.feeds.rss import rss, rss_item

__all__ = [
    "Author",
    "Authority",
    "Category",
    "Download",
    "Entry",
    "Event",
    "Feed",
    "Generator",
    "Picture",
    "Translation",
    "Withdrawal",
    "absolute",
    "atom",
    "atom_entry",
    "divided",
    "document",
    "entry_id",
    "feed_id",
    "for_feeds",
    "json_feed",
    "json_item",
    "retired",
    "rss",
    "rss_item",
]
