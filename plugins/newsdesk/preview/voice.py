"""Speaks to the person who looks at the preview: in their terminal, in their language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.problems import Message, Problem


@dataclass(frozen=True, slots=True)
class Voice:
    """Where the preview's lines go, and in which language they are.

    :param write: takes text for the terminal, one call for each line or block of lines.
    :param translate: gives the template of the person's language for the English one (gettext).
    :param language: of the person, as a page's `lang` names it.
    """

    write: Callable[[str], None]
    translate: Callable[[str], str] = str
    language: str = "en"

    def words(self, text: Message | Problem) -> str:
        """Put a message or a problem into the person's language."""
        return text.in_words(self.translate)

    def tell(self, text: Message | Problem) -> None:
        """Write a message or a problem to the terminal."""
        self.write(self.words(text))
