"""Says what became of each item, and what is left for a human."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from gettext import NullTranslations

from newsdesk.importing.run import Outcome, State
from newsdesk.problems import Message, say

STATES: Mapping[State, Message] = {
    "imported": say("{origin}: imported, {path}"),
    "there": say("{origin}: here already, {path}"),
    "passed over": say("{origin}: passed over"),
    "broken": say("{origin}: not imported"),
    "linked": say("{path}: links"),
}


def as_text(outcome: Outcome, words: NullTranslations) -> str:
    """Say what became of an item, in a line, and below it what a human should look at.

    :param words: the language of the person.
    """
    said = words.gettext
    template = said(STATES[outcome.state].template)
    lines = [template.format(origin=outcome.origin, path=outcome.path)]
    lines += [f"    {each}" for each in _below(outcome, words)]
    return "".join(f"{line}\n" for line in lines)


def _below(outcome: Outcome, words: NullTranslations) -> Iterator[str]:
    said = words.gettext
    gaps = ", ".join(
        said("{field} (line {line})").format(field=gap.field, line=gap.line) for gap in outcome.gaps
    )
    if gaps:
        yield said("needs a human: {fields}").format(fields=gaps)
    yield from (remark.in_words(said) for remark in outcome.remarks)


def summary(states: Counter[State], words: NullTranslations) -> str:
    """Count what became of all items, in a line."""
    said = words.gettext
    text = said(
        "Imported {imported}, here already {there}, passed over {passed}, not imported {broken}."
    )
    return text.format(
        imported=states["imported"],
        there=states["there"],
        passed=states["passed over"],
        broken=states["broken"],
    )
