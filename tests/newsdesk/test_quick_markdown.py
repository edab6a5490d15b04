"""Markdown that is spared what cannot match makes the very same of every text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from newsdesk.body import EXTENSIONS
from newsdesk.quick_markdown import SIGNS, STEPS, Quick
from newsdesk.typography import smart_marks

EVERYTHING = (*EXTENSIONS, "footnotes", "toc")
PIECES = (
    *("milk", " ", "  \n", "\n\n", "*", "**", "_", "`", "``", "\\", "\\*", "[a](/b)", "[a][r]"),
    *("![a](b.png)", "![a][r]", "[r]", "![r]", "[^1]", "<https://a.rs>", "<a@b.rs>", "<b>", "</b>"),
    *("&amp;", "&", "'", '"', "--", "---", "...", "....", "('90s)", "[", "]", "!", "<", "2 < 3"),
)
ENDS = "\n\n[r]: /r 'title'\n\n[^1]: A note.\n"


def plain() -> Markdown:
    return Markdown(extensions=[*EVERYTHING, smart_marks("sr")])


def quick() -> Markdown:
    return Markdown(extensions=[*EVERYTHING, smart_marks("sr"), Quick()])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("*milk* [a](/b)")
@example("„*milk*” 'a' \"b\" [a](/b) -- `c`...")
def test_the_html_is_the_same(text: str) -> None:
    assert quick().convert(text + ENDS) == plain().convert(text + ENDS)


def test_every_pattern_is_known() -> None:
    markdown = plain()
    steps: list[Any] = [markdown.treeprocessors[name] for name in STEPS]
    names = {name for step in steps for name in SIGNS if name in step.inlinePatterns}
    assert names == SIGNS.keys()
    assert sum(len(step.inlinePatterns) for step in steps) == len(SIGNS)


def test_a_text_without_signs_is_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    name = "_InlineProcessor__applyPattern"
    real = getattr(InlineProcessor, name)

    def counted(step: InlineProcessor, *given: Any) -> Any:  # noqa: ANN401 - as they came
        tried.append(str(given[1]))
        return real(step, *given)

    monkeypatch.setattr(InlineProcessor, name, counted)
    markdown = quick()
    assert markdown.convert("Milk for all") == "<p>Milk for all</p>"
    assert tried == []
    markdown.convert("*Milk*")
    assert tried == ["*Milk*"]
