"""`newsdesk new`: begins a post so that only what a human knows is left to write."""

from __future__ import annotations

import locale
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_site import PLUGINS, SmallSite, post

from newsdesk.cli import main
from newsdesk.header import read_post
from newsdesk.schema.posts import POST_TYPES

SUMMARY = "Every school of the village gets milk, and the children drink it together at noon."
MILK = "content/en/articles/milk.md"
FILES = {MILK: post("Milk for all", summary=SUMMARY, slug="milk-for-all", date="2026-11-20")}
# What is left to write in each type, but for the text: fields and their lines.
LEFT = {
    "press_release": "summary (line 6), contacts (line 9), categories (line 11), "
    "dateline.place (line 13), boilerplate (line 15), lead_photo (line 16), "
    "people_under_18 (line 17)",
    "statement": "summary (line 6), contacts (line 9), categories (line 11), "
    "speakers (line 12), boilerplate (line 13)",
    "news": "summary (line 6), categories (line 10), people_under_18 (line 11)",
    "story": "summary (line 6), categories (line 10), lead_photo (line 11), "
    "people_under_18 (line 12)",
    "event": "summary (line 6), categories (line 10), starts (line 11), venue (line 12)",
    "publication": "summary (line 6), categories (line 10), downloads.file (line 12), "
    "downloads.language (line 13), downloads.title (line 14)",
    "programme": "summary (line 6)",
    "page": "summary (line 6)",
}


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str = ""
    err: str = ""


Run = Callable[..., Said]


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path, FILES)


@pytest.fixture
def run(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Run]:
    """Give a way to type a command in the site, on 23 November 2026, without a terminal."""
    before = locale.setlocale(locale.LC_ALL)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    # In Belgrade the next day has begun.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795476600")
    monkeypatch.chdir(site.folder)

    def type_it(*words: str) -> Said:
        capsys.readouterr()
        return Said(main(words), *capsys.readouterr())

    yield type_it
    locale.setlocale(locale.LC_ALL, before)


def header_of(site: SmallSite, path: str) -> dict[str, object]:
    return dict(read_post(path, (site.folder / path).read_bytes()).header)


def files_of(site: SmallSite) -> set[str]:
    found = (site.folder / "content").rglob("*.md")
    return {path.relative_to(site.folder).as_posix() for path in found}


# A new post


@pytest.mark.parametrize(("kind", "model"), POST_TYPES.items())
def test_of_every_type_only_what_a_human_knows_is_left_to_write(
    site: SmallSite, run: Run, kind: str, model: type
) -> None:
    file = f"content/en/{model.folder}/shoes-at-last.md"  # type: ignore[attr-defined]
    said = run("new", kind, "--lang", "en", "--title", "Shoes, at last")
    text = (site.folder / file).read_text("utf-8")
    assert said == Said(
        0,
        f"Made {file}.\nStill to write: {LEFT[kind]}, the text (line {text.count(chr(10))}).\n",
    )
    lines = {int(line) for line in re.findall(r"\(line (\d+)\)", LEFT[kind])}
    checked = run("check", file)
    assert {int(line) for line in re.findall(r"\.md:(\d+): ", checked.err)} == lines
    assert re.findall(r"\.md:\d+: (.+)", checked.err) == [
        f"“{field.replace('downloads.', 'downloads[1].')}” is empty"
        for field in re.findall(r"([\w.]+) \(", LEFT[kind])
    ]


def test_what_the_program_knows_stands_there(site: SmallSite, run: Run) -> None:
    run("new", "news", "--lang", "sr-Cyrl", "--title", "  Чаша   млека: почетак ")
    header = header_of(site, "content/sr/articles/casa-mleka-pocetak.md")
    assert re.fullmatch(r"[b-z][b-z2-9]{5}", str(header.pop("id")))
    assert header == {
        "type": "news",
        "lang": "sr-Cyrl",
        "title": "Чаша млека: почетак",
        "summary": None,
        "slug": "casa-mleka-pocetak",
        "status": "draft",
        "date": "2026-11-24",
        "categories": None,
        "people_under_18": None,
    }


