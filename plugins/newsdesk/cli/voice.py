"""In which language the command speaks: English, or Serbian in one of its scripts.

What is typed in content stays as it is typed: names of fields, addresses, and every value that a
message repeats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from gettext import NullTranslations
from pathlib import Path

from newsdesk.language import Language

# The variables that set the language of messages, in the order of POSIX.
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
TRANSLATIONS = Path(__file__).parents[1] / "translations"
WRITTEN_IN: Language = "sr-Latn"
SPOKEN: tuple[Language, ...] = ("en", "sr-Latn", "sr-Cyrl")
SERBIAN = re.compile(r"sr(?![a-z])", re.IGNORECASE)
LATIN = re.compile(r"lat", re.IGNORECASE)
PLACEHOLDER = r"\{\w*\}"
# A passage in quotation marks, a command, or a word.
PIECE = re.compile(r"“[^”]*”|`[^`]*`|[^\s{}“”„`]+")
AROUND = ".,;!?()"
# What no word of running text has: content/photos, status:, UTF-8, --port, NEWSDESK_…, Markdown.
OF_MACHINES = re.compile(r".*[\d/_:@#\\\[\]*=“`].*|--.+|[A-Z].+|true|false|msgstr")


def language_of_environment(environment: Mapping[str, str]) -> Language:
    """Give the language that a person's system speaks.

    `sr_RS` is Serbian in Cyrillic, as systems mean it; `sr_RS@latin` and `sr_Latn_RS` are Latin.
    Every other language is answered in English.
    """
    name = next(filter(None, map(environment.get, VARIABLES)), "")
    if not SERBIAN.match(name):
        return "en"
    return "sr-Latn" if LATIN.search(name) else "sr-Cyrl"


def words_in(language: Language, translations: Path = TRANSLATIONS) -> NullTranslations:
    """Give the words of a language; a message that is not translated stays English.

    :param translations: the folder of the .po files; Cyrillic is made from sr-Latn.po.
    """
    if language == "en":
        return NullTranslations()
    # English need not wait for Babel and the word lists.
    from newsdesk.script import Words  # noqa: PLC0415
    from newsdesk.speech import Speech  # noqa: PLC0415
    from newsdesk.words import read_words  # noqa: PLC0415

    words = Words.shipped()
    latin = read_words(translations, Speech(WRITTEN_IN, words))
    if language == WRITTEN_IN:
        return latin
    speech = Speech(language, words)
    return InOtherScript(latin, lambda text: speech.text(text, WRITTEN_IN))


class InOtherScript(NullTranslations):
    """The messages of one script, written in the other one when they are needed."""

    def __init__(self, messages: NullTranslations, convert: Callable[[str], str]) -> None:
        """Keep the messages, and the way from one script to the other."""
        super().__init__()
        self._messages = messages
        self._convert = convert

    def gettext(self, message: str) -> str:
        """Say a message in the other script."""
        return self._said(message, self._messages.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Say a message that counts in the other script."""
        return self._said(msgid2, self._messages.ngettext(msgid1, msgid2, n))

    def _said(self, english: str, translated: str) -> str:
        if translated == english:
            return english
        parts = re.split(_what_stays(english, translated), translated)
        parts[::2] = map(self._convert, parts[::2])
        return "".join(parts)


def _what_stays(english: str, translated: str) -> str:
    """Give a pattern for what a translator has left as it is, because it is typed like that.

    A word that is the same in both languages may be a Serbian one, such as “problem”; it stays only
    when it looks like something that is typed, or is the name of a field or one of its values.
    """
    same = {*_pieces(english)} & {*_pieces(translated)}
    typed = {word for word in same if OF_MACHINES.fullmatch(word)} | (same & _names())
    longest_first = sorted(typed, key=lambda word: (-len(word), word))
    words = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first]
    return f"({'|'.join([PLACEHOLDER, *words])})"


def _pieces(text: str) -> Iterator[str]:
    for piece in PIECE.findall(text):
        yield piece.strip(AROUND)
        # A translator sets other quotation marks around a word: “none”, „none”.
        yield piece.strip(f"{AROUND}“”")


def _names() -> frozenset[str]:
    """Give the names of all fields, and the values of closed lists."""
    from newsdesk.reference import all_names  # noqa: PLC0415 - only Cyrillic needs to know

    return all_names()
