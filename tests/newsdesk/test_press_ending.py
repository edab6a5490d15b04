"""A feed that people follow never falls silent: its last entry says where to go."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from small_site import CATEGORIES, HOUSE, SmallSite, begin, many, page, post

from newsdesk.catalogue import gather
from newsdesk.press.channels import channels
from newsdesk.problems import SiteError

ENDED = CATEGORIES + (
    "well-being:\n  name: {en: Well-being, sr-Latn: Blagostanje}\n"
    "  description: {en: Once., sr-Latn: Nekad.}\n  colour: red\n"
    "  ended: {at: 2026-12-01, replaced_by: health}\n"
)
VOCABULARY = "content/vocabulary/categories.yaml"


def problems(tmp_path: Path, files: dict[str, str]) -> list[str]:
    with pytest.raises(SiteError) as error:
        begin(tmp_path, files)
    return str(error.value).splitlines()


def test_the_feed_of_an_ended_category_says_where_to_go(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, {**many(1), VOCABULARY: ENDED})
    site.build()
    for ending in ("atom", "rss"):
        parsed = feedparser.parse(site.read(f"en/feeds/categories/well-being.{ending}").encode())
        assert not parsed.bozo
        (entry,) = parsed.entries
        assert entry.title == "This feed has ended"
        assert entry.link == "https://example.org/en/categories/health/"
        assert entry.summary == "Nothing will follow here. Please follow “Health” instead."
        assert entry.id == "tag:example.org,2026:newsdesk/feed/en/categories/well-being/retired"
    assert '"expired": true' in site.read("en/feeds/categories/well-being.json")
    cyrillic = site.read("sr-cyrl/feeds/categories/well-being.atom")
    assert "Пратите „Здравље” уместо тога." in cyrillic


def test_an_ended_category_is_offered_to_nobody_but_its_page_answers(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, {**many(1), VOCABULARY: ENDED})
    site.build()
    html = site.read("en/categories/well-being/index.html").replace("\N{NO-BREAK SPACE}", " ")
    assert "This category ended on 1 December 2026." in html
    assert '<a href="/en/categories/health/">Health</a>' in html
    for path in ("en/index.html", "en/categories/index.html", "en/feeds/index.html"):
        assert "well-being" not in site.read(path), path
    assert "well-being" not in site.read("en/feeds/feeds.opml")


def test_without_a_successor_it_sends_people_to_all_feeds(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, {VOCABULARY: ENDED.replace(", replaced_by: health", "")})
    site.build()
    parsed = feedparser.parse(site.read("en/feeds/categories/well-being.rss").encode())
    assert parsed.entries[0].link == "https://example.org/en/feeds/"


def test_a_post_cannot_stand_in_a_category_that_has_ended(tmp_path: Path) -> None:
    told = problems(
        tmp_path,
        {VOCABULARY: ENDED, "content/en/articles/a.md": post("A", categories=["well-being"])},
    )
    assert told[0].endswith("the category “well-being” has ended")
    assert told[1] == "    Hint: type health"


@pytest.mark.parametrize(
    ("successor", "message", "hint"),
    [
        ("helth", "“helth” is not a category that we know", "type health"),
        (
            "well-being",
            "the category “well-being” has ended",
            "choose another one from vocabulary/categories.yaml",
        ),
    ],
)
def test_the_successor_must_be_one_that_stands(
    tmp_path: Path, successor: str, message: str, hint: str
) -> None:
    text = ENDED.replace("replaced_by: health", f"replaced_by: {successor}")
    told = problems(tmp_path, {VOCABULARY: text})
    assert told[0].endswith(message)
    assert told[1] == f"    Hint: {hint}"


def test_the_feed_of_a_withdrawn_programme_keeps_its_posts_and_sends_on(tmp_path: Path) -> None:
    gone = {
        "at": "2026-12-01",
        "reason": "other",
        "explanation": "It has ended.",
        "replaced_by": "pro002",
    }
    files = {
        **many(1, programme="pro001"),
        "content/en/pages/old.md": page(
            "Old", id="pro001", type="programme", status="withdrawn", withdrawn=gone
        ),
        "content/en/pages/new.md": page("New", id="pro002", type="programme"),
    }
    site = SmallSite.in_folder(tmp_path, files)
    site.build()
    parsed = feedparser.parse(site.read("en/feeds/programmes/old.atom").encode())
    assert [entry.title for entry in parsed.entries] == ["This feed has ended", "Post 1"]
    assert parsed.entries[0].link == "https://example.org/en/programmes/new/"
    names = [channel.name for channel in channels(begin(tmp_path, {}, HOUSE).desks[0])]
    assert "programmes/new" in names
    assert "programmes/old" not in names


def test_a_category_that_was_published_cannot_be_taken_out(tmp_path: Path) -> None:
    files = {"content/addresses.txt": "categories/gone\n"}
    SmallSite(tmp_path).write(files)
    with pytest.raises(SiteError) as error:
        gather(tmp_path / "content", HOUSE)
    assert "the category “gone” was published" in str(error.value)
