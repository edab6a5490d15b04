"""The form has a box for every field of the schema, and says what it is for in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from small_site import HOUSE, SmallSite, photo, post

from newsdesk.cli.edit import FORM_WORDS, tongue
from newsdesk.editor.boxes import PHOTO, SOURCES, Box, all_boxes, boxes_of
from newsdesk.editor.choices import choices_in
from newsdesk.editor.form import Printer, all_words
from newsdesk.json_schema import KINDS
from newsdesk.language import Language
from newsdesk.photos.record import PhotoRecord
from newsdesk.reference import fields_of
from newsdesk.schema.fields import Record
from newsdesk.schema.posts import POST_TYPES
from newsdesk.schema.records import RECORD_TYPES

MODELS: Mapping[str, type[Record]] = {**POST_TYPES, **RECORD_TYPES, PHOTO: PhotoRecord}
Config = dict[str, Any]
EXAMPLE = "Strengthening families – windows of opportunity"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    files = {
        "content/en/articles/milk.md": post("Milk"),
        **photo("glass"),
        "content/vocabulary/topics.yaml": "schools:\n  name: {en: Schools, sr-Latn: Škole}\n",
    }
    site = SmallSite.in_folder(tmp_path_factory.mktemp("site"), files)
    choices = choices_in(site.folder / "content", HOUSE, "sr-Latn")
    return Printer(HOUSE, choices, tongue("sr-Latn").name).config("sr-Latn")


def fields_in(config: Config, name: str) -> dict[str, Config]:
    collection = next(each for each in config["collections"] if each["name"] == name)
    return {field["name"]: field for field in collection["fields"]}


def names_in(model: type[Record], before: str = "") -> Iterator[str]:
    """Give all fields of the schema, with those in groups, as `dateline.place`."""
    for field in fields_of(model):
        yield before + field.name
        if field.group:
            yield from names_in(field.group, f"{before}{field.name}.")


def boxes_in(fields: list[Config], before: str = "") -> Iterator[str]:
    for field in fields:
        yield before + field["name"]
        variants = [variant["fields"] for variant in field.get("types", [])]
        inner: list[Config] = field.get("fields") or next(iter(variants[1:]), [])
        if field["widget"] in {"object", "list"}:
            yield from boxes_in(inner, f"{before}{field['name']}.")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_schema_has_its_box(config: Config, kind: str) -> None:
    fields = [*fields_in(config, kind).values()]
    assert set(names_in(MODELS[kind])) <= set(boxes_in(fields))


@pytest.mark.parametrize("kind", KINDS)
def test_what_must_be_there_is_marked(config: Config, kind: str) -> None:
    fields = fields_in(config, kind)
    for field in fields_of(MODELS[kind]):
        assert fields[field.name]["required"] is field.is_required


@pytest.mark.parametrize("kind", KINDS)
def test_what_names_something_is_chosen_from_what_there_is(kind: str) -> None:
    chosen = [box for box in all_boxes(kind) if "content/vocabulary" in box.description]
    assert [box.name for box in chosen if not box.source] == []


@pytest.mark.parametrize(
    ("kind", "name", "options"),
    [
        ("news", "categories", ["Mediji", "Zdravlje", "Vanredne situacije"]),
        ("news", "lead_photo", ["Ništa", "glass"]),
        ("news", "topics", ["Škole"]),
        ("news", "related", ["Milk"]),
        ("news", "status", ["Nacrt", "Objavljeno", "Povučeno"]),
        ("news", "lang", ["English", "Srpski", "Српски"]),
        ("event", "speakers", ["Jelena Đurić"]),
        ("news", "programme", ["–"]),
        ("contacts", "placeholder", ["da", "ne"]),
    ],
)
def test_choices_are_named_in_the_language_of_the_person(
    config: Config, kind: str, name: str, options: list[str]
) -> None:
    field = fields_in(config, kind)[name]
    assert (field["widget"], [each["label"] for each in field["options"]]) == ("select", options)


def test_a_box_says_what_it_is_for(config: Config) -> None:
    field = fields_in(config, "news")["title"]
    assert (field["label"], field["hint"], field["i18n"]) == (
        "Naslov",
        f"običan tekst, bez tačke na kraju; na primer: {EXAMPLE}",
        True,
    )


def test_the_languages_stand_side_by_side(config: Config) -> None:
    assert config["i18n"] == {
        "structure": "multiple_folders",
        "locales": ["sr", "en"],
        "default_locale": "sr",
    }


@pytest.mark.parametrize(("lang", "folder"), [("en", "en"), ("sr-Latn", "sr"), ("sr-Cyrl", "sr")])
def test_the_form_begins_in_the_language_of_the_person(lang: Language, folder: str) -> None:
    choices = dict.fromkeys({*SOURCES.values()}, ())
    config = Printer(HOUSE, choices, tongue(lang).name).config(lang)
    assert config["i18n"]["default_locale"] == folder


def test_the_form_talks_to_this_server_alone(config: Config) -> None:
    assert config["backend"] == {
        "name": "proxy",
        "proxy_url": "/admin/api?lang=sr-Latn",
        "branch": "main",
    }


def test_every_word_of_the_form_is_there_in_serbian() -> None:
    with (FORM_WORDS / "sr-Latn.po").open("rb") as file:
        catalogue = read_po(file)
    said = {str(message.id): message.string for message in catalogue if message.id}
    assert said.keys() == all_words()
    assert [english for english, serbian in said.items() if not serbian] == []


def test_in_cyrillic_the_form_is_in_cyrillic() -> None:
    words = tongue("sr-Cyrl").name
    assert (words("Lead photo"), words("Unicef")) == ("Главна фотографија", "UNICEF")


def test_a_kind_of_box_follows_from_the_schema() -> None:
    kinds = {box.name: box.kind for box in (*boxes_of("event"), *boxes_of("people"))}
    assert [kinds[name] for name in ("starts", "venue", "summary", "partners", "name")] == [
        *("when", "line", "long", "some_of", "texts"),
    ]


def test_children_are_nobody_or_somebody() -> None:
    box: Box = next(box for box in boxes_of("news") if box.name == "people_under_18")
    assert (box.kind, box.word, box.inner[0].name) == ("groups", "none", "consent")


def test_a_vocabulary_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, {"content/vocabulary/people.yaml": "jelena: [\n"})
    assert choices_in(site.folder / "content", HOUSE, "en")["people"] == ()
