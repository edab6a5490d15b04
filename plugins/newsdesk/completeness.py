"""Whether the vocabulary is complete: every record speaks every language, and people belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from newsdesk.header import Source
from newsdesk.known import ended_category, unknown_record
from newsdesk.language import language_of
from newsdesk.problems import Problem, say
from newsdesk.schema.records import RECORD_TYPES
from newsdesk.settings import Edition
from newsdesk.vocabulary import Vocabulary


def check_vocabulary(vocabulary: Vocabulary, editions: Iterable[Edition]) -> Iterator[Problem]:
    """Every record says in every language what readers see, and people belong somewhere."""
    languages: dict[str, str] = {}
    for edition in editions:
        # One script of Serbian is enough; the other one is made from it.
        languages.setdefault(language_of(edition.key), edition.key)
    return chain(
        _check_texts(vocabulary, languages), _check_people(vocabulary), _check_endings(vocabulary)
    )


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
        words = unknown_record("organisations", person.organisation, vocabulary)
        if words:
            source = vocabulary.sources["people"]
            yield Problem(source.path, source.line_of((key, "organisation")), *words)


def _check_endings(vocabulary: Vocabulary) -> Iterator[Problem]:
    """A category that has ended sends its readers to one that stands."""
    for key, category in vocabulary.categories.items():
        name = category.ended and category.ended.replaced_by
        if name:
            words = unknown_record("categories", name, vocabulary) or ended_category(
                name, vocabulary
            )
            if words:
                source = vocabulary.sources["categories"]
                yield Problem(source.path, source.line_of((key, "ended", "replaced_by")), *words)
