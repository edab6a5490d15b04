"""Dates as staff type them, and as readers and programs see them."""

import contextlib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.dates import (
    Moment,
    WrongDate,
    as_typed,
    day_in_words,
    iso,
    read_moment,
    rfc3339,
    span_in_words,
    time_in_words,
)

BELGRADE = ZoneInfo("Europe/Belgrade")
NO_DATE_HINT = "type it as 2026-11-22 or 2026-11-22 14:30"
CLOCK_HINT = "type hours from 00 to 23 and minutes from 00 to 59, such as 14:30"
ORDER_HINT = "type the year, the month and the day in this order, such as 2026-11-22"
YEAR_HINT = "type the year in four digits, then the month and the day, such as 2026-11-22"


def moment(text: str) -> Moment:
    return read_moment(text, BELGRADE)


def wrong(text: str) -> tuple[str, str]:
    with pytest.raises(WrongDate) as caught:
        moment(text)
    return str(caught.value.message), str(caught.value.hint)


@pytest.mark.parametrize(
    ("text", "in_feeds"),
    [
        ("2026-11-22 14:30", "2026-11-22T14:30:00+01:00"),
        ("2026-11-22T14:30", "2026-11-22T14:30:00+01:00"),
        ("2026-07-01 14:30", "2026-07-01T14:30:00+02:00"),
        ("2026-11-22 14:30:15", "2026-11-22T14:30:15+01:00"),
        ("2026-11-22T14:30:15.999Z", "2026-11-22T15:30:15+01:00"),
        ("2026-11-22 14:30Z", "2026-11-22T15:30:00+01:00"),
        ("2026-11-22 14:30+05:30", "2026-11-22T10:00:00+01:00"),
        ("2026-11-22 23:30-03:00", "2026-11-23T03:30:00+01:00"),
        ("2026-11-22 00:00+14:00", "2026-11-21T11:00:00+01:00"),
        ("  2026-11-22 14:30\n", "2026-11-22T14:30:00+01:00"),
        ("1900-01-01 00:00", "1900-01-01T00:00:00+01:00"),
        ("2100-12-31 23:59", "2100-12-31T23:59:00+01:00"),
        ("2026-10-25 02:30+02:00", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25 02:30+01:00", "2026-10-25T02:30:00+01:00"),
    ],
)
def test_a_time_is_read_in_its_own_zone_or_in_that_of_the_newsroom(
    text: str, in_feeds: str
) -> None:
    assert moment(text).has_time
    assert moment(text).at.tzinfo is BELGRADE
    assert rfc3339(moment(text)) == in_feeds


def test_a_day_without_a_time_stays_one() -> None:
    assert moment("2026-11-22") == Moment(datetime(2026, 11, 22, tzinfo=BELGRADE), has_time=False)


def test_moments_stand_in_the_order_of_time() -> None:
    typed = ["2026-11-22 14:30", "2026-11-22", "2026-11-21", "2026-11-22 14:30+05:30"]
    assert [iso(each) for each in sorted(map(moment, typed))] == [
        "2026-11-21",
        "2026-11-22",
        "2026-11-22T10:00:00+01:00",
        "2026-11-22T14:30:00+01:00",
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("xyz", "“xyz” is not a date", NO_DATE_HINT),
        ("", "“” is not a date", NO_DATE_HINT),
        ("2026", "“2026” is not a date", NO_DATE_HINT),
        ("Tuesday", "“Tuesday” is not a date", NO_DATE_HINT),
        ("22. foo 2026.", "“22. foo 2026.” is not a date", NO_DATE_HINT),
        ("26-11-22", "“26-11-22” is not a date", NO_DATE_HINT),
        ("22.13.26", "“22.13.26” is not a date", NO_DATE_HINT),
        ("22.0.2026", "“22.0.2026” is not a date", NO_DATE_HINT),
        ("{text}", "“{text}” is not a date", NO_DATE_HINT),
        ("x" * 61, f"“{'x' * 59}…” is not a date", NO_DATE_HINT),
        ("٢٢.11.2026", "“٢٢.11.2026” is not a date", NO_DATE_HINT),
        (
            "2026-02-30",
            "2026-02-30 does not exist: that month has 28 days",
            "type a day from 2026-02-01 to 2026-02-28",
        ),
        (
            "2024-02-30",
            "2024-02-30 does not exist: that month has 29 days",
            "type a day from 2024-02-01 to 2024-02-29",
        ),
        (
            "2026-11-00 10:00",
            "2026-11-00 does not exist: that month has 30 days",
            "type a day from 2026-11-01 to 2026-11-30",
        ),
        ("2026-13-01", "2026-13-01 does not exist: a year has 12 months", ORDER_HINT),
        ("2026-00-01", "2026-00-01 does not exist: a year has 12 months", ORDER_HINT),
        ("1899-12-31", "the year of 1899-12-31 is not one from 1900 to 2100", YEAR_HINT),
        ("2101-01-01", "the year of 2101-01-01 is not one from 1900 to 2100", YEAR_HINT),
        ("0000-00-00", "the year of 0000-00-00 is not one from 1900 to 2100", YEAR_HINT),
        ("2026-11-22 24:00", "the time 24:00 does not exist", CLOCK_HINT),
        ("2026-11-22 14:60", "the time 14:60 does not exist", CLOCK_HINT),
        ("2026-11-22 14:30:61", "the time 14:30:61 does not exist", CLOCK_HINT),
        (
            "2026-11-22 14:30+14:01",
            "no place on earth has the time +14:01",
            "leave +14:01 out for the time of Europe/Belgrade",
        ),
    ],
)
def test_what_is_no_date_is_refused_with_an_example(text: str, message: str, hint: str) -> None:
    assert wrong(text) == (message, hint)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "2026-03-29 02:30",
            "2026-03-29 02:30 does not exist: the clocks are put forward then",
            "type 2026-03-29 03:30",
        ),
        (
            "2026-03-29 02:00:01",
            "2026-03-29 02:00:01 does not exist: the clocks are put forward then",
            "type 2026-03-29 03:00:01",
        ),
        (
            "2026-10-25 02:30",
            "2026-10-25 02:30 happens twice: the clocks are put back then",
            "type 2026-10-25 02:30+02:00 for the first time, 2026-10-25 02:30+01:00 for the second",
        ),
        (
            "29. marta 2026. u 2.30",
            "2026-03-29 02:30 does not exist: the clocks are put forward then",
            "type 2026-03-29 03:30",
        ),
    ],
)
def test_a_time_that_the_clocks_skip_or_repeat_is_refused(
    text: str, message: str, hint: str
) -> None:
    assert wrong(text) == (message, hint)


