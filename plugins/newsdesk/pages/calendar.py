"""Which events are still to come, and which are over, at the time of the build."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.leaves import Placed
from newsdesk.schema.posts import Event

END_OF_DAY = time(23, 59, 59)


def coming_events(desk: Desk) -> tuple[Item, ...]:
    """Give the events that are not over yet, the next one first."""
    events = desk.shelf.posts_of_kind.get(Event.kind, ())
    return tuple(sorted((item for item in events if not _is_over(desk, item)), key=_starts))


def by_coming(desk: Desk, events: Sequence[Item]) -> list[Placed]:
    """Put events under headings: those to come, the next one on top; then those of the past."""
    coming, past = desk.gettext("To come"), desk.gettext("Past events")
    over = sorted((item for item in events if _is_over(desk, item)), key=_starts, reverse=True)
    return [*((coming, item) for item in coming_events(desk)), *((past, item) for item in over)]


def _starts(item: Item) -> tuple[datetime, str]:
    return (_event(item).starts.at, item.post.id)


def _is_over(desk: Desk, item: Item) -> bool:
    """An event whose last hour is not known lasts to the end of its day."""
    event = _event(item)
    if event.ends and event.ends.has_time:
        return event.ends.at < desk.now
    last = (event.ends or event.starts).at
    return datetime.combine(last, END_OF_DAY, last.tzinfo) < desk.now


def _event(item: Item) -> Event:
    if not isinstance(item.post, Event):
        raise TypeError(f"{item.source.path} is no event")
    return item.post
