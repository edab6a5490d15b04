"""`newsdesk edit` says what to type when the form is not there, and makes the one for on line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_site import SmallSite, post
from small_site import typed as type_in

from newsdesk.cli import PROBLEMS, WELL, WRONG_USAGE
from newsdesk.editor import decap

REPOSITORY = (
    "name the repository: --repository github:owner/site "
    "(there are: github, gitlab, gitea, bitbucket)"
)
FORM = {"decap-cms.js": b"form", "1.decap-cms.js": b"part"}


@pytest.fixture(autouse=True)
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the form of these tests apart from that of the machine."""
    folder = tmp_path / "brought"
    monkeypatch.setattr(decap, "place", lambda: folder)
    monkeypatch.setenv("LC_ALL", "C")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path / "site", {"content/en/articles/milk.md": post("Milk")})


def brought(folder: Path) -> None:
    folder.mkdir()
    for name, data in FORM.items():
        (folder / name).write_bytes(data)


def typed(site: SmallSite, *words: str) -> int:
    return type_in(site, "edit", *words)


def test_without_the_form_it_says_what_to_type(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(site) == WRONG_USAGE
    words = "newsdesk: the form is not here yet; type once: newsdesk edit --fetch\n"
    assert capsys.readouterr().err == words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--fetch", "nothing.tgz"], "there is no file nothing.tgz"),
        (["--fetch", "pelicanconf.py"], "this is not decap-cms-3.16.3.tgz as it was published"),
        (["--online", "form"], REPOSITORY),
        (["--online", "form", "--repository", "sourceforge:a/b"], REPOSITORY),
    ],
)
def test_what_makes_no_sense_is_told(
    site: SmallSite, form: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    brought(form)
    assert typed(site, *words) == WRONG_USAGE
    assert capsys.readouterr().err == f"newsdesk: {said}\n"


def test_wrong_settings_are_told_before_anything_is_served(site: SmallSite, form: Path) -> None:
    brought(form)
    with (site.folder / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write("SITEURL = 'nowhere'\n")
    assert typed(site) == PROBLEMS


def test_the_form_on_line_writes_what_the_schema_has(site: SmallSite, form: Path) -> None:
    brought(form)
    words = ("--online", "form", "--repository", "github:unicef/site", "--branch", "work")
    assert typed(site, *words) == WELL
    folder = site.folder / "form"
    config = json.loads((folder / "config.json").read_text("utf-8"))
    assert config["backend"] == {"name": "github", "repo": "unicef/site", "branch": "work"}
    assert config["publish_mode"] == "editorial_workflow"
    news = next(each for each in config["collections"] if each["name"] == "sr-news")
    assert (news["folder"], news["filter"]) == (
        "content/sr/articles",
        {"field": "type", "value": "news"},
    )
    widgets = {field["name"]: field["widget"] for field in news["fields"]}
    assert widgets["date"] == "string"
    assert widgets["people_under_18"] == "select"
    assert (folder / "decap/1.decap-cms.js").read_bytes() == b"part"
    assert {file.name for file in folder.iterdir()} == {
        *("index.html", "online.js", "config.json", "decap"),
    }
