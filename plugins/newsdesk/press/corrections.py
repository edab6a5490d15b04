"""What was put right or withdrawn after it had been published, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.dates import Moment
from newsdesk.desk import Desk
from newsdesk.item import Item


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of an item, or its withdrawal.

    :param name: what sets it apart from the others of the item, for ever.
    :param note: for readers, in the language of the edition.
    """

    item: Item
    name: str
    at: Moment
    note: str
    is_withdrawal: bool = False


def corrections(desk: Desk) -> tuple[Correction, ...]:
    """Give every correction and withdrawal of an edition, the newest first."""
    found = (correction for item in desk.shelf.items for correction in _of(desk, item))
    return tuple(sorted(found, key=_newest_first))


def _of(desk: Desk, item: Item) -> Iterator[Correction]:
    """Give what was put right in an item; whoever corrects it again adds one at the end."""
    for number, change in enumerate(item.post.changes, start=1):
        yield Correction(item, f"correction-{number}", change.at, desk.say(item, change.note))
    if gone := item.post.withdrawn:
        note = desk.say(item, gone.explanation)
        yield Correction(item, "withdrawal", gone.at, note, is_withdrawal=True)


def _newest_first(correction: Correction) -> tuple[float, str, str]:
    return (-correction.at.at.timestamp(), correction.item.post.id, correction.name)
