"""Begins a post: a file with its header laid out, so that only what a human knows is left to write.

What the program can know stands there; what must be written has a note that says what for, and
what may be added stands below as notes, each with an example to write over.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from pathlib import Path

from newsdesk.files import ARTICLES, PAGES, POST_ENDING, read_each, source_files
from newsdesk.header import Source, Value, read_post
from newsdesk.header.writing import lines_of
from newsdesk.language import Language, language_of
from newsdesk.reference import DescribedField, fields_of
from newsdesk.schema.fields import Record
from newsdesk.schema.posts import POST_TYPES, DatedPost, Post
from newsdesk.script import slugify

# No vowels, so that no word comes about, and none of 0 1 i l o, which look like each other.
LETTERS = "bcdfghjkmnpqrstvwxyz"
DIGITS = "23456789"
LENGTH = 6
MAY_BE_ADDED = "# What may be added; take the first # away and write over the example:"
# What the languages of a post have in common; texts are written anew in each.
SHARED = frozenset((
    *("date", "publish_at", "starts", "ends", "categories", "topics", "programme", "location"),
    *("organisers", "partners", "speakers", "authors", "contacts", "boilerplate"),
    *("lead_photo", "photos", "people_under_18", "related"),
))  # fmt: skip


def new_id(known: Container[str], choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Make up an id that no post has yet; its first sign is a letter, so that it is no number.

    :param choose: takes one of several signs by chance.
    """
    while True:
        rest = (choose(LETTERS + DIGITS) for _ in range(LENGTH - 1))
        made = "".join((choose(LETTERS), *rest))
        if made not in known:
            return made


@dataclass(frozen=True, slots=True)
class Order:
    """What is known of a post before it is written.

    :param title: may be empty: then it is left to write.
    :param today: the day that stands in it as its date.
    :param sister: the same post in the other language, if there is one.
    :param known: what else is known of it; a field in a group is named as `original.date`.
    :param unsure: fields with a value that somebody should look at all the same.
    :param body: its text, where somebody has written it already.
    """

    kind: str
    lang: Language
    title: str
    slug: str
    identity: str
    today: date
    sister: Source | None = None
    known: Mapping[str, Value] = field(default_factory=dict)
    unsure: Collection[str] = ()
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A field that is left for a human to write.

    :param field: such as `summary` or `dateline.place`.
    :param line: the line of the file in which it stands, counted from 1.
    """

    field: str
    line: int


@dataclass(frozen=True, slots=True)
class Scaffold:
    """The file of a new post.

    :param gaps: the fields that are left to write.
    :param body_line: the line in which the text of the post begins.
    """

    text: str
    gaps: tuple[Gap, ...]
    body_line: int


def scaffold(order: Order) -> Scaffold:
    """Lay out the file of a new post; what may be added is shown where there is no text yet."""
    model = POST_TYPES[order.kind]
    known = _known(model, order)
    lines = [
        _Line("---"),
        *_laid_out(model, known),
        *(_to_be_added(model, known) if order.body is None else ()),
        _Line("---"),
    ]
    return _file(lines, order.body or "", order.unsure)


def scaffold_of_record(model: type[Record], known: Mapping[str, Value]) -> Scaffold:
    """Lay out the record of something, such as a photograph."""
    return _file(list(_laid_out(model, known)))


def _laid_out(model: type[Record], known: Mapping[str, Value]) -> Iterator[_Line]:
    """Write the fields that must be there, and those that are known, in their order."""
    for each in fields_of(model):
        if each.is_required or _is_known(each.name, known):
            yield from _written(each, known)


def _to_be_added(model: type[Record], known: Mapping[str, Value]) -> Iterator[_Line]:
    """Show what may be added, as notes."""
    yield _Line(MAY_BE_ADDED)
    for each in fields_of(model):
        if not each.is_required and not _is_known(each.name, known):
            yield from (_Line(f"# {line.text}") for line in _shown(each))


def _is_known(name: str, known: Iterable[str]) -> bool:
    """Tell whether anything of a field is known, be it one of the fields in its group."""
    return any(each == name or each.startswith(f"{name}.") for each in known)


def _file(
    lines: Sequence[_Line], body: str | None = None, unsure: Collection[str] = ()
) -> Scaffold:
    """Put the lines of a header together, and what stands below them, if anything does."""
    gaps = [
        Gap(line.field, number)
        for number, line in enumerate(lines, start=1)
        if line.is_gap or line.field in unsure
    ]
    below = "" if body is None else f"{body}\n"
    text = "".join(f"{line.text}\n" for line in lines) + below
    return Scaffold(text, tuple(gaps), len(lines) + 1)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file.

    :param field: the field that begins here, if one does.
    :param is_gap: a human must write its value.
    """

    text: str
    field: str = ""
    is_gap: bool = False


