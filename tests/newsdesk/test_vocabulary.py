"""The vocabulary is read whole, or staff learn which record of which file is wrong."""

# ruff: noqa: E501 - what people read stands here as they read it
from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from newsdesk.problems import Problem
from newsdesk.vocabulary import Vocabulary, read_vocabulary

CATEGORIES = dedent("""\
    # What a post can be about.
    media:
      name: {en: Media, sr-Latn: Mediji}
      description: {en: For journalists., sr-Latn: Za novinare.}
      colour: grey
    health:
      name: {en: Health, sr-Latn: Zdravlje}
      description: {en: How children stay well., sr-Latn: Kako deca ostaju zdrava.}
      colour: green
    """)
ORGANISATIONS = dedent("""\
    unicef:
      name: {en: UNICEF in Serbia}
      short: UNICEF
      url: https://www.unicef.org/serbia/
    """)
PEOPLE = dedent("""\
    ana:
      name: {en: Ana}
      role: {en: Doctor}
      organisation: unicef
    """)
CONTACTS = dedent("""\
    press:
      name: {en: Press office}
      role: {en: Everything}
      email: press@example.org
      telephone: "+381 11 000 0000"
      hours: {en: always}
      placeholder: true
    """)
BOILERPLATE = dedent("""\
    about:
      title: {en: About us}
      text:
        en: >-
          We work
          for children.
    """)
TOPICS = "foster-care:\n  name: {en: Foster care}\n"
LOCATIONS = "belgrade:\n  name: {en: Belgrade}\n"
SOUND = {
    "boilerplate.yaml": BOILERPLATE,
    "categories.yaml": CATEGORIES,
    "contacts.yaml": CONTACTS,
    "locations.yaml": LOCATIONS,
    "organisations.yaml": ORGANISATIONS,
    "people.yaml": PEOPLE,
    "topics.yaml": TOPICS,
}


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths be those that a person sees."""
    monkeypatch.chdir(tmp_path)


def read(files: dict[str, str]) -> tuple[Vocabulary, list[Problem]]:
    folder = Path("content/vocabulary")
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return read_vocabulary(Path("content"))


def test_all_records_are_read_in_the_order_in_which_they_stand() -> None:
    vocabulary, problems = read(SOUND)

    assert problems == []
    assert vocabulary.unread == frozenset()
    assert list(vocabulary.categories) == ["media", "health"]
    assert vocabulary.categories["media"].name == {"en": "Media", "sr-Latn": "Mediji"}
    assert vocabulary.organisations["unicef"].short == "UNICEF"
    assert vocabulary.people["ana"].organisation == "unicef"
    assert vocabulary.contacts["press"].placeholder
    assert vocabulary.topics["foster-care"].name == {"en": "Foster care"}
    assert vocabulary.locations["belgrade"].name == {"en": "Belgrade"}
    assert vocabulary.boilerplate["about"].text == {"en": "We work for children."}


def test_each_kind_knows_the_file_and_the_lines_it_stands_in() -> None:
    vocabulary, _ = read(SOUND)

    source = vocabulary.sources["categories"]
    assert source.path == "content/vocabulary/categories.yaml"
    assert source.line_of(("health",)) == 6
    assert source.line_of(("health", "colour")) == 9


def test_records_of_a_kind_are_found_by_its_name() -> None:
    vocabulary, _ = read(SOUND)

    assert vocabulary.of_kind("people") == vocabulary.people


def test_a_newsroom_may_begin_without_a_vocabulary() -> None:
    assert read({}) == (Vocabulary(), [])


def test_one_wrong_record_does_not_hide_the_others() -> None:
    vocabulary, problems = read({"categories.yaml": CATEGORIES.replace("grey", "gray")})

    assert list(vocabulary.categories) == ["health"]
    assert list(map(str, problems)) == [
        (
            "content/vocabulary/categories.yaml:5: “gray” is not a value of “colour”\n"
            "    Hint: type grey"
        ),
    ]


@pytest.mark.parametrize(
    ("files", "expected", "unread"),
    [
        (
            {"categories.yaml": CATEGORIES.replace("media:", "Mass Media:")},
            (
                "categories.yaml:2: “Mass Media” cannot name a record: only a–z, digits and hyphens can\n"
                "    Hint: type mass-media:"
            ),
            {"categories"},
        ),
        (
            {"categories.yaml": CATEGORIES.replace("media:", "?:")},
            (
                "categories.yaml:2: “?” cannot name a record: only a–z, digits and hyphens can\n"
                "    Hint: type social-protection:"
            ),
            {"categories"},
        ),
        (
            {"categories.yaml": CATEGORIES + CATEGORIES},
            (
                "categories.yaml:11: “media” stands here again\n"
                "    Hint: keep one of them; the first is in line 2\n"
                "categories.yaml:15: “health” stands here again\n"
                "    Hint: keep one of them; the first is in line 6"
            ),
            {"categories"},
        ),
        (
            {"categories.yaml": ""},
            (
                "categories.yaml: the file is empty\n"
                "    Hint: type its header and its text, or delete the file"
            ),
            {"categories"},
        ),
        (
            {"people.yml": PEOPLE},
            (
                "people.yml: files that end in “.yml” are not read here\n"
                "    Hint: let its name be people.yaml"
            ),
            {"people"},
        ),
        (
            {"persons.yaml": PEOPLE},
            (
                "persons.yaml: “persons” is not a kind of record\n"
                "    Hint: the vocabulary has: boilerplate.yaml, categories.yaml, contacts.yaml, "
                "organisations.yaml, locations.yaml, people.yaml, topics.yaml"
            ),
            {"persons", "people"},
        ),
        (
            {"organizations.yaml": ORGANISATIONS},
            (
                "organizations.yaml: “organizations” is not a kind of record\n"
                "    Hint: let its name be organisations.yaml"
            ),
            {"organizations", "organisations"},
        ),
        (
            {"2026/people.yaml": PEOPLE},
            (
                "2026/people.yaml: no folder within the vocabulary is read\n"
                "    Hint: move the file to vocabulary/"
            ),
            {"people"},
        ),
    ],
)
def test_what_cannot_be_read_is_told_and_its_kind_is_remembered(
    files: dict[str, str], expected: str, unread: set[str]
) -> None:
    kinds = {name.partition(".")[0] for name in SOUND} - unread
    sound = {f"{kind}.yaml": SOUND[f"{kind}.yaml"] for kind in kinds}

    vocabulary, problems = read(sound | files)

    text = "\n".join(map(str, problems))
    assert text.replace("content/vocabulary/", "") == expected
    assert vocabulary.unread == unread


def test_words_that_are_put_right_in_the_other_script_are_read_with_the_records() -> None:
    vocabulary, problems = read({"script.yaml": "Injac: Ињац\n"})

    assert problems == []
    assert vocabulary.script == {"Injac": "Ињац"}