def test_once_the_gaps_are_filled_the_check_is_content(site: SmallSite, run: Run) -> None:
    run("new", "news", "--lang", "sr-Latn", "--title", "Cipele", "--slug", "shoes")
    file = site.folder / "content/sr/articles/shoes.md"
    text = file.read_text("utf-8")
    for field, value in (
        (
            "summary",
            "Deca iz sela dobila su cipele pre zime, a škola kaže da sada svi dolaze na časove.",
        ),
        ("categories", "[health]"),
        ("people_under_18", "none"),
    ):
        text = re.sub(rf"^{field}: #.*$", f"{field}: {value}", text, flags=re.MULTILINE)
    file.write_text(f"{text}Cipele su stigle.\n", "utf-8")
    assert run("check") == Said(0, "Nothing is wrong: 2 posts and pages.\n")


def test_a_type_may_be_typed_with_a_hyphen_and_id_and_slug_by_hand(
    site: SmallSite, run: Run
) -> None:
    words = ("--lang", "en", "--title", "Shoes", "--slug", "shoes-2026", "--id", "shoes1")
    said = run("new", "press-release", *words)
    header = header_of(site, "content/en/articles/shoes-2026.md")
    assert said.code == 0
    assert (header["id"], header["type"], header["slug"]) == (
        "shoes1",
        "press_release",
        "shoes-2026",
    )


def test_whatever_else_the_check_finds_is_told(site: SmallSite, run: Run) -> None:
    said = run("new", "page", "--lang", "en", "--title", "Shoes for all.", "--id", "shoes1")
    assert said.code == 0
    assert said.err == (
        "content/en/pages/shoes-for-all.md:5: the title “Shoes for all.” ends with a full stop\n"
        "    Hint: type Shoes for all\n"
    )
    assert header_of(site, "content/en/pages/shoes-for-all.md")["title"] == "Shoes for all."


def test_a_mistake_elsewhere_is_no_hindrance(site: SmallSite, run: Run) -> None:
    site.write({"content/en/articles/broken.md": "no header", "content/strange.txt": "?"})
    said = run("new", "page", "--lang", "en", "--title", "Shoes")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Made content/en/pages/shoes.md.\nStill to write: summary (line 6),")


def test_the_content_may_be_elsewhere(site: SmallSite, run: Run) -> None:
    (site.folder / "content").rename(site.folder / "texts")
    said = run("new", "page", "--lang", "en", "--title", "Shoes", "--content", "texts")
    assert said.out.startswith("Made texts/en/pages/shoes.md.\n")


def test_who_speaks_serbian_is_told_in_serbian(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "sr_RS.UTF-8")
    said = run("new", "page", "--lang", "sr-Cyrl", "--title", "Ципеле")
    assert said.out.startswith("Направљено: content/sr/pages/cipele.md.\n")
    assert re.search(r"\nОстаје да се напише: summary \(ред 6\), текст \(ред \d+\)\.\n$", said.out)


# The other language of a post


def test_a_translation_takes_type_slug_and_whatever_is_no_text(site: SmallSite, run: Run) -> None:
    said = run("new", "--id", "milk01", "--lang", "sr-Latn", "--title", "Mleko za sve")
    file = "content/sr/articles/milk-for-all.md"
    text = (site.folder / file).read_text("utf-8")
    assert said == Said(
        0,
        f"Made {file}.\nStill to write: summary (line 6), the text (line {text.count(chr(10))}).\n",
    )
    assert header_of(site, file) == {
        "id": "milk01",
        "type": "news",
        "lang": "sr-Latn",
        "title": "Mleko za sve",
        "summary": None,
        "slug": "milk-for-all",
        "status": "draft",
        "date": "2026-11-20",
        "categories": ["media"],
        "people_under_18": "none",
    }


def test_a_language_that_is_there_is_not_made_twice(site: SmallSite, run: Run) -> None:
    assert run("new", "--id", "milk01", "--lang", "en", "--title", "Milk again") == Said(
        1,
        "",
        f"{MILK}:2: “milk01” is there in en already\n"
        "    Hint: choose the other language, or leave out --id for another post\n"
        "\n1 problem. Nothing was written.\n",
    )
    assert files_of(site) == {MILK}


# What stands in the way


