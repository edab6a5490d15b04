"""The real content with a specimen of every kind of page, for whoever looks at the theme.

The specimens say what they are and tell no news; their pictures are coloured fields.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

from PIL import Image, ImageDraw

ROOT = Path(__file__).parents[1]
SPECIMENS = Path(__file__).parent / "specimen"
# The day on which the specimens are looked at: some of their events are over, others to come.
NOW = "1795867200"  # 2026-11-28 12:00 UTC
# One page of every kind; each stands for all that look like it.
KINDS = {
    "home": "/",
    "article": "/news/strengthening-families/",
    "release": "/press-releases/specimen-release/",
    "story": "/stories/specimen-story/",
    "event": "/events/specimen-event/",
    "publication": "/publications/specimen-publication/",
    "statement": "/statements/specimen-statement/",
    "withdrawn": "/news/specimen-withdrawn/",
    "programme": "/programmes/specimen-programme/",
    "history": "/about/history/",
    "contact": "/about/media-contact/",
    "about": "/about/",
    "category": "/categories/media/",
    "categories": "/categories/",
    "topic": "/topics/specimens/",
    "events": "/events/",
    "archive": "/archive/",
    "search": "/search/",
}
EDITIONS = ("en", "sr", "sr-cyrl")
SIZES = {"specimen-portrait": (1200, 1600), "specimen-landscape": (1800, 1200)}


def build_specimens(folder: Path) -> Path:
    """Build the site with the specimens as `newsdesk build` does; give the folder of its pages."""
    content, output = folder / "content", folder / "output"
    copytree(ROOT / "content", content)
    copytree(SPECIMENS, content, dirs_exist_ok=True)
    for name, size in SIZES.items():
        _fields(size).save(content / "photos" / f"{name}.jpg", quality=85)
    (content / "files").mkdir(exist_ok=True)
    (content / "files/specimen.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    places = ["--content", str(content), "--output", str(output)]
    command = [sys.executable, "-m", "newsdesk", "build", *places]
    environment = os.environ | {"SOURCE_DATE_EPOCH": NOW}
    subprocess.run(command, cwd=ROOT, check=True, env=environment)  # noqa: S603 - our own command
    return output


def _fields(size: tuple[int, int]) -> Image.Image:
    """Draw a picture of coloured fields."""
    width, height = size
    picture = Image.new("RGB", size, "#ffc20e")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height * 2 // 3, width, height), fill="#374ea2")
    draw.ellipse(
        (width // 4, height // 5, width * 3 // 4, height // 5 + width // 2), fill="#f4f1ed"
    )
    return picture
