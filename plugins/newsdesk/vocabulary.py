"""The names that posts draw on: categories, organisations, people, contacts, standing texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsdesk.explain import read_as
from newsdesk.files import RECORD_ENDING, SourceFile, read_each, source_files
from newsdesk.header import Source, read_record
from newsdesk.problems import Problem, SiteError, say
from newsdesk.schema import (
    RECORD_TYPES,
    BoilerplateRecord,
    CategoryRecord,
    ContactRecord,
    OrganisationRecord,
    PersonRecord,
    Record,
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that posts may refer to.

    :param sources: the files that the records stand in, by kind of record.
    """

    categories: Mapping[str, CategoryRecord] = field(default_factory=dict)
    organisations: Mapping[str, OrganisationRecord] = field(default_factory=dict)
    people: Mapping[str, PersonRecord] = field(default_factory=dict)
    contacts: Mapping[str, ContactRecord] = field(default_factory=dict)
    boilerplate: Mapping[str, BoilerplateRecord] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)


def read_vocabulary(content: Path) -> tuple[Vocabulary, list[Problem]]:
    """Read all records, and tell what is wrong with those that cannot be read."""
    files, problems = source_files(content, "vocabulary", RECORD_ENDING)
    sources, unread = read_each(_read_source, files)
    records: dict[str, Any] = {}
    wrong: list[Problem] = []
    for kind, source in sources:
        records[kind], found = _read_records(kind, source)
        wrong += found
    return Vocabulary(**records, sources=dict(sources)), problems + unread + wrong


def _read_source(file: SourceFile) -> tuple[str, Source]:
    """Read one file of the vocabulary; its name says what kind of records it holds."""
    kind = file.file.stem
    if kind not in RECORD_TYPES:
        raise SiteError([_unknown_kind(file.path, kind)])
    return kind, read_record(file.path, file.read())


def _read_records(kind: str, source: Source) -> tuple[dict[str, Record], list[Problem]]:
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for key, value in source.header.items():
        try:
            records[key] = read_as(RECORD_TYPES[kind], source, value, place=(key,))
        except SiteError as error:
            problems += error.problems
    return records, problems


def _unknown_kind(path: str, kind: str) -> Problem:
    known = ", ".join(f"{name}{RECORD_ENDING}" for name in RECORD_TYPES)
    message = say("“{kind}” is not a kind of record", kind=kind)
    return Problem(path, 0, message, say("the vocabulary has: {known}", known=known))
