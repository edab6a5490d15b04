"""Reading a faulty header field by field, to tell every mistake in its own line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from newsdesk.header.explanations import (
    FIELDS_EXPECTED,
    Explanation,
    Fault,
    colon_missing,
    explained,
)
from newsdesk.header.limits import HEADER_LIMIT
from newsdesk.header.report import Report
from newsdesk.header.source import Value
from newsdesk.header.tabs import TAB
from newsdesk.header.values import Walk
from newsdesk.problems import Message, say

_FIELD_BEGINS = re.compile(r"^(?=[^\s#\-\]}]|-[^ \n])", re.MULTILINE)


def explain_fields(
    text: str, first_line: int, report: Report, whole: yaml.MarkedYAMLError | None = None
) -> None:
    """Read a faulty header field by field, to find all faults and the right line of each.

    A quotation mark that is never closed, for one, is noticed by YAML only fields later.

    :param whole: what is wrong with the header when it is read as one.
    """
    parts = _fields(text, first_line) if len(text) <= HEADER_LIMIT else ()
    tabbed = {known.line for known in report.problems if known.message == TAB}
    found = False
    for part, part_line in parts:
        for line, message, hint in _faults(part, part_line, report):
            found = True
            if line not in tabbed:  # there the tab is the fault
                report.add(line, message, hint)
    if not found:
        whole_fault = explained(text, first_line, whole) if whole else None
        report.add(*(whole_fault or (first_line, *no_fields(text))))


def _fields(text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Give each field of a header as it is typed, and the line of the file in which it begins."""
    for part in _FIELD_BEGINS.split(text):
        yield part, first_line
        first_line += part.count("\n")


def _faults(part: str, line: int, report: Report) -> Iterator[Explanation]:
    """Read one field by itself and say what is wrong with it."""
    try:
        value = Walk(part, line, report).whole()
    except yaml.MarkedYAMLError as error:
        yield explained(part, line, error)
        return
    if isinstance(value, list):
        yield line, *no_fields(value)
    elif value is not None and not isinstance(value, dict):
        skipped, message, hint = colon_missing(Fault(part.split("\n"), 0, 0, (0, 0)))
        yield line + skipped, message, hint


def no_fields(value: Value) -> tuple[Message, Message]:
    """Say that a list, or nothing, stands where fields are expected."""
    if isinstance(value, list):
        return say("this is a list; fields are expected here"), FIELDS_EXPECTED
    return say("there are no fields here"), FIELDS_EXPECTED
