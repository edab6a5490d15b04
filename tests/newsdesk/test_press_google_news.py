"""Google News learns of what is new in each edition, for two days, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from lxml import etree
from small_site import HOUSE, begin, many, post

from newsdesk.press.google_news import news_sitemap
from newsdesk.settings import THE_BEGINNING, Settings

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
BELGRADE = ZoneInfo("Europe/Belgrade")


def at(now: str) -> Settings:
    return replace(HOUSE, now=datetime.fromisoformat(now).replace(tzinfo=BELGRADE))


def titles(data: bytes) -> list[str]:
    return [str(each.text) for each in etree.fromstring(data).iterfind(".//n:title", NAMES)]


EVENT = {"type": "event", "starts": "2026-12-01", "venue": "Belgrade"}
GONE = {"at": "2026-11-23", "reason": "error", "explanation": "It was wrong."}
LONG_AGO = {"publisher": "The old newsroom", "date": "unknown"}
FILES = {
    "content/en/articles/a.md": post("Old", id="old001", date="2026-11-21 09:59"),
    "content/en/articles/b.md": post("New & <bold> ]]>", id="new001", date="2026-11-21 10:00"),
    "content/en/articles/c.md": post("Newer", id="newer1", date="2026-11-23"),
    "content/en/articles/d.md": post("Fair", id="fair01", date="2026-11-23", **EVENT),
    "content/en/articles/e.md": post(
        "Gone", id="gone01", date="2026-11-23", status="withdrawn", withdrawn=GONE
    ),
    "content/en/articles/f.md": post(
        "From the archive", id="arch01", date="2026-11-23", original=LONG_AGO
    ),
    "content/sr/articles/c.md": post(
        "Novije", id="newer1", date="2026-11-23", lang="sr-Latn", slug="newer"
    ),
}


def test_what_opened_in_the_last_two_days_is_named_newest_first_in_each_edition(
    tmp_path: Path,
) -> None:
    output = news_sitemap(begin(tmp_path, FILES, at("2026-11-23T10:00")).desks)
    assert output.path == "sitemap-news.xml"
    assert titles(output.data) == ["Newer", "Новије", "Novije", "New & <bold> ]]>"]
    first, second = etree.fromstring(output.data).findall("s:url", NAMES)[:2]
    assert first.findtext("s:loc", None, NAMES) == "https://example.org/en/news/newer/"
    assert first.findtext(".//n:name", None, NAMES) == "UNICEF Serbia"
    assert first.findtext(".//n:language", None, NAMES) == "en"
    assert first.findtext(".//n:publication_date", None, NAMES) == "2026-11-23T00:00:00+01:00"
    assert second.findtext(".//n:language", None, NAMES) == "sr"


def test_no_more_than_a_thousand_are_named(tmp_path: Path) -> None:
    house = at("2026-01-02T10:00")
    build = begin(tmp_path, many(4, date="2026-01-01"), house)
    assert len(titles(news_sitemap(build.desks, most=3).data)) == 3
    assert news_sitemap.__defaults__ == (1000,)


def test_when_the_time_is_not_known_nothing_is_new(tmp_path: Path) -> None:
    house = replace(HOUSE, now=THE_BEGINNING)
    assert titles(news_sitemap(begin(tmp_path, {}, house).desks).data) == []
