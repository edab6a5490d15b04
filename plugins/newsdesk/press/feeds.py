"""Writes every feed of an edition in every format, with the archive that holds what came before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TypeAlias

from newsdesk.assets import FOLDER, Assets
from newsdesk.desk import Desk
from newsdesk.feeds import (
    Author,
    Authority,
    Entry,
    Feed,
    Generator,
    atom,
    feed_id,
    json_feed,
    paged,
    retired,
    rss,
)
from newsdesk.item import Item
from newsdesk.memory import digest_of, digest_of_value
from newsdesk.outputs import Output
from newsdesk.press.channels import Channel, Ending, every_channel
from newsdesk.press.corrections import corrections
from newsdesk.press.entries import Weigh, entry, entry_of_correction, outline
from newsdesk.sheets import Sheet

Write: TypeAlias = Callable[[Feed], bytes]
Whole: TypeAlias = Callable[[], Entry]

FORMATS: tuple[tuple[str, Write], ...] = (
    ("atom", atom),
    ("rss", rss),
    ("json", json_feed),
)
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


def feed_sheets(desk: Desk, livery: Livery, weigh: Weigh) -> Iterator[Sheet]:
    """Give every feed of an edition, each page of an archive as a sheet of its own.

    What stands where follows from the heads of the posts; only what has to be written anew asks for
    their texts.

    :param weigh: gives the bytes of a file of a photograph, by the photograph's key.
    """
    outlines = {item.post.id: outline(desk, item) for item in desk.shelf.all_posts}
    for channel in every_channel(desk):
        feed = _feed(desk, channel, livery)
        if channel.group == "corrections":
            notices = [entry_of_correction(desk, each) for each in corrections(desk)]
            yield from _sheets(desk, feed, channel, notices, {})
        else:
            entries = [outlines[item.post.id] for item in channel.posts]
            whole = {
                outlines[item.post.id].id: partial(_whole, desk, item, weigh)
                for item in channel.posts
            }
            yield from _sheets(desk, feed, channel, entries, whole)


def _whole(desk: Desk, item: Item, weigh: Weigh) -> Entry:
    """Give the entry of a post, which stands in several feeds."""
    return desk.once(("entry", item.post.id), lambda: entry(desk, item, weigh))


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


def _sheets(
    desk: Desk, feed: Feed, channel: Channel, entries: list[Entry], whole: Mapping[str, Whole]
) -> Iterator[Sheet]:
    """Divide a feed into its documents; those of one place are written in every format together.

    :param entries: as far as it takes to know where each of them stands.
    :param whole: makes of such an entry the one that is read, by its id.
    """
    documents = [
        [(write, document) for document in _documents(desk, feed, channel, entries, ending)]
        for ending, write in FORMATS
    ]
    for number, of_one_place in enumerate(zip(*documents, strict=True)):
        basis = digest_of(*(_seal(document) for _, document in of_one_place))
        # The first is the one that grows; the pages of the archive follow from the oldest on.
        name = f"feeds/{channel.identity}/{number}"
        yield Sheet(name, partial(_written, desk, of_one_place, whole), basis)


def _seal(document: Feed) -> bytes:
    """Name all that is known of a document before it is written."""
    frame = digest_of_value(replace(document, entries=()))
    # Of an outline, the digest in the place of its text says everything.
    named = (
        digest_of_value(each) if each.title else each.html.encode() for each in document.entries
    )
    return digest_of(frame, *named)


def _documents(
    desk: Desk, feed: Feed, channel: Channel, entries: list[Entry], ending: str
) -> tuple[Feed, ...]:
    """Give a feed and the pages of its archive in one format, not written yet."""

    def address(number: int) -> str:
        path = desk.addresses.feed(f"{channel.name}/archive-{number}", ending)
        return desk.addresses.absolute(path)

    begin = desk.addresses.absolute(desk.addresses.feed(channel.name, ending))
    length = desk.settings.feed_length
    newest, *archive = paged(replace(feed, address=begin), entries, length, address)
    if channel.ending:
        newest = _ended(desk, newest, channel.ending)
    return newest, *archive


def _written(
    desk: Desk, documents: Sequence[tuple[Write, Feed]], whole: Mapping[str, Whole]
) -> Iterator[Output]:
    _, first = documents[0]
    entries = tuple(whole[each.id]() if each.id in whole else each for each in first.entries)
    for write, document in documents:
        path = document.address.removeprefix(desk.addresses.absolute(""))
        yield Output(path, write(replace(document, entries=entries)))


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
