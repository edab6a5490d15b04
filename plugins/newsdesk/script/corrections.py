"""Looks through the site's corrections for those that cannot work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsdesk.problems import Message, Problem, say
from newsdesk.script.glossary import STAR
from newsdesk.script.tokens import LATIN_LETTERS

LATIN = re.compile(f"[{LATIN_LETTERS}]")


def mistakes_in_corrections(
    corrections: Mapping[str, str], path: str, lines: Mapping[str, int]
) -> Iterator[Problem]:
    """Give the problems of a list of corrections.

    :param corrections: what is typed and what is shown for it.
    :param path: the file they stand in.
    :param lines: the line of each, counted from 1.
    """
    for typed, shown in corrections.items():
        mistake = _mistake(typed, shown)
        if mistake is not None:
            message, hint = mistake
            yield Problem(path, lines.get(typed, 0), message, hint)


def _mistake(typed: str, shown: str) -> tuple[Message, Message] | None:
    if not typed.strip(f" {STAR}") or not shown.strip(f" {STAR}"):
        return (
            say("the correction “{typed}: {shown}” lacks a word", typed=typed, shown=shown),
            say("type the word as it is typed, a colon, and the word as it is shown"),
        )
    if typed.endswith(STAR) != shown.endswith(STAR):
        return (
            say("“{typed}: {shown}” has a star on one side only", typed=typed, shown=shown),
            say("type {fixed}", fixed=f"{typed.rstrip(STAR)}*: {shown.rstrip(STAR)}*"),
        )
    if typed != shown and LATIN.search(typed) and LATIN.search(shown):
        return (
            say("“{shown}” is Latin like “{typed}” but not the same", typed=typed, shown=shown),
            say("type the Cyrillic form, or {typed}: {typed} to keep the word", typed=typed),
        )
    return None
