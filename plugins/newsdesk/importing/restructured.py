"""Reads reStructuredText without letting it read files, pages or raw HTML of its own choice.

docutils comes with Pelican and knows all of the language; what its manual names as dangerous
(“Deploying Docutils Securely”) is off: no file is included, no raw text let through, and no
settings of the machine are read.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from docutils import nodes
from docutils.core import publish_doctree, publish_from_doctree
from docutils.utils import SystemMessage

from newsdesk.importing.web import text_of_html
from newsdesk.problems import Message, Problem, SiteError, say

SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "halt_level": 5,
    "report_level": 2,
    "syntax_highlight": "none",
    "line_length_limit": 100_000,
    "initial_header_level": 2,
    "embed_stylesheet": False,
    "stylesheet_path": "",
    "output_encoding": "unicode",
    "input_encoding": "unicode",
    "math_output": "LaTeX",
}


@dataclass(frozen=True, slots=True)
class Restructured:
    """A text that was written in reStructuredText.

    :param fields: those at its head, by their names in small letters.
    :param body: in Markdown.
    """

    title: str
    fields: Mapping[str, str]
    body: str
    remarks: tuple[Message, ...]


def read_restructured(origin: str, text: str) -> Restructured:
    """Read a text in reStructuredText.

    :param origin: the file as the person knows it.
    :raises SiteError: when docutils cannot make anything of it.
    """
    settings = {**SETTINGS, "warning_stream": io.StringIO()}
    try:
        tree = publish_doctree(text, settings_overrides=settings)
        remarks = tuple(_remarks(tree))
        title, fields = _head(tree)
        html = publish_from_doctree(tree, writer="html5", settings_overrides=settings)
    except (SystemMessage, RecursionError) as error:
        message = say("this is no reStructuredText that can be read")
        raise SiteError([Problem(origin, 0, message)]) from error
    body, more = text_of_html(html)
    return Restructured(title, fields, body, (*remarks, *more))


def _remarks(tree: nodes.document) -> list[Message]:
    """Tell what docutils could not read, or may not, and take its own words out of the text."""
    remarks = []
    for each in [*tree.findall(nodes.system_message)]:
        if int(each.get("level", 0)) > OF_NO_WEIGHT:
            line = each.get("line", "?")
            said = " ".join(" ".join(part.astext() for part in each.children).split())
            remarks.append(
                say("line {line} could not be read: {said}", line=line, said=said[:SHOWN])
            )
        if each.parent is not None:
            each.parent.remove(each)
    return remarks


# What docutils tells only to inform.
OF_NO_WEIGHT = 1
# Characters of what it says, which repeats what was typed.
SHOWN = 400


def _head(tree: nodes.document) -> tuple[str, dict[str, str]]:
    """Take the title and the fields at the head of a text out of it."""
    fields: dict[str, str] = {}
    title = str(tree.get("title", ""))
    for info in [*tree.findall(nodes.docinfo)]:
        for field in info.findall(nodes.Element):
            if field.parent is info:
                name, value = _field(field)
                fields[name.strip().lower()] = value.strip()
        info.parent.remove(info)
    for heading in [*tree.findall(nodes.title)]:
        if heading.parent is tree:
            tree.remove(heading)
    return title, fields


def _field(node: nodes.Element) -> tuple[str, str]:
    if isinstance(node, nodes.field):
        return node[0].astext(), node[1].astext()
    return str(node.tagname), node.astext()
