"""Feeds in all formats: what newspapers and readers of feeds get, to the letter."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import feedparser
import pytest
from feed_documents import paged
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsdesk.feeds import (
    Author,
    Authority,
    Category,
    Download,
    Entry,
    Event,
    Feed,
    Generator,
    Picture,
    Translation,
    Withdrawal,
    atom,
    entry_id,
    feed_id,
    json_feed,
    retired,
    rss,
)
from newsdesk.feeds.elements import NAMESPACES, legal

SITE = "https://n.example"
OURS = Authority("n.example", "2026")
BELGRADE = timezone(timedelta(hours=1))

PICTURE = Picture(
    address=f"{SITE}/p/read.jpg",
    media_type="image/jpeg",
    size=54321,
    width=1200,
    height=800,
    alternative="A girl reads to her brother.",
    credit="© UNICEF/UN03025/Gilbertson VII Photo",
    caption="Reading in Niš",
)

ENTRY = Entry(
    id=entry_id(OURS, "sr-Latn", "conf7k"),
    title="Porodice & prilike",
    address=f"{SITE}/sr/news/families/",
    published=datetime(2026, 11, 22, 9, 30, tzinfo=BELGRADE),
    updated=datetime(2026, 11, 23, 10, 0, tzinfo=BELGRADE),
    language="sr-Latn",
    html=f'<p>Pun <a href="{SITE}/?a=1&amp;b=2">tekst</a>.</p>',
    summary="1 < 2 & „tri“",
    authors=(Author("UNICEF u Srbiji", f"{SITE}/sr/"), Author("Ana")),
    categories=(Category("media", "Mediji", f"{SITE}/categories/"),),
    pictures=(PICTURE,),
    translations=(Translation("en", f"{SITE}/en/news/families/"),),
    rights="© UNICEF",
    dateline="BEOGRAD, 22. novembra 2026. –",
    event=Event(
        starts=datetime(2026, 11, 24, 10, 0, tzinfo=BELGRADE),
        ends=datetime(2026, 11, 24, 12, 0, tzinfo=BELGRADE),
        place="Beograd",
        in_words="24. novembar, 10–12 h, Beograd",
    ),
)

FEED = Feed(
    id=feed_id(OURS, "sr-Latn", "all"),
    title="Sve vesti",
    address=f"{SITE}/sr/feeds/all.xml",
    home=f"{SITE}/sr/",
    updated=datetime(2026, 11, 23, 10, 0, tzinfo=BELGRADE),
    language="sr-Latn",
    publisher=Author("UNICEF u Srbiji", f"{SITE}/sr/"),
    subtitle="Šta je novo",
    icon=f"{SITE}/icon.png",
    logo=f"{SITE}/logo.png",
    rights="© UNICEF",
    hub="https://hub.example/",
    stylesheet="/feed.css",
    generator=Generator("newsdesk", "0.1", f"{SITE}/about/"),
    entries=(ENTRY,),
)

EMPTY = Feed(
    id=feed_id(OURS, "en", "categories/media"),
    title="Media",
    address=f"{SITE}/en/feeds/media.xml",
    home=f"{SITE}/en/",
    updated=datetime(2026, 1, 1, tzinfo=UTC),
    language="en",
    publisher=Author("UNICEF in Serbia"),
)

ATOM = """\
<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/css" href="/feed.css"?>
<feed xmlns:ev="http://purl.org/rss/1.0/modules/event/" \
xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom" xml:lang="sr-Latn">
  <id>tag:n.example,2026:newsdesk/feed/sr-Latn/all</id>
  <title>Sve vesti</title>
  <subtitle>Šta je novo</subtitle>
  <updated>2026-11-23T10:00:00+01:00</updated>
  <link rel="self" type="application/atom+xml" href="https://n.example/sr/feeds/all.xml"/>
  <link rel="alternate" type="text/html" hreflang="sr-Latn" href="https://n.example/sr/"/>
  <link rel="hub" href="https://hub.example/"/>
  <author>
    <name>UNICEF u Srbiji</name>
    <uri>https://n.example/sr/</uri>
  </author>
  <icon>https://n.example/icon.png</icon>
  <logo>https://n.example/logo.png</logo>
  <rights>© UNICEF</rights>
  <generator uri="https://n.example/about/" version="0.1">newsdesk</generator>
  <entry xml:lang="sr-Latn">
    <id>tag:n.example,2026:newsdesk/item/sr-Latn/conf7k</id>
    <title>Porodice &amp; prilike</title>
    <link rel="alternate" type="text/html" href="https://n.example/sr/news/families/"/>
    <link rel="alternate" type="text/html" hreflang="en" \
