"""Makes tests/contact_sheet/: every kind of page in small, for a review: `make contact-sheet`.

One sheet shows three widths, one the other editions and the dark scheme, one what becomes of pages
on paper, without styles, with text of twice the size and in forced colours.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from conftest import FLAGS
from file_server import served
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from specimens import KINDS, build_specimens

SHEETS = Path(__file__).parents[1] / "contact_sheet"
SCALE = 6  # a sheet shows a page at a sixth of its size
TALLEST = 2400
GAP = 12
# Pictures further down wait to be scrolled to.
ALL_PICTURES = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode();
}))"""
GROUND = "#8f8f92"


@dataclass(frozen=True)
class Shot:
    """One picture of a sheet.

    :param before: what is done to the page before the picture is taken.
    """

    path: str
    width: int
    dark: bool = False
    forced: bool = False
    paper: bool = False
    before: Callable[[Page], object] = lambda page: page.title()


def _without_styles(page: Page) -> object:
    return page.evaluate("document.querySelector('link[rel=stylesheet]').remove()")


def _twice_as_large(page: Page) -> object:
    return page.add_style_tag(content="html { font-size: 200% }")


FEW = ("home", "article", "release", "history")
SHEET_OF = {
    "widths": [Shot(f"/en{path}", width) for path in KINDS.values() for width in (360, 768, 1440)],
    "editions": [
        Shot(f"/{edition}{KINDS[kind]}", width, dark)
        for kind in FEW
        for edition, width, dark in (
            ("sr", 360, False),
            ("sr-cyrl", 1440, False),
            ("sr-cyrl", 360, True),
            ("en", 1440, True),
        )
        if (kind, edition) != ("release", "sr")
    ],
    "conditions": [
        shot
        for kind in FEW
        for shot in (
            Shot(f"/en{KINDS[kind]}", 794, paper=True),
            Shot(f"/en{KINDS[kind]}", 768, before=_without_styles),
            Shot(f"/en{KINDS[kind]}", 768, before=_twice_as_large),
            Shot(f"/en{KINDS[kind]}", 768, forced=True),
        )
    ],
}


def main(chromium: str) -> None:
    """Build the specimens, serve them and take all pictures.

    :param chromium: path of the browser.
    """
    SHEETS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=list(FLAGS))
        with served(build_specimens(Path(folder))) as address:
            for name, shots in SHEET_OF.items():
                pictures = [_taken(browser, address, shot) for shot in shots]
                _sheet(pictures).quantize(32).save(SHEETS / f"{name}.png", optimize=True)
        browser.close()


def _taken(browser: Browser, address: str, shot: Shot) -> Image.Image:
    page = browser.new_page(viewport={"width": shot.width, "height": 900})
    page.emulate_media(
        color_scheme="dark" if shot.dark else "light",
        forced_colors="active" if shot.forced else "none",
        media="print" if shot.paper else "screen",
    )
    page.goto(address + shot.path)
    shot.before(page)
    page.evaluate(ALL_PICTURES)
    picture = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    page.close()
    seen = picture.crop((0, 0, picture.width, min(picture.height, TALLEST)))
    return seen.resize((seen.width // SCALE, seen.height // SCALE), Image.Resampling.LANCZOS)


def _sheet(pictures: Iterable[Image.Image], width: int = 1600) -> Image.Image:
    """Lay pictures out in rows."""
    rows = list(_rows(pictures, width))
    heights = [max(picture.height for picture in row) + GAP for row in rows]
    sheet = Image.new("RGB", (width, sum(heights) + GAP), GROUND)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for picture in row:
            sheet.paste(picture, (left, top))
            left += picture.width + GAP
        top += height
    return sheet


def _rows(pictures: Iterable[Image.Image], width: int) -> Iterator[list[Image.Image]]:
    row: list[Image.Image] = []
    for picture in pictures:
        if row and sum(each.width + GAP for each in (*row, picture)) + GAP > width:
            yield row
            row = []
        row.append(picture)
    yield row


if __name__ == "__main__":
    main(sys.argv[1])
