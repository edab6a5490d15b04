"""Sets type as a good printer would: real quotation marks, dashes and spaces, by language.

Quotation marks and dashes come from Markdown's own extension, set up per language; ampersands,
capitals and the last two words of a heading from typogrify. Typogrify's own quotation marks
know English only and are not used.
"""

from __future__ import annotations

from html import escape

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.smarty import SmartyExtension
from markdown.util import Registry
from typogrify.filters import typogrify

from newsdesk.quick_markdown import Quick
from newsdesk.spaces import unbroken

# Real characters, not entities: feeds and searches read them as well.
DASHES = {"ndash": "–", "mdash": "—", "ellipsis": "…"}
# A single mark stands for the apostrophe too, which no language writes in another way; but for
# English, inner quotations are typed with marks of their own.
APOSTROPHES = ("’", "’")
QUOTATION_MARKS = {
    "en": ("“", "”", "‘", "’"),
    **dict.fromkeys(("sr", "bs", "hr", "hu", "ro", "rom"), ("„", "”", *APOSTROPHES)),
    **dict.fromkeys(("bg", "mk", "sk", "sq"), ("„", "“", *APOSTROPHES)),
}
MARK_NAMES = ("left-double-quote", "right-double-quote", "left-single-quote", "right-single-quote")


def smart_marks(language: str) -> SmartyExtension:
    """Give Markdown's extension for the quotation marks and dashes of a language.

    :param language: without its script, such as `sr`.
    :raises KeyError: for a language whose marks are not in QUOTATION_MARKS.
    """
    marks = dict(zip(MARK_NAMES, QUOTATION_MARKS[language], strict=True))
    return SmartyExtension(substitutions=marks | DASHES)


def polish(html: str) -> str:
    """Set ampersands, capitals and last words in a piece of HTML; code stays as it is."""
    asked = {"smartypants": False, "initial_quotes": False, "amp": "&" in html}
    polished: str = typogrify(html, ["code", "kbd", "samp"], **asked)
    return polished


class LineSetter:
    """Sets single lines of plain text, such as titles, in one language."""

    def __init__(self, language: str) -> None:
        """Prepare a Markdown that knows nothing but paragraphs and quotation marks."""
        self._language = language
        self._markdown = Markdown(extensions=[smart_marks(language), Quick()])
        self._markdown.preprocessors = Registry()
        self._markdown.treeprocessors.deregister("inline")
        blocks = self._markdown.parser.blockprocessors = Registry()
        blocks.register(ParagraphProcessor(self._markdown.parser), "paragraph", 10)

    def set(self, text: str) -> str:
        """Turn a line of plain text into HTML.

        The paragraph that Markdown puts around it is for typogrify to see where the line ends.
        """
        paragraph = self._markdown.reset().convert(escape(text, quote=False))
        paragraph = unbroken(paragraph, self._language)
        return polish(paragraph).removeprefix("<p>").removesuffix("</p>")
