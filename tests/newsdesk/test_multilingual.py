"""A wrong language tag is told, and so is a translation that was left behind."""

from __future__ import annotations

import pytest
from small_site import ROOT, page, post

from newsdesk.header import read_post
from newsdesk.item import Item
from newsdesk.language import Language
from newsdesk.multilingual import older_translations, wrong_language
from newsdesk.schema.posts import News, Page, Post
from newsdesk.script.letters import letters_to_cyrillic

ENGLISH = (
    "The lorry came in the morning with milk for the children of the village. They had waited "
    "for it since the spring, and the teacher said that this was the first time. It is not the "
    "last one: the next will be here in May, with shoes that were made by their neighbours."
)
SERBIAN = (
    "Kamion je ujutru stigao u selo sa mlekom za decu. Čekali su ga od proleća, a učiteljica je "
    "rekla da se to desilo prvi put. Nije i poslednji: sledeći će biti tu u maju, sa cipelama "
    "koje su napravili njihovi susedi iz grada, kao i za školu na brdu."
)
CYRILLIC = letters_to_cyrillic(SERBIAN)
WITHOUT_MARKS = SERBIAN.translate(str.maketrans("čćžš", "cczs"))
NAMES = "Ana Anić, Đorđe Đurić, Save the Children, MODS, UNICEF, Beograd, Niš, Novi Sad. " * 5
HUNGARIAN = (
    "A teherautó reggel érkezett meg a faluba, és tejet hozott a gyerekeknek. Tavasz óta várták, "
    "és a tanítónő azt mondta, hogy ez volt az első alkalom. Nem az utolsó: a következő májusban "
    "jön, cipőkkel, amelyeket a szomszédok készítettek."
)


def item(text: str, model: type[Post] = News, path: str = "content/en/articles/milk.md") -> Item:
    """Read a post as staff type it."""
    source = read_post(path, text.encode())
    return Item(model.model_validate(dict(source.header)), source, "milk")


def told_of(body: str, lang: Language) -> list[str]:
    """Give what is told of a post by its text and its tag; its header says little."""
    text = post("UNICEF", body, lang=lang, summary="UNICEF: 2026.")
    return [f"{problem.level} {problem}" for problem in wrong_language(item(text))]


@pytest.mark.parametrize(
    ("lang", "body", "right"),
    [
        ("en", SERBIAN, "sr-Latn"),
        ("en", WITHOUT_MARKS, "sr-Latn"),
        ("en", CYRILLIC, "sr-Cyrl"),
        ("en", f"{CYRILLIC} UNICEF, MODS, Save the Children", "sr-Cyrl"),
        ("sr-Latn", CYRILLIC, "sr-Cyrl"),
        ("sr-Cyrl", SERBIAN, "sr-Latn"),
        ("sr-Latn", ENGLISH, "en"),
        ("sr-Cyrl", ENGLISH, "en"),
        ("hu", ENGLISH, "en"),
        ("hu", SERBIAN, "sr-Latn"),
        ("sk", CYRILLIC, "sr-Cyrl"),
        ("bg", SERBIAN, "sr-Latn"),
    ],
)
def test_a_text_that_is_plainly_in_another_language_is_told(
    lang: Language, body: str, right: str
) -> None:
    assert told_of(body, lang) == [
        (
            f"error content/en/articles/milk.md:4: the text is not written in “{lang}”\n"
            f"    Hint: type lang: {right}"
        )
    ]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", ENGLISH),
        ("sr-Latn", SERBIAN),
        ("sr-Latn", WITHOUT_MARKS),
        ("sr-Cyrl", CYRILLIC),
        ("hu", HUNGARIAN),
        ("hr", SERBIAN),
        ("bs", SERBIAN),
        ("bg", CYRILLIC),
        ("en", NAMES),
        ("sr-Latn", NAMES),
        ("en", "Beograd, Niš"),
        ("en", "Стигло је."),
        ("sr-Latn", "Milk came. It is here."),
        ("en", f"{ENGLISH}\n\n> {SERBIAN}"),
        ("sr-Latn", f"{SERBIAN}\n\n> {ENGLISH}"),
        ("sr-Latn", f"{SERBIAN}\n\n> {CYRILLIC}"),
        ("sr-Cyrl", f"{CYRILLIC}\n\n```\n{ENGLISH * 5}\n```"),
        ("sr-Cyrl", f"{CYRILLIC} [то]({'https://example.org/the-of-and' * 40})"),
        ("en", "<!-- -->" * 40),
    ],
)
def test_short_mixed_and_right_texts_are_left_alone(lang: Language, body: str) -> None:
    assert told_of(body, lang) == []


