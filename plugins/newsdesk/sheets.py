"""What is printed together: a sheet of pages or files that are made in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newsdesk.outputs import Output
from newsdesk.problems import Problem
from newsdesk.views import Page

# Makes the files that pages bring with them, such as their drawings.
Companion = Callable[[Sequence[Page]], Iterable[Output]]
# Looks at one finished page, apart from all others.
Proof = Callable[[Output], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages or files that are made together.

    :param name: by which later builds know it; no other sheet of the edition has it.
    :param make: gives the views of pages, or finished files. All that it knows of the content it
        asks the desk, for the questions decide when it is made again.
    :param basis: the digest of what it was given without asking.
    """

    name: str
    make: Callable[[], Iterable[Page | Output]]
    basis: bytes = b""
