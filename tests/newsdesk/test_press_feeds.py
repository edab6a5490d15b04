"""Every category has a feed of its own, and no reader ever takes an entry for a new one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from lxml import etree
from small_site import HOUSE, begin, desk, feeds_of, many, page, photo, post

from newsdesk.desk import Desk
from newsdesk.outputs import Output
from newsdesk.photos.prints import Derivative
from newsdesk.press.feeds import Livery, feed_sheets, livery

ATOM = {"atom": "http://www.w3.org/2005/Atom", "fh": "http://purl.org/syndication/history/1.0"}
SERBIAN = {
    "content/sr/articles/milk.md": post("Mleko i cipele", lang="sr-Cyrl", slug="milk")
    .replace("Mleko i cipele", "Млеко и ципеле")
    .replace("Milk came.", "Стигло је млеко."),
}


def weigh(_key: str, _file: Derivative) -> int:
    """Say of every picture that it has a thousand bytes."""
    return 1000


def feeds(desk: Desk) -> Mapping[str, bytes]:
    return {output.path: output.data for output in feeds_of(desk, Livery(), weigh)}


def texts(data: bytes, path: str) -> list[str]:
    """Give the texts or attributes at a place in a feed."""
    found = etree.fromstring(data).xpath(path, namespaces=ATOM)
    assert isinstance(found, list)
    return [str(text) for text in found]


def ids(data: bytes) -> list[str]:
    return texts(data, "/atom:feed/atom:entry/atom:id/text()")


# Which feeds there are


NAMES = (
    "all",
    "categories/emergencies",
    "categories/health",
    "categories/media",
    "corrections",
    "types/events",
    "types/news",
    "types/press-releases",
    "types/publications",
    "types/statements",
    "types/stories",
)


def test_an_edition_has_feeds_of_everything_subjects_kinds_and_corrections(tmp_path: Path) -> None:
    assert sorted(feeds(desk(tmp_path, many(1)))) == [
        f"en/feeds/{name}.{ending}" for name in NAMES for ending in ("atom", "json", "rss")
    ]


def test_a_programme_has_a_feed_whose_id_does_not_follow_its_slug(tmp_path: Path) -> None:
    files = {
        **many(1, programme="pro001"),
        "content/en/pages/schools.md": page("Schools", id="pro001", type="programme"),
    }
    data = feeds(desk(tmp_path, files))["en/feeds/programmes/schools.atom"]
    assert ids(data) == ["tag:example.org,2026:newsdesk/item/en/post001"]
    assert texts(data, "/atom:feed/atom:id/text()") == [
        "tag:example.org,2026:newsdesk/feed/en/programmes/pro001"
    ]
    assert texts(data, "/atom:feed/atom:link[@rel='alternate']/@href") == [
        "https://example.org/en/programmes/schools/"
    ]


def test_a_post_is_in_the_feed_of_each_of_its_categories(tmp_path: Path) -> None:
    files = {
        **many(1, categories=["health", "media"]),
        "content/en/articles/shoes.md": post("Shoes", id="shoes1", categories=["media"]),
        "content/en/pages/about.md": page("About us"),
    }
    found = feeds(desk(tmp_path, files))
    milk, shoes = (
        "tag:example.org,2026:newsdesk/item/en/post001",
        ("tag:example.org,2026:newsdesk/item/en/shoes1"),
    )
    assert {path: ids(data) for path, data in found.items() if path.endswith(".atom")} == {
        "en/feeds/all.atom": [shoes, milk],
        "en/feeds/categories/media.atom": [shoes, milk],
        "en/feeds/categories/health.atom": [milk],
        "en/feeds/types/news.atom": [shoes, milk],
        **{
            f"en/feeds/{name}.atom": []
            for name in NAMES
            if name.startswith(("types", "corr", "categories/em")) and name != "types/news"
        },
    }


def test_an_entry_from_the_archive_says_so_before_its_text(tmp_path: Path) -> None:
    known = {"publisher": "A & B", "title": "Milk <1>", "date": "1947-08-01"}
    undated = {"publisher": "A & B", "url": "https://old.example.org/?a=1&b=2", "date": "unknown"}
    files = {
        "content/en/articles/known.md": post("Known", id="known1", original=known),
        "content/en/articles/undated.md": post("Undated", id="undat1", original=undated),
    }
    found = feeds(desk(tmp_path, files))["en/feeds/all.atom"]
    begins = "<p>From the archive. First published by: A &amp; B. "
    address = "https://old.example.org/?a=1&amp;b=2"
    without_day = "The source gives no date; the day above is when this site published it."
    with_day = "It is dated 1_August_1947.".replace("_", "\N{NO-BREAK SPACE}")
    link = f'<a href="{address}">{address}</a>'
    contents = texts(found, "/atom:feed/atom:entry/atom:content/text()")
    assert [content.removesuffix("<p>Milk&nbsp;came.</p>") for content in contents] == [
        f"{begins}{without_day}</p>\n<p>Original: {link}</p>\n",
        f"{begins}{with_day}</p>\n<p>Original: Milk &lt;1&gt;</p>\n",
    ]


def test_older_entries_are_in_the_archive_of_the_feed(tmp_path: Path) -> None:
    found = feeds(desk(tmp_path, many(5), replace(HOUSE, feed_length=2)))
    numbers = {
        path: [identity[-1] for identity in ids(data)]
        for path, data in found.items()
        if path.startswith("en/feeds/categories/media") and path.endswith(".atom")
    }
    assert numbers == {
        "en/feeds/categories/media.atom": ["5", "4"],
        "en/feeds/categories/media/archive-1.atom": ["2", "1"],
        "en/feeds/categories/media/archive-2.atom": ["4", "3"],
    }
    assert texts(
        found["en/feeds/categories/media.atom"],
        "/atom:feed/atom:link[@rel='prev-archive']/@href",
    ) == ["https://example.org/en/feeds/categories/media/archive-2.atom"]


def test_each_edition_has_the_entries_of_its_language_only(tmp_path: Path) -> None:
    english, latin, cyrillic = begin(tmp_path, {**many(1), **SERBIAN}).desks
    titles = "/atom:feed/atom:entry/atom:title/text()"
    assert texts(feeds(english)["en/feeds/all.atom"], titles) == ["Post 1"]
    assert texts(feeds(latin)["sr/feeds/all.atom"], titles) == ["Mleko i cipele"]
    assert texts(feeds(cyrillic)["sr-cyrl/feeds/all.atom"], titles) == ["Млеко и ципеле"]


# What stands in them


@pytest.mark.parametrize("path", ["en/feeds/all.atom", "en/feeds/categories/emergencies.atom"])
def test_a_feed_without_posts_is_whole_and_says_nothing_has_changed_since_the_site_began(
    tmp_path: Path, path: str
) -> None:
    data = feeds(desk(tmp_path, {}))[path]
    parsed = feedparser.parse(data)
    assert not parsed.bozo
    assert parsed.entries == []
    assert parsed.feed.updated == "2026-01-01T00:00:00+01:00"
    for name in ("id", "title", "author", "link"):
        assert parsed.feed[name]


def test_a_feed_says_what_it_is_and_where_it_stands(tmp_path: Path) -> None:
    cyrillic = begin(tmp_path, SERBIAN).desks[2]
    data = feeds(cyrillic)["sr-cyrl/feeds/categories/media.atom"]
    root = "/atom:feed/atom:"
    assert texts(data, f"{root}id/text()") == [
        "tag:example.org,2026:newsdesk/feed/sr-Cyrl/categories/media"
    ]
    assert texts(data, f"{root}title/text()") == ["UNICEF Србија: Медији"]
    assert texts(data, f"{root}subtitle/text()") == ["Вести за новинаре."]
    assert texts(data, f"{root}link[@rel='self']/@href") == [
        "https://example.org/sr-cyrl/feeds/categories/media.atom"
    ]
    assert texts(data, f"{root}link[@rel='alternate']/@href") == [
        "https://example.org/sr-cyrl/categories/media/"
    ]
    assert texts(data, f"{root}updated/text()") == ["2026-11-20T00:00:00+01:00"]


@pytest.mark.parametrize("ending", ["atom", "rss"])
def test_an_entry_is_whole_and_sound_wherever_it_is_read(tmp_path: Path, ending: str) -> None:
    files = {
        "content/en/articles/milk.md": post(
            "Milk & shoes",
            "[Us](item:about1), [below](#below)\n\n## Below",
            categories=["health", "media"],
            date="2026-11-20 14:30",
        ),
        "content/en/pages/about.md": page("About us"),
    }
    (entry,) = feedparser.parse(feeds(desk(tmp_path, files))[f"en/feeds/all.{ending}"]).entries
    here = "https://example.org/en/news/milk-shoes/"
    assert (entry.title, entry.link) == ("Milk & shoes", here)
    assert entry.id == "tag:example.org,2026:newsdesk/item/en/milk01"
    assert entry.summary == "What came, and who brought it to the children of the village."
    assert entry.content[-1].value == (
        '<p><a href="https://example.org/en/about/about-us/">Us</a>, '
        f'<a href="{here}#below">below</a></p>\n'
        '<h2 id="below">Below</h2>'
    )
    assert tuple(entry.published_parsed)[:5] == (2026, 11, 20, 13, 30)


def test_an_entry_names_its_categories_by_slugs_that_are_the_same_in_every_edition(
    tmp_path: Path,
) -> None:
    _, _, cyrillic = begin(tmp_path, SERBIAN).desks
    data = feeds(cyrillic)["sr-cyrl/feeds/all.atom"]
    category = "/atom:feed/atom:entry/atom:category"
    assert texts(data, f"{category}/@term") == ["media"]
    assert texts(data, f"{category}/@label") == ["Медији"]
    assert texts(data, f"{category}/@scheme") == ["https://example.org/sr-cyrl/categories/"]


def test_an_entry_leads_to_the_other_editions(tmp_path: Path) -> None:
    files = {**SERBIAN, "content/en/articles/milk.md": post("Milk", slug="milk")}
    latin = begin(tmp_path, files).desks[1]
    links = "/atom:feed/atom:entry/atom:link[@hreflang]"
    data = feeds(latin)["sr/feeds/all.atom"]
    assert dict(
        zip(texts(data, f"{links}/@hreflang"), texts(data, f"{links}/@href"), strict=True)
    ) == {
        "en": "https://example.org/en/news/milk/",
        "sr-Latn": "https://example.org/sr/news/milk/",
        "sr-Cyrl": "https://example.org/sr-cyrl/news/milk/",
    }


# Ids are for ever


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Bread for all"},
        {"slug": "bread"},
        {"date": "2025-01-01"},
        {"categories": ["health"]},
        {"summary": "Something else came, and nobody knows who may have brought it."},
    ],
)
def test_an_entry_keeps_its_id_whatever_is_changed_in_the_post(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    before = post("Milk for all")
    after = post(**{"title": "Milk for all", **change})
    found = [
        feeds(desk(tmp_path / str(number), {"content/en/articles/milk.md": text}))[
            "en/feeds/all.atom"
        ]
        for number, text in enumerate((before, after))
    ]
    assert found[0] != found[1]
    assert [ids(data) for data in found] == [["tag:example.org,2026:newsdesk/item/en/milk01"]] * 2


def test_ids_do_not_follow_the_site_to_another_address(tmp_path: Path) -> None:
    moved = replace(HOUSE, site_url="https://elsewhere.example.net/serbia")
    data = feeds(desk(tmp_path, many(1), moved))["en/feeds/all.atom"]
    assert ids(data) == ["tag:example.org,2026:newsdesk/item/en/post001"]
    assert texts(data, "/atom:feed/atom:id/text()") == ["tag:example.org,2026:newsdesk/feed/en/all"]
    assert texts(data, "/atom:feed/atom:link[@rel='self']/@href") == [
        "https://elsewhere.example.net/serbia/en/feeds/all.atom"
    ]


# Corrections


def test_each_correction_and_each_withdrawal_is_an_entry_of_its_own(tmp_path: Path) -> None:
    changes = [
        {"at": "2026-11-21 10:00", "note": "Forty & one.", "level": "minor"},
        {"at": "2026-11-22 10:00", "note": "Forty.", "level": "major"},
    ]
    gone = {"at": "2026-11-23 09:30", "reason": "error", "explanation": "All was wrong."}
    files = {
        "content/en/articles/milk.md": post("Milk", changes=changes),
        "content/en/articles/gone.md": post(
            "Gone", id="gone01", status="withdrawn", withdrawn=gone
        ),
        "content/en/pages/about.md": page("About us", changes=changes[:1]),
    }
    data = feeds(desk(tmp_path, files))["en/feeds/corrections.atom"]
    begin = "tag:example.org,2026:newsdesk/item/en"
    assert ids(data) == [
        f"{begin}/gone01/withdrawal",
        f"{begin}/milk01/correction-2",
        f"{begin}/milk01/correction-1",
        f"{begin}/about1/correction-1",
    ]
    parsed = feedparser.parse(data)
    assert [entry.title for entry in parsed.entries] == [
        "Withdrawn: Gone",
        "Correction: Milk",
        "Correction: Milk",
        "Correction: About us",
    ]
    assert parsed.entries[2].content[0].value == (
        '<p>Forty &amp; one.</p>\n<p><a href="https://example.org/en/news/milk/">Milk</a></p>'
    )


# Whose feed it is, and what leads an entry


def test_a_feed_wears_the_icon_the_logo_and_the_style_sheet_of_the_theme(tmp_path: Path) -> None:
    build = begin(tmp_path, {})
    worn = livery(build.assets, build.desks[0])
    assert re.fullmatch(
        r"https://example\.org/assets/images/feed-icon\.[0-9a-f]{10}\.png", worn.icon
    )
    assert re.fullmatch(
        r"https://example\.org/assets/images/feed-logo\.[0-9a-f]{10}\.png", worn.logo
    )
    assert re.fullmatch(r"/assets/feeds/feed\.[0-9a-f]{10}\.css", worn.stylesheet)
    files = {output.path: output.data for output in feeds_of(build.desks[0], worn, weigh)}
    data = files["en/feeds/all.atom"]
    assert texts(data, "/atom:feed/atom:icon/text()") == [worn.icon]
    assert texts(data, "/atom:feed/atom:logo/text()") == [worn.logo]
    assert f'<?xml-stylesheet type="text/css" href="{worn.stylesheet}"?>'.encode() in data
    bare = livery(replace(build.assets, files=()), build.desks[0])
    assert bare == Livery("", "", "")


def test_a_feed_names_the_hub_that_the_settings_name(tmp_path: Path) -> None:
    house = replace(HOUSE, hub="https://hub.example.org/")
    data = feeds(desk(tmp_path, {}, house))["en/feeds/all.atom"]
    hub = "/atom:feed/atom:link[@rel='hub']/@href"
    assert texts(data, hub) == ["https://hub.example.org/"]
    assert texts(feeds(desk(tmp_path / "b", {}))["en/feeds/all.atom"], hub) == []


def test_the_lead_photo_is_enclosed_with_its_true_size_credit_and_alternative(
    tmp_path: Path,
) -> None:
    files = {**photo("glass"), "content/en/articles/milk.md": post("Milk", lead_photo="glass")}
    build = begin(tmp_path, files)
    with chdir(tmp_path):
        found = {
            output.path: output.data for output in feeds_of(build.desks[0], Livery(), build.weigh)
        }
        written = {output.path: output.data for output in build.outputs().values()}
    (entry,) = feedparser.parse(found["en/feeds/all.rss"]).entries
    (enclosure,) = entry.enclosures
    path = enclosure.href.removeprefix("https://example.org/")
    assert enclosure.type == "image/jpeg"
    assert int(enclosure.length) == len(written[path]) > 100
    (media,) = entry.media_content
    assert media["url"] == enclosure.href
    assert (media["filesize"], media["width"], media["height"]) == (enclosure.length, "64", "48")
    assert entry.media_credit[0]["content"] == "© UNICEF Serbia/2026/Surname"
    root = etree.fromstring(found["en/feeds/all.rss"])
    (text,) = root.iterfind(".//{http://search.yahoo.com/mrss/}text")
    assert text.text == "A glass of milk."


FULL = {
    **photo("glass", caption={"en": "School <milk>.", "sr-Latn": "Mleko."}),
    **photo("cup"),
    **photo("bowl"),
    "content/files/milk.pdf": b"%PDF-1.4" + bytes(4000),
    "content/files/tables.zip": b"PK" + bytes(98),
    "content/en/articles/milk.md": post(
        "Milk",
        "![](photo:cup)",
        type="publication",
        photos=["glass", "bowl"],
        key_figures=[
            {"value": "14", "text": "schools & more"},
            {"value": "40 %", "text": "of children"},
        ],
        downloads=[
            {"file": "milk.pdf", "language": "en", "title": "The <report>"},
            {"file": "tables.zip", "language": "sr-Latn", "title": "Tables"},
        ],
    ),
}


def test_what_readers_see_beside_the_text_is_in_the_entry_as_well(tmp_path: Path) -> None:
    build = begin(tmp_path, FULL)
    with chdir(tmp_path):
        found = {each.path: each.data for each in feeds_of(build.desks[0], Livery(), build.weigh)}
        written = {output.path: output.data for output in build.outputs().values()}
    (item,) = json.loads(found["en/feeds/all.json"])["items"]
    _, _, html = item["content_html"].partition("</figure>")
    assert html.lstrip().startswith(
        "<ul>\n<li><strong>14</strong> schools &amp; more</li>\n"
        "<li><strong>40 %</strong> of children</li>\n</ul>\n<h2>Photographs</h2>\n<figure>"
    )
    assert html.count("<figcaption>") == 2
    caption = "<figcaption>School &lt;milk&gt;. © UNICEF Serbia/2026/Surname</figcaption>"
    assert caption in html
    assert html.endswith(
        '\n<h2>Downloads</h2>\n<ul>\n<li><a href="https://example.org/files/milk.pdf" '
        'hreflang="en">The &lt;report&gt;</a> (English · PDF · 4&nbsp;kB)</li>\n'
        '<li><a href="https://example.org/files/tables.zip" hreflang="sr-Latn">Tables</a> '
        "(Serbian (Latin) · ZIP · 100&nbsp;B)</li>\n</ul>"
    )
    names = [attachment["url"].rpartition("/")[2] for attachment in item["attachments"]]
    assert [re.split(r"[-.]", name)[0] for name in names] == [
        *("glass", "bowl", "cup", "milk", "tables")
    ]
    for attachment in item["attachments"]:
        path = attachment["url"].removeprefix("https://example.org/")
        assert attachment["size_in_bytes"] == len(written[path]), path
    enclosures = "/atom:feed/atom:entry/atom:link[@rel='enclosure']/@href"
    assert texts(found["en/feeds/all.atom"], enclosures) == [
        item["attachments"][0]["url"],
        "https://example.org/files/milk.pdf",
        "https://example.org/files/tables.zip",
    ]


def test_nothing_beside_a_withdrawn_text_is_left_in_a_feed(tmp_path: Path) -> None:
    path = "content/en/articles/milk.md"
    gone = yaml.safe_dump({"status": "withdrawn", "withdrawn": NOTICE})
    files = {**FULL, path: str(FULL[path]).replace("---\n", f"---\n{gone}", 1)}
    for data in feeds(desk(tmp_path, files)).values():
        for trace in (b"photos/", b"files/", b"40 %", b"schools"):
            assert trace not in data


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({}, "UNICEF Serbia"),
        ({"original": {"publisher": "The Village", "date": "unknown"}}, "The Village"),
        ({"type": "story", "lead_photo": "none", "authors": ["jelena"]}, "Jelena Đurić"),
    ],
)
def test_an_entry_names_who_wrote_it_or_who_published_it_first(
    tmp_path: Path, fields: dict[str, Any], author: str
) -> None:
    data = entry_of(tmp_path, **fields)
    assert texts(data, f"{ENTRY}author/atom:name/text()") == [author]
    assert texts(data, f"{ENTRY}rights/text()") == ["© UNICEF Serbia"]


# The life of a post

ENTRY = "/atom:feed/atom:entry/atom:"
NOTICE = {"at": "2026-11-23 09:30", "reason": "error", "explanation": "The numbers were wrong."}


def entry_of(tmp_path: Path, **fields: Any) -> bytes:  # noqa: ANN401 - any field of a post
    """Give the feed of everything, with one post in it."""
    files = {"content/en/articles/milk.md": post("Milk", "Fourteen.", **fields)}
    return feeds(desk(tmp_path, files))["en/feeds/all.atom"]


@pytest.mark.parametrize(
    ("fields", "published", "updated"),
    [
        ({}, "2026-11-20T00:00:00+01:00", "2026-11-20T00:00:00+01:00"),
        (
            {"publish_at": "2026-11-24 10:00"},
            "2026-11-24T10:00:00+01:00",
            "2026-11-24T10:00:00+01:00",
        ),
        (
            {"changes": [{"at": "2026-11-25", "note": "A comma.", "level": "minor"}]},
            "2026-11-20T00:00:00+01:00",
            "2026-11-20T00:00:00+01:00",
        ),
        (
            {"changes": [{"at": "2026-11-25", "note": "Forty.", "level": "major"}]},
            "2026-11-20T00:00:00+01:00",
            "2026-11-25T00:00:00+01:00",
        ),
    ],
)
def test_an_entry_says_when_it_came_out_and_when_it_changed(
    tmp_path: Path, fields: dict[str, Any], published: str, updated: str
) -> None:
    data = entry_of(tmp_path, **fields)

    assert texts(data, f"{ENTRY}published/text()") == [published]
    assert texts(data, f"{ENTRY}updated/text()") == [updated]


def test_a_withdrawn_post_is_an_entry_with_its_notice(tmp_path: Path) -> None:
    data = entry_of(tmp_path, status="withdrawn", withdrawn=NOTICE)

    assert ids(data) == ["tag:example.org,2026:newsdesk/item/en/milk01"]
    assert texts(data, f"{ENTRY}content/text()") == ["<p>The numbers were wrong.</p>"]
    assert texts(data, f"{ENTRY}updated/text()") == ["2026-11-23T09:30:00+01:00"]
    assert b"Fourteen" not in data


def test_an_entry_of_a_release_opens_with_its_dateline(tmp_path: Path) -> None:
    release: dict[str, Any] = {
        "type": "press_release",
        "dateline": {"place": "Belgrade", "date": "2026-11-20"},
        "contacts": ["press"],
        "boilerplate": ["about"],
        "lead_photo": "none",
    }
    files = {
        "content/en/articles/milk.md": post("Milk", **release),
        "content/vocabulary/boilerplate.yaml": (
            "about:\n  title: {en: About, sr-Latn: O nama}\n  text: {en: We., sr-Latn: Mi.}\n"
        ),
    }
    data = feeds(desk(tmp_path, files))["en/feeds/all.atom"]

    (html,) = texts(data, f"{ENTRY}content/text()")
    assert html.replace("\N{NO-BREAK SPACE}", " ").startswith("<p>Belgrade, 20 November 2026</p>")


def test_an_entry_of_an_event_opens_with_day_hours_and_place(tmp_path: Path) -> None:
    event = {"starts": "2026-12-01 10:00", "ends": "2026-12-01 16:00", "venue": "Belgrade"}
    data = entry_of(tmp_path, type="event", **event)

    (html,) = texts(data, f"{ENTRY}content/text()")
    assert html.replace("\N{NO-BREAK SPACE}", " ").startswith(
        "<p>1 December 2026, 10:00–16:00, Belgrade</p>"
    )
    starts = {"ev": "http://purl.org/rss/1.0/modules/event/"}
    (found,) = etree.fromstring(data).iterfind(".//ev:startdate", starts)
    assert found.text == "2026-12-01T10:00:00+01:00"


def test_a_full_page_of_an_archive_stays_the_same_sheet_when_posts_follow(tmp_path: Path) -> None:
    house = replace(HOUSE, feed_length=2)
    before, after = (
        {
            output.path: (sheet.name, sheet.basis)
            for sheet in feed_sheets(
                desk(tmp_path / str(posts), many(posts), house), Livery(), weigh
            )
            for output in sheet.make()
            if isinstance(output, Output)
        }
        for posts in (6, 10)
    )
    oldest = "en/feeds/all/archive-1.atom"
    assert before[oldest] == after[oldest]
    assert len({name for name, _ in after.values()}) * 3 == len(after)