href="https://n.example/en/news/families/"/>
    <link rel="alternate" type="text/html" hreflang="sr-Latn" \
href="https://n.example/sr/news/families/"/>
    <link rel="enclosure" type="image/jpeg" length="54321" href="https://n.example/p/read.jpg"/>
    <published>2026-11-22T09:30:00+01:00</published>
    <updated>2026-11-23T10:00:00+01:00</updated>
    <author>
      <name>UNICEF u Srbiji</name>
      <uri>https://n.example/sr/</uri>
    </author>
    <author>
      <name>Ana</name>
    </author>
    <category term="media" scheme="https://n.example/categories/" label="Mediji"/>
    <summary>1 &lt; 2 &amp; „tri“</summary>
    <content type="html">&lt;p&gt;24. novembar, 10–12 h, Beograd&lt;/p&gt;\
&lt;p&gt;BEOGRAD, 22. novembra 2026. –&lt;/p&gt;\
&lt;p&gt;Pun &lt;a href="https://n.example/?a=1&amp;amp;b=2"&gt;tekst&lt;/a&gt;.&lt;/p&gt;</content>
    <rights>© UNICEF</rights>
    <ev:startdate>2026-11-24T10:00:00+01:00</ev:startdate>
    <ev:enddate>2026-11-24T12:00:00+01:00</ev:enddate>
    <ev:location>Beograd</ev:location>
    <media:content url="https://n.example/p/read.jpg" type="image/jpeg" medium="image" \
fileSize="54321" width="1200" height="800" xml:lang="sr-Latn">
      <media:credit>© UNICEF/UN03025/Gilbertson VII Photo</media:credit>
      <media:description type="plain">Reading in Niš</media:description>
      <media:text type="plain">A girl reads to her brother.</media:text>
    </media:content>
  </entry>
</feed>
"""

RSS = """\
<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/css" href="/feed.css"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ev="http://purl.org/rss/1.0/modules/event/" \
xmlns:media="http://search.yahoo.com/mrss/" xml:lang="sr-Latn" version="2.0">
  <channel>
    <title>Sve vesti</title>
    <link>https://n.example/sr/</link>
    <description>Šta je novo</description>
    <language>sr-Latn</language>
    <copyright>© UNICEF</copyright>
    <lastBuildDate>Mon, 23 Nov 2026 10:00:00 +0100</lastBuildDate>
    <generator>newsdesk 0.1 https://n.example/about/</generator>
    <image>
      <url>https://n.example/logo.png</url>
      <title>Sve vesti</title>
      <link>https://n.example/sr/</link>
    </image>
    <atom:icon>https://n.example/icon.png</atom:icon>
    <atom:id>tag:n.example,2026:newsdesk/feed/sr-Latn/all</atom:id>
    <atom:link rel="self" type="application/rss+xml" href="https://n.example/sr/feeds/all.xml"/>
    <atom:link rel="hub" href="https://hub.example/"/>
    <item xml:lang="sr-Latn">
      <title>Porodice &amp; prilike</title>
      <link>https://n.example/sr/news/families/</link>
      <guid isPermaLink="false">tag:n.example,2026:newsdesk/item/sr-Latn/conf7k</guid>
      <pubDate>Sun, 22 Nov 2026 09:30:00 +0100</pubDate>
      <atom:updated>2026-11-23T10:00:00+01:00</atom:updated>
      <dc:creator>UNICEF u Srbiji</dc:creator>
      <dc:creator>Ana</dc:creator>
      <category domain="https://n.example/categories/media">Mediji</category>
      <description>1 &amp;lt; 2 &amp;amp; „tri“</description>
      <content:encoded>&lt;p&gt;24. novembar, 10–12 h, Beograd&lt;/p&gt;\
