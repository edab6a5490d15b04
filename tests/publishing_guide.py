"""The examples of the guide to publishing, as somebody copies them."""

from __future__ import annotations

import re
from pathlib import Path

GUIDE = Path(__file__).parents[1] / "docs/publishing.md"
BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def examples(language: str) -> list[str]:
    """Give all examples that are written in a language; the empty one is none."""
    found = BLOCK.finditer(GUIDE.read_text("utf-8"))
    return [example["text"] for example in found if example["language"] == language]
