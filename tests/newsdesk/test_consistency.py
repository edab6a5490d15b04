"""Addresses differ, languages agree, and every post stands where it belongs."""

# ruff: noqa: E501 - what people read stands here as they read it
from __future__ import annotations

from pathlib import Path

import pytest
from small_items import EDITIONS, LINES, item, page

from newsdesk.consistency import Folder, check_items, check_place
from newsdesk.header import Source, Value
from newsdesk.item import Item

# A post and its folder


def place(folder: str, **header: Value) -> str:
    language, kind = folder.split("/")
    source = Source("milk.md", header, LINES, "", 21)
    where = Folder(Path("content"), language, kind)
    return "\n".join(map(str, check_place(source, where, EDITIONS)))


@pytest.mark.parametrize(
    ("folder", "lang", "kind"),
    [
        ("en/articles", "en", "news"),
        ("en/pages", "en", "page"),
        ("sr/articles", "sr-Latn", "news"),
        ("sr/articles", "sr-Cyrl", "news"),
        # What is no language and no type is told elsewhere.
        ("en/articles", "EN", "News"),
        ("en/articles", None, None),
        ("en/articles", ["en"], ["news"]),
    ],
)
def test_a_post_stands_where_it_belongs(folder: str, lang: Value, kind: Value) -> None:
    assert place(folder, lang=lang, type=kind) == ""


def test_a_header_without_a_language_and_a_type_stands_anywhere() -> None:
    assert place("en/articles") == ""


@pytest.mark.parametrize(
    ("folder", "lang", "kind", "expected"),
    [
        (
            "sr/articles",
            "en",
            "news",
            (
                "milk.md:4: “en” does not belong in content/sr\n"
                "    Hint: move the file to content/en/articles; content/sr is for: sr-Latn, sr-Cyrl"
            ),
        ),
        (
            "en/pages",
            "sr-Cyrl",
            "page",
            (
                "milk.md:4: “sr-Cyrl” does not belong in content/en\n"
                "    Hint: move the file to content/sr/pages; content/en is for: en"
            ),
        ),
        (
            "en/articles",
            "en",
            "page",
            (
                "milk.md:3: “page” does not belong in content/en/articles\n"
                "    Hint: move the file to content/en/pages; content/en/articles is for: "
                "press_release, statement, news, story, event, publication"
            ),
        ),
        (
            "sr/articles",
            "sr-Latn",
            "programme",
            (
                "milk.md:3: “programme” does not belong in content/sr/articles\n"
                "    Hint: move the file to content/sr/pages; content/sr/articles is for: "
                "press_release, statement, news, story, event, publication"
            ),
        ),
    ],
)
def test_a_post_in_a_wrong_folder_learns_the_right_one(
    folder: str, lang: str, kind: str, expected: str
) -> None:
    assert place(folder, lang=lang, type=kind) == expected


def test_a_language_of_no_edition_has_no_other_folder() -> None:
    source = Source("milk.md", {"lang": "sr-Latn"}, LINES, "", 21)
    folder = Folder(Path("content"), "en", "articles")

    assert [str(problem) for problem in check_place(source, folder, EDITIONS[:1])] == [
        "milk.md:4: “sr-Latn” does not belong in content/en\n    Hint: content/en is for: en"
    ]


# Posts among each other


def told_of_items(*items: Item) -> str:
    return "\n".join(map(str, check_items(items)))


def test_posts_that_differ_in_id_and_slug_get_along() -> None:
    assert told_of_items(item("milk"), item("shoes"), page("mission")) == ""


def test_a_post_and_a_page_may_share_a_slug_for_their_addresses_differ() -> None:
    assert told_of_items(item("milk"), page("about-milk", slug="milk")) == ""


def test_both_languages_of_an_item_share_its_id_and_its_slug() -> None:
    serbian = item("mleko", id="milk", slug="milk", lang="sr-Latn")

    assert told_of_items(item("milk"), serbian) == ""


def test_different_items_of_two_languages_may_share_a_slug() -> None:
    assert told_of_items(item("milk"), item("mleko", slug="milk", lang="sr-Latn")) == ""


def test_an_id_belongs_to_one_post() -> None:
    assert told_of_items(item("milk"), item("shoes"), item("socks", id="milk")) == (
        "socks.md:2: “milk” is the id of milk.md as well\n"
        "    Hint: make up another id of six letters and digits"
    )


def test_a_slug_belongs_to_one_post() -> None:
    assert told_of_items(item("milk"), item("shoes", slug="milk")) == (
        "shoes.md:5: “milk” is the slug of milk.md as well\n"
        "    Hint: type another slug: two posts cannot have one address"
    )


def test_both_scripts_of_serbian_are_one_language() -> None:
    latin, cyrillic = item("latin", lang="sr-Latn"), item("cyrillic", lang="sr-Cyrl", slug="latin")

    assert told_of_items(latin, cyrillic).startswith(
        "cyrillic.md:5: “latin” is the slug of latin.md as well\n"
    )


def test_languages_of_an_item_must_not_differ_in_slug() -> None:
    assert told_of_items(item("milk"), item("mleko", id="milk", lang="sr-Latn")) == (
        "mleko.md:5: its address ends in “news/mleko”, that of milk.md in “news/milk”\n"
        "    Hint: type slug: milk"
    )


def test_languages_of_an_item_must_not_differ_in_type() -> None:
    assert told_of_items(item("milk"), page("mleko", id="milk", slug="milk", lang="sr-Latn")) == (
        "mleko.md:3: its address ends in “about/milk”, that of milk.md in “news/milk”\n"
        "    Hint: type type: news"
    )


def test_an_old_address_leads_to_one_post() -> None:
    posts = (item("milk", aliases=["/a"]), item("shoes", aliases=["/b", "/a"]), item("socks"))

    assert told_of_items(*posts) == (
        "shoes.md:6: “/a” is an old address of milk.md as well\n"
        "    Hint: take it out of one of them"
    )
