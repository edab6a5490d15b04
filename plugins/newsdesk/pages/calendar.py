"""Which events are still to come, and which are over, at the time of the build."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile

from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.leaves import Placed
from newsdesk.schema.posts import Event


def coming_events(desk: Desk) -> tuple[Item, ...]:
    """Give the events that are not over yet, the next one first."""
    coming = takewhile(lambda item: not desk.is_over(item), desk.shelf.events)
    return tuple(sorted(coming, key=_starts))


def by_coming(desk: Desk, events: Sequence[Item]) -> list[Placed]:
    """Put events under headings: those to come, the next one on top; then those of the past.

    :param events: as the shelf has them: what ends last is first.
    """
    coming, past = desk.gettext("To come"), desk.gettext("Past events")
    next_first = sorted((item for item in events if not desk.is_over(item)), key=_starts)
    over = (item for item in events if desk.is_over(item))
    return [*((coming, item) for item in next_first), *((past, item) for item in over)]


def _starts(item: Item) -> tuple[datetime, str]:
    if not isinstance(item.post, Event):
        raise TypeError(f"{item.source.path} is no event")
    return (item.post.starts.at, item.post.id)
