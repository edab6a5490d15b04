"""The style sheets become one small file, and every file is named by its content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from newsdesk.assets import Asset, assets
from newsdesk.problems import SiteError

MAIN = """@layer tokens, base;
@import "tokens.css" layer(tokens);
@import "parts/a.css" layer(base);
"""
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'/>"
THEME = {
    "css/main.css": MAIN,
    "css/tokens.css": ":root { --ink: #112233 }\n",
    "css/parts/a.css": "/* A */\np { color: var(--ink) }\n",
    "js/share.js": "print();\n",
    "js/search.js": "find();\n",
    "icon.svg": "<svg/>",
}


def theme(folder: Path, changed: Mapping[str, str] = MappingProxyType({})) -> Path:
    """Lay out a small theme, some of its files changed or added."""
    for name, text in {**THEME, **changed}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def named(stem: str, content: bytes, ending: str) -> str:
    return f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"


def problems(folder: Path) -> list[str]:
    with pytest.raises(SiteError) as caught:
        assets(folder)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_style_sheets_are_joined_in_their_layers_and_shrunk(tmp_path: Path) -> None:
    content = b"@layer tokens{:root{--ink:#123}}@layer base{p{color:var(--ink)}}"
    style = assets(theme(tmp_path)).stylesheet
    assert style == Asset(named("main", content, "css"), content)


def test_the_scripts_stay_as_they_are(tmp_path: Path) -> None:
    share, search = b"print();\n", b"find();\n"
    made = assets(theme(tmp_path))
    assert made.script == Asset(named("share", share, "js"), share)
    assert made.search == Asset(named("search", search, "js"), search)


def test_other_files_keep_their_folders_and_are_sorted(tmp_path: Path) -> None:
    folder = theme(
        tmp_path, {"images/b.svg": DRAWING, "images/a.svg": DRAWING, "favicon.ico": "icon"}
    )
    assert [file.name for file in assets(folder).files] == [
        named("favicon", b"icon", "ico"),
        named("images/a", DRAWING.encode(), "svg"),
        named("images/b", DRAWING.encode(), "svg"),
    ]


def test_hidden_files_of_the_machine_are_left_out(tmp_path: Path) -> None:
    folder = theme(tmp_path)
    (folder / "js/.DS_Store").write_bytes(b"x")
    (folder / ".cache").mkdir()
    (folder / ".cache/a.svg").write_bytes(b"x")
    assert assets(folder).files == ()


@pytest.mark.parametrize("mark", ['"', "'", ""])
def test_addresses_in_style_sheets_point_at_the_hashed_name(tmp_path: Path, mark: str) -> None:
    rule = f"p {{ background: url({mark}../../images/a.svg{mark}) }}"
    made = assets(theme(tmp_path, {"css/parts/a.css": rule, "images/a.svg": DRAWING}))
    name = made.files[0].name.removeprefix("assets/")
    assert f"background:url({name})" in made.stylesheet.content.decode()


def test_a_changed_drawing_changes_the_name_of_the_style_sheet_too(tmp_path: Path) -> None:
    rule = "p { background: url(../../images/a.svg) }"
    before = assets(theme(tmp_path, {"css/parts/a.css": rule, "images/a.svg": DRAWING}))
    after = assets(theme(tmp_path, {"css/parts/a.css": rule, "images/a.svg": f"{DRAWING}\n"}))
    assert before.files[0].name != after.files[0].name
    assert before.stylesheet.name != after.stylesheet.name


def test_the_same_folder_gives_the_same_files(tmp_path: Path) -> None:
    assert assets(theme(tmp_path / "one")) == assets(theme(tmp_path / "two"))


@pytest.mark.parametrize("address", ["data:image/png;base64,AAAA", "#clip"])
def test_addresses_that_are_no_files_of_ours_stay(tmp_path: Path, address: str) -> None:
    rule = f"p {{ clip-path: url({address}) }}"
    made = assets(theme(tmp_path, {"css/parts/a.css": rule}))
    assert address in made.stylesheet.content.decode()


def test_dark_colours_work_in_browsers_that_lack_light_dark(tmp_path: Path) -> None:
    tokens = ":root { color-scheme: light dark; --ink: light-dark(#111111, #eeeeee) }"
    style = assets(theme(tmp_path, {"css/tokens.css": tokens})).stylesheet.content.decode()
    assert "--ink:var(--lightningcss-light,#111)var(--lightningcss-dark,#eee)" in style
    assert "@media (prefers-color-scheme:dark){:root{--lightningcss-light: ;" in style
    assert "light-dark(" not in style


def test_nested_rules_work_in_browsers_that_know_none(tmp_path: Path) -> None:
    style = assets(theme(tmp_path, {"css/parts/a.css": ".a { & b { margin: 0 } }"})).stylesheet
    assert ".a b{margin:0}" in style.content.decode()


@pytest.mark.parametrize(
    "address", ["../images/a.svg", "/images/a.svg", "https://example.org/a.svg"]
)
def test_an_address_that_leads_elsewhere_is_named_with_its_line(
    tmp_path: Path, address: str
) -> None:
    rule = f"p {{\n  background: url('{address}');\n}}\n"
    assert problems(theme(tmp_path, {"css/parts/a.css": rule, "images/a.svg": DRAWING})) == [
        f"""css/parts/a.css:2: “{address}” leads to no file of the theme
    Hint: write the way to it from this style sheet: ../images/…"""
    ]


def test_all_lost_addresses_are_named_at_once(tmp_path: Path) -> None:
    lost = "p { background: url(a.svg) }"
    found = problems(theme(tmp_path, {"css/parts/a.css": lost, "css/tokens.css": lost}))
    assert [line.partition(" ")[0] for line in found] == ["css/parts/a.css:1:", "css/tokens.css:1:"]


def test_a_broken_style_sheet_is_named_with_its_line(tmp_path: Path) -> None:
    assert problems(theme(tmp_path, {"css/parts/a.css": "p { color: red }\n} a {"})) == [
        "css/parts/a.css:2: the style sheet cannot be read: Invalid empty selector"
    ]


def test_an_import_that_leads_nowhere_is_named_with_its_line(tmp_path: Path) -> None:
    main = "@layer base;\n@import 'lost.css' layer(base);\n"
    assert problems(theme(tmp_path, {"css/main.css": main})) == [
        "css/main.css:2: the style sheet cannot be read: No such file or directory (os error 2)"
    ]


def test_a_theme_without_its_style_sheet_is_told_so(tmp_path: Path) -> None:
    folder = theme(tmp_path)
    (folder / "css/main.css").unlink()
    assert problems(folder) == [
        "css/main.css: the style sheet cannot be read: No such file or directory (os error 2)"
    ]
