"""Every part of the theme has examples, and each of them can be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from babel.support import NullTranslations
from bs4 import BeautifulSoup
from small_site import HOUSE, THEME, begin, desk

from newsdesk.gallery import example_html, gallery_files, gallery_page
from newsdesk.render import environment

EXAMPLES = sorted((THEME / "examples").glob("*.yaml"))
TEMPLATES = environment(THEME / "templates", NullTranslations())
SHOWN = [
    pytest.param(file.stem, example, id=f"{file.stem}: {example['name']}")
    for file in EXAMPLES
    for example in yaml.safe_load(file.read_text("utf-8"))
]


def test_every_part_has_examples() -> None:
    macros = {file.stem for file in (THEME / "templates/macros").glob("*.html")}
    assert {file.stem for file in EXAMPLES} == macros


@pytest.mark.parametrize(("part", "example"), SHOWN)
def test_an_example_shows_all_that_it_was_given(part: str, example: dict[str, object]) -> None:
    html = example_html(TEMPLATES, part, example)
    shown = BeautifulSoup(html, "lxml")
    assert shown.find(["svg", "img"]) or shown.get_text(strip=True)
    assert "None" not in shown.get_text()


def test_the_page_of_parts_has_them_all_in_order() -> None:
    page = gallery_page(TEMPLATES, THEME, "/parts/picture.svg")
    assert [part.name for part in page.parts] == [file.stem for file in EXAMPLES]
    contact = next(part for part in page.parts if part.name == "contact")
    assert contact.note == "Whom the media can ask."
    assert [example.name for example in contact.examples] == [
        "A real contact",
        "A placeholder, which leads nowhere",
    ]


def test_the_picture_of_the_examples_comes_with_them(tmp_path: Path) -> None:
    build = begin(tmp_path, {}, HOUSE)
    files = gallery_files(desk(tmp_path / "b", {}), build.assets, TEMPLATES, THEME)
    assert [file.path for file in files] == ["parts/index.html", "parts/picture.svg"]
