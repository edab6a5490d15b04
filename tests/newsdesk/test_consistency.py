"""Names exist, addresses differ, languages agree, and every post stands where it belongs."""

# ruff: noqa: E501 - what people read stands here as they read it
from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsdesk.consistency import (
    Folder,
    check_items,
    check_place,
    check_references,
    check_vocabulary,
)
from newsdesk.header import Place, Source, Value
from newsdesk.item import Item
from newsdesk.schema import (
    CategoryRecord,
    ContactRecord,
    News,
    OrganisationRecord,
    Page,
    PersonRecord,
)
from newsdesk.settings import Edition
from newsdesk.vocabulary import Vocabulary

EDITIONS = (
    Edition("en", "en", "en", "en_GB", "English"),
    Edition("sr-Latn", "sr", "sr", "sr_Latn", "Srpski"),
    Edition("sr-Cyrl", "sr-cyrl", "sr", "sr_Cyrl", "Српски"),
)
SAID = {"en": "x", "sr-Latn": "x"}
CATEGORY = CategoryRecord.model_validate({"name": SAID, "description": SAID, "colour": "blue"})
ORGANISATION = OrganisationRecord.model_validate({"name": SAID})
CONTACT = ContactRecord.model_validate(
    {"name": SAID, "role": SAID, "email": "a@example.org", "telephone": "+381", "hours": SAID}
)


def person(organisation: str = "unicef") -> PersonRecord:
    return PersonRecord.model_validate({"name": SAID, "role": SAID, "organisation": organisation})


def vocabulary_source(kind: str) -> Source:
    """Give a file of the vocabulary whose lines are found by the place that they name."""
    lines: Mapping[Place, int] = {("ana", "organisation"): 4, ("media", "name"): 2}
    return Source(f"vocabulary/{kind}.yaml", {}, lines, "", 1)


VOCABULARY = Vocabulary(
    categories={"media": CATEGORY, "health": CATEGORY},
    organisations={"unicef": ORGANISATION},
    people={"ana": person()},
    contacts={"press": CONTACT},
    sources={
        kind: vocabulary_source(kind)
        for kind in ("categories", "organisations", "people", "contacts", "boilerplate")
    },
)

FIELDS = ("id", "type", "lang", "slug", "aliases", "categories", "organisers", "partners")
# Each field stands in the line that its number says; what follows are its lists.
LINES: Mapping[Place, int] = {(name,): line for line, name in enumerate(FIELDS, 2)}


def item(path: str, body: str = "", **fields: object) -> Item:
    """Give a piece of news, named like its file; its body begins in line 21."""
    header: dict[str, object] = {
        "id": path,
        "type": "news",
        "lang": "en",
        "title": f"All about {path}",
        "summary": "It says more.",
        "date": "2026-11-22",
        "categories": ["media"],
    }
    header |= fields
    return Item(
        News.model_validate(header),
        Source(f"{path}.md", _as_typed(header), LINES, body, 21),
        str(fields.get("slug", path)),
    )


def page(path: str, **fields: object) -> Item:
    usual = {"id": path, "type": "page", "lang": "en", "title": path, "summary": "It says more."}
    header = {**usual, **fields}
    source = Source(f"{path}.md", _as_typed(header), LINES, "", 21)
    return Item(Page.model_validate(header), source, str(fields.get("slug", path)))


def _as_typed(header: Mapping[str, object]) -> dict[str, Value]:
    return {name: str(value) for name, value in header.items()}


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
                "    Hint: move the file to content/en/pages; content/en/articles is for: news"
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


# The vocabulary in itself


def told_of_vocabulary(vocabulary: Vocabulary, editions: tuple[Edition, ...] = EDITIONS) -> str:
    return "\n".join(map(str, check_vocabulary(vocabulary, editions)))


def test_one_script_of_serbian_is_enough_for_a_record() -> None:
    assert told_of_vocabulary(VOCABULARY) == ""


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ({"en": "Media"}, "sr-Latn"),
        ({"sr-Latn": "Mediji"}, "en"),
        ({"sr-Cyrl": "Медији"}, "en"),
    ],
)
def test_a_record_is_said_in_every_language_of_the_site(name: dict[str, str], tag: str) -> None:
    media = CategoryRecord.model_validate({"name": name, "description": SAID, "colour": "blue"})
    vocabulary = Vocabulary(categories={"media": media}, sources=VOCABULARY.sources)

    assert told_of_vocabulary(vocabulary) == (
        f"vocabulary/categories.yaml:2: “media.name” says nothing in {tag}\n"
        f"    Hint: add a line below it: {tag}: and the text"
    )


