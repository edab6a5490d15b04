"""What the files of content say of each other: names exist, addresses differ, languages agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

from newsdesk.files import PHOTOS, RECORD_ENDING, VOCABULARY, walk
from newsdesk.header import Source
from newsdesk.item import Item
from newsdesk.language import Language, language_of
from newsdesk.manuscript import Reference, references
from newsdesk.problems import Message, Problem, nearest, say
from newsdesk.schema import POST_TYPES, RECORD_TYPES
from newsdesk.settings import Edition
from newsdesk.vocabulary import Vocabulary

# So many names a hint can list without hiding what it says.
LISTED = 12
# Characters of an address that a message repeats; pasted pictures have millions.
SHOWN = 80


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
        _check_twice(items, "id", lambda item: (language_of(item.post.lang), item.post.id)),
        _check_twice(items, "slug", lambda item: (language_of(item.post.lang), *item.place)),
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
        if item.place == other.place or language_of(item.post.lang) == language_of(other.post.lang):
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


# The vocabulary in itself


def check_vocabulary(vocabulary: Vocabulary, editions: Iterable[Edition]) -> Iterator[Problem]:
    """Every record says in every language what readers see, and people belong somewhere."""
    languages: dict[str, str] = {}
    for edition in editions:
        # One script of Serbian is enough; the other one is made from it.
        languages.setdefault(language_of(edition.key), edition.key)
    return chain(_check_texts(vocabulary, languages), _check_people(vocabulary))


def _check_texts(vocabulary: Vocabulary, languages: Mapping[str, str]) -> Iterator[Problem]:
    for kind in RECORD_TYPES:
        for key, record in vocabulary.of_kind(kind).items():
            for field, texts in record:
                said = {language_of(tag) for tag in texts} if isinstance(texts, dict) else languages
                for language, tag in languages.items():
                    if language not in said:
                        yield _not_said(vocabulary.sources[kind], (key, field), tag)


def _not_said(source: Source, place: tuple[str, str], tag: str) -> Problem:
    field = ".".join(place)
    message = say("“{field}” says nothing in {tag}", field=field, tag=tag)
    hint = say("add a line below it: {tag}: and the text", tag=tag)
    return Problem(source.path, source.line_of(place), message, hint)


def _check_people(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Everybody who speaks belongs to an organisation that we know."""
    for key, person in vocabulary.people.items():
        words = _unknown("organisations", person.organisation, vocabulary)
        if words:
            source = vocabulary.sources["people"]
            yield Problem(source.path, source.line_of((key, "organisation")), *words)