@pytest.mark.parametrize("text", ["2026-03-29 01:59", "2026-03-29 03:00", "2026-10-25 01:59"])
def test_a_time_beside_the_change_of_the_clocks_is_read(text: str) -> None:
    assert f"{moment(text).at:%Y-%m-%d %H:%M}" == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("22. novembar 2026.", "type 2026-11-22"),
        ("22. novembra 2026.", "type 2026-11-22"),
        ("22.\u00a0NOVEMBRA 2026. godine", "type 2026-11-22"),
        ("nedelja, 22. novembar 2026. u 14.30 časova", "type 2026-11-22 14:30"),
        ("1. marta 2026", "type 2026-03-01"),
        ("5. maja 2026", "type 2026-05-05"),
        ("5. avg. 2026.", "type 2026-08-05"),
        ("22. новембар 2026.", "type 2026-11-22"),
        ("22. октобра 2026. године", "type 2026-10-22"),
        ("22. новембра 2026. у 9:05", "type 2026-11-22 09:05"),
        ("22 November 2026", "type 2026-11-22"),
        ("22nd Nov. 2026", "type 2026-11-22"),
        ("November 22, 2026", "type 2026-11-22"),
        ("Sunday, November 22nd, 2026 at 14:30", "type 2026-11-22 14:30"),
        ("Sept 5, 2026", "type 2026-09-05"),
        ("22.11.2026.", "type 2026-11-22"),
        ("22. 11. 2026.", "type 2026-11-22"),
        ("22.11.2026", "type 2026-11-22"),
        ("3.4.2026.", "type 2026-04-03"),
        ("22.11.2026. 14:30h", "type 2026-11-22 14:30"),
        ("22/11/2026", "type 2026-11-22"),
        ("11/22/2026", "type 2026-11-22"),
        ("4/4/2026", "type 2026-04-04"),
        ("22-11-2026", "type 2026-11-22"),
        ("3/4/2026", "type 2026-04-03 if the day stands first, 2026-03-04 if the month does"),
        ("3-4-2026", "type 2026-04-03 if the day stands first, 2026-03-04 if the month does"),
        (
            "03/04/2026 9:30",
            "type 2026-04-03 09:30 if the day stands first, 2026-03-04 09:30 if the month does",
        ),
        ("2026/11/22", "type 2026-11-22"),
        ("2026.11.22.", "type 2026-11-22"),
        ("2026-1-5", "type 2026-01-05"),
        ("2026-11-22 9:30", "type 2026-11-22 09:30"),
        ("2026-11-22 14.30", "type 2026-11-22 14:30"),
        ("22.11.26", "type YYYY-11-22, with the year in four digits"),
        ("22. novembar 26.", "type YYYY-11-22, with the year in four digits"),
        ("3/4/26", "type YYYY-04-03 if the day stands first, YYYY-03-04 if the month does"),
    ],
)
def test_a_date_in_another_form_is_answered_with_what_to_type(text: str, hint: str) -> None:
    assert wrong(text) == (f"“{text}” is not typed as year-month-day", hint)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31.11.2026.", "2026-11-31 does not exist: that month has 30 days"),
        ("32. novembar 2026.", "2026-11-32 does not exist: that month has 30 days"),
        ("11/32/2026", "2026-11-32 does not exist: that month has 30 days"),
        ("22.13.2026.", "2026-13-22 does not exist: a year has 12 months"),
        ("22.11.1826.", "the year of 1826-11-22 is not one from 1900 to 2100"),
        ("22.11.2026. 25:00", "the time 25:00 does not exist"),
    ],
)
def test_an_impossible_date_in_another_form_is_called_impossible(text: str, message: str) -> None:
    assert wrong(text)[0] == message


