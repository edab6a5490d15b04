"""Spares Markdown the patterns that can find nothing: a third of the time that it takes.

Markdown tries each of thirty patterns on every piece of a text. None of them can match where the
sign is missing that it looks for, and most pieces have none of these signs.
"""

from __future__ import annotations

from collections.abc import Mapping

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor as Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

# Of each pattern by its name in Markdown: signs of which a text must have one at least. A pattern
# that is not named here is always tried.
SIGNS: Mapping[str, str] = {
    "backtick": "`\\",
    "escape": "\\",
    "footnote": "[",
    **dict.fromkeys(("reference", "link", "short_reference"), "["),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), "!"),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    "linebreak": "\n",
    "entity": "&",
    "em_strong": "*_",
    **dict.fromkeys(("smarty-em-dashes", "smarty-en-dashes"), "-"),
    **{f"smarty-quotes-{number}": "'\"" for number in range(15)},
    "smarty-ellipses": ".",
}
ALL_SIGNS = frozenset("".join(SIGNS.values()))
# The steps in which Markdown tries patterns: its own, and the quotation marks.
STEPS = {"inline": 20, "smarty": 6}


class Quick(Extension):
    """Makes Markdown quick; it stands after the extensions that bring patterns."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - so Markdown calls it
        """Put quick steps in the place of Markdown's own."""
        for name, priority in STEPS.items():
            if name in md.treeprocessors:
                patterns = md.treeprocessors[name].inlinePatterns  # type: ignore[attr-defined] # both steps have them
                md.treeprocessors.deregister(name)
                md.treeprocessors.register(QuickInline(md, patterns), name, priority)


class QuickInline(InlineProcessor):
    """Tries the patterns whose sign a text has."""

    def __init__(self, md: Markdown, patterns: Registry[Pattern]) -> None:
        """Look up the signs once; the patterns stand in the order in which they are tried."""
        super().__init__(md)
        self.inlinePatterns = patterns  # type: ignore[assignment] # its types take one class for another of that name
        named = {patterns.get_index_for_name(name): name for name in SIGNS if name in patterns}
        self._patterns = [
            (pattern, SIGNS.get(named.get(number, ""), ""))
            for number, pattern in enumerate(patterns)
        ]
        self._fitting: dict[frozenset[str], list[int]] = {}

    # Markdown calls it by this name, which it keeps to itself: were it another one day, Markdown
    # would be slow again, and a test would tell.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - Markdown's names
        if isinstance(data, AtomicString):
            return data
        for number in self._worth_trying(data):
            pattern, signs = self._patterns[number]
            matched, start = number >= patternIndex, 0
            while matched and (not signs or any(sign in data for sign in signs)):
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined] # likewise
                    pattern, data, number, start
                )
        return data

    def _worth_trying(self, data: str) -> list[int]:
        """Give the numbers of the patterns whose sign a text has; what they put in has none."""
        found = frozenset(sign for sign in ALL_SIGNS if sign in data)
        if found not in self._fitting:
            self._fitting[found] = [
                number
                for number, (_, signs) in enumerate(self._patterns)
                if not signs or not found.isdisjoint(signs)
            ]
        return self._fitting[found]
