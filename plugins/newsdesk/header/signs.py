"""Explaining the signs that mean something of their own to YAML, such as @ or *."""

from __future__ import annotations

from newsdesk.header.retyping import quoted
from newsdesk.problems import Message, say

SIGNS = frozenset("@`%&*!|>?,[]{}-")


def sign_in_words(line: str, column: int) -> tuple[Message, Message]:
    """Say that a sign has a meaning of its own at the beginning of a value or a line."""
    if column == 0:
        return (
            say("a line cannot begin with “{sign}”", sign=line[column]),
            say("begin it with the name of a field, such as title: Our mission"),
        )
    return (
        say("a value cannot begin with “{sign}”", sign=line[column]),
        say("put the value in quotation marks: {line}", line=quoted(line, column)),
    )
