"""Tells those who find a hole whom to write to: `/.well-known/security.txt` (RFC 9116)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from newsdesk.outputs import Output
from newsdesk.problems import Problem, say
from newsdesk.settings import SETTINGS_FILE, Settings

PATH = ".well-known/security.txt"
# Days before its end on which the check begins to ask for a new one.
NOTICE = timedelta(days=30)


def security_txt(house: Settings) -> Iterator[Output]:
    """Give the file, when the house has said whom to write to, and until when that holds."""
    if house.security_contact and house.security_expires:
        languages = ", ".join(dict.fromkeys(each.key.partition("-")[0] for each in house.editions))
        text = (
            f"Contact: {house.security_contact}\n"
            f"Expires: {house.security_expires}T00:00:00Z\n"
            f"Preferred-Languages: {languages}\n"
            f"Canonical: {house.site_url}/{PATH}\n"
        )
        yield Output(PATH, text.encode())


def check_security(house: Settings) -> Iterator[Problem]:
    """A contact that is out of date misleads whoever wants to help."""
    if not house.security_contact:
        return
    today = house.now.astimezone(house.zone).date()
    day = _day(house.security_expires)
    later = (today + timedelta(days=330)).isoformat()
    hint = say(
        "see that the contact is right, and type NEWSDESK_SECURITY_EXPIRES = '{day}'", day=later
    )
    if day is None:
        message = say("“{value}” is no day", value=house.security_expires)
        yield Problem(SETTINGS_FILE, 0, message, hint)
    elif day <= today:
        message = say("security.txt ended on {day}", day=day.isoformat())
        yield Problem(SETTINGS_FILE, 0, message, hint)
    elif day - today <= NOTICE:
        message = say("security.txt ends on {day}", day=day.isoformat())
        yield Problem(SETTINGS_FILE, 0, message, hint, level="warning")


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
