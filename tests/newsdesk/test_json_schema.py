"""The JSON Schema for editors: it takes and refuses what the check takes and refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from newsdesk.cli import main
from newsdesk.header import Source, read_post, read_record
from newsdesk.json_schema import KINDS, schema_of, schema_of_posts
from newsdesk.language import Language
from newsdesk.photos.record import PhotoRecord
from newsdesk.schema.posts import POST_TYPES
from newsdesk.schema.records import RECORD_TYPES

CONTENT = Path(__file__).parents[2] / "content"
POSTS = sorted(CONTENT.glob("[es][nr]/*/*.md"))
FILES = [
    file for file in sorted((CONTENT / "vocabulary").glob("*.yaml")) if file.stem in RECORD_TYPES
]
POST = {
    "id": "milk01",
    "lang": "en",
    "title": "Milk for every school",
    "summary": "Every pupil gets a glass of milk a day.",
}
NEWS = POST | {
    "type": "news",
    "date": "2026-11-22",
    "categories": ["media"],
    "people_under_18": "none",
}
CHILD = {
    "consent": "C-2026-0123",
    "consent_until": "2029-11-22",
    "circumstances": "none",
    "name_shown": "changed",
    "face_shown": False,
}
PHOTO = {
    "alt": {"en": "A girl pours milk into a glass."},
    "caption": {"en": "School milk in Belgrade."},
    "credit": "© UNICEF Serbia/2024/Surname",
    "rights": "unicef",
    "date": "unknown",
    "people_under_18": [CHILD],
}
ANY_POST = Draft202012Validator(schema_of_posts())


def mistakes(value: object, kind: str = "") -> list[str]:
    """Give the places in which a schema finds mistakes, each once."""
    validator = Draft202012Validator(schema_of(kind)) if kind else ANY_POST
    return sorted({error.json_path for error in validator.iter_errors(value)})


def is_taken_by_the_check(header: Any) -> bool:  # noqa: ANN401 - whatever stands in a file
    try:
        POST_TYPES[header["type"]].model_validate(header)
    except ValidationError:
        return False
    return True


def read(path: Path) -> Source:
    reads = read_post if path.suffix == ".md" else read_record
    return reads(path.name, path.read_bytes())


# Valid in itself


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_a_schema_is_valid_json_schema(kind: str) -> None:
    schema = schema_of(kind) if kind else schema_of_posts()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_schema_can_be_had_of_every_type_every_file_and_photos() -> None:
    assert list(KINDS) == [*POST_TYPES, *RECORD_TYPES, "photo"]


def test_a_schema_describes_nothing_that_it_does_not_use() -> None:
    assert list(schema_of("programme")["$defs"]) == ["ChangeRecord", "WithdrawalRecord"]
    assert list(schema_of("topics")["$defs"]) == ["TopicRecord"]


# What is really there


@pytest.mark.parametrize("path", POSTS, ids=lambda path: "/".join(path.parts[-3:]))
def test_real_posts_are_judged_as_by_the_check(path: Path) -> None:
    header = read(path).header
    assert (mistakes(header) == []) == is_taken_by_the_check(header)
    assert mistakes(header) == mistakes(header, str(header["type"]))


def test_real_pages_are_taken() -> None:
    pages = [path for path in POSTS if path.parent.name == "pages"]
    assert len(pages) >= 12
    assert [mistakes(read(path).header) for path in pages] == [[]] * len(pages)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_files_of_the_vocabulary_are_taken(path: Path) -> None:
    assert mistakes(read(path).header, path.stem) == []


# What editors underline


@pytest.mark.parametrize(
    "header",
    [
        NEWS,
        NEWS | {"date": "2026-11-22 14:30", "publish_at": "2026-11-22T14:30:00+01:00"},
        NEWS | {"lead_photo": "none", "photos": ["school-bus"]},
        NEWS | {"people_under_18": [CHILD, CHILD | {"circumstances": ["other_risk"]}]},
        NEWS | {"original": {"publisher": "UNICEF", "date": "unknown"}},
        NEWS | {"key_figures": [{"value": 40, "text": "schools get milk"}]},
        NEWS | {"title": "And then…", "id": 234567},
        NEWS | {"title": "And then..."},
        POST | {"type": "page", "timeline": [{"year": 1947, "title": "Milk", "text": "It came."}]},
        POST | {"type": "programme"},
    ],
)
def test_what_the_check_takes_is_not_underlined(header: dict[str, object]) -> None:
    assert is_taken_by_the_check(header)
    assert mistakes(header) == []


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ({"titel": "Milk"}, ["$"]),
        ({"type": "article"}, ["$.type"]),
        ({"lang": "sr"}, ["$.lang"]),
        ({"title": "Milk."}, ["$.title"]),
        ({"title": "Milk\nfor all"}, ["$.title"]),
        ({"summary": ""}, ["$.summary"]),
        ({"id": "Milk 1"}, ["$.id"]),
        ({"date": "22. 11. 2026."}, ["$.date"]),
        ({"date": None}, ["$.date"]),
        ({"categories": []}, ["$.categories"]),
        ({"categories": ["media", "media"]}, ["$.categories"]),
        ({"categories": "media"}, ["$.categories"]),
        ({"aliases": ["serbia/milk.html"]}, ["$.aliases[0]"]),
        ({"people_under_18": "nobody"}, ["$.people_under_18"]),
        ({"people_under_18": []}, ["$.people_under_18"]),
        ({"people_under_18": [CHILD | {"consent": "Jane"}]}, ["$.people_under_18"]),
        ({"lead_photo": None}, ["$.lead_photo"]),
        ({"lead_photo": "School Bus.jpg"}, ["$.lead_photo"]),
        ({"status": "public"}, ["$.status"]),
        ({"original": {"publisher": "UNICEF", "date": "long ago"}}, ["$.original.date"]),
        ({"original": {"publisher": "UNICEF"}}, ["$.original"]),
        ({"venue": "Belgrade"}, ["$"]),
    ],
)
def test_what_the_check_refuses_is_underlined_where_it_stands(
    changes: dict[str, object], places: list[str]
) -> None:
    header = NEWS | changes
    assert header["type"] not in POST_TYPES or not is_taken_by_the_check(header)
    assert mistakes(header) == places


def test_a_post_without_a_type_is_underlined() -> None:
    assert mistakes(POST) == ["$"]


def test_a_photo_is_judged_as_by_the_check() -> None:
    assert PhotoRecord.model_validate(PHOTO)
    assert mistakes(PHOTO, "photo") == []
    wrong = PHOTO | {"alt": {"en": "a" * 251}, "date": "May", "rights": "all", "people": "none"}
    assert mistakes(wrong, "photo") == ["$", "$.alt.en", "$.date", "$.rights"]


def test_a_key_of_the_vocabulary_is_a_slug() -> None:
    topic = {"name": {"en": "Foster care"}}
    assert mistakes({"foster-care": topic}, "topics") == []
    assert mistakes({"Foster care": topic}, "topics") == ["$"]
    assert mistakes({"foster-care": {"name": {"de": "Pflege"}}}, "topics") == [
        "$['foster-care'].name"
    ]


# What editors say


def test_an_editor_can_explain_a_field_and_show_an_example() -> None:
    properties = schema_of("news")["properties"]
    assert properties["lang"] == {
        "description": "the language, and for Serbian the script, that it is written in",
        "enum": list(get_args(Language)),
        "examples": ["en"],
        "type": "string",
    }
    assert properties["status"]["default"] == "published"
    assert properties["lead_photo"]["anyOf"][0] == {"const": "none"}
    assert properties["original"] == {
        "$ref": "#/$defs/OriginalRecord",
        "description": "where an item of the archive was published before",
    }


def test_of_all_posts_the_type_is_asked_first() -> None:
    schema = schema_of_posts()
    assert schema["properties"]["type"]["enum"] == [*POST_TYPES]
    assert schema["allOf"][0] == {
        "if": {"properties": {"type": {"const": "press_release"}}, "required": ["type"]},
        "then": {"$ref": "#/$defs/PressRelease"},
    }


# newsdesk schema


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_the_command_prints_a_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", *filter(None, [kind])]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == (schema_of(kind) if kind else schema_of_posts())
    assert out.startswith('{\n  "$schema": ')
    assert out.endswith("\n}\n")
    assert err == ""


@pytest.mark.parametrize(
    ("kind", "hint"),
    [("catgories", "type categories"), ("xyz", f"there are: {', '.join(KINDS)}")],
)
def test_a_schema_that_does_not_exist_is_answered_with_those_that_do(
    kind: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", kind]) == 2
    assert capsys.readouterr() == ("", f"newsdesk: there is no schema of “{kind}”; {hint}\n")
