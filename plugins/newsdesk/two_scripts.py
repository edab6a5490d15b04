"""What a Serbian post may lose on its way into the other script, told before readers see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.problems import Message, Problem, say
from newsdesk.script import Words, there_and_back, unlisted_abbreviations

SERBIAN, CYRILLIC = "sr", "sr-Cyrl"
WHERE_TO_DECIDE = say(
    "decide once for the whole site in content/vocabulary/script.yaml, or for this post in protect:"
)
# Where a link or a picture leads: no word of the text, and never converted.
TARGET = re.compile(r"(?<=\]\()[^()\s]+")


def doubtful_words(item: Item, words: Words) -> Iterator[Problem]:
    """Name the words of a post that may come out wrong in the other script of Serbian.

    A Cyrillic text must be the same after Latin and Cyrillic again; of a Latin one, abbreviations
    that no list knows are a guess.
    """
    post, source = item.post, item.source
    if language_of(post.lang) != SERBIAN:
        return
    known = words.protecting(post.protect)
    doubts = _lost if post.lang == CYRILLIC else _guessed
    for field, text in (("title", post.title), ("summary", post.summary)):
        for _, message in doubts(text, known):
            yield _warning(source.path, source.line_of((field,)), message)
    body = TARGET.sub(lambda target: "0" * len(target[0]), source.body)
    for position, message in doubts(body, known):
        yield _warning(source.path, source.line_at(position), message)


def _warning(path: str, line: int, message: Message) -> Problem:
    return Problem(path, line, message, WHERE_TO_DECIDE, level="warning")


def _lost(text: str, words: Words) -> Iterator[tuple[int, Message]]:
    for lost in there_and_back(text, words):
        message = say(
            "“{word}” comes back from Latin as “{returned}”",
            word=lost.word,
            returned=lost.returned,
        )
        yield lost.position, message


def _guessed(text: str, words: Words) -> Iterator[tuple[int, Message]]:
    for position, abbreviation in unlisted_abbreviations(text, words):
        message = say(
            "“{word}” will be “{shown}” in Cyrillic, which is a guess",
            word=abbreviation,
            shown=words.to_cyrillic.text(abbreviation),
        )
        yield position, message
