"""Writing a faulty line as it must be typed."""

from __future__ import annotations

import re

from newsdesk.header.limits import SHOWN

_LEAD = re.compile(r"\A\s*(?:- +)*(?:\w[\w -]*:(?: +|\Z))?")


def value_in(line: str) -> str:
    """Give what stands in a line behind the hyphen of its item and the name of its field."""
    return _LEAD.sub("", line)


def quoted(line: str, column: int = 0) -> str:
    """Write a line as it must be typed, with its value in quotation marks.

    :param column: where the value begins, when it stands in a list between brackets.
    """
    value = value_in(line)
    lead = line.removesuffix(value).strip()
    if value.startswith(("[", "{")) and column > len(line) - len(value):
        return _in_marks(re.split(r"[,\]}]", line[column:])[0].strip())
    return f"{lead} {_in_marks(value.strip())}".lstrip()


def _in_marks(value: str) -> str:
    """Put a value in the quotation marks that do not stand in it."""
    mark = value[:1]
    if mark in {'"', "'"} and len(value) > 1 and value.endswith(mark) and value.count(mark) % 2:
        value = value[1:-1]
    if len(value) > SHOWN:
        value = "…"
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def closed(line: str, mark: str) -> str:
    """Write a line with the quotation mark that it lacks."""
    lead, _, value = line.strip().partition(mark)
    return lead + mark + (value if len(value) <= SHOWN else "…") + mark