def test_a_site_in_one_language_needs_no_other() -> None:
    said = {"en": "Media"}
    media = CategoryRecord.model_validate({"name": said, "description": said, "colour": "blue"})

    assert told_of_vocabulary(Vocabulary(categories={"media": media}), EDITIONS[:1]) == ""


def test_everybody_belongs_to_an_organisation_that_is_known() -> None:
    vocabulary = Vocabulary(
        organisations={"unicef": ORGANISATION},
        people={"ana": person("unicfe")},
        sources=VOCABULARY.sources,
    )

    assert told_of_vocabulary(vocabulary) == (
        "vocabulary/people.yaml:4: “unicfe” is not an organisation that we know\n"
        "    Hint: type unicef"
    )


def test_nobody_is_blamed_for_an_organisation_that_could_not_be_read() -> None:
    vocabulary = Vocabulary(people={"ana": person()}, unread=frozenset({"organisations"}))

    assert told_of_vocabulary(vocabulary) == ""


# References


def told_of_references(
    *items: Item,
    vocabulary: Vocabulary = VOCABULARY,
    content: Path = Path("not-there"),
    complete: bool = True,
) -> str:
    return "\n".join(map(str, check_references(items, vocabulary, content, complete=complete)))


def test_names_that_are_known_may_be_used() -> None:
    post = item(
        "milk",
        "[a](item:milk), [b](category:health), [c](#place), [d](/en/archive/)\n"
        "[e](https://example.org), [f](HTTP://example.org), [g](mailto:a@b.c), [h](tel:+381)",
        categories=["media", "health"],
        contacts=["press"],
        organisers=["unicef"],
        partners=["unicef"],
        speakers=["ana"],
        related=["milk"],
    )

    assert told_of_references(post) == ""


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"categories": ["health", "medai"]},
            "milk.md:7: “medai” is not a category that we know\n    Hint: type media",
        ),
        (
            {"contacts": ["pres"]},
            "milk.md:1: “pres” is not a contact that we know\n    Hint: type press",
        ),
        (
            {"organisers": ["unicfe"]},
            "milk.md:8: “unicfe” is not an organisation that we know\n    Hint: type unicef",
        ),
        (
            {"partners": ["who"]},
            (
                "milk.md:9: “who” is not an organisation that we know\n"
                "    Hint: known are: unicef; others can be added to vocabulary/organisations.yaml"
            ),
        ),
        (
            {"speakers": ["anna"]},
            "milk.md:1: “anna” is not a person that we know\n    Hint: type ana",
        ),
        (
            {"related": ["shoe"]},
            (
                "milk.md:1: “shoe” is not the id of a post\n"
                "    Hint: type shoes for “All about shoes”"
            ),
        ),
        (
            {"related": ["bread"]},
            (
                "milk.md:1: “bread” is not the id of a post\n"
                "    Hint: type the id that stands at the head of the post"
            ),
        ),
    ],
)
def test_a_name_that_nobody_has_written_down_is_told(
    fields: dict[str, object], expected: str
) -> None:
    assert told_of_references(item("milk", "", **fields), item("shoes")) == expected


def test_a_long_vocabulary_is_named_and_not_listed() -> None:
    many = {f"category-{number}": CATEGORY for number in range(13)}

    assert told_of_references(item("milk"), vocabulary=Vocabulary(categories=many)) == (
        "milk.md:7: “media” is not a category that we know\n"
        "    Hint: choose a name from vocabulary/categories.yaml, or add it there"
    )


def test_an_empty_vocabulary_is_named() -> None:
    assert told_of_references(item("milk"), vocabulary=Vocabulary()) == (
        "milk.md:7: “media” is not a category that we know\n"
        "    Hint: choose a name from vocabulary/categories.yaml, or add it there"
    )


