"""An event comes into a calendar at the right hour, and once."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from newsdesk.dates import Moment, read_moment
from newsdesk.invitations import Invitation, calendar_file

BELGRADE = ZoneInfo("Europe/Belgrade")


def moment(text: str) -> Moment:
    return read_moment(text, BELGRADE)


EVENT = Invitation(
    id="milk01.en@example.org",
    title="Milk; for all, at school",
    summary="Why every school should have milk.",
    starts=moment("2026-07-01 10:00"),
    ends=moment("2026-07-01 12:30"),
    place="Palace of Serbia, Belgrade",
    address="https://example.org/en/events/milk/",
    changed=moment("2026-06-20").at,
    touched=moment("2026-06-21").at,
    revision=2,
)


def test_a_calendar_file_says_what_and_when_and_where() -> None:
    assert calendar_file(EVENT).decode() == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//UNICEF Serbia//newsdesk//EN\r\n"
        "BEGIN:VEVENT\r\n"
        "SUMMARY:Milk\\; for all\\, at school\r\n"
        "DTSTART:20260701T080000Z\r\n"
        "DTEND:20260701T103000Z\r\n"
        "DTSTAMP:20260619T220000Z\r\n"
        "UID:milk01.en@example.org\r\n"
        "SEQUENCE:2\r\n"
        "DESCRIPTION:Why every school should have milk.\\n\\nhttps://example.org/en/e\r\n"
        " vents/milk/\r\n"
        "LAST-MODIFIED:20260620T220000Z\r\n"
        "LOCATION:Palace of Serbia\\, Belgrade\r\n"
        "URL:https://example.org/en/events/milk/\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        # In winter Belgrade is one hour ahead of the world's clock, in summer two.
        ("2026-12-01 10:00", "2026-12-01 16:00", ("20261201T090000Z", "20261201T150000Z")),
        ("2026-07-01", None, ("20260701", "20260702")),
        ("2026-07-01", "2026-07-03", ("20260701", "20260704")),
        ("2026-07-01 10:00", None, ("20260701T080000Z", None)),
    ],
)
def test_hours_and_days_are_counted_as_calendars_count_them(
    starts: str, ends: str | None, expected: tuple[str, str | None]
) -> None:
    invitation = replace(EVENT, starts=moment(starts), ends=moment(ends) if ends else None)
    lines = calendar_file(invitation).decode().splitlines()
    times = dict(line.split(":", 1) for line in lines if line.startswith(("DTSTART", "DTEND")))
    begins, finishes = (
        times.get(name) or times.get(f"{name};VALUE=DATE") for name in ("DTSTART", "DTEND")
    )
    assert (begins, finishes) == expected


def test_a_withdrawn_event_is_cancelled_in_the_calendars_that_have_it() -> None:
    file = calendar_file(replace(EVENT, is_cancelled=True))
    assert b"STATUS:CANCELLED\r\n" in file
    assert b"STATUS" not in calendar_file(EVENT)


def test_the_same_event_gives_the_same_bytes() -> None:
    assert calendar_file(EVENT) == calendar_file(replace(EVENT))
