"""Quotation marks: each language has its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.house_style.draft import Draft, Text, is_markup, is_quoted, shown
from newsdesk.problems import Message, Problem, say

# Each pattern begins with its mark, and so is done in microseconds.
# “ behind a word is no English mark: many close a Serbian quotation with it.
ENGLISH = re.compile(r"“(?<![\w.,!?…]“)(?P<words>[^\s“”„][^“”„]{0,400}?)[“”\"]")
# The mark of '90 is an apostrophe, and so is that of rock'n'roll.
SINGLE = re.compile(r"'(?<![\w=]')(?P<words>\w(?:[^'\n]{0,200}[\w.,!?…])?)'(?!\w)")
SERBIAN = re.compile(r"„(?P<words>[^\s“”„\"][^“”„\"]{0,400})[“”\"]")


def foreign_quotation_marks(draft: Draft) -> Iterator[Problem]:
    """Quotation marks are those of the language: “in English”, „na srpskom”."""
    for text in draft.texts:
        if draft.language == "en":
            yield from _serbian(text)
        elif draft.is_serbian:
            yield from _english(text)
            yield from _single(text)


def _english(text: Text) -> Iterator[Problem]:
    for found in _quotations(ENGLISH, text):
        words = shown(found["words"])
        message = say("English quotation marks stand around “{words}”", words=words)
        yield text.warn(found.start(), message, _right_marks(text, found))


def _single(text: Text) -> Iterator[Problem]:
    for found in _quotations(SINGLE, text):
        if not is_quoted(text.words, found.start()):
            words = shown(found["words"])
            message = say("single quotation marks stand around “{words}”", words=words)
            yield text.warn(found.start(), message, _right_marks(text, found))


def _serbian(text: Text) -> Iterator[Problem]:
    for found in _quotations(SERBIAN, text):
        words = shown(found["words"])
        message = say("Serbian quotation marks stand around “{words}”", words=words)
        hint = say('type “{words}”, or simply "{words}"', words=words)
        yield text.warn(found.start(), message, hint)


def _quotations(pattern: re.Pattern[str], text: Text) -> Iterator[re.Match[str]]:
    for found in pattern.finditer(text.words):
        if "\n\n" not in found[0] and not is_markup(text.words, found.start()):
            yield found


def _right_marks(text: Text, found: re.Match[str]) -> Message:
    """Name the Serbian marks, or those for a quotation within another one."""
    words = shown(found["words"])
    if is_quoted(text.words, found.start()):
        return say("type ’{words}’: it stands within a quotation", words=words)
    return say('type „{words}”, or simply "{words}"', words=words)
