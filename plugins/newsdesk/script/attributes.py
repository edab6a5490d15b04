"""Tells an element's attributes apart: which are text for readers, and which say its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

READ_ALOUD = frozenset({
    "alt", "title", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription",
    "aria-valuetext", "placeholder", "label", "abbr",
})  # fmt: skip
META_TEXTS = frozenset({
    "description", "keywords", "author", "application-name", "apple-mobile-web-app-title",
    "og:title", "og:description", "og:site_name", "og:image:alt",
    "twitter:title", "twitter:description", "twitter:image:alt",
    "article:author", "article:section", "article:tag",
    "dc.title", "dc.description", "dcterms.title", "dcterms.description",
})  # fmt: skip
LANGUAGE = ("lang", "xml:lang")
META_KEYS = ("name", "property", "itemprop")

ATTRIBUTE = re.compile(r"(\s)([^\s\"'<>/=]+)(?:(\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
SERBIAN = re.compile(r"(?:sr|srp)(?:-.*)?", re.IGNORECASE)
SCRIPT = re.compile(r"(?<=-)(?:latn|cyrl)(?=-|[\"']?$)", re.IGNORECASE)


def attributes_of(tag: str) -> Mapping[str, str]:
    """Give the attributes of an opening tag, their names in small letters."""
    return {
        found[2].lower(): (found[4] or "").strip("\"'")
        for found in reversed(tuple(ATTRIBUTE.finditer(tag)))  # the first of two counts
    }


def is_serbian(language: str) -> bool:
    """Tell whether a language tag names Serbian, whatever script or country it adds."""
    return SERBIAN.fullmatch(language) is not None


def with_texts(
    tag: str, known: Mapping[str, str], convert: Callable[[str], str], script: str
) -> str:
    """Convert the attributes that are text, and name the new script where one is named.

    :param known: the tag's attributes, as `attributes_of` gives them.
    :param script: as language tags have it, `Cyrl` or `Latn`.
    """
    is_text_meta = any(known.get(key, "").lower() in META_TEXTS for key in META_KEYS)

    def rewrite(found: re.Match[str]) -> str:
        space, name, equals, value = found.groups()
        if value is None:
            return found[0]
        if name.lower() in LANGUAGE:
            value = SCRIPT.sub(script, value) if is_serbian(value.strip("\"'")) else value
        elif name.lower() in READ_ALOUD or (is_text_meta and name.lower() == "content"):
            value = convert(value)
        return f"{space}{name}{equals}{value}"

    return ATTRIBUTE.sub(rewrite, tag)
