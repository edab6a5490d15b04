"""Making spaces of the tabs in a header, which YAML does not allow and nobody can see."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from newsdesk.header.limits import DEPTH_LIMIT
from newsdesk.header.marks import end_of, start_of
from newsdesk.header.report import Report
from newsdesk.problems import say

TAB = say("a tab stands in the header")


def without_tabs(text: str, first_line: int, report: Report) -> str:
    """Report the tabs of a header and make them spaces, but not those in quotation marks."""
    if "\t" not in text:
        return text
    numbers: list[int] = []
    lines: list[str] = []
    pairs = zip(text.split("\n"), _with_spaces(text).split("\n"), strict=True)
    for number, (typed, spaced) in enumerate(pairs, first_line):
        if typed == spaced:
            lines.append(typed)
            continue
        numbers.append(number)
        step = len(typed) - len(typed.lstrip(" \t"))
        lines.append(typed[:step].replace("\t", "  ") + spaced[step:])
    report.add_each(numbers, TAB, say("type spaces instead, two for each step to the right"))
    return "\n".join(lines)


def _with_spaces(text: str) -> str:
    """Make each tab that stands outside quotation marks one space; all places stay the same."""
    spaced, pieces, begin = text.replace("\t", " "), [], 0
    for start, end in _quotations(spaced):
        pieces += [spaced[begin:start], text[start:end]]
        begin = end
    return "".join(pieces) + spaced[begin:]


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Give beginning and end of what stands in quotation marks, as far as a header is readable."""
    loader, depth = yaml.CBaseLoader(text), 0
    with contextlib.suppress(yaml.MarkedYAMLError):
        while depth <= DEPTH_LIMIT and (event := loader.get_event()):
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)
            if isinstance(event, ScalarEvent) and event.style in {"'", '"'}:
                yield start_of(event).index, end_of(event).index
