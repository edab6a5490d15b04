"""A glimpse of a post that was saved is the page that the whole build makes afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_site import HOUSE, THEME, VOCABULARY, SmallSite, many, page, post

from newsdesk.build import Build
from newsdesk.glimpse import glimpse, prepare
from newsdesk.outputs import replace_site

FILES = {
    **many(3),
    "content/sr/articles/mleko.md": post("Mleko", lang="sr-Latn", id="mleko1", slug="mleko"),
    "content/en/pages/about.md": page("About us"),
}
FILE = "content/en/articles/post-002.md"
PAGE = "en/news/post-2/index.html"
OUTPUT = Path("output")


def second(body: str = "Milk came.", **fields: str) -> str:
    return post("Post 2", body, **{"id": "post002", "date": "2026-01-02"} | fields)


@dataclass
class Desktop:
    """A site that was built once, and is open in a preview."""

    site: SmallSite
    last: Build

    def saved(self, *files: tuple[str, str]) -> bool:
        """Save files, and tell whether they could be shown at once."""
        self.site.write(dict(files))
        before = self.site.snapshot()
        shown = glimpse(self.last, {Path(path).absolute() for path, _ in files}, OUTPUT)
        assert shown or self.site.snapshot() == before
        return shown

    def glimpsed(self) -> dict[str, str]:
        """Give the pages that are other ones now than after the build."""
        return {
            path: data.decode()
            for path, data in self.site.files().items()
            if data != whole(self.last)[path]
        }


def whole(build: Build) -> dict[str, bytes]:
    return {path: output.data for path, output in build.outputs().items()}


def begun() -> Build:
    return Build.begin(HOUSE, Path("content"), THEME)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    site = SmallSite(tmp_path)
    site.write({**VOCABULARY, **FILES})
    with chdir(tmp_path):
        build = begun()
        replace_site(OUTPUT, build.outputs())
        yield Desktop(site, build)


@pytest.mark.parametrize(
    ("file", "text", "pages"),
    [
        (FILE, second("Shoes came."), {PAGE}),
        (
            FILE,
            second("Shoes came.", summary="Who brought the shoes, and to whom.", slug="post-2"),
            {PAGE},
        ),
        (
            "content/sr/articles/mleko.md",
            post("Mleko", "Stiglo je.", lang="sr-Latn", id="mleko1", slug="mleko"),
            {"sr/news/mleko/index.html", "sr-cyrl/news/mleko/index.html"},
        ),
        (
            "content/en/pages/about.md",
            page("About us", "We bring shoes."),
            {"en/about/about-us/index.html"},
        ),
    ],
)
def test_the_page_of_the_post_is_shown_in_every_edition_as_the_whole_build_makes_it(
    desktop: Desktop, file: str, text: str, pages: set[str]
) -> None:
    assert desktop.saved((file, text))
    found = desktop.glimpsed()
    assert found.keys() == pages
    after = whole(begun())
    assert {path: after[path].decode() for path in pages} == found


@pytest.mark.parametrize(
    "files",
    [
        [],
        [("content/en/articles/new.md", post("New", id="new001"))],
        [(FILE, second(slug="shoes"))],
        [(FILE, second(id="other1"))],
        [(FILE, second(titel="Shoes"))],
        [(FILE, "No header.")],
        [(FILE, second("Shoes came.")), ("content/en/articles/post-001.md", second(id="post001"))],
        [("content/vocabulary/topics.yaml", "")],
    ],
)
def test_whatever_else_was_saved_waits_for_the_whole_build(
    desktop: Desktop, files: list[tuple[str, str]]
) -> None:
    assert not desktop.saved(*files)


def test_a_post_that_was_taken_away_waits_for_the_whole_build(desktop: Desktop) -> None:
    Path(FILE).unlink()
    assert not glimpse(desktop.last, {Path(FILE).absolute()}, OUTPUT)


def test_what_is_prepared_shows_nothing_and_the_glimpse_is_the_same(desktop: Desktop) -> None:
    before = desktop.site.snapshot()
    prepare(desktop.last)
    assert desktop.site.snapshot() == before
    assert desktop.saved((FILE, second("Shoes.")))
    assert "<p>Shoes.</p>" in desktop.glimpsed()[PAGE]


def test_a_site_without_posts_is_prepared_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SmallSite.in_folder(tmp_path, {"content/en/pages/about.md": page("About us")})
    monkeypatch.chdir(tmp_path)
    prepare(begun())
