"""Every photograph has its record; what may not be shown is known before anything is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from newsdesk.album import Album, read_album

CONTENT = Path("content")
TODAY = date(2026, 11, 23)
RECORD = """\
    alt: {en: A boy drinks a glass of milk.}
    caption: {en: School milk.}
    credit: © UNICEF Serbia/2026/Surname
    rights: unicef
    date: unknown
    people_under_18: none
    """
CHILD = """\

      - consent: C-2026-0123
        consent_until: 2029-11-22
        circumstances: none
        name_shown: none
        face_shown: true
    """


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths be those that a person sees."""
    monkeypatch.chdir(tmp_path)


def put(*names: str, record: str = RECORD) -> None:
    """Put files into content/photos: records with this text, and pictures, which nobody opens."""
    for name in names:
        file = CONTENT / "photos" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(record) if file.suffix == ".yaml" else "")


def of_a_child(child: str) -> str:
    """Give the record of a photograph that shows a child."""
    return RECORD.replace("people_under_18: none", f"people_under_18:{child}")


def read(today: date = TODAY) -> tuple[Album, list[str]]:
    album, problems = read_album(CONTENT, today)
    return album, [f"{problem.level}: {problem}" for problem in problems]


def test_a_newsroom_may_begin_without_photographs() -> None:
    assert read() == (Album({}, complete=True), [])


def test_a_photograph_is_known_by_the_name_of_its_file() -> None:
    put("milk.jpg", "milk.yaml", "2026/shoes.png", "2026/shoes.yaml", "README.md", ".DS_Store")

    album, problems = read()

    assert problems == []
    assert album.complete
    assert {
        key: (photograph.key, photograph.original.path, photograph.source.path)
        for key, photograph in album.photographs.items()
    } == {
        "milk": ("milk", "content/photos/milk.jpg", "content/photos/milk.yaml"),
        "shoes": ("shoes", "content/photos/2026/shoes.png", "content/photos/2026/shoes.yaml"),
    }
    assert album.photographs["milk"].record.caption == {"en": "School milk."}


@pytest.mark.parametrize(
    ("alone", "problem"),
    [
        (
            "shoes.jpg",
            (
                "content/photos/shoes.jpg: this picture has no record\n"
                "    Hint: write one: content/photos/shoes.yaml"
            ),
        ),
        (
            "shoes.yaml",
            (
                "content/photos/shoes.yaml: there is no picture to this record\n"
                "    Hint: put the picture beside it, or delete the record"
            ),
        ),
    ],
)
def test_a_picture_and_its_record_belong_together(alone: str, problem: str) -> None:
    put("milk.jpg", "milk.yaml", alone)

    album, problems = read()

    assert problems == [f"error: {problem}"]
    assert list(album.photographs) == ["milk"]
    assert not album.complete


def test_a_record_that_cannot_be_read_does_not_hide_the_others() -> None:
    put("milk.jpg", "milk.yaml")
    put("shoes.jpg", "shoes.yaml", record=RECORD.replace("rights: unicef", "rights: all"))

    album, problems = read()

    assert problems == [
        (
            "error: content/photos/shoes.yaml:4: “all” is not a value of “rights”\n"
            "    Hint: type one of: unicef, press, partner, embargoed"
        )
    ]
    assert list(album.photographs) == ["milk"]
    assert not album.complete


def test_a_link_to_another_picture_is_no_photograph() -> None:
    put("milk.jpg", "milk.yaml")
    (CONTENT / "photos/shoes.jpg").symlink_to("milk.jpg")

    album, problems = read()

    assert (list(album.photographs), problems) == (["milk"], [])


def test_a_child_who_must_not_be_recognised_stops_the_build() -> None:
    child = CHILD.replace("circumstances: none", "circumstances: [crime]")
    put("milk.jpg", "milk.yaml", record=of_a_child(child))

    _, problems = read()

    assert [problem.splitlines()[0] for problem in problems] == [
        (
            "error: content/photos/milk.yaml:11: "
            "a child who is charged with a crime, or convicted, must never be recognised, "
            "but “face_shown” is “true”"
        )
    ]


@pytest.mark.parametrize(
    ("typed", "warning"),
    [
        (
            "consent_until: 2026-11-22",
            (
                "warning: content/photos/milk.yaml:8: the consent C-2026-0123 ended on 2026-11-22: "
                "what shows this child is left out of the site"
            ),
        ),
        (
            "consent_until: 2029-11-22\n        consent_withdrawn: 2026-11-20",
            (
                "warning: content/photos/milk.yaml:9: the consent C-2026-0123 was withdrawn on "
                "2026-11-20: what shows this child is left out of the site"
            ),
        ),
    ],
)
def test_a_consent_that_no_longer_holds_takes_the_photograph_away_and_is_told(
    typed: str, warning: str
) -> None:
    child = CHILD.replace("consent_until: 2029-11-22", typed)
    put("milk.jpg", "milk.yaml", record=of_a_child(child))
    put("shoes.jpg", "shoes.yaml")

    album, problems = read()

    assert [problem.splitlines()[0] for problem in problems] == [warning]
    assert album.complete
    assert list(album.photographs) == ["milk", "shoes"]
    assert list(album.usable(TODAY).photographs) == ["shoes"]


def test_the_last_day_of_a_consent_still_counts() -> None:
    put("milk.jpg", "milk.yaml", record=of_a_child(CHILD))
    album, _ = read()

    assert list(album.usable(date(2029, 11, 22)).photographs) == ["milk"]
    assert list(album.usable(date(2029, 11, 23)).photographs) == []


def test_what_is_embargoed_is_known_but_not_shown() -> None:
    put("milk.jpg", "milk.yaml", record=RECORD.replace("rights: unicef", "rights: embargoed"))
    album, problems = read()

    assert (list(album.photographs), problems) == (["milk"], [])
    assert album.usable(TODAY) == Album({}, complete=True)


def test_an_album_may_be_cut_down_to_what_is_shown() -> None:
    put("milk.jpg", "milk.yaml", "shoes.jpg", "shoes.yaml")
    album, _ = read()

    assert list(album.only({"shoes", "nobody"}).photographs) == ["shoes"]
    assert not Album({}, complete=False).only(()).complete


def test_what_is_left_of_an_album_still_knows_that_something_could_not_be_read() -> None:
    assert not Album({}, complete=False).usable(TODAY).complete
