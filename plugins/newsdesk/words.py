"""The interface's own words in each language, from theme/translations/*.po.

A file is named after the language tag that it is written in (`sr-Latn.po`). An edition in the
other script of that language has its words converted; nobody types them twice.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from newsdesk.language import language_of
from newsdesk.speech import Speech

# What a program fills in is not a word: %(count)s, {name}.
FILLED_IN = re.compile(r"(%\(\w+\)[sd]|\{\w+\})")


def noted(text: str) -> str:
    """Note a text for translation that is looked up later."""
    return text


def file_of_words(folder: Path, key: str) -> Path | None:
    """Give the file that an edition takes its words from: its own, or that of its other script.

    :param folder: theme/translations.
    :param key: the edition's language tag.
    """
    language = language_of(key)
    files = sorted(file for file in folder.glob("*.po") if language_of(file.stem) == language)
    return next((file for file in files if file.stem == key), next(iter(files), None))


def read_words(folder: Path, speech: Speech) -> NullTranslations:
    """Read the words of an edition; English is what the templates are written in.

    :param folder: theme/translations.
    """
    file = file_of_words(folder, speech.key)
    if file is None:
        return NullTranslations()
    with file.open("rb") as source:
        catalog = read_po(source, locale=file.stem.replace("-", "_"))
    for message in catalog:
        if message.id:
            message.string = _said(message, speech, file.stem)
    return _compiled(catalog)


def _said(message: Message, speech: Speech, written_in: str) -> str | tuple[str, ...]:
    """Say a message, or each of its plural forms, in the edition's script."""
    if isinstance(message.string, str):
        return _say(message.string, speech, written_in)
    return tuple(_say(form, speech, written_in) for form in message.string or ())


def _say(text: str, speech: Speech, written_in: str) -> str:
    parts = FILLED_IN.split(text)
    parts[::2] = [speech.text(part, written_in) for part in parts[::2]]
    return "".join(parts)


def _compiled(catalog: Catalog) -> Translations:
    file = io.BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return Translations(file)
