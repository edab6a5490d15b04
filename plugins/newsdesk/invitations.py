"""Lets a reader put an event into the calendar of their phone: one `.ics` file for each event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from newsdesk.dates import Moment

MAKER = "-//UNICEF Serbia//newsdesk//EN"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a calendar is told of an event.

    :param id: permanent, so that a changed event takes the place of the old one.
    :param changed: when what stands here was published or last changed.
    :param place: where it takes place.
    :param address: of the event's page.
    """

    id: str
    title: str
    summary: str
    starts: Moment
    ends: Moment | None
    place: str
    address: str
    changed: datetime
    is_cancelled: bool = False


def calendar_file(invitation: Invitation) -> bytes:
    """Write an event as a file for calendars (RFC 5545)."""
    event = CalendarEvent()
    event.add("uid", invitation.id)
    event.add("dtstamp", invitation.changed.astimezone(UTC))
    event.add("summary", invitation.title)
    event.add("description", f"{invitation.summary}\n\n{invitation.address}")
    event.add("dtstart", _time(invitation.starts))
    if end := _end(invitation):
        event.add("dtend", end)
    event.add("location", invitation.place)
    event.add("url", invitation.address)
    if invitation.is_cancelled:
        event.add("status", "CANCELLED")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", MAKER)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _time(moment: Moment) -> date | datetime:
    """Give a time of the world's clock, so that no calendar needs to know our time zone."""
    return moment.at.astimezone(UTC) if moment.has_time else moment.at.date()


def _end(invitation: Invitation) -> date | datetime | None:
    """Give the end as calendars count it: a last day is named by the day after it."""
    ends = invitation.ends or invitation.starts
    if not ends.has_time:
        return ends.at.date() + timedelta(days=1)
    return _time(ends) if invitation.ends else None