def test_names_of_a_file_that_could_not_be_read_are_not_called_wrong() -> None:
    post = item("milk", "[a](category:media)", speakers=["anna"])
    vocabulary = Vocabulary(people={"ana": person()}, unread=frozenset({"categories"}))

    assert told_of_references(post, vocabulary=vocabulary) == (
        "milk.md:1: “anna” is not a person that we know\n    Hint: type ana"
    )


def test_ids_are_not_called_wrong_while_a_post_could_not_be_read() -> None:
    post = item("milk", "[a](item:shoes) [b](category:medai)", related=["shoes"])

    assert told_of_references(post, complete=False) == (
        "milk.md:21: “category:medai” leads to no category\n    Hint: type category:media"
    )


@pytest.mark.parametrize(
    ("link", "message", "hint"),
    [
        ("item:shoe", "“item:shoe” leads to no item", "type item:shoes for “All about shoes”"),
        (
            "item:shoe#size",
            "“item:shoe#size” leads to no item",
            "type item:shoes for “All about shoes”",
        ),
        (
            "item:bread",
            "“item:bread” leads to no item",
            "type the id that stands at the head of the post",
        ),
        ("item", "“item” leads to no item", "type the id that stands at the head of the post"),
        ("category:medai", "“category:medai” leads to no category", "type category:media"),
        (
            "category:bread",
            "“category:bread” leads to no category",
            "known are: health, media; others can be added to vocabulary/categories.yaml",
        ),
        ("itme:shoes", "no link begins with “itme:”", "type item:shoes"),
        ("Item:shoes", "no link begins with “Item:”", "type item:shoes"),
        ("htps://example.org", "no link begins with “htps:”", "type https://example.org"),
        (
            "data:text/html,x",
            "no link begins with “data:”",
            "links begin with: item:, category:, https:, http:, mailto:, tel:",
        ),
        (
            "www.example.org/a",
            "the link “www.example.org/a” leads nowhere",
            "type https://www.example.org/a",
        ),
        (
            "press@example.org",
            "the link “press@example.org” leads nowhere",
            "type mailto:press@example.org",
        ),
        (
            "../shoes/",
            "the link “../shoes/” leads nowhere",
            "type the whole address, or item: and the id of a post",
        ),
        ("", "the link “” leads nowhere", "type its address between the brackets"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(link: str, message: str, hint: str) -> None:
    post = item("milk", f"One.\n\nTwo [words]({link}).")

    assert told_of_references(post, item("shoes")) == f"milk.md:23: {message}\n    Hint: {hint}"


def test_a_picture_must_be_among_the_photos(tmp_path: Path) -> None:
    for name in ("milk.jpg", "sub/glass 1.jpg"):
        (tmp_path / "photos" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "photos" / name).touch()
    post = item(
        "milk",
        "![a](photos/milk.jpg) ![b](photos/sub/glass 1.jpg) ![c](photos/sub/glass%201.jpg) "
        "![d](https://example.org/d.jpg)",
    )

    assert told_of_references(post, content=tmp_path) == ""


@pytest.mark.parametrize(
    ("picture", "shown", "hint"),
    [
        ("photos/Milk.jpg", "photos/Milk.jpg", "type photos/milk.jpg"),
        ("milk.jpg", "milk.jpg", "type photos/milk.jpg"),
        ("/photos/milk.jpg", "/photos/milk.jpg", "type photos/milk.jpg"),
        ("../secret.txt", "../secret.txt", "put it into photos/, and type photos/ and its name"),
        ("/etc/hostname", "/etc/hostname", "put it into photos/, and type photos/ and its name"),
        (r"C:\cow.jpg", r"C:\cow.jpg", "put it into photos/, and type photos/ and its name"),
        (
            f"data:image/png;base64,{'A' * 5000}",
            f"data:image/png;base64,{'A' * 57}…",
            "put it into photos/, and type photos/ and its name",
        ),
    ],
)
def test_a_picture_from_anywhere_else_is_told(
    tmp_path: Path, picture: str, shown: str, hint: str
) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/milk.jpg").touch()

    assert told_of_references(item("milk", f"![a]({picture})"), content=tmp_path) == (
        f"milk.md:21: the picture “{shown}” is not there\n    Hint: {hint}"
    )
