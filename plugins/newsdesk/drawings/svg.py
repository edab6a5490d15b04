"""Writes a drawing as SVG, in as few bytes as it takes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from newsdesk.drawings.palette import Palette
from newsdesk.drawings.scenes import Scene
from newsdesk.drawings.shapes import Arch, Disc, Dome, Line, Point, Ring, Shape, Sheet


def svg(scene: Scene, palette: Palette) -> str:
    """Write a drawing as an SVG file."""
    width, height = scene.stage.width, scene.stage.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'stroke-width="0" stroke-linecap="round" stroke-linejoin="round">'
        f'<path fill="{palette.field}" d="M0 0h{width}v{height}H0z"/>'
        f"{_group(scene.behind, palette.second)}{_group(scene.paper, palette.paper)}</svg>"
    )


def _group(shapes: Iterable[Shape], colour: str) -> str:
    """Write shapes of one colour: one path for each breadth of their strokes."""
    paths = "".join(
        f'<path{_stroke(breadth)} d="{"".join(map(_path, alike))}"/>'
        for breadth, alike in groupby(sorted(shapes, key=_breadth), _breadth)
    )
    return f'<g fill="{colour}" stroke="{colour}">{paths}</g>'


def _breadth(shape: Shape) -> int:
    return shape.breadth if isinstance(shape, Line | Sheet) else 0


def _stroke(breadth: int) -> str:
    return f' stroke-width="{breadth}"' if breadth else ""


def _path(shape: Shape) -> str:
    match shape:
        case Disc(x, y, radius):
            return _circle(x, y, radius)
        case Dome(x, y, radius):
            return f"M{x - radius} {y}a{radius} {radius} 0 0 1 {2 * radius} 0z"
        case Arch(x, y, radius, breadth):
            outer, inner = radius + breadth // 2, radius - breadth // 2
            back = f"h{inner - outer}a{inner} {inner} 0 0 0 {-2 * inner} 0z"
            return f"M{x - outer} {y}a{outer} {outer} 0 0 1 {2 * outer} 0{back}"
        case Ring(x, y, radius, breadth):
            outer, inner = radius + breadth // 2, radius - breadth // 2
            # The inner circle turns the other way, and so cuts a hole.
            return _circle(x, y, outer) + _circle(x, y, inner, turn=0)
        case Line(start, end, _):
            return _through((start, end))
        case Sheet(points, _):
            return f"{_through(points)}z"


def _circle(x: int, y: int, radius: int, turn: int = 1) -> str:
    """Write a circle as one arc, whose ends are so near each other that nobody sees it."""
    return f"M{x} {y - radius}a{radius} {radius} 0 1 {turn}{'-' if turn else ' '}.1 0z"


def _through(points: tuple[Point, ...]) -> str:
    """Write a way through points, each as seen from the one before."""
    (x, y), *rest = points
    steps = zip(points, rest, strict=False)
    way = "".join(_step(after[0] - before[0], after[1] - before[1]) for before, after in steps)
    return f"M{x} {y}{way}"


def _step(across: int, down: int) -> str:
    if down == 0:
        return f"h{across}"
    return f"l{across}{'' if down < 0 else ' '}{down}" if across else f"v{down}"
