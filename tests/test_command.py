"""The command as staff type it: what it says, to whom, and with which exit code it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from small_site import FIRST_LINE, NOTES_OF_BUILDS, PLUGINS, ROOT, SmallSite, as_before, page, post

from newsdesk.cli import main
from newsdesk.cli.voice import VARIABLES

MILK = "content/en/articles/milk.md"
SHOES = "content/en/articles/shoes.md"
# Long enough that nothing is to be said of it.
SUMMARY = "What came on the lorry, who brought it, and what the children of the village made of it."
FILES = {
    MILK: post("Milk for all", "[Us](item:about1)", summary=SUMMARY),
    "content/sr/articles/milk.md": post(
        "Mleko za sve",
        "Čaša mleka.",
        lang="sr-Latn",
        slug="milk-for-all",
        summary="Šta je stiglo kamionom, ko je to dovezao, i šta su deca u selu od toga napravila.",
    ),
    "content/en/pages/about.md": page("About us", contacts=["press"], summary=SUMMARY),
}
BROKEN = {SHOES: post("Shoes", id="shoes1", titel="Shoes", summary=SUMMARY)}
WHAT_IS_BROKEN = f"""\
{SHOES}:{FIRST_LINE - 1}: “titel” is not a field
    Hint: type title
"""
COMMANDS = "new, edit, preview, check, tidy, import, build, publish, next, record, fields, schema"
NO_SETTINGS = "there is no {} here; go to the folder of the site, or name the file with --settings"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str = ""
    err: str = ""


def run(where: Path, *words: str, env: Mapping[str, str] | None = None) -> Said:
    """Type a command, as one types it into a pipe."""
    usual = {"PATH": os.environ["PATH"], "PYTHONPATH": str(PLUGINS), "COLUMNS": "80"}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", *words],
        cwd=where,
        env=usual | dict(env or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def typed(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Said]:
    """Give what types a command within this process: much faster, for tables of many rows."""

    def type_words(where: Path, *words: str) -> Said:
        for variable in VARIABLES:
            monkeypatch.delenv(variable, raising=False)
        with chdir(where), as_before():
            code = main(words)
        return Said(code, *capfd.readouterr())

    return type_words


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site without mistakes that has been built once; no test may change it."""
    site = SmallSite.in_folder(tmp_path_factory.mktemp("good"), FILES)
    site.build()
    return site.folder


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path, FILES)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site with a mistake; no test may change it."""
    return SmallSite.in_folder(tmp_path_factory.mktemp("broken"), FILES | BROKEN).folder


# newsdesk build


def test_build_says_what_it_has_written(site: SmallSite) -> None:
    first, second = (run(site.folder, "newsdesk", "build") for _ in range(2))
    count = len(site.files())
    assert first == Said(0, f"Done: {count} files written, 0 unchanged, 0 taken away.\n")
    assert second == Said(0, f"Done: 0 files written, {count} unchanged, 0 taken away.\n")
    assert "Milk for&nbsp;all" in site.read("en/index.html")


def test_build_tells_what_each_part_has_taken_when_it_is_asked(site: SmallSite) -> None:
    said = run(site.folder, "newsdesk", "build", "--timings")
    *table, done = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert done == f"Done: {len(site.files())} files written, 0 unchanged, 0 taken away."
    assert table[0].split() == ["seconds", "of", "CPU", "pieces"]
    row = re.compile(r"(.+?) +(\d+\.\d\d)? +(\d+\.\d\d) *(\d+)?")
    rows = {found[1]: found for line in table[1:] if (found := row.fullmatch(line.rstrip()))}
    assert len(rows) == len(table) - 1
    assert rows["  feeds"][2] is None
    parts = ("reading and checking", "making pages", "photographs", "list: site_map")
    ends = ("gate: link_gate", "gate: embargo", "writing", "warnings")
    assert {*parts, *ends} <= rows.keys()


def test_build_takes_content_settings_and_output_from_anywhere(
    site: SmallSite, tmp_path: Path
) -> None:
    site.write(
        {"other/en/articles/a.md": post("Another", slug="a", summary=SUMMARY), "there/keep": ""}
    )
    copytree(tmp_path / "content/vocabulary", tmp_path / "other/vocabulary")
    words = ("--settings", "../pelicanconf.py", "--content", "../other", "--output", "made")
    said = run(tmp_path / "there", "newsdesk", "build", *words)
    assert (said.code, said.err) == (0, "")
    assert (tmp_path / "there/made/en/news/a/index.html").is_file()
    assert not (tmp_path / "there/made/en/news/milk-for-all").exists()


def test_build_makes_the_site_for_the_public_with_the_settings_for_it(site: SmallSite) -> None:
    site.write({"publishconf.py": (ROOT / "publishconf.py").read_text("utf-8")})
    assert run(site.folder, "newsdesk", "build", "--settings", "publishconf.py").code == 0
    assert 'rel="canonical" href="https://unicef-serbia.example.org/en/"' in site.read(
        "en/index.html"
    )


def test_build_tells_all_problems_and_writes_nothing(broken: Path) -> None:
    assert run(broken, "newsdesk", "build") == Said(
        1, "", f"{WHAT_IS_BROKEN}\n1 problem. Nothing was written.\n"
    )
    assert not (broken / "output").exists()


def test_build_counts_the_problems(site: SmallSite) -> None:
    site.write(BROKEN | {MILK: post("Milk for all", titel="Milk")})
    assert run(site.folder, "newsdesk", "build") == Said(
        1,
        "",
        f"{MILK}:{FIRST_LINE - 1}: “titel” is not a field\n    Hint: type title\n"
        f"{WHAT_IS_BROKEN}\n2 problems. Nothing was written.\n",
    )


@pytest.mark.parametrize(
    ("output", "message"),
    [
        (".", "this folder holds files that newsdesk has not written"),
        ("pelicanconf.py", "this is a file, not a folder"),
    ],
)
def test_build_refuses_a_folder_that_is_not_for_it(good: Path, output: str, message: str) -> None:
    assert run(good, "newsdesk", "build", "--output", output) == Said(
        1,
        "",
        f"{output}: {message}\n"
        "    Hint: name an empty folder, or one that newsdesk has built before\n"
        "\n1 problem. Nothing was written.\n",
    )


# newsdesk check


def test_check_says_that_all_is_well_and_writes_nothing(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, FILES)
    assert run(site.folder, "newsdesk", "check") == Said(
        0, "Nothing is wrong: 3 posts and pages.\n"
    )
    assert not site.output.exists()


@pytest.mark.parametrize("paths", [[], [SHOES], ["content/sr", "content/en"]])
def test_check_tells_what_is_wrong_in_what_it_is_asked_about(
    typed: Callable[..., Said], broken: Path, paths: list[str]
) -> None:
    assert typed(broken, "check", *paths) == Said(1, "", f"{WHAT_IS_BROKEN}\n1 problem.\n")


@pytest.mark.parametrize("paths", [[MILK], ["content/sr", MILK]])
def test_check_keeps_silent_about_other_files_but_says_so(
    typed: Callable[..., Said], broken: Path, paths: list[str]
) -> None:
    assert typed(broken, "check", *paths) == Said(
        0, f"Nothing is wrong in {', '.join(paths)}; elsewhere there are problems.\n"
    )


def test_a_file_can_be_named_from_within_its_folder(
    typed: Callable[..., Said], broken: Path
) -> None:
    words = ("check", "--settings", "../../../pelicanconf.py")
    folder = broken / "content/en/articles"
    assert typed(folder, *words, "milk.md").code == 0
    assert typed(folder, *words, "shoes.md") == Said(
        1,
        "",
        f"../../en/articles/shoes.md:{FIRST_LINE - 1}: “titel” is not a field\n"
        "    Hint: type title\n"
        "\n1 problem.\n",
    )


@pytest.mark.parametrize(("words", "code"), [(["check"], 1), (["check", "nothing.md"], 2)])
def test_the_exit_code_is_that_of_the_process(broken: Path, words: list[str], code: int) -> None:
    said = run(broken, "newsdesk", *words)
    assert (said.code, said.out) == (code, "")


# Typed wrongly


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check", "nothing.md"], "there is no nothing.md"),
        (["build", "--content", "nothing"], "there is no folder nothing"),
        (["check", "--settings", "nothing.py"], NO_SETTINGS.format("nothing.py")),
        (["preview", "--content", "nothing"], "there is no folder nothing"),
    ],
)
def test_what_is_not_there_is_named(
    typed: Callable[..., Said], good: Path, words: list[str], message: str
) -> None:
    assert typed(good, *words) == Said(2, "", f"newsdesk: {message}\n")


@pytest.mark.parametrize("command", ["build", "check", "preview"])
def test_outside_of_a_site_the_command_says_where_to_go(
    typed: Callable[..., Said], tmp_path: Path, command: str
) -> None:
    message = NO_SETTINGS.format("pelicanconf.py")
    assert typed(tmp_path, command) == Said(2, "", f"newsdesk: {message}\n")


@pytest.mark.parametrize(
    ("command", "count"),
    [("build", "1 problem. Nothing was written."), ("check", "1 problem.")],
)
def test_a_site_without_content_is_told_what_lacks(
    typed: Callable[..., Said], tmp_path: Path, command: str, count: str
) -> None:
    SmallSite.in_folder(tmp_path, {})
    (tmp_path / "content").rename(tmp_path / "contents")
    message = "pelicanconf.py:4: PATH leads to content, and there is no such folder"
    hint = "type the name of a folder that stands beside this file"
    assert typed(tmp_path, command) == Said(1, "", f"{message}\n    Hint: {hint}\n\n{count}\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("THEME = 'nowhere'", "THEME leads to nowhere, and there is no such folder"),
        ("THEME = 5", "THEME must be a text"),
        ("SITEURL = None", "SITEURL must be a text"),
        ("PLUGINS = []", "PLUGINS lacks newsroom, without which nothing is built"),
        ("x = (", "this line cannot be run: '(' was never closed"),
        ("1 / 0", "this line cannot be run: division by zero"),
    ],
)
def test_settings_that_cannot_be_read_are_told_with_their_line(
    typed: Callable[..., Said], good: Path, tmp_path: Path, line: str, message: str
) -> None:
    copytree(good, tmp_path, dirs_exist_ok=True)
    settings = tmp_path / "pelicanconf.py"
    before = settings.read_text("utf-8")
    settings.write_text(f"{before}{line}\n", "utf-8")
    number = before.count("\n") + 1
    for command in ("build", "check"):
        said = typed(tmp_path, command)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith(f"pelicanconf.py:{number}: {message}\n")


def test_a_site_is_not_built_among_its_posts(typed: Callable[..., Said], good: Path) -> None:
    assert typed(good, "build", "--output", "content/en/site") == Said(
        1,
        "",
        "content/en/site: this lies within content, where posts are\n"
        "    Hint: name a folder elsewhere, such as --output output\n\n"
        "1 problem. Nothing was written.\n",
    )


@pytest.mark.parametrize("command", ["preview", "edit"])
@pytest.mark.parametrize("port", ["65536", "-1", "http"])
def test_a_port_that_cannot_be_is_told(
    capsys: pytest.CaptureFixture[str], command: str, port: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--port", port])
    assert ended.value.code == 2
    message = f"argument --port: “{port}” is no port; type a number up to 65535\n"
    assert capsys.readouterr().err.endswith(f"newsdesk {command}: error: {message}")


def test_a_name_that_no_file_can_have_is_told(typed: Callable[..., Said], good: Path) -> None:
    name = "milk" * 100
    assert typed(good, "check", name) == Said(
        1,
        "",
        f"{name}: the system says: File name too long\n    Hint: name another file or folder\n",
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["bake"], f"argument COMMAND: invalid choice: bake (choose from {COMMANDS})"),
    ],
)
def test_a_command_that_does_not_exist_is_answered_with_those_that_do(
    tmp_path: Path, words: list[str], message: str
) -> None:
    said = run(tmp_path, "newsdesk", *words)
    assert (said.code, said.out) == (2, "")
    # Some versions of Python put quotation marks around the choices.
    assert said.err.replace("'", "") == (
        f"usage: newsdesk [-h] COMMAND ...\nnewsdesk: error: {message}\n"
    )


def test_help_says_what_can_be_typed(tmp_path: Path) -> None:
    assert run(tmp_path, "newsdesk", "--help") == Said(
        0,
        """\
