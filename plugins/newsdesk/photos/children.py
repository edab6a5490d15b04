"""Children in pictures and texts: what is noted of each, and what must never be shown.

The rules are those of UNICEF's guidelines for journalists reporting on children
(https://www.unicef.org/media/reporting-guidelines): a child who could be harmed by being
recognised gets another name and no face. Where versions of the guidelines differ, the stricter
one holds here: a child who fights now, or is shown with a weapon, is never recognisable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from newsdesk.header import Place, Source
from newsdesk.photos.consent import Consent, Reference, Standing, filled, standing
from newsdesk.problems import Message, Problem, say
from newsdesk.schema.fields import ForEditors, WrongValueError
from newsdesk.script import to_latin

Circumstance = Literal[
    "sexual_abuse_victim",
    "abuse_perpetrator",
    "crime",
    "combatant",
    "hiv",
    "former_combatant",
    "refugee_or_displaced",
    "other_risk",
]
NameShown = Literal["real", "first_only", "changed", "none"]


# What else people type where there is nothing.
NOTHING = frozenset(("no", "none", "nobody", "nothing", "false", "nema", "нема"))


def _none_or_some(value: object) -> object:
    """Read the word `none` as an empty list: that there is nothing must be said, not left out."""
    if value == "none":
        return ()
    if value == []:
        # The words for an empty field say what to type.
        raise WrongValueError(say("“{field}” is empty"))
    if str(value).casefold() in NOTHING:
        raise WrongValueError(say("“{field}” is “{value}”, not “none”"), say("type {name}: none"))
    return value


NONE_OR_SOME = ForEditors("none", {"minItems": 1})


class ChildRecord(Consent):
    """A person under 18 who is seen or spoken of. Never type a name or a place here."""

    circumstances: Annotated[
        tuple[Circumstance, ...], BeforeValidator(_none_or_some), NONE_OR_SOME
    ] = Field(
        description="what could harm the child who is recognised, or none: "
        "sexual_abuse_victim (abused or exploited), "
        "abuse_perpetrator (abused somebody, physically or sexually), "
        "crime (charged or convicted), "
        "combatant (with an armed force or group now, or shown with a weapon), "
        "hiv (lives with HIV or AIDS, or died of it), "
        "former_combatant, "
        "refugee_or_displaced (also one who seeks asylum), "
        "other_risk (harm or revenge for any other reason)",
        examples=["none", ["refugee_or_displaced"]],
    )
    name_shown: NameShown = Field(
        description="how the child is named: real, first_only, changed (the text must say so) "
        "or none",
        examples=["changed"],
    )
    face_shown: bool = Field(
        description="true when the child can be recognised in a picture", examples=[False]
    )
    risk_assessment: Reference | None = Field(
        None,
        description="the number of the assessment, for a child who could be in danger",
        examples=["R-2026-0045"],
    )
    hiv_consent: Reference | None = Field(
        None,
        description="the number of the form by which the child, a parent or a guardian, fully "
        "informed, agreed that readers learn of the HIV",
        examples=["C-2026-0124"],
    )

    @property
    def is_named(self) -> bool:
        """Tell whether a reader learns the child's name, or a part of it."""
        return self.name_shown in {"real", "first_only"}


PeopleUnder18 = Annotated[tuple[ChildRecord, ...], BeforeValidator(_none_or_some), NONE_OR_SOME]

# Who must not be recognised, in the order in which the reasons are told.
NEVER: Mapping[str, Message] = {
    "sexual_abuse_victim": say(
        "a child who was sexually abused or exploited must never be recognised, "
        "but “{field}” is “{value}”"
    ),
    "abuse_perpetrator": say(
        "a child who abused somebody must never be recognised, but “{field}” is “{value}”"
    ),
    "crime": say(
        "a child who is charged with a crime, or convicted, must never be recognised, "
        "but “{field}” is “{value}”"
    ),
    "combatant": say(
        "a child who is with an armed force or group, or holds a weapon, must never be "
        "recognised, but “{field}” is “{value}”"
    ),
    "hiv": say(
        "a child who lives with HIV, or died of AIDS, must not be recognised without a consent "
        "given for that, but “{field}” is “{value}”"
    ),
}
# Who needs a risk assessment, however well hidden: a place or a story can give a child away.
AT_RISK: Mapping[str, Message] = {
    "former_combatant": say(
        "a child who was with an armed force or group needs a risk assessment first"
    ),
    "refugee_or_displaced": say(
        "a child who is a refugee, seeks asylum or is displaced needs a risk assessment first"
    ),
    "other_risk": say("a child who could be harmed needs a risk assessment first"),
}
ENDED: Mapping[str, Message] = {
    "expired": say(
        "the consent {consent} ended on {day}: what shows this child is left out of the site"
    ),
    "withdrawn": say(
        "the consent {consent} was withdrawn on {day}: what shows this child is left out of the "
        "site"
    ),
}
# A text cannot be left out by a program; its pictures can.
ENDED_IN_TEXT: Mapping[str, Message] = {
    "expired": say(
        "the consent {consent} ended on {day}: pictures of this child are left out, the text is not"
    ),
    "withdrawn": say(
        "the consent {consent} was withdrawn on {day}: pictures of this child are left out, the "
        "text is not"
    ),
}
OUT_OF_THE_TEXT = say("take the child out of the text in every language, or withdraw the post")
WHAT_TO_DO: Mapping[str, Message] = {
    "expired": say(
        "ask for a new consent and type its number and its last day, or take the child out of "
        "text and pictures"
    ),
    "withdrawn": say("take the child out of text and pictures, and purge what was published"),
}


