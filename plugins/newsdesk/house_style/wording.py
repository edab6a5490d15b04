"""Makes patterns of words in either script from lists that anybody can read."""

from __future__ import annotations

import re

from newsdesk.language import Language
from newsdesk.script.letters import letters_to_cyrillic

SERBIAN: tuple[Language, Language] = ("sr-Latn", "sr-Cyrl")


def spelled(words: str, language: Language) -> str:
    """Write Serbian words of a Latin list in the script of a language tag."""
    return letters_to_cyrillic(words) if language == "sr-Cyrl" else words


def any_of(words: str, language: Language) -> str:
    r"""Give the pattern of any word of a list.

    :param words: in Latin letters, with spaces between; `*` is any ending, `_` a space.
    """
    listed = spelled(words, language).split()
    escaped = (re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in listed)
    return f"(?:{'|'.join(escaped)})"
