"""Which feeds an edition has, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from newsdesk.dates import Moment
from newsdesk.desk import Desk
from newsdesk.feeds import (
    Author,
    Authority,
    Category,
    Entry,
    Feed,
    Generator,
    Translation,
    Withdrawal,
    absolute,
    atom,
    entry_id,
    feed_id,
    for_feeds,
    paged,
    rss,
)
from newsdesk.feeds import Event as FeedEvent
from newsdesk.item import Item
from newsdesk.life import opens_at, updated
from newsdesk.outputs import Output
from newsdesk.pages.articles import dateline
from newsdesk.schema.posts import Event
from newsdesk.shelf import dated

FORMATS: tuple[tuple[str, Callable[[Feed], bytes]], ...] = (("atom", atom), ("rss", rss))
GENERATOR = Generator("newsdesk")


def edition_feeds(desk: Desk) -> Iterator[Output]:
    """Give every feed of an edition in every format: all posts, and each category's."""
    entries = {item.post.id: entry(desk, item) for item in desk.shelf.all_posts}
    feed = _feed(desk, "all", desk.site_name, desk.tagline, desk.addresses.home)
    yield from _documents(desk, feed, "all", list(entries.values()))
    for slug, category in desk.categories.items():
        name = f"categories/{slug}"
        title = f"{desk.site_name}: {category.name}"
        feed = _feed(desk, name, title, category.description, desk.addresses.category(slug))
        mine = [
            entries[item.post.id] for item in desk.shelf.all_posts if slug in dated(item).categories
        ]
        yield from _documents(desk, feed, name, mine)


def _feed(desk: Desk, name: str, title: str, subtitle: str, home: str) -> Feed:
    """Give a feed without its entries.

    :param home: path of the page that the feed belongs to.
    """
    authority = Authority.read(desk.settings.id_authority)
    return Feed(
        id=feed_id(authority, desk.edition.key, name),
        title=title,
        subtitle=subtitle,
        address="",
        home=desk.addresses.absolute(home),
        # Only a feed without entries shows this: then nothing has changed since the beginning.
        updated=datetime(int(authority.since[:4]), 1, 1, tzinfo=desk.settings.zone),
        language=desk.edition.key,
        publisher=Author(desk.site_name, desk.addresses.absolute(desk.addresses.home)),
        generator=GENERATOR,
    )


def _documents(desk: Desk, feed: Feed, name: str, entries: list[Entry]) -> Iterator[Output]:
    """Write a feed and its archive in every format."""
    for ending, write in FORMATS:

        def address(number: int, ending: str = ending) -> str:
            return desk.addresses.absolute(desk.addresses.feed(f"{name}/archive-{number}", ending))

        begin = replace(feed, address=desk.addresses.absolute(desk.addresses.feed(name, ending)))
        for document in paged(begin, entries, desk.settings.feed_length, address):
            path = document.address.removeprefix(desk.addresses.absolute(""))
            yield Output(path, write(document))


def _withdrawal(desk: Desk, item: Item) -> Withdrawal | None:
    """Tell readers of feeds what stands in place of a text."""
    record, notice = item.post.withdrawn, desk.withdrawal(item)
    return Withdrawal(record.at.at, notice.explanation) if record and notice else None


def _event(desk: Desk, item: Item) -> FeedEvent | None:
    post = item.post
    if not isinstance(post, Event):
        return None
    place = desk.say(item, post.venue)
    words = f"{desk.span(post.starts, post.ends)}, {place}"
    ends = _time(post.ends) if post.ends else None
    return FeedEvent(starts=_time(post.starts), ends=ends, place=place, in_words=words)


def _time(moment: Moment) -> date:
    return moment.at if moment.has_time else moment.at.date()


def entry(desk: Desk, item: Item) -> Entry:
    """Give a post as readers of feeds get it: whole, and sound wherever it is read."""
    post = dated(item)
    address = desk.addresses.absolute(desk.path(item))
    scheme = desk.addresses.absolute(desk.addresses.categories)
    return Entry(
        id=entry_id(Authority.read(desk.settings.id_authority), desk.edition.key, post.id),
        title=desk.title(item),
        summary=desk.summary(item),
        address=address,
        published=opens_at(post) or post.date.at,
        updated=updated(post),
        language=desk.edition.key,
        html=absolute(for_feeds(desk.body(item).html), address),
        authors=(Author(desk.site_name),),
        categories=tuple(
            Category(category.slug, category.name, scheme) for category in desk.categories_of(item)
        ),
        dateline=dateline(desk, item) or "",
        event=_event(desk, item),
        withdrawal=_withdrawal(desk, item),
        translations=tuple(
            Translation(edition.key, desk.addresses.absolute(path))
            for edition in desk.settings.editions
            if edition is not desk.edition and (path := desk.in_edition(item, edition))
        ),
    )
