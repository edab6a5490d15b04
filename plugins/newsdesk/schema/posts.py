"""What staff may write at the head of a post: every type with its fields, once.

The models are the one source for the check of content, the reference of fields, the JSON Schema
for editors and the files that `newsdesk new` makes. Each field says by its description what it is
for, and by its example what to type.
"""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from newsdesk.language import Language
from newsdesk.photos.children import PeopleUnder18
from newsdesk.problems import say
from newsdesk.schema.fields import (
    Addresses,
    Line,
    Names,
    PhotoOrNone,
    Record,
    Slug,
    Slugs,
    Text,
    Title,
    When,
    WrongValueError,
)
from newsdesk.schema.parts import (
    ChangeRecord,
    DatelineRecord,
    DownloadRecord,
    KeyFigureRecord,
    MilestoneRecord,
    OriginalRecord,
    WithdrawalRecord,
)


class Post(Record):
    """What every item of the site has, whatever its type.

    `kind` is the part of the address that all posts of a type share, `folder` where they are kept.
    """

    kind: ClassVar[str]
    folder: ClassVar[str]

    id: Slug = Field(
        description="letters and digits that never change, the same in all languages of the post",
        examples=["k7m2qx"],
    )
    type: str = Field(description="what kind of post it is", examples=["news"])
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
        examples=[
            "A conference in Belgrade asked how services can help families to stay together."
        ],
    )
    slug: Slug | None = Field(
        None,
        description="the last part of its address; made from the title when left out",
        examples=["strengthening-families"],
    )
    status: Literal["draft", "published", "withdrawn"] = Field(
        "published",
        description="a draft is not shown to the public; a withdrawn post shows a notice",
        examples=["draft"],
    )
    publish_at: When | None = Field(
        None,
        description="nothing of the post is public before this time",
        examples=["2026-11-24 10:00"],
    )
    changes: tuple[ChangeRecord, ...] = Field((), description="corrections since it was published")
    withdrawn: WithdrawalRecord | None = Field(
        None, description="why it no longer stands, with status: withdrawn"
    )
    review_by: When | None = Field(
        None,
        description="the day from which the check asks whether it is still true",
        examples=["2027-11-01"],
    )
    related: Slugs = Field((), description="ids of posts to read next", examples=[["k7m2qx"]])
    aliases: Addresses = Field(
        (), description="old addresses that must lead here", examples=[["/serbia/overview.html"]]
    )
    protect: Names = Field(
        (),
        description="words and names that are not put into the other script of Serbian",
        examples=[["Windows", "New Deal"]],
    )
    contacts: Slugs = Field(
        (),
        description="whom the media can ask, from content/vocabulary/contacts.yaml",
        examples=[["press-office"]],
    )

    @field_validator("summary")
    @classmethod
    def _more_than_the_title(cls, summary: str, info: ValidationInfo) -> str:
        if summary.rstrip(".").casefold() == str(info.data.get("title")).casefold():
            raise WrongValueError(
                say("the summary is the title again"),
                say("say in one or two sentences what it is about"),
            )
        return summary

    @field_validator("changes")
    @classmethod
    def _in_order(cls, changes: tuple[ChangeRecord, ...]) -> tuple[ChangeRecord, ...]:
        moments = [change.at.at for change in changes]
        if moments != sorted(moments):
            raise WrongValueError(
                say("the changes are not in the order of their time"),
                say("put the oldest first, the newest last"),
            )
        return changes

    @field_validator("withdrawn")
    @classmethod
    def _only_when_withdrawn(
        cls, withdrawn: WithdrawalRecord | None, info: ValidationInfo
    ) -> WithdrawalRecord | None:
        status = info.data.get("status")
        if withdrawn is not None and status not in (None, "withdrawn"):
            raise WrongValueError(
                say("“{field}” stands in a post that is not withdrawn"),
                say("type status: withdrawn, or take “{field}” out"),
            )
        return withdrawn

    @model_validator(mode="after")
    def _withdrawn_with_a_reason(self) -> Self:
        if self.status == "withdrawn" and self.withdrawn is None:
            raise WrongValueError(
                say("the post is withdrawn, but nothing says when and why"),
                say("add withdrawn: and below it at, reason and explanation"),
            )
        return self


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
    topics: Slugs = Field(
        (), description="from content/vocabulary/topics.yaml", examples=[["foster-care"]]
    )
    programme: Slug | None = Field(
        None, description="the id of the programme it belongs to", examples=["k7m2qx"]
    )
    location: Slug | None = Field(
        None, description="from content/vocabulary/locations.yaml", examples=["belgrade"]
    )
    key_figures: tuple[KeyFigureRecord, ...] = Field((), description="numbers that tell the story")
    photos: Slugs = Field(
        (), description="photos from content/photos, below the text", examples=[["school-bus"]]
    )


class Meeting(DatedPost):
    """A post in which people and organisations take part."""

    organisers: Slugs = Field(
        (),
        description="who organised it, from content/vocabulary/organisations.yaml",
        examples=[["mods"]],
    )
    partners: Slugs = Field(
        (),
        description="who supported it, from content/vocabulary/organisations.yaml",
        examples=[["unicef-serbia"]],
    )
    speakers: Slugs = Field(
        (), description="who spoke, from content/vocabulary/people.yaml", examples=[["jane-doe"]]
    )