usage: newsdesk [-h] COMMAND ...

Check, look at and build the newsroom's website.

positional arguments:
  COMMAND
    new       begin a post
    edit      write in a form in the browser
    preview   look at the site while you write
    check     look for mistakes, without building
    tidy      clean what was pasted from Word or the web
    import    bring old sites along, as drafts
    build     build the site into a folder
    publish   put a finished build on line, or go back
    next      say what comes out next, and what is overdue
    record    write down what is public now, after the site went on line
    fields    print what can be typed into a header
    schema    print the JSON Schema for a text editor

options:
  -h, --help  show this help message and exit
""",
    )


# The command pelican


def test_pelican_builds_the_same_bytes(good: Path, tmp_path: Path) -> None:
    words = ("pelican", "content", "-s", "pelicanconf.py", "-o", str(tmp_path / "made"))
    said = run(good, *words)
    made = contents(tmp_path / "made")
    assert said == Said(
        0, f"Done: {len(made) - len(NOTES_OF_BUILDS)} files written, 0 unchanged, 0 taken away.\n"
    )
    assert made == contents(good / "output")


def test_pelican_tells_problems_without_a_traceback(broken: Path) -> None:
    words = ("pelican", "content", "-s", "pelicanconf.py")
    assert run(broken, *words) == Said(1, "", WHAT_IS_BROKEN)
    assert not (broken / "output").exists()


# The same bytes everywhere


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LANG": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
        # Half a year later.
        {"SOURCE_DATE_EPOCH": str(int(time.time()) + 15_800_000)},
    ],
    ids=range(3),
)
def test_another_machine_makes_the_same_bytes(
    good: Path, tmp_path: Path, env: Mapping[str, str]
) -> None:
    # Files appear in another order, and the site stands in another folder.
    site = SmallSite.in_folder(tmp_path / "elsewhere", dict(reversed(FILES.items())))
    assert run(site.folder, "newsdesk", "build", env=env).code == 0
    assert contents(site.output) == contents(good / "output")
