"""Whatever is read or used can be told from its ground: WCAG 2.2, criteria 1.4.3, 1.4.11, 1.4.6.

The colours are read out of tokens.css, for light and dark ground and for readers who ask for more
contrast; the style sheets themselves say which token is used for what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from seen_contrast import contrast

CSS = Path(__file__).parents[2] / "theme/static/css"

TEXT = 4.5
LINE = 3.0
TEXT_FOR_MORE_CONTRAST = 7.0

TEXTS = {
    ("ink", "paper"),
    ("ink", "tint"),
    ("quiet", "paper"),
    ("link", "paper"),
    ("link", "tint"),
    ("visited", "paper"),
    ("figure", "paper"),
    ("figure", "tint"),
    ("on-field", "field"),
}
LINES = {
    ("edge", "paper"),
    ("focus", "paper"),
    ("focus", "tint"),
    ("alert", "paper"),
    ("alert", "tint"),
    ("ink", "paper"),
    ("on-field", "field"),  # what shows the focus on the field
}
# What these say is said in words as well, so no contrast is asked of them.
DECORATIONS = {"rule", "field", "colour"}
CATEGORIES = {
    "blue", "green", "lime", "yellow", "orange", "red", "plum", "purple", "cyan", "grey",
}  # fmt: skip

COLOUR = re.compile(
    r"--(?P<name>[\w-]+): (?:light-dark\((?P<light>#\w{6}), (?P<dark>#\w{6})\)|(?P<both>#\w{6}));"
)
USE = re.compile(
    r"(?P<property>[\w-]*(?:color|background|border|outline)[\w-]*): (?P<value>[^;]*);"
)


class Colour(NamedTuple):
    """A token's colour on light and on dark ground."""

    light: str
    dark: str


def colours(css: str) -> dict[str, Colour]:
    return {
        found["name"]: Colour(found["light"] or found["both"], found["dark"] or found["both"])
        for found in COLOUR.finditer(css)
    }


TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
USUAL, _, FOR_MORE = TOKENS.partition("@media (prefers-contrast: more)")
COLOURS = colours(USUAL)
COLOURS_FOR_MORE = COLOURS | colours(FOR_MORE)


def contrasts(pair: tuple[str, str], tokens: dict[str, Colour]) -> dict[str, float]:
    above, ground = (tokens[name] for name in pair)
    return {
        "light": contrast(above.light, ground.light),
        "dark": contrast(above.dark, ground.dark),
    }


def uses() -> Iterator[tuple[str, str]]:
    """Yield each token that some style sheet paints with, and the property it paints."""
    for path in sorted(CSS.rglob("*.css")):
        for use in USE.finditer(path.read_text(encoding="utf-8")):
            for name in re.findall(r"var\(--([\w-]+)\)", use["value"]):
                if name in COLOURS or name == "colour":
                    yield name, use["property"]


def test_the_ratio_is_the_one_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("pair", sorted(TEXTS), ids=" on ".join)
def test_text_can_be_read(pair: tuple[str, str]) -> None:
    assert {scheme for scheme, ratio in contrasts(pair, COLOURS).items() if ratio < TEXT} == set()


@pytest.mark.parametrize("pair", sorted(LINES), ids=" on ".join)
def test_lines_that_mean_something_can_be_seen(pair: tuple[str, str]) -> None:
    assert {scheme for scheme, ratio in contrasts(pair, COLOURS).items() if ratio < LINE} == set()


@pytest.mark.parametrize("pair", sorted(TEXTS - {("on-field", "field")}), ids=" on ".join)
def test_who_asks_for_more_contrast_gets_more(pair: tuple[str, str]) -> None:
    usual, more = contrasts(pair, COLOURS), contrasts(pair, COLOURS_FOR_MORE)
    assert all(more[scheme] >= usual[scheme] for scheme in usual)
    if "figure" not in pair:  # set so large that 4.5 is more than enough
        assert min(more.values()) >= TEXT_FOR_MORE_CONTRAST


def test_every_colour_of_text_has_its_grounds_here() -> None:
    used = {token for token, name in uses() if name == "color"}
    assert used == {text for text, _ in TEXTS}


def test_every_ground_has_its_texts_here() -> None:
    used = {token for token, name in uses() if name.startswith("background")}
    assert used == {ground for _, ground in TEXTS}


def test_every_line_is_known_to_mean_something_or_to_decorate() -> None:
    used = {token for token, name in uses() if name.startswith(("border", "outline"))}
    assert used <= {line for line, _ in LINES} | DECORATIONS


def test_every_colour_has_a_use() -> None:
    painted = {token for token, _ in uses()} | {"on-field"}
    assert set(COLOURS) == (painted - {"colour"}) | CATEGORIES


def test_every_category_colour_can_be_chosen() -> None:
    chosen = set(re.findall(r'data-colour="(\w+)"\] {\n  --colour: var\(--(\w+)\);', TOKENS))
    assert chosen == {(name, name) for name in CATEGORIES - {"grey"}}
    assert "--colour: var(--grey);" in USUAL  # for grey, and for a colour that is not known


def test_white_never_stands_on_cyan() -> None:
    assert COLOURS["field"] == Colour("#1cabe2", "#1cabe2")
    assert {ground for text, ground in TEXTS if text == "on-field"} == {"field"}
    assert contrast("#ffffff", "#1cabe2") < LINE