# References


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that a post can refer to.

    :param titles: the title of each item, by its id.
    :param photos: the pictures, such as `photos/school.jpg`.
    :param complete: all posts could be read; otherwise an id may belong to one that could not.
    """

    titles: Mapping[str, str]
    vocabulary: Vocabulary
    photos: Collection[str]
    complete: bool


def check_references(
    items: Iterable[Item], vocabulary: Vocabulary, content: Path, *, complete: bool
) -> Iterator[Problem]:
    """Every name that a post uses must exist.

    :param complete: all posts could be read; otherwise an id may belong to one that could not.
    """
    items = tuple(items)
    photos = [file.relative_to(content).as_posix() for file in walk(content / PHOTOS)]
    titles = {item.post.id: item.post.title for item in reversed(items)}
    known = Known(titles, vocabulary, dict.fromkeys(photos), complete)
    for item in items:
        yield from _check_names(item, known)
        for reference in references(item.source):
            words = _wrong_target(reference, known)
            if words:
                yield Problem(item.source.path, reference.line, *words)


_Words = tuple[Message, Message]

# The fields of a post that name records, and the kind of record that they name.
NAMING = (
    ("categories", "categories"),
    ("contacts", "contacts"),
    ("organisers", "organisations"),
    ("partners", "organisations"),
    ("speakers", "people"),
)


def _check_names(item: Item, known: Known) -> Iterator[Problem]:
    for field, kind in NAMING:
        for index, name in enumerate(getattr(item.post, field, ())):
            words = _unknown(kind, name, known.vocabulary)
            if words:
                line = item.source.line_of((field, index))
                yield Problem(item.source.path, line, *words)
    for index, name in enumerate(item.post.related):
        if known.complete and name not in known.titles:
            line = item.source.line_of(("related", index))
            message = say("“{name}” is not the id of a post", name=name)
            yield Problem(item.source.path, line, message, _item_hint(name, known))


def _unknown(kind: str, name: str, vocabulary: Vocabulary) -> _Words | None:
    """Say that a name is not in the vocabulary, unless its file could not be read."""
    records = vocabulary.of_kind(kind)
    if name in records or kind in vocabulary.unread:
        return None
    messages = {
        "categories": say("“{name}” is not a category that we know", name=name),
        "contacts": say("“{name}” is not a contact that we know", name=name),
        "organisations": say("“{name}” is not an organisation that we know", name=name),
        "people": say("“{name}” is not a person that we know", name=name),
    }
    return messages[kind], _record_hint(kind, name, records)


def _record_hint(kind: str, name: str, known: Collection[str]) -> Message:
    closest = nearest(name, known)
    if closest:
        return say("type {closest}", closest=closest)
    file = f"{VOCABULARY}/{kind}{RECORD_ENDING}"
    if 0 < len(known) <= LISTED:
        names = ", ".join(sorted(known))
        return say("known are: {names}; others can be added to {file}", names=names, file=file)
    return say("choose a name from {file}, or add it there", file=file)


def _item_hint(name: str, known: Known, scheme: str = "") -> Message:
    closest = nearest(name, known.titles)
    if closest:
        title = known.titles[closest]
        return say("type {reference} for “{title}”", reference=scheme + closest, title=title)
    return say("type the id that stands at the head of the post")


# How the address of a link may begin, so that a slip such as itme: does not lead out of the site.
OUTSIDE = ("https", "http", "mailto", "tel")
SCHEMES = ("item", "category", *OUTSIDE)
SCHEME = re.compile(r"([A-Za-z][\w+.-]*):(.*)")


def _wrong_target(reference: Reference, known: Known) -> _Words | None:
    """A link to an item, to a category, or to a file of content must lead to one."""
    scheme, _, rest = reference.target.partition(":")
    name = rest.partition("#")[0]
    if scheme == "item":
        return _wrong_item(reference, name, known)
    if scheme == "category":
        return _wrong_category(reference, name, known)
    if scheme.lower() in OUTSIDE and rest:
        return None
    if reference.is_picture:
        return _wrong_picture(reference, known)
    return _wrong_address(reference)


def _wrong_item(reference: Reference, name: str, known: Known) -> _Words | None:
    if name in known.titles or not known.complete:
        return None
    message = say("“{target}” leads to no item", target=_short(reference.target))
    return message, _item_hint(name, known, "item:")


def _wrong_category(reference: Reference, name: str, known: Known) -> _Words | None:
    words = _unknown("categories", name, known.vocabulary)
    if words is None:
        return None
    message = say("“{target}” leads to no category", target=_short(reference.target))
    closest = nearest(name, known.vocabulary.categories)
    return message, say("type category:{name}", name=closest) if closest else words[1]


def _wrong_picture(reference: Reference, known: Known) -> _Words | None:
    target = unquote(reference.target)
    if target in known.photos:
        return None
    message = say("the picture “{target}” is not there", target=_short(target))
    closest = nearest(target, known.photos)
    if closest:
        return message, say("type {closest}", closest=closest)
    return message, say("put it into {folder}/, and type {folder}/ and its name", folder=PHOTOS)


def _wrong_address(reference: Reference) -> _Words | None:
    """Staff who type no whole address mean something else than a browser would."""
    target = _short(reference.target)
    message = say("the link “{link}” leads nowhere", link=target)
    if target.startswith(("/", "#")):
        return None
    if not target:
        return message, say("type its address between the brackets")
    if found := SCHEME.fullmatch(target):
        return _wrong_scheme(found[1], found[2])
    if target.startswith("www."):
        return message, say("type {target}", target=f"https://{target}")
    if "@" in target:
        return message, say("type {target}", target=f"mailto:{target}")
    return message, say("type the whole address, or item: and the id of a post")


def _wrong_scheme(scheme: str, rest: str) -> _Words:
    message = say("no link begins with “{scheme}:”", scheme=scheme)
    closest = nearest(scheme, SCHEMES)
    if closest:
        return message, say("type {target}", target=f"{closest}:{rest}")
    return message, say("links begin with: {schemes}", schemes=":, ".join(SCHEMES) + ":")


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
