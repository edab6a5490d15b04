"""Writes every feed of an edition in every format, with the archive that holds what came before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

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
from newsdesk.outputs import Output
from newsdesk.press.channels import Channel, Ending, every_channel
from newsdesk.press.corrections import corrections
from newsdesk.press.entries import Weigh, entry, entry_of_correction

FORMATS: tuple[tuple[str, Callable[[Feed], bytes]], ...] = (
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


def edition_feeds(desk: Desk, livery: Livery, weigh: Weigh) -> Iterator[Output]:
    """Give every feed of an edition.

    :param weigh: gives the bytes of a file of a photograph, by the photograph's key.
    """
    entries = {item.post.id: entry(desk, item, weigh) for item in desk.shelf.all_posts}
    for channel in every_channel(desk):
        feed = _feed(desk, channel, livery)
        if channel.group == "corrections":
            notices = [entry_of_correction(desk, each) for each in corrections(desk)]
            yield from _documents(desk, feed, channel, notices)
        else:
            chosen = [entries[item.post.id] for item in channel.posts]
            yield from _documents(desk, feed, channel, chosen)


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


def _documents(desk: Desk, feed: Feed, channel: Channel, entries: list[Entry]) -> Iterator[Output]:
    """Write a feed and its archive in every format."""
    for ending, write in FORMATS:

        def address(number: int, ending: str = ending) -> str:
            path = desk.addresses.feed(f"{channel.name}/archive-{number}", ending)
            return desk.addresses.absolute(path)

        begin = desk.addresses.absolute(desk.addresses.feed(channel.name, ending))
        newest, *archive = paged(
            replace(feed, address=begin), entries, desk.settings.feed_length, address
        )
        if channel.ending:
            newest = _ended(desk, newest, channel.ending)
        for document in (newest, *archive):
            path = document.address.removeprefix(desk.addresses.absolute(""))
            yield Output(path, write(document))


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
