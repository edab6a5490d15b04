"""Every name exists, every link leads somewhere, and nothing public leads to what is hidden."""

from __future__ import annotations

import pytest
from small_items import ALBUM, CATEGORY, VOCABULARY, item, person, typed

from newsdesk.album import Album
from newsdesk.item import Item
from newsdesk.known import Known
from newsdesk.lookups import check_public, check_references
from newsdesk.vocabulary import Vocabulary


def told_of_references(
    *items: Item,
    vocabulary: Vocabulary = VOCABULARY,
    album: Album = ALBUM,
    complete: bool = True,
) -> str:
    known = Known.of(items, vocabulary, album, ["report.pdf"], complete=complete)
    return "\n".join(map(str, check_references(items, known)))


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


def test_photos_that_are_there_may_be_shown() -> None:
    post = item(
        "milk",
        "![a](photo:milk)\n\n![b][bus]\n\n[bus]: photo:school-bus",
        lead_photo="milk",
        photos=["school-bus", "milk"],
    )

    assert told_of_references(post) == ""


def test_a_post_may_say_that_it_has_no_lead_photo() -> None:
    assert told_of_references(item("milk", lead_photo="none")) == ""


@pytest.mark.parametrize(
    ("picture", "message", "hint"),
    [
        ("photo:mlik", "there is no photo “mlik”", "type milk"),
        (
            "photo:cow",
            "there is no photo “cow”",
            "put the picture and its record into photos/, and type its name without ending",
        ),
        ("photos/milk.jpg", "“photos/milk.jpg” is not how a photo is named", "type photo:milk"),
        ("milk.jpg", "“milk.jpg” is not how a photo is named", "type photo:milk"),
        ("milk", "“milk” is not how a photo is named", "type photo:milk"),
        (
            "../photos/milk.jpg",
            "“../photos/milk.jpg” is not how a photo is named",
            "type photo:milk",
        ),
        *(
            (
                picture,
                f"the picture “{shown}” is not there",
                "put it into photos/ with its record, and type photo: and its name without ending",
            )
            for picture, shown in (
                ("photos/Milk.jpg", "photos/Milk.jpg"),
                ("../secret.txt", "../secret.txt"),
                ("/etc/hostname", "/etc/hostname"),
                (r"C:\cow.jpg", r"C:\cow.jpg"),
                ("https://example.org/cow.jpg", "https://example.org/cow.jpg"),
                ("item:milk", "item:milk"),
                ("category:media", "category:media"),
                (f"data:image/png;base64,{'A' * 5000}", f"data:image/png;base64,{'A' * 57}…"),
            )
        ),
    ],
)
def test_a_picture_that_is_no_photo_is_told(picture: str, message: str, hint: str) -> None:
    post = item("milk", f"One.\n\n![a]({picture})")

    assert told_of_references(post) == f"milk.md:23: {message}\n    Hint: {hint}"


def test_a_photo_is_shown_and_not_linked_to() -> None:
    assert told_of_references(item("milk", "[a](photo:milk)")) == (
        "milk.md:21: “photo:milk” is a photo, and a link cannot lead to it\n"
        "    Hint: type an exclamation mark before its bracket: ![…](photo:milk)"
    )


@pytest.mark.parametrize(
    ("fields", "line"), [({"lead_photo": "mlik"}, 12), ({"photos": ["milk", "mlik"]}, 13)]
)
def test_a_photo_of_the_header_must_be_there(fields: dict[str, object], line: int) -> None:
    assert told_of_references(item("milk", **fields)) == (
        f"milk.md:{line}: there is no photo “mlik”\n    Hint: type milk"
    )


def test_photos_are_not_called_missing_while_a_record_could_not_be_read() -> None:
    post = item("milk", "![a](photo:cow)", lead_photo="cow")

    assert told_of_references(post, album=Album(ALBUM.photographs, complete=False)) == ""


# Fields that only some types have


STATEMENT = {
    "type": "statement",
    "date": "2026-11-22",
    "categories": ["media"],
    "speakers": ["ana"],
    "contacts": ["press"],
    "boilerplate": ["about"],
}
STORY = {
    "type": "story",
    "date": "2026-11-22",
    "categories": ["media"],
    "lead_photo": "none",
    "people_under_18": "none",
}
PUBLICATION = {
    "type": "publication",
    "date": "2026-11-22",
    "categories": ["media"],
    "downloads": [{"file": "report.pdf", "language": "en", "title": "The report"}],
}


