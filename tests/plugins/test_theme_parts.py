"""The preview has a page of the theme's parts; the site for the public has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import SmallSite, post

FILES = {"content/en/articles/milk.md": post("Milk")}


@pytest.mark.parametrize("preview", [True, False])
def test_only_the_preview_shows_the_parts_of_the_theme(tmp_path: Path, *, preview: bool) -> None:
    site = SmallSite.in_folder(
        tmp_path,
        FILES,
        NEWSDESK_SHOW_UNPUBLISHED=preview,
        PLUGINS=["newsroom", "theme_parts", "site_writer"],
    )
    site.build()
    assert [path for path in site.snapshot() if path.startswith("parts/")] == (
        ["parts/index.html", "parts/picture.svg"] if preview else []
    )
