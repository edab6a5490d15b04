"""Paints a drawing as pixels: the same shapes as in its SVG, with smooth edges."""

from __future__ import annotations

from math import sqrt

from PIL import Image, ImageDraw

from newsdesk.drawings.palette import Palette
from newsdesk.drawings.scenes import Scene
from newsdesk.drawings.shapes import Arch, Disc, Dome, Line, Point, Ring, Shape, Sheet

# Painted this many times as large, and then made smaller: that smooths the edges.
FINER = 3


def painted(scene: Scene, palette: Palette, size: tuple[int, int]) -> Image.Image:
    """Paint a drawing over the whole of a picture.

    :param size: width and height in pixels; the drawing is as wide as the picture.
    """
    image = Image.new("RGB", (size[0] * FINER, size[1] * FINER), palette.field)
    brush = Brush(ImageDraw.Draw(image), image.width / scene.stage.width, image.size)
    for shapes, colour in ((scene.behind, palette.second), (scene.paper, palette.paper)):
        for shape in shapes:
            brush.paint(shape, colour)
    return image.reduce(FINER)


class Brush:
    """Paints shapes of a drawing on a picture.

    :param scale: how many pixels one unit of the drawing has.
    """

    def __init__(self, draw: ImageDraw.ImageDraw, scale: float, size: tuple[int, int]) -> None:
        """Take the picture to paint on."""
        self._draw = draw
        self._scale = scale
        self._size = size

    def paint(self, shape: Shape, colour: str) -> None:
        """Paint one shape."""
        match shape:
            case Disc(x, y, radius):
                self._disc(x, y, radius, colour)
            case Dome(x, y, radius):
                self._draw.pieslice(self._box(x, y, radius), 180, 360, fill=colour)
            case Arch(x, y, radius, breadth):
                box = self._box(x, y, radius + breadth / 2)
                self._draw.arc(box, 180, 360, colour, self._pixels(breadth))
            case Ring(x, y, radius, breadth):
                box = self._box(x, y, radius + breadth / 2)
                self._draw.ellipse(box, outline=colour, width=self._pixels(breadth))
            case Line(start, end, breadth):
                self._strokes((start, end), breadth, colour)
            case Sheet(points, breadth):
                self._draw.polygon([self._at(point) for point in points], fill=colour)
                self._strokes((*points, points[0]), breadth, colour)

    def _disc(self, x: float, y: float, radius: float, colour: str) -> None:
        if radius * self._scale > max(self._size):
            self._ground(x, y, radius, colour)
        else:
            self._draw.ellipse(self._box(x, y, radius), fill=colour)

    def _ground(self, x: float, y: float, radius: float, colour: str) -> None:
        """Paint of a huge disc only what is in sight."""
        width, height = self._size
        crest = [
            (across, (y - sqrt(radius**2 - (across / self._scale - x) ** 2)) * self._scale)
            for across in range(0, width + 1, width // 60)
        ]
        self._draw.polygon([(0, height), *crest, (width, height)], fill=colour)

    def _strokes(self, points: tuple[Point, ...], breadth: int, colour: str) -> None:
        """Paint lines with round ends and corners."""
        way = [self._at(point) for point in points]
        self._draw.line(way, colour, self._pixels(breadth))
        for x, y in points:
            self._disc(x, y, breadth / 2, colour)

    def _at(self, point: Point) -> tuple[float, float]:
        return (point[0] * self._scale, point[1] * self._scale)

    def _box(self, x: float, y: float, radius: float) -> tuple[float, float, float, float]:
        left, top = (x - radius) * self._scale, (y - radius) * self._scale
        return (left, top, left + 2 * radius * self._scale, top + 2 * radius * self._scale)

    def _pixels(self, units: float) -> int:
        return max(1, round(units * self._scale))