def test_names_in_the_fields_of_every_type_may_be_used() -> None:
    shelf = (
        typed("schools", type="programme"),
        typed("we-ask", **STATEMENT, topics=["schools"], location="belgrade"),
        typed("ana-tells", **STORY, authors=["ana"], programme="schools"),
        typed("report", **PUBLICATION, authors=["ana"]),
    )

    assert told_of_references(*shelf) == ""


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            STATEMENT | {"boilerplate": ["abuot"]},
            "milk.md:17: “abuot” is not a standing text that we know\n    Hint: type about",
        ),
        (
            STATEMENT | {"topics": ["schools", "school"]},
            "milk.md:15: “school” is not a topic that we know\n    Hint: type schools",
        ),
        (
            STATEMENT | {"location": "beograd"},
            "milk.md:16: “beograd” is not a place that we know\n    Hint: type belgrade",
        ),
        (
            STORY | {"authors": ["anna"]},
            "milk.md:1: “anna” is not a person that we know\n    Hint: type ana",
        ),
        (
            STORY | {"programme": "schol"},
            "milk.md:14: “schol” is not the id of a programme\n    Hint: type school",
        ),
        # A post of another type is no programme, whatever its id.
        (
            STORY | {"programme": "milk"},
            (
                "milk.md:14: “milk” is not the id of a programme\n"
                "    Hint: type the id of a post that has type: programme"
            ),
        ),
        (
            PUBLICATION
            | {"downloads": [{"file": "raport.pdf", "language": "en", "title": "The report"}]},
            "milk.md:18: there is no file “raport.pdf” in files/\n    Hint: type report.pdf",
        ),
        (
            PUBLICATION
            | {"downloads": [{"file": "study.docx", "language": "en", "title": "The study"}]},
            (
                "milk.md:18: there is no file “study.docx” in files/\n"
                "    Hint: put it there, under this name"
            ),
        ),
    ],
)
def test_a_name_in_a_field_of_some_types_is_told(fields: dict[str, object], expected: str) -> None:
    assert (
        told_of_references(typed("milk", **fields), typed("school", type="programme")) == expected
    )


def test_the_post_that_takes_the_place_of_a_withdrawn_one_must_be_there() -> None:
    notice = {"at": "2026-11-23", "reason": "error", "explanation": "It was wrong."}
    gone = item("milk", status="withdrawn", withdrawn={**notice, "replaced_by": "shoe"})

    assert told_of_references(gone, item("shoes")) == (
        "milk.md:19: “shoe” is not the id of a post\n    Hint: type shoes for “All about shoes”"
    )


def test_links_and_photos_in_the_notes_to_editors_must_lead_somewhere() -> None:
    notes = "See [this](item:shoe).\n\n![a](photo:mlik)"
    post = typed("milk", **STATEMENT, notes_to_editors=notes)

    assert told_of_references(post, item("shoes")) == (
        "milk.md:20: “item:shoe” leads to no item\n"
        "    Hint: type item:shoes for “All about shoes”\n"
        "milk.md:20: there is no photo “mlik”\n"
        "    Hint: type milk"
    )


# What is public leads to nothing that is not


def told_of_public(*items: Item, hidden: tuple[str, ...] = ("shoes",)) -> str:
    return "\n".join(map(str, check_public(items, hidden)))


def test_what_is_public_may_lead_to_what_is_public() -> None:
    post = item("milk", "[a](item:socks) [b](category:shoes) [c](https://shoes.example)")

    assert told_of_public(post) == ""


@pytest.mark.parametrize("link", ["item:shoes", "item:shoes#size"])
def test_what_is_public_leads_to_nothing_that_is_not(link: str) -> None:
    assert told_of_public(item("milk", f"One.\n\n[Two]({link}).")) == (
        f"milk.md:23: “{link}” leads to a post that is not public\n"
        "    Hint: publish it first, or take the link out until then"
    )


def test_neither_do_the_notes_to_editors() -> None:
    post = typed("milk", **STATEMENT, notes_to_editors="[a](item:shoes)")

    assert told_of_public(post) == (
        "milk.md:20: “item:shoes” leads to a post that is not public\n"
        "    Hint: publish it first, or take the link out until then"
    )


def test_a_withdrawn_text_is_not_shown_and_leads_nowhere() -> None:
    notice = {"at": "2026-11-23", "reason": "error", "explanation": "It was wrong."}
    post = item("milk", "[a](item:shoes)", status="withdrawn", withdrawn=notice)

    assert told_of_public(post) == ""
