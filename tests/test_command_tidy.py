"""`newsdesk tidy`: shows what it would clean, asks, and never touches a header."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from small_site import PLUGINS

from newsdesk.cli import main

HEADER = "---\nid: milk01\nlang: en\ntitle: “Milk”\u00a0<b>now</b>  \n---\n"
UNTIDY = f"{HEADER}<p class=MsoNormal>Milk&nbsp;came, „fresh”.</p>\n\nAs typed.\n"
TIDY = f"{HEADER}Milk came, “fresh”.\n\nAs typed.\n"
DIFFERENCE = (
    "--- milk.md\n+++ milk.md\n@@ -5,3 +5,3 @@\n \n"
    "-<p class=MsoNormal>Milk&nbsp;came, „fresh”.</p>\n+Milk came, “fresh”.\n \n"
)
NO_HEADER = """\
milk.md:1: the file has no header between two lines ---
    Hint: newsdesk new makes a file with one; paste the text below it
"""
NO_UTF_8 = """\
milk.md: this cannot be read as UTF-8
    Hint: newsdesk check tells how it is saved, and what to do
"""


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    file = Path("milk.md")
    file.write_text(UNTIDY, "utf-8")
    return file


def test_the_difference_is_shown_and_nothing_written_unasked(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tidy", "milk.md"]) == 1
    said = capsys.readouterr()
    assert said.out == f"{DIFFERENCE}Nothing was written; add --write to write it.\n"
    assert post.read_text("utf-8") == UNTIDY


@pytest.mark.parametrize("flag", ["--write", "--yes"])
def test_a_script_writes_without_being_asked(
    post: Path, capsys: pytest.CaptureFixture[str], flag: str
) -> None:
    assert main(["tidy", flag, "milk.md"]) == 0
    assert capsys.readouterr().out == f"{DIFFERENCE}Tidied milk.md.\n"
    assert post.read_text("utf-8") == TIDY


def test_a_tidy_post_is_left_alone(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.write_text(TIDY, "utf-8")
    before = post.stat().st_mtime_ns
    assert main(["tidy", "--write", "milk.md"]) == 0
    assert capsys.readouterr().out == "There is nothing to tidy.\n"
    assert post.stat().st_mtime_ns == before


def test_line_ends_and_the_header_stay_to_the_byte(post: Path) -> None:
    typed = UNTIDY.replace("\n", "\r\n").encode()
    post.write_bytes(typed)
    assert main(["tidy", "--write", "milk.md"]) == 0
    assert post.read_bytes() == TIDY.replace("\n", "\r\n").encode()


def test_the_quotation_marks_are_those_of_the_posts_language(post: Path) -> None:
    post.write_text("---\nlang: sr-Latn\n---\n“Mleko”\n", "utf-8")
    assert main(["tidy", "--write", "milk.md"]) == 0
    assert post.read_text("utf-8") == "---\nlang: sr-Latn\n---\n„Mleko”\n"


@pytest.mark.parametrize(
    ("data", "said"), [(b"Milk\n", NO_HEADER), (b"---\nlang: en\n---\n\xe8\n", NO_UTF_8)]
)
def test_what_is_no_post_is_told(
    post: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    post.write_bytes(data)
    assert main(["tidy", "--write", "milk.md"]) == 1
    assert capsys.readouterr().err == f"{said}\n1 problem. Nothing was written.\n"
    assert post.read_bytes() == data


def test_a_file_that_is_not_there_is_wrong_usage(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tidy", str(post), "shoes.md"]) == 2
    assert capsys.readouterr().err == "newsdesk: there is no file shoes.md\n"


@pytest.mark.parametrize(
    ("answer", "text"), [("y", TIDY), ("da", TIDY), ("n", UNTIDY), ("", UNTIDY), ("\x04", UNTIDY)]
)
def test_a_person_at_the_terminal_is_asked(post: Path, answer: str, text: str) -> None:
    ours, theirs = pty.openpty()
    ran = subprocess.Popen(
        [sys.executable, "-m", "newsdesk", "tidy", "milk.md"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
    )
    os.write(ours, f"{answer}\n".encode())
    said, _ = ran.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert ran.returncode == 0
    assert said.decode().startswith(f"{DIFFERENCE}Write milk.md? (y/n) ")
    assert post.read_text("utf-8") == text