def test_everything_on_the_site_is_in_its_language() -> None:
    files = sorted((ROOT / "content").glob("*/*/*.md"))
    models: dict[str, type[Post]] = {"articles": News, "pages": Page}
    items = [item(file.read_text("utf-8"), models[file.parent.name]) for file in files]
    assert len(items) > 10
    assert [str(problem) for each in items for problem in wrong_language(each)] == []


# Translations

CHANGE = {"at": "2026-11-22", "level": "major", "note": "The number of glasses is right now."}
COMMA = {"at": "2026-11-22", "level": "minor", "note": "A comma."}
GONE = {"at": "2026-11-23", "reason": "error", "explanation": "The figures were wrong."}
EN, SR = "content/en/articles/milk.md", "content/sr/articles/milk.md"


def left_behind(english: dict[str, object], serbian: dict[str, object]) -> list[str]:
    """Give what is told of a post in two languages, by what differs in their headers."""
    items = [
        item(post("Milk", "It came.", **english), path=EN),
        item(post("Mleko", "Stiglo je.", lang="sr-Latn", **serbian), path=SR),
    ]
    return [f"{problem.level} {problem}" for problem in older_translations(items)]


def test_a_translation_of_what_was_withdrawn_is_told() -> None:
    assert left_behind({}, {"status": "withdrawn", "withdrawn": GONE}) == [
        (
            f"warning {EN}:2: {SR} was withdrawn on 2026-11-23\n"
            "    Hint: see whether this one may stay: add withdrawn: and status: withdrawn if not"
        )
    ]


@pytest.mark.parametrize(
    "english",
    [
        {},
        {"changes": [COMMA | {"at": "2026-11-21"}]},
        {"changes": [CHANGE | {"at": "2026-11-21 23:59"}]},
    ],
)
def test_a_translation_that_is_older_than_a_major_change_is_told(
    english: dict[str, object],
) -> None:
    assert left_behind(english, {"changes": [CHANGE]}) == [
        (
            f"warning {EN}:2: {SR} had a major change on 2026-11-22, later than anything here\n"
            "    Hint: see whether it is needed here too, and note below changes: what was done"
        )
    ]


@pytest.mark.parametrize(
    ("english", "serbian"),
    [
        ({}, {}),
        ({}, {"changes": [COMMA]}),
        ({"changes": [CHANGE]}, {"changes": [CHANGE]}),
        ({"changes": [COMMA]}, {"changes": [CHANGE | {"at": "2026-11-22 18:00"}]}),
        ({"changes": [COMMA]}, {"changes": [CHANGE]}),
        ({"date": "2026-11-22"}, {"changes": [CHANGE]}),
        ({"date": "2026-11-01", "publish_at": "2026-11-23 10:00"}, {"changes": [CHANGE]}),
        ({"status": "withdrawn", "withdrawn": GONE}, {"status": "withdrawn", "withdrawn": GONE}),
    ],
)
def test_translations_that_keep_up_are_left_alone(
    english: dict[str, object], serbian: dict[str, object]
) -> None:
    assert left_behind(english, serbian) == []


def test_a_page_without_a_day_is_older_than_any_change() -> None:
    corrected = page("About", lang="sr-Latn", changes=[CHANGE])
    items = [item(page("About"), Page, EN), item(corrected, Page, SR)]
    (problem,) = older_translations(items)
    assert str(problem).startswith(f"{EN}:2: {SR} had a major change on 2026-11-22")


def test_other_posts_are_not_translations() -> None:
    items = [
        item(post("Milk"), path=EN),
        item(post("Cipele", id="shoes1", lang="sr-Latn", changes=[CHANGE]), path=SR),
    ]
    assert [*older_translations(items)] == []
