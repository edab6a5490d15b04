"""Finds the categories of an item: names that a site set above its text, even run together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsdesk.importing.furniture import PHRASES, Names, folded, is_furniture, words_of
from newsdesk.problems import Message, say
from newsdesk.vocabulary import Vocabulary

# Characters of a paragraph that is text beyond doubt, though it has no full stop.
TEXT = 80
# Characters of what need not be looked at: no addresses of links could make it that long.
LONG = 3000
ENDS = (".", "!", "?", ":", "…", "”", '"', "“")


@dataclass(frozen=True, slots=True)
class Sorted:
    """A text without what stood around it.

    :param categories: keys of the vocabulary, in the order in which they were named.
    """

    paragraphs: tuple[str, ...]
    categories: tuple[str, ...]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Rubrics:
    """The categories of the house, by all of their names.

    :param keys: the key of each category by its names in all languages, and by itself.
    :param alone: finds these names in a line.
    :param with_furniture: finds them beside furniture.
    """

    keys: Mapping[str, str]
    alone: Names
    with_furniture: Names

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Rubrics:
        """Collect the names."""
        keys = {
            folded(name): key
            for key, record in vocabulary.categories.items()
            for name in (key, key.replace("-", " "), *record.name.values())
        }
        return cls(keys, Names.of(keys), Names.of({*keys, *PHRASES}))


def categories_of(names: Iterable[str], known: Rubrics) -> tuple[tuple[str, ...], list[str]]:
    """Look the names of categories up; gives their keys, and the names that nobody knows."""
    keys: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for name in names:
        found = known.alone.run_together(folded(name))
        if found is None:
            unknown[name] = None
        keys |= dict.fromkeys(known.keys[each] for each in found or ())
    return tuple(keys), list(unknown)


def sort_out(paragraphs: Sequence[str], known: Rubrics) -> Sorted:
    """Take furniture and the names of categories from the head and the foot of a text."""
    first, last = _text(paragraphs)
    categories: dict[str, None] = {}
    remarks: list[Message] = []
    kept: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        within = first <= number <= last
        names = None if within else _names(paragraph, known)
        if names is not None:
            categories |= dict.fromkeys(known.keys[each] for each in names if each in known.keys)
        elif not _is_left_behind(paragraph, within=within):
            kept.append(paragraph)
            remarks += () if within else _half_known(paragraph, known)
    return Sorted(tuple(kept or paragraphs), tuple(categories), tuple(remarks))


def _text(paragraphs: Sequence[str]) -> tuple[int, int]:
    """Give the places of the first and the last paragraph that are text beyond doubt."""
    numbers = range(len(paragraphs))
    first = next((number for number in numbers if _is_sure(paragraphs[number])), None)
    if first is None:
        return len(paragraphs), -1
    return first, next(number for number in reversed(numbers) if _is_sure(paragraphs[number]))


def _is_sure(paragraph: str) -> bool:
    return _is_text(paragraph) and not is_furniture(paragraph)


def _is_text(paragraph: str) -> bool:
    if len(paragraph) > LONG:
        return True
    words = words_of(paragraph)
    return len(words) >= TEXT or words.endswith(ENDS)


def _names(paragraph: str, known: Rubrics) -> list[str] | None:
    """Give the names in a paragraph that has nothing else, furniture among them."""
    words = folded(" ".join(map(words_of, paragraph.split("\n"))))
    found = known.with_furniture.run_together(words)
    return found if found and any(name in known.keys for name in found) else None


def _is_left_behind(paragraph: str, *, within: bool) -> bool:
    """Tell whether a paragraph is furniture; between texts only what is so beyond doubt."""
    return is_furniture(paragraph) and (not within or " " in words_of(paragraph))


def _half_known(paragraph: str, known: Rubrics) -> list[Message]:
    """Tell of a line that begins with a category, and goes on with what nobody knows."""
    words = words_of(paragraph)
    if _is_text(paragraph) or paragraph.startswith("#"):
        return []
    begins = known.alone.one.match(folded(words)) is not None
    return [say("“{line}” looks like categories that are not all known", line=words)] * begins