&lt;p&gt;BEOGRAD, 22. novembra 2026. –&lt;/p&gt;\
&lt;p&gt;Pun &lt;a href="https://n.example/?a=1&amp;amp;b=2"&gt;tekst&lt;/a&gt;.&lt;/p&gt;\
</content:encoded>
      <dc:rights>© UNICEF</dc:rights>
      <atom:link rel="alternate" type="text/html" hreflang="en" \
href="https://n.example/en/news/families/"/>
      <atom:link rel="alternate" type="text/html" hreflang="sr-Latn" \
href="https://n.example/sr/news/families/"/>
      <ev:startdate>2026-11-24T10:00:00+01:00</ev:startdate>
      <ev:enddate>2026-11-24T12:00:00+01:00</ev:enddate>
      <ev:location>Beograd</ev:location>
      <enclosure url="https://n.example/p/read.jpg" length="54321" type="image/jpeg"/>
      <media:content url="https://n.example/p/read.jpg" type="image/jpeg" medium="image" \
fileSize="54321" width="1200" height="800" xml:lang="sr-Latn">
        <media:credit>© UNICEF/UN03025/Gilbertson VII Photo</media:credit>
        <media:description type="plain">Reading in Niš</media:description>
        <media:text type="plain">A girl reads to her brother.</media:text>
      </media:content>
    </item>
  </channel>
