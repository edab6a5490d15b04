"""Writes every feed of an edition in every format, with the archive that holds what came before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from newsdesk.assets import FOLDER, Assets
from newsdesk.desk import Desk
from newsdesk.feeds import (
    Author,
    Authority,
    Entry,
    Feed,
    Generator,
    atom,
    atom_entry,
    divided,
    document,
    feed_id,
    json_feed,
    json_item,
    retired,
    rss,
    rss_item,
)
from newsdesk.item import Item
from newsdesk.life import opens_at, updated
from newsdesk.memory import digest_of, digest_of_value
from newsdesk.outputs import Output
from newsdesk.press.channels import Channel, Ending, every_channel
from newsdesk.press.corrections import corrections
from newsdesk.press.entries import Weigh, entry, entry_of_correction
from newsdesk.sheets import Sheet
from newsdesk.shelf import dated

Write: TypeAlias = Callable[[Feed], bytes]

FORMATS = ("atom", "rss", "json")
# Files of the theme, without their endings.
ICON, LOGO, STYLE_SHEET = "images/feed-icon", "images/feed-logo", "feeds/feed"
GENERATOR = Generator("newsdesk")


@dataclass(frozen=True, slots=True)
class Livery:
    """By what programs and browsers show whose feed it is: addresses of files of the theme."""

    icon: str = ""
    logo: str = ""
    stylesheet: str = ""


def livery(assets: Assets, desk: Desk) -> Livery:
    """Find in the theme what feeds are shown with; a theme may lack each of it."""

    def path(beginning: str) -> str:
        names = (asset.name for asset in assets.files)
        return next((name for name in names if name.startswith(f"{FOLDER}/{beginning}.")), "")

    icon, logo = (
        desk.addresses.absolute(found) if (found := path(name)) else "" for name in (ICON, LOGO)
    )
    stylesheet = path(STYLE_SHEET)
    # A browser takes the style sheet of a feed from the same host only.
    return Livery(icon, logo, desk.addresses.link(stylesheet) if stylesheet else "")


class Outline(NamedTuple):
    """Of an entry, what decides in which documents it stands; its text is not looked at.

    :param seal: the digest of all that is known of it but its text.
    :param whole: gives the entry as it is read.
    """

    id: str
    published: datetime
    changed: datetime
    seal: bytes
    whole: Callable[[], Entry]


def feed_sheets(desk: Desk, livery: Livery, weigh: Weigh) -> Iterator[Sheet]:
    """Give every feed of an edition, each page of an archive as a sheet of its own.

    What stands where follows from the heads of the posts; only what has to be written anew asks for
    their texts.

    :param weigh: gives the bytes of a file of a photograph, by the photograph's key.
    """
    # What stands in documents of one time is much the same: they are written one after the other.
    for _, sheet in sorted(_with_times(desk, livery, weigh), key=itemgetter(0), reverse=True):
        yield sheet


def _with_times(desk: Desk, livery: Livery, weigh: Weigh) -> Iterator[tuple[float, Sheet]]:
    """Give each document with the time of its newest entry."""
    outlines = {item.post.id: _outline(desk, item, weigh) for item in desk.shelf.all_posts}
    for channel in every_channel(desk):
        if channel.group == "corrections":
            notices = (entry_of_correction(desk, each) for each in corrections(desk))
            entries = [*map(_outline_of_notice, notices)]
        else:
            entries = [outlines[item.post.id] for item in channel.posts]
        yield from _sheets(Documents(desk, _feed(desk, channel, livery), channel), entries)


def _outline(desk: Desk, item: Item, weigh: Weigh) -> Outline:
    """Give the outline of a post, which stands in several feeds."""

    def whole() -> Entry:
        return desk.once(("entry", item.post.id), lambda: entry(desk, item, weigh))

    post, gone = dated(item), item.post.withdrawn
    changed = gone.at.at if gone else updated(post)
    return Outline(post.id, opens_at(post) or post.date.at, changed, item.head, whole)


def _outline_of_notice(notice: Entry) -> Outline:
    seal = digest_of_value(notice)
    return Outline(notice.id, notice.published, notice.changed, seal, lambda: notice)


def _feed(desk: Desk, channel: Channel, livery: Livery) -> Feed:
    """Give a feed without its entries."""
    authority = Authority.read(desk.settings.id_authority)
    name = desk.site_name
    of_all = channel.group == "everything"
    return Feed(
        id=feed_id(authority, desk.edition.key, channel.identity),
        title=name if of_all else f"{name}: {channel.title}",
        subtitle=desk.tagline if of_all else channel.holds,
        address="",
        home=desk.addresses.absolute(channel.page),
        # Only a feed without entries shows this: then nothing has changed since the beginning.
        updated=datetime(int(authority.since[:4]), 1, 1, tzinfo=desk.settings.zone),
        language=desk.edition.key,
        publisher=Author(name, desk.addresses.absolute(desk.addresses.home)),
        icon=livery.icon,
        logo=livery.logo,
        stylesheet=livery.stylesheet,
        rights=f"© {name}",
        hub=desk.settings.hub,
        generator=GENERATOR,
    )


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of one feed: the one to subscribe to, which is number 0, and its archive.

    :param feed: without its entries.
    """

    desk: Desk
    feed: Feed
    channel: Channel

    def written(self, number: int, pages: int, entries: Sequence[Outline]) -> Iterator[Output]:
        """Write a document in every format.

        :param pages: how many documents the archive has.
        """
        whole = tuple(each.whole() for each in entries)
        for ending in FORMATS:
            address = partial(self._address, ending)
            feed = replace(self.feed, address=address(0))
            made = document(feed, whole, address, number, pages)
            if self.channel.ending and not number:
                made = _ended(self.desk, made, self.channel.ending)
            yield Output(self._path(ending, number), self._writing(ending)(made))

    def _writing(self, ending: str) -> Write:
        """Give the way to write a feed; an entry that stands in several is written once."""
        once = self.desk.once
        if ending == "atom":
            return lambda feed: atom(
                feed, lambda each: once(("atom", each.id), lambda: atom_entry(each))
            )
        if ending == "rss":
            return lambda feed: rss(
                feed,
                lambda each, by: once(("rss", each.id), lambda: rss_item(each, by)),
            )
        return lambda feed: json_feed(
            feed, lambda each: once(("json", each.id), lambda: json_item(each))
        )

    def _address(self, ending: str, number: int) -> str:
        return self.desk.addresses.absolute(self._path(ending, number))

    def _path(self, ending: str, number: int) -> str:
        name = self.channel.name
        return self.desk.addresses.feed(f"{name}/archive-{number}" if number else name, ending)