@settings(database=None)
@given(st.text("0123456789 -./:,TZ+novembarнбр²\u00a0\n", max_size=30))
def test_whatever_is_typed_is_a_date_or_a_wrong_date(text: str) -> None:
    with contextlib.suppress(WrongDate):
        assert moment(text).at.tzinfo is BELGRADE


@settings(database=None)
@given(st.integers(-2_000_000_000, 4_000_000_000))
def test_a_time_that_is_written_for_feeds_is_read_as_the_same_moment(seconds: int) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    assert moment(at.isoformat()).at == at
    assert moment(rfc3339(moment(at.isoformat()))).at == at


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "22\u00a0November\u00a02026"),
        ("sr_Latn", "22.\u00a0novembar\u00a02026."),
        ("sr_Cyrl", "22.\u00a0новембар\u00a02026."),
    ],
)
def test_a_day_is_written_in_words_that_do_not_break(locale: str, words: str) -> None:
    assert day_in_words(moment("2026-11-22 23:59"), locale) == words


def test_a_time_is_written_only_when_it_is_known() -> None:
    assert time_in_words(moment("2026-11-22 09:05")) == "09:05"
    assert time_in_words(moment("2026-11-22")) == ""


@pytest.mark.parametrize(
    ("start", "end", "english", "latin", "cyrillic"),
    [
        (
            "2026-11-22",
            None,
            "22 November 2026",
            "22. novembar 2026.",
            "22. новембар 2026.",
        ),
        (
            "2026-11-22",
            "2026-11-22 12:00",
            "22 November 2026",
            "22. novembar 2026.",
            "22. новембар 2026.",
        ),
        (
            "2026-11-22 10:00",
            None,
            "22 November 2026, 10:00",
            "22. novembar 2026, 10:00",
            "22. новембар 2026, 10:00",
        ),
        (
            "2026-11-22 10:00",
            "2026-11-22 10:00",
            "22 November 2026, 10:00",
            "22. novembar 2026, 10:00",
            "22. новембар 2026, 10:00",
        ),
        (
            "2026-11-22 10:00",
            "2026-11-22 14:30",
            "22 November 2026, 10:00–14:30",
            "22. novembar 2026, 10:00–14:30",
            "22. новембар 2026, 10:00–14:30",
        ),
        (
            "2026-11-22",
            "2026-11-24",
            "22–24 November 2026",
            "22–24. novembar 2026.",
            "22–24. новембар 2026.",
        ),
        (
            "2026-11-30",
            "2026-12-02",
            "30 November – 2 December 2026",
            "30. novembar – 2. decembar 2026.",
            "30. новембар – 2. децембар 2026.",
        ),
        (
            "2026-12-30",
            "2027-01-02",
            "30 December 2026 – 2 January 2027",
            "30. decembar 2026 – 2. januar 2027.",
            "30. децембар 2026 – 2. јануар 2027.",
        ),
        (
            "2026-11-22 10:00",
            "2026-11-24 14:00",
            "22 November 2026, 10:00 – 24 November 2026, 14:00",
            "22. novembar 2026, 10:00 – 24. novembar 2026, 14:00",
            "22. новембар 2026, 10:00 – 24. новембар 2026, 14:00",
        ),
        (
            "2026-11-22",
            "2026-11-24 14:00",
            "22 November 2026 – 24 November 2026, 14:00",
            "22. novembar 2026 – 24. novembar 2026, 14:00",
            "22. новембар 2026 – 24. новембар 2026, 14:00",
        ),
    ],
)
def test_a_span_is_written_without_saying_anything_twice(
    start: str, end: str | None, english: str, latin: str, cyrillic: str
) -> None:
    last = moment(end) if end else None
    spans = [span_in_words(moment(start), last, name) for name in ("en", "sr_Latn", "sr_Cyrl")]
    assert [span.replace("\u00a0", " ") for span in spans] == [english, latin, cyrillic]


