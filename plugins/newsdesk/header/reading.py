"""Reading a file of content/ from its bytes to its values, with all of its mistakes at once."""

from __future__ import annotations

import yaml

from newsdesk.header.fields import explain_fields, no_fields
from newsdesk.header.hidden import HIDDEN_IN_HEADER, without_hidden
from newsdesk.header.limits import HEADER_LIMIT
from newsdesk.header.parts import divided
from newsdesk.header.report import Report
from newsdesk.header.source import Place, Source, Value
from newsdesk.header.tabs import without_tabs
from newsdesk.header.text import clean_text
from newsdesk.header.values import Walk
from newsdesk.problems import say


def read_post(path: str, data: bytes) -> Source:
    """Read a Markdown file with a header between two lines `---`.

    :param path: the file as the person knows it; it is not opened.
    :param data: the bytes of the file.
    :raises SiteError: with all problems of the file.
    """
    report = Report(path)
    parts = divided(clean_text(data, report), report)
    if len(parts.header) > HEADER_LIMIT:
        report.stop(
            parts.header_line,
            say("the header has more than {limit} characters", limit=HEADER_LIMIT),
            say("move the text under the second line ---"),
        )
    header, lines = _values(parts.header, parts.header_line, report)
    report.finish()
    return Source(path, header, lines, parts.body, parts.body_line)


def read_record(path: str, data: bytes) -> Source:
    """Read a file of content/vocabulary/: YAML alone, without lines `---` and without a text.

    :param path: the file as the person knows it; it is not opened.
    :param data: the bytes of the file.
    :raises SiteError: with all problems of the file.
    """
    report = Report(path)
    text = clean_text(data, report)
    header, lines = _values(text, 1, report)
    report.finish()
    return Source(path, header, lines, "", text.count("\n") + 1)


def _values(
    text: str, first_line: int, report: Report
) -> tuple[dict[str, Value], dict[Place, int]]:
    """Read the values of a header and the line of each of them; nothing when there are none.

    :param first_line: the line of the file in which the header begins.
    """
    text = without_tabs(
        without_hidden(text, HIDDEN_IN_HEADER, first_line, report), first_line, report
    )
    walk = Walk(text, first_line, report)
    try:
        value = walk.whole()
    except yaml.MarkedYAMLError as error:
        explain_fields(text, first_line, report, error)
        return {}, {}
    if isinstance(value, dict):
        return value, walk.lines
    if value is None or isinstance(value, list):
        report.add(first_line, *no_fields(value))
    else:
        explain_fields(text, first_line, report)
    return {}, {}
