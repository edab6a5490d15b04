"""The record of a photograph: what it shows, who took it, who may use it, and who is in it.

Beside `content/photos/school.jpg` stands `content/photos/school.yaml` with these fields.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator

from newsdesk.language import Language
from newsdesk.photos.children import PeopleUnder18
from newsdesk.photos.consent import EMBARGOED, Consent, Standing
from newsdesk.photos.consent import standing as standing_of_consents
from newsdesk.problems import say
from newsdesk.schema.fields import ForEditors, Line, Lines, Record, When, WrongValueError

# Characters of a description. A screen reader reads it in one breath; more belongs in the caption.
LONGEST_ALT = 250
FILE_NAME = re.compile(
    r".+\.(?:jpe?g|png|webp|avif|gif|hei[cf]|tiff?|bmp|svg|raw|cr[23]|nef|arw|dng)"
    r"|(?:IMG|DSC[FN]?|PXL|GOPR|MVI|WP|PICT|Screenshot)[-_ ]?\d[-_\d ]*(?:~\d)?"
    r"|(?:WhatsApp Image|image|photo|slika|fotografija)[-_ ]?\d[-_\d .atAMP]*",
    re.IGNORECASE,
)


def _describes(alt: str) -> str:
    """Take a description of a picture, not the name that a camera gave to the file."""
    if FILE_NAME.fullmatch(alt):
        raise WrongValueError(
            say("“{alt}” is a file name, not a description", alt=alt),
            say("say in one sentence what the picture shows to somebody who cannot see it"),
        )
    if len(alt) > LONGEST_ALT:
        raise WrongValueError(
            say("the description at “{field}” has {count} characters", count=len(alt)),
            say("{limit} at most; what explains the picture belongs in caption", limit=LONGEST_ALT),
        )
    return alt


_NUMBER = r"UNI?[0-9]{4,8}|[A-Z]{4}[0-9]{4}-[0-9]{2,5}"
_YEAR = r"[12][0-9]{3}"
_NAME = rf"(?!{_NUMBER})[^\W\d_][\w .'’-]*"
_OFFICE = r"[^\W\d_][\w -]*"
_UNICEF = rf"© UNICEF(?: {_OFFICE})?(?:/(?:{_NUMBER}|(?:{_OFFICE}/)?{_YEAR}))?/{_NAME}"
# UNICEF may use the picture, but does not own it.
_UNICEF_BY_LEAVE = rf"UNICEF/UNI[0-9]{{4,8}}/{_NAME}"
_PARTNER = rf"© (?!UNICEF\b)[^\W_][^/]*(?:/{_YEAR})?(?:/{_NAME})?"
CREDIT = re.compile(f"{_UNICEF}|{_UNICEF_BY_LEAVE}|{_PARTNER}")
OF_UNICEF = re.compile(r"(?:© )?UNICEF\b")
_SIGN = re.compile(r"^(?:photo(?:graph)?|foto|фото|credit|copyright|\(c\)|©|[: ])+", re.IGNORECASE)
_SLASH = re.compile(r" */ *")


def _credit(text: str) -> str:
    """Take a credit as UNICEF writes it; where only the sign or the spaces are off, say how."""
    if CREDIT.fullmatch(text):
        return text
    mended = "© " + _SLASH.sub("/", _SIGN.sub("", text))
    hint = say(
        "type it like one of these: © UNICEF/UN0123456/Surname, © UNICEF Serbia/2024/Surname, "
        "© UNICEF/Surname, © Partner/Surname"
    )
    if CREDIT.fullmatch(mended) and OF_UNICEF.match(mended):
        hint = say("type {credit}", credit=mended)
    message = say(
        "the credit “{credit}” does not say who holds the picture and who took it", credit=text
    )
    raise WrongValueError(message, hint)


def _unknown_day(value: object) -> object:
    return None if value == "unknown" else value


def _coarse(place: str) -> str:
    """Take a town; a number is a street or a coordinate, and leads to a child's door."""
    if any(character.isdigit() for character in place):
        raise WrongValueError(
            say("“{place}” is more exact than a town", place=place),
            say("type the town or the district alone, such as Belgrade"),
        )
    return place


Alt = Annotated[Line, AfterValidator(_describes), ForEditors(rules={"maxLength": LONGEST_ALT})]
PlaceName = Annotated[Line, AfterValidator(_coarse)]
Rights = Literal["unicef", "press", "partner", "embargoed"]


class PhotoRecord(Record):
    """A photograph of content/photos/."""

    alt: dict[Language, Alt] = Field(
        min_length=1,
        description="what the picture shows, in each language, for those who do not see it",
        examples=[{"en": "A girl pours milk into a glass at a school in Belgrade."}],
    )
    caption: Lines = Field(
        min_length=1,
        description="what stands under the picture, in each language: who, what, where, when",
        examples=[{"en": "School milk, one of the first programmes in Serbia."}],
    )
    credit: Annotated[Line, AfterValidator(_credit)] = Field(
        description="who holds the picture and who took it, in UNICEF's form",
        examples=["© UNICEF Serbia/2024/Surname"],
    )
    rights: Rights = Field(
        description="who may use it: unicef (this site; the media ask first), "
        "press (the media too, with the credit), "
        "partner (this site alone, by leave of the holder), "
        "embargoed (nobody yet; it is left out of the site)",
        examples=["unicef"],
    )
    date: Annotated[When | None, BeforeValidator(_unknown_day), ForEditors("unknown")] = Field(
        description="the day it was taken, or unknown", examples=["2024-05-15", "unknown"]
    )
    place: dict[Language, PlaceName] | None = Field(
        None,
        description="the town or the district, in each language; never a street or a school",
        examples=[{"en": "Belgrade"}],
    )
    people_under_18: PeopleUnder18 = Field(
        description="none, or a record of each person under 18 in the picture",
        examples=["none"],
    )
    adults: tuple[Consent, ...] = Field(
        (), description="consents of grown-ups who can be recognised, where they gave one"
    )

    @field_validator("rights")
    @classmethod
    def _of_the_holder(cls, rights: Rights, info: ValidationInfo) -> Rights:
        """The credit names UNICEF when UNICEF holds the rights, and only then."""
        credit = info.data.get("credit")
        if credit is None or rights == "embargoed":
            return rights
        by_unicef = OF_UNICEF.match(credit) is not None
        if by_unicef == (rights == "partner"):
            message = say(
                "rights are “{rights}”, but the credit is “{credit}”", rights=rights, credit=credit
            )
            raise WrongValueError(message, OURS_IS_NAMED if by_unicef else OTHER_IS_NAMED)
        return rights


OURS_IS_NAMED = say(
    "type unicef or press as rights, or name the partner in credit: © Partner/Surname"
)
OTHER_IS_NAMED = say("type rights: partner, or name UNICEF in credit: © UNICEF Serbia/2024/Surname")


def standing(photo: PhotoRecord, today: dt.date) -> Standing:
    """Tell whether a photograph may be published today; if not, the build leaves it out.

    A consent that ended outweighs an embargo, for it tells what must be purged.

    :param today: the day of the build.
    """
    found = standing_of_consents([*photo.people_under_18, *photo.adults], today)
    return EMBARGOED if found.is_usable and photo.rights == "embargoed" else found
