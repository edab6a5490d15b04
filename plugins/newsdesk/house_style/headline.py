"""Title and summary: what lists, feeds and search engines show of a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.house_style.draft import Draft
from newsdesk.problems import Problem, say

TITLE_LIMIT = 110
SUMMARY_LENGTHS = range(80, 301)
# Longer than the abbreviations that may make up a title by themselves, such as UNICEF.
LONG_WORD = 7
WORDS_OF_HEADLINE = 3
# A title of fewer words may well be what the summary speaks of: “UNICEF in Serbia works …”.
WORDS_REPEATED = 4
WORD = re.compile(r"\w+")


def long_title(draft: Draft) -> Iterator[Problem]:
    """A title has 110 characters at most: lists and search engines cut off the rest."""
    count = len(draft.title.words)
    if count > TITLE_LIMIT:
        message = say("the title has {count} characters", count=count)
        hint = say("shorten it to {limit}: what is longer is cut off in lists", limit=TITLE_LIMIT)
        yield draft.title.warn(0, message, hint)


def shouting_title(draft: Draft) -> Iterator[Problem]:
    """A title is not written in capitals: they are slow to read, and sound like shouting."""
    title = draft.title.words
    if not title.isupper():
        return
    words = WORD.findall(title)
    if len(words) >= WORDS_OF_HEADLINE or max(map(len, words)) >= LONG_WORD:
        message = say("the title is all in capitals")
        hint = say("type {title}, with capitals for names alone", title=title.capitalize())
        yield draft.title.warn(0, message, hint)


def exclaiming_title(draft: Draft) -> Iterator[Problem]:
    """A title has no exclamation mark: news is strong enough without one."""
    title = draft.title.words
    if "!" in title:
        message = say("the title has an exclamation mark")
        calm = " ".join(title.replace("!", " ").split())
        hint = say("type {title}", title=calm or "…")
        yield draft.title.warn(0, message, hint)


def summary_length(draft: Draft) -> Iterator[Problem]:
    """A summary has 80 to 300 characters: enough to choose by, and shown whole everywhere."""
    count = len(draft.summary.words)
    if count not in SUMMARY_LENGTHS:
        message = say("the summary has {count} characters", count=count)
        hint = say("write 80 to 300: one or two sentences that say what it is about")
        yield draft.summary.warn(0, message, hint)


def repeating_summary(draft: Draft) -> Iterator[Problem]:
    """A summary does not begin with the title: the two always stand together."""
    title, summary = draft.title.words, draft.summary.words
    first, second = WORD.search(title), WORD.search(summary)
    if not first or not second or first[0].casefold() != second[0].casefold():
        return
    title_words = WORD.findall(title.casefold())
    summary_words = WORD.findall(summary.casefold())
    count = len(title_words)
    if title_words == summary_words[:count] and count in {len(summary_words), *_long(count)}:
        message = say("the summary repeats the title")
        hint = say("begin it with what the title leaves out: who, where, and what for")
        yield draft.summary.warn(0, message, hint)


def _long(count: int) -> tuple[int, ...]:
    """Give the count where a title of so many words is not merely the name of the subject."""
    return (count,) if count >= WORDS_REPEATED else ()
