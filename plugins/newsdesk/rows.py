"""Lists of posts that note what is asked of them.

A page that shows the first five posts of a list depends on these five; one that tells how many
there are, on their number; one that goes through the list, on all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, overload

from newsdesk.item import Item
from newsdesk.memory import Witness, digest_of, question

Key = TypeVar("Key", str, int)


@dataclass(frozen=True, slots=True, eq=False)
class Row(Sequence[Item]):
    """Posts in their order.

    :param name: the language, and the list: `posts`, or `categories/media`.
    """

    name: tuple[str, str]
    posts: tuple[Item, ...]
    witness: Witness

    def __len__(self) -> int:
        self.witness.note(question("count", *self.name), self.answer_count())
        return len(self.posts)

    def __iter__(self) -> Iterator[Item]:
        return iter(self[:])

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, int):
            # Which one that is may depend on how many there are.
            return self[:][index]
        part = ["" if edge is None else str(edge) for edge in (index.start, index.stop)]
        self.witness.note(question("some", *self.name, *part), self.answer_some(*part))
        return self.posts[index]

    def reaches(self, count: int) -> bool:
        """Tell whether there are so many posts at least; how many there are is not asked."""
        self.witness.note(question("reaches", *self.name, str(count)), self.answer_reaches(count))
        return len(self.posts) >= count

    def answer_count(self) -> bytes:
        """Tell how many posts there are."""
        return str(len(self.posts)).encode()

    def answer_reaches(self, count: str | int) -> bytes:
        """Tell whether there are so many posts at least."""
        return b"yes" if len(self.posts) >= int(count) else b"no"

    def answer_some(self, start: str, stop: str) -> bytes:
        """Name the posts of a slice, whatever its step."""
        part = slice(*(int(edge) if edge else None for edge in (start, stop)))
        return digest_of(b"".join(item.head for item in self.posts[part]))


@dataclass(frozen=True, eq=False)
class Rows(Mapping[Key, Row]):
    """Lists of posts by what they have in common, such as their category.

    :param name: the language, and what all of the lists are called: `categories`.
    """

    name: tuple[str, str]
    posts: Mapping[Key, tuple[Item, ...]]
    witness: Witness

    def __getitem__(self, key: Key) -> Row:
        self.witness.note(question("has", *self.name, str(key)), self.answer_has(str(key)))
        return Row(self._name_of(key), self.posts[key], self.witness)

    def __iter__(self) -> Iterator[Key]:
        self.witness.note(question("keys", *self.name), self.answer_keys())
        return iter(self.posts)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def row(self, key: str) -> Row:
        """Give one list, empty when there is none."""
        return Row(self._name_of(key), self._by_name.get(key, ()), self.witness)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Item, ...]]:
        return {str(key): posts for key, posts in self.posts.items()}

    def _name_of(self, key: str | int) -> tuple[str, str]:
        language, name = self.name
        return language, f"{name}/{key}"

    def answer_has(self, key: str) -> bytes:
        """Tell whether there is a list."""
        return b"yes" if key in self._by_name else b"no"

    def answer_keys(self) -> bytes:
        """Name the lists that there are, in their order."""
        return digest_of(*(str(key).encode() for key in self.posts))
