"""The house rules of the style sheets and of the one script."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from newsdesk.assets import assets

THEME = Path(__file__).parents[2] / "theme"
STATIC = THEME / "static"
CSS = STATIC / "css"
SHEETS = sorted(path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css"))
COMPONENTS = [name for name in SHEETS if name.startswith("components/")]

# Classes that Markdown, its extensions and typogrify write; no template shows them.
OF_THE_TEXT = {"caps", "footnote", "to-center", "to-right"}


def read(name: str) -> str:
    return (CSS / name).read_text(encoding="utf-8")


def rules(name: str) -> str:
    """Give a style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", read(name), flags=re.DOTALL)


def test_main_css_is_a_contents_page_of_every_other_sheet() -> None:
    imported = re.findall(r'@import "([\w/.]+)" layer\((\w+)\);', rules("main.css"))
    assert sorted(name for name, _ in imported) == [name for name in SHEETS if name != "main.css"]
    for name, layer in imported:
        assert Path(name).parts[0].removesuffix(".css").removesuffix("s") == layer.removesuffix("s")


def test_a_dark_scheme_changes_colours_alone() -> None:
    of_schemes = [name for name in SHEETS if "light-dark(" in rules(name)]
    assert of_schemes == ["tokens.css"]
    assert not [name for name in SHEETS if "prefers-color-scheme" in rules(name)]
    pairs = re.findall(r"light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)", rules("tokens.css"))
    assert len(pairs) == rules("tokens.css").count("light-dark(")


def test_the_layers_stand_in_their_order() -> None:
    first = rules("main.css").split(";")[0].strip()
    assert first == "@layer reset, tokens, base, layout, components, utilities, print"


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_named_like_its_macro_or_part(name: str) -> None:
    stem = Path(name).stem
    templates = (THEME / f"templates/{folder}/{stem}.html" for folder in ("macros", "parts"))
    assert any(path.exists() for path in templates)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_opens_with_what_it_is_for(name: str) -> None:
    assert re.match(r"/\* [\w ]+", read(name))


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_components_comment_names_it(name: str) -> None:
    assert read(name).startswith(f"/* {Path(name).stem}: ")


@pytest.mark.parametrize(
    "name", [name for name in SHEETS if name not in {"tokens.css", "print.css"}]
)
def test_colours_stand_in_tokens_only(name: str) -> None:
    assert re.findall(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl|\boklch", rules(name)) == []


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "utilities.css"])
def test_nothing_is_important_outside_utilities(name: str) -> None:
    assert "!important" not in rules(name)


@pytest.mark.parametrize("name", SHEETS)
def test_no_id_is_styled(name: str) -> None:
    selectors = re.findall(r"[^{};]*(?={)", rules(name))
    assert [selector for selector in selectors if re.search(r"#[a-z]", selector)] == []


def test_every_token_is_defined_and_used() -> None:
    everything = "".join(rules(name) for name in SHEETS)
    defined = set(re.findall(r"(--[\w-]+):", rules("tokens.css")))
    assert set(re.findall(r"var\((--[\w-]+)\)", everything)) == defined


def test_every_class_that_is_styled_stands_in_a_template() -> None:
    written = "".join(path.read_text("utf-8") for path in (THEME / "templates").rglob("*.html"))
    given = {name for names in re.findall(r'class="([^"]*)"', written) for name in names.split()}
    styled = {
        name
        for sheet in SHEETS
        for selector in re.findall(r"[^{};]*(?={)", rules(sheet))
        for name in re.findall(r"\.([a-z][\w-]*)", selector)
    }
    assert styled - given == OF_THE_TEXT


def test_no_style_sheet_asks_another_server() -> None:
    assert b"//" not in assets(STATIC).stylesheet.content


def test_the_style_sheet_is_small() -> None:
    assert len(gzip.compress(assets(STATIC).stylesheet.content, 9)) < 6_000


def test_the_script_is_small_and_writes_no_html() -> None:
    script = assets(STATIC).script.content
    assert len(script) < 2_000
    assert not re.search(rb"innerHTML|insertAdjacentHTML|document\.write|eval|fetch|//\w", script)
