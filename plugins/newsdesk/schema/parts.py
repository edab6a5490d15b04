"""The groups of fields that stand inside a header, such as a dateline or a correction."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from newsdesk.language import Language
from newsdesk.problems import say
from newsdesk.schema.fields import (
    FileName,
    Line,
    MomentOrUnknown,
    Record,
    Slug,
    WebAddress,
    When,
    WrongValueError,
)


class OriginalRecord(Record):
    """Where an item of the archive was published before."""

    publisher: Line = Field(description="who published it first", examples=["UNICEF in Serbia"])
    title: Line | None = Field(None, description="its title there", examples=["Our mission"])
    url: WebAddress | None = Field(
        None, description="its address there", examples=["https://www.unicef.org/serbia/x.html"]
    )
    date: MomentOrUnknown = Field(
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


class DatelineRecord(Record):
    """Where and when a press release was given out."""

    place: Line = Field(description="the place, as the release prints it", examples=["Belgrade"])
    date: When = Field(description="the day it was given out", examples=["2026-11-22"])
    note: Line | None = Field(
        None,
        description="why the day is not the one of publication, when they differ",
        examples=["given out at the conference on Friday, published on Monday"],
    )


class ChangeRecord(Record):
    """A correction after publication, which readers see below the text."""

    at: When = Field(description="when it was corrected", examples=["2026-11-23 14:30"])
    note: Line = Field(
        description="what was wrong and what is right now, for readers",
        examples=["The number of schools is 40, not 14."],
    )
    level: Literal["minor", "major"] = Field(
        description="major for what changes the meaning: feeds tell their readers of it again",
        examples=["minor"],
    )


class WithdrawalRecord(Record):
    """Why a post no longer stands; its address goes on answering with this notice."""

    at: When = Field(description="when it was withdrawn", examples=["2026-11-23"])
    reason: Literal["error", "consent", "law", "outdated", "other"] = Field(
        description="the reason in a word", examples=["error"]
    )
    explanation: Line = Field(
        description="the reason for readers, in one or two sentences",
        examples=["The figures in this release were wrong. We apologise."],
    )
    replaced_by: Slug | None = Field(
        None, description="the id of the post that takes its place", examples=["k7m2qx"]
    )


class DownloadRecord(Record):
    """A file to take away; its format and size are found out by the program."""

    file: FileName = Field(
        description="its name in content/files", examples=["annual-report-2025.pdf"]
    )
    language: Language = Field(description="the language of the file", examples=["en"])
    title: Line = Field(description="what it is", examples=["Annual report 2025"])
