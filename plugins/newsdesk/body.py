"""Turns the body of a post from Markdown into the HTML that a page shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension

from newsdesk.quick_markdown import Quick
from newsdesk.script import slugify
from newsdesk.spaces import unbroken
from newsdesk.typography import polish, smart_marks

EXTENSIONS = ("abbr", "attr_list", "def_list", "fenced_code", "md_in_html", "sane_lists", "tables")
# The way back from a footnote, without words: they would have to be those of the language.
WAY_BACK = "↑ %d"
TAG = re.compile(r"<[^>]*>")
# Markdown aligns the cells of a table by style, which no page of ours may have.
ALIGNED = re.compile(r'(<t[dh]) style="text-align: (left|center|right);"')
WORDS_A_MINUTE = 200  # how fast people read on a screen, on average


@dataclass(frozen=True, slots=True)
class Body:
    """A body as HTML; links to other items still carry their ids.

    :param words: how many words a reader reads.
    """

    html: str
    words: int

    @property
    def reading_minutes(self) -> int:
        """How long reading takes, in whole minutes, one at least."""
        return max(1, round(self.words / WORDS_A_MINUTE))


def _heading_id(text: str, _separator: str) -> str:
    """Make a heading's address from its words; both scripts of Serbian give the same one."""
    return slugify(text) or "section"


class BodySetter:
    """Sets bodies in one language; one Markdown serves them all, for it is slow to make."""

    def __init__(self, language: str) -> None:
        """Prepare Markdown with the quotation marks of the language.

        :param language: without its script, such as `sr`.
        """
        self._language = language
        self._markdown = Markdown(
            extensions=[
                *EXTENSIONS,
                FootnoteExtension(BACKLINK_TITLE=WAY_BACK),
                TocExtension(slugify=_heading_id),
                smart_marks(language),
                Quick(),
            ],
            output_format="html",
        )

    def set(self, text: str) -> Body:
        """Turn Markdown into HTML with the type well set."""
        html = ALIGNED.sub(r'\1 class="to-\2"', self._markdown.reset().convert(text))
        html = polish(unbroken(html, self._language))
        return Body(html, words=len(unescape(TAG.sub(" ", html)).split()))
