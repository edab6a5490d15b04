"""Who agreed to be shown, until when, and what follows when an agreement ends.

The repository holds no names and no forms: a record gives the number under which the office keeps
the signed form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from newsdesk.dates import WrongDate, read_moment
from newsdesk.problems import Message, Problem, say
from newsdesk.schema.fields import ZONE, ForEditors, Record, WrongValueError

# Letters of the office's register, the year, the running number.
REFERENCE = re.compile(r"[A-Z]{1,3}-[0-9]{4}-[0-9]{3,6}")


def _reference(text: str) -> str:
    """Take the number of a form; what is none is not repeated, for it may be somebody's name."""
    if REFERENCE.fullmatch(text):
        return text
    message = say("“{field}” must be the number under which the office keeps the form")
    if REFERENCE.fullmatch(text.upper()):
        raise WrongValueError(message, say("type {number}", number=text.upper()))
    raise WrongValueError(message, say("type it like this: C-2026-0123; never type a name here"))


def _day(value: object) -> date:
    """Read a day without a time."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, list | dict):
        raise WrongValueError(say("“{field}” must be one day"), say("type {name}: 2027-11-22"))
    try:
        moment = read_moment(str(value), ZONE)
    except WrongDate as wrong:
        raise WrongValueError(wrong.message, wrong.hint) from wrong
    if moment.has_time:
        message = say("“{field}” has a time, but it counts in whole days")
        raise WrongValueError(message, say("type {day}", day=moment.at.date()))
    return moment.at.date()


Reference = Annotated[
    str, AfterValidator(_reference), ForEditors(rules={"pattern": f"^{REFERENCE.pattern}$"})
]
Day = Annotated[date, BeforeValidator(_day)]


class Consent(Record):
    """That somebody who can be recognised agreed to it."""

    consent: Reference = Field(
        description="the number of the signed form, never a name; the form stays in the office",
        examples=["C-2026-0123"],
    )
    consent_until: Day = Field(
        description="the last day on which the person may be shown", examples=["2029-11-22"]
    )
    consent_withdrawn: Day | None = Field(
        None,
        description="the day on which the person, or a parent, took it back",
        examples=["2027-01-15"],
    )


State = Literal["usable", "embargoed", "expired", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether somebody may be shown today.

    :param day: the day the consent was taken back, or the last day that it held.
    :param consent: the number of the form that no longer holds.
    """

    state: State
    day: date | None = None
    consent: str | None = None

    @property
    def is_usable(self) -> bool:
        """Tell whether the picture or the text may be published."""
        return self.state == "usable"


USABLE = Standing("usable")
EMBARGOED = Standing("embargoed")


def standing(consents: Iterable[Consent], today: date) -> Standing:
    """Tell whether everybody may be shown: one who may not is enough to take a picture away.

    A consent that was taken back never holds again, whatever day was typed: a slip of the finger
    must not keep a child on the site.

    :param today: the day of the build; the last day of a consent still counts.
    """
    consents = tuple(consents)
    withdrawn = [
        (given.consent_withdrawn, given.consent) for given in consents if given.consent_withdrawn
    ]
    if withdrawn:
        return Standing("withdrawn", *min(withdrawn))
    ended = [(given.consent_until, given.consent) for given in consents]
    expired = [(day, number) for day, number in ended if day < today]
    return Standing("expired", *min(expired)) if expired else USABLE


def to_purge(path: str, standing: Standing, addresses: Iterable[str]) -> Iterator[Problem]:
    """Name every address that must be emptied because a consent no longer holds.

    What the next build leaves out still lies in the memory of servers, networks and archives.

    :param path: the record whose consent ended.
    :param addresses: everything under which the picture, or a page with it, was published.
    """
    if standing.state not in WHY_PURGE:
        return
    why = WHY_PURGE[standing.state]
    for address in sorted(set(addresses)):
        message = filled(why, address=address, consent=standing.consent, day=standing.day)
        yield Problem(path, 0, message, PURGE, level="warning")


def filled(message: Message, **values: object) -> Message:
    """Fill what a sentence of a table leaves open."""
    return replace(message, values=say(message.template, **values).values)


WHY_PURGE: Mapping[str, Message] = {
    "expired": say("“{address}” must be purged: the consent {consent} ended on {day}"),
    "withdrawn": say("“{address}” must be purged: the consent {consent} was withdrawn on {day}"),
}
PURGE = say("purge it from the server, from every cache before it, and ask search engines to")
