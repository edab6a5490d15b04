"""What comes back from the form unchanged leaves a file as it was, to the byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from newsdesk.editor.boxes import PHOTO, boxes_of
from newsdesk.editor.sheets import (
    Beginning,
    begun,
    begun_photo,
    changed,
    changed_photo,
    changed_record,
    is_used,
    photo_sheet,
    record_sheets,
    script_of,
    sheet_of,
)
from newsdesk.editor.values import shown, typed
from newsdesk.header import Value, read_post, read_record
from newsdesk.schema.records import RECORD_TYPES

ROOT = Path(__file__).parents[2]
POSTS = sorted([*ROOT.glob("content/*/*/*.md"), *ROOT.glob("tests/specimen/*/*/*.md")])
RECORDS = [
    file for kind in RECORD_TYPES for file in sorted(ROOT.glob(f"content/vocabulary/{kind}.yaml"))
]
PHOTOS = sorted(ROOT.glob("tests/specimen/photos/*.yaml"))
MILK = dedent("""\
    ---
    id: milk01
    type: news   # a note
    lang: sr-Latn
    title: 'Mleko'
    tilte: unknown key
    summary: Šta je stiglo, i ko je to doneo deci u selu ove nedelje.
    date: 2026-11-20
    categories: [media]
    people_under_18: none
    ---
    Mleko je stiglo.

    Bilo ga je dosta.
    """)


@pytest.mark.parametrize("file", POSTS, ids=lambda file: file.stem)
def test_a_real_post_comes_back_as_it_was(file: Path) -> None:
    data = file.read_bytes()
    kind = str(read_post("", data).header["type"])
    assert changed(kind, "", data, sheet_of(kind, "", data)) == data


@pytest.mark.parametrize("file", POSTS, ids=lambda file: file.stem)
def test_what_the_boxes_hold_is_what_was_typed(file: Path) -> None:
    header = read_post("", file.read_bytes()).header
    boxes = boxes_of(str(header["type"]))
    assert typed(boxes, shown(boxes, header)) == header


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_real_records_come_back_as_they_were(file: Path) -> None:
    data = file.read_bytes()
    for key, sheet in record_sheets(file.stem, "", data).items():
        assert changed_record(file.stem, "", data, key, sheet) == data


@pytest.mark.parametrize("file", PHOTOS, ids=lambda file: file.stem)
def test_the_record_of_a_photo_comes_back_as_it_was(file: Path) -> None:
    data = file.read_bytes()
    assert changed_photo("", data, photo_sheet("", data)) == data


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_line_ends_and_the_end_of_the_file_stay(eol: str, end: str) -> None:
    text = MILK.rstrip("\n").replace("\n", eol) + end.replace("\n", eol)
    sheet = sheet_of("news", "", text.encode())
    assert changed("news", "", text.encode(), sheet) == text.encode()
    sheet["body"] = f"{sheet['body']}\n\nJoš jedan pasus."
    again = changed("news", "", text.encode(), sheet).decode()
    body = f"Bilo ga je dosta.{eol}{eol}Još jedan pasus."
    assert again == text.rstrip("\r\n").replace("Bilo ga je dosta.", body) + (
        end.replace("\n", eol) or eol
    )


def test_what_nobody_changed_is_not_written_anew() -> None:
    sheet = sheet_of("news", "", MILK.encode()) | {"title": "Više mleka", "status": "draft"}
    assert changed("news", "", MILK.encode(), sheet).decode() == MILK.replace(
        "title: 'Mleko'", "title: 'Više mleka'"
    ).replace("ove nedelje.\n", "ove nedelje.\nstatus: draft\n")


def test_a_box_that_was_emptied_takes_its_line_along() -> None:
    sheet = sheet_of("news", "", MILK.encode()) | {"categories": [], "summary": " "}
    text = changed("news", "", MILK.encode(), sheet).decode()
    assert text == "".join(
        line
        for line in MILK.splitlines(keepends=True)
        if not line.startswith(("categories", "summary"))
    )


def test_children_are_said_or_not() -> None:
    boxes = boxes_of("news")
    child: dict[str, Value] = {"consent": "C-2026-0123", "circumstances": ["none"]}
    nobody = typed(boxes, {"people_under_18": [{"type": "none"}]})
    somebody = typed(boxes, {"people_under_18": [{"type": "child", "face_shown": "true", **child}]})
    assert nobody == {"people_under_18": "none"}
    assert somebody == {
        "people_under_18": [{"consent": "C-2026-0123", "circumstances": "none", "face_shown": True}]
    }
    assert shown(boxes, somebody)["people_under_18"] == [
        {"type": "child", "face_shown": "true", **child}
    ]
    assert typed(boxes, {"people_under_18": []}) == {}


def test_a_new_post_is_written_as_newsdesk_new_writes_it() -> None:
    sheet: dict[str, Value] = {
        "type": "news",
        "title": "Milk: a history",
        "categories": ["media", "health"],
        "original": {"publisher": "UNICEF"},
        "body": "Milk came.\r\n\r\nMore came.\n",
    }
    beginning = Beginning("en", "milk", "m1lk22", date(2026, 11, 24))
    assert begun("news", sheet, beginning).decode() == dedent("""\
        ---
        id: m1lk22
        type: news
        lang: en
        title: 'Milk: a history'
        summary: # what it is about in one or two sentences, 80 to 300 characters; for example: \
