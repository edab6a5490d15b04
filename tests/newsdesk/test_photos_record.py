"""The record of a photograph says what it shows, whose it is, and who is in it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from newsdesk.dates import Moment
from newsdesk.explain import read_as
from newsdesk.header import read_record
from newsdesk.photos.consent import EMBARGOED, USABLE, Standing
from newsdesk.photos.original import check_pairs
from newsdesk.photos.record import PhotoRecord, standing
from newsdesk.problems import SiteError

PHOTO = {
    "alt": "{en: A girl pours milk into a glass.}",
    "caption": "{en: School milk in Serbia.}",
    "credit": "© UNICEF Serbia/2024/Surname",
    "rights": "unicef",
    "date": "2024-05-15",
    "people_under_18": "none",
}
CHILD = (
    "[{consent: C-2026-0123, consent_until: 2026-12-01, circumstances: none, "
    "name_shown: none, face_shown: true}]"
)
ADULT = "[{consent: C-2026-0124, consent_until: 2026-11-01}]"


def read(**changed: str) -> PhotoRecord:
    """Read a record as staff would write it; a field of the value "" is left out."""
    lines = (f"{name}: {value}\n" for name, value in (PHOTO | changed).items() if value)
    source = read_record("school.yaml", "".join(lines).encode())
    return read_as(PhotoRecord, source, source.header)


def wrong(**changed: str) -> list[str]:
    with pytest.raises(SiteError) as caught:
        read(**changed)
    return [str(problem) for problem in caught.value.problems]


def test_a_record_is_read_as_typed() -> None:
    photo = read(place="{en: Belgrade, sr-Latn: Beograd}")
    assert photo.alt == {"en": "A girl pours milk into a glass."}
    assert photo.caption == {"en": "School milk in Serbia."}
    assert photo.credit == "© UNICEF Serbia/2024/Surname"
    assert photo.place == {"en": "Belgrade", "sr-Latn": "Beograd"}
    day = datetime(2024, 5, 15, tzinfo=ZoneInfo("Europe/Belgrade"))
    assert photo.date == Moment(day, has_time=False)
    assert photo.people_under_18 == ()


def test_the_day_may_be_unknown_but_not_left_out() -> None:
    assert read(date="unknown").date is None
    assert wrong(date="") == [
        "school.yaml:1: “date” is missing\n    Hint: add a line such as date: 2024-05-15"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "IMG_1234.jpg", "IMG_1234", "DSC01234", "DSCF-0042.JPG", "PXL_20240515_101112",
        "school-milk.webp", "WhatsApp Image 2024-05-15 at 10.11.12", "photo 3", "Slika 12",
        "my picture of milk.jpeg",
    ],
)  # fmt: skip
def test_a_file_name_is_no_description(name: str) -> None:
    assert wrong(alt=f'{{en: "{name}"}}') == [
        (
            f"school.yaml:1: “{name}” is a file name, not a description\n"
            "    Hint: say in one sentence what the picture shows to somebody who cannot see it"
        )
    ]


@pytest.mark.parametrize(
    "alt",
    [
        "Photo 51 hangs on the wall of a school.",
        "Image of a girl who pours milk.",
        "Devojčica sipa mleko, 1947.",
        "A girl shows a file called milk.jpg to her teacher.",
    ],
)
def test_a_description_may_speak_of_pictures_and_numbers(alt: str) -> None:
    assert read(alt=f'{{en: "{alt}"}}').alt == {"en": alt}


def test_a_description_is_heard_in_one_breath() -> None:
    assert wrong(alt=f"{{sr-Latn: {'a' * 251}}}") == [
        (
            "school.yaml:1: the description at “alt.sr-Latn” has 251 characters\n"
            "    Hint: 250 at most; what explains the picture belongs in caption"
        )
    ]
    assert read(alt=f"{{en: {'a' * 250}}}").alt == {"en": "a" * 250}


@pytest.mark.parametrize(
    "credit",
    [
        "© UNICEF/UN0123456/Surname",
        "© UNICEF/UN03025/Gilbertson VII Photo",
        "© UNICEF/UNI114992/Holt",
        "© UNICEF/NYHQ2004-0654/Brooks",
        "© UNICEF Serbia/2022/Djakovic",
        "© UNICEF Serbia/Đaković",
        "© UNICEF/ALB/2018/Fatos Baxhakau",
        "© UNICEF/Knowles-Coursin",
        "© UNICEF Srbija/2023/O’Connor",
        "UNICEF/UNI172461/Bindra",
    ],
)
def test_a_credit_of_unicef_is_taken_in_all_its_forms(credit: str) -> None:
    assert read(credit=credit).credit == credit


@pytest.mark.parametrize("credit", ["© MODS", "© MODS/Surname", "© Museum of Yugoslavia/1947"])
def test_a_partner_is_named_as_the_holder(credit: str) -> None:
    assert read(credit=credit, rights="partner").credit == credit


FORMS = (
    "type it like one of these: © UNICEF/UN0123456/Surname, © UNICEF Serbia/2024/Surname, "
    "© UNICEF/Surname, © Partner/Surname"
)


@pytest.mark.parametrize(
    ("credit", "hint"),
    [
        ("UNICEF/Djakovic", "type © UNICEF/Djakovic"),
        ("(c) UNICEF Serbia/2022/Djakovic", "type © UNICEF Serbia/2022/Djakovic"),
        ("Photo: UNICEF / Djakovic", "type © UNICEF/Djakovic"),
        ("©UNICEF/UN0123456/Surname", "type © UNICEF/UN0123456/Surname"),
        ("© UNICEF", FORMS),
        ("© UNICEF/UN0123456", FORMS),
        ("© UNICEF Serbia/2024", FORMS),
        ("© UNICEF/UN0123456/Surname/Other", FORMS),
        ("Djakovic", FORMS),
        ("Photo by a friend", FORMS),
    ],
)
def test_a_credit_that_leaves_something_out_is_explained(credit: str, hint: str) -> None:
    assert wrong(credit=f'"{credit}"') == [
        (
            f"school.yaml:3: the credit “{credit}” does not say who holds the picture and who "
            f"took it\n    Hint: {hint}"
        )
    ]


@pytest.mark.parametrize(
    ("rights", "credit", "hint"),
    [
        ("partner", "© UNICEF/Surname",
         "type unicef or press as rights, or name the partner in credit: © Partner/Surname"),
        ("unicef", "© MODS/Surname",
         "type rights: partner, or name UNICEF in credit: © UNICEF Serbia/2024/Surname"),
        ("press", "© MODS",
         "type rights: partner, or name UNICEF in credit: © UNICEF Serbia/2024/Surname"),
    ],
)  # fmt: skip
def test_rights_and_credit_name_the_same_holder(rights: str, credit: str, hint: str) -> None:
    assert wrong(rights=rights, credit=credit) == [
        f"school.yaml:4: rights are “{rights}”, but the credit is “{credit}”\n    Hint: {hint}"
    ]


@pytest.mark.parametrize("credit", ["© UNICEF/Surname", "© MODS/Surname"])
def test_a_picture_of_anybody_may_be_under_embargo(credit: str) -> None:
    assert read(rights="embargoed", credit=credit).rights == "embargoed"


def test_rights_are_a_closed_list() -> None:
    assert wrong(rights="free") == [
        (
            "school.yaml:4: “free” is not a value of “rights”\n"
            "    Hint: type one of: unicef, press, partner, embargoed"
        )
    ]


@pytest.mark.parametrize("place", ["Ulica 5", "44.8176, 20.4633", "Primary school 12, Niš"])
def test_a_place_is_no_more_exact_than_a_town(place: str) -> None:
    assert wrong(place=f'{{en: "{place}"}}') == [
        (
            f"school.yaml:7: “{place}” is more exact than a town\n"
            "    Hint: type the town or the district alone, such as Belgrade"
        )
    ]


@pytest.mark.parametrize(
    ("changed", "today", "expected"),
    [
        ({}, date(2026, 11, 23), USABLE),
        ({"rights": "embargoed"}, date(2026, 11, 23), EMBARGOED),
        ({"people_under_18": CHILD}, date(2026, 12, 1), USABLE),
        ({"people_under_18": CHILD}, date(2026, 12, 2),
         Standing("expired", date(2026, 12, 1), "C-2026-0123")),
        ({"people_under_18": CHILD, "rights": "embargoed"}, date(2026, 12, 2),
         Standing("expired", date(2026, 12, 1), "C-2026-0123")),
        ({"adults": ADULT}, date(2026, 11, 23),
         Standing("expired", date(2026, 11, 1), "C-2026-0124")),
    ],
)  # fmt: skip
def test_a_picture_is_shown_while_everybody_in_it_agrees(
    changed: dict[str, str], today: date, expected: Standing
) -> None:
    assert standing(read(**changed), today) == expected


def test_a_picture_has_one_file_and_one_record() -> None:
    paths = ["photos/a.jpg", "photos/a.yaml", "photos/b.png", "photos/c.yaml", "photos/a.png"]
    assert [str(problem) for problem in check_pairs(paths)] == [
        (
            "photos/a.png: “a” is also the name of photos/a.jpg\n"
            "    Hint: give one of the two another name"
        ),
        "photos/b.png: this picture has no record\n    Hint: write one: photos/b.yaml",
        (
            "photos/c.yaml: there is no picture to this record\n"
            "    Hint: put the picture beside it, or delete the record"
        ),
    ]
