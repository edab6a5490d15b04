"""What the house has decided once for the whole site: its editions, lengths and names.

The decisions stand in pelicanconf.py as NEWSDESK_… in capitals; they are read once, here,
and a name that does not exist is a problem, never silently ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newsdesk.language import Texts
from newsdesk.problems import Problem, SiteError, nearest, say

PREFIX = "NEWSDESK_"
SETTINGS_FILE = "pelicanconf.py"


@dataclass(frozen=True, slots=True)
class Edition:
    """One language in one script, with its own home, feeds and addresses.

    :param key: the language tag that stands in `<html lang>` (BCP 47), such as `sr-Latn`.
    :param prefix: the first part of every address of the edition, such as `sr`.
    :param folder: the folder in content/ whose posts the edition shows.
    :param locale: the name under which CLDR knows its dates and plurals, such as `sr_Latn`.
    :param name: what its own readers call it.
    """

    key: str
    prefix: str
    folder: str
    locale: str
    name: str


@dataclass(frozen=True, slots=True)
class Settings:
    """All decisions of the house.

    :param editions: in the order in which a reader may choose them.
    :param site_name: the name of the site in each language.
    :param tagline: the line above every page in each language.
    :param site_url: where the site stands on line, without a slash at its end.
    :param zone: the time zone of every date that names none.
    :param id_authority: what the permanent ids of feeds begin with (RFC 4151: a name and a year).
        It must never change, even when the site moves: readers know our entries by it.
    :param menu: ids of the pages that the main menu shows, in order.
    :param service_pages: ids of the pages that the foot of every page links to.
    :param page_length: how many posts one page of a list shows.
    :param feed_length: how many entries a feed holds.
    :param latest_length: how many posts the home page shows below its lead.
    """

    editions: tuple[Edition, ...]
    site_name: Texts
    tagline: Texts
    site_url: str
    zone: ZoneInfo
    id_authority: str
    menu: tuple[str, ...] = ()
    service_pages: tuple[str, ...] = ()
    page_length: int = 20
    feed_length: int = 50
    latest_length: int = 8

    @property
    def base(self) -> str:
        """The path below which the site stands: empty at the root of a host."""
        return urlsplit(self.site_url).path.rstrip("/")


def read_settings(given: Mapping[str, Any]) -> Settings:
    """Read the house's decisions out of Pelican's settings.

    :raises SiteError: naming every NEWSDESK_… that does not exist or lacks.
    """
    ours = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in given.items()
        if name.startswith(PREFIX)
    }
    problems = [*_unknown(ours), *_missing(ours)]
    if problems:
        raise SiteError(problems)
    values: dict[str, Any] = {
        **{
            name: tuple(value) if isinstance(value, list) else value for name, value in ours.items()
        },
        "editions": tuple(Edition(**edition) for edition in ours["editions"]),
        "site_url": str(given["SITEURL"]).rstrip("/"),
        "zone": ZoneInfo(given["TIMEZONE"]),
    }
    return Settings(**values)


NAMES = tuple(field.name for field in fields(Settings) if field.name not in {"site_url", "zone"})
REQUIRED = ("editions", "site_name", "tagline", "id_authority")


def _unknown(ours: Mapping[str, Any]) -> list[Problem]:
    problems = []
    for name in ours:
        if name in NAMES:
            continue
        known = nearest(name, NAMES)
        hint = say("type {name}", name=PREFIX + known.upper()) if known else None
        message = say("“{name}” is not a setting", name=PREFIX + name.upper())
        problems.append(Problem(SETTINGS_FILE, 0, message, hint))
    return problems


def _missing(ours: Mapping[str, Any]) -> list[Problem]:
    return [
        Problem(SETTINGS_FILE, 0, say("the setting {name} is missing", name=PREFIX + name.upper()))
        for name in REQUIRED
        if name not in ours
    ]
