"""What the files of content say of each other: names exist, addresses differ, languages agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.manuscript import Reference, references
from newsdesk.problems import Message, Problem, nearest, say
from newsdesk.schema import DatedPost
from newsdesk.vocabulary import Vocabulary


def check_items(items: Iterable[Item]) -> Iterator[Problem]:
    """Two posts must not share an id or an address, and languages of one item must agree."""
    return chain(
        _check_twice(items, "id", lambda item: (language_of(item.post.lang), item.post.id)),
        _check_twice(items, "slug", lambda item: (language_of(item.post.lang), *item.place)),
        _check_languages_agree(items),
    )


def _check_twice(
    items: Iterable[Item], name: str, key: Callable[[Item], tuple[str, ...]]
) -> Iterator[Problem]:
    """Two posts must not share an id, nor an address."""
    first: dict[tuple[str, ...], Item] = {}
    for item in items:
        other = first.setdefault(key(item), item)
        if other is not item:
            value = key(item)[-1]
            message = say(
                "“{value}” is the {name} of {other} as well",
                value=value,
                name=name,
                other=other.source.path,
            )
            yield Problem(item.source.path, item.source.line_of((name,)), message, _other(name))


def _other(name: str) -> Message:
    if name == "id":
        return say("make up another id of six letters and digits")
    return say("type another slug: two posts cannot have one address")


def _check_languages_agree(items: Iterable[Item]) -> Iterator[Problem]:
    """An item has one address in all editions, so its languages share type and slug."""
    first: dict[str, Item] = {}
    for item in items:
        other = first.setdefault(item.post.id, item)
        if item.place != other.place:
            message = say(
                "its address ends in “{here}”, that of {other} in “{there}”",
                here="/".join(item.place),
                there="/".join(other.place),
                other=other.source.path,
            )
            hint = say("type slug: {slug} and the same type", slug=other.slug)
            yield Problem(item.source.path, item.source.line_of(("slug",)), message, hint)


# References


def check_references(
    items: tuple[Item, ...], vocabulary: Vocabulary, content: Path, *, complete: bool
) -> Iterator[Problem]:
    """Every name that a post uses must exist.

    :param complete: all posts could be read; otherwise an id may belong to one that could not.
    """
    ids = {item.post.id for item in items}
    yield from _check_people(vocabulary)
    for item in items:
        yield from _check_names(item, vocabulary)
        if complete:
            yield from _unknown_names(item, "related", item.post.related, ids, say("an item"))
        for reference in references(item.source):
            if complete or not reference.target.startswith("item:"):
                yield from _check_target(item, reference, ids, vocabulary, content)


def _check_people(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Everybody who speaks belongs to an organisation that we know."""
    known = vocabulary.organisations
    for key, person in vocabulary.people.items():
        if person.organisation not in known:
            source = vocabulary.sources["people"]
            message = say("“{name}” is not an organisation that we know", name=person.organisation)
            hint = _nearest_hint(person.organisation, known)
            yield Problem(source.path, source.line_of((key, "organisation")), message, hint)


def _check_names(item: Item, vocabulary: Vocabulary) -> Iterator[Problem]:
    post = item.post
    yield from _unknown_names(
        item, "contacts", post.contacts, vocabulary.contacts, say("a contact")
    )
    if not isinstance(post, DatedPost):
        return
    organisations = vocabulary.organisations
    yield from _unknown_names(
        item, "categories", post.categories, vocabulary.categories, say("a category")
    )
    yield from _unknown_names(
        item, "organisers", post.organisers, organisations, say("an organisation")
    )
    yield from _unknown_names(
        item, "partners", post.partners, organisations, say("an organisation")
    )
    yield from _unknown_names(item, "speakers", post.speakers, vocabulary.people, say("a person"))


def _unknown_names(
    item: Item, field_name: str, names: Iterable[str], known: Iterable[str], what: Message
) -> Iterator[Problem]:
    known = tuple(known)
    for index, name in enumerate(names):
        if name not in known:
            line = item.source.line_of((field_name, index))
            message = say("“{name}” is not {what} that we know", name=name, what=what)
            yield Problem(item.source.path, line, message, _nearest_hint(name, known))


def _nearest_hint(name: str, known: Iterable[str]) -> Message:
    known = sorted(known)
    closest = nearest(name, known)
    if closest:
        return say("type {closest}", closest=closest)
    return say("known are: {known}", known=", ".join(known) or "–")


def _check_target(
    item: Item, reference: Reference, ids: set[str], vocabulary: Vocabulary, content: Path
) -> Iterator[Problem]:
    """A link to an item, to a category, or to a file of content must lead to one."""
    scheme, _, rest = reference.target.partition(":")
    name = rest.partition("#")[0]
    message: Message | None = None
    hint: Message | None = None
    if scheme == "item" and name not in ids:
        message = say("“{target}” leads to no item", target=reference.target)
        hint = _nearest_hint(name, ids)
    elif scheme == "category" and name not in vocabulary.categories:
        message = say("“{target}” leads to no category", target=reference.target)
        hint = _nearest_hint(name, vocabulary.categories)
    elif reference.is_picture and not rest and not (content / reference.target).is_file():
        message = say("the picture “{target}” is not there", target=reference.target)
        hint = say(
            "put it into {folder}, and type photos/ and its name",
            folder=(content / "photos").as_posix(),
        )
    if message:
        yield Problem(item.source.path, reference.line, message, hint)