def _known(model: type[Post], order: Order) -> dict[str, Value]:
    """Give the values that need no human."""
    today = order.today.isoformat()
    shared = _shared(order.sister, model)
    dated: dict[str, Value] = {"status": "draft"} if issubclass(model, DatedPost) else {}
    title: dict[str, Value] = {"title": order.title} if order.title else {}
    return {
        "date": today,
        "dateline.date": shared.get("date", today),
        **dated,
        **shared,
        "id": order.identity,
        "type": order.kind,
        "lang": order.lang,
        **title,
        "slug": order.slug,
        **order.known,
    }


def _shared(sister: Source | None, model: type[Post]) -> dict[str, Value]:
    """Take from the other language of a post what is the same in both."""
    header: Mapping[str, Value] = sister.header if sister else {}
    return {
        name: value
        for name, value in header.items()
        if name in SHARED and name in model.model_fields
    }


def _written(
    field: DescribedField, known: Mapping[str, Value], within: str = ""
) -> Iterator[_Line]:
    """Write a field that must be there: with its value, or with a note on what is to be written."""
    name = within + field.name
    if name in known:
        first, *others = lines_of(field.name, known[name])
        yield from (_Line(first, name), *map(_Line, others))
    elif field.group and not field.example:
        yield _Line(f"{field.name}: # {field.description}")
        needed = [
            inner
            for inner in fields_of(field.group)
            if inner.is_required or f"{name}.{inner.name}" in known
        ]
        lines = [line for inner in needed for line in _written(inner, known, f"{name}.")]
        yield from _indented(lines, is_list=field.is_list)
    else:
        yield _Line(f"{field.name}: # {_note(field)}", name, is_gap=True)


def _indented(lines: Iterable[_Line], *, is_list: bool) -> Iterator[_Line]:
    """Move the fields of a group to the right, behind a hyphen if several groups may follow."""
    for index, line in enumerate(lines):
        hyphen = "- " if index == 0 else "  "
        yield replace(line, text=f"  {hyphen if is_list else ''}{line.text}")


def _note(field: DescribedField) -> str:
    """Say in a note what a field is for, and what it may look like."""
    is_said = all(choice in field.description for choice in field.choices)
    choices = "" if is_said else f"; one of {', '.join(field.choices)}"
    example = f"; for example: {field.example}" if field.example else ""
    return field.description + choices + example


def _shown(field: DescribedField) -> Iterator[_Line]:
    """Show a field that may be added, with its example; a group with the fields that it needs."""
    if not field.group or field.example:
        yield _Line(f"{field.name}: {field.example} # {field.description}")
        return
    yield _Line(f"{field.name}: # {field.description}")
    needed = [inner for inner in fields_of(field.group) if inner.is_required]
    yield from _indented(
        [line for inner in needed for line in _shown(inner)], is_list=field.is_list
    )


# The posts that are there


def posts_in(content: Path, folders: Iterable[str]) -> tuple[Source, ...]:
    """Read the header of every post, passing over what cannot be read: the check tells of it.

    :param content: the content folder, as the person who reads the messages knows it.
    :param folders: the folders of the languages.
    """
    found: list[Source] = []
    for folder, kind in product(dict.fromkeys(folders), (ARTICLES, PAGES)):
        files, _ = source_files(content, f"{folder}/{kind}", POST_ENDING)
        posts, _ = read_each(lambda file: read_post(file.path, file.read()), files)
        found += posts
    return tuple(found)


def slug_of(post: Source) -> str:
    """Give the last part of the address of a post."""
    return str(post.header.get("slug") or slugify(str(post.header.get("title", ""))))


def is_taken_by(order: Order, post: Source) -> bool:
    """Tell whether another post has the address that the new one would have."""
    language, model = str(post.header.get("lang")), POST_TYPES.get(str(post.header.get("type")))
    return (
        language_of(language) == language_of(order.lang)
        and model is not None
        and model.kind == POST_TYPES[order.kind].kind
        and slug_of(post) == order.slug
    )