class PressRelease(Meeting):
    """What the programme gives out to the media."""

    kind = "press-releases"
    folder = "articles"
    type: Literal["press_release"] = Field(
        description="what kind of post it is", examples=["press_release"]
    )
    dateline: DatelineRecord = Field(description="where and when it was given out")
    contacts: Slugs = Field(
        min_length=1,
        description="whom the media can ask, from content/vocabulary/contacts.yaml",
        examples=[["press-office"]],
    )
    boilerplate: Slugs = Field(
        min_length=1,
        description="standing texts below it, from content/vocabulary/boilerplate.yaml",
        examples=[["about-unicef-serbia"]],
    )
    notes_to_editors: Text | None = Field(
        None, description="background for editors, in Markdown", examples=["The survey ran in May."]
    )
    lead_photo: PhotoOrNone = Field(
        description="the photo at its head, from content/photos, or none",
        examples=["none", "school-bus"],
    )
    people_under_18: PeopleUnder18 = Field(
        description="none, or a record for each child who can be recognised", examples=["none"]
    )

    @field_validator("dateline")
    @classmethod
    def _near_the_date(cls, dateline: DatelineRecord, info: ValidationInfo) -> DatelineRecord:
        date = info.data.get("date")
        if date is None or dateline.note:
            return dateline
        apart = abs((dateline.date.at.date() - date.at.date()).days)
        if apart > 1:
            raise WrongValueError(
                say("the dateline is {days} days away from the date", days=apart),
                say("mend one of them, or add below dateline a note: that says why"),
            )
        return dateline


class Statement(DatedPost):
    """What the programme says in the name of somebody who answers for it."""

    kind = "statements"
    folder = "articles"
    type: Literal["statement"] = Field(
        description="what kind of post it is", examples=["statement"]
    )
    speakers: Slugs = Field(
        min_length=1,
        description="who makes it, from content/vocabulary/people.yaml",
        examples=[["jane-doe"]],
    )
    contacts: Slugs = Field(
        min_length=1,
        description="whom the media can ask, from content/vocabulary/contacts.yaml",
        examples=[["press-office"]],
    )
    boilerplate: Slugs = Field(
        min_length=1,
        description="standing texts below it, from content/vocabulary/boilerplate.yaml",
        examples=[["about-unicef-serbia"]],
    )
    notes_to_editors: Text | None = Field(
        None, description="background for editors, in Markdown", examples=["The survey ran in May."]
    )


class News(Meeting):
    """A report of something that happened."""

    kind = "news"
    folder = "articles"
    type: Literal["news"] = Field(description="what kind of post it is", examples=["news"])
    lead_photo: PhotoOrNone = Field(
        None,
        description="the photo at its head, from content/photos, or none",
        examples=["school-bus", "none"],
    )
    people_under_18: PeopleUnder18 = Field(
        description="none, or a record for each child who can be recognised", examples=["none"]
    )


class Story(DatedPost):
    """A story about people."""

    kind = "stories"
    folder = "articles"
    type: Literal["story"] = Field(description="what kind of post it is", examples=["story"])
    authors: Slugs = Field(
        (), description="who wrote it, from content/vocabulary/people.yaml", examples=[["jane-doe"]]
    )
    lead_photo: PhotoOrNone = Field(
        description="the photo at its head, from content/photos, or none",
        examples=["none", "school-bus"],
    )
    people_under_18: PeopleUnder18 = Field(
        description="none, or a record for each child who can be recognised", examples=["none"]
    )


class Event(Meeting):
    """Something that people can go to."""

    kind = "events"
    folder = "articles"
    type: Literal["event"] = Field(description="what kind of post it is", examples=["event"])
    starts: When = Field(description="when it begins", examples=["2026-12-01 10:00"])
    ends: When | None = Field(None, description="when it ends", examples=["2026-12-01 16:00"])
    venue: Line = Field(description="where it takes place", examples=["Palace of Serbia, Belgrade"])

    @field_validator("ends")
    @classmethod
    def _after_it_starts(cls, ends: When | None, info: ValidationInfo) -> When | None:
        starts = info.data.get("starts")
        if ends is None or starts is None:
            return ends
        # A day without a time lasts until its evening.
        have_times = ends.has_time and starts.has_time
        if ends.at < starts.at if have_times else ends.at.date() < starts.at.date():
            raise WrongValueError(
                say("the event ends before it starts"),
                say("type the later time at ends"),
            )
        return ends


class Publication(DatedPost):
    """A report, a study or another document to take away."""

    kind = "publications"
    folder = "articles"
    type: Literal["publication"] = Field(
        description="what kind of post it is", examples=["publication"]
    )
    authors: Slugs = Field(
        (), description="who wrote it, from content/vocabulary/people.yaml", examples=[["jane-doe"]]
    )
    downloads: tuple[DownloadRecord, ...] = Field(
        min_length=1, description="the files of the publication"
    )


class Programme(Post):
    """A part of the country programme, with its own posts below."""

    kind = "programmes"
    folder = "pages"
    type: Literal["programme"] = Field(
        description="what kind of post it is", examples=["programme"]
    )


class Page(Post):
    """A page that stands by itself, such as the mission or a service page."""

    kind = "about"
    folder = "pages"
    type: Literal["page"] = Field(description="what kind of post it is", examples=["page"])
    timeline: tuple[MilestoneRecord, ...] = Field((), description="the years of a history")


POST_TYPES: dict[str, type[Post]] = {
    "press_release": PressRelease,
    "statement": Statement,
    "news": News,
    "story": Story,
    "event": Event,
    "publication": Publication,
    "programme": Programme,
    "page": Page,
}
