"""Finds in a text what is no text: tags that run, load or dress up, and addresses that do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsdesk.header import Source
from newsdesk.item import Item
from newsdesk.manuscript import FENCED_CODE, INLINE_CODE, NOTES
from newsdesk.problems import Message, Problem, say
from newsdesk.safety.allowed import (
    ONLY_MARKDOWN,
    TAGS,
    WITH_ADDRESS,
    is_allowed,
    wrong_scheme,
)

# As browsers read it: it may end at once, and with an exclamation mark.
REMARK = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
VISIBLE = re.compile(r"[^\n]")
# A tag ends before an empty line; < before a letter that nothing closes is a sign in a sentence,
# but for the names that browsers act upon without its end.
TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>\"'=<]*)"
    r"(?P<rest>(?:[^<>\"'\n]|\"[^\"<]*\"|'[^'<]*'|[\"']|\n(?!\s*\n)){0,4000}?)(?P<end>/?>|(?=<)|\Z)"
)
DECLARATION = re.compile(r"<[!?](?!--)[^\s>]{0,20}")
ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'<>]*))?"
)
# {: .wide onclick=… } behind a paragraph or a word.
ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*(?P<rest>[^{}\n]*=[^{}\n]*)\}")
AUTOLINK = re.compile(r"[A-Za-z][\w+.-]*:")
# Of an attribute list, md_in_html and attr_list take these names for themselves.
OF_MARKDOWN = frozenset({"markdown"})
PLAYED = frozenset({"audio", "embed", "iframe", "object", "video"})


def check_typed(items: Iterable[Item]) -> Iterator[Problem]:
    """A text is text: what would run, load something, or change the page is a problem."""
    for item in items:
        for source, is_body in _texts(item):
            if "<" in source.body or "{" in source.body:
                for offset, message, hint in _wrong_in(_without_code(source.body)):
                    line = source.line_at(offset) if is_body else source.body_line
                    yield Problem(source.path, line, message, hint)


def _texts(item: Item) -> Iterator[tuple[Source, bool]]:
    """Give the body of a post, and its notes to editors, which stand in one place of the header."""
    source, notes = item.source, getattr(item.post, NOTES, None)
    yield source, True
    if notes:
        yield Source(source.path, {}, {}, notes, source.line_of((NOTES,))), False


def _without_code(text: str) -> str:
    """Blank out code and remarks; everything else stays in its place."""
    for pattern in (FENCED_CODE, REMARK, INLINE_CODE):
        text = pattern.sub(lambda found: VISIBLE.sub(" ", found[0]), text)
    return text


def _wrong_in(text: str) -> Iterator[tuple[int, Message, Message]]:
    for found in TAG.finditer(text):
        yield from ((found.start(), *words) for words in _wrong_with_tag(found))
    for found in DECLARATION.finditer(text):
        message = say("“{typed}” is not text", typed=found[0])
        yield found.start(), message, say("take it out; to show code, put it between two `")
    for found in ATTRIBUTE_LIST.finditer(text):
        for words in _wrong_attributes("", found["rest"]):
            yield found.start(), *words


def _wrong_with_tag(found: re.Match[str]) -> Iterator[tuple[Message, Message]]:
    name, is_closed = found["name"].lower(), found["end"].endswith(">")
    if AUTOLINK.match(name) or "@" in name:
        if scheme := wrong_scheme(found["name"]):
            yield _no_scheme(scheme)
    elif name not in TAGS or name in ONLY_MARKDOWN:
        if is_closed or name in PLAYED | {"script", "style", "svg", "img"}:
            yield _no_tag(name)
    elif is_closed:
        yield from _wrong_attributes(name, found["rest"])


def _no_tag(name: str) -> tuple[Message, Message]:
    message = say("<{tag}> may not stand in a text", tag=name)
    if name == "img":
        return message, say("type ![](photo:key) with the name of a photo")
    if name in PLAYED:
        return message, say("link to it: [what is seen there](https://…)")
    return message, say("take it out; to show code, put it between two `")


def _wrong_attributes(tag: str, rest: str) -> Iterator[tuple[Message, Message]]:
    """Look at the attributes of a tag; those of an attribute list can be any tag's."""
    for found in ATTRIBUTE.finditer(rest):
        name, value = found["name"].lower(), (found["value"] or "").strip("\"'")
        if name.startswith((".", "#")) or name in OF_MARKDOWN or (not tag and not found["value"]):
            continue
        if not (is_allowed(tag, name) if tag else _is_harmless(name)):
            yield _no_attribute(tag, name)
        elif name in WITH_ADDRESS and (scheme := wrong_scheme(value)):
            yield _no_scheme(scheme)


def _is_harmless(name: str) -> bool:
    """Tell whether a name that may belong to a list of attributes, or to a formula, does nothing.

    The wall leaves out what no tag may have.
    """
    return name != "style" and not name.startswith("on")


def _no_attribute(tag: str, name: str) -> tuple[Message, Message]:
    message = say("“{name}” may not stand in a tag", name=name)
    if name == "style":
        return message, say("take it out: how things look is the theme's to say")
    if name.startswith("on"):
        return message, say("take it out: nothing in a text runs")
    return message, say("take it out of <{tag}>", tag=tag or "…")


def _no_scheme(scheme: str) -> tuple[Message, Message]:
    message = say("no address begins with “{scheme}:”", scheme=scheme[:40])
    return message, say("type one that begins with https:, mailto: or tel:, or item: and an id")
