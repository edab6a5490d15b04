"""What staff may write at the head of a post, and in the vocabulary: every field, once.

The models are the one source for the check of content; each field says by its description what
it is for and by its example what to type.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from newsdesk.dates import Moment, WrongDate, read_moment
from newsdesk.language import Language
from newsdesk.problems import Message, say

ZONE = ZoneInfo("Europe/Belgrade")

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS = r"^/[^\s?#]*$"
WEB_ADDRESS = r"^https?://[^\s]+$"
EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"


class WrongValueError(ValueError):
    """A value that breaks a rule of the newsroom, with what to type instead.

    :param message: may leave `{field}` open: who explains the value to a person fills it.
    """

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        """Keep what the person will read."""
        super().__init__(message.template)
        self.message = message
        self.hint = hint


def _one_line(text: str) -> str:
    if "\n" in text:
        raise WrongValueError(
            say("“{field}” must be one line"), say("write it on one line, without a line break")
        )
    return text


def _without_full_stop(title: str) -> str:
    if title.endswith(".") and not title.endswith("..."):
        raise WrongValueError(
            say("the title “{title}” ends with a full stop", title=title),
            say("type {title}", title=title.rstrip(".")),
        )
    return title


def _once_each(names: tuple[str, ...]) -> tuple[str, ...]:
    for index, name in enumerate(names):
        if name in names[:index]:
            raise WrongValueError(
                say("“{name}” stands in “{field}” twice", name=name), say("keep one of the two")
            )
    return names


def _moment(value: object, info: ValidationInfo) -> Moment:
    if isinstance(value, Moment):
        return value
    if isinstance(value, list | dict):
        raise WrongValueError(say("“{field}” must be one date"), say("type {name}: 2026-11-22"))
    zone = (info.context or {}).get("zone", ZONE)
    try:
        return read_moment(str(value), zone)
    except WrongDate as wrong:
        raise WrongValueError(wrong.message, wrong.hint) from wrong


def _moment_or_unknown(value: object, info: ValidationInfo) -> Moment | None:
    return None if value == "unknown" else _moment(value, info)


Line = Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
Title = Annotated[Line, AfterValidator(_without_full_stop)]
Slug = Annotated[str, Field(pattern=SLUG, max_length=100)]
Slugs = Annotated[tuple[Slug, ...], AfterValidator(_once_each)]
When = Annotated[Moment, BeforeValidator(_moment)]
Address = Annotated[str, Field(pattern=ADDRESS)]
Addresses = Annotated[tuple[Address, ...], AfterValidator(_once_each)]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]
# What readers see is said in every language.
Lines = dict[Language, Line]
Colour = Literal[
    "blue", "green", "lime", "yellow", "orange", "red", "plum", "purple", "cyan", "grey"
]


class Record(BaseModel):
    """Something that staff write down, checked field by field."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
        arbitrary_types_allowed=True,
    )


class OriginalRecord(Record):
    """Where an item of the archive was published before."""

    publisher: Line = Field(description="who published it first", examples=["UNICEF in Serbia"])
    title: Line | None = Field(None, description="its title there", examples=["Our mission"])
    url: WebAddress | None = Field(
        None, description="its address there", examples=["https://www.unicef.org/serbia/x.html"]
    )
    date: Annotated[Moment | None, BeforeValidator(_moment_or_unknown)] = Field(
        description="the day of the first publication, or unknown",
        examples=["2018-05-15", "unknown"],
    )


class KeyFigureRecord(Record):
    """A number that tells the story."""

    value: Line = Field(description="the number with its unit", examples=["23 %"])
    text: Line = Field(
        description="a sentence that says what it counts, and since when",
        examples=["of children who left institutions since 2009 went back to their families"],
    )


class MilestoneRecord(Record):
    """A year in a history."""

    year: int = Field(ge=1000, le=2100, description="the year", examples=[1947])
    until: int | None = Field(
        None, ge=1000, le=2100, description="the last year, for a span", examples=[1950]
    )
    title: Line = Field(description="what happened, in a few words", examples=["First aid"])
    text: Line = Field(description="one or two sentences", examples=["Milk and clothes arrive."])

    @field_validator("until")
    @classmethod
    def _not_before_it_begins(cls, until: int | None, info: ValidationInfo) -> int | None:
        year = info.data.get("year")
        if until is not None and year is not None and until < year:
            raise WrongValueError(
                say("{until} is before {year}", until=until, year=year),
                say("type the first year as year, the last one as until"),
            )
        return until


