"""A reader puts an event into a calendar; nothing of the file depends on when the site is built."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser
from small_site import ALL_PLUGINS, SmallSite, many, post

from newsdesk.problems import SiteError

DAY = post(
    "Milk day",
    slug="milk-day",
    type="event",
    starts="2026-12-01 10:00",
    ends="2026-12-01 16:00",
    venue="Palace of Serbia, Belgrade",
)
FILES = {**many(1), "content/en/articles/day.md": DAY}
PATH = "en/events/milk-day/event.ics"


def test_the_page_of_an_event_offers_its_file_and_it_is_there(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, FILES)
    site.build()

    html = LexborHTMLParser(site.read("en/events/milk-day/index.html"))
    (link,) = html.css("a[href$='.ics']")
    assert link.attributes["href"] == f"/{PATH}"
    (found,) = Calendar.from_ical(site.read(PATH)).walk("VEVENT")
    assert found["summary"] == "Milk day"
    assert [path for path in site.snapshot() if path.endswith(".ics")] == [
        PATH,
        *(f"{prefix}/feeds/events.ics" for prefix in ("en", "sr", "sr-cyrl")),
    ]


def test_a_second_build_touches_no_calendar(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, FILES)
    site.build()
    before = site.snapshot()[PATH]
    site.build()

    assert site.snapshot()[PATH] == before


def test_without_this_plugin_the_gate_of_links_stops_the_build(tmp_path: Path) -> None:
    plugins = [name for name in ALL_PLUGINS if name != "event_invitations"]
    site = SmallSite.in_folder(tmp_path, FILES, PLUGINS=plugins)

    with pytest.raises(SiteError) as error:
        site.build()
    assert str(error.value).splitlines()[0] == (
        f"theme/templates/article.html: the link “/{PATH}” leads nowhere"
    )
