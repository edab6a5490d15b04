"""When a post is public, what of it is shown, and which changes readers of feeds are told of."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newsdesk.life import Standing, is_public, is_readable, opens_at, standing, updated
from newsdesk.schema.posts import News, Page

BELGRADE = ZoneInfo("Europe/Belgrade")
A_SECOND = timedelta(seconds=1)
NOTICE = {"at": "2026-11-23", "reason": "error", "explanation": "The figures were wrong."}
WITHDRAWN = {"status": "withdrawn", "withdrawn": NOTICE}


def news(**fields: object) -> News:
    """Give a piece of news of 20 November 2026."""
    usual: dict[str, object] = {
        "id": "milk01",
        "type": "news",
        "lang": "en",
        "title": "Milk",
        "summary": "It came.",
        "date": "2026-11-20",
        "categories": ["media"],
        "people_under_18": "none",
    }
    return News.model_validate(usual | fields)


def page(**fields: object) -> Page:
    usual = {"id": "about1", "type": "page", "lang": "en", "title": "Us", "summary": "Who we are."}
    return Page.model_validate(usual | fields)


def at(typed: str) -> datetime:
    return datetime.fromisoformat(typed).replace(tzinfo=BELGRADE)


@pytest.mark.parametrize(
    ("fields", "opens"),
    [
        ({}, "2026-11-20"),
        ({"date": "2026-11-20 10:00"}, "2026-11-20 10:00"),
        ({"publish_at": "2026-11-24 10:00"}, "2026-11-24 10:00"),
        # The later of the two holds it back.
        ({"publish_at": "2026-11-19 10:00"}, "2026-11-20"),
        ({"date": "2026-11-25", "publish_at": "2026-11-24 10:00"}, "2026-11-25"),
    ],
)
def test_a_post_opens_on_its_day_or_later(fields: dict[str, str], opens: str) -> None:
    assert opens_at(news(**fields)) == at(opens)


def test_a_page_opens_when_it_says_so() -> None:
    assert opens_at(page()) is None
    assert opens_at(page(publish_at="2026-11-24 10:00")) == at("2026-11-24 10:00")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "published"),
        ({"status": "published"}, "published"),
        ({"status": "draft"}, "draft"),
        ({"status": "draft", "publish_at": "2027-01-01"}, "draft"),
        ({"publish_at": "2027-01-01"}, "scheduled"),
        ({"date": "2027-01-01"}, "scheduled"),
        (WITHDRAWN, "withdrawn"),
        # Not even the notice comes out before the post would have.
        (WITHDRAWN | {"publish_at": "2027-01-01"}, "scheduled"),
    ],
)
def test_where_a_post_is_in_its_life(fields: dict[str, object], expected: Standing) -> None:
    post = news(**fields)

    assert standing(post, at("2026-12-01")) == expected
    assert is_public(post, at("2026-12-01")) == (expected in {"published", "withdrawn"})


@pytest.mark.parametrize(
    "fields", [{"publish_at": "2026-11-24 10:00"}, {"date": "2026-11-24 10:00"}]
)
def test_a_post_is_public_from_its_time_on_and_not_a_second_before(fields: dict[str, str]) -> None:
    opens = at("2026-11-24 10:00")

    assert not is_public(news(**fields), opens - A_SECOND)
    assert is_public(news(**fields), opens)


def test_a_day_begins_in_belgrade_whatever_clock_the_machine_has() -> None:
    post = news(date="2026-11-24")

    assert not is_public(post, datetime.fromisoformat("2026-11-23T22:59:59+00:00"))
    assert is_public(post, datetime.fromisoformat("2026-11-23T23:00:00+00:00"))


def test_a_page_without_a_day_is_public_at_once_but_a_draft_of_it_is_not() -> None:
    assert is_public(page(), at("0002-01-01"))
    assert not is_public(page(status="draft"), at("2026-12-01"))


@pytest.mark.parametrize(
    ("reason", "readable"),
    [("error", False), ("consent", False), ("law", False), ("other", False), ("outdated", True)],
)
def test_of_a_withdrawn_post_only_what_is_outdated_stays_readable(
    reason: str, *, readable: bool
) -> None:
    assert is_readable(news(status="withdrawn", withdrawn=NOTICE | {"reason": reason})) == readable


def test_a_post_that_stands_is_readable() -> None:
    assert is_readable(news())


def change(at: str, level: str) -> dict[str, str]:
    return {"at": at, "note": "It is 40, not 14.", "level": level}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "2026-11-20"),
        ({"publish_at": "2026-11-24 10:00"}, "2026-11-24 10:00"),
        ({"changes": [change("2026-11-25", "minor")]}, "2026-11-20"),
        ({"changes": [change("2026-11-25", "major")]}, "2026-11-25"),
        (
            {"changes": [change("2026-11-25", "major"), change("2026-11-26", "minor")]},
            "2026-11-25",
        ),
        (
            {"changes": [change("2026-11-25", "major"), change("2026-11-26 08:15", "major")]},
            "2026-11-26 08:15",
        ),
        # Corrected before anybody could read it.
        (
            {"publish_at": "2026-11-24", "changes": [change("2026-11-21", "major")]},
            "2026-11-24",
        ),
    ],
)
def test_only_a_major_change_is_news_to_readers_of_feeds(
    fields: dict[str, object], expected: str
) -> None:
    assert updated(news(**fields)) == at(expected)
