"""A post as the house style reads it: its title, summary and text, and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.dates import Moment
from newsdesk.header import Source
from newsdesk.item import Item
from newsdesk.language import Language, language_of
from newsdesk.manuscript import INLINE_CODE, lines_of_text
from newsdesk.problems import Message, Problem
from newsdesk.schema.posts import DatedPost, Post, PressRelease

REMARK = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
VISIBLE = re.compile(r"[^\n`]")
QUOTATION_MARK = re.compile(r"[„“”\"]")
SPACES = re.compile(r"\s+")
BEFORE_IN_WORD = re.compile(r"\S*\Z")
TAG_NAME = re.compile(r"[/!A-Za-z]")
# Characters before a place in which what it stands in begins: a tag, an address, a quotation.
REACH = 2000
# Characters of a person's own text that a message repeats.
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of what staff typed.

    :param words: as typed, but code and remarks are blanked out with zeros.
    :param line: the line of the file in which it begins.
    :param is_body: whether its lines are those of the file; a value of the header is all in one.
    """

    path: str
    words: str
    line: int
    is_body: bool

    def warn(self, offset: int, message: Message, hint: Message) -> Problem:
        """Warn about what stands at a place of this text.

        :param offset: characters from its beginning, counted from 0.
        """
        if not self.is_body:
            return Problem(self.path, self.line, message, hint, level="warning")
        line = self.line + self.words.count("\n", 0, offset)
        column = offset - self.words.rfind("\n", 0, offset)
        return Problem(self.path, line, message, hint, column, level="warning")


@dataclass(frozen=True, slots=True)
class Draft:
    """One post, as far as the house style looks at it.

    :param day: the day that its “today” would be, if the post has one and it is known.
    :param is_dated: whether it is a post of a day, such as news.
    :param has_dateline: whether its text begins behind a place and a day.
    """

    source: Source
    language: Language
    title: Text
    summary: Text
    body: Text
    is_dated: bool
    day: Moment | None
    has_dateline: bool

    @property
    def texts(self) -> tuple[Text, Text, Text]:
        """All that readers read, in the order in which they do."""
        return (self.title, self.summary, self.body)

    @property
    def is_serbian(self) -> bool:
        """Whether it is written in Serbian, in whichever script."""
        return language_of(self.language) == "sr"


def draft_of(item: Item) -> Draft:
    """Take from a post what the house style looks at."""
    source, post = item.source, item.post
    return Draft(
        source,
        post.lang,
        Text(source.path, post.title, source.line_of(("title",)), is_body=False),
        Text(source.path, post.summary, source.line_of(("summary",)), is_body=False),
        Text(source.path, _without_code(source), source.body_line, is_body=True),
        is_dated=isinstance(post, DatedPost),
        day=_day(post),
        has_dateline=isinstance(post, PressRelease),
    )


def _day(post: Post) -> Moment | None:
    if not isinstance(post, DatedPost):
        return None
    if isinstance(post, PressRelease):
        return post.dateline.date
    return post.original.date if post.original else post.date


def _without_code(source: Source) -> str:
    text = source.body
    if "```" in text or "~~~" in text:
        text = "\n".join(line for _, line in lines_of_text(source))
    if "`" in text:
        text = INLINE_CODE.sub(_blank, text)
    return REMARK.sub(_blank, text) if "<!--" in text else text


def _blank(found: re.Match[str]) -> str:
    """Keep every place in the text where it is."""
    return VISIBLE.sub("0", found[0])


def is_markup(words: str, offset: int) -> bool:
    """Tell whether a place stands within a tag or an address, which readers do not read."""
    begin = max(0, offset - REACH)
    tag = words.rfind("<", begin, offset)
    if tag > words.rfind(">", begin, offset) and TAG_NAME.match(words, tag + 1):
        return True
    if words.rfind("](", begin, offset) > words.rfind(")", begin, offset):
        return True
    near = BEFORE_IN_WORD.search(words[begin:offset])
    return near is not None and ("://" in near[0] or near[0].startswith("www."))


def is_quoted(words: str, offset: int) -> bool:
    """Tell whether a place stands within quotation marks or in a block that quotes somebody."""
    begin = max(0, offset - REACH)
    paragraph = words[max(begin, words.rfind("\n\n", begin, offset)) : offset]
    if paragraph.lstrip().startswith(">"):
        return True
    is_open = False
    for mark in QUOTATION_MARK.findall(paragraph):
        # “ opens in English and closes in many a Serbian text.
        is_open = mark == "„" or (mark != "”" and not is_open)
    return is_open


def shown(words: str) -> str:
    """Write a person's own words in one line, short enough for a message."""
    words = SPACES.sub(" ", words).strip()
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"
