"""The names that posts draw on: categories, organisations, people, contacts, standing texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from newsdesk.explain import read_as
from newsdesk.files import RECORD_ENDING, VOCABULARY, SourceFile, read_each, source_files
from newsdesk.header import Source, read_record
from newsdesk.problems import Problem, SiteError, nearest, say
from newsdesk.schema.fields import SLUG, Record
from newsdesk.schema.records import (
    RECORD_TYPES,
    BoilerplateRecord,
    CategoryRecord,
    ContactRecord,
    LocationRecord,
    OrganisationRecord,
    PersonRecord,
    TopicRecord,
)
from newsdesk.script import mistakes_in_corrections, slugify

# Not a kind of record: words, and what stands for them in the other script.
CORRECTIONS = "script"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that posts may refer to.

    :param script: how words are put right that come out wrong in the other script of Serbian.
    :param sources: the files that the records stand in, by kind of record.
    :param unread: the kinds of which not all records could be read.
    """

    categories: Mapping[str, CategoryRecord] = field(default_factory=dict)
    organisations: Mapping[str, OrganisationRecord] = field(default_factory=dict)
    people: Mapping[str, PersonRecord] = field(default_factory=dict)
    contacts: Mapping[str, ContactRecord] = field(default_factory=dict)
    boilerplate: Mapping[str, BoilerplateRecord] = field(default_factory=dict)
    topics: Mapping[str, TopicRecord] = field(default_factory=dict)
    locations: Mapping[str, LocationRecord] = field(default_factory=dict)
    script: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        """Give the records of one kind by their keys."""
        records: Mapping[str, Record] = getattr(self, kind)
        return records


def read_vocabulary(content: Path) -> tuple[Vocabulary, list[Problem]]:
    """Read all records, and tell what is wrong with those that cannot be read.

    :param content: the content folder as the person named it.
    """
    files, problems = source_files(content, VOCABULARY, RECORD_ENDING)
    sources, unread = read_each(_read_source, files)
    problems += unread
    records: dict[str, Any] = {}
    for kind, source in sources:
        read = _read_corrections if kind == CORRECTIONS else partial(_read_records, kind)
        records[kind], wrong = read(source)
        problems += wrong
    return Vocabulary(**records, sources=dict(sources), unread=_unread(problems, records)), problems


def _unread(problems: Iterable[Problem], records: Iterable[str]) -> frozenset[str]:
    """Name the kinds of which not all records are known; a file's name may be wrong, too."""
    named = frozenset(Path(problem.path).stem for problem in problems)
    return named | (RECORD_TYPES.keys() - records) if named else named


def _read_source(file: SourceFile) -> tuple[str, Source]:
    """Read one file of the vocabulary; its name says what kind of records it holds."""
    kind = file.file.stem
    if file.file.parent.name != VOCABULARY:
        raise SiteError([_too_deep(file.path)])
    if kind not in RECORD_TYPES and kind != CORRECTIONS:
        raise SiteError([_unknown_kind(file.path, kind)])
    return kind, read_record(file.path, file.read())


def _read_records(kind: str, source: Source) -> tuple[dict[str, Record], list[Problem]]:
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for key, value in source.header.items():
        if not re.fullmatch(SLUG, key):
            problems.append(_wrong_key(source, key))
        try:
            records[key] = read_as(RECORD_TYPES[kind], source, value, place=(key,))
        except SiteError as error:
            problems += error.problems
    return records, problems


def _read_corrections(source: Source) -> tuple[dict[str, str], list[Problem]]:
    """Read how words are written in the other script: what is typed, and what is shown for it."""
    corrections = {typed: str(shown) for typed, shown in source.header.items()}
    lines = {typed: source.line_of((typed,)) for typed in corrections}
    return corrections, list(mistakes_in_corrections(corrections, source.path, lines))


def _wrong_key(source: Source, key: str) -> Problem:
    """A key stands in addresses and in posts."""
    message = say("“{key}” cannot name a record: only a–z, digits and hyphens can", key=key)
    hint = say("type {slug}:", slug=slugify(key) or "social-protection")
    return Problem(source.path, source.line_of((key,)), message, hint)


def _too_deep(path: str) -> Problem:
    message = say("no folder within the vocabulary is read")
    return Problem(path, 0, message, say("move the file to {folder}/", folder=VOCABULARY))


def _unknown_kind(path: str, kind: str) -> Problem:
    message = say("“{kind}” is not a kind of record", kind=kind)
    closest = nearest(kind, RECORD_TYPES)
    if closest:
        return Problem(path, 0, message, say("let its name be {name}", name=_file_of(closest)))
    known = ", ".join(map(_file_of, RECORD_TYPES))
    return Problem(path, 0, message, say("the vocabulary has: {known}", known=known))


def _file_of(kind: str) -> str:
    return f"{kind}{RECORD_ENDING}"