A conference in Belgrade asked how services can help families to stay together.
        slug: milk
        status: draft
        date: 2026-11-24
        original: # where an item of the archive was published before
          publisher: UNICEF
          date: # the day of the first publication, or unknown; for example: 2018-05-15
        categories: [media, health]
        people_under_18: # none, or a record for each child who can be recognised; \
for example: none
        ---
        Milk came.

        More came.
        """)


def test_a_new_record_of_a_photo_says_what_is_missing() -> None:
    text = begun_photo({"alt": {"en": "A glass."}, "people_under_18": [{"type": "none"}]})
    lines = text.decode().splitlines()
    assert lines[:2] == ["alt:", "  en: A glass."]
    assert lines[2].startswith("caption: # what stands under the picture")
    assert lines[-1] == "people_under_18: none"


def test_a_new_record_of_the_vocabulary_comes_last() -> None:
    data = b"# Subjects.\nmilk:\n  name: {en: Milk, sr-Latn: Mleko}\n"
    text = changed_record("topics", "", data, "shoes", {"name": {"en": "Shoes", "sr-Latn": ""}})
    assert text == data + b"shoes:\n  name:\n    en: Shoes\n"


def test_the_first_record_of_a_kind_makes_its_file() -> None:
    text = changed_record("topics", "", b"", "shoes", {"name": {"en": "Shoes"}})
    assert dict(read_record("", text).header) == {"shoes": {"name": {"en": "Shoes"}}}


@pytest.mark.parametrize(
    ("sheet", "used"),
    [
        ({}, False),
        ({"type": "news", "id": "x", "lang": "en"}, False),
        ({"title": " ", "original": {"publisher": ""}, "changes": [{}]}, False),
        ({"title": "Milk"}, True),
        ({"body": "Milk"}, True),
        ({"categories": ["media"]}, True),
    ],
)
def test_an_empty_sheet_is_no_post(sheet: dict[str, Value], used: bool) -> None:  # noqa: FBT001 - a table
    assert is_used("news", sheet) is used


@pytest.mark.parametrize(
    ("title", "script"), [("Млеко", "sr-Cyrl"), ("Mleko", "sr-Latn"), ("", "sr-Latn")]
)
def test_the_script_of_a_new_text_is_seen(title: str, script: str) -> None:
    assert script_of({"title": title}) == script


def test_a_photo_is_known_by_its_boxes() -> None:
    assert [box.name for box in boxes_of(PHOTO)][:3] == ["alt", "caption", "credit"]
