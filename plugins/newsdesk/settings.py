"""What the house has decided once for the whole site: its editions, lengths and names.

The decisions stand in pelicanconf.py as NEWSDESK_… in capitals; they are read once, here,
and a name that does not exist is a problem, never silently ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, TypeAlias, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError

from newsdesk.language import Language, Texts, language_of
from newsdesk.problems import Message, Problem, SiteError, nearest, say

PREFIX = "NEWSDESK_"
SETTINGS_FILE = "pelicanconf.py"
THE_BEGINNING = datetime(1, 1, 2, tzinfo=UTC)


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
    :param media_pages: ids of the pages that the media centre sends journalists to, in order.
    :param page_length: how many posts one page of a list shows.
    :param feed_length: how many entries a feed holds.
    :param latest_length: how many posts the home page shows below its lead.
    :param hub: address of the WebSub hub that tells subscribers what is new; empty for none.
    :param security_contact: whom to tell of a hole, as `mailto:` or `https:`; for security.txt.
    :param security_expires: the day, such as 2027-11-01, until which that is sure to hold.
    :param now: the time of the build; what opens later is not public. Nothing dated is when the
        time is not known.
    :param logo: the licensed logo, a file of theme/static such as `images/logo.svg`; without it
        the name of the site stands in its place.
    :param social_cards: draw the picture that other sites show beside a link to a page. That takes
        a while the first time, and nobody needs it before the site is on line.
    :param show_unpublished: drafts and scheduled posts are shown too, marked; only the preview may.
    :param search: the search index is made; it takes a while, and only readers on line need it.
    """

    editions: tuple[Edition, ...]
    site_name: Texts
    tagline: Texts
    site_url: str
    zone: ZoneInfo
    id_authority: str
    menu: tuple[str, ...] = ()
    service_pages: tuple[str, ...] = ()
    media_pages: tuple[str, ...] = ()
    page_length: int = 20
    feed_length: int = 50
    latest_length: int = 8
    hub: str = ""
    security_contact: str = ""
    security_expires: str = ""
    now: datetime = THE_BEGINNING
    logo: str = ""
    social_cards: bool = False
    show_unpublished: bool = False
    search: bool = False

    @property
    def is_secure(self) -> bool:
        """Whether the site is served by https."""
        return self.site_url.startswith("https:")

    @property
    def base(self) -> str:
        """The path below which the site stands: empty at the root of a host."""
        return urlsplit(self.site_url).path.rstrip("/")


def read_settings(given: Mapping[str, Any]) -> Settings:
    """Read the house's decisions out of Pelican's settings.

    :raises SiteError: naming every NEWSDESK_… that does not exist, lacks or cannot be so.
    """
    ours = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in given.items()
        if name.startswith(PREFIX)
    }
    mistakes = [*_mistakes(ours, given)]
    if mistakes:
        raise SiteError(Problem(SETTINGS_FILE, 0, *words) for words in mistakes)
    values: dict[str, Any] = {
        **{
            name: tuple(value) if isinstance(value, list) else value for name, value in ours.items()
        },
        "editions": tuple(Edition(**edition) for edition in ours["editions"]),
        "site_url": str(given["SITEURL"]).rstrip("/"),
        "zone": ZoneInfo(given["TIMEZONE"]),
    }
    return Settings(**values)


# What can be wrong with a setting

NAMES = tuple(field.name for field in fields(Settings) if field.name not in {"site_url", "zone"})
NAMES_OF_EDITION = tuple(field.name for field in fields(Edition))
REQUIRED = ("editions", "site_name", "tagline", "id_authority")
LISTS = ("editions", "menu", "service_pages", "media_pages")
LENGTHS = ("page_length", "feed_length", "latest_length")
SWITCHES = ("show_unpublished", "search", "social_cards")
TEXTS = ("site_name", "tagline")
LINES = ("hub", "security_contact", "security_expires", "logo")
WHOLE_ADDRESS = re.compile(r"https?://[^/\s\[\]]+")
# What becomes a part of addresses, or names a folder of content.
PLAIN_NAME = re.compile(r"[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")
AUTHORITY = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+,\d{4}(-\d{2}(-\d{2})?)?")

_Mistake: TypeAlias = tuple[Message, Message | None]


def _mistakes(ours: Mapping[str, Any], given: Mapping[str, Any]) -> Iterator[_Mistake]:
    for name in ours.keys() - NAMES:
        yield say("“{name}” is not a setting", name=_full(name)), _nearest_hint(name)
    for name in REQUIRED:
        if name not in ours:
            yield say("the setting {name} is missing", name=_full(name)), None
    yield from _mistakes_in_kinds(ours)
    yield from _mistakes_in_figures(ours)
    hub = str(ours.get("hub", ""))
    if hub and not WHOLE_ADDRESS.match(hub):
        message = say("{name} is no whole address: “{address}”", name=_full("hub"), address=hub)
        yield message, say("type it like this: https://www.example.org")
    authority = str(ours.get("id_authority", ""))
    if "id_authority" in ours and not AUTHORITY.fullmatch(authority):
        message = say("“{value}” is no domain with a year", value=authority)
        yield message, say("type it like this: www.example.org,2026")
    yield from _mistakes_around(given)
    yield from _mistakes_in_editions(ours)


