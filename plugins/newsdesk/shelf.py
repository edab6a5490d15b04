"""Which posts an edition has, and in which order.

Whoever makes a page finds posts here and nowhere else, and each question is noted: that is how a
later build knows which pages would come out as they did.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from newsdesk.catalogue import Catalogue
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.life import last_moment
from newsdesk.memory import Answers, Witness, question
from newsdesk.rows import Row, Rows
from newsdesk.schema.posts import DatedPost, Event

Around = tuple[Item | None, Item | None]
# What puts posts together; of the first two, groups without posts are there as well.
GROUPS: Mapping[str, Callable[[Item], Iterable[str | int]]] = {
    "categories": lambda item: dated(item).categories,
    "topics": lambda item: dated(item).topics,
    "kinds": lambda item: (item.post.kind,),
    "years": lambda item: (dated(item).date.at.year,),
    "programmes": lambda item: filter(None, (dated(item).programme,)),
}
ALWAYS = ("categories", "topics")


@dataclass(frozen=True)
class Shelf:
    """The items that are written in the language of an edition, in whichever script.

    :param key: the edition's language tag.
    :param witness: notes what is asked.
    """

    catalogue: Catalogue
    key: str
    witness: Witness

    # Single posts

    def item(self, identity: str) -> Item | None:
        """Find an item by its id, or None where the edition lacks it."""
        self._note("item", identity)
        return self._find(identity)

    def place(self, identity: str) -> tuple[str, str] | None:
        """Give the two last parts of an item's address, or None where the edition lacks it."""
        self._note("place", identity)
        item = self._find(identity)
        return item.place if item else None

    def text(self, item: Item) -> str:
        """Give the text of an item as it was typed."""
        self._note("text", item.post.id)
        return item.source.body

    def around(self, item: Item) -> Around:
        """Give the next newer and the next older post that stands."""
        self._note("around", item.post.id)
        return self._around.get(item.post.id, (None, None))

    # Lists of posts

    @property
    def items(self) -> Row:
        """Every item of the edition."""
        return self._row("items")

    @property
    def posts(self) -> Row:
        """The dated posts of the edition that stand, newest first."""
        return self._row("posts")

    @property
    def all_posts(self) -> Row:
        """The dated posts of the edition, newest first, withdrawn ones among them."""
        return self._row("all")

    @property
    def events(self) -> Row:
        """The events that stand: what ends last is first, so that those of the past stay behind."""
        return self._row("events")

    def before(self, item: Item, category: str, count: int) -> tuple[Item, ...]:
        """Give the posts of a category that came out last before a post.

        Where there are not so many, those that came out next after it follow: so what stands beside
        an old post does not change with each new one.
        """
        self.witness.note(
            question("before", self.language, item.post.id, category, str(count)),
            self._answer_before(item.post.id, category, str(count)),
        )
        return self._before(item, category, count)

    @property
    def posts_of_category(self) -> Rows[str]:
        """The posts of each category, newest first; a category without posts is there too."""
        return self._rows("categories")

    @property
    def posts_of_topic(self) -> Rows[str]:
        """The posts of each topic, newest first; a topic without posts is there too."""
        return self._rows("topics")

    @property
    def posts_of_kind(self) -> Rows[str]:
        """The posts of each kind by the part of the address that they share, newest first."""
        return self._rows("kinds")

    @property
    def posts_of_year(self) -> Rows[int]:
        """The posts of each year that has any, the newest year first."""
        return self._rows("years")

    @property
    def posts_of_programme(self) -> Rows[str]:
        """The posts of each programme by the programme's id, newest first."""
        return self._rows("programmes")

    # What is behind the questions; nothing else may look at it

    @cached_property
    def language(self) -> str:
        """The language of the edition, without its script."""
        return language_of(self.key)

    def answer(self, asked: str) -> bytes:
        """Answer a question that was noted, so that two answers can be compared."""
        kind, _, *words = asked.split("\t")
        return self._answers[kind](*words)

    def answers_about_posts(self) -> Answers:
        """Answer everything that can be asked about single posts: one by one takes far longer."""
        answers: Answers = {}
        for item in self._items:
            about = f"\t{self.language}\t{item.post.id}"
            answers[f"item{about}"] = item.head
            answers[f"text{about}"] = item.text
            answers[f"place{about}"] = self._answer_place(item.post.id)
            answers[f"around{about}"] = self._answer_around(item.post.id)
        return answers

    def _note(self, kind: str, identity: str) -> None:
        answer = self._answers[kind](identity)
        self.witness.note(question(kind, self.language, identity), answer)

    @cached_property
    def _answers(self) -> Mapping[str, Callable[..., bytes]]:
        return {
            "item": lambda identity: getattr(self._find(identity), "head", b""),
            "text": lambda identity: getattr(self._find(identity), "text", b""),
            "place": self._answer_place,
            "around": self._answer_around,
            "before": self._answer_before,
            "count": lambda row: self._row(row).answer_count(),
            "reaches": lambda row, count: self._row(row).answer_reaches(count),
            "some": lambda row, *part: self._row(row).answer_some(*part),
            "has": lambda rows, key: self._rows(rows).answer_has(key),
            "keys": lambda rows: self._rows(rows).answer_keys(),
        }

    def _answer_place(self, identity: str) -> bytes:
        item = self._find(identity)
        return "/".join(item.place).encode() if item else b""

    def _answer_around(self, identity: str) -> bytes:
        newer, older = self._around.get(identity, (None, None))
        return b"|".join((newer.head if newer else b"", older.head if older else b""))

    def _answer_before(self, identity: str, category: str, count: str) -> bytes:
        item = self._find(identity)
        beside = self._before(item, category, int(count)) if item else ()
        return b"".join(each.head for each in beside)

    def _before(self, item: Item, category: str, count: int) -> tuple[Item, ...]:
        posts = self._rows("categories").posts.get(category, ())
        place = self._places(category).get(item.post.id)
        if place is None:
            # What is withdrawn stands in no list any more.
            place = bisect_left(posts, _newest_first(item), key=_newest_first)
            older = posts[place : place + count]
        else:
            older = posts[place + 1 : place + 1 + count]
        missing = count - len(older)
        return older + posts[max(0, place - missing) : place][::-1] if missing else older

    def _find(self, identity: str) -> Item | None:
        return self.catalogue.by_id.get(identity, {}).get(self.language)

    def _row(self, name: str) -> Row:
        rows, _, key = name.partition("/")
        if key:
            return self._rows(rows).row(key)
        return Row((self.language, name), getattr(self, f"_{name}"), self.witness)

    def _rows(self, name: str) -> Rows[Any]:
        if name not in self._grouped:
            groups = _grouped(self._posts, GROUPS[name], self._always(name))
            self._grouped[name] = Rows((self.language, name), groups, self.witness)
        return self._grouped[name]

    def _always(self, name: str) -> Iterable[str]:
        """Give the groups that are there even when no post is in them."""
        return self.catalogue.vocabulary.of_kind(name) if name in ALWAYS else ()

    def _places(self, category: str) -> Mapping[str, int]:
        """Give the place of each post in the list of a category."""
        if category not in self._placed:
            posts = self._rows("categories").posts.get(category, ())
            self._placed[category] = {item.post.id: place for place, item in enumerate(posts)}
        return self._placed[category]

    @cached_property
    def _placed(self) -> dict[str, Mapping[str, int]]:
        return {}

    @cached_property
    def _grouped(self) -> dict[str, Rows[Any]]:
        return {}

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        items = self.catalogue.items
        return tuple(item for item in items if item.language == self.language)

    @cached_property
    def _all(self) -> tuple[Item, ...]:
        of_a_day = [item for item in self._items if isinstance(item.post, DatedPost)]
        return tuple(sorted(of_a_day, key=_newest_first))

    @cached_property
    def _posts(self) -> tuple[Item, ...]:
        return tuple(item for item in self._all if item.post.status != "withdrawn")

    @cached_property
    def _events(self) -> tuple[Item, ...]:
        return tuple(sorted(filter(_is_event, self._posts), key=_last_first))

    @cached_property
    def _around(self) -> Mapping[str, Around]:
        newer, older = (None, *self._posts), (*self._posts[1:], None)
        beside = zip(self._posts, newer, older, strict=False)
        return {item.post.id: (before, after) for item, before, after in beside}


def _grouped(
    items: Iterable[Item], groups: Callable[[Item], Iterable[Any]], always: Iterable[str]
) -> dict[Any, tuple[Item, ...]]:
    """Put each item into all of its groups; its place in the order stays."""
    found: dict[Any, list[Item]] = {group: [] for group in always}
    for item in items:
        for group in groups(item):
            found.setdefault(group, []).append(item)
    return {group: tuple(members) for group, members in found.items()}


def dated(item: Item) -> DatedPost:
    """Give the post of an item that is known to have a day."""
    if not isinstance(item.post, DatedPost):
        raise TypeError(f"{item.source.path} has no day")
    return item.post


def _newest_first(item: Item) -> tuple[float, str]:
    return (-dated(item).date.at.timestamp(), item.post.id)


def _is_event(item: Item) -> bool:
    return isinstance(item.post, Event)


def _last_first(item: Item) -> tuple[float, str]:
    if not isinstance(item.post, Event):
        raise TypeError(f"{item.source.path} is no event")
    return (-last_moment(item.post).timestamp(), item.post.id)
