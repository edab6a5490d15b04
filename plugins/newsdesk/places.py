"""Links within the site lead to a page that is there, and to a place that is on it.

The build follows every link of every finished page; what staff type is followed here already, so
that they learn of it without building.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from newsdesk.addresses import Addresses
from newsdesk.body import BodySetter
from newsdesk.item import Item
from newsdesk.manuscript import Reference
from newsdesk.problems import Message, Problem, nearest, say
from newsdesk.schema.posts import POST_TYPES, DatedPost, Page
from newsdesk.settings import Settings
from newsdesk.vocabulary import Vocabulary

ID = re.compile(r'<[^<>]*\sid="([^"]+)"')


@dataclass(frozen=True)
class Places:
    """The pages that links can lead to, and the places on them.

    :param addresses: the path of every page, such as `/en/archive/`.
    """

    items: Mapping[tuple[str, str], Item]
    addresses: frozenset[str]
    found: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    setters: dict[str, BodySetter] = field(default_factory=dict)

    @classmethod
    def of(cls, items: Collection[Item], vocabulary: Vocabulary, house: Settings) -> Places:
        """Collect every page that the site will have."""
        by_id = {(item.post.id, item.language): item for item in items}
        years = {item.post.date.at.year for item in items if isinstance(item.post, DatedPost)}
        kinds = {post.kind for post in POST_TYPES.values()}
        paths = {""}
        for edition in house.editions:
            of = Addresses(house.site_url, house.base, edition.prefix)
            paths |= {of.home, of.categories, of.topics, of.archive, of.search}
            paths |= {*map(of.kind, kinds)}
            paths |= {of.media_centre, of.feeds, of.corrections}
            paths |= {*map(of.category, vocabulary.categories), *map(of.topic, vocabulary.topics)}
            paths |= {*map(of.year, years), *(of.post(*item.place) for item in by_id.values())}
        return cls(by_id, frozenset(f"{house.base}/{path}" for path in paths))

    def on(self, identity: str, language: str) -> frozenset[str] | None:
        """Give the places on an item's page, or None when there is no such item."""
        key = (identity, language)
        if key not in self.items:
            key = next((each for each in self.items if each[0] == identity), key)
        if key in self.items and key not in self.found:
            self.found[key] = frozenset(self._places_on(self.items[key]))
        return self.found.get(key)

    def _places_on(self, item: Item) -> Iterator[str]:
        language = item.language
        # One Markdown for all bodies of a language: it is slow to make.
        if language not in self.setters:
            self.setters[language] = BodySetter(language)
        yield from ID.findall(self.setters[language].set(item.source.body).html)
        if isinstance(item.post, Page):
            yield from (f"y{record.year}" for record in item.post.timeline)


def check_places(items: Iterable[Item], places: Places) -> Iterator[Problem]:
    """Follow every link to a place on a page, and every path of the site, that staff typed."""
    for item in items:
        for reference in item.references:
            words = _astray(item, reference, places)
            if words:
                yield Problem(item.source.path, reference.line, *words)


def _astray(item: Item, reference: Reference, places: Places) -> tuple[Message, Message] | None:
    target, _, place = unquote(reference.target).partition("#")
    if target.startswith("item:") and place:
        known = places.on(target.removeprefix("item:"), item.language)
        if known is None or place in known:
            return None
        return _no_place(reference.target, place, known)
    path = target.partition("?")[0]
    # Files and the further leaves of a list are known only when all is built.
    is_page = path.startswith("/") and "." not in path and "/page/" not in path
    if not is_page or path in places.addresses:
        return None
    message = say("the link “{link}” leads nowhere", link=reference.target)
    return message, say("type the whole address, or item: and the id of a post")


def _no_place(link: str, place: str, known: Iterable[str]) -> tuple[Message, Message]:
    message = say("the link “{link}” leads to no place on its page", link=link)
    names = sorted(known)
    closest = nearest(place, names)
    if closest:
        return message, say("type #{name}", name=closest)
    return message, say("the places are: {names}", names=", ".join(names))