def _mistakes_in_kinds(ours: Mapping[str, Any]) -> Iterator[_Mistake]:
    """Look whether each is of its kind: a list, a text, a moment."""
    for name in LISTS:
        if not isinstance(ours.get(name, []), list | tuple):
            yield say("{name} must be a list", name=_full(name)), say("put it in [ ]")
        elif name != "editions" and not all(isinstance(each, str) for each in ours.get(name, [])):
            yield say("{name} must hold texts alone", name=_full(name)), say('type them as "…"')
    for name in TEXTS:
        texts = ours.get(name)
        for tag in texts if isinstance(texts, Mapping) else ():
            if tag not in get_args(Language):
                yield _unknown_language(tag)
    for name in LINES:
        if not isinstance(ours.get(name, ""), str):
            hint = say('put it in quotation marks: {name} = "…"', name=_full(name))
            yield say("{name} must be a text", name=_full(name)), hint
    now = ours.get("now", THE_BEGINNING)
    if not isinstance(now, datetime) or now.tzinfo is None:
        yield say("{name} must be a moment with its time zone", name=_full("now")), None


def _mistakes_in_figures(ours: Mapping[str, Any]) -> Iterator[_Mistake]:
    for name in LENGTHS:
        length = ours.get(name, 1)
        if not isinstance(length, int) or isinstance(length, bool) or length < 1:
            yield say("{name} must be a whole number from 1 on", name=_full(name)), None
    for name in SWITCHES:
        if not isinstance(ours.get(name, False), bool):
            yield say("{name} must be True or False", name=_full(name)), None


def _full(name: str) -> str:
    return PREFIX + name.upper()


def _nearest_hint(name: str) -> Message | None:
    closest = nearest(name, NAMES)
    return say("type {name}", name=_full(closest)) if closest else None


def _mistakes_around(given: Mapping[str, Any]) -> Iterator[_Mistake]:
    """Look at the two settings of Pelican that every page depends on."""
    address, zone = str(given.get("SITEURL", "")), str(given.get("TIMEZONE", ""))
    if not WHOLE_ADDRESS.match(address):
        message = say("SITEURL is no whole address: “{address}”", address=address)
        yield message, say("type it like this: https://www.example.org")
    if not _is_zone(zone):
        message = say("TIMEZONE is no zone that we know: “{zone}”", zone=zone)
        yield message, say("type it like this: Europe/Belgrade")


def _is_zone(name: str) -> bool:
    try:
        return ZoneInfo(name) is not None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _mistakes_in_editions(ours: Mapping[str, Any]) -> Iterator[_Mistake]:
    editions = ours.get("editions", ())
    if not isinstance(editions, list | tuple):
        return
    if "editions" in ours and not editions:
        yield say("{name} is empty: there is nothing to publish", name=_full("editions")), None
    wrong = [mistake for edition in editions for mistake in _mistakes_in(edition)]
    yield from wrong
    if not wrong:
        yield from _doubles(editions)
        yield from _not_said(editions, ours)


def _mistakes_in(edition: object) -> Iterator[_Mistake]:
    if not isinstance(edition, Mapping):
        yield say("an edition must be a group of names and values"), say("put it in {{ }}")
        return
    for name in edition.keys() - NAMES_OF_EDITION:
        names = ", ".join(NAMES_OF_EDITION)
        message = say("an edition has no “{name}”", name=name)
        yield message, say("it has: {names}", names=names)
    for name in NAMES_OF_EDITION:
        if not isinstance(edition.get(name), str):
            shown = edition.get("name", edition.get("key", "?"))
            yield say("the edition “{edition}” lacks its {name}", edition=shown, name=name), None
    for name in ("prefix", "folder"):
        value = edition.get(name)
        if isinstance(value, str) and not PLAIN_NAME.fullmatch(value):
            message = say("“{value}” cannot be the {name} of an edition", value=value, name=name)
            yield message, say("type letters a–z, digits and hyphens alone, such as sr-cyrl")
    yield from _unknown_values(str(edition.get("key", "en")), str(edition.get("locale", "en")))


def _unknown_values(key: str, locale: str) -> Iterator[_Mistake]:
    if key not in get_args(Language):
        yield _unknown_language(key)
    if not _is_locale(locale):
        message = say("“{locale}” is no locale that CLDR knows", locale=locale)
        yield message, say("type it like this: sr_Latn")


def _unknown_language(key: object) -> _Mistake:
    message = say("“{key}” is no language that we know", key=str(key))
    return message, say("type one of: {keys}", keys=", ".join(get_args(Language)))


def _is_locale(name: str) -> bool:
    try:
        return Locale.parse(name) is not None
    except (UnknownLocaleError, ValueError):
        return False


def _doubles(editions: Sequence[Mapping[str, str]]) -> Iterator[_Mistake]:
    """Two editions must not have one language and script, nor one address."""
    for name in ("key", "prefix"):
        values = [edition[name] for edition in editions]
        for value in {value for value in values if values.count(value) > 1}:
            yield say("two editions have the {name} “{value}”", name=name, value=value), None


def _said_in(texts: object) -> list[str]:
    """Give the languages in which there are words."""
    if not isinstance(texts, Mapping):
        return []
    return [tag for tag, words in texts.items() if isinstance(tag, str) and isinstance(words, str)]


def _not_said(editions: Sequence[Mapping[str, str]], ours: Mapping[str, Any]) -> Iterator[_Mistake]:
    """What stands on every page is said in every language; one script of Serbian is enough."""
    for name in TEXTS:
        texts = ours.get(name)
        said = {language_of(tag) for tag in _said_in(texts)}
        for edition in editions:
            if name in ours and language_of(edition["key"]) not in said:
                message = say("{name} says nothing in {tag}", name=_full(name), tag=edition["key"])
                yield message, say('type it like this: "{tag}": "…"', tag=edition["key"])
