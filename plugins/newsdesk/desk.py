"""The desk of one edition: looks up names, chooses the language, and makes small views.

Whatever a page shows passes over the desk: it knows in which words the edition speaks, which
posts it has, and where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from babel import Locale
from babel.support import NullTranslations
from markupsafe import Markup

from newsdesk import views
from newsdesk.addresses import Addresses
from newsdesk.body import Body
from newsdesk.dates import Moment, day_in_words, month_in_words, span_in_words, time_in_words
from newsdesk.dates import iso as iso_date
from newsdesk.files import FILES
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.life import Standing, is_readable, last_moment, opens_at, standing
from newsdesk.mail import Letter, mail_link
from newsdesk.memory import Answers, digest_of_value, question
from newsdesk.photos.prints import Derivative, picture
from newsdesk.references import with_addresses, with_figures
from newsdesk.schema.parts import DownloadRecord, KeyFigureRecord, MilestoneRecord
from newsdesk.schema.posts import Event, Post
from newsdesk.schema.records import PersonRecord
from newsdesk.settings import Edition, Settings
from newsdesk.shelf import Shelf, dated
from newsdesk.sizes import size_in_words
from newsdesk.speech import Speech
from newsdesk.typesetter import Typesetter
from newsdesk.vocabulary import Vocabulary
from newsdesk.words import noted

T = TypeVar("T")

# What each type of post is called; the English words are looked up in the edition's.
KINDS = {
    "press_release": noted("Press release"),
    "statement": noted("Statement"),
    "news": noted("News"),
    "story": noted("Story"),
    "event": noted("Event"),
    "publication": noted("Publication"),
    "programme": noted("Programme"),
    "page": noted("Page"),
}
ATOM = "application/atom+xml"
RSS = "application/rss+xml"
JSON_FEED = "application/feed+json"


@dataclass(frozen=True)
class Desk:
    """All that the pages of one edition are made from.

    :param shelf: the posts of the edition.
    :param typesetter: sets texts in its language and script.
    :param words: the interface's own words in its language.
    :param figure: makes the HTML of a photograph within a text, as the theme shows it.
    :param prints: the files of each photograph, by its key.
    :param sizes: how many bytes each file of content/files has.
    :param kits: how many bytes the press kit of an item has, by the item's id.
    """

    settings: Settings
    edition: Edition
    shelf: Shelf
    typesetter: Typesetter
    words: NullTranslations
    figure: Callable[[views.Photo], str] = str
    prints: Mapping[str, tuple[Derivative, ...]] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    kits: Mapping[str, int] = field(default_factory=dict)

    # Where things stand

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of the edition."""
        return self.addresses_of(self.edition)

    def addresses_of(self, edition: Edition) -> Addresses:
        """Give the addresses of any edition."""
        return Addresses(self.settings.site_url, self.settings.base, edition.prefix)

    def in_edition(self, item: Item, edition: Edition) -> str | None:
        """Give the path of an item in any edition, or None where that edition lacks it."""
        place = self.shelf_of(edition).place(item.post.id)
        return self.addresses_of(edition).post(*place) if place else None

    def shelf_of(self, edition: Edition) -> Shelf:
        """Give the posts of any edition."""
        return self._shelves[edition.key]

    @cached_property
    def _shelves(self) -> Mapping[str, Shelf]:
        catalogue, witness = self.shelf.catalogue, self.shelf.witness
        others = (edition for edition in self.settings.editions if edition != self.edition)
        return {
            self.edition.key: self.shelf,
            **{other.key: Shelf(catalogue, other.key, witness) for other in others},
        }

    @cached_property
    def _shelves_by_language(self) -> Mapping[str, Shelf]:
        return {shelf.language: shelf for shelf in (*self._shelves.values(), self.shelf)}

    def is_over(self, item: Item) -> bool:
        """Tell whether an event is over at the time of the build."""
        self._note("over", item.post.id, self._answer_over(item.post.id))
        return self._is_past(item.post)

    def standing(self, item: Item) -> Standing:
        """Tell where a post is in its life at the time of the build."""
        self._note("standing", item.post.id, self._answer_standing(item.post.id))
        return standing(item.post, self.settings.now)

    def _note(self, kind: str, name: str, answer: bytes) -> None:
        self.shelf.witness.note(question(kind, name), answer)

    def answer(self, asked: str) -> bytes:
        """Answer what was asked for a page of an earlier build, to compare the answers."""
        kind, *words = asked.split("\t")
        if kind in self._answers:
            return self._answers[kind](*words)
        return self._shelves_by_language[words[0]].answer(asked)

    def answers_about_posts(self) -> Answers:
        """Answer everything that can be asked about single posts: one by one takes far longer."""
        answers: Answers = {}
        for shelf in self._shelves.values():
            answers.update(shelf.answers_about_posts())
        return answers

    @cached_property
    def _answers(self) -> Mapping[str, Callable[..., bytes]]:
        return {
            "over": self._answer_over,
            "standing": self._answer_standing,
            "photo": self._answer_photo,
            "size": self._answer_size,
            "kit": self._answer_kit,
        }

    def _answer_over(self, identity: str) -> bytes:
        return b"yes" if self._is_past(self._post(identity)) else b"no"

    def _is_past(self, post: Post | None) -> bool:
        return isinstance(post, Event) and last_moment(post) < self.settings.now

    def _answer_standing(self, identity: str) -> bytes:
        post = self._post(identity)
        return standing(post, self.settings.now).encode() if post else b""

    def _post(self, identity: str) -> Post | None:
        item = self.shelf.catalogue.by_id.get(identity, {}).get(self.shelf.language)
        return item.post if item else None

    def _answer_photo(self, key: str) -> bytes:
        photograph = self.shelf.catalogue.album.photographs.get(key)
        record = repr(photograph.record) if photograph else ""
        return digest_of_value((record, self.prints.get(key)))

    def _answer_size(self, name: str) -> bytes:
        return str(self.sizes.get(name)).encode()

    def _answer_kit(self, identity: str) -> bytes:
        return str(self.kits.get(identity)).encode()

    def has_year(self, edition: Edition, year: int) -> bool:
        """Tell whether an edition has posts of a year."""
        return year in self.shelf_of(edition).posts_of_year

    # Texts

    def gettext(self, text: str) -> str:
        """Say one of the interface's own texts."""
        return self.words.gettext(text)

    @cached_property
    def site_name(self) -> str:
        """The name of the site, as this edition spells it."""
        return self.speech.choose(self.settings.site_name)

    @cached_property
    def tagline(self) -> str:
        """The line above every page."""
        return self.speech.choose(self.settings.tagline)

    @property
    def speech(self) -> Speech:
        """The edition's language and script."""
        return self.typesetter.speech

    def say(self, item: Item, text: str) -> str:
        """Say a text of a post in the edition's script, as plain text."""
        return self.speech.protecting(item.post.protect).text(text, item.post.lang)

    def title(self, item: Item) -> str:
        """Give the title of a post as plain text."""
        return self.say(item, item.post.title)

    def headline(self, item: Item) -> Markup:
        """Give the title of a post set in type."""
        return self.line(self.title(item))

    def summary(self, item: Item) -> str:
        """Give the summary of a post as plain text; of one that may not be read, nothing."""
        return self.say(item, item.post.summary) if is_readable(item.post) else ""

    def line(self, text: str) -> Markup:
        """Set a line of the edition's own in type."""
        return self.typesetter.line(text)

    def body(self, item: Item) -> Body:
        """Set the body of a post, its links leading to this edition's pages.

        Of a post that may not be read any more nothing is set, wherever it would be shown.
        """
        if not is_readable(item.post):
            return Body("", 0)
        return self.once(
            ("body", item.post.id),
            lambda: self.typesetter.text(item, self.shelf.text(item), self._filled),
        )

    def _filled(self, html: str) -> str:
        html = with_addresses(html, self.address_of_reference)
        return with_figures(html, self._figure_of)

    def _figure_of(self, key: str) -> str:
        photo = self.photo(key)
        return self.figure(photo) if photo else ""

    def address_of_reference(self, scheme: str, name: str) -> str | None:
        """Give the address that `item:…` or `category:…` stands for, or None for no such thing.

        An item that this edition lacks is linked to in the first edition that has it.
        """
        if scheme == "category":
            return self.addresses.link(self.addresses.category(name))
        for edition in (self.edition, *self.settings.editions):
            if place := self.shelf_of(edition).place(name):
                return self.addresses.link(self.addresses_of(edition).post(*place))
        return None

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that posts draw on."""
        return self.shelf.catalogue.vocabulary

    def day(self, moment: Moment) -> views.Day:
        """Give a day for machines and in words."""
        return views.Day(iso_date(moment), day_in_words(moment, self.edition.locale))

    def month(self, item: Item) -> str:
        """Name the month of a post, as a heading does."""
        return month_in_words(dated(item).date, self.edition.locale)

    # Small views

    def path(self, item: Item) -> str:
        """Give the path of an item in this edition."""
        return self.addresses.post(*item.place)

    def teaser(self, item: Item) -> views.Teaser:
        """Show a post as a list shows it."""
        return self.once(("teaser", item.post.id), lambda: self._teaser(item))

    def once(self, name: tuple[str, str], make: Callable[[], T]) -> T:
        """Make once what several pages of the edition show."""
        return self.shelf.witness.once((self.edition.key, *name), make)

    def _teaser(self, item: Item) -> views.Teaser:
        post = dated(item)
        return views.Teaser(
            title=self.headline(item),
            summary=self.summary(item),
            address=self.addresses.link(self.path(item)),
            day=self.day(post.date),
            year=post.date.at.year,
            categories=self.categories_of(item),
            kind=self.kind(item),
            mark=self.mark(item),
            occasion=self.occasion(item),
        )

    def teasers(self, items: Iterable[Item]) -> tuple[views.Teaser, ...]:
        """Show posts as a list shows them."""
        return tuple(self.teaser(item) for item in items)

    @property
    def categories(self) -> Mapping[str, views.Category]:
        """Every category, in the order of the vocabulary, with the number of its posts."""
        return {
            slug: replace(self.category(slug), count=len(self.shelf.posts_of_category[slug]))
            for slug in self.vocabulary.categories
        }

    def category(self, slug: str) -> views.Category:
        """Show a category where it does not matter how many posts it has."""
        return self.once(("category", slug), lambda: self._category(slug))

    def _category(self, slug: str) -> views.Category:
        record = self.vocabulary.categories[slug]
        name = self.speech.choose(record.name)
        return views.Category(
            slug=slug,
            name=name,
            description=self.speech.choose(record.description),
            colour=record.colour,
            address=self.addresses.link(self.addresses.category(slug)),
            feeds=self.feed_links(f"categories/{slug}", name),
            ended=self.day(record.ended.at) if record.ended else None,
            instead=self._category_link(record.ended.replaced_by) if record.ended else None,
        )

    def _category_link(self, slug: str | None) -> views.Link | None:
        if slug is None:
            return None
        name = self.speech.choose(self.vocabulary.categories[slug].name)
        return views.Link(name, self.addresses.link(self.addresses.category(slug)))

    @property
    def standing_categories(self) -> tuple[views.Category, ...]:
        """The categories that have not ended, in the order of the vocabulary."""
        return tuple(each for each in self.categories.values() if each.ended is None)

    def categories_of(self, item: Item) -> tuple[views.Category, ...]:
        """Give the categories that a post stands in, the main one first."""
        return tuple(self.category(slug) for slug in dated(item).categories)

    def feed_links(self, name: str, title: str) -> tuple[views.FeedLink, ...]:
        """Give the feeds of one name in every format."""
        formats = (("atom", "Atom", ATOM), ("rss", "RSS", RSS), ("json", "JSON", JSON_FEED))
        return tuple(
            views.FeedLink(
                title=f"{self.site_name}: {title} ({format_name})",
                address=self.addresses.link(self.addresses.feed(name, ending)),
                media_type=media_type,
            )
            for ending, format_name, media_type in formats
        )

    @cached_property
    def feeds_of_all(self) -> tuple[views.FeedLink, ...]:
        """The feeds that hold every post of the edition."""
        return self.feed_links("all", self.gettext("All news"))

    def organisations(self, keys: Iterable[str]) -> tuple[views.Organisation, ...]:
        """Show organisations by their keys in the vocabulary."""
        records = (self.vocabulary.organisations[key] for key in keys)
        return tuple(
            views.Organisation(self.speech.choose(record.name), record.short, record.url)
            for record in records
        )

    def people(self, keys: Iterable[str]) -> tuple[views.Person, ...]:
        """Show people by their keys in the vocabulary."""
        return tuple(self._person(self.vocabulary.people[key]) for key in keys)

    def _person(self, record: PersonRecord) -> views.Person:
        organisation = self.vocabulary.organisations[record.organisation]
        texts = (record.name, record.role, organisation.name)
        return views.Person(*map(self.speech.choose, texts))

    @property
    def spokespeople(self) -> tuple[views.Spokesperson, ...]:
        """Show everybody whom the media can interview, in the order of the vocabulary."""
        return tuple(
            views.Spokesperson(
                person=self._person(record),
                speaks_on=self.speech.choose(record.speaks_on),
                languages=", ".join(dict.fromkeys(map(self._language, record.languages))),
                placeholder=record.placeholder,
            )
            for record in self.vocabulary.people.values()
            if record.speaks_on
        )

    def _language(self, tag: str) -> str:
        """Name a language; of its script nothing is said, for people speak."""
        return Locale.parse(language_of(tag)).get_display_name(self.edition.locale) or tag

    def contacts(self, keys: Iterable[str]) -> tuple[views.Contact, ...]:
        """Show media contacts by their keys in the vocabulary."""
        records = (self.vocabulary.contacts[key] for key in keys)
        return tuple(
            views.Contact(
                name=self.speech.choose(record.name),
                role=self.speech.choose(record.role),
                email=record.email,
                telephone=record.telephone,
                hours=self.speech.choose(record.hours),
                placeholder=record.placeholder,
            )
            for record in records
        )

    def original(self, item: Item) -> views.Original | None:
        """Show where an item of the archive was published before."""
        record = dated(item).original
        if record is None:
            return None
        return views.Original(
            publisher=self.say(item, record.publisher),
            title=self.say(item, record.title) if record.title else None,
            url=record.url,
            day=self.day(record.date) if record.date else None,
        )

    def milestone(self, item: Item, record: MilestoneRecord) -> views.Milestone:
        """Show a year of a history."""
        return views.Milestone(
            years=f"{record.year}–{record.until}" if record.until else f"{record.year}",
            decade=record.year // 10 * 10,
            anchor=f"y{record.year}",
            title=self.say(item, record.title),
            text=self.say(item, record.text),
        )

    def key_figure(self, item: Item, record: KeyFigureRecord) -> views.KeyFigure:
        """Show a number that tells the story."""
        return views.KeyFigure(self.say(item, record.value), self.say(item, record.text))

    def letter(self, item: Item) -> Letter:
        """Give what a reader sends on when e-mailing the item."""
        address = self.addresses.absolute(self.path(item))
        return Letter(self.title(item), self.summary(item), address, self.site_name)

    def mail_link(self, item: Item) -> str:
        """Give the `mailto:` link of “E-mail this article”."""
        return mail_link(self.letter(item))

    def edition_links(
        self, path_in: Callable[[Edition], str | None]
    ) -> tuple[views.EditionLink, ...]:
        """Give the way to the same page in every edition.

        :param path_in: gives the page's path in an edition, or None where that edition lacks it.
        """
        return tuple(
            self._edition_link(edition, path_in(edition)) for edition in self.settings.editions
        )

    def _edition_link(self, edition: Edition, path: str | None) -> views.EditionLink:
        return views.EditionLink(
            name=edition.name,
            lang=edition.key,
            address=None if path is None else self.addresses.link(path),
            canonical=None if path is None else self.addresses.absolute(path),
            current=edition is self.edition,
        )

    # What a post is, and where it is in its life

    def kind(self, item: Item) -> str:
        """Say what a post is, such as “Press release”."""
        return self.gettext(KINDS[item.post.type])

    def mark(self, item: Item) -> str | None:
        """Say that a post is not public; only the preview ever shows one that is not."""
        post = item.post
        if not self.settings.show_unpublished:
            return None
        state = self.standing(item)
        if state == "draft":
            return self.gettext("Draft")
        opens = opens_at(post)
        if state != "scheduled" or opens is None:
            return None
        moment = Moment(opens.astimezone(self.settings.zone), has_time=True)
        words = f"{self.day(moment).words}, {time_in_words(moment)}"
        return self.gettext("Not public before %(time)s") % {"time": words}

    def changes(self, item: Item) -> tuple[views.Change, ...]:
        """Show the corrections of a post, the newest first."""
        return tuple(
            views.Change(self.day(record.at), self.say(item, record.note), record.level == "major")
            for record in reversed(item.post.changes)
        )

    def withdrawal(self, item: Item) -> views.Withdrawal | None:
        """Show the notice on a post that no longer stands."""
        record = item.post.withdrawn
        if record is None:
            return None
        explanation = self.say(item, record.explanation)
        return views.Withdrawal(self.day(record.at), explanation, self.link_to(record.replaced_by))

    def link_to(self, identity: str | None) -> views.Link | None:
        """Give a link to an item by its id, or None where the edition lacks it."""
        item = self.shelf.item(identity) if identity else None
        if item is None:
            return None
        return views.Link(self.title(item), self.addresses.link(self.path(item)))

    # What stands beside and below a text

    def topic(self, key: str) -> views.Entry:
        """Show a topic where it does not matter how many posts it has."""
        name = self.speech.choose(self.vocabulary.topics[key].name)
        return views.Entry(text=name, address=self.addresses.link(self.addresses.topic(key)))

    @property
    def topics(self) -> tuple[views.Entry, ...]:
        """Every topic, in the order of the vocabulary, with the number of its posts."""
        return tuple(
            replace(self.topic(key), count=len(self.shelf.posts_of_topic[key]))
            for key in self.vocabulary.topics
        )

    def location(self, key: str | None) -> str | None:
        """Give the name of a place by its key in the vocabulary."""
        return self.speech.choose(self.vocabulary.locations[key].name) if key else None

    def occasion(self, item: Item) -> views.Occasion | None:
        """Tell when and where an event takes place; None for what is no event."""
        post = item.post
        if not isinstance(post, Event):
            return None
        return views.Occasion(
            words=span_in_words(post.starts, post.ends, self.edition.locale),
            starts=iso_date(post.starts),
            ends=iso_date(post.ends) if post.ends else None,
            venue=self.say(item, post.venue),
            invitation=self.addresses.link(self.addresses.invitation(self.path(item))),
        )

    def boilerplate(self, keys: Iterable[str]) -> tuple[views.Boilerplate, ...]:
        """Show standing texts by their keys in the vocabulary."""
        records = (self.vocabulary.boilerplate[key] for key in keys)
        return tuple(
            views.Boilerplate(self.speech.choose(record.title), self.speech.choose(record.text))
            for record in records
        )

    def markdown(self, item: Item, text: str | None) -> Markup | None:
        """Set a smaller text of a post, such as notes to editors."""
        if text is None:
            return None
        html = self.typesetter.text(item, text, self._filled).html
        return Markup(html)  # noqa: S704 - set from Markdown like a body

    def span(self, starts: Moment, ends: Moment | None) -> str:
        """Say from when to when something lasts."""
        return span_in_words(starts, ends, self.edition.locale)

    def photo(self, key: str | None) -> views.Photo | None:
        """Show a photograph; None for one that may not be shown."""
        if key is None:
            return None
        self._note("photo", key, self._answer_photo(key))
        photograph = self.shelf.catalogue.album.photographs.get(key)
        if photograph is None:
            return None
        record = photograph.record
        return views.Photo(
            picture=picture(self.prints[photograph.key], self.addresses.link),
            alt=self.speech.choose(record.alt),
            caption=self.speech.choose(record.caption),
            credit=record.credit,
        )

    def press_kit(self, item: Item) -> views.PressKit | None:
        """Show the press kit of a post; None for one without, or that no longer stands."""
        identity = item.post.id
        self._note("kit", identity, self._answer_kit(identity))
        size = self.kits.get(identity)
        if size is None or item.post.withdrawn:
            return None
        address = self.addresses.link(self.addresses.press_kit(*item.place))
        return views.PressKit(address, size_in_words(size, self.edition.locale))

    def size(self, name: str) -> int:
        """Give how many bytes a file of content/files has."""
        self._note("size", name, self._answer_size(name))
        return self.sizes[name]

    def download(self, item: Item, record: DownloadRecord) -> views.Download:
        """Show a file to take away."""
        size = self.size(record.file)
        return views.Download(
            title=self.say(item, record.title),
            address=self.addresses.link(f"{FILES}/{record.file}"),
            lang=record.language,
            language=Locale.parse(record.language, sep="-").get_display_name(self.edition.locale)
            or record.language,
            file_format=Path(record.file).suffix.removeprefix(".").upper(),
            size=size_in_words(size, self.edition.locale),
        )
