"""What a page shows, as plain values: the templates see these and nothing else.

A page is a function of its template, the site's view and the page's view. Texts are plain
strings, escaped by the template; `Markup` marks the few that are HTML already.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from newsdesk.mail import Letter


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class EditionLink:
    """A way to the same page in another language or script.

    :param address: None where that edition lacks the page; the switch then says so.
    :param canonical: the same address, absolute, for search engines.
    """

    name: str
    lang: str
    address: str | None
    canonical: str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that belongs to a page: announced in its head and named in its text."""

    title: str
    address: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day for machines (ISO 8601) and in words."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class Category:
    """A subject of the newsroom.

    :param colour: the name of its colour in the palette.
    :param count: how many posts of this edition stand in it.
    """

    slug: str
    name: str
    description: str
    colour: str
    address: str
    count: int
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks or writes, with what they do and where."""

    name: str
    role: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that organised, supported or published something."""

    name: str
    short: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the media can ask.

    :param placeholder: the particulars are examples that must be replaced.
    """

    name: str
    role: str
    email: str
    telephone: str
    hours: str
    placeholder: bool


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that tells the story, and the sentence that says what it counts."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A year, or a span of years, in a history.

    :param anchor: its place within the page, so that it can be linked to.
    :param decade: the first year of its decade.
    """

    years: str
    decade: int
    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Original:
    """Where an archive item was published before.

    :param day: None when the source gives no date; the page then says so.
    """

    publisher: str
    title: str | None
    url: str | None
    day: Day | None


@dataclass(frozen=True, slots=True)
class Teaser:
    """A post as a list shows it."""

    title: Markup
    summary: str
    address: str
    day: Day
    year: int
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The next older or newer post."""

    title: Markup
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of an edition shares.

    :param menu: the main navigation.
    :param service_pages: the links at the foot.
    :param stylesheet: address of the one style sheet.
    :param script: address of the one small script, which no page needs.
    :param icon: address of the small picture that browsers show beside a title.
    """

    name: str
    tagline: str
    lang: str
    home: str
    menu: tuple[Link, ...]
    service_pages: tuple[Link, ...]
    stylesheet: str
    script: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has.

    :param path: the file that is written, relative to the output folder.
    :param canonical: its absolute address; None for pages without one, such as 404.
    :param title: the whole text of `<title>`, plain.
    :param heading: the one first-level heading.
    :param editions: the same page in every edition, for the switch.
    :param for_everyone: absolute address for readers whose language no edition speaks.
    :param source: the file in content/ that it comes from, for messages.
    """

    path: str
    template: str
    canonical: str | None
    title: str
    heading: Markup
    description: str
    editions: tuple[EditionLink, ...]
    feeds: tuple[FeedLink, ...] = ()
    breadcrumbs: tuple[Link, ...] = ()
    source: str | None = None
    for_everyone: str | None = None

    @property
    def address(self) -> str | None:
        """The address within the site, as links of the site name it."""
        return urlsplit(self.canonical).path if self.canonical else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage(Page):
    """A page of the house, such as its mission or its history."""

    summary: str
    body: Markup
    timeline: tuple[Milestone, ...]
    contacts: tuple[Contact, ...]
    letter: Letter
    mail_link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """A post of the newsroom, whole."""

    summary: str
    body: Markup
    day: Day
    reading_minutes: int
    categories: tuple[Category, ...]
    original: Original | None
    organisers: tuple[Organisation, ...]
    partners: tuple[Organisation, ...]
    speakers: tuple[Person, ...]
    key_figures: tuple[KeyFigure, ...]
    letter: Letter
    mail_link: str
    related: tuple[Teaser, ...]
    older: Neighbour | None
    newer: Neighbour | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The front of an edition."""

    lead: Teaser | None
    latest: tuple[Teaser, ...]
    categories: tuple[Category, ...]
    mission: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoriesPage(Page):
    """Every subject, with what belongs to it."""

    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryPage(Page):
    """One leaf of the list of posts in a category.

    :param leaf: counted from 1, of `leaves`.
    """

    category: Category
    posts: tuple[Teaser, ...]
    leaf: int
    leaves: int
    newer: str | None
    older: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePage(Page):
    """Every post of an edition by year, newest first."""

    years: tuple[tuple[int, tuple[Teaser, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage(Page):
    """What a reader sees where nothing is."""

    latest: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePage(Page):
    """The root of the site: choose a language; the latest news of each."""

    latest: tuple[tuple[EditionLink, tuple[Teaser, ...]], ...]
