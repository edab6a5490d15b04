"""The reference of fields: what is in the schema is in it, in the docs, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsdesk.cli import main
from newsdesk.json_schema import schema_of
from newsdesk.photos.record import PhotoRecord
from newsdesk.reference import DescribedField, all_names, fields_of, reference
from newsdesk.schema.fields import Record
from newsdesk.schema.parts import ChangeRecord, MilestoneRecord
from newsdesk.schema.posts import POST_TYPES, DatedPost, News, Page, Post, PressRelease
from newsdesk.schema.records import RECORD_TYPES, CategoryRecord, ContactRecord

DOCS = Path(__file__).parents[2] / "docs" / "fields.md"
SECTION = re.compile(r"^##+ (.+)\n((?:(?!^#).*\n)*)", re.MULTILINE)


def described(model: type[Record], name: str) -> DescribedField:
    return next(field for field in fields_of(model) if field.name == name)


def rows() -> dict[str, list[str]]:
    """Give the names of the fields in each section of the page."""
    return {
        title: re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
        for title, text in SECTION.findall(reference())
    }


def test_the_page_in_docs_is_the_one_that_the_models_make() -> None:
    assert DOCS.read_text("utf-8") == reference(), "type: newsdesk fields > docs/fields.md"


@pytest.mark.parametrize(("name", "model"), POST_TYPES.items())
def test_every_field_of_a_type_is_on_the_page_and_in_the_schema_for_editors(
    name: str, model: type[Post]
) -> None:
    sections = rows()
    general = [*sections["Every post"], *sections["Posts of the newsroom"]]
    base = general if issubclass(model, DatedPost) else sections["Every post"]
    fields = set(model.model_fields)
    assert {*base, *sections[name]} == fields
    assert set(schema_of(name)["properties"]) == fields


@pytest.mark.parametrize(("kind", "model"), RECORD_TYPES.items())
def test_every_field_of_a_record_is_on_the_page(kind: str, model: type[Record]) -> None:
    assert rows()[f"{kind}.yaml"] == [*model.model_fields]


def test_every_group_of_fields_has_a_section_of_its_own() -> None:
    sections = rows()
    models: list[type[Record]] = [*POST_TYPES.values(), PhotoRecord]
    groups = {
        field.name: field.group for model in models for field in fields_of(model) if field.group
    }
    assert len(groups) == 9
    for name, group in groups.items():
        assert sections[name] == [*group.model_fields]
    assert sections["Photographs"] == [*PhotoRecord.model_fields]


def test_every_field_says_what_it_is_for_and_shows_an_example_or_its_group() -> None:
    for line in reference().splitlines():
        if line.startswith("| `"):
            assert "" not in [cell.strip() for cell in line.split("|")[1:-1]], line


@pytest.mark.parametrize(
    "row",
    [
        (
            "| `title` | yes | plain text, no full stop at its end "
            "| `Strengthening families – windows of opportunity` |"
        ),
        (
            "| `status` | no; otherwise `published` | a draft is not shown to the public; "
            "a withdrawn post shows a notice; one of `draft`, `published`, `withdrawn` | `draft` |"
        ),
        "| `changes` | no | corrections since it was published | see [changes](#changes) |",
        (
            "| `people_under_18` | yes | none, or a record for each child who can be recognised "
            "| `none`, or see [people_under_18](#people_under_18) |"
        ),
        "| `related` | no | ids of posts to read next | `[k7m2qx]` |",
        "| `face_shown` | yes | true when the child can be recognised in a picture | `false` |",
        (
            "| `name_shown` | yes | how the child is named: real, first_only, changed (the text "
            "must say so) or none | `changed` |"
        ),
        (
            "| `alt` | yes | what the picture shows, in each language, for those who do not see it "
            "| `en: A girl pours milk into a glass at a school in Belgrade.` |"
        ),
    ],
)
def test_a_row_says_whether_it_must_be_there_what_for_and_what_to_type(row: str) -> None:
    assert row in reference().splitlines()


def test_each_type_says_where_it_is_and_what_must_be_there() -> None:
    assert (
        "## page\n\nA page that stands by itself, such as the mission or a service page. "
        "In the folder `pages/` of its language. "
        "Must be there: `id`, `type`, `lang`, `title`, `summary`.\n"
    ) in reference()


def test_a_field_is_described_as_the_schema_has_it() -> None:
    assert described(News, "slug") == DescribedField(
        name="slug",
        is_required=False,
        description="the last part of its address; made from the title when left out",
        example="strengthening-families",
        choices=(),
        group=None,
        is_list=False,
        otherwise="",
    )
    assert described(CategoryRecord, "name").choices == ()
    assert described(CategoryRecord, "name").example == "en: Media"
    assert described(ContactRecord, "placeholder").otherwise == "false"
    assert described(Page, "timeline").group is MilestoneRecord
    assert described(Page, "timeline").is_list
    assert not described(PressRelease, "dateline").is_list
    assert described(ChangeRecord, "level").choices == ("minor", "major")


def test_names_that_are_never_translated_are_those_of_fields_types_and_values() -> None:
    assert {"status", "withdrawn", "dateline", "place", "name_shown", "news", "people"} <= (
        all_names()
    )
    assert "problem" not in all_names()


def test_the_command_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields"]) == 0
    assert capsys.readouterr() == (reference(), "")
