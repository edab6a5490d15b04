"""The languages of the site, by the tags that the web knows them by (BCP 47)."""

from __future__ import annotations

from typing import Literal

# The editions that there are, and the languages that the house may add by its settings alone.
# Serbian is written in two scripts; the tag says in which one a text is.
Language = Literal[
    "en", "sr-Latn", "sr-Cyrl", "bg", "bs", "hr", "hu", "mk", "ro", "rom", "sk", "sq"
]

# The same text in several languages.
Texts = dict[Language, str]


def language_of(key: str) -> str:
    """Give the language of a tag without its script: `sr` for `sr-Cyrl`."""
    return key.partition("-")[0]
