"""Lets a reader put an event into the calendar of their phone, or subscribe to all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from newsdesk.dates import Moment

MAKER = "-//UNICEF Serbia//newsdesk//EN"
# How often a calendar is asked to look for news.
REFRESHED = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a calendar is told of an event.

    :param id: permanent, so that a changed event takes the place of the old one.
    :param changed: when what stands here was published or last changed in a major way.
    :param touched: when it was last changed at all.
    :param revision: how often it was changed; calendars keep the highest (SEQUENCE).
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
    touched: datetime
    revision: int = 0
    is_cancelled: bool = False


def calendar_file(invitation: Invitation) -> bytes:
    """Write an event as a file for calendars (RFC 5545)."""
    calendar = _calendar()
    calendar.add_component(_event(invitation))
    return bytes(calendar.to_ical())


def calendar_feed(name: str, address: str, invitations: Iterable[Invitation]) -> bytes:
    """Write a calendar to subscribe to (RFC 7986); some programs know its name by an older word.

    :param address: absolute, of the calendar itself.
    :param invitations: in the order in which they are to stand.
    """
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("source", address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESHED)
    for invitation in invitations:
        calendar.add_component(_event(invitation))
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", MAKER)
    return calendar


def _event(invitation: Invitation) -> CalendarEvent:
    event = CalendarEvent()
    event.add("uid", invitation.id)
    event.add("dtstamp", invitation.changed.astimezone(UTC))
    event.add("last-modified", invitation.touched.astimezone(UTC))
    event.add("sequence", invitation.revision)
    event.add("summary", invitation.title)
    event.add("description", f"{invitation.summary}\n\n{invitation.address}")
    event.add("dtstart", _time(invitation.starts))
    if end := _end(invitation):
        event.add("dtend", end)
    event.add("location", invitation.place)
    event.add("url", invitation.address)
    if invitation.is_cancelled:
        event.add("status", "CANCELLED")
    return event


def _time(moment: Moment) -> date | datetime:
    """Give a time of the world's clock, so that no calendar needs to know our time zone."""
    return moment.at.astimezone(UTC) if moment.has_time else moment.at.date()


def _end(invitation: Invitation) -> date | datetime | None:
    """Give the end as calendars count it: a last day is named by the day after it."""
    ends = invitation.ends or invitation.starts
    if not ends.has_time:
        return ends.at.date() + timedelta(days=1)
    return _time(ends) if invitation.ends else None
