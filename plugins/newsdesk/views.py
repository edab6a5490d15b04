"""What a page shows, as plain values: the templates see these and nothing else.

A page is a function of its template, the site's view and the page's view. Texts are plain
strings, escaped by the template; `Markup` marks the few that are HTML already. None has slots:
without them, a value is named by its digest in half the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from markupsafe import Markup

from newsdesk.cards.drawn import Card
from newsdesk.cards.photographed import PhotoCard
from newsdesk.mail import Letter
from newsdesk.photos.prints import Picture


@dataclass(frozen=True)
class Link:
    """A text that leads somewhere."""

    text: str
    address: str


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class FeedLink:
    """A feed that belongs to a page: announced in its head and named in its text."""

    title: str
    address: str
    media_type: str


@dataclass(frozen=True)
class FeedChoice:
    """A feed as somebody chooses it who has never followed one.

    :param holds: what one gets by it, in a sentence.
    :param page: address of the page whose posts it brings.
    :param address: absolute, to be copied into a program.
    :param links: the same feed in every format.
    """

    title: str
    holds: str
    page: str
    address: str
    links: tuple[FeedLink, ...]


@dataclass(frozen=True)
class FeedGroup:
    """Feeds that one chooses from."""

    title: str
    feeds: tuple[FeedChoice, ...]


@dataclass(frozen=True)
class Day:
    """A day for machines (ISO 8601) and in words."""

    iso: str
    words: str


@dataclass(frozen=True)
class Category:
    """A subject of the newsroom.

    :param colour: the name of its colour in the palette.
    :param count: how many posts of this edition stand in it, where a page says so.
    :param ended: since when it is no more.
    :param instead: the category that has taken its place.
    """

    slug: str
    name: str
    description: str
    colour: str
    address: str
    feeds: tuple[FeedLink, ...]
    count: int = 0
    ended: Day | None = None
    instead: Link | None = None


@dataclass(frozen=True)
class Person:
    """Somebody who speaks or writes, with what they do and where."""

    name: str
    role: str
    organisation: str


@dataclass(frozen=True)
class Organisation:
    """A body that organised, supported or published something."""

    name: str
    short: str | None
    url: str | None


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Spokesperson:
    """Somebody whom the media can interview.

    :param speaks_on: the subjects, in words.
    :param languages: in which an interview can be given, in words.
    :param placeholder: the particulars are examples that must be replaced.
    """

    person: Person
    speaks_on: str
    languages: str
    placeholder: bool


@dataclass(frozen=True)
class KeyFigure:
    """A number that tells the story, and the sentence that says what it counts."""

    value: str
    text: str


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Original:
    """Where an archive item was published before.

    :param day: None when the source gives no date; the page then says so.
    """

    publisher: str
    title: str | None
    url: str | None
    day: Day | None


@dataclass(frozen=True)
class Boilerplate:
    """A standing text below a release, such as “About UNICEF in Serbia”."""

    title: str
    text: str


@dataclass(frozen=True)
class Occasion:
    """When and where an event takes place.

    :param words: day and hours as people say them.
    :param starts: for machines (ISO 8601); likewise `ends`, which may be unknown.
    :param invitation: address of the file that puts it into a calendar.
    """

    words: str
    starts: str
    ends: str | None
    venue: str
    invitation: str


@dataclass(frozen=True)
class Download:
    """A file to take away.

    :param lang: the language of the file.
    :param language: its name, in the language of the page.
    :param file_format: such as PDF.
    :param size: in words, such as 1.2 MB.
    """

    title: str
    address: str
    lang: str
    language: str
    file_format: str
    size: str


@dataclass(frozen=True)
class PressKit:
    """All that a newsroom needs to print a post, as one ZIP.

    :param size: in words, such as 1.2 MB.
    """

    address: str
    size: str


@dataclass(frozen=True)
class Photo:
    """A photograph with what belongs to it.

    :param picture: its files and their sizes.
    """

    picture: Picture
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Drawing:
    """A drawing of our own, for a post without a photograph. It only decorates: its alt is empty.

    :param path: the file that is written, relative to the output folder.
    :param svg: the file itself, for a page that would rather hold it than ask for it.
    """

    path: str
    address: str
    width: int
    height: int
    svg: Markup


@dataclass(frozen=True)
class SharedImage:
    """The picture that other sites show beside a link to a page.

    :param card: what it is made of.
    :param address: absolute, as other sites need it.
    """

    card: Card | PhotoCard
    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Change:
    """A correction that readers are told of.

    :param is_major: the meaning changed.
    """

    day: Day
    note: str
    is_major: bool


@dataclass(frozen=True)
class Withdrawal:
    """The notice on a post that no longer stands.

    :param replaced_by: the post that takes its place.
    """

    day: Day
    explanation: str
    replaced_by: Link | None


@dataclass(frozen=True)
class Correction:
    """What was put right in a post, or that it was withdrawn, as a list of corrections shows it."""

    title: Markup
    address: str
    day: Day
    note: str
    is_withdrawal: bool


@dataclass(frozen=True)
class Teaser:
    """A post as a list shows it.

    :param kind: what it is, such as “Press release”.
    :param mark: “Draft” or the like: only the preview shows posts that are not public yet.
    :param occasion: when and where it takes place, for an event.
    :param photo: its lead photo, where it leads a page; likewise the `drawing` in place of one.
    """

    title: Markup
    summary: str
    address: str
    day: Day
    year: int
    categories: tuple[Category, ...]
    kind: str = ""
    mark: str | None = None
    occasion: Occasion | None = None
    photo: Photo | None = None
    drawing: Drawing | None = None


@dataclass(frozen=True)
class Section:
    """Posts that stand under one heading of a list, such as those of a year."""

    heading: str
    posts: tuple[Teaser, ...]


@dataclass(frozen=True)
class Entry:
    """A page or a list that another page leads to.

    :param summary: a sentence on what is there.
    :param count: how many posts it holds.
    """

    text: str
    address: str
    summary: str = ""
    count: int | None = None


@dataclass(frozen=True)
class Neighbour:
    """The next older or newer post."""

    title: Markup
    address: str


@dataclass(frozen=True)
class Logo:
    """The licensed logo, in place of the name of the site; its alt is that name.

    :param width: in pixels, as is the height; a style may make it smaller in proportion.
    """

    address: str
    width: int
    height: int


@dataclass(frozen=True)
class Site:
    """What every page of an edition shares.

    :param locale: language and country, as other sites name them (Open Graph), such as `sr_RS`.
    :param menu: the main navigation.
    :param service_pages: the links at the foot.
    :param media: the page where journalists begin.
    :param feeds: the page that names every feed.
    :param stylesheet: address of the one style sheet.
    :param script: address of the one small script, which no page needs.
    :param icon: address of the small picture that browsers show beside a title.
    :param search: address of the page on which one searches, and of its script.
    :param logo: None as long as the house has not dropped one in.
    """

    name: str
    tagline: str
    lang: str
    locale: str
    home: str
    menu: tuple[Link, ...]
    service_pages: tuple[Link, ...]
    media: Link
    feeds: Link
    stylesheet: str
    script: str
    icon: str
    search: str
    search_script: str
    logo: Logo | None = None


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """What the rest of the site knows of a page: where it is, in which editions, and from what.

    :param path: the file that is written, relative to the output folder.
    :param canonical: its absolute address; None for pages without one, such as 404.
    :param title: the whole text of `<title>`, plain.
    :param editions: the same page in every edition, for the switch.
    :param for_everyone: absolute address for readers whose language no edition speaks.
    :param source: the file in content/ that it comes from, for messages.
    """

    path: str
    template: str
    canonical: str | None
    title: str
    editions: tuple[EditionLink, ...]
    source: str | None = None
    for_everyone: str | None = None


@dataclass(frozen=True, kw_only=True)
class Page(Particulars):
    """What every page has.

    :param heading: the one first-level heading.
    :param image: what other sites show beside a link to it, where cards are made.
    """

    heading: Markup
    description: str
    image: SharedImage | None = None
    feeds: tuple[FeedLink, ...] = ()
    breadcrumbs: tuple[Link, ...] = ()

    @property
    def particulars(self) -> Particulars:
        """What the rest of the site knows of the page."""
        names = (each.name for each in fields(Particulars))
        return Particulars(**{name: getattr(self, name) for name in names})

    @property
    def address(self) -> str | None:
        """The address within the site, as links of the site name it."""
        return urlsplit(self.canonical).path if self.canonical else None


@dataclass(frozen=True, kw_only=True)
class TextPage(Page):
    """A page of the house, such as its mission or its history."""

    summary: str
    body: Markup
    timeline: tuple[Milestone, ...]
    contacts: tuple[Contact, ...]
    letter: Letter
    mail_link: str
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None
    mark: str | None = None


@dataclass(frozen=True, kw_only=True)
class ProgrammePage(TextPage):
    """A part of the country programme, with its newest posts below.

    :param older: address of the next leaf of its posts.
    """

    posts: tuple[Teaser, ...]
    leaf: int = 0
    newer: str | None = None
    older: str | None = None


@dataclass(frozen=True, kw_only=True)
class ArticlePage(Page):
    """A post of the newsroom, whole.

    :param kind: what it is, such as “Press release”; `type` is the same as headers have it.
    :param dateline: where and when a release was given out, in words.
    :param notes: notes to editors.
    :param mark: “Draft” or the like: only the preview shows posts that are not public yet.
    """

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
    kind: str = ""
    type: str = "news"
    dateline: str | None = None
    authors: tuple[Person, ...] = ()
    occasion: Occasion | None = None
    downloads: tuple[Download, ...] = ()
    press_kit: PressKit | None = None
    lead_photo: Photo | None = None
    photos: tuple[Photo, ...] = ()
    contacts: tuple[Contact, ...] = ()
    notes: Markup | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    topics: tuple[Entry, ...] = ()
    location: str | None = None
    programme: Link | None = None
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None
    mark: str | None = None


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """The front of an edition.

    :param programmes: the parts of the country programme.
    :param events: the next ones to come.
    :param release: the newest press release.
    """

    lead: Teaser | None
    latest: tuple[Teaser, ...]
    categories: tuple[Category, ...]
    mission: Link | None
    programmes: tuple[Entry, ...] = ()
    events: tuple[Teaser, ...] = ()
    release: Teaser | None = None


@dataclass(frozen=True, kw_only=True)
class CategoriesPage(Page):
    """Every subject, with what belongs to it."""

    categories: tuple[Category, ...]


@dataclass(frozen=True, kw_only=True)
class ListPage(Page):
    """One leaf of a list of posts, such as those of a category.

    :param leaf: counted from the oldest one, which is 1; 0 is the front one.
    :param nothing: what is said when there are no posts.
    :param instead: the list that has taken the place of this one.
    :param follow: what stands above the feeds at the head of the page; when it is empty, they are
        named at its foot.
    :param labelled: whether the main category of each post is named.
    """

    sections: tuple[Section, ...]
    leaf: int
    newer: str | None
    older: str | None
    nothing: str
    instead: Link | None = None
    follow: str = ""
    colour: str | None = None
    labelled: bool = True

    @property
    def posts(self) -> tuple[Teaser, ...]:
        """The posts of all sections, in their order."""
        return tuple(post for section in self.sections for post in section.posts)


@dataclass(frozen=True, kw_only=True)
class FeedsPage(Page):
    """Every feed of an edition, and how one follows them.

    :param outline: address of the list of all feeds for programs (OPML).
    :param calendar: absolute address of the calendar of events.
    """

    groups: tuple[FeedGroup, ...]
    outline: str
    calendar: str


@dataclass(frozen=True, kw_only=True)
class CorrectionsPage(Page):
    """What was put right or withdrawn, newest first."""

    corrections: tuple[Correction, ...]


@dataclass(frozen=True, kw_only=True)
class MediaCentrePage(Page):
    """Where journalists begin.

    :param latest: the newest releases and statements.
    :param kinds: lists of all posts of the types that are meant for the media.
    :param guides: pages that help with reporting.
    """

    latest: tuple[Teaser, ...]
    kinds: tuple[Link, ...]
    contacts: tuple[Contact, ...]
    spokespeople: tuple[Spokesperson, ...]
    guides: tuple[Entry, ...]
    boilerplate: tuple[Boilerplate, ...]


@dataclass(frozen=True, kw_only=True)
class IndexPage(Page):
    """The way into several lists or pages, such as the years of the archive.

    :param nothing: what is said when there are none.
    """

    entries: tuple[Entry, ...]
    nothing: str
    latest: tuple[Teaser, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """Where readers search an edition.

    :param parts: addresses of the folders of the index, the one with the engine first; none when
        the site is built without search.
    :param letters: by which signs some are to be replaced in what a reader types.
    :param kinds: what posts can be narrowed to, beside `categories` and `years`.
    :param elsewhere: where everything can be found without a script.
    """

    parts: tuple[str, ...]
    letters: Mapping[str, str]
    categories: tuple[Category, ...]
    kinds: tuple[str, ...]
    years: tuple[int, ...]
    elsewhere: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class NotFoundPage(Page):
    """What a reader sees where nothing is."""

    latest: tuple[Teaser, ...]


@dataclass(frozen=True)
class Example:
    """A part of the theme, shown with given values."""

    name: str
    html: Markup


@dataclass(frozen=True)
class Part:
    """A part of the theme with its examples.

    :param note: a sentence on what it is.
    """

    name: str
    note: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, kw_only=True)
class PartsPage(Page):
    """Every part of the theme with its examples; only the preview has this page."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class LanguagePage(Page):
    """The root of the site: choose a language; the latest news of each."""

    latest: tuple[tuple[EditionLink, tuple[Teaser, ...]], ...]