</rss>
"""

JSON = """\
{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Sve vesti",
  "home_page_url": "https://n.example/sr/",
  "feed_url": "https://n.example/sr/feeds/all.xml",
  "description": "Šta je novo",
  "icon": "https://n.example/logo.png",
  "favicon": "https://n.example/icon.png",
  "authors": [
    {
      "name": "UNICEF u Srbiji",
      "url": "https://n.example/sr/"
    }
  ],
  "language": "sr-Latn",
  "hubs": [
    {
      "type": "WebSub",
      "url": "https://hub.example/"
    }
  ],
  "_newsdesk": {
    "about": "https://n.example/about/",
    "id": "tag:n.example,2026:newsdesk/feed/sr-Latn/all",
    "updated": "2026-11-23T10:00:00+01:00",
    "rights": "© UNICEF"
  },
  "items": [
    {
      "id": "tag:n.example,2026:newsdesk/item/sr-Latn/conf7k",
      "url": "https://n.example/sr/news/families/",
      "title": "Porodice & prilike",
      "content_html": "<p>24. novembar, 10–12 h, Beograd</p>\
<p>BEOGRAD, 22. novembra 2026. –</p>\
<p>Pun <a href=\\"https://n.example/?a=1&amp;b=2\\">tekst</a>.</p>",
      "summary": "1 < 2 & „tri“",
      "image": "https://n.example/p/read.jpg",
      "date_published": "2026-11-22T09:30:00+01:00",
      "date_modified": "2026-11-23T10:00:00+01:00",
      "authors": [
        {
          "name": "UNICEF u Srbiji",
          "url": "https://n.example/sr/"
        },
        {
          "name": "Ana"
        }
      ],
      "tags": [
        "Mediji"
      ],
      "language": "sr-Latn",
      "attachments": [
        {
          "url": "https://n.example/p/read.jpg",
          "mime_type": "image/jpeg",
          "title": "Reading in Niš",
          "size_in_bytes": 54321,
          "_newsdesk": {
            "credit": "© UNICEF/UN03025/Gilbertson VII Photo",
            "alternative": "A girl reads to her brother.",
            "width": 1200,
            "height": 800
          }
        }
      ],
      "_newsdesk": {
        "categories": [
          {
            "term": "media",
            "label": "Mediji",
            "scheme": "https://n.example/categories/"
          }
        ],
        "translations": [
          {
            "language": "en",
            "url": "https://n.example/en/news/families/"
          }
        ],
        "rights": "© UNICEF",
        "dateline": "BEOGRAD, 22. novembra 2026. –",
        "event": {
          "starts": "2026-11-24T10:00:00+01:00",
          "ends": "2026-11-24T12:00:00+01:00",
          "place": "Beograd"
        }
      }
    }
  ]
}
"""
# Programs read it; without line breaks it is written five times as fast.
JSON_LINE = json.dumps(json.loads(JSON), ensure_ascii=False) + "\n"

WRITERS = pytest.mark.parametrize("write", [atom, rss, json_feed])
XML_WRITERS = pytest.mark.parametrize("write", [atom, rss])
Writer = Callable[[Feed], bytes]


def found(data: bytes, path: str) -> list[str]:
    """Give the texts or attributes at a path."""
    result = etree.fromstring(data).xpath(path, namespaces=dict(NAMESPACES))
    assert isinstance(result, list)
    return [str(one) for one in result]


def parsed(data: bytes) -> Any:  # noqa: ANN401  # feedparser and JSON have no types
    """Read a feed as a program of a subscriber does; it must not have to forgive anything."""
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def with_entry(**changes: Any) -> Feed:  # noqa: ANN401  # any field of an entry
    return replace(FEED, entries=(replace(ENTRY, **changes),))


@pytest.mark.parametrize(("write", "expected"), [(atom, ATOM), (rss, RSS), (json_feed, JSON_LINE)])
def test_a_feed_is_written_to_the_letter(write: Writer, expected: str) -> None:
    assert write(FEED).decode() == expected


@WRITERS
def test_the_same_feed_gives_the_same_bytes(write: Writer) -> None:
    assert write(FEED) == write(replace(FEED))


def test_a_feed_without_entries_is_valid_atom() -> None:
    data = atom(EMPTY)
    feed = parsed(data).feed
    assert (feed.id, feed.title, feed.language) == (EMPTY.id, "Media", "en")
    assert feed.updated == "2026-01-01T00:00:00+00:00"
    assert found(data, "/atom:feed/atom:author/atom:name/text()") == ["UNICEF in Serbia"]
    assert found(data, "/atom:feed/atom:link/@rel") == ["self", "alternate"]
    assert found(data, "//atom:entry") == []


def test_a_feed_without_entries_is_valid_rss() -> None:
    data = rss(EMPTY)
    feed = parsed(data).feed
    assert (feed.title, feed.link, feed.language) == ("Media", f"{SITE}/en/", "en")
    assert found(data, "/rss/channel/description/text()") == ["Media"]
    assert found(data, "/rss/channel/atom:link/@rel") == ["self"]
    assert found(data, "//item") == []


def test_a_feed_without_entries_is_a_valid_json_feed() -> None:
    assert json.loads(json_feed(EMPTY)) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Media",
        "home_page_url": f"{SITE}/en/",
        "feed_url": f"{SITE}/en/feeds/media.xml",
        "authors": [{"name": "UNICEF in Serbia"}],
        "language": "en",
        "_newsdesk": {
            "id": "tag:n.example,2026:newsdesk/feed/en/categories/media",
            "updated": "2026-01-01T00:00:00+00:00",
        },
        "items": [],
    }


NASTY = [
    "]]> is no end",
    "Rights & duties &amp; <b>more</b>",
    "1 < 2 and <3",
    "<!-- no comment --> <?no instruction?>",
    "😀 👩\u200d👩\u200d👧 \u2067שלום\u2069 العربية",
    "„Navodnici“ 'i' \"ostalo\"",
    "Љубав Čežnja",
]


@XML_WRITERS
@pytest.mark.parametrize("title", NASTY)
def test_any_title_comes_through_xml(write: Writer, title: str) -> None:
    feed = replace(with_entry(title=title), title=title, subtitle=title)
    data = write(feed)
    assert parsed(data).version in {"atom10", "rss20"}
    assert set(found(data, "//atom:title/text() | //title/text()")) == {title}


@pytest.mark.parametrize("title", NASTY)
def test_any_title_comes_through_json(title: str) -> None:
    feed = json.loads(json_feed(replace(with_entry(title=title), title=title)))
    assert (feed["title"], feed["items"][0]["title"]) == (title, title)


@WRITERS
@given(text=st.text(st.characters(codec=None)))
def test_no_text_stops_the_writer(write: Writer, text: str) -> None:
    feed = replace(
        with_entry(
            title=text,
            summary=text,
            html=text,
            dateline=text,
            rights=text,
            authors=(Author(text, text),),
            categories=(Category(text, text, text),),
            pictures=(replace(PICTURE, credit=text, alternative=text, caption=text),),
            event=Event(starts=date(2026, 11, 24), place=text, in_words=text),
            withdrawal=None,
        ),
        title=text,
        subtitle=text,
        rights=text,
        generator=Generator(text, text, text),
    )
    data = write(feed)
    if write is json_feed:
        assert legal(json.loads(data)["items"][0].get("summary", "")) == legal(text)
    else:
        etree.fromstring(data)


def test_an_item_in_twelve_categories_names_them_all() -> None:
    twelve = tuple(
        Category(f"c{number}", f"Категорија {number}", f"{SITE}/categories/")
        for number in range(12)
    )
    feed = with_entry(categories=twelve)
    labels = [f"Категорија {number}" for number in range(12)]
    assert found(atom(feed), "//atom:category/@label") == labels
    assert found(atom(feed), "//atom:category/@term") == [f"c{number}" for number in range(12)]
    assert found(rss(feed), "//item/category/text()") == labels
    assert found(rss(feed), "//item/category/@domain")[11] == f"{SITE}/categories/c11"
    assert json.loads(json_feed(feed))["items"][0]["tags"] == labels


@XML_WRITERS
def test_a_program_that_takes_the_last_alternate_stays_in_its_language(write: Writer) -> None:
    feed = with_entry(
        translations=(Translation("en", f"{SITE}/en/x/"), Translation("sr-Cyrl", f"{SITE}/cyrl/x/"))
    )
    assert parsed(write(feed)).entries[0].link == ENTRY.address
    editions = "//atom:entry/atom:link/@hreflang | //item/atom:link/@hreflang"
    assert found(write(feed), editions) == ["en", "sr-Cyrl", "sr-Latn"]


@XML_WRITERS
def test_an_item_in_one_language_alone_links_to_no_other_edition(write: Writer) -> None:
    data = write(with_entry(translations=()))
    assert parsed(data).entries[0].link == ENTRY.address
    assert found(data, "//atom:entry/atom:link/@hreflang | //item/atom:link/@hreflang") == []


@XML_WRITERS
def test_a_subscriber_reads_the_entry_whole(write: Writer) -> None:
    entry = parsed(write(FEED)).entries[0]
    assert entry.id == ENTRY.id
    assert entry.content[0].value.endswith(ENTRY.html)
    assert [author.name for author in entry.authors] == ["UNICEF u Srbiji", "Ana"]
    assert entry.enclosures[0].href == PICTURE.address
    assert entry.media_content[0]["width"] == "1200"
    assert entry.published_parsed[:5] == (2026, 11, 22, 8, 30)
    assert entry.updated_parsed[:5] == (2026, 11, 23, 9, 0)


def test_only_the_leading_picture_is_an_enclosure_and_all_are_media() -> None:
    second = replace(PICTURE, address=f"{SITE}/p/2.jpg", caption="", alternative="")
    feed = with_entry(pictures=(PICTURE, second))
    addresses = [PICTURE.address, second.address]
    assert found(atom(feed), "//atom:link[@rel='enclosure']/@href") == addresses[:1]
    assert found(rss(feed), "//enclosure/@url") == addresses[:1]
    for data in (atom(feed), rss(feed)):
        assert found(data, "//media:content/@url") == addresses
        assert found(data, "//media:description/text()") == ["Reading in Niš"]
    item = json.loads(json_feed(feed))["items"][0]
    assert item["image"] == PICTURE.address
    assert [attachment["url"] for attachment in item["attachments"]] == addresses


REPORT = Download(
    address=f"{SITE}/files/report.pdf",
    media_type="application/pdf",
    size=654_321,
    title="Izveštaj & tabele",
    language="en",
)


def test_files_to_take_away_are_enclosures_or_media_and_attachments() -> None:
    second = replace(REPORT, address=f"{SITE}/files/a.zip", media_type="application/zip", size=9)
    feed = with_entry(downloads=(REPORT, second))
    link = "//atom:link[@rel='enclosure']"
    files = [REPORT.address, second.address]
    assert found(atom(feed), f"{link}/@href") == [PICTURE.address, *files]
    assert found(atom(feed), f"{link}/@length") == ["54321", "654321", "9"]
    assert found(atom(feed), f"{link}/@type")[1:] == ["application/pdf", "application/zip"]
    assert found(atom(feed), f"{link}/@title") == [REPORT.title] * 2
    assert found(rss(feed), "//enclosure/@url") == [PICTURE.address]
    for data in (atom(feed), rss(feed)):
        media = "//media:content[@medium='document']"
        assert found(data, f"{media}/@url") == files
        assert found(data, f"{media}/@type") == ["application/pdf", "application/zip"]
        assert found(data, f"{media}/@fileSize") == ["654321", "9"]
        assert found(data, f"{media}/@lang") == ["en", "en"]
        assert found(data, f"{media}/media:title/text()") == [REPORT.title] * 2
        assert found(data, "//media:group") == []
    (item,) = json.loads(json_feed(feed))["items"]
    assert item["image"] == PICTURE.address
    assert item["attachments"][1] == {
        "url": REPORT.address,
        "mime_type": "application/pdf",
        "title": REPORT.title,
        "size_in_bytes": 654_321,
        "_newsdesk": {"language": "en"},
    }
    # Where no picture leads, the only enclosure of RSS is the first file.
    bare = with_entry(pictures=(), downloads=(REPORT, second))
    assert found(rss(bare), "//enclosure/@url") == [REPORT.address]


def test_nothing_of_a_withdrawn_entry_can_be_taken_away() -> None:
    gone = Withdrawal(datetime(2026, 11, 24, tzinfo=UTC), "Povučeno.")
    feed = with_entry(downloads=(REPORT,), withdrawal=gone)
    for write in (atom, rss, json_feed):
        data = write(feed)
        assert b"report.pdf" not in data
        assert b"read.jpg" not in data


def test_a_picture_without_a_caption_is_described_by_its_text_alternative() -> None:
    feed = with_entry(pictures=(replace(PICTURE, caption=""),))
    for data in (atom(feed), rss(feed)):
        assert found(data, "//media:description/text()") == [PICTURE.alternative]
        assert found(data, "//media:text/text()") == [PICTURE.alternative]


def test_an_event_of_a_day_has_no_time() -> None:
    feed = with_entry(event=Event(starts=date(2026, 11, 24)))
    for data in (atom(feed), rss(feed)):
        assert found(data, "//ev:startdate/text()") == ["2026-11-24"]
        assert found(data, "//ev:enddate | //ev:location") == []
    item = json.loads(json_feed(feed))["items"][0]
    assert item["_newsdesk"]["event"] == {"starts": "2026-11-24"}


GONE = with_entry(
    withdrawal=Withdrawal(datetime(2026, 11, 23, 18, 0, tzinfo=BELGRADE), "Povučeno & objašnjeno.")
)


@WRITERS
def test_nothing_of_a_withdrawn_item_but_title_and_notice_is_left(write: Writer) -> None:
    text = write(GONE).decode()
    assert "Povučeno" in text
    for secret in ("tekst", "„tri“", "BEOGRAD", "novembar", "read.jpg", "Gilbertson", "Niš"):
        assert secret not in text


def test_a_withdrawn_item_stays_as_a_notice_and_as_a_tombstone() -> None:
    data = atom(GONE)
    assert found(data, "/atom:feed/at:deleted-entry/@ref") == [ENTRY.id]
    assert found(data, "/atom:feed/at:deleted-entry/@when") == ["2026-11-23T18:00:00+01:00"]
    assert found(data, "/atom:feed/at:deleted-entry/@xml:lang") == ["sr-Latn"]
    assert found(data, "//at:comment/text()") == ["Povučeno & objašnjeno."]
    assert found(data, "//atom:entry/atom:id/text()") == [ENTRY.id]
    assert found(data, "//atom:entry/atom:updated/text()") == ["2026-11-23T18:00:00+01:00"]
    assert found(data, "//atom:entry/atom:published/text()") == ["2026-11-22T09:30:00+01:00"]
    assert found(data, "//atom:content/text()") == ["<p>Povučeno &amp; objašnjeno.</p>"]
    assert found(data, "//atom:summary/text()") == ["Povučeno & objašnjeno."]
    assert parsed(data).entries[0].title == ENTRY.title
    assert parsed(rss(GONE)).entries[0].content[0].value == "<p>Povučeno &amp; objašnjeno.</p>"
    item = json.loads(json_feed(GONE))["items"][0]
    assert item["_newsdesk"]["withdrawn"] == item["date_modified"] == "2026-11-23T18:00:00+01:00"


@pytest.mark.parametrize(
    ("write", "links", "archive"),
    [
        (atom, "/atom:feed/atom:link", "/atom:feed/fh:archive"),
        (rss, "/rss/channel/atom:link", "/rss/channel/fh:archive"),
    ],
)
def test_the_archive_is_linked(write: Writer, links: str, archive: str) -> None:
    entries = [replace(ENTRY, id=f"tag:n.example,2026:{number}") for number in range(4)]
    newest, oldest, middle, last = paged(FEED, entries, 1, lambda number: f"{SITE}/{number}.xml")
    archive_links = f"{links}[@rel='prev-archive' or @rel='next-archive' or @rel='current']"
    relations = {
        document.address: dict(
            zip(
                found(write(document), f"{archive_links}/@rel"),
                found(write(document), f"{archive_links}/@href"),
                strict=True,
            )
        )
        for document in (newest, oldest, middle, last)
    }
    assert relations == {
        FEED.address: {"prev-archive": f"{SITE}/3.xml"},
        f"{SITE}/1.xml": {"current": FEED.address, "next-archive": f"{SITE}/2.xml"},
        f"{SITE}/2.xml": {
            "current": FEED.address,
            "prev-archive": f"{SITE}/1.xml",
            "next-archive": f"{SITE}/3.xml",
        },
        f"{SITE}/3.xml": {"current": FEED.address, "prev-archive": f"{SITE}/2.xml"},
    }
    assert len(found(write(oldest), archive)) == 1
    assert found(write(newest), archive) == []
    assert found(write(oldest), f"{links}[@rel='self']/@href") == [f"{SITE}/1.xml"]
    assert not parsed(write(middle)).bozo


def test_a_json_feed_leads_on_to_older_entries() -> None:
    entries = [replace(ENTRY, id=f"tag:n.example,2026:{number}") for number in range(2)]
    newest, oldest = paged(FEED, entries, 1, lambda number: f"{SITE}/{number}.json")
    assert json.loads(json_feed(newest))["next_url"] == f"{SITE}/1.json"
    page = json.loads(json_feed(oldest))
    assert "next_url" not in page
    assert page["_newsdesk"]["current"] == FEED.address
    assert page["feed_url"] == f"{SITE}/1.json"


def test_a_retired_feed_is_marked_as_ended_where_the_format_can() -> None:
    at = datetime(2026, 11, 30, tzinfo=UTC)
    feed = retired(FEED, at, title="Kraj", notice="Pratite sve vesti.", address=f"{SITE}/sr/")
    assert json.loads(json_feed(feed))["expired"] is True
    assert "expired" not in json.loads(json_feed(FEED))
    for data in (atom(feed), rss(feed)):
        first = parsed(data).entries[0]
        assert (first.title, first.link) == ("Kraj", f"{SITE}/sr/")
        assert first.content[0].value == "<p>Pratite sve vesti.</p>"


def test_an_entry_without_a_name_is_by_the_publisher() -> None:
    feed = with_entry(authors=())
    assert found(rss(feed), "//dc:creator/text()") == ["UNICEF u Srbiji"]
    assert found(atom(feed), "//atom:entry/atom:author") == []
    assert parsed(atom(feed)).feed.author == "UNICEF u Srbiji"


def test_a_json_feed_keeps_the_rules_of_the_format() -> None:
    feed = json.loads(json_feed(FEED))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    known = {
        *("version", "title", "home_page_url", "feed_url", "description", "user_comment"),
        *("next_url", "icon", "favicon", "authors", "language", "expired", "hubs", "items"),
    }
    assert {key for key in feed if not key.startswith("_")} <= known
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert all(author.get("name") for author in item["authors"])
        assert all({"url", "mime_type"} <= attachment.keys() for attachment in item["attachments"])
        assert isinstance(item["_newsdesk"], dict)
