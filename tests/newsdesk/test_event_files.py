"""Every event has a file that puts it into a calendar, in the words of the edition."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from icalendar.cal import Component
from small_site import begin, many, page, post

from newsdesk.desk import Desk
from newsdesk.event_files import edition_invitations

BELGRADE = ZoneInfo("Europe/Belgrade")
PATH = "en/events/milk-day/event.ics"
NOTICE = {"at": "2026-11-23 09:30", "reason": "other", "explanation": "Snow closed the road."}


def event(title: str = "Milk day", **fields: Any) -> str:  # noqa: ANN401 - any field of a post
    """Write an event, published on 20 November for 1 December 2026."""
    usual: dict[str, Any] = {
        "type": "event",
        "starts": "2026-12-01 10:00",
        "ends": "2026-12-01 16:00",
        "venue": "Palace of Serbia, Belgrade",
    }
    return post(title, **{**usual, **fields})


def desks(tmp_path: Path, **fields: Any) -> tuple[Desk, ...]:  # noqa: ANN401 - likewise
    return begin(tmp_path, {"content/en/articles/day.md": event(**fields)}).desks


def calendar_event(desk: Desk) -> Component:
    """Give the one event in the one file of an edition, as a calendar reads it."""
    output, _ = edition_invitations(desk)
    (found,) = Calendar.from_ical(output.data).walk("VEVENT")
    return found


def test_only_events_have_a_file_and_each_beside_its_page(tmp_path: Path) -> None:
    files = {
        **many(2),
        "content/en/pages/about.md": page("About us"),
        "content/en/articles/day.md": event(),
        "content/en/articles/night.md": event("Shoe night", id="shoes1"),
        "content/sr/articles/day.md": event("Dan mleka", lang="sr-Latn", slug="milk-day"),
    }
    assert [
        [output.path for output in edition_invitations(desk)]
        for desk in begin(tmp_path, files).desks
    ] == [
        [PATH, "en/events/shoe-night/event.ics", "en/feeds/events.ics"],
        ["sr/events/milk-day/event.ics", "sr/feeds/events.ics"],
        ["sr-cyrl/events/milk-day/event.ics", "sr-cyrl/feeds/events.ics"],
    ]


def test_a_calendar_learns_what_when_and_where(tmp_path: Path) -> None:
    found = calendar_event(desks(tmp_path)[0])

    assert found["uid"] == "milk01.en@example.org"
    assert found["summary"] == "Milk day"
    assert found["description"] == (
        "What came, and who brought it to the children of the village.\n\n"
        "https://example.org/en/events/milk-day/"
    )
    assert found["location"] == "Palace of Serbia, Belgrade"
    assert found["url"] == "https://example.org/en/events/milk-day/"
    assert found.decoded("dtstart") == datetime(2026, 12, 1, 10, tzinfo=BELGRADE)
    assert found.decoded("dtend") == datetime(2026, 12, 1, 16, tzinfo=BELGRADE)
    assert found.decoded("dtstamp") == datetime(2026, 11, 20, tzinfo=BELGRADE)
    assert "status" not in found


def test_each_edition_speaks_its_own_words_and_has_its_own_id(tmp_path: Path) -> None:
    serbian = event(
        "Dan mleka", lang="sr-Latn", venue="Palata Srbija, Beograd", summary="Svi piju mleko."
    )
    _, latin, cyrillic = begin(tmp_path, {"content/sr/articles/day.md": serbian}).desks

    assert [
        (found["uid"], found["summary"], found["location"])
        for found in map(calendar_event, (latin, cyrillic))
    ] == [
        ("milk01.sr-Latn@example.org", "Dan mleka", "Palata Srbija, Beograd"),
        ("milk01.sr-Cyrl@example.org", "Дан млека", "Палата Србија, Београд"),
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "begin", "end"),
    [
        ("2026-12-01", None, date(2026, 12, 1), date(2026, 12, 2)),
        ("2026-12-01", "2026-12-03", date(2026, 12, 1), date(2026, 12, 4)),
        # A calendar takes times for both, or for none: what lacks its time is the whole day.
        (
            "2026-12-01 10:00",
            "2026-12-03",
            datetime(2026, 12, 1, 10, tzinfo=BELGRADE),
            datetime(2026, 12, 4, tzinfo=BELGRADE),
        ),
        (
            "2026-12-01",
            "2026-12-03 16:00",
            datetime(2026, 12, 1, tzinfo=BELGRADE),
            datetime(2026, 12, 3, 16, tzinfo=BELGRADE),
        ),
    ],
)
def test_an_event_of_days_is_one_of_days_in_a_calendar(
    tmp_path: Path, starts: str, ends: str | None, begin: date, end: date
) -> None:
    found = calendar_event(desks(tmp_path, starts=starts, ends=ends)[0])

    assert (found.decoded("dtstart"), found.decoded("dtend")) == (begin, end)


def test_an_event_without_an_end_has_none_in_a_calendar(tmp_path: Path) -> None:
    assert "dtend" not in calendar_event(desks(tmp_path, ends=None)[0])


def test_a_major_change_tells_the_calendar_that_there_is_something_new(tmp_path: Path) -> None:
    change = {"at": "2026-11-22 08:00", "note": "It begins at ten, not at nine.", "level": "major"}
    found = calendar_event(desks(tmp_path, changes=[change])[0])

    assert found.decoded("dtstamp") == datetime(2026, 11, 22, 8, tzinfo=BELGRADE)


def test_an_event_that_is_called_off_is_crossed_out_and_says_why(tmp_path: Path) -> None:
    found = calendar_event(desks(tmp_path, status="withdrawn", withdrawn=NOTICE)[0])

    assert found["uid"] == "milk01.en@example.org"
    assert found["status"] == "CANCELLED"
    assert found["description"] == (
        "Snow closed the road.\n\nhttps://example.org/en/events/milk-day/"
    )
    assert found.decoded("dtstamp") == datetime(2026, 11, 23, 9, 30, tzinfo=BELGRADE)


def test_an_event_that_is_only_outdated_keeps_its_words(tmp_path: Path) -> None:
    notice = NOTICE | {"reason": "outdated"}
    found = calendar_event(desks(tmp_path, status="withdrawn", withdrawn=notice)[0])

    assert str(found["description"]).startswith("What came, and who brought it")


def test_the_calendar_of_all_events_has_each_under_the_id_of_its_own_file(tmp_path: Path) -> None:
    files = {
        "content/en/articles/day.md": event(),
        "content/en/articles/night.md": event(
            "Shoe night", id="shoes1", status="withdrawn", withdrawn=NOTICE
        ),
    }
    *single, whole = edition_invitations(begin(tmp_path, files).desks[0])
    calendar = Calendar.from_ical(whole.data)
    assert calendar["name"] == calendar["x-wr-calname"] == "UNICEF Serbia: Events"
    assert calendar["source"] == "https://example.org/en/feeds/events.ics"
    assert calendar["method"] == "PUBLISH"
    alone = [found for file in single for found in Calendar.from_ical(file.data).walk("VEVENT")]
    assert [each.to_ical() for each in calendar.walk("VEVENT")] == [
        each.to_ical() for each in alone
    ]
    assert {each["uid"] for each in alone} == {"milk01.en@example.org", "shoes1.en@example.org"}


def test_an_edition_without_events_has_an_empty_calendar(tmp_path: Path) -> None:
    (whole,) = edition_invitations(begin(tmp_path, {}).desks[0])
    assert Calendar.from_ical(whole.data).walk("VEVENT") == []


def test_every_change_counts_as_a_revision_and_says_when_it_was_made(tmp_path: Path) -> None:
    changes = [
        {"at": "2026-11-21", "note": "At ten.", "level": "major"},
        {"at": "2026-11-22", "note": "A comma.", "level": "minor"},
    ]
    first, second = (
        calendar_event(desks(tmp_path / str(number), changes=changes[: number * 2])[0])
        for number in range(2)
    )
    assert (first["sequence"], second["sequence"]) == (0, 2)
    assert second.decoded("last-modified") == datetime(2026, 11, 22, tzinfo=BELGRADE)
    assert second.decoded("dtstamp") == datetime(2026, 11, 21, tzinfo=BELGRADE)
    gone = calendar_event(
        desks(tmp_path / "gone", changes=changes, status="withdrawn", withdrawn=NOTICE)[0]
    )
    assert gone["sequence"] == 3
