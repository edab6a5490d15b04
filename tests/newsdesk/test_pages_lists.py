"""Lists of posts: by kind, topic, year and programme, and how long ones are turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from small_site import HOUSE, begin, desk, many, page, pages_of, post

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages import site_view
from newsdesk.pages.archive import archive_page, year_list
from newsdesk.pages.calendar import coming_events
from newsdesk.pages.home import home_page
from newsdesk.pages.kinds import kind_list
from newsdesk.pages.leaves import leaf_pages

BELGRADE = ZoneInfo("Europe/Belgrade")
TOPICS = """\
food:
  name: {en: Food, sr-Latn: Hrana}
shoes:
  name: {en: Shoes, sr-Latn: Obuća}
"""
DAYS = ("2024-12-31", "2025-01-01", "2026-02-03", "2026-11-20")


def shown(found: views.ListPage) -> list[tuple[str, list[str]]]:
    """Give the headings of a list with the titles below each."""
    return [
        (section.heading, [str(each.title).replace("&nbsp;", " ") for each in section.posts])
        for section in found.sections
    ]


def event(title: str, starts: str, **fields: Any) -> str:  # noqa: ANN401 - any field
    usual = {"type": "event", "id": title.lower(), "starts": starts, "venue": "The square"}
    return post(title, **usual | fields)


def at(noon: str, files: dict[str, str], folder: Path) -> Desk:
    now = datetime.fromisoformat(noon).replace(tzinfo=BELGRADE)
    return desk(folder, files, replace(HOUSE, now=now))


def kinds(at: Desk, kind: str) -> Iterator[views.ListPage]:
    return leaf_pages(at, kind_list(at, kind))


def years(at: Desk, year: int) -> Iterator[views.ListPage]:
    return leaf_pages(at, year_list(at, year))


# Kinds


def test_a_kind_lists_its_own_posts_by_year(tmp_path: Path) -> None:
    story = post("A girl", type="story", id="story1", lead_photo="none")
    files = {**many(2), "content/en/articles/girl.md": story}
    (found,) = kinds(desk(tmp_path, files), "stories")
    assert shown(found) == [("2026", ["A girl"])]
    assert found.title == "Stories – UNICEF Serbia"
    assert found.canonical == "https://example.org/en/stories/"


def test_a_kind_without_posts_has_a_page_that_says_so(tmp_path: Path) -> None:
    (found,) = kinds(desk(tmp_path, {}), "publications")
    assert (found.sections, found.nothing) == ((), "Nothing has been published here yet.")


# Events


def test_what_is_to_come_stands_first_and_the_next_event_on_top(tmp_path: Path) -> None:
    files = {
        f"content/en/articles/{title}.md": event(title, starts)
        for title, starts in (
            ("Late", "2026-12-24"),
            ("Soon", "2026-12-02 10:00"),
            ("Gone", "2026-11-30"),
            ("Long", "2026-11-01"),
        )
    }
    (found,) = kinds(at("2026-12-01T12:00", files, tmp_path), "events")
    assert shown(found) == [("To come", ["Soon", "Late"]), ("Past events", ["Gone", "Long"])]
    assert found.posts[0].occasion
    assert found.posts[0].occasion.venue == "The square"


@pytest.mark.parametrize(
    ("times", "now", "coming"),
    [
        ({"starts": "2026-12-02 10:00"}, "2026-12-02T23:00", True),
        ({"starts": "2026-12-02 10:00"}, "2026-12-03T00:00", False),
        ({"starts": "2026-12-02", "ends": "2026-12-04"}, "2026-12-04T20:00", True),
        ({"starts": "2026-12-02", "ends": "2026-12-04"}, "2026-12-05T00:00", False),
        ({"starts": "2026-12-02 10:00", "ends": "2026-12-02 14:00"}, "2026-12-02T14:00", True),
        ({"starts": "2026-12-02 10:00", "ends": "2026-12-02 14:00"}, "2026-12-02T14:01", False),
    ],
)
def test_an_event_is_to_come_until_it_is_over(
    tmp_path: Path, times: dict[str, str], now: str, *, coming: bool
) -> None:
    english = at(now, {"content/en/articles/fair.md": event("Fair", **times)}, tmp_path)
    assert bool(coming_events(english)) is coming
    assert bool(home_page(english).events) is coming


# Topics


def test_topics_are_listed_with_their_posts(tmp_path: Path) -> None:
    files = {**many(2, topics=["food"]), "content/vocabulary/topics.yaml": TOPICS}
    index, food, shoes = pages_of(desk(tmp_path, files), "topics")
    assert isinstance(index, views.IndexPage)
    assert index.entries == (
        views.Entry("Food", "/en/topics/food/", count=2),
        views.Entry("Shoes", "/en/topics/shoes/", count=0),
    )
    assert isinstance(food, views.ListPage)
    assert isinstance(shoes, views.ListPage)
    assert shown(food) == [("2026", ["Post 2", "Post 1"])]
    assert shoes.nothing == "Nothing has been published on this topic yet."
    assert food.breadcrumbs[-1] == views.Link("Topics", "/en/topics/")


def test_a_house_without_topics_has_no_list_of_them(tmp_path: Path) -> None:
    assert list(pages_of(desk(tmp_path, many(1)), "topics")) == []


# The archive


def archive_of(folder: Path, days: tuple[str, ...] = DAYS) -> Desk:
    return desk(
        folder,
        {
            f"content/en/articles/{day}.md": post(f"Post {day}", id=f"id{day}", date=day)
            for day in days
        },
    )


def test_the_archive_leads_to_every_year_the_newest_first(tmp_path: Path) -> None:
    found = archive_page(archive_of(tmp_path))
    assert found.entries == (
        views.Entry("2026", "/en/archive/2026/", count=2),
        views.Entry("2025", "/en/archive/2025/", count=1),
        views.Entry("2024", "/en/archive/2024/", count=1),
    )
    assert len(found.latest) == 4


def test_a_year_is_listed_month_by_month(tmp_path: Path) -> None:
    (found,) = years(archive_of(tmp_path), 2026)
    assert shown(found) == [("November", ["Post 2026-11-20"]), ("February", ["Post 2026-02-03"])]
    assert found.title == "Archive of 2026 – UNICEF Serbia"


def test_an_edition_without_posts_of_a_year_has_no_page_for_it(tmp_path: Path) -> None:
    (found,) = years(archive_of(tmp_path), 2026)
    assert [edition.address for edition in found.editions] == ["/en/archive/2026/", None, None]


def test_months_have_their_names_in_each_script(tmp_path: Path) -> None:
    serbian = post("Mleko", lang="sr-Latn", id="mleko1", date="2026-02-03")
    build = begin(tmp_path, {"content/sr/articles/mleko.md": serbian})
    lists = [list(years(each, 2026)) for each in build.desks[1:]]
    assert [shown(leaf)[0][0] for leaves in lists for leaf in leaves] == ["Februar", "Фебруар"]


# Programmes and pages of the house


def programme(**fields: Any) -> str:  # noqa: ANN401 - any field
    return page("Every child", id="every1", type="programme", **fields)


def test_the_further_posts_of_a_programme_stand_on_leaves_of_their_own(tmp_path: Path) -> None:
    files = {"content/en/pages/every.md": programme(), **many(65, programme="every1")}
    pages = pages_of(desk(tmp_path, files))
    front, oldest, newer = (each for each in pages if "programmes/every-child" in each.path)
    assert isinstance(front, views.ProgrammePage)
    assert isinstance(oldest, views.ListPage)
    assert isinstance(newer, views.ListPage)
    assert [len(each.posts) for each in (front, newer, oldest)] == [25, 20, 20]
    place = "/en/programmes/every-child/"
    assert [(each.newer, each.older) for each in (front, newer, oldest)] == [
        (None, f"{place}page/2/"),
        (place, f"{place}page/1/"),
        (f"{place}page/2/", None),
    ]
    # The Serbian editions lack this programme, and a further leaf says so as well.
    assert [edition.address for edition in newer.editions] == [f"{place}page/2/", None, None]


def test_programmes_stand_in_the_list_the_menu_and_on_the_front(tmp_path: Path) -> None:
    build = begin(tmp_path, {"content/en/pages/every.md": programme()})
    english, serbian = build.desks[:2]
    entry = views.Entry(
        "Every child",
        "/en/programmes/every-child/",
        "What everybody asks about us, and what we answer to that.",
    )
    assert home_page(english).programmes == (entry,)
    assert home_page(serbian).programmes == ()
    link = views.Link("Programmes", "/en/programmes/")
    assert link in site_view(english, build.assets).menu
    assert len(site_view(serbian, build.assets).menu) == 3


def test_pages_of_the_house_are_listed_by_name_without_the_withdrawn(tmp_path: Path) -> None:
    notice = {"at": "2026-11-23", "reason": "consent", "explanation": "It showed a child."}
    files = {
        "content/en/pages/b.md": page("Our history", id="histo1"),
        "content/en/pages/a.md": page("About us"),
        "content/en/pages/c.md": page("Gone", id="gone11", status="withdrawn", withdrawn=notice),
    }
    pages = {each.path: each for each in pages_of(desk(tmp_path, files))}
    about = pages["en/about/index.html"]
    assert isinstance(about, views.IndexPage)
    assert [entry.text for entry in about.entries] == ["About us", "Our history"]


# Turning


def test_a_further_leaf_of_a_list_is_no_translation_of_another(tmp_path: Path) -> None:
    front, second = kinds(desk(tmp_path, many(40)), "news")
    assert second.title == "News reports, page 1 – UNICEF Serbia"
    assert front.for_everyone == "https://example.org/en/news/"
    assert second.for_everyone is None
    assert [edition.address for edition in second.editions] == [
        "/en/news/page/1/",
        "/sr/news/",
        "/sr-cyrl/news/",
    ]
