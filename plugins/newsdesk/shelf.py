"""Which posts an edition has, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from newsdesk.catalogue import Catalogue
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.schema.posts import DatedPost

Group = TypeVar("Group", str, int)


@dataclass(frozen=True)
class Shelf:
    """The items that are written in the language of an edition, in whichever script.

    :param key: the edition's language tag.
    """

    catalogue: Catalogue
    key: str

    def item(self, identity: str) -> Item | None:
        """Find an item by its id, or None where the edition lacks it."""
        return self.catalogue.by_id.get(identity, {}).get(language_of(self.key))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item of the edition."""
        language = language_of(self.key)
        items = self.catalogue.items
        return tuple(item for item in items if language_of(item.post.lang) == language)

    @cached_property
    def posts(self) -> tuple[Item, ...]:
        """The dated posts of the edition that stand, newest first."""
        return tuple(item for item in self.all_posts if item.post.status != "withdrawn")

    @cached_property
    def all_posts(self) -> tuple[Item, ...]:
        """The dated posts of the edition, newest first, withdrawn ones among them."""
        of_a_day = [item for item in self.items if isinstance(item.post, DatedPost)]
        return tuple(sorted(of_a_day, key=_newest_first))

    @cached_property
    def posts_of_category(self) -> Mapping[str, tuple[Item, ...]]:
        """The posts of each category, newest first; a category without posts is there too."""
        found = _grouped(self.posts, lambda item: dated(item).categories)
        return {slug: found.get(slug, ()) for slug in self.catalogue.vocabulary.categories}

    @cached_property
    def posts_of_topic(self) -> Mapping[str, tuple[Item, ...]]:
        """The posts of each topic, newest first; a topic without posts is there too."""
        found = _grouped(self.posts, lambda item: dated(item).topics)
        return {slug: found.get(slug, ()) for slug in self.catalogue.vocabulary.topics}

    @cached_property
    def posts_of_kind(self) -> Mapping[str, tuple[Item, ...]]:
        """The posts of each kind by the part of the address that they share, newest first."""
        return _grouped(self.posts, lambda item: (item.post.kind,))

    @cached_property
    def posts_of_year(self) -> Mapping[int, tuple[Item, ...]]:
        """The posts of each year that has any, the newest year first."""
        return _grouped(self.posts, lambda item: (dated(item).date.at.year,))

    @cached_property
    def posts_of_programme(self) -> Mapping[str, tuple[Item, ...]]:
        """The posts of each programme by the programme's id, newest first."""
        return _grouped(self.posts, lambda item: filter(None, (dated(item).programme,)))


def _grouped(
    items: Iterable[Item], groups: Callable[[Item], Iterable[Group]]
) -> dict[Group, tuple[Item, ...]]:
    """Put each item into all of its groups; its place in the order stays."""
    found: dict[Group, list[Item]] = defaultdict(list)
    for item in items:
        for group in groups(item):
            found[group].append(item)
    return {group: tuple(members) for group, members in found.items()}


def dated(item: Item) -> DatedPost:
    """Give the post of an item that is known to have a day."""
    if not isinstance(item.post, DatedPost):
        raise TypeError(f"{item.source.path} has no day")
    return item.post


def _newest_first(item: Item) -> tuple[float, str]:
    return (-dated(item).date.at.timestamp(), item.post.id)
