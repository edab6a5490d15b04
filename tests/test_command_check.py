"""`newsdesk check`: in which form and language it tells what is wrong, and how it ends."""

from __future__ import annotations

import json
import locale
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_site import PLUGINS, SmallSite, page, post

from newsdesk.cli import main
from newsdesk.cli.voice import language_of_environment, words_in

MILK = "content/en/articles/milk.md"
SHOES = "content/en/articles/shoes.md"
ABOUT = "content/en/pages/about.md"
SUMMARY = "Every school of the village gets milk, and the children drink it together at noon."
GOOD = {MILK: post("Milk for all", summary=SUMMARY)}
OVERDUE = {
    ABOUT: page("About us!", "Click [here](item:milk01).", summary=SUMMARY, review_by="2026-11-22")
}
BROKEN = {SHOES: post("Shoes", id="shoes1", titel="Shoes", status="draft", summary=SUMMARY)}
PROBLEM = f"""\
{SHOES}:11: “titel” is not a field
    Hint: type title
"""
WARNINGS = f"""\
{ABOUT}:5: warning: the title has an exclamation mark
    Hint: type About us
{ABOUT}:7: warning: this was to be reviewed by 2026-11-22
    Hint: see whether all of it is still true, and type a later day
{ABOUT}:9:7: warning: the link “here” does not say where it leads
    Hint: name what is there, such as [the report on schools](item:milk01)
"""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str = ""
    err: str = ""


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Give a way to type a command, at noon of 23 November 2026."""
    before = locale.setlocale(locale.LC_ALL)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795431600")

    def type_it(site: SmallSite, *words: str, **environment: str) -> Said:
        monkeypatch.chdir(site.folder)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        return Said(main(words), *capsys.readouterr())

    yield type_it
    locale.setlocale(locale.LC_ALL, before)


@pytest.fixture
def good(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path, GOOD)


@pytest.fixture
def warned(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path, GOOD | OVERDUE)


@pytest.fixture
def broken(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path, GOOD | BROKEN)


# How it ends


@pytest.mark.parametrize("words", [(), ("--strict",)])
def test_all_is_well(good: SmallSite, run: Run, words: tuple[str, ...]) -> None:
    assert run(good, "check", *words) == Said(0, "Nothing is wrong: 1 post or page.\n")


def test_posts_and_pages_are_counted(good: SmallSite, run: Run) -> None:
    good.write({ABOUT: page("About us", summary=SUMMARY)})
    assert run(good, "check") == Said(0, "Nothing is wrong: 2 posts and pages.\n")


def test_problems_end_with_1(broken: SmallSite, run: Run) -> None:
    assert run(broken, "check") == Said(1, "", f"{PROBLEM}\n1 problem.\n")


def test_warnings_are_told_but_stop_nothing(warned: SmallSite, run: Run) -> None:
    assert run(warned, "check") == Said(0, "", f"{WARNINGS}\n3 warnings.\n")


def test_strict_ends_with_1_for_warnings_as_well(warned: SmallSite, run: Run) -> None:
    assert run(warned, "check", "--strict") == Said(1, "", f"{WARNINGS}\n3 warnings.\n")


def test_only_what_was_asked_for_is_told_and_counted(warned: SmallSite, run: Run) -> None:
    assert run(warned, "check", "--strict", MILK) == Said(
        0, "Nothing is wrong: 2 posts and pages.\n"
    )
    warned.write(BROKEN)
    assert run(warned, "check", MILK) == Said(
        0, f"Nothing is wrong in {MILK}; elsewhere there are problems.\n"
    )


def test_a_post_that_leads_to_a_draft_is_a_problem_before_it_is_built(
    good: SmallSite, run: Run
) -> None:
    good.write(
        {
            SHOES: post("Shoes", id="shoes1", status="draft", summary=SUMMARY),
            ABOUT: page("About us", "Our [shoes](item:shoes1).", summary=SUMMARY),
        }
    )
    said = run(good, "check")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{ABOUT}:8: ")
    assert said.err.endswith("\n\n1 problem.\n")


def test_a_mistake_in_the_settings_is_told_in_every_form(good: SmallSite, run: Run) -> None:
    settings = good.folder / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8") + "NEWSDESK_PAGE_LENGHT = 3\n", "utf-8")
    assert run(good, "check") == Said(
        1,
        "",
        "pelicanconf.py: “NEWSDESK_PAGE_LENGHT” is not a setting\n"
        "    Hint: type NEWSDESK_PAGE_LENGTH\n"
        "\n1 problem.\n",
    )
    assert json.loads(run(good, "check", "--format", "json").out)[0]["path"] == "pelicanconf.py"


# In which form


def test_a_program_gets_json_and_nothing_else(broken: SmallSite, run: Run) -> None:
    assert run(broken, "check", "--format", "json") == Said(
        1,
        f"""\
[
  {{
    "path": "{SHOES}",
    "line": 11,
    "column": null,
    "level": "error",
    "message": "“titel” is not a field",
    "hint": "type title"
  }}
]
""",
    )


def test_a_program_gets_an_empty_list_when_all_is_well(good: SmallSite, run: Run) -> None:
    assert run(good, "check", "--format", "json") == Said(0, "[]\n")


def test_github_gets_commands_and_nothing_else(warned: SmallSite, run: Run) -> None:
    assert run(warned, "check", "--format", "github", ABOUT) == Said(
        0,
        f"::warning file={ABOUT},line=5,title=Warning"
        "::the title has an exclamation mark%0AHint: type About us\n"
        f"::warning file={ABOUT},line=7,title=Warning::this was to be reviewed by 2026-11-22"
        "%0AHint: see whether all of it is still true, and type a later day\n"
        f"::warning file={ABOUT},line=9,col=7,title=Warning"
        "::the link “here” does not say where it leads"
        "%0AHint: name what is there, such as [the report on schools](item:milk01)\n",
    )


# In which language

IN_LATIN = f"""\
{SHOES}:11: polje „titel” ne postoji
    Savet: ukucajte title

