"""The page of a post: what it shows, and where it leads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_site import desk, many, page, pages_of, photo, post

from newsdesk import views
from newsdesk.pages.articles import related


def test_an_article_names_its_neighbours_in_time(tmp_path: Path) -> None:
    links = {
        each.letter.title: (each.newer and each.newer.address, each.older and each.older.address)
        for each in pages_of(desk(tmp_path, many(3)), "posts")
    }
    assert links == {
        "Post 3": (None, "/en/news/post-2/"),
        "Post 2": ("/en/news/post-3/", "/en/news/post-1/"),
        "Post 1": ("/en/news/post-2/", None),
    }


def test_an_article_stands_below_its_main_category_and_follows_all_of_them(tmp_path: Path) -> None:
    (article,) = pages_of(desk(tmp_path, many(1, categories=["health", "media"])), "posts")
    assert article.breadcrumbs == (
        views.Link("Home", "/en/"),
        views.Link("Health", "/en/categories/health/"),
    )
    assert [feed.address for feed in article.feeds] == [
        "/en/feeds/categories/health.atom",
        "/en/feeds/categories/health.rss",
        "/en/feeds/categories/health.json",
        "/en/feeds/categories/media.atom",
        "/en/feeds/categories/media.rss",
        "/en/feeds/categories/media.json",
    ]


def test_an_article_carries_its_letter_its_file_and_its_reading_time(tmp_path: Path) -> None:
    text = "word " * 500
    (article,) = pages_of(
        desk(tmp_path, {"content/en/articles/milk.md": post("Milk <b>", text, slug="milk")}),
        "posts",
    )
    assert article.title == "Milk <b> – UNICEF Serbia"
    assert article.heading == "Milk&nbsp;&lt;b&gt;"
    assert article.source == "content/en/articles/milk.md"
    assert article.reading_minutes == 2
    assert article.letter.address == article.canonical == "https://example.org/en/news/milk/"


def test_the_switch_of_an_article_shows_which_editions_lack_it(tmp_path: Path) -> None:
    (article,) = pages_of(desk(tmp_path, many(1)), "posts")
    assert [edition.address for edition in article.editions] == ["/en/news/post-1/", None, None]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([], ["Post 2", "Post 1", "Post 4"]),
        (["post001"], ["Post 1", "Post 2", "Post 4"]),
        (["post004", "post001"], ["Post 4", "Post 1", "Post 2"]),
        (["about1", "post003"], ["Post 2", "Post 1", "Post 4"]),
        (["post001", "post002", "post004", "post005"], ["Post 1", "Post 2", "Post 4"]),
    ],
)
def test_what_to_read_next_is_what_the_writer_named_then_what_came_before(
    tmp_path: Path, named: list[str], expected: list[str]
) -> None:
    files = {**many(5), "content/en/pages/about.md": page("About us")}
    files["content/en/articles/post-003.md"] = post(
        "Post 3", id="post003", date="2026-01-03", related=named
    )
    english = desk(tmp_path, files)
    item = english.shelf.item("post003")
    assert item
    assert [other.post.title for other in related(english, item)] == expected


def test_what_to_read_next_is_of_the_same_main_category(tmp_path: Path) -> None:
    health = {
        "content/en/articles/health.md": post("Health", id="healt1", categories=["health", "media"])
    }
    english = desk(tmp_path, {**many(2), **health})
    item = english.shelf.item("healt1")
    assert item
    assert related(english, item) == ()


# What is no longer to be read

NOTICE = {"at": "2026-11-23", "reason": "error", "explanation": "The numbers were wrong."}
REPORT: dict[str, Any] = {
    "type": "publication",
    "slug": "milk",
    "lead_photo": None,
    "photos": ["boy"],
    "key_figures": [{"value": "14", "text": "schools"}],
    "downloads": [{"file": "milk.pdf", "language": "en", "title": "The report"}],
    "status": "withdrawn",
}


def report(tmp_path: Path, **notice: str) -> views.ArticlePage:
    """Give the page of a report that was withdrawn."""
    text = post("Milk", "Fourteen schools.", **REPORT, withdrawn=NOTICE | notice)
    files = {
        "content/en/articles/milk.md": text,
        "content/files/milk.pdf": "%PDF",
        **photo("boy"),
        **many(2),
    }
    pages: dict[str | None, views.ArticlePage] = {
        each.canonical: each for each in pages_of(desk(tmp_path, files), "posts")
    }
    return pages["https://example.org/en/publications/milk/"]


@pytest.mark.parametrize("reason", ["error", "consent", "law", "other"])
def test_of_a_withdrawn_text_nothing_is_left_but_the_notice(tmp_path: Path, reason: str) -> None:
    found = report(tmp_path, reason=reason)

    assert found.withdrawn
    assert found.withdrawn.explanation == "The numbers were wrong."
    assert found.withdrawn.day.iso == "2026-11-23"
    assert (found.summary, found.description, found.letter.summary) == ("", "", "")
    assert (found.body, found.key_figures, found.photos, found.downloads) == ("", (), (), ())
    assert found.heading == "Milk"


def test_what_is_only_outdated_stays_below_the_notice(tmp_path: Path) -> None:
    found = report(tmp_path, reason="outdated")

    assert found.withdrawn
    assert "Fourteen" in found.body
    assert found.summary == found.description == found.letter.summary != ""
    assert [download.address for download in found.downloads] == ["/files/milk.pdf"]
    assert (len(found.photos), len(found.key_figures)) == (1, 1)


def test_a_notice_leads_to_what_takes_its_place(tmp_path: Path) -> None:
    found = report(tmp_path, replaced_by="post002")

    assert found.withdrawn
    assert found.withdrawn.replaced_by == views.Link("Post 2", "/en/news/post-2/")


def test_a_withdrawn_post_is_nobodys_neighbour_and_nothing_to_read_next(tmp_path: Path) -> None:
    gone = post("Post 2", id="post002", date="2026-01-02", status="withdrawn", withdrawn=NOTICE)
    files = {**many(3, related=["post002"]), "content/en/articles/post-002.md": gone}
    found = {each.letter.title: each for each in pages_of(desk(tmp_path, files), "posts")}

    assert found["Post 3"].older
    assert found["Post 3"].older.address == "/en/news/post-1/"
    assert [teaser.title for teaser in found["Post 3"].related] == ["Post&nbsp;1"]
    assert (found["Post 2"].newer, found["Post 2"].older) == (None, None)


# Each type as what it is


def test_a_release_says_where_and_when_it_was_given_out(tmp_path: Path) -> None:
    release = post(
        "Milk",
        type="press_release",
        dateline={"place": "Belgrade", "date": "2026-11-20"},
        contacts=["press"],
        boilerplate=["about"],
        notes_to_editors="*Since* May.",
        lead_photo="boy",
    )
    standing = "about:\n  title: {en: About us, sr-Latn: O nama}\n  text: {en: We., sr-Latn: Mi.}\n"
    files = {
        "content/en/articles/milk.md": release,
        "content/vocabulary/boilerplate.yaml": standing,
        **photo("boy"),
    }
    (found,) = pages_of(desk(tmp_path, files), "posts")

    assert found.kind == "Press release"
    assert found.dateline == "Belgrade, 20\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026"
    assert [contact.name for contact in found.contacts] == ["Press office"]
    assert found.boilerplate == (views.Boilerplate("About us", "We."),)
    assert found.notes == "<p><em>Since</em>&nbsp;May.</p>"
    assert found.lead_photo
    assert (found.lead_photo.alt, found.lead_photo.credit) == (
        "A glass of milk.",
        "© UNICEF Serbia/2026/Surname",
    )


def test_an_event_says_when_and_where_and_comes_into_a_calendar(tmp_path: Path) -> None:
    event = post(
        "Milk day",
        type="event",
        starts="2026-12-01 10:00",
        ends="2026-12-01 16:00",
        venue="Palace of Serbia",
    )
    (found,) = pages_of(desk(tmp_path, {"content/en/articles/day.md": event}), "posts")

    assert found.occasion == views.Occasion(
        words="1\N{NO-BREAK SPACE}December\N{NO-BREAK SPACE}2026, 10:00–16:00",
        starts="2026-12-01T10:00:00+01:00",
        ends="2026-12-01T16:00:00+01:00",
        venue="Palace of Serbia",
        invitation="/en/events/milk-day/event.ics",
    )


def test_a_publication_names_its_files_with_language_format_and_size(tmp_path: Path) -> None:
    report = post(
        "Milk",
        type="publication",
        downloads=[{"file": "mleko.pdf", "language": "sr-Latn", "title": "Izveštaj"}],
    )
    files: dict[str, str | bytes] = {
        "content/en/articles/milk.md": report,
        "content/files/mleko.pdf": b"%PDF" + bytes(83_996),
    }
    (found,) = pages_of(desk(tmp_path, files), "posts")

    (download,) = found.downloads
    assert (download.title, download.address) == ("Izveštaj", "/files/mleko.pdf")
    assert (download.lang, download.file_format) == ("sr-Latn", "PDF")
    assert download.language.startswith("Serbian")
    assert download.size == "84\N{NO-BREAK SPACE}kB"


def test_a_post_leads_to_its_programme_and_names_its_place_and_topics(tmp_path: Path) -> None:
    files = {
        "content/en/articles/milk.md": post(
            "Milk", programme="schoo1", location="village", topics=["food"]
        ),
        "content/en/pages/schools.md": page("Schools", id="schoo1", type="programme"),
        "content/vocabulary/locations.yaml": "village:\n  name: {en: The village, sr-Latn: Selo}\n",
        "content/vocabulary/topics.yaml": "food:\n  name: {en: Food, sr-Latn: Hrana}\n",
    }
    (found,) = pages_of(desk(tmp_path, files), "posts")

    assert found.programme == views.Link("Schools", "/en/programmes/schools/")
    assert (found.location, found.topics) == (
        "The village",
        (views.Entry("Food", "/en/topics/food/"),),
    )


def test_corrections_are_told_to_readers(tmp_path: Path) -> None:
    changes = [
        {"at": "2026-11-21", "note": "It is forty.", "level": "major"},
        {"at": "2026-11-22", "note": "A comma.", "level": "minor"},
    ]
    files = {"content/en/articles/milk.md": post("Milk", changes=changes)}
    (found,) = pages_of(desk(tmp_path, files), "posts")

    assert sorted((change.day.iso, change.note, change.is_major) for change in found.changes) == [
        ("2026-11-21", "It is forty.", True),
        ("2026-11-22", "A comma.", False),
    ]
