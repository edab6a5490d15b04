"""What posts say of each other: each stands where it belongs, and languages of one item agree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import get_args

from newsdesk.header import Source
from newsdesk.item import Item
from newsdesk.language import Language, language_of
from newsdesk.problems import Message, Problem, say
from newsdesk.schema.posts import POST_TYPES
from newsdesk.settings import Edition

# A post and its folder


@dataclass(frozen=True, slots=True)
class Folder:
    """Where in content a post stands.

    :param content: the content folder as the person named it.
    :param language: the folder of its language, such as `sr`.
    :param kind: the folder within that one: articles or pages.
    """

    content: Path
    language: str
    kind: str


def check_place(source: Source, folder: Folder, editions: Iterable[Edition]) -> Iterator[Problem]:
    """A post stands in the folder of its language, and there in the folder of its type."""
    yield from _check_language(source, folder, editions)
    name = source.header.get("type")
    model = POST_TYPES.get(name) if isinstance(name, str) else None
    if model and model.folder != folder.kind:
        fitting = [name for name, other in POST_TYPES.items() if other.folder == folder.kind]
        here = folder.content / folder.language / folder.kind
        there = folder.content / folder.language / model.folder
        yield _misplaced(source, "type", here, fitting, there)


def _check_language(
    source: Source, folder: Folder, editions: Iterable[Edition]
) -> Iterator[Problem]:
    tag = source.header.get("lang")
    if not isinstance(tag, str) or tag not in get_args(Language):
        return
    folders = {edition.key: edition.folder for edition in editions}
    fitting = [key for key, name in folders.items() if name == folder.language]
    if language_of(tag) in map(language_of, fitting):
        return
    others = (name for key, name in folders.items() if language_of(key) == language_of(tag))
    other = next(others, None)
    there = folder.content / other / folder.kind if other else None
    yield _misplaced(source, "lang", folder.content / folder.language, fitting, there)


def _misplaced(
    source: Source, field: str, here: Path, fitting: Iterable[str], there: Path | None
) -> Problem:
    value, shown = source.header[field], here.as_posix()
    message = say("“{value}” does not belong in {here}", value=value, here=shown)
    names = ", ".join(fitting)
    hint = say("{here} is for: {names}", here=shown, names=names)
    if there:
        hint = say(
            "move the file to {there}; {here} is for: {names}",
            there=there.as_posix(),
            here=shown,
            names=names,
        )
    return Problem(source.path, source.line_of((field,)), message, hint)


# Posts among each other


def check_items(items: Collection[Item]) -> Iterator[Problem]:
    """Two posts must not share an id or an address, and languages of one item must agree."""
    return chain(
        _check_twice(items, "id", lambda item: (item.language, item.post.id)),
        _check_twice(items, "slug", lambda item: (item.language, *item.place)),
        _check_languages_agree(items),
        _check_aliases(items),
    )


def _check_twice(
    items: Iterable[Item], name: str, key: Callable[[Item], tuple[str, ...]]
) -> Iterator[Problem]:
    """Two posts must not share an id, nor an address."""
    first: dict[tuple[str, ...], Item] = {}
    for item in items:
        other = first.setdefault(key(item), item)
        if other is not item:
            line = item.source.line_of((name,))
            message, hint = _twice(name, key(item)[-1], other.source.path)
            yield Problem(item.source.path, line, message, hint)


def _twice(name: str, value: str, other: str) -> tuple[Message, Message]:
    if name == "id":
        message = say("“{value}” is the id of {other} as well", value=value, other=other)
        return message, say("make up another id of six letters and digits")
    message = say("“{value}” is the slug of {other} as well", value=value, other=other)
    return message, say("type another slug: two posts cannot have one address")


def _check_languages_agree(items: Iterable[Item]) -> Iterator[Problem]:
    """An item has one address in all editions, so its languages share type and slug."""
    first: dict[str, Item] = {}
    for item in items:
        other = first.setdefault(item.post.id, item)
        if item.place == other.place or item.language == other.language:
            continue
        message = say(
            "its address ends in “{here}”, that of {other} in “{there}”",
            here="/".join(item.place),
            there="/".join(other.place),
            other=other.source.path,
        )
        field, value = "slug", other.slug
        if item.slug == other.slug:
            field, value = "type", str(other.source.header["type"])
        hint = say("type {field}: {value}", field=field, value=value)
        yield Problem(item.source.path, item.source.line_of((field,)), message, hint)


def _check_aliases(items: Iterable[Item]) -> Iterator[Problem]:
    """An old address can lead to one post alone."""
    first: dict[str, Item] = {}
    for item in items:
        for index, alias in enumerate(item.post.aliases):
            other = first.setdefault(alias, item)
            if other is not item:
                line = item.source.line_of(("aliases", index))
                message = say(
                    "“{alias}” is an old address of {other} as well",
                    alias=alias,
                    other=other.source.path,
                )
                yield Problem(item.source.path, line, message, say("take it out of one of them"))
