"""The finished site has its index when the house wants it, and its page says so when not."""

from __future__ import annotations

from pathlib import Path

from small_site import SmallSite, post

FILES = {
    "content/en/articles/milk.md": post("Milk for all"),
    "content/en/articles/secret.md": post("Secret milk", "Hush.", id="secr01", status="draft"),
}


def test_the_index_is_part_of_the_site(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, FILES, NEWSDESK_SEARCH=True)
    site.build()
    assert (site.output / "en/search/2026/pagefind.js").is_file()
    assert len(list((site.output / "en/search/2026/fragment").iterdir())) == 1
    page = site.read("en/search/index.html")
    assert 'data-parts="/en/search/2026/"' in page
    assert "Searching needs JavaScript." in page


def test_without_the_setting_there_is_none_and_the_page_says_where_it_is(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, FILES)
    site.build()
    assert [path.name for path in (site.output / "en/search").iterdir()] == ["index.html"]
    page = site.read("en/search/index.html")
    assert "One can search on the published site; here no index was made." in page
    assert "<script src" not in page
    assert "<form" not in page
