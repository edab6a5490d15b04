"""Which posts an edition has, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from newsdesk.catalogue import Catalogue
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.schema.posts import DatedPost


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
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.posts:
            for slug in dated(item).categories:
                found[slug].append(item)
        return {slug: tuple(found[slug]) for slug in self.catalogue.vocabulary.categories}

    @cached_property
    def posts_of_programme(self) -> Mapping[str, tuple[Item, ...]]:
        """The posts of each programme by the programme's id, newest first."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.posts:
            if programme := dated(item).programme:
                found[programme].append(item)
        return {identity: tuple(items) for identity, items in found.items()}


def dated(item: Item) -> DatedPost:
    """Give the post of an item that is known to have a day."""
    if not isinstance(item.post, DatedPost):
        raise TypeError(f"{item.source.path} has no day")
    return item.post


def _newest_first(item: Item) -> tuple[float, str]:
    return (-dated(item).date.at.timestamp(), item.post.id)
