"""What the interface cannot say yet in a language of the site: texts that nobody has translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from newsdesk.language import language_of
from newsdesk.problems import Problem, say
from newsdesk.settings import Edition
from newsdesk.words import file_of_words

# What the templates are written in needs no file.
OF_TEMPLATES = "en"


def untranslated(folder: Path, editions: Iterable[Edition]) -> Iterator[Problem]:
    """Give every text that an edition would show in English; one script of Serbian is enough.

    :param folder: theme/translations, as the person who reads the messages knows it.
    """
    checked: set[Path] = set()
    for edition in editions:
        if language_of(edition.key) == OF_TEMPLATES:
            continue
        file = file_of_words(folder, edition.key)
        if file is None:
            yield _no_file(folder, edition.key)
        elif file not in checked:
            checked.add(file)
            yield from _empty_entries(file)


def _no_file(folder: Path, key: str) -> Problem:
    path = (folder / f"{key}.po").as_posix()
    message = say("there is no file of the interface’s words in “{lang}”", lang=key)
    hint = say("copy another file of the folder, and translate what stands behind msgstr")
    return Problem(path, 0, message, hint, level="warning")


def _empty_entries(file: Path) -> Iterator[Problem]:
    with file.open("rb") as source:
        catalog = read_po(source)
    for entry in catalog:
        if entry.id and (entry.fuzzy or not _is_said(entry)):
            text = entry.id if isinstance(entry.id, str) else entry.id[0]
            message = say("“{text}” is not translated", text=text)
            hint = say("type its translation behind msgstr")
            if entry.fuzzy:
                hint = say("put msgstr right, and take the word fuzzy above it out")
            yield Problem(file.as_posix(), entry.lineno or 0, message, hint, level="warning")


def _is_said(entry: Message) -> bool:
    """Tell whether an entry, or each of its plural forms, says something."""
    forms = (entry.string,) if isinstance(entry.string, str) else (entry.string or ("",))
    return all(form.strip() for form in forms)
