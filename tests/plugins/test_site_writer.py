"""The output folder follows the content: what changed is written, what is gone is taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import SmallSite, many, post

from newsdesk.problems import SiteError


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, many(3))
    first = site.build()
    before = site.snapshot()
    second = site.build()
    assert (second.changed, second.removed, second.kept) == (0, 0, first.changed)
    assert site.snapshot() == before


def test_a_change_in_one_post_touches_only_the_pages_that_show_it(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, many(30, categories=["health"]))
    site.build()
    before = site.snapshot()
    changed = post("Post 2", "Shoes came.", id="post002", date="2026-01-02", categories=["health"])
    site.write({"content/en/articles/post-002.md": changed})
    site.build()
    after = site.snapshot()
    assert {path for path in site.files() if after[path] != before[path]} == {
        *(
            f"en/feeds/{name}.{ending}"
            for name in ("all", "categories/health", "types/news")
            for ending in ("atom", "rss", "json")
        ),
        "en/news/post-2/index.html",
    }


def test_a_post_that_is_deleted_leaves_the_site(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, many(2))
    site.build()
    before = set(site.snapshot())
    (tmp_path / "content/en/articles/post-002.md").unlink()
    assert site.build().removed == len(before - set(site.snapshot())) > 0
    left = [path for path in site.snapshot() if "post-2" in path or "post002" in path]
    assert left == []
    assert "post-2" not in site.read("en/index.html")


def test_a_post_that_moves_is_found_at_its_new_address_only(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, {"content/en/articles/milk.md": post("Milk", slug="milk")})
    site.build()
    site.write({"content/en/articles/milk.md": post("Milk", slug="bread")})
    site.build()
    assert {path for path in site.snapshot() if path.startswith("en/news/")} == {
        "en/news/bread/index.html",
        "en/news/index.html",
    }


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, many(1))
    site.write({"output/holiday.txt": "beach"})
    before = site.snapshot()
    with pytest.raises(SiteError) as error:
        site.build()
    assert str(error.value) == (
        "output: this folder holds files that newsdesk has not written\n"
        "    Hint: name an empty folder, or one that newsdesk has built before"
    )
    assert site.snapshot() == before
