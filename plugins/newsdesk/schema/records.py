"""What staff write into the vocabulary: the names that posts draw on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsdesk.language import Language
from newsdesk.schema.fields import EMAIL, Line, Lines, Record, Slug, WebAddress, When

Colour = Literal[
    "blue", "green", "lime", "yellow", "orange", "red", "plum", "purple", "cyan", "grey"
]


class EndingRecord(Record):
    """Since when a category is no more; its page and its feed go on answering, and say so."""

    at: When = Field(description="the day on which it ended", examples=["2027-01-15"])
    replaced_by: Slug | None = Field(
        None,
        description="the category that takes its place, from content/vocabulary/categories.yaml",
        examples=["social-protection"],
    )


class CategoryRecord(Record):
    """A subject of the newsroom."""

    name: Lines = Field(description="its name in every language", examples=[{"en": "Media"}])
    description: Lines = Field(
        description="one sentence: what belongs here",
        examples=[{"en": "Everything about reporting on children."}],
    )
    colour: Colour = Field(description="its colour in the palette", examples=["blue"])
    ended: EndingRecord | None = Field(
        None, description="for a category that is no more; no post stands in it, and none is lost"
    )


class OrganisationRecord(Record):
    """A body that organises, supports or publishes."""

    name: Lines = Field(
        description="its name in every language", examples=[{"en": "Ministry of Education"}]
    )
    short: Line | None = Field(None, description="its abbreviation", examples=["MODS"])
    url: WebAddress | None = Field(
        None, description="its site", examples=["https://www.unicef.org/serbia/"]
    )


class PersonRecord(Record):
    """Somebody who speaks or writes."""

    name: Lines = Field(
        description="the name as each language spells it", examples=[{"en": "Jane Doe"}]
    )
    role: Lines = Field(description="what the person does there", examples=[{"en": "Director"}])
    organisation: Slug = Field(
        description="from content/vocabulary/organisations.yaml", examples=["unicef-serbia"]
    )
    speaks_on: Lines | None = Field(
        None,
        description="for a spokesperson, whom the media can interview: about what",
        examples=[{"en": "Inclusive education, schools"}],
    )
    languages: tuple[Language, ...] = Field(
        (),
        description="in which a spokesperson gives interviews",
        examples=[["sr-Latn", "en"]],
    )
    placeholder: bool = Field(
        default=False, description="true while the particulars are an example", examples=[True]
    )


class ContactRecord(Record):
    """Whom the media can ask."""

    name: Lines = Field(description="the name or the office", examples=[{"en": "Press office"}])
    role: Lines = Field(
        description="what the contact can help with",
        examples=[{"en": "Questions from journalists"}],
    )
    email: Line = Field(
        pattern=EMAIL,
        description="the e-mail address",
        examples=["press@example.org"],
    )
    telephone: Line = Field(description="with the country's code", examples=["+381 11 000 0000"])
    hours: Lines = Field(
        description="when somebody answers", examples=[{"en": "Monday to Friday, 9 to 17"}]
    )
    placeholder: bool = Field(
        default=False, description="true while the particulars are an example", examples=[True]
    )


class BoilerplateRecord(Record):
    """A standing text, such as “About UNICEF in Serbia”."""

    title: Lines = Field(description="its heading", examples=[{"en": "About UNICEF in Serbia"}])
    text: Lines = Field(
        description="the text, one paragraph",
        examples=[{"en": "UNICEF works for the rights of every child."}],
    )


class TopicRecord(Record):
    """A narrower subject than a category."""

    name: Lines = Field(description="its name in every language", examples=[{"en": "Foster care"}])


class LocationRecord(Record):
    """A place that posts are about."""

    name: Lines = Field(description="its name in every language", examples=[{"en": "Belgrade"}])


RECORD_TYPES: dict[str, type[Record]] = {
    "boilerplate": BoilerplateRecord,
    "categories": CategoryRecord,
    "contacts": ContactRecord,
    "organisations": OrganisationRecord,
    "locations": LocationRecord,
    "people": PersonRecord,
    "topics": TopicRecord,
}
