"""A settings file that Pelican could not read is told with its line, never with a traceback."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from textwrap import dedent

import pytest

from newsdesk.problems import SiteError
from newsdesk.settings_file import check_given, running

GOOD = {
    "PATH": "content",
    "THEME": "theme",
    "OUTPUT_PATH": "output",
    "SITEURL": "https://example.org",
    "PLUGINS": ["newsroom"],
}


def told(folder: Path, name: str, value: object) -> str:
    """Say what is wrong with a setting; it stands in the second line of pelicanconf.py."""
    (folder / "content").mkdir()
    (folder / "theme").mkdir()
    (folder / "pelicanconf.py").write_text(f"TIMEZONE = 'UTC'\n{name} = {value!r}\n", "utf-8")
    with chdir(folder):
        found = check_given(Path("pelicanconf.py"), GOOD | {name: value})
        return "\n".join(str(problem) for problem in found)


@pytest.mark.parametrize("name", ["PATH", "THEME", "OUTPUT_PATH", "SITEURL", "DEFAULT_LANG"])
@pytest.mark.parametrize("value", [5, None, ["x"]])
def test_a_text_is_a_text(name: str, value: object, tmp_path: Path) -> None:
    assert told(tmp_path, name, value) == (
        f"pelicanconf.py:2: {name} must be a text\n"
        f'    Hint: put it in quotation marks: {name} = "…"'
    )


@pytest.mark.parametrize("name", ["PATH", "THEME"])
@pytest.mark.parametrize("value", ["nowhere", "pelicanconf.py"])
def test_a_folder_is_there(name: str, value: str, tmp_path: Path) -> None:
    assert told(tmp_path, name, value) == (
        f"pelicanconf.py:2: {name} leads to {value}, and there is no such folder\n"
        "    Hint: type the name of a folder that stands beside this file"
    )


def test_what_holds_others_holds_others(tmp_path: Path) -> None:
    assert told(tmp_path, "MARKDOWN", 5) == (
        "pelicanconf.py:2: MARKDOWN must be a group of names and values\n    Hint: put it in { }"
    )


def test_a_list_is_a_list(tmp_path: Path) -> None:
    assert told(tmp_path, "LOG_FILTER", 5) == (
        "pelicanconf.py:2: LOG_FILTER must be a list\n    Hint: put it in [ ]"
    )


@pytest.mark.parametrize("value", ["newsroom", None, ["newsroom", 5]])
def test_plugins_are_a_list_of_names(value: object, tmp_path: Path) -> None:
    assert told(tmp_path, "PLUGINS", value) == (
        "pelicanconf.py:2: PLUGINS must be a list of names\n    Hint: put it in [ ]"
    )


def test_without_the_newsroom_there_is_no_site(tmp_path: Path) -> None:
    assert told(tmp_path, "PLUGINS", ["site_writer"]) == (
        "pelicanconf.py:2: PLUGINS lacks newsroom, without which nothing is built\n"
        '    Hint: type "newsroom" into the list'
    )


def test_what_is_well_is_passed_over(tmp_path: Path) -> None:
    assert told(tmp_path, "SITEURL", "https://example.org") == ""


def test_what_stands_in_another_file_is_found_there(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text("A = 1\nTHEME = 'away'\n", "utf-8")
    (tmp_path / "publishconf.py").write_text("from pelicanconf import *\n", "utf-8")
    with chdir(tmp_path):
        (problem,) = check_given(Path("publishconf.py"), GOOD | {"THEME": "away"})
    assert str(problem).startswith("pelicanconf.py:2: THEME leads to away")


def test_what_nobody_has_typed_has_no_line(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text("PATH = 'content'\n", "utf-8")
    (tmp_path / "content").mkdir()
    given = {name: value for name, value in GOOD.items() if name != "THEME"}
    with chdir(tmp_path):
        (problem,) = check_given(Path("pelicanconf.py"), given)
    assert str(problem) == (
        "pelicanconf.py: the setting THEME is missing\n"
        "    Hint: type the name of a folder that stands beside this file"
    )


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("A = 1\nB = (\n", 2, "'(' was never closed"),
        ("A = 1\nB = A / 0\n", 2, "division by zero"),
        ("A = 1\nB = C\n", 2, "name 'C' is not defined"),
        ("A = 1\nimport no_such_module\n", 2, "No module named 'no_such_module'"),
        ("A = 1\nB = open('nowhere')\n", 2, "[Errno 2] No such file or directory: 'nowhere'"),
        ("A = 1\n\n\ndef f():\n    return {}['x']\n\nf()\n", 5, "'x'"),
    ],
)
def test_a_line_that_cannot_be_run_is_told(
    text: str, line: int, reason: str, tmp_path: Path
) -> None:
    file = tmp_path / "pelicanconf.py"
    file.write_text(dedent(text), "utf-8")
    with chdir(tmp_path), pytest.raises(SiteError) as caught, running(Path("pelicanconf.py")):
        exec(compile(file.read_text("utf-8"), str(file), "exec"), {})  # noqa: S102 - as Pelican does
    assert str(caught.value) == (
        f"pelicanconf.py:{line}: this line cannot be run: {reason}\n"
        "    Hint: mend it, or take back what was changed last"
    )


def test_a_file_in_other_letters_is_told(tmp_path: Path) -> None:
    file = tmp_path / "pelicanconf.py"
    file.write_bytes("NAME = 'Čaša'\n".encode("cp1250"))
    with chdir(tmp_path), pytest.raises(SiteError) as caught, running(Path("pelicanconf.py")):
        compile(file.read_bytes(), str(file), "exec")
    assert str(caught.value).startswith(
        "pelicanconf.py:1: this line cannot be run: (unicode error)"
    )
