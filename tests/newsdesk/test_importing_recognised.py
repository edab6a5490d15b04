"""What the import recognises in old texts, and what it leaves as it is."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from newsdesk.importing.furniture import is_furniture
from newsdesk.importing.recognised import (
    Dateline,
    dateline_of,
    in_sentence_case,
    language_of_text,
    speakers_in,
    title_of,
)
from newsdesk.importing.rubrics import Rubrics, categories_of, sort_out
from newsdesk.language import Language
from newsdesk.schema.records import CategoryRecord, PersonRecord
from newsdesk.vocabulary import Vocabulary

ZONE = ZoneInfo("Europe/Belgrade")


def category(english: str, serbian: str) -> CategoryRecord:
    names = {"en": english, "sr-Latn": serbian}
    return CategoryRecord.model_validate({"name": names, "description": names, "colour": "grey"})


def person(name: str) -> PersonRecord:
    names = {"en": name, "sr-Latn": name}
    return PersonRecord.model_validate({"name": names, "role": names, "organisation": "mods"})


VOCABULARY = Vocabulary(
    categories={
        "financial-support": category("Financial support", "Finansijska podrška"),
        "media": category("Media", "Mediji"),
        "social-protection": category("Social protection", "Socijalna zaštita"),
        "social": category("Social", "Društvo"),
    },
    people={
        "nenad-neric": person("Nenad Nerić"),
        "severin-leonardi": person("Severin Leonardi"),
        "sasa-stefanovic": person("Saša Stefanović"),
    },
)
NAMES = Rubrics.of(VOCABULARY)
TEXT = "The conference was about support that is permanent, timely and adequate for families."

# The dateline


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("BELGRADE, 12 May 2010 – Milk came.", "Belgrade", "2010-05-12"),
        ("BELGRADE, Serbia, 12 May 2010 - Milk came.", "BELGRADE, Serbia", "2010-05-12"),
        ("**BELGRADE, 12 May 2010** – Milk came.", "Belgrade", "2010-05-12"),
        ("GENEVA/BELGRADE, May 12, 2010 -- Milk came.", "Geneva/Belgrade", "2010-05-12"),
        ("Novi Sad, 12.5.2010. – Milk came.", "Novi Sad", "2010-05-12"),
        ("BEOGRAD, 12. maj 2010. – Milk came.", "Beograd", "2010-05-12"),
        ("BEOGRAD, 12. maja 2010. godine – Milk came.", "Beograd", "2010-05-12"),
        ("БЕОГРАД, 12. мај 2010. – Milk came.", "Београд", "2010-05-12"),
        ("НОВИ САД, 12. маја 2010. године — Milk came.", "Нови Сад", "2010-05-12"),
    ],
)
def test_a_dateline_is_read_and_taken_off(text: str, place: str, day: str) -> None:
    assert dateline_of(text, ZONE) == Dateline(place, day, "Milk came.")


@pytest.mark.parametrize(
    "text",
    [
        "In May, on 12 May 2010, milk came.",
        "on 12 May 2010 – milk came.",
        "BELGRADE, 31 February 2010 – Milk came.",
        "BELGRADE, 12 Mlay 2010 – Milk came.",
        "BELGRADE, 12 May – Milk came.",
        "",
    ],
)
def test_what_is_no_dateline_with_a_whole_date_stays(text: str) -> None:
    assert dateline_of(text, ZONE) is None


# Furniture and categories


@pytest.mark.parametrize(
    "line",
    [
        "Email this article", "unite for children", "Print | Share", "[Tweet](https://x.com/)",
        "- [Print this page](javascript:print)", "Email this articlePrintShare",
        "Pošalji prijatelju", "Пошаљи пријатељу", "Nazad na vrh",
    ],
)  # fmt: skip
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Print is not dead", "## Contact us, please", "Children share", "![](cup.jpg)", "***"]
)
def test_a_text_with_the_words_of_furniture_is_none(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "unite for childrenFinancial supportMediaSocial protection",
        "Financial supportMediaSocial protection",
        "Financial support Media Social protection",
        "[Financial support](/a) | [Media](/b) | [Social protection](/c)",
        "- Financial support\n- Media\n- Social protection",
        "Finansijska podrškaMedijiSocijalna zaštita",
        "Финансијска подршкаМедијиСоцијална заштита",
    ],
)
@pytest.mark.parametrize("at_the_head", [True, False])
def test_categories_run_together_are_divided(line: str, at_the_head: bool) -> None:  # noqa: FBT001 - where the line stands
    found = sort_out([line, TEXT] if at_the_head else [TEXT, line], NAMES)
    assert found.paragraphs == (TEXT,)
    assert found.categories == ("financial-support", "media", "social-protection")
    assert found.remarks == ()


def test_a_line_between_paragraphs_is_text() -> None:
    paragraphs = (TEXT, "Media", TEXT)
    found = sort_out(paragraphs, NAMES)
    assert (found.paragraphs, found.categories) == (paragraphs, ())


def test_a_line_that_is_only_half_known_stays_and_is_told() -> None:
    found = sort_out(["MediaFoster care", TEXT], NAMES)
    assert found.paragraphs == ("MediaFoster care", TEXT)
    assert [str(remark) for remark in found.remarks] == [
        "“MediaFoster care” looks like categories that are not all known"
    ]


def test_a_text_of_furniture_alone_is_not_emptied() -> None:
    assert sort_out(["Home", "Print"], NAMES).paragraphs == ("Home", "Print")


def test_names_are_looked_up_in_every_language() -> None:
    found = categories_of(["Mediji", "socijalna zaštita", "Медији", "Sport"], NAMES)
    assert found == (("media", "social-protection"), ["Sport"])


# Language and script


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (TEXT * 3, "", "en"),
        (TEXT * 3, "sr", "en"),
        ("Mleko je stiglo u školu.", "", "sr-Latn"),
        ("Млеко је стигло у школу.", "", "sr-Cyrl"),
        ("Млеко је стигло у школу.", "sr-RS", "sr-Cyrl"),
        ("Milk", "en-US", "en"),
        ("Mleko", "sr_RS", "sr-Latn"),
        ("Qumësht", "sq", "sq"),
        ("Milk", "", None),
        ("", "xx", None),
    ],
)
def test_language_and_script_are_told(text: str, declared: str, language: str | None) -> None:
    assert language_of_text(text, declared) == language


# The title


def test_a_short_first_line_is_the_title() -> None:
    found = title_of(["Milk for all", TEXT])
    assert found
    assert (found.text, found.paragraphs, found.is_guess) == ("Milk for all", (TEXT,), False)


def test_a_name_in_capitals_that_the_text_begins_with_is_a_guess() -> None:
    text = "Today in Belgrade, “FAMILIES IN SERBIA – MILK” was opened."
    found = title_of([text, "The families came, and UNICEF in Serbia brought milk."])
    assert found
    assert (found.text, found.is_guess) == ("Families in Serbia – milk", True)
    assert found.paragraphs[0] == text


def test_without_a_title_none_is_made_up() -> None:
    assert title_of([TEXT, TEXT]) is None
    assert title_of([]) is None


def test_names_keep_their_capitals() -> None:
    assert (
        in_sentence_case("MILK FROM UNICEF", "It came from UNICEF, as milk.") == "Milk from UNICEF"
    )


# Who spoke


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Severin Leonardi and Nenad Nerić spoke.", "en", ("severin-leonardi", "nenad-neric")),
        ("Nenad spoke of Leonardi.", "en", ()),
        ("Reč Nenada Nerića i Saše Stefanovića.", "sr-Latn", ("nenad-neric", "sasa-stefanovic")),
        ("Говорио је Ненад Нерић.", "sr-Cyrl", ("nenad-neric",)),
        ("Nenada Nerića", "en", ()),
    ],
)
def test_people_of_the_vocabulary_are_found(
    text: str, language: Language, people: tuple[str, ...]
) -> None:
    assert speakers_in(text, VOCABULARY, language) == people
