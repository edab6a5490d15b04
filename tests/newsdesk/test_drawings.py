"""A drawing follows from a seed and three colours alone, stays on its stage, and is light."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import get_args

import pytest
from lxml import etree
from seen_contrast import contrast

from newsdesk.drawings.children import Child, cut_out, row
from newsdesk.drawings.dice import Dice
from newsdesk.drawings.palette import PALETTES, palette_of
from newsdesk.drawings.scenes import Scene, scene
from newsdesk.drawings.shapes import Arch, Disc, Dome, Line, Ring, Shape, Sheet
from newsdesk.drawings.stage import PICTURE, Stage
from newsdesk.drawings.svg import svg
from newsdesk.schema.records import Colour

TOKENS = Path(__file__).parents[2] / "theme/static/css/tokens.css"
BLUE = palette_of("blue")
SEEDS = [f"post{number:03}" for number in range(300)]
NARROW = Stage(width=828, height=435, middle=638, reach=190, crest=76, most=3, side=1)


def test_a_post_always_has_the_same_drawing() -> None:
    assert svg(scene("milk01"), BLUE) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 320" stroke-width="0" strok'
        'e-linecap="round" stroke-linejoin="round"><path fill="#374ea2" d="M0 0h480v320H0z"/>'
        '<g fill="#ffc20e" stroke="#ffc20e"><path d="M190 27a120 120 0 1 1-.1 0z"/></g><g fil'
        'l="#ffffff" stroke="#ffffff"><path d="M228 262a1671 1671 0 1 1-.1 0zM214 102a26 26 0'
        " 1 1-.1 0zM182 112a11 11 0 1 1-.1 0zM246 112a11 11 0 1 1-.1 0zM305 146a20 20 0 1 1-."
        '1 0z"/><path stroke-width="4" d="M161 133l-31-46"/><path stroke-width="12" d="M212 1'
        "68h4l31 58h-66zM200 228v46M228 228v46M321 161l10 14M304 196h2l24 43h-50zM295 240v34M"
        '315 240v34M214 168l45 50M259 218l46-22M214 168l-53-35M130 17l20 26l-20 44l-20-44z"/>'
        "</g></svg>"
    )


def test_posts_have_drawings_of_their_own() -> None:
    assert len({svg(scene(seed), BLUE) for seed in SEEDS}) == len(SEEDS)


def test_every_kind_of_background_figure_and_thing_comes_up() -> None:
    kinds = {type(shape) for seed in SEEDS for shape in (*scene(seed).behind, *scene(seed).paper)}
    assert kinds == {Disc, Dome, Arch, Ring, Line, Sheet}
    children = [child for seed in SEEDS for child in row(Dice(seed), 240, 274, 4)]
    assert {child.clothes.__name__ for child in children} == {
        "_dress", "_skirt", "_trousers", "_wheelchair",
    }  # fmt: skip
    assert {child.hair.__name__ for child in children} == {
        "_short", "_bunches", "_bun", "_ponytail",
    }  # fmt: skip


def test_a_drawing_is_a_few_hundred_bytes_of_paths() -> None:
    files = [svg(scene(seed), BLUE) for seed in SEEDS]
    assert max(map(len, files)) < 1_400
    assert sum(map(len, files)) / len(files) < 1_000
    for file in files:
        root = etree.fromstring(file.encode())
        names = {etree.QName(node).localname for node in root.iter()}
        assert names == {"svg", "g", "path"}
        assert set(re.findall(r"#\w+", file)) == {BLUE.field, BLUE.second, BLUE.paper}


def test_a_circle_is_written_as_one_arc_and_a_line_as_a_step() -> None:
    ring = Ring(10, 10, 5, 2)
    drawn = Scene(Stage(20, 20, 10, 10, 5), (Disc(10, 10, 4), ring), (Line((1, 2), (3, 2), 2),))
    assert svg(drawn, BLUE).partition("H0z")[2] == (
        '"/><g fill="#ffc20e" stroke="#ffc20e"><path d="M10 6a4 4 0 1 1-.1 0z'
        'M10 4a6 6 0 1 1-.1 0zM10 6a4 4 0 1 0 .1 0z"/></g>'
        '<g fill="#ffffff" stroke="#ffffff"><path stroke-width="2" d="M1 2h2"/></g></svg>'
    )


def extents(shape: Shape) -> tuple[float, float, float, float]:
    """Give what a shape covers: left, top, right, bottom."""
    match shape:
        case Disc(x, y, radius):
            return x - radius, y - radius, x + radius, y + radius
        case Ring(x, y, radius, breadth):
            far = radius + breadth / 2
            return x - far, y - far, x + far, y + far
        case Dome(x, y, radius):
            return x - radius, y - radius, x + radius, y
        case Arch(x, y, radius, breadth):
            far = radius + breadth / 2
            return x - far, y - far, x + far, y
    points = (shape.start, shape.end) if isinstance(shape, Line) else shape.points
    across, down = zip(*points, strict=True)
    half = shape.breadth / 2
    return min(across) - half, min(down) - half, max(across) + half, max(down) + half


def figures(drawn: Scene) -> Iterator[Shape]:
    """Give what is cut of paper, without the ground."""
    return (shape for shape in drawn.paper if not (isinstance(shape, Disc) and shape.radius > 200))


@pytest.mark.parametrize("stage", [PICTURE, NARROW], ids=["picture", "narrow"])
def test_nobody_is_cut_off_at_the_edge(stage: Stage) -> None:
    for seed in SEEDS:
        for shape in figures(scene(seed, stage)):
            left, top, right, _ = extents(shape)
            assert left >= 0, (seed, shape)
            assert right <= stage.width, (seed, shape)
            assert top >= 0, (seed, shape)


@pytest.mark.parametrize("stage", [PICTURE, NARROW], ids=["picture", "narrow"])
def test_what_stands_behind_stays_within_its_reach(stage: Stage) -> None:
    for seed in SEEDS:
        for shape in scene(seed, stage).behind:
            left, _, right, _ = extents(shape)
            assert left >= stage.middle - stage.reach * 1.6, (seed, shape)
            assert right <= stage.middle + stage.reach * 1.6, (seed, shape)


@pytest.mark.parametrize("stage", [PICTURE, NARROW], ids=["picture", "narrow"])
def test_the_ground_reaches_both_edges_and_carries_everybody(stage: Stage) -> None:
    for seed in SEEDS:
        drawn = scene(seed, stage)
        (ground,) = set(drawn.paper) - set(figures(drawn))
        assert isinstance(ground, Disc)

        def surface(x: float, disc: Disc = ground) -> float:
            return disc.y - sqrt(disc.radius**2 - (x - disc.x) ** 2)

        assert surface(0) < stage.height
        assert surface(stage.width) < stage.height
        assert ground.y > stage.height
        feet = [extents(shape) for shape in figures(drawn)]
        lowest = max(bottom for *_, bottom in feet)
        hovering = [x for x, _, _, bottom in feet if bottom == lowest and surface(x) > bottom]
        assert hovering == []


def test_neighbours_hold_hands() -> None:
    children = row(Dice("milk01"), 240, 274, 4)
    arms = [shape for shape in cut_out(children) if isinstance(shape, Line)]
    for one, other in pairwise(children):
        (reaching,) = [arm for arm in arms if arm.start == one.at(0, 60)]
        assert [arm for arm in arms if arm.start == reaching.end and arm.end == other.at(0, 60)]


def test_a_child_is_measured_in_hundredths_of_its_height() -> None:
    child = Child(100, 200, 150, lambda _: iter(()), lambda _: iter(()))
    assert child.at(-10, 50) == (85, 125)


# Colours


def test_every_category_has_its_palette() -> None:
    assert set(PALETTES) == set(get_args(Colour))


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_the_field_is_the_colour_that_the_theme_gives_to_the_category(name: str) -> None:
    found = re.search(rf"--{name}: (?:light-dark\()?(#\w{{6}})", TOKENS.read_text("utf-8"))
    assert found
    assert PALETTES[name].field == found[1]


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_figures_stand_out_from_the_field(name: str) -> None:
    palette = PALETTES[name]
    assert contrast(palette.paper, palette.field) > 2


def test_a_page_without_a_category_is_drawn_in_the_colour_of_the_house() -> None:
    assert palette_of("") == PALETTES["cyan"]


# Chance


def test_dice_fall_the_same_way_every_time() -> None:
    assert [Dice("a").throw(6) for _ in range(3)] == [Dice("a").throw(6)] * 3
    dice, again = Dice("milk"), Dice("milk")
    assert [dice.throw(100) for _ in range(5)] == [again.throw(100) for _ in range(5)]
    assert {Dice(seed).between(3, 5) for seed in SEEDS} == {3, 4, 5}
    assert {Dice(seed).choose("ab") for seed in SEEDS} == {"a", "b"}
