"""Puts every text into the language and the script of an edition.

Staff write Serbian once, in either script; the edition in the other one gets it converted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsdesk.language import Texts, language_of
from newsdesk.script import Words, html_to_cyrillic, html_to_latin

CYRILLIC = "Cyrl"


@dataclass(frozen=True, slots=True)
class Speech:
    """How one edition speaks.

    :param key: the edition's language tag, such as `sr-Cyrl`.
    :param words: what is known of words that are not converted letter by letter.
    """

    key: str
    words: Words

    def protecting(self, words: Iterable[str]) -> Speech:
        """Leave the words that a post protects as they are."""
        return replace(self, words=self.words.protecting(words))

    def text(self, text: str, written_in: str) -> str:
        """Say a plain text.

        :param written_in: the language tag of the text; the same language as the edition's.
        """
        if written_in == self.key:
            return text
        words = self.words
        return (words.to_cyrillic if self._into_cyrillic else words.to_latin).text(text)

    def html(self, html: str, written_in: str) -> str:
        """Say a piece of HTML; code, addresses and passages in other languages stay."""
        if written_in == self.key:
            return html
        convert = html_to_cyrillic if self._into_cyrillic else html_to_latin
        return convert(html, self.words)

    def choose(self, texts: Texts) -> str:
        """Choose among the languages in which a record says the same.

        :raises KeyError: when the record lacks the language; the catalogue has checked that.
        """
        for written_in, text in texts.items():
            if written_in == self.key:
                return text
        for written_in, text in texts.items():
            if language_of(written_in) == language_of(self.key):
                return self.text(text, written_in)
        raise KeyError(self.key)

    @property
    def _into_cyrillic(self) -> bool:
        return self.key.endswith(CYRILLIC)