def test_a_span_breaks_only_behind_its_dash_or_comma() -> None:
    span = span_in_words(moment("2026-11-22 10:00"), moment("2026-11-24 14:00"), "en")
    assert span.split(" ") == [
        "22\u00a0November\u00a02026,",
        "10:00\u00a0–",
        "24\u00a0November\u00a02026,",
        "14:00",
    ]


@pytest.mark.parametrize(
    ("text", "for_pages", "for_feeds"),
    [
        ("2026-11-22", "2026-11-22", "2026-11-22T00:00:00+01:00"),
        ("2026-11-22 14:30", "2026-11-22T14:30:00+01:00", "2026-11-22T14:30:00+01:00"),
    ],
)
def test_programs_get_the_day_alone_in_pages_and_its_beginning_in_feeds(
    text: str, for_pages: str, for_feeds: str
) -> None:
    assert iso(moment(text)) == for_pages
    assert rfc3339(moment(text)) == for_feeds


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("2010-05-12", "2010-05-12"),
        (" 2010-05-12 10:30 ", "2010-05-12 10:30"),
        ("12 May 2010", "2010-05-12"),
        ("12. maja 2010. godine", "2010-05-12"),
        ("12. мај 2010.", "2010-05-12"),
        ("3/4/2010", None),
        ("12. maj 10.", None),
        ("31 February 2010", None),
        ("0000-00-00 00:00:00", None),
        ("2010-03-28 02:30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_of_an_old_text_is_read_when_it_can_be_only_one(
    text: str, typed: str | None
) -> None:
    assert as_typed(text, BELGRADE) == typed
