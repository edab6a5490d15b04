"""Which feeds an edition has, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from newsdesk.desk import Desk
from newsdesk.feeds import (
    Author,
    Authority,
    Category,
    Entry,
    Feed,
    Generator,
    Translation,
    absolute,
    atom,
    entry_id,
    feed_id,
    for_feeds,
    paged,
    rss,
)
from newsdesk.item import Item
from newsdesk.outputs import Output
from newsdesk.shelf import dated

FORMATS: tuple[tuple[str, Callable[[Feed], bytes]], ...] = (("atom", atom), ("rss", rss))
GENERATOR = Generator("newsdesk")


def edition_feeds(desk: Desk) -> Iterator[Output]:
    """Give every feed of an edition in every format: all posts, and each category's."""
    entries = {item.post.id: entry(desk, item) for item in desk.shelf.posts}
    feed = _feed(desk, "all", desk.site_name, desk.tagline, desk.addresses.home)
    yield from _documents(desk, feed, "all", list(entries.values()))
    for slug, category in desk.categories.items():
        name = f"categories/{slug}"
        title = f"{desk.site_name}: {category.name}"
        feed = _feed(desk, name, title, category.description, desk.addresses.category(slug))
        mine = [entries[item.post.id] for item in desk.shelf.posts_of_category[slug]]
        yield from _documents(desk, feed, name, mine)


def _feed(desk: Desk, name: str, title: str, subtitle: str, home: str) -> Feed:
    """Give a feed without its entries.

    :param home: path of the page that the feed belongs to.
    """
    authority = authority_of(desk)
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


def entry(desk: Desk, item: Item) -> Entry:
    """Give a post as readers of feeds get it: whole, and sound wherever it is read."""
    post = dated(item)
    address = desk.addresses.absolute(desk.path(item))
    scheme = desk.addresses.absolute(desk.addresses.categories)
    return Entry(
        id=entry_id(authority_of(desk), desk.edition.key, post.id),
        title=desk.title(item),
        summary=desk.summary(item),
        address=address,
        published=post.date.at,
        updated=post.date.at,
        language=desk.edition.key,
        html=absolute(for_feeds(desk.body(item).html), address),
        authors=(Author(desk.site_name),),
        categories=tuple(
            Category(category.slug, category.name, scheme) for category in desk.categories_of(item)
        ),
        translations=tuple(
            Translation(edition.key, desk.addresses.absolute(path))
            for edition in desk.settings.editions
            if edition is not desk.edition and (path := desk.in_edition(item, edition))
        ),
    )


def authority_of(desk: Desk) -> Authority:
    """Give the name that all permanent ids begin with."""
    domain, _, since = desk.settings.id_authority.partition(",")
    return Authority(domain, since)
