"""What a post says of children holds, and agrees with its photographs."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

from small_site import HOUSE, VOCABULARY, child, photo, post

from newsdesk.catalogue import Catalogue, gather
from newsdesk.problems import SiteError

MILK = "content/en/articles/milk.md"
ENDED = child(consent_until="2026-11-21")
Files = dict[str, str | bytes]


def gathered(folder: Path, files: Files) -> Catalogue:
    for path, text in {**VOCABULARY, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with chdir(folder):
        return gather(Path("content"), HOUSE)


def told(folder: Path, files: Files) -> list[str]:
    try:
        return [str(each) for each in gathered(folder, files).notices]
    except SiteError as error:
        return [str(each) for each in error.problems]


def test_a_post_and_its_photo_that_note_the_same_child_agree(tmp_path: Path) -> None:
    files: Files = {
        MILK: post("Milk", lead_photo="boy", people_under_18=[child()]),
        **photo("boy", people_under_18=[child()]),
    }
    assert told(tmp_path, files) == []


def test_a_post_that_says_none_must_not_show_a_child(tmp_path: Path) -> None:
    files: Files = {
        MILK: post("Milk", "![](photo:boy)"),
        **photo("boy", people_under_18=[child()]),
    }
    assert told(tmp_path, files) == [
        (
            f"{MILK}:10: the photo “boy” shows a child with the consent C-2026-0123, "
            "which this post does not name\n"
            "    Hint: copy the child's record from content/photos/boy.yaml"
        )
    ]


def test_the_text_of_a_consent_that_ended_is_told_truly(tmp_path: Path) -> None:
    (line,) = told(tmp_path, {MILK: post("Milk", people_under_18=[ENDED])})
    assert line.split(": ", 1)[1] == (
        "the consent C-2026-0123 ended on 2026-11-21: "
        "pictures of this child are left out, the text is not\n"
        "    Hint: take the child out of the text in every language, or withdraw the post"
    )


def test_the_stricter_of_two_records_takes_the_picture_away(tmp_path: Path) -> None:
    files: Files = {
        MILK: post("Milk", lead_photo="boy", people_under_18=[ENDED]),
        **photo("boy", people_under_18=[child()]),
    }
    catalogue = gathered(tmp_path, files)
    assert catalogue.photos == ["boy"]
    assert catalogue.public(HOUSE.now).photos == []


def test_a_photo_is_described_in_the_language_of_every_post_that_shows_it(tmp_path: Path) -> None:
    files: Files = {
        "content/sr/articles/milk.md": post("Mleko", lang="sr-Cyrl", photos=["boy"]),
        **photo("boy", caption={"en": "School milk."}),
    }
    assert told(tmp_path, files) == [
        (
            "content/photos/boy.yaml:4: “caption” says nothing in sr-Cyrl, "
            "in which content/sr/articles/milk.md shows the photo\n"
            "    Hint: add a line below it: sr-Cyrl: and the text"
        )
    ]
