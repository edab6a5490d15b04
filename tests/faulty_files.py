"""Files of content/ with mistakes, and what is told of them, for the tests of reading headers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdesk.header import Source, read_post
from newsdesk.problems import SiteError

FIELD_HINT = "type in each line a name, a colon, a space and the value, such as title: Our mission"
COLON_HINT = (
    "type a name and a colon before it; if it belongs to the line above, "
    "begin it two spaces further to the right"
)
HIDDEN_HINT = "delete it with the letters on both sides of it, and type those again"


def post(header: str, body: str = "Text.\n") -> bytes:
    return f"---\n{header}\n---\n{body}".encode()


def problems(
    data: bytes, read: Callable[[str, bytes], Source] = read_post
) -> list[tuple[int, str, str]]:
    """Give line, message and hint of each problem."""
    with pytest.raises(SiteError) as caught:
        read("a.md", data)
    assert {problem.path for problem in caught.value.problems} == {"a.md"}
    return [
        (problem.line, f"{problem.message}", f"{problem.hint}") for problem in caught.value.problems
    ]
