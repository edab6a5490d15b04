"""What UNICEF's rules of reporting on children forbid stops the build, with words that help."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Literal

import pytest

from newsdesk.explain import read_as
from newsdesk.header import read_record
from newsdesk.photos.children import ChildRecord, PeopleUnder18, check_changed_names, check_children
from newsdesk.photos.consent import Consent, Standing, standing, to_purge
from newsdesk.problems import SiteError
from newsdesk.schema.fields import Record

TODAY = date(2026, 11, 23)
AT = ("people_under_18",)
CHILD = {
    "consent": "C-2026-0123",
    "consent_until": "2029-11-22",
    "circumstances": "none",
    "name_shown": "changed",
    "face_shown": "false",
}


class Story(Record):
    """Stands for any record that speaks of children."""

    people_under_18: PeopleUnder18


def typed(**changed: str) -> str:
    """Write a record of one child as staff would; a field of the value "" is left out."""
    lines = [f"{name}: {value}" for name, value in (CHILD | changed).items() if value]
    return "people_under_18:\n  - " + "\n    ".join(lines) + "\n"


def read(text: str) -> tuple[ChildRecord, ...]:
    source = read_record("story.yaml", text.encode())
    return read_as(Story, source, source.header).people_under_18


def child(**changed: str) -> ChildRecord:
    return read(typed(**changed))[0]


def wrong(text: str) -> list[str]:
    with pytest.raises(SiteError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


def checked(**changed: str) -> list[str]:
    text = typed(**changed)
    source = read_record("story.yaml", text.encode())
    return [str(problem) for problem in check_children(read(text), source, AT, TODAY)]


def test_a_record_is_read_as_typed() -> None:
    assert child() == ChildRecord(
        consent="C-2026-0123",
        consent_until=date(2029, 11, 22),
        circumstances=(),
        name_shown="changed",
        face_shown=False,
    )


def test_none_means_that_no_child_is_seen_or_spoken_of() -> None:
    assert read("people_under_18: none\n") == ()


def test_reading_records_of_children_needs_no_picture_library() -> None:
    code = "import newsdesk.photos.record, sys; sys.exit('PIL' in sys.modules)"
    path = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    assert subprocess.run([sys.executable, "-c", code], env=path, check=False).returncode == 0  # noqa: S603 - our own line


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            typed(consent="Milica Petrović"),
            (
                "story.yaml:2: “people_under_18[1].consent” must be the number under which the "
                "office keeps the form\n"
                "    Hint: type it like this: C-2026-0123; never type a name here"
            ),
        ),
        (
            typed(consent="c-2026-0123"),
            (
                "story.yaml:2: “people_under_18[1].consent” must be the number under which the "
                "office keeps the form\n    Hint: type C-2026-0123"
            ),
        ),
        (
            typed(consent_until="in 2029"),
            (
                "story.yaml:3: “in 2029” is not a date\n"
                "    Hint: type it as 2026-11-22 or 2026-11-22 14:30"
            ),
        ),
        (
            typed(consent_until="2029-11-22 14:30"),
            (
                "story.yaml:3: “people_under_18[1].consent_until” has a time, but it counts in "
                "whole days\n    Hint: type 2029-11-22"
            ),
        ),
        (
            typed(consent_until="[2029-11-22]"),
            (
                "story.yaml:3: “people_under_18[1].consent_until” must be one day\n"
                "    Hint: type consent_until: 2027-11-22"
            ),
        ),
        (
            typed(circumstances="refugee"),
            (
                "story.yaml:4: “people_under_18[1].circumstances” must be a list\n"
                "    Hint: type circumstances: [refugee]"
            ),
        ),
        (
            typed(circumstances="[refugee]"),
            (
                "story.yaml:4: “refugee” is not a value of “people_under_18[1].circumstances[1]”\n"
                "    Hint: type one of: sexual_abuse_victim, abuse_perpetrator, crime, combatant, "
                "hiv, former_combatant, refugee_or_displaced, other_risk"
            ),
        ),
        (
            typed(circumstances="[]"),
            (
                "story.yaml:4: “people_under_18[1].circumstances” is empty\n"
                "    Hint: type it like this: circumstances: none"
            ),
        ),
        (
            typed(circumstances=""),
            (
                "story.yaml:2: “people_under_18[1].circumstances” is missing\n"
                "    Hint: add a line such as circumstances: none"
            ),
        ),
        (
            typed(name_shown="first"),
            (
                "story.yaml:5: “first” is not a value of “people_under_18[1].name_shown”\n"
                "    Hint: type first_only"
            ),
        ),
        (
            typed(face_shown="blurred"),
            (
                "story.yaml:6: “blurred” at “people_under_18[1].face_shown” is neither true nor "
                "false\n    Hint: type it like this: face_shown: false"
            ),
        ),
    ],
)
def test_a_wrong_record_is_explained(text: str, problem: str) -> None:
    assert wrong(text) == [problem]


@pytest.mark.parametrize("word", ["no", "None", "nobody", "false", "нема"])
def test_nothing_has_one_word(word: str) -> None:
    assert wrong(f"people_under_18: {word}\n") == [
        (
            f"story.yaml:1: “people_under_18” is “{word}”, not “none”\n"
            "    Hint: type people_under_18: none"
        )
    ]


def test_that_there_are_no_children_is_said_and_not_left_out() -> None:
    with pytest.raises(SiteError) as caught:
        read("people_under_18: []\n")
    (found,) = caught.value.problems
    assert str(found.message) == "“people_under_18” is empty"


NAME_HINT = (
    "\n    Hint: change the name in every text and type name_shown: changed, or leave it out"
)
FACE_HINT = "\n    Hint: take a picture in which nobody knows the child, and type face_shown: false"


@pytest.mark.parametrize(
    ("circumstance", "who"),
    [
        ("sexual_abuse_victim", "a child who was sexually abused or exploited must never be"),
        ("abuse_perpetrator", "a child who abused somebody must never be"),
        ("crime", "a child who is charged with a crime, or convicted, must never be"),
        ("combatant",
         "a child who is with an armed force or group, or holds a weapon, must never be"),
    ],
)  # fmt: skip
def test_some_children_are_never_recognised(circumstance: str, who: str) -> None:
    found = checked(
        circumstances=f"[{circumstance}]", name_shown="real", face_shown="true",
        hiv_consent="C-2026-0124", risk_assessment="R-2026-0045",
    )  # fmt: skip
    assert found == [
        f"story.yaml:5: {who} recognised, but “name_shown” is “real”{NAME_HINT}",
        f"story.yaml:6: {who} recognised, but “face_shown” is “true”{FACE_HINT}",
    ]


@pytest.mark.parametrize("name_shown", ["real", "first_only"])
def test_a_first_name_is_a_name(name_shown: str) -> None:
    (found,) = checked(circumstances="[crime]", name_shown=name_shown)
    assert f"but “name_shown” is “{name_shown}”" in found


@pytest.mark.parametrize("name_shown", ["changed", "none"])
@pytest.mark.parametrize(
    "circumstance", ["sexual_abuse_victim", "abuse_perpetrator", "crime", "combatant", "hiv"]
)
def test_their_stories_can_be_told_without_name_and_face(
    circumstance: str, name_shown: str
) -> None:
    assert checked(circumstances=f"[{circumstance}]", name_shown=name_shown) == []


def test_a_child_with_hiv_may_be_recognised_with_a_consent_for_that_alone() -> None:
    seen = {"circumstances": "[hiv]", "name_shown": "real", "face_shown": "true"}
    why = (
        "a child who lives with HIV, or died of AIDS, must not be recognised without a consent "
        "given for that, but"
    )
    ask = "or type the number of that consent as hiv_consent"
    assert checked(**seen) == [
        (
            f"story.yaml:5: {why} “name_shown” is “real”\n    Hint: change the name in every text "
            f"and type name_shown: changed, {ask}"
        ),
        (
            f"story.yaml:6: {why} “face_shown” is “true”\n    Hint: take a picture in which nobody "
            f"knows the child, and type face_shown: false, {ask}"
        ),
    ]
    assert checked(**seen, hiv_consent="C-2026-0124") == []


def test_a_consent_to_hiv_does_not_lift_a_graver_reason() -> None:
    found = checked(circumstances="[hiv, crime]", face_shown="true", hiv_consent="C-2026-0124")
    assert found == [
        (
            "story.yaml:6: a child who is charged with a crime, or convicted, must never be "
            f"recognised, but “face_shown” is “true”{FACE_HINT}"
        )
    ]


@pytest.mark.parametrize(
    ("circumstance", "who"),
    [
        ("refugee_or_displaced", "a child who is a refugee, seeks asylum or is displaced"),
        ("former_combatant", "a child who was with an armed force or group"),
        ("other_risk", "a child who could be harmed"),
    ],
)
def test_children_at_risk_need_an_assessment_even_unnamed_and_unseen(
    circumstance: str, who: str
) -> None:
    assert checked(circumstances=f"[{circumstance}]", name_shown="none") == [
        (
            f"story.yaml:4: {who} needs a risk assessment first\n    Hint: let child protection "
            "assess it, and type the number: risk_assessment: R-2026-0045"
        )
    ]
    assessed = {"circumstances": f"[{circumstance}]", "risk_assessment": "R-2026-0045"}
    assert checked(**assessed, name_shown="real", face_shown="true") == []


def test_a_child_in_no_danger_may_have_a_name_and_a_face() -> None:
    assert checked(name_shown="real", face_shown="true") == []


def test_each_child_of_a_list_is_checked_in_its_own_lines() -> None:
    second = typed(circumstances="[crime]", name_shown="real").removeprefix("people_under_18:\n")
    text = typed() + second
    source = read_record("story.yaml", text.encode())
    (found,) = check_children(read(text), source, AT, TODAY)
    assert (found.path, found.line, found.level) == ("story.yaml", 10, "error")


def test_a_consent_that_ended_warns_and_does_not_stop_the_build() -> None:
    text = typed(consent_until="2026-11-22")
    source = read_record("story.yaml", text.encode())
    (found,) = check_children(read(text), source, AT, TODAY)
    assert found.level == "warning"
    assert str(found) == (
        "story.yaml:3: the consent C-2026-0123 ended on 2026-11-22: what shows this child is left "
        "out of the site\n    Hint: ask for a new consent and type its number and its last day, "
        "or take the child out of text and pictures"
    )


def test_a_consent_that_was_withdrawn_warns_and_does_not_stop_the_build() -> None:
    text = typed(consent_withdrawn="2026-11-20")
    source = read_record("story.yaml", text.encode())
    (found,) = check_children(read(text), source, AT, TODAY)
    assert found.level == "warning"
    assert str(found) == (
        "story.yaml:7: the consent C-2026-0123 was withdrawn on 2026-11-20: what shows this child "
        "is left out of the site\n    Hint: take the child out of text and pictures, and purge "
        "what was published"
    )


# Standing


def given(number: str, until: str, withdrawn: str | None = None) -> Consent:
    return Consent.model_validate(
        {"consent": number, "consent_until": until, "consent_withdrawn": withdrawn}
    )


A, B = "C-2026-0123", "C-2026-0124"


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        ([], Standing("usable")),
        ([given(A, "2026-11-24")], Standing("usable")),
        ([given(A, "2026-11-23")], Standing("usable")),
        ([given(A, "2026-11-22")], Standing("expired", date(2026, 11, 22), A)),
        ([given(A, "2026-11-22"), given(B, "2025-01-01")],
         Standing("expired", date(2025, 1, 1), B)),
        ([given(A, "2029-01-01"), given(B, "2029-01-01", "2026-11-23")],
         Standing("withdrawn", date(2026, 11, 23), B)),
        ([given(A, "2025-01-01"), given(B, "2029-01-01", "2026-02-03")],
         Standing("withdrawn", date(2026, 2, 3), B)),
        # A day that is yet to come is a slip of the finger: the child is protected today.
        ([given(A, "2029-01-01", "2036-11-20")],
         Standing("withdrawn", date(2036, 11, 20), A)),
    ],
)  # fmt: skip
def test_one_consent_that_does_not_hold_is_enough(
    consents: list[Consent], expected: Standing
) -> None:
    assert standing(consents, TODAY) == expected
    assert expected.is_usable == (expected == Standing("usable"))


def test_every_address_that_must_be_purged_is_named_once() -> None:
    ended = Standing("withdrawn", date(2026, 11, 20), A)
    found = list(to_purge("content/photos/school.yaml", ended, ["/en/b/", "/a.jpg", "/en/b/"]))
    hint = "purge it from the server, from every cache before it, and ask search engines to"
    why = f"must be purged: the consent {A} was withdrawn on 2026-11-20\n    Hint: {hint}"
    assert [str(problem) for problem in found] == [
        f"content/photos/school.yaml: “/a.jpg” {why}",
        f"content/photos/school.yaml: “/en/b/” {why}",
    ]
    assert {problem.level for problem in found} == {"warning"}


def test_a_purge_says_that_a_consent_ended() -> None:
    ended = Standing("expired", date(2026, 11, 20), A)
    (found,) = to_purge("school.yaml", ended, ["/a.jpg"])
    assert str(found.message) == f"“/a.jpg” must be purged: the consent {A} ended on 2026-11-20"


@pytest.mark.parametrize("state", ["usable", "embargoed"])
def test_nothing_is_purged_while_consents_hold(state: Literal["usable", "embargoed"]) -> None:
    assert list(to_purge("school.yaml", Standing(state), ["/a.jpg"])) == []


# Changed names


@pytest.mark.parametrize(
    "text",
    [
        "Milica, 12, goes to school. The name has been changed.",
        "*Names were changed to protect the children.",
        "Ana (not her real name) is nine.",
        "Names changed.",
        "Ime je promenjeno.",
        "Imena dece su promenjena radi zaštite identiteta.",
        "Ime devojčice je izmenjeno.",
        "*Promenjeno ime",
        "Име је промењено.",
    ],
)
def test_a_text_that_says_that_a_name_was_changed_is_heard(text: str) -> None:
    source = read_record("story.yaml", typed().encode())
    assert list(check_changed_names([child()], source, AT, text)) == []


@pytest.mark.parametrize("text", ["Milica, 12, goes to school.", "The law was changed.", ""])
def test_a_text_that_hides_that_a_name_was_changed_gets_a_warning(text: str) -> None:
    source = read_record("story.yaml", typed().encode())
    (found,) = check_changed_names([child()], source, AT, text)
    assert found.level == "warning"
    assert str(found) == (
        "story.yaml:5: a child's name was changed, but the text does not say so\n"
        "    Hint: write at the end: “The name has been changed.” or “Ime je promenjeno.”"
    )


@pytest.mark.parametrize("name_shown", ["real", "first_only", "none"])
def test_a_name_that_was_not_changed_needs_no_such_sentence(name_shown: str) -> None:
    source = read_record("story.yaml", typed().encode())
    assert list(check_changed_names([child(name_shown=name_shown)], source, AT, "Milica")) == []
