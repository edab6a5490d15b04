"""Sets the words of a card: as large as there is room for, in lines of about the same length.

The letters are those of Noto Sans, from a package that brings them with their licence (SIL OFL).
Where the system has FriBiDi, Pillow also knows the letter forms of each language, such as the
Serbian б, and the gaps between pairs of letters; without it both are the font's usual ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from itertools import product

from PIL import ImageFont, features

FONT = ("fontpkg_noto_sans", "files", "NotoSans[wdth,wght].ttf")
# How bold words are, and how wide their letters: axes of the font, in its own units.
HEAVY = 800
WIDTHS = (100, 80)
# From one line to the next, in sizes of the letters.
LEADING = 1.16
# Pixels, from the largest to the smallest. Wide letters come first, as long as they stay large.
LARGE, SMALL = range(84, 42, -2), range(58, 18, -2)
# At this size words are measured; at others they are as wide in proportion.
MEASURED = 100
# What a font of letters has no shape for: pictures, and signs that are not seen.
WITHOUT_SHAPE = frozenset(("So", "Cf", "Cn", "Co", "Cs", "Cc", "Mn"))


def shaping() -> str:
    """Name the engine that puts letters beside each other: another one makes other pictures."""
    return "raqm" if features.check("raqm") else "basic"


class TypeCase:
    """The font in every size and width that was asked for; making one ready takes a while."""

    def __init__(self) -> None:
        """Begin with an empty case."""
        self._fonts: dict[tuple[int, int], ImageFont.FreeTypeFont] = {}

    def font(self, size: int, width: int = WIDTHS[0]) -> ImageFont.FreeTypeFont:
        """Give the font in one size, in pixels, and one width."""
        if (size, width) not in self._fonts:
            self._fonts[size, width] = _font(size, width)
        return self._fonts[size, width]


def _font(size: int, width: int) -> ImageFont.FreeTypeFont:
    package, *path = FONT
    with as_file(files(package).joinpath(*path)) as file:
        made = ImageFont.truetype(file, size)
    made.set_variation_by_axes([HEAVY, width])
    return made


def plain(text: str) -> str:
    """Leave out what the font has no shape for, such as emoji, and spaces that then are doubled."""
    letters = unicodedata.normalize("NFC", text)
    kept = (letter for letter in letters if unicodedata.category(letter) not in WITHOUT_SHAPE)
    return " ".join(filter(None, "".join(kept).split(" ")))


@dataclass(frozen=True, slots=True)
class Setting:
    """Words that were fitted into a box.

    :param size: of the letters in pixels.
    :param width: of the letters, as the font counts it.
    """

    lines: tuple[str, ...]
    size: int
    width: int

    @property
    def leading(self) -> int:
        """From one line to the next, in pixels."""
        return round(self.size * LEADING)


def fit(text: str, width: int, height: int, case: TypeCase) -> Setting:
    """Set a title as large as it fits; what does not fit at the smallest size is cut.

    :param width: of the box in pixels, as is `height`.
    """
    words = {each: Words(plain(text), case.font(MEASURED, each)) for each in WIDTHS}
    wide, narrow = WIDTHS
    for letters, size in (*product([wide], LARGE), *product([narrow], SMALL)):
        count = words[letters].lines_needed(width / size)
        if count and count * round(size * LEADING) <= height:
            return Setting(words[letters].even_lines(width / size, count), size, letters)
    size = SMALL[-1]
    lines = words[narrow].lines(width / size)[: height // round(size * LEADING)]
    return Setting((*lines[:-1], f"{lines[-1]} …"), size, narrow)


class Words:
    """The words of a text, measured once; lengths are in sizes of the letters."""

    def __init__(self, text: str, measure: ImageFont.FreeTypeFont) -> None:
        """Measure the words of a text.

        :param measure: a font of the size `MEASURED`.
        """
        self._words = [(word, measure.getlength(word) / MEASURED) for word in text.split(" ")]
        self._space = measure.getlength(" ") / MEASURED

    @cached_property
    def longest(self) -> float:
        """The length of the longest word."""
        return max(length for _, length in self._words)

    def lines(self, room: float) -> tuple[str, ...]:
        """Break the text where the next word would no longer fit.

        :param room: the length of a line.
        """
        return tuple(" ".join(line) for line in self._broken(room))

    def _broken(self, room: float) -> Iterator[list[str]]:
        line: list[str] = []
        left = room
        for word, length in self._words:
            if line and length + self._space > left:
                yield line
                line, left = [], room
            left -= length + (self._space if line else 0)
            line.append(word)
        yield line

    def lines_needed(self, room: float) -> int | None:
        """Count the lines, or give None where a word is longer than one."""
        return len(self.lines(room)) if self.longest <= room else None

    def even_lines(self, room: float, count: int) -> tuple[str, ...]:
        """Make the lines as even as can be without needing more of them."""
        narrow, wide = max(self.longest, room / 2), room
        for _ in range(6):
            middle = (narrow + wide) / 2
            if len(self.lines(middle)) > count:
                narrow = middle
            else:
                wide = middle
        return self.lines(wide)
