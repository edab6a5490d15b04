"""The decisions of the house are read once; what cannot be so is told, never passed over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newsdesk.problems import SiteError
from newsdesk.settings import Edition, Settings, read_settings

ENGLISH = {"key": "en", "prefix": "en", "folder": "en", "locale": "en_GB", "name": "English"}
SERBIAN = {"key": "sr-Latn", "prefix": "sr", "folder": "sr", "locale": "sr_Latn", "name": "Srpski"}
CYRILLIC = SERBIAN | {"key": "sr-Cyrl", "prefix": "sr-cyrl", "locale": "sr_Cyrl"}
GIVEN: dict[str, Any] = {
    "SITEURL": "https://example.org/serbia/",
    "TIMEZONE": "Europe/Belgrade",
    "THEME": "theme",
    "NEWSDESK_EDITIONS": [ENGLISH, SERBIAN, CYRILLIC],
    "NEWSDESK_SITE_NAME": {"en": "UNICEF Serbia", "sr-Latn": "UNICEF Srbija"},
    "NEWSDESK_TAGLINE": {"en": "for every child", "sr-Latn": "za svako dete"},
    "NEWSDESK_ID_AUTHORITY": "example.org,2026",
    "NEWSDESK_MENU": ["miss01"],
    "NEWSDESK_FEED_LENGTH": 30,
}


LANGUAGES = "en, sr-Latn, sr-Cyrl, bg, bs, hr, hu, mk, ro, rom, sk, sq"
WRONG_MENUS: tuple[list[Any], ...] = ([5], [{}], ["miss01", None])


def told(**changes: object) -> str:
    """Give the whole text that a person reads."""
    with pytest.raises(SiteError) as caught:
        read_settings(GIVEN | changes)
    return str(caught.value)


def test_the_house_is_read_out_of_the_settings_of_pelican() -> None:
    assert read_settings(GIVEN) == Settings(
        editions=(
            Edition("en", "en", "en", "en_GB", "English"),
            Edition("sr-Latn", "sr", "sr", "sr_Latn", "Srpski"),
            Edition("sr-Cyrl", "sr-cyrl", "sr", "sr_Cyrl", "Srpski"),
        ),
        site_name={"en": "UNICEF Serbia", "sr-Latn": "UNICEF Srbija"},
        tagline={"en": "for every child", "sr-Latn": "za svako dete"},
        site_url="https://example.org/serbia",
        zone=ZoneInfo("Europe/Belgrade"),
        id_authority="example.org,2026",
        menu=("miss01",),
        service_pages=(),
        page_length=20,
        feed_length=30,
        latest_length=8,
    )


@pytest.mark.parametrize(
    ("site_url", "base"),
    [
        ("https://example.org", ""),
        ("https://example.org/", ""),
        ("https://example.org/serbia", "/serbia"),
        ("http://127.0.0.1:8000/a/b/", "/a/b"),
    ],
)
def test_the_base_is_the_path_below_which_the_site_stands(site_url: str, base: str) -> None:
    assert read_settings(GIVEN | {"SITEURL": site_url}).base == base


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"NEWSDESK_PAGE_LENGHT": 10},
            "“NEWSDESK_PAGE_LENGHT” is not a setting\n    Hint: type NEWSDESK_PAGE_LENGTH",
        ),
        ({"NEWSDESK_COLOUR_OF_IT_ALL": 1}, "“NEWSDESK_COLOUR_OF_IT_ALL” is not a setting"),
        # What Pelican says for us may not be said twice.
        ({"NEWSDESK_ZONE": "UTC"}, "“NEWSDESK_ZONE” is not a setting"),
        (
            {"NEWSDESK_MENU": "miss01"},
            "NEWSDESK_MENU must be a list\n    Hint: put it in [ ]",
        ),
        (
            {"NEWSDESK_EDITIONS": ENGLISH},
            "NEWSDESK_EDITIONS must be a list\n    Hint: put it in [ ]",
        ),
        ({"NEWSDESK_EDITIONS": []}, "NEWSDESK_EDITIONS is empty: there is nothing to publish"),
        (
            {"NEWSDESK_EDITIONS": ["en"]},
            "an edition must be a group of names and values\n    Hint: put it in { }",
        ),
        (
            {"NEWSDESK_EDITIONS": [ENGLISH | {"tagline": "for all"}]},
            "an edition has no “tagline”\n    Hint: it has: key, prefix, folder, locale, name",
        ),
        (
            {"NEWSDESK_EDITIONS": [{k: v for k, v in ENGLISH.items() if k != "prefix"}]},
            "the edition “English” lacks its prefix",
        ),
        (
            {"NEWSDESK_EDITIONS": [ENGLISH | {"key": "sr"}]},
            (
                "“sr” is no language that we know\n"
                "    Hint: type one of: en, sr-Latn, sr-Cyrl, bg, bs, hr, hu, mk, ro, rom, sk, sq"
            ),
        ),
        (
            {"NEWSDESK_EDITIONS": [ENGLISH | {"locale": "en_EN"}]},
            "“en_EN” is no locale that CLDR knows\n    Hint: type it like this: sr_Latn",
        ),
        (
            {"NEWSDESK_EDITIONS": [ENGLISH, SERBIAN, SERBIAN | {"prefix": "lat"}]},
            "two editions have the key “sr-Latn”",
        ),
        (
            {"NEWSDESK_EDITIONS": [ENGLISH, SERBIAN, CYRILLIC | {"prefix": "sr"}]},
            "two editions have the prefix “sr”",
        ),
        (
            {"NEWSDESK_TAGLINE": {"sr-Cyrl": "за свако дете"}},
            'NEWSDESK_TAGLINE says nothing in en\n    Hint: type it like this: "en": "…"',
        ),
        *(
            (
                {"NEWSDESK_FEED_LENGTH": length},
                "NEWSDESK_FEED_LENGTH must be a whole number from 1 on",
            )
            for length in ("20", 0, -1, 2.5, True)
        ),
        *(
            (
                {"NEWSDESK_TAGLINE": {"en": "for all", "sr-Latn": "za sve", tag: "x"}},
                f"“{tag}” is no language that we know\n    Hint: type one of: {LANGUAGES}",
            )
            for tag in (5, "sr")
        ),
        (
            {"NEWSDESK_TAGLINE": {"en": 5, "sr-Latn": "za svako dete"}},
            'NEWSDESK_TAGLINE says nothing in en\n    Hint: type it like this: "en": "…"',
        ),
        *(
            (
                {"NEWSDESK_MENU": menu},
                'NEWSDESK_MENU must hold texts alone\n    Hint: type them as "…"',
            )
            for menu in WRONG_MENUS
        ),
        *(
            (
                {f"NEWSDESK_{name}": 5},
                (
                    f"NEWSDESK_{name} must be a text\n"
                    f'    Hint: put it in quotation marks: NEWSDESK_{name} = "…"'
                ),
            )
            for name in ("SECURITY_CONTACT", "SECURITY_EXPIRES", "LOGO")
        ),
        *(
            ({"NEWSDESK_NOW": now}, "NEWSDESK_NOW must be a moment with its time zone")
            for now in ("2027-01-01", datetime(2027, 1, 1))  # noqa: DTZ001 - that is what is wrong
        ),
        *(
            (
                {"NEWSDESK_EDITIONS": [ENGLISH | {name: value}]},
                (
                    f"“{value}” cannot be the {name} of an edition\n"
                    "    Hint: type letters a–z, digits and hyphens alone, such as sr-cyrl"
                ),
            )
            for name in ("prefix", "folder")
            for value in ("../x", "", "a b", "/etc", "a/b", ".")
        ),
        ({"NEWSDESK_SOCIAL_CARDS": "yes"}, "NEWSDESK_SOCIAL_CARDS must be True or False"),
        (
            {"SITEURL": "https://[x/"},
            (
                "SITEURL is no whole address: “https://[x/”\n"
                "    Hint: type it like this: https://www.example.org"
            ),
        ),
        (
            {"NEWSDESK_ID_AUTHORITY": "Example.org"},
            (
                "“Example.org” is no domain with a year\n"
                "    Hint: type it like this: www.example.org,2026"
            ),
        ),
        (
            {"SITEURL": "example.org"},
            (
                "SITEURL is no whole address: “example.org”\n"
                "    Hint: type it like this: https://www.example.org"
            ),
        ),
        (
            {"TIMEZONE": "Belgrade"},
            (
                "TIMEZONE is no zone that we know: “Belgrade”\n"
                "    Hint: type it like this: Europe/Belgrade"
            ),
        ),
        (
            {"TIMEZONE": "../Belgrade"},
            (
                "TIMEZONE is no zone that we know: “../Belgrade”\n"
                "    Hint: type it like this: Europe/Belgrade"
            ),
        ),
    ],
)
def test_a_decision_that_cannot_be_so_is_told(changes: dict[str, Any], expected: str) -> None:
    assert told(**changes) == f"pelicanconf.py: {expected}"


@pytest.mark.parametrize("name", ["EDITIONS", "SITE_NAME", "TAGLINE", "ID_AUTHORITY"])
def test_a_decision_that_must_be_made_is_asked_for(name: str) -> None:
    given = {key: value for key, value in GIVEN.items() if key != f"NEWSDESK_{name}"}

    with pytest.raises(SiteError) as caught:
        read_settings(given)

    assert str(caught.value) == f"pelicanconf.py: the setting NEWSDESK_{name} is missing"


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert told(NEWSDESK_MENUE=[], NEWSDESK_PAGE_LENGTH=0, SITEURL="") == (
        "pelicanconf.py: NEWSDESK_PAGE_LENGTH must be a whole number from 1 on\n"
        "pelicanconf.py: SITEURL is no whole address: “”\n"
        "    Hint: type it like this: https://www.example.org\n"
        "pelicanconf.py: “NEWSDESK_MENUE” is not a setting\n"
        "    Hint: type NEWSDESK_MENU"
    )


def test_one_script_is_enough_for_both_editions_of_a_language() -> None:
    tagline = {"en": "for every child", "sr-Cyrl": "за свако дете"}

    assert read_settings(GIVEN | {"NEWSDESK_TAGLINE": tagline}).tagline == tagline


# The time of a build


def test_the_time_of_the_build_comes_with_the_settings() -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    house = read_settings(GIVEN | {"NEWSDESK_NOW": now, "NEWSDESK_SHOW_UNPUBLISHED": True})

    assert (house.now, house.show_unpublished) == (now, True)


def test_without_a_time_nothing_that_has_a_day_has_come() -> None:
    house = read_settings(GIVEN)

    assert house.now < datetime(2, 1, 1, tzinfo=UTC)
    assert not house.show_unpublished
