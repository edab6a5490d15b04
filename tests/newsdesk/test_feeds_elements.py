"""Dates and characters in feeds: read the same in every country and by every program."""

from __future__ import annotations

import locale
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsdesk.feeds.elements import add, document, legal, rfc822, rfc3339, root

BELGRADE = timezone(timedelta(hours=1))
NEW_YORK = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("moment", "for_atom", "for_rss"),
    [
        (
            datetime(2026, 11, 23, 10, 0, tzinfo=BELGRADE),
            "2026-11-23T10:00:00+01:00",
            "Mon, 23 Nov 2026 10:00:00 +0100",
        ),
        (
            datetime(2026, 1, 2, 3, 4, 5, 678_901, tzinfo=NEW_YORK),
            "2026-01-02T03:04:05-05:00",
            "Fri, 02 Jan 2026 03:04:05 -0500",
        ),
        (
            datetime(1947, 8, 31, tzinfo=UTC),
            "1947-08-31T00:00:00+00:00",
            "Sun, 31 Aug 1947 00:00:00 +0000",
        ),
    ],
)
def test_a_moment_is_written_with_its_zone(moment: datetime, for_atom: str, for_rss: str) -> None:
    assert rfc3339(moment) == for_atom
    assert rfc822(moment) == for_rss


def test_a_day_is_written_without_a_time() -> None:
    assert rfc3339(date(2026, 11, 23)) == "2026-11-23"


def test_days_and_months_are_english_whatever_the_machine_speaks() -> None:
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "sr_RS.UTF-8")
    except locale.Error:
        locale.setlocale(locale.LC_TIME, "C")
    try:
        assert rfc822(datetime(2026, 5, 4, tzinfo=UTC)) == "Mon, 04 May 2026 00:00:00 +0000"
    finally:
        locale.setlocale(locale.LC_TIME, before)


@pytest.mark.parametrize("write", [rfc3339, rfc822])
def test_a_moment_without_a_zone_is_a_bug(write: Callable[[datetime], str]) -> None:
    with pytest.raises(ValueError, match=r"^the moment 2026-11-23T10:00:00 has no time zone$"):
        write(datetime(2026, 11, 23, 10, 0))  # noqa: DTZ001  # its lack is what is tested


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("]]> & <b> \"'", "]]> & <b> \"'"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x00a\x08\x0b\x0c\x1f\x7f\x85\x9fb", "ab"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufffeb\uffffc", "abc"),
        ("😀 👩\u200d👧 \u2067שלום\u2069 ж\u0301", "😀 👩\u200d👧 \u2067שלום\u2069 ж\u0301"),
    ],
)
def test_only_what_xml_cannot_hold_is_dropped(text: str, kept: str) -> None:
    assert legal(text) == kept


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back_from_a_document(text: str) -> None:
    element = root("rss", (), "en")
    add(element, "title", text, label=text)
    title = etree.fromstring(document(element, ""))[0]
    assert title.text == (legal(text) or None)
    assert title.get("label", "") == legal(text)


def test_a_style_sheet_stands_before_the_feed() -> None:
    element = root("rss", ("atom",), "sr-Latn")
    assert document(element, '/feed.css?a=1&b="2"?>') == (
        b"<?xml version='1.0' encoding='UTF-8'?>\n"
        b'<?xml-stylesheet type="text/css" href="/feed.css?a=1&amp;b=&quot;2&quot;?&gt;"?>\n'
        b'<rss xml:lang="sr-Latn"/>\n'
    )
