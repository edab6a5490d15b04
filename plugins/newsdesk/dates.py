"""Dates as staff type them and as readers see them, in English and in both scripts of Serbian.

Staff type `2026-11-22` or `2026-11-22 14:30`. Every other way to write a date is recognised only
to say what to type instead: nobody should have to guess whether 03/04 is in March or in April.
The names of months come from Babel, never from the machine that the site is built on.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton

from newsdesk.problems import Message, say

# Years of the newsroom. What lies outside is a slip of the finger.
FIRST_YEAR, LAST_YEAR = 1900, 2100
MONTHS = range(1, 13)
# Characters of the longest date that anybody types, with its weekday and its time.
LONGEST = 60


@dataclass(frozen=True, order=True)
class Moment:
    """A day, or a time of a day, as far as it is known.

    :param at: when it was or will be; the beginning of the day when only the day is known.
    :param has_time: whether the time of the day is known.
    """

    at: datetime
    has_time: bool


class WrongDate(ValueError):  # noqa: N818 - what it is for staff: a mistake in a text
    """What was typed is no date, with the reason and with what to type instead."""

    def __init__(self, message: Message, hint: Message) -> None:
        """Keep what the person will read."""
        super().__init__(str(message))
        self.message = message
        self.hint = hint


_ISO = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]{1,9})?"
    r"(?P<offset>Z|[+-][0-9]{2}:[0-5][0-9])?)?"
)


def read_moment(text: str, zone: ZoneInfo) -> Moment:
    """Read a date that staff typed, with or without a time.

    The forms are those of ISO 8601: `2026-11-22`, `2026-11-22 14:30`, with seconds, and with
    `+01:00` or `Z` where the time is not that of the zone. Parts of a second are left out.

    :param zone: the time zone of times that name none; the result is in it.
    :raises WrongDate: with what to type instead.
    """
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso is None:
        raise _in_another_form(text, zone)
    day = _day(iso["day"])
    if iso["time"] is None:
        return Moment(datetime.combine(day, time(), zone), has_time=False)
    at = datetime.combine(day, _time(iso["time"]))
    if iso["offset"] is None:
        return Moment(_in_zone(at, zone), has_time=True)
    return Moment(at.replace(tzinfo=_offset(iso["offset"], zone)).astimezone(zone), has_time=True)


def _day(text: str) -> date:
    year, month, day = (int(part) for part in text.split("-"))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise WrongDate(
            say(
                "the year of {day} is not one from {first} to {last}",
                day=text,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            ),
            say("type the year in four digits, then the month and the day, such as 2026-11-22"),
        )
    if month not in MONTHS:
        raise WrongDate(
            say("{day} does not exist: a year has 12 months", day=text),
            say("type the year, the month and the day in this order, such as 2026-11-22"),
        )
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise WrongDate(
            say("{date} does not exist: that month has {days} days", date=text, days=last),
            say(
                "type a day from {first} to {last}",
                first=date(year, month, 1),
                last=date(year, month, last),
            ),
        )
    return date(year, month, day)


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise WrongDate(
            say("the time {time} does not exist", time=text),
            say("type hours from 00 to 23 and minutes from 00 to 59, such as 14:30"),
        ) from None


def _offset(text: str, zone: ZoneInfo) -> tzinfo:
    """Read how far a time is from that of Greenwich; no place is further than 14 hours from it."""
    if text == "Z":
        return UTC
    distance = timedelta(hours=int(text[1:3]), minutes=int(text[4:6]))
    if distance > timedelta(hours=14):
        raise WrongDate(
            say("no place on earth has the time {offset}", offset=text),
            say("leave {offset} out for the time of {zone}", offset=text, zone=zone.key),
        )
    return timezone(distance if text[0] == "+" else -distance)


def _in_zone(at: datetime, zone: ZoneInfo) -> datetime:
    """Place a time in a zone, unless the clocks skip it in spring or repeat it in autumn."""
    first, second = (at.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    shift = _distance(second) - _distance(first)
    if not shift:
        return first
    if shift > timedelta():
        raise WrongDate(
            say("{time} does not exist: the clocks are put forward then", time=_typed(at)),
            say("type {time}", time=_typed(at + shift)),
        )
    raise WrongDate(
        say("{time} happens twice: the clocks are put back then", time=_typed(at)),
        say(
            "type {first} for the first time, {second} for the second",
            first=_typed(first),
            second=_typed(second),
        ),
    )


def _distance(at: datetime) -> timedelta:
    """Give how far a time is from that of Greenwich."""
    return at.utcoffset() or timedelta()


def _typed(at: datetime) -> str:
    """Write a time as staff type it."""
    return at.isoformat(" ", "seconds" if at.second else "minutes")


# Other ways to write a date

_WEEKDAY = r"(?:[^\W\d_]+\.?,?\s+)?"
_CLOCK = (
    r"(?:(?:,?\s+|T)(?:(?:at|u|у)\s+)?"
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:[:.][0-9]{2})?"
    r"\s*(?:h|ч|hrs|časova|часова|sati|сати)?\.?)?"
)
_MARK = r"\s*[./-]\s*"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_MONTH_IN_LETTERS = r"(?P<month>[^\W\d_]+)\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_ANY_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})\.?(?:\s*(?:godine|године|god\.|год\.))?"

_DAY_FIRST = re.compile(
    r"(?![0-9]{2}-[0-9]{2}-[0-9]{2}\b)"  # nobody can tell which of the three is the year
    rf"{_DAY}(?P<mark>{_MARK}){_MONTH}{_MARK}{_ANY_YEAR}{_CLOCK}",
    re.IGNORECASE,
)
_OTHER_FORMS = (
    _DAY_FIRST,
    re.compile(rf"{_YEAR}{_MARK}{_MONTH}{_MARK}{_DAY}\.?{_CLOCK}", re.IGNORECASE),
    re.compile(
        rf"{_WEEKDAY}{_DAY}(?:\.|st|nd|rd|th)?\s*{_MONTH_IN_LETTERS},?\s+{_ANY_YEAR}{_CLOCK}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_WEEKDAY}{_MONTH_IN_LETTERS}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_ANY_YEAR}{_CLOCK}",
        re.IGNORECASE,
    ),
)


def as_typed(text: str, zone: ZoneInfo) -> str | None:
    """Give a date that an old text writes in its own way as staff type it: 2010-05-12.

    What is no date, or could be two, such as 3/4/2010, gives None.

    :param zone: the time zone of times that name none.
    """
    text = " ".join(text.split())
    try:
        read_moment(text, zone)
    except WrongDate as wrong:
        proposed = dict(wrong.hint.values).get("date", "")
        return proposed if _ISO.fullmatch(proposed) else None
    return text


def _in_another_form(text: str, zone: ZoneInfo) -> WrongDate:
    """Say what to type for a date that is written in another way, or that it is none."""
    shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    hint = _hint_for(text, zone) if len(text) <= LONGEST else None
    if hint is None:
        return WrongDate(
            say("“{text}” is not a date", text=shown),
            say("type it as 2026-11-22 or 2026-11-22 14:30"),
        )
    return WrongDate(say("“{text}” is not typed as year-month-day", text=shown), hint)


def _hint_for(text: str, zone: ZoneInfo) -> Message | None:
    """Say what to type for a date that is written in another way; None when it is no date.

    :raises WrongDate: when it is one, but there is no such day or time.
    """
    found = next(filter(None, (form.fullmatch(text) for form in _OTHER_FORMS)), None)
    day, month = (int(found["day"]), _month(found["month"])) if found else (0, 0)
    if found is None or not month:
        return None
    if _may_be_month_first(found) and day in MONTHS and month != day:
        if month in MONTHS:
            return _either(_proposed(found, month, day), _proposed(found, day, month))
        day, month = month, day
    proposed = _proposed(found, month, day)
    if not proposed.startswith("Y"):
        read_moment(proposed, zone)
        return say("type {date}", date=proposed)
    return (
        say("type {date}, with the year in four digits", date=proposed) if month in MONTHS else None
    )


def _either(first: str, second: str) -> Message:
    """Say what to type for 3/4/2026, which may be in April or in March."""
    return say(
        "type {first} if the day stands first, {second} if the month does",
        first=first,
        second=second,
    )


def _may_be_month_first(found: re.Match[str]) -> bool:
    """Tell whether an American could have written the date: 11/22/2026, but never 22.11.2026."""
    return (found.groupdict().get("mark") or "").strip() in {"/", "-"}


def _proposed(found: re.Match[str], month: int, day: int) -> str:
    """Write a date as it is to be typed; no century is guessed for a year of two digits."""
    year = found["year"] if len(found["year"]) == len("YYYY") else "YYYY"
    time_of_day = f" {int(found['hour']):02}:{found['minute']}" if found["hour"] else ""
    return f"{year}-{month:02}-{day:02}{time_of_day}"


def _month(word: str) -> int:
    """Give the number of a month from its number, its name or its abbreviation; 0 for none."""
    return int(word) if word.isdecimal() else _months().get(word.casefold(), 0)


@cache
def _months() -> Mapping[str, int]:
    """Give the number of each month by its names in both languages, in all cases of Serbian."""
    return {
        form.casefold(): number
        for language in ("en", "en_US", "sr_Latn", "sr_Cyrl")
        for width in ("wide", "abbreviated")
        for number, name in _locale(language).months["format"][width].items()
        for form in _cases(name)
    }


def _cases(name: str) -> Iterator[str]:
    """Give the cases of a Serbian month: novembar, novembra, novembru, novembrom."""
    yield name
    stem = re.sub(r"(?<=[bб])[aа](?=[rр]$)", "", name)
    for ending in ("a", "u", "om", "em", "а", "у", "ом", "ем"):
        yield stem + ending


# Dates as readers see them


@cache
def _locale(name: str) -> Locale:
    """Give what CLDR knows of a language; English dates are British, the day before the month."""
    return Locale.parse("en_GB" if name == "en" else name)


def day_in_words(moment: Moment, locale: str) -> str:
    """Write a day for readers: 22 November 2026, 22. novembar 2026., 22. новембар 2026.

    Its spaces do not break, so that a day never stands in two lines.

    :param locale: a name of CLDR, such as `en`, `sr_Latn` or `sr_Cyrl`.
    """
    return _unbroken(format_date(moment.at, "long", _locale(locale)))


def month_in_words(moment: Moment, locale: str) -> str:
    """Name a month as a heading does: November, Novembar, Новембар.

    :param locale: a name of CLDR, such as `en`, `sr_Latn` or `sr_Cyrl`.
    """
    return format_date(moment.at, "LLLL", _locale(locale)).capitalize()


def time_in_words(moment: Moment) -> str:
    """Write a time of the day for readers, such as 14:30; nothing when only the day is known."""
    return f"{moment.at:%H:%M}" if moment.has_time else ""


def span_in_words(start: Moment, end: Moment | None, locale: str) -> str:
    """Write from when to when something lasts, such as 22–24 November 2026.

    :param end: not before the start; None when it is not known.
    :param locale: a name of CLDR, such as `en`, `sr_Latn` or `sr_Cyrl`.
    """
    if end is None or end.at.date() == start.at.date():
        return _within_a_day(start, end, locale)
    if start.has_time or end.has_time:
        first = _before_a_mark(_day_and_time(start, locale))
        return f"{first}\u00a0– {_day_and_time(end, locale)}"
    return _days(start, end, locale)


def _within_a_day(start: Moment, end: Moment | None, locale: str) -> str:
    """22 November 2026, 10:00–14:30."""
    until = time_in_words(end) if end else ""
    text = _day_and_time(start, locale)
    if not start.has_time or until in {"", time_in_words(start)}:
        return text
    return f"{text}–{until}"


def _day_and_time(moment: Moment, locale: str) -> str:
    """22 November 2026, 10:00."""
    day = day_in_words(moment, locale)
    return f"{_before_a_mark(day)}, {time_in_words(moment)}" if moment.has_time else day


def _days(start: Moment, end: Moment, locale: str) -> str:
    """22–24 November 2026, or 30 November – 2 December 2026."""
    last = day_in_words(end, locale)
    if start.at.year != end.at.year:
        return f"{_before_a_mark(day_in_words(start, locale))}\u00a0– {last}"
    if start.at.month != end.at.month:
        first = format_skeleton("MMMMd", start.at, locale=_locale(locale))
        return f"{_unbroken(first)}\u00a0– {last}"
    return f"{start.at.day}–{last}"


def _before_a_mark(day: str) -> str:
    """Leave out the full stop of a Serbian year, as its orthography asks before another mark."""
    return day.removesuffix(".")


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


# Dates as programs see them


def iso(moment: Moment) -> str:
    """Write a date for `<time datetime>`: the day alone when only the day is known."""
    return moment.at.isoformat() if moment.has_time else moment.at.date().isoformat()


def rfc3339(moment: Moment) -> str:
    """Write a date for feeds, which know no days: the first second of the day in the zone."""
    return moment.at.isoformat(timespec="seconds")