1 greška.
"""
IN_CYRILLIC = f"""\
{SHOES}:11: поље „titel” не постоји
    Савет: укуцајте title

1 грешка.
"""


@pytest.mark.parametrize(("lang", "told"), [("sr-Latn", IN_LATIN), ("sr-Cyrl", IN_CYRILLIC)])
def test_problems_are_told_in_serbian(broken: SmallSite, run: Run, lang: str, told: str) -> None:
    assert run(broken, "check", "--lang", lang) == Said(1, "", told)


def test_the_language_of_the_system_is_spoken_unless_another_one_is_typed(
    broken: SmallSite, run: Run
) -> None:
    assert run(broken, "check", LANG="sr_RS.UTF-8") == Said(1, "", IN_CYRILLIC)
    assert run(broken, "check", LC_ALL="sr_RS.UTF-8@latin") == Said(1, "", IN_LATIN)
    assert run(broken, "check", "--lang", "en") == Said(1, "", f"{PROBLEM}\n1 problem.\n")


def test_counts_have_the_three_forms_of_serbian(warned: SmallSite, run: Run) -> None:
    said = run(warned, "check", "--lang", "sr-Latn")
    assert said.err.startswith(f"{ABOUT}:5: upozorenje: ")
    assert said.err.endswith("\n\n3 upozorenja.\n")
    said = run(warned, "check", "--lang", "sr-Cyrl", MILK)
    assert said == Said(0, "Нема грешака: 2 објаве и странице.\n")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "srd_IT"}, "en"),
        ({"LANG": "sr"}, "sr-Cyrl"),
        ({"LANG": "sr_RS.UTF-8"}, "sr-Cyrl"),
        ({"LANG": "sr_RS.UTF-8@latin"}, "sr-Latn"),
        ({"LANG": "sr_Latn_RS"}, "sr-Latn"),
        ({"LANG": "sr_RS", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "sr_RS@latin"}, "sr-Latn"),
        ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "sr_RS"}, "sr-Cyrl"),
        ({"LANG": "sr_RS", "LC_ALL": ""}, "sr-Cyrl"),
    ],
)
def test_the_language_of_messages_comes_from_the_system(
    environment: dict[str, str], language: str
) -> None:
    assert language_of_environment(environment) == language


# Cyrillic is made from Latin

CATALOGUE = """\
msgid ""
msgstr ""
"Language: sr_Latn\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 ||"
" n%100>=20) ? 1 : 2);\\n"

msgid "{english}"
msgstr "{serbian}"
"""


@pytest.mark.parametrize(
    ("english", "latin", "cyrillic"),
    [
        (
            "type status: withdrawn, or take “{field}” out",
            "upišite status: withdrawn ili izbacite „{field}”",
            "упишите status: withdrawn или избаците „{field}”",
        ),
        (
            "add withdrawn: and below it at, reason and explanation",
            "dodajte withdrawn: i ispod toga at, reason i explanation",
            "додајте withdrawn: и испод тога at, reason и explanation",
        ),
        (
            "a problem in the format of {files}/",
            "problem u format u {files}/",
            "проблем у формат у {files}/",
        ),
        (
            "choose “Save as”, and there UTF-8 for content/files",
            "izaberite „Sačuvaj kao”, a tamo UTF-8 za content/files",
            "изаберите „Сачувај као”, а тамо UTF-8 за content/files",
        ),
        (
            "write “The name has been changed.” at the end",
            "napišite “The name has been changed.” na kraju",
            "напишите “The name has been changed.” на крају",
        ),
        (
            "type face_shown: false, or type `make preview` again",
            "upišite face_shown: false, ili opet `make preview`",
            "упишите face_shown: false, или опет `make preview`",
        ),
        (
            "type it like this: © UNICEF Serbia/2024/Surname",
            "upišite ovako: © UNICEF Serbia/2024/Surname",
            "упишите овако: © UNICEF Serbia/2024/Surname",
        ),
    ],
)
def test_what_is_typed_stays_latin_in_a_cyrillic_message(
    tmp_path: Path, english: str, latin: str, cyrillic: str
) -> None:
    text = CATALOGUE.format(english=english, serbian=latin)
    (tmp_path / "sr-Latn.po").write_text(text, "utf-8")
    assert words_in("sr-Latn", tmp_path).gettext(english) == latin
    assert words_in("sr-Cyrl", tmp_path).gettext(english) == cyrillic


def test_a_message_that_nobody_has_translated_stays_english(tmp_path: Path) -> None:
    words = words_in("sr-Cyrl", tmp_path)
    assert words.gettext("this file is empty") == "this file is empty"
    assert words.ngettext("{count} problem", "{count} problems", 2) == "{count} problems"


# newsdesk build


def test_a_build_tells_warnings_on_the_way(warned: SmallSite) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsdesk", "build"],
        cwd=warned.folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(PLUGINS),
            "SOURCE_DATE_EPOCH": "1795431600",
        },
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, f"{WARNINGS}\n3 warnings.\n")
    assert done.stdout.startswith("Done: ")