def _sheets(documents: Documents, entries: Sequence[Outline]) -> Iterator[tuple[float, Sheet]]:
    """Give a sheet for each document, in every format.

    Beside its entries, a document is made of the feed, and of whether one follows it.
    """
    channel, feed = documents.channel, documents.feed
    division = divided(entries, documents.desk.settings.feed_length)
    pages = len(division.pages)
    known = digest_of_value((feed, channel.name, channel.ending))
    for number, part in enumerate((division.newest, *division.pages)):
        beside = int(0 < number < pages) if number else pages
        basis = digest_of(known, beside.to_bytes(4), *(each.seal for each in part))
        make = partial(documents.written, number, pages, part)
        newest = max((each.published for each in part), default=None)
        yield (
            newest.timestamp() if newest else 0.0,
            Sheet(f"feeds/{channel.identity}/{number}", make, basis),
        )


def _ended(desk: Desk, feed: Feed, ending: Ending) -> Feed:
    """Close a feed with an entry that says where to go from here."""
    title = desk.gettext("This feed has ended")
    if ending.instead is None:
        notice = desk.gettext("Nothing will follow here. Please choose another of our feeds.")
        return retired(
            feed, ending.at, title, notice, desk.addresses.absolute(desk.addresses.feeds)
        )
    name, path = ending.instead
    words = desk.gettext("Nothing will follow here. Please follow “%(title)s” instead.")
    notice = words % {"title": name}
    return retired(feed, ending.at, title, notice, desk.addresses.absolute(path))
