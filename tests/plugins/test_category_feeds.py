"""The media follow a category: its feed is there, announced, whole, and its ids never change."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser
from small_site import CATEGORIES, SmallSite, many, post

ALIKE = CATEGORIES.replace("health:", "media-page-2:").replace("emergencies:", "media2:")


def ids(site: SmallSite, path: str) -> list[str]:
    """Give the ids of a feed's entries, newest first, without what they all begin with."""
    parsed = feedparser.parse(site.read(path).encode())
    assert not parsed.bozo
    return [
        entry.id.removeprefix("tag:example.org,2026:newsdesk/item/") for entry in parsed.entries
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """Give a site that has been built; no test may change it."""
    files = {
        "content/en/articles/milk.md": post("Milk", categories=["health", "media"]),
        "content/en/articles/shoes.md": post("Shoes", id="shoes1", date="2026-01-01"),
        "content/sr/articles/milk.md": post("Mleko", slug="milk", lang="sr-Latn"),
    }
    made = SmallSite.in_folder(tmp_path_factory.mktemp("feeds"), files)
    made.build()
    return made


@pytest.mark.parametrize("ending", ["atom", "rss"])
def test_a_post_is_in_the_feed_of_everything_and_of_each_of_its_categories(
    site: SmallSite, ending: str
) -> None:
    found = {
        path: ids(site, path)
        for path in site.snapshot()
        if path.endswith(ending) and "/types/" not in path and "corrections" not in path
    }
    assert found == {
        f"en/feeds/all.{ending}": ["en/milk01", "en/shoes1"],
        f"en/feeds/categories/media.{ending}": ["en/milk01", "en/shoes1"],
        f"en/feeds/categories/health.{ending}": ["en/milk01"],
        f"en/feeds/categories/emergencies.{ending}": [],
        f"sr/feeds/all.{ending}": ["sr-Latn/milk01"],
        f"sr/feeds/categories/media.{ending}": ["sr-Latn/milk01"],
        f"sr/feeds/categories/health.{ending}": [],
        f"sr/feeds/categories/emergencies.{ending}": [],
        f"sr-cyrl/feeds/all.{ending}": ["sr-Cyrl/milk01"],
        f"sr-cyrl/feeds/categories/media.{ending}": ["sr-Cyrl/milk01"],
        f"sr-cyrl/feeds/categories/health.{ending}": [],
        f"sr-cyrl/feeds/categories/emergencies.{ending}": [],
    }


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("en/index.html", ["all"]),
        ("en/categories/index.html", ["all"]),
        ("en/categories/health/index.html", ["categories/health"]),
        ("en/categories/emergencies/index.html", ["categories/emergencies"]),
        ("en/news/milk/index.html", ["categories/health", "categories/media"]),
    ],
)
def test_a_page_announces_its_feeds_and_they_are_there(
    site: SmallSite, page: str, feeds: list[str]
) -> None:
    links = LexborHTMLParser(site.read(page)).css("head link[rel=alternate][type]")
    announced = [link.attributes["href"] or "" for link in links]
    assert announced == [
        f"/en/feeds/{name}.{kind}" for name in feeds for kind in ("atom", "rss", "json")
    ]
    assert all((site.output / address[1:]).is_file() for address in announced)


def test_an_entry_is_still_the_same_when_title_slug_and_day_have_changed(tmp_path: Path) -> None:
    path = "content/en/articles/milk.md"
    site = SmallSite.in_folder(tmp_path, {path: post("Milk", slug="milk")})
    site.build()
    before = ids(site, "en/feeds/categories/media.atom")
    site.write({path: post("Bread", slug="bread", date="2025-02-03", categories=["media"])})
    site.build()
    assert ids(site, "en/feeds/categories/media.atom") == before == ["en/milk01"]
    assert "Bread" in site.read("en/feeds/categories/media.atom")


def test_older_posts_stay_in_the_archive_of_the_feed(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, many(5), NEWSDESK_FEED_LENGTH=2)
    site.build()
    found = {
        path.removeprefix("en/feeds/"): ids(site, path)
        for path in site.snapshot()
        if path.startswith("en/feeds/all") and path.endswith(".atom")
    }
    assert found == {
        "all.atom": ["en/post005", "en/post004"],
        "all/archive-1.atom": ["en/post002", "en/post001"],
        "all/archive-2.atom": ["en/post004", "en/post003"],
    }


def test_leaves_of_categories_that_are_called_alike_do_not_collide(tmp_path: Path) -> None:
    files = {
        **many(65, categories=["media"]),
        "content/en/articles/other.md": post("Other", id="other1", categories=["media-page-2"]),
        "content/en/articles/two.md": post("Two", id="twoooo", categories=["media2"]),
        "content/vocabulary/categories.yaml": ALIKE,
    }
    site = SmallSite.in_folder(tmp_path, files)
    site.build()
    folder = "en/categories/"
    leaves = {path for path in site.snapshot() if path.startswith(folder)}
    assert leaves == {
        f"{folder}index.html",
        f"{folder}media/index.html",
        f"{folder}media/page/1/index.html",
        f"{folder}media/page/2/index.html",
        f"{folder}media-page-2/index.html",
        f"{folder}media2/index.html",
    }
    assert "Other" in site.read(f"{folder}media-page-2/index.html")
    assert "Other" not in site.read(f"{folder}media/page/2/index.html")
    assert "Post&nbsp;25" in site.read(f"{folder}media/page/2/index.html")
