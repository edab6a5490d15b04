"""Decides what an open page is told: reload, show what is wrong, or all is well."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from newsdesk.preview.bulletin import LEFT_OUT, Bulletin
from newsdesk.preview.voice import Voice
from newsdesk.problems import Problem, say

CLOSE = say("Close")
# A comment of the protocol: nothing for the page, but writing it finds out who has gone.
HEARTBEAT = b":\n\n"
# How many milliseconds a page waits before it asks again when the preview was ended.
GREETING = b"retry: 1000\n\n"


@dataclass(frozen=True, slots=True)
class Event:
    """One server-sent event (HTML Living Standard, section 9.2)."""

    name: Literal["reload", "problems", "drafts", "well"]
    data: str

    def __bytes__(self) -> bytes:
        """Write the event as it goes over the wire; the data never has line breaks."""
        return f"event: {self.name}\ndata: {self.data}\n\n".encode()


def stamp(run: str, bulletin: Bulletin) -> str:
    """Name the state of the site that a page was made from.

    Pages stay good until the next good build; a page that only shows errors does not outlive
    its bulletin.

    :param run: tells this run of the preview from earlier ones, whose pages may still be open.
    """
    if bulletin.edition:
        return f"{run}-{bulletin.edition}"
    return f"{run}-none-{bulletin.number}"


def event_for(bulletin: Bulletin, page: str, run: str, voice: Voice) -> Event | None:
    """Choose what a page has to be told, None when it shows all there is to know.

    :param page: the stamp of the open page; empty for a listener that is no page.
    :param run: as in `stamp`.
    """
    if page not in ("", stamp(run, bulletin)):
        return Event("reload", "{}")
    if page and not bulletin.edition:
        return None
    if bulletin.heading is None:
        return Event("well", "{}")
    return Event("drafts" if bulletin.heading == LEFT_OUT else "problems", news(bulletin, voice))


def news(bulletin: Bulletin, voice: Voice) -> str:
    """Write a bulletin as JSON for the script in the page."""
    return json.dumps(
        {
            "number": bulletin.number,
            "lang": voice.language,
            "heading": voice.words(bulletin.heading) if bulletin.heading else "",
            "close": voice.words(CLOSE),
            "problems": [notice(problem, voice) for problem in bulletin.problems],
        }
    )


def notice(problem: Problem, voice: Voice) -> dict[str, str]:
    """Give the three texts of a problem: its place as `file:line`, the message, the hint."""
    place = (problem.path, problem.line or None, problem.column)
    return {
        "place": ":".join(str(part) for part in place if part),
        "message": voice.words(problem.message),
        "hint": voice.words(problem.hint) if problem.hint else "",
    }