def check_children(
    children: Iterable[ChildRecord],
    source: Source,
    place: Place,
    today: date,
    *,
    in_text: bool = False,
) -> Iterator[Problem]:
    """Hold the rules of reporting on children against what a record or a post says of them.

    :param place: where in the file the list stands, such as `("people_under_18",)`.
    :param today: the day of the build, for consents that end.
    :param in_text: the list stands in a post; in the record of a picture otherwise.
    """
    for index, child in enumerate(children):
        where = (*place, index)
        yield from _check_recognition(child, source, where)
        yield from _check_assessment(child, source, where)
        found = standing([child], today)
        yield from _check_consent(found, source, where, in_text=in_text)


def _check_recognition(child: ChildRecord, source: Source, where: Place) -> Iterator[Problem]:
    """Tell when the name or the face of a child is shown who must not be recognised."""
    why = _reason(child)
    if why is None:
        return
    if child.is_named:
        line = source.line_of((*where, "name_shown"))
        message = filled(why, field="name_shown", value=child.name_shown)
        yield Problem(source.path, line, message, _or_consent(child, NAME_HINT, NAME_OR_CONSENT))
    if child.face_shown:
        line = source.line_of((*where, "face_shown"))
        message = filled(why, field="face_shown", value="true")
        yield Problem(source.path, line, message, _or_consent(child, FACE_HINT, FACE_OR_CONSENT))


NAME_HINT = say("change the name in every text and type name_shown: changed, or leave it out")
NAME_OR_CONSENT = say(
    "change the name in every text and type name_shown: changed, or type the number of that "
    "consent as hiv_consent"
)
FACE_HINT = say("take a picture in which nobody knows the child, and type face_shown: false")
FACE_OR_CONSENT = say(
    "take a picture in which nobody knows the child, and type face_shown: false, or type the "
    "number of that consent as hiv_consent"
)


def _reason(child: ChildRecord) -> Message | None:
    """Give the first reason for which a child must not be recognised."""
    reasons = (name for name in NEVER if name in child.circumstances)
    allowed = {"hiv"} if child.hiv_consent else set()
    return next((NEVER[name] for name in reasons if name not in allowed), None)


def _or_consent(child: ChildRecord, always: Message, or_consent: Message) -> Message:
    """Offer a consent as a way out only where it is one: HIV, and nothing graver."""
    return or_consent if _reason(child) is NEVER["hiv"] else always


def _check_assessment(child: ChildRecord, source: Source, where: Place) -> Iterator[Problem]:
    """Tell when nobody has assessed what publishing could do to a child at risk."""
    risks = [AT_RISK[name] for name in AT_RISK if name in child.circumstances]
    if risks and child.risk_assessment is None:
        line = source.line_of((*where, "circumstances"))
        yield Problem(source.path, line, risks[0], ASSESSMENT)


ASSESSMENT = say(
    "let child protection assess it, and type the number: risk_assessment: R-2026-0045"
)


def _check_consent(
    standing: Standing, source: Source, where: Place, *, in_text: bool
) -> Iterator[Problem]:
    """Tell of a consent that no longer holds."""
    if standing.is_usable:
        return
    field = "consent_until" if standing.state == "expired" else "consent_withdrawn"
    line = source.line_of((*where, field))
    words = ENDED_IN_TEXT if in_text else ENDED
    message = filled(words[standing.state], consent=standing.consent, day=standing.day)
    hint = OUT_OF_THE_TEXT if in_text else WHAT_TO_DO[standing.state]
    yield Problem(source.path, line, message, hint, level="warning")


# How texts say it; Cyrillic is read as Latin.
SAID = re.compile(
    r"\bnames? (?:(?:has|have|was|were) been |was |were )?changed\b"
    r"|\bnot (?:his|her|their) real names?\b"
    r"|\bim(?:e|ena)\b[^.!?]{0,60}\b(?:pro|iz)menjen[oa]\b"
    r"|\b(?:pro|iz)menjen[oa] (?:je |su )?im(?:e|ena)\b",
    re.IGNORECASE,
)


def check_changed_names(
    children: Iterable[ChildRecord], source: Source, place: Place, text: str
) -> Iterator[Problem]:
    """Readers are told when a name was changed; the first record without that gets a warning.

    :param text: the text or the caption in one language.
    """
    changed = [index for index, child in enumerate(children) if child.name_shown == "changed"]
    if changed and not SAID.search(to_latin(text)):
        message = say("a child's name was changed, but the text does not say so")
        hint = say("write at the end: “The name has been changed.” or “Ime je promenjeno.”")
        line = source.line_of((*place, changed[0], "name_shown"))
        yield Problem(source.path, line, message, hint, level="warning")
