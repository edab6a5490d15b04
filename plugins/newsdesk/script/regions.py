"""Follows a page's tags and knows where its text is Serbian that may be converted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from newsdesk.script.attributes import LANGUAGE, attributes_of, is_serbian, with_texts

UNTOUCHED = frozenset({"code", "kbd", "math", "pre", "samp", "tt", "var"})
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
})  # fmt: skip
NAME = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
# Most tags have no attribute that matters; they are told by this one look.
MATTERS = re.compile(
    r"\s(?:(?:xml:)?lang|translate|alt|title|aria-|placeholder|label|abbr|content)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Region:
    """An element that changes what is converted, and how deep in elements of its name we are."""

    name: str
    serbian: bool = True
    translated: bool = True
    code: bool = False
    depth: int = 1

    @property
    def converts(self) -> bool:
        """Whether text in it is converted."""
        return self.serbian and self.translated and not self.code

    def within(self, name: str, attributes: Mapping[str, str]) -> Region:
        """Give the region of an element that opens inside this one."""
        languages = [attributes[key] for key in LANGUAGE if key in attributes]
        translate = attributes.get("translate")
        return Region(
            name,
            serbian=is_serbian(languages[0]) if languages else self.serbian,
            translated=translate.lower() != "no" if translate is not None else self.translated,
            code=self.code or name in UNTOUCHED,
        )


class Regions:
    """The elements around the present place of one page, innermost last."""

    def __init__(self, convert: Callable[[str], str], script: str) -> None:
        """Begin outside of all elements, where text is taken for Serbian.

        :param convert: converts the value of an attribute.
        :param script: the script that is made, `Cyrl` or `Latn`.
        """
        self._open = [Region("")]
        self._convert = convert
        self._script = script

    @property
    def converts(self) -> bool:
        """Whether text at the present place is converted."""
        return self._open[-1].converts

    def passing(self, tag: str) -> tuple[str, str]:
        """Go past a tag; give its name and the tag as it will be written."""
        found = NAME.match(tag)
        if found is None:
            return "", tag
        name = found[2].lower()
        if name in {"script", "style"}:
            return name, tag
        if found[1]:
            self._leave(name)
            return name, tag
        return name, self._enter(name, tag)

    def _leave(self, name: str) -> None:
        inner = self._open[-1]
        if inner.name == name:
            self._open[-1:] = [replace(inner, depth=inner.depth - 1)] if inner.depth > 1 else []

    def _enter(self, name: str, tag: str) -> str:
        matters = MATTERS.search(tag)
        inner = self._open[-1]
        if matters is None and name not in UNTOUCHED:
            if inner.name == name:
                self._open[-1] = replace(inner, depth=inner.depth + 1)
            return tag
        attributes = attributes_of(tag) if matters else {}
        region = inner.within(name, attributes)
        if name not in VOID and not tag.endswith("/>"):
            self._open.append(region)
        if matters is None or not region.converts:
            return tag
        return with_texts(tag, attributes, self._convert, self._script)
