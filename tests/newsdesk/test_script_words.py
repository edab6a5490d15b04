"""What staff set right: corrections of the site, protected words of a post, doubtful words."""

from __future__ import annotations

import pytest

from newsdesk.script import (
    Words,
    html_to_cyrillic,
    mistakes_in_corrections,
    mixed_words,
    to_cyrillic,
    to_latin,
    unlisted_abbreviations,
)

SHIPPED = Words.shipped()
CORRECTED = SHIPPED.corrected(
    {
        "WHO": "СЗО",
        "panjelinski": "панјелински",
        "Nadžak": "Наджак",
        "Facebook*": "Фејсбук*",
        "New Deal": "Њу дил",
        "Sava Centar": "Sava Centar",
        "МОДС": "MODS",
    }
)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("panjelinski, Panjelinski, PANJELINSKI", "панјелински, Панјелински, ПАНЈЕЛИНСКИ"),
        ("Nadžak i NADŽAK", "Наджак и НАДЖАК"),
        ("na Facebooku i Facebook-u, FACEBOOKA", "на Фејсбуку и Фејсбук-у, ФЕЈСБУКА"),
        ("WHO, who", "СЗО, who"),
        ("program New Deal-a, New  Deal", "програм Њу дил-а, Њу дил"),
        ("u Sava Centar i Savu", "у Sava Centar и Саву"),
        ("Sava", "Сава"),
    ],
)
def test_a_correction_holds_in_every_form_and_case(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin, CORRECTED) == cyrillic


def test_a_correction_of_cyrillic_holds_on_the_way_to_latin() -> None:
    assert to_latin("МОДС-а Модс", CORRECTED) == "MODS-a Mods"


def test_letters_alone_are_converted_where_no_words_are_given() -> None:
    assert to_latin("#Деца МОДС") == "#Deca MODS"
    assert to_latin("#Деца МОДС", SHIPPED) == "#Деца MODS"


def test_what_a_post_protects_stays_in_that_post_only() -> None:
    post = CORRECTED.protecting(["Facebook", "Plan*", "Moja škola", "Ћ"])
    text = "Facebook, Facebook-u, Planeta, Moja škola, moja kuća"
    assert to_cyrillic(text, post) == "Facebook, Facebook-у, Planeta, Moja škola, моја кућа"
    assert to_cyrillic(text, CORRECTED) == "Фејсбук, Фејсбук-у, Планета, Моја школа, моја кућа"
    assert to_latin("слово Ћ у ћуп", post) == "slovo Ћ u ćup"


def test_a_post_that_protects_nothing_has_the_words_of_the_site() -> None:
    assert CORRECTED.protecting([]) is CORRECTED
    assert to_cyrillic("deca", CORRECTED.protecting(["", " "])) == "деца"


def test_a_word_is_judged_the_same_the_second_time() -> None:
    page = "<p>I deca, Petar I, injekcija, 5 l, l.</p>"
    assert html_to_cyrillic(page, SHIPPED) == html_to_cyrillic(page, SHIPPED)
    assert html_to_cyrillic(page, SHIPPED) == "<p>И деца, Петар I, инјекција, 5 l, л.</p>"


def test_corrections_that_cannot_work_are_problems_with_their_line() -> None:
    corrections = {"Onlajn*": "Онлајн", "Google": "Gugl", "": "x", "who": "who", "Meta": "Мета"}
    lines = {"Onlajn*": 2, "Google": 3, "": 4}
    found = list(mistakes_in_corrections(corrections, "content/vocabulary/script.yaml", lines))
    assert [(problem.path, problem.line, problem.level) for problem in found] == [
        ("content/vocabulary/script.yaml", line, "error") for line in (2, 3, 4)
    ]
    assert [(str(problem.message), str(problem.hint)) for problem in found] == [
        ("“Onlajn*: Онлајн” has a star on one side only", "type Onlajn*: Онлајн*"),
        (
            "“Gugl” is Latin like “Google” but not the same",
            "type the Cyrillic form, or Google: Google to keep the word",
        ),
        (
            "the correction “: x” lacks a word",
            "type the word as it is typed, a colon, and the word as it is shown",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("дeца", [(0, "дeца")]),
        ("Cва деца и UNICEF-а, Žеna", [(0, "Cва"), (21, "Žеna")]),
        ("деца children UNICEF-а 5G", []),
    ],
)
def test_words_of_both_scripts_are_found_with_their_place(
    text: str, found: list[tuple[int, str]]
) -> None:
    assert list(mixed_words(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kaže ABC iz EU i UNICEF-a.", [(5, "ABC")]),
        ("QRS je iz DEFG-a", [(10, "DEFG")]),
        ("SVA DECA ABC", []),
        ("#ABC a@ABC.rs ABC1", []),
    ],
)
def test_abbreviations_that_no_list_knows_are_named(
    text: str, found: list[tuple[int, str]]
) -> None:
    assert list(unlisted_abbreviations(text, SHIPPED)) == found


def test_a_corrected_abbreviation_is_known() -> None:
    decided = SHIPPED.corrected({"ABC": "АБЦ"})
    assert list(unlisted_abbreviations("Kaže ABC.", decided)) == []
