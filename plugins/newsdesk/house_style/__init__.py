"""The house style: kind warnings about how a post is written; none of them stops a build.

Each rule is a function that goes through one post and yields what does not keep to it; the first
sentence of its description is the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsdesk.house_style.children import findable_child
from newsdesk.house_style.days import relative_days
from newsdesk.house_style.draft import Draft, draft_of
from newsdesk.house_style.headline import (
    exclaiming_title,
    long_title,
    repeating_summary,
    shouting_title,
    summary_length,
)
from newsdesk.house_style.letters import mixed_scripts
from newsdesk.house_style.links import bare_addresses, vague_links
from newsdesk.house_style.pictures import descriptions_of_pictures
from newsdesk.house_style.quotation import foreign_quotation_marks
from newsdesk.house_style.structure import bold_headings, headless_tables, stopped_headings
from newsdesk.item import Item
from newsdesk.problems import Problem

__all__ = ["RULES", "Draft", "draft_of", "warnings"]

RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    long_title,
    shouting_title,
    exclaiming_title,
    summary_length,
    repeating_summary,
    vague_links,
    bare_addresses,
    relative_days,
    mixed_scripts,
    foreign_quotation_marks,
    findable_child,
    descriptions_of_pictures,
    headless_tables,
    stopped_headings,
    bold_headings,
)


def warnings(item: Item) -> Iterator[Problem]:
    """Give everything in a post that does not keep to the house style, rule by rule."""
    draft = draft_of(item)
    for rule in RULES:
        yield from rule(draft)
