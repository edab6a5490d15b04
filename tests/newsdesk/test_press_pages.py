"""What journalists come for is on one page each, and every feed is named where one chooses it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from small_site import HOUSE, PEOPLE, begin, desk, many, page, pages_of, post

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages.press import corrections_page, feeds_page, media_centre_page
from newsdesk.press.channels import channels
from newsdesk.press.outline import edition_outline

STATEMENT: dict[str, Any] = {
    "type": "statement",
    "speakers": ["jelena"],
    "contacts": ["press"],
    "boilerplate": ["about"],
}
ABOUT = (
    "about:\n  title: {en: About us, sr-Latn: O nama}\n  text: {en: We help., sr-Latn: Pomažemo.}\n"
)
FILES = {
    **many(2),
    "content/en/articles/said.md": post("We say", id="said01", **STATEMENT),
    "content/vocabulary/boilerplate.yaml": ABOUT,
    "content/en/pages/kit.md": page("Media kit", id="kit001"),
    "content/en/pages/schools.md": page("Schools", id="pro001", type="programme"),
    "content/vocabulary/people.yaml": PEOPLE
    + "  speaks_on: {en: Schools, sr-Latn: Škole}\n  languages: [sr-Latn, sr-Cyrl, en]\n",
}


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    house = replace(HOUSE, media_pages=("kit001", "nobody"))
    return desk(tmp_path_factory.mktemp("press"), FILES, house)


def test_the_media_centre_has_all_that_a_journalist_needs(english: Desk) -> None:
    centre = media_centre_page(english)
    assert [post.title for post in centre.latest] == ["We&nbsp;say"]
    assert [link.address for link in centre.kinds] == ["/en/press-releases/", "/en/statements/"]
    assert [contact.email for contact in centre.contacts] == ["press@example.org"]
    person = views.Person("Jelena Đurić", "teacher", "School of the Village")
    assert centre.spokespeople == (
        views.Spokesperson(person, "Schools", "Serbian, English", placeholder=False),
    )
    assert [(guide.text, guide.address) for guide in centre.guides] == [
        ("Media kit", "/en/about/media-kit/")
    ]
    assert [text.title for text in centre.boilerplate] == ["About us"]


def test_every_feed_is_named_in_its_group_with_its_page(english: Desk) -> None:
    groups = feeds_page(english).groups
    assert [(group.title, [feed.title for feed in group.feeds]) for group in groups] == [
        ("Everything", ["All news"]),
        ("By subject", ["Media", "Health", "Emergencies"]),
        (
            "By kind",
            ["News reports", "Press releases", "Statements", "Stories", "Events", "Publications"],
        ),
        ("By programme", ["Schools"]),
        ("Corrections", ["Corrections"]),
    ]
    choice = groups[3].feeds[0]
    assert choice.page == "/en/programmes/schools/"
    assert choice.address == "https://example.org/en/feeds/programmes/schools.atom"
    assert [link.address.rpartition(".")[2] for link in choice.links] == ["atom", "rss", "json"]


def test_every_feed_belongs_to_a_page_that_is_there_and_announces_it(english: Desk) -> None:
    pages = {page_.address: page_ for page_ in pages_of(english)}
    for channel in channels(english):
        announced = {feed.address for feed in pages[f"/{channel.page}"].feeds}
        assert f"/en/feeds/{channel.name}.atom" in announced, channel.name


def test_the_list_for_programs_has_the_same_feeds_as_the_page(english: Desk) -> None:
    output = edition_outline(english)
    assert output.path == "en/feeds/feeds.opml"
    root = etree.fromstring(output.data)
    assert root.get("version") == "2.0"
    assert [str(group.get("text")) for group in root.iterfind("body/outline")] == [
        "Everything",
        "By subject",
        "By kind",
        "By programme",
        "Corrections",
    ]
    listed = [str(feed.get("xmlUrl")) for feed in root.iterfind("body/outline/outline")]
    assert listed == [feed.address for group in feeds_page(english).groups for feed in group.feeds]
    first = root.find("body/outline/outline")
    assert first is not None
    assert {str(name): str(value) for name, value in first.attrib.items()} == {
        "type": "rss",
        "text": "UNICEF Serbia: All news",
        "title": "UNICEF Serbia: All news",
        "description": "Everything that this site publishes.",
        "language": "en",
        "htmlUrl": "https://example.org/en/",
        "xmlUrl": "https://example.org/en/feeds/all.atom",
    }


def test_corrections_stand_newest_first(tmp_path: Path) -> None:
    changes = [{"at": "2026-11-21", "note": "Forty.", "level": "minor"}]
    gone = {"at": "2026-11-23", "reason": "error", "explanation": "All was wrong."}
    files = {
        "content/en/articles/milk.md": post("Milk", changes=changes),
        "content/en/articles/gone.md": post("Gone", id="gone1", status="withdrawn", withdrawn=gone),
    }
    found = corrections_page(begin(tmp_path, files).desks[0]).corrections
    assert [(each.title, each.note, each.is_withdrawal) for each in found] == [
        ("Gone", "All was wrong.", True),
        ("Milk", "Forty.", False),
    ]
    assert found[0].address == "/en/news/gone/"
