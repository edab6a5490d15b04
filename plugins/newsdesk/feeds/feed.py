"""What a feed and its entries are made of, whatever format they are written in.

Texts are plain text unless they are called `html`; addresses are absolute; moments have a time
zone. An absent text is empty.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from html import escape


@dataclass(frozen=True, slots=True)
class Author:
    """A person or organisation that answers for a text.

    :param address: of their page, not of their mailbox.
    """

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the vocabulary.

    :param term: its slug, the same in every edition for ever.
    :param label: its name in the language of the edition.
    :param scheme: what terms are relative to, with its final `/` or `#`: scheme and term together
        are the address of the category.
    """

    term: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that readers may show and editors may take.

    :param size: of the file, in bytes.
    :param alternative: what the picture shows, for those who do not see it.
    """

    address: str
    media_type: str
    size: int
    width: int
    height: int
    alternative: str
    credit: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to take away, such as a report.

    :param size: in bytes.
    :param title: in the language of the edition.
    :param language: of the file, a tag by BCP 47.
    """

    address: str
    media_type: str
    size: int
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The same item in another edition; its language is a tag by BCP 47."""

    language: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """When and where something takes place.

    :param starts: a day, or a moment with its time zone; `ends` likewise.
    :param in_words: the line that people read, in the language of the edition.
    """

    starts: date
    ends: date | None = None
    place: str = ""
    in_words: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Since when an item is withdrawn, and what readers are told instead of it."""

    at: datetime
    notice: str


@dataclass(frozen=True, slots=True)
class Generator:
    """The program that writes the feed."""

    name: str
    version: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item in one edition.

    :param id: for ever the same, see `newsdesk.feeds.identifiers.entry_id`.
    :param published: fixed once and for all.
    :param updated: moves with a major change only, so that a comma alarms nobody.
    :param html: the full text with absolute addresses, see `newsdesk.feeds.markup`.
    :param pictures: the first one leads.
    :param dateline: opens the full text.
    """

    id: str
    title: str
    address: str
    published: datetime
    updated: datetime
    language: str
    html: str
    summary: str = ""
    authors: tuple[Author, ...] = ()
    categories: tuple[Category, ...] = ()
    pictures: tuple[Picture, ...] = ()
    downloads: tuple[Download, ...] = ()
    translations: tuple[Translation, ...] = ()
    rights: str = ""
    dateline: str = ""
    event: Event | None = None
    withdrawal: Withdrawal | None = None

    @property
    def enclosures(self) -> tuple[Picture | Download, ...]:
        """The files that programs may fetch by themselves: the leading picture, and downloads."""
        return (*self.pictures[:1], *self.downloads)

    @property
    def changed(self) -> datetime:
        """When it last changed in a way that matters; a withdrawal is its last change."""
        return self.withdrawal.at if self.withdrawal else self.updated


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: one document of it, the newest entries or a page of its archive.

    :param id: of the feed as a whole, the same in all its documents and formats.
    :param address: of this document.
    :param home: address of the page whose entries these are.
    :param updated: of the newest entry; without entries, when the feed began.
    :param icon: a square picture; `logo`: a bigger one (JPEG, PNG or GIF, for the sake of RSS).
    :param hub: address of the WebSub hub that tells subscribers of news.
    :param stylesheet: address of the CSS that lets a browser show the feed.
    :param current: only in a page of the archive: address of the document with the newest entries.
    :param is_retired: nothing will follow.
    :raises ValueError: when two entries share an id, which is a bug.
    """

    id: str
    title: str
    address: str
    home: str
    updated: datetime
    language: str
    publisher: Author
    subtitle: str = ""
    icon: str = ""
    logo: str = ""
    rights: str = ""
    hub: str = ""
    stylesheet: str = ""
    generator: Generator | None = None
    entries: tuple[Entry, ...] = ()
    previous_archive: str = ""
    next_archive: str = ""
    current: str = ""
    is_retired: bool = False

    def __post_init__(self) -> None:
        """Refuse entries that readers would take for one."""
        used = Counter(entry.id for entry in self.entries)
        twice = [identifier for identifier, times in used.items() if times > 1]
        if twice:
            raise ValueError(f"two entries of {self.address} have the id {twice[0]}")


def shown(entry: Entry) -> Entry:
    """Give the entry that readers get: of a withdrawn one, no more than the notice.

    The withdrawal is its last change. RFC 6721 compares that moment with the one of the tombstone:
    when they are equal, a program that knows tombstones takes the entry away, and every other one
    shows the notice.
    """
    if entry.withdrawal is None:
        return entry
    return replace(
        entry,
        updated=entry.changed,
        html=paragraph(entry.withdrawal.notice),
        summary=entry.withdrawal.notice,
        pictures=(),
        downloads=(),
        dateline="",
        event=None,
    )


def full_text(entry: Entry) -> str:
    """Give the HTML that readers see: when and where, the dateline, and the text."""
    lines = (entry.event.in_words if entry.event else "", entry.dateline)
    return "".join(paragraph(line) for line in lines if line) + entry.html


def paragraph(text: str) -> str:
    """Make a paragraph of HTML from plain text."""
    return f"<p>{escape(text, quote=False)}</p>"