class Post(Record):
    """What every item of the site has, whatever its type."""

    kind: ClassVar[str]
    folder: ClassVar[str]

    id: Slug = Field(
        description="short, never changes, shared by all languages of the item",
        examples=["k7m2qx"],
    )
    type: str
    lang: Language = Field(
        description="the language, and for Serbian the script, that it is written in",
        examples=["en"],
    )
    title: Title = Field(
        description="plain text, no full stop at its end",
        examples=["Strengthening families – windows of opportunity"],
    )
    summary: Line = Field(
        description="what it is about in one or two sentences, 80 to 300 characters",
        examples=["A conference in Belgrade asked what keeps families together."],
    )
    slug: Slug | None = Field(
        None,
        description="the last part of its address; made from the title when left out",
        examples=["strengthening-families"],
    )
    related: Slugs = Field((), description="ids of items to read next", examples=[["k7m2qx"]])
    aliases: Addresses = Field(
        (), description="old addresses that must lead here", examples=[["/serbia/overview.html"]]
    )
    protect: tuple[Line, ...] = Field(
        (),
        description="words and names that are not put into the other script of Serbian",
        examples=[["Windows", "New Deal"]],
    )
    contacts: Slugs = Field((), description="whom the media can ask", examples=[["press-office"]])

    @field_validator("summary")
    @classmethod
    def _more_than_the_title(cls, summary: str, info: ValidationInfo) -> str:
        if summary.rstrip(".").casefold() == str(info.data.get("title")).casefold():
            raise WrongValueError(
                say("the summary is the title again"),
                say("say in one or two sentences what it is about"),
            )
        return summary


class DatedPost(Post):
    """A post of the newsroom: it has a day and stands in categories."""

    date: When = Field(description="the day this site published it", examples=["2026-11-22"])
    original: OriginalRecord | None = Field(
        None, description="where an item of the archive was published before"
    )
    categories: Slugs = Field(
        min_length=1,
        description="from content/vocabulary/categories.yaml; the first is the main one",
        examples=[["social-protection", "media"]],
    )
    organisers: Slugs = Field((), description="who organised it", examples=[["mods"]])
    partners: Slugs = Field((), description="who supported it", examples=[["unicef-serbia"]])
    speakers: Slugs = Field(
        (), description="who spoke, from content/vocabulary/people.yaml", examples=[["jane-doe"]]
    )
    key_figures: tuple[KeyFigureRecord, ...] = Field((), description="numbers that tell the story")


class News(DatedPost):
    """A report of something that happened."""

    kind = "news"
    folder = "articles"
    type: Literal["news"] = Field(description="what it is", examples=["news"])


class Page(Post):
    """A page that stands by itself, such as the mission or a service page."""

    kind = "about"
    folder = "pages"
    type: Literal["page"] = Field(description="what it is", examples=["page"])
    timeline: tuple[MilestoneRecord, ...] = Field((), description="the years of a history")


POST_TYPES: dict[str, type[Post]] = {"news": News, "page": Page}


class CategoryRecord(Record):
    """A subject of the newsroom."""

    name: Lines = Field(description="its name in every language", examples=[{"en": "Media"}])
    description: Lines = Field(
        description="one sentence: what belongs here",
        examples=[{"en": "Everything about reporting on children."}],
    )
    colour: Colour = Field(description="its colour in the palette", examples=["blue"])


class OrganisationRecord(Record):
    """A body that organises, supports or publishes."""

    name: Lines = Field(description="its name in every language", examples=[{"en": "Media"}])
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


RECORD_TYPES: dict[str, type[Record]] = {
    "boilerplate": BoilerplateRecord,
    "categories": CategoryRecord,
    "contacts": ContactRecord,
    "organisations": OrganisationRecord,
    "people": PersonRecord,
}