def test_a_file_is_never_overwritten(site: SmallSite, run: Run) -> None:
    before = (site.folder / MILK).read_bytes()
    assert run("new", "news", "--lang", "en", "--title", "Milk") == Said(
        1,
        "",
        f"{MILK}: this file is there already\n"
        "    Hint: type another slug: --slug milk-2\n"
        "\n1 problem. Nothing was written.\n",
    )
    assert (site.folder / MILK).read_bytes() == before


def test_an_address_is_never_given_twice(site: SmallSite, run: Run) -> None:
    assert run("new", "news", "--lang", "en", "--title", "Milk for all!") == Said(
        1,
        "",
        f"{MILK}:11: “milk-for-all” is the address of this post\n"
        "    Hint: type another slug: --slug milk-for-all-2\n"
        "\n1 problem. Nothing was written.\n",
    )
    assert files_of(site) == {MILK}


TYPES = ", ".join(POST_TYPES)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--lang", "en", "--title", "A"), f"the type is missing; type behind new one of: {TYPES}"),
        (("nevs",), "“nevs” is not a type of post; type news"),
        (("xyz",), f"“xyz” is not a type of post; type one of: {TYPES}"),
        (("news", "--title", "A"), "the language is missing; add --lang"),
        (("news", "--lang", "en"), "the title is missing; add --title"),
        (
            ("news", "--lang", "en", "--title", "???"),
            "no address can be made of “???”; name one with --slug",
        ),
        (
            ("news", "--lang", "en", "--title", "A", "--slug", "Čaša mleka"),
            (
                "“Čaša mleka” does not fit --slug: only a–z, digits and hyphens do; "
                "type --slug casa-mleka"
            ),
        ),
        (
            ("news", "--lang", "en", "--title", "A", "--id", "../x"),
            "“../x” does not fit --id: only a–z, digits and hyphens do; type --id x",
        ),
        (
            ("story", "--id", "milk01", "--lang", "sr-Latn", "--title", "A"),
            f"{MILK} has this id, and its type is news; type newsdesk new news",
        ),
        (("news", "--content", "nothing"), "there is no folder nothing"),
    ],
)
def test_what_was_typed_wrongly_is_named(
    site: SmallSite, run: Run, words: tuple[str, ...], message: str
) -> None:
    assert run("new", *words) == Said(2, "", f"newsdesk: {message}\n")
    assert files_of(site) == {MILK}


def test_a_language_without_an_edition_cannot_be_written(tmp_path: Path, run: Run) -> None:
    editions = [{"key": "en", "prefix": "en", "folder": "en", "locale": "en_GB", "name": "English"}]
    site = SmallSite.in_folder(tmp_path / "one", {}, NEWSDESK_EDITIONS=editions)
    where = ("--settings", str(site.folder / "pelicanconf.py"))
    assert run("new", "page", "--lang", "sr-Latn", "--title", "A", *where) == Said(
        2, "", "newsdesk: the site has no edition in “sr-Latn”; type one of: en\n"
    )


# At a terminal


def at_terminal(site: SmallSite, words: tuple[str, ...], typed: str) -> Said:
    """Type a command at a terminal, and what it asks for."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, typed.encode())
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "newsdesk", "new", *words],
            cwd=site.folder,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(PLUGINS),
                "SOURCE_DATE_EPOCH": "1795476600",
            },
            stdin=theirs,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    finally:
        os.close(ours)
        os.close(theirs)
    return Said(done.returncode, done.stdout, done.stderr)


def test_at_a_terminal_language_and_title_are_asked_for(site: SmallSite) -> None:
    said = at_terminal(site, ("page",), "sr\nsr-Latn\n\nČaša mleka\n")
    question = "Language (en, sr-Latn, sr-Cyrl): "
    assert said.code == 0
    assert said.out.startswith(
        f"{question}{question}Title: Title: Made content/sr/pages/casa-mleka.md.\n"
    )
    assert header_of(site, "content/sr/pages/casa-mleka.md")["title"] == "Čaša mleka"


def test_who_answers_nothing_makes_nothing(site: SmallSite) -> None:
    said = at_terminal(site, ("page", "--lang", "en"), "\x04")
    assert said == Said(2, "Title: \n", "newsdesk: nothing was made\n")
    assert files_of(site) == {MILK}
