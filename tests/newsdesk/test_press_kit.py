"""What a newsroom takes away is whole, the same every time, and nothing that may not be used."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from small_site import SmallSite, child, photo, post

from newsdesk.press.kit import kits

RELEASE: dict[str, Any] = {
    "type": "press_release",
    "dateline": {"place": "Belgrade", "date": "2026-11-20"},
    "contacts": ["press"],
    "boilerplate": ["about"],
    "slug": "milk",
    "notes_to_editors": "The survey ran in *May*.",
}
ABOUT = {
    "content/vocabulary/boilerplate.yaml": (
        "about:\n  title: {en: About us, sr-Latn: O nama}\n"
        "  text: {en: We help., sr-Latn: Pomažemo.}\n"
    )
}
KIT = "press-kits/press-releases/milk.zip"


def large(key: str, **fields: object) -> dict[str, str | bytes]:
    """Give a photograph wider than any that a page shows, with a place in its notes."""
    files = photo(key, **fields)
    exif = Image.Exif()
    exif[0x010E] = "Secret village"
    out = BytesIO()
    Image.new("RGB", (2000, 1000), "teal").save(out, "JPEG", exif=exif)
    return {**files, f"content/photos/{key}.jpg": out.getvalue()}


def release(**fields: Any) -> str:  # noqa: ANN401 - any field of a post
    return post("Milk for all", "Milk [came](https://x.example/).", **{**RELEASE, **fields})


def built(folder: Path, files: Mapping[str, str | bytes]) -> SmallSite:
    site = SmallSite.in_folder(folder, {**ABOUT, **files})
    site.build()
    return site


def opened(site: SmallSite, path: str = KIT) -> dict[str, bytes]:
    with ZipFile(site.output / path) as archive:
        assert archive.testzip() is None
        return {name.removeprefix("milk/"): archive.read(name) for name in archive.namelist()}


def test_a_kit_has_the_free_pictures_in_full_the_sheet_and_every_edition(tmp_path: Path) -> None:
    files = {
        **large("glass", rights="press"),
        **photo("bus"),
        "content/en/articles/milk.md": release(lead_photo="glass", photos=["bus"]),
        "content/sr/articles/milk.md": release(
            lead_photo="glass", photos=["bus"], lang="sr-Latn"
        ).replace("Milk for all", "Mleko za sve"),
    }
    site = built(tmp_path, files)
    kit = opened(site)
    assert list(kit) == [
        "captions.txt",
        "pictures/glass.jpg",
        "text-en.txt",
        "text-sr-Cyrl.txt",
        "text-sr-Latn.txt",
    ]
    picture = Image.open(BytesIO(kit["pictures/glass.jpg"]))
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (2000, 1000), {})
    assert b"Secret" not in kit["pictures/glass.jpg"]
    assert kit["text-en.txt"].decode("utf-8-sig").replace("\r\n", "\n") == (
        "Milk for all\n\n"
        "Press release · UNICEF Serbia · 20 November 2026\n\n"
        "What came, and who brought it to the children of the village.\n\n"
        "Belgrade, 20 November 2026\n\n"
        "Milk came (https://x.example/).\n\n"
        "Notes to editors\n\nThe survey ran in May.\n\n"
        "Contact for the media\nPress office\nInterviews\npress@example.org\n"
        "+381 11 000 0000\nfrom nine to five\n\n"
        "About us\n\nWe help.\n\n"
        "https://example.org/en/press-releases/milk/\n© UNICEF Serbia\n"
    ).replace("20 November 2026", "20\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026")
    assert kit["text-sr-Cyrl.txt"].decode("utf-8-sig").startswith("Млеко за све\r\n")
    sheet = kit["captions.txt"].decode("utf-8-sig").replace("\r\n", "\n")
    assert sheet.startswith(
        "pictures/glass.jpg\n© UNICEF Serbia/2026/Surname\n\n"
        "English:\nSchool milk.\nA glass of milk.\n"
        "The media may use this picture, with the credit.\n\nSrpski:\n"
    )
    assert "\n\n\nbus\n" in sheet
    assert "This picture is not in the kit: please ask us before you use it." in sheet


def test_the_page_offers_the_kit_with_its_size(tmp_path: Path) -> None:
    files = {"content/en/articles/milk.md": release(lead_photo="none")}
    site = built(tmp_path, files)
    html = site.read("en/press-releases/milk/index.html")
    assert f'href="/{KIT}"' in html
    size = (site.output / KIT).stat().st_size
    assert f"ZIP · {size}\N{NO-BREAK SPACE}B" in html


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    files = {
        **large("glass", rights="press"),
        "content/en/articles/milk.md": release(lead_photo="glass"),
    }
    first, second = (built(tmp_path / name, files) for name in ("a", "b"))
    assert (first.output / KIT).read_bytes() == (second.output / KIT).read_bytes()


@pytest.mark.parametrize(
    "fields",
    [
        {"rights": "unicef"},
        {"rights": "partner", "credit": "© Partner/Surname"},
        {"rights": "embargoed"},
        {"rights": "press", "people_under_18": [child(consent_until="2026-12-31")]},
        {"rights": "press", "people_under_18": [child(consent_withdrawn="2026-12-01")]},
    ],
)
def test_a_picture_that_may_not_be_used_is_in_no_kit(
    tmp_path: Path, fields: dict[str, Any]
) -> None:
    people = fields.get("people_under_18", "none")
    files = {
        **large("glass", **fields),
        "content/en/articles/milk.md": release(lead_photo="glass", people_under_18=people),
    }
    site = built(tmp_path, files)
    assert not any("jpg" in name for name in opened(site))


def test_what_is_withdrawn_or_not_public_yet_has_no_kit(tmp_path: Path) -> None:
    gone = {"at": "2026-11-23", "reason": "error", "explanation": "It was wrong."}
    files = {
        "content/en/articles/a.md": release(
            lead_photo="none", status="withdrawn", withdrawn=gone, id="gone01", slug="gone"
        ),
        "content/en/articles/b.md": release(
            lead_photo="none", publish_at="2027-06-01 10:00", id="later1", slug="later"
        ),
        "content/en/articles/c.md": post("News"),
    }
    site = built(tmp_path, files)
    assert [path for path in site.snapshot() if path.endswith(".zip")] == []
    assert "Press kit" not in site.read("en/press-releases/gone/index.html")


def test_an_edition_in_which_it_was_withdrawn_has_no_text_in_the_kit(tmp_path: Path) -> None:
    gone = {"at": "2026-11-23", "reason": "error", "explanation": "Bilo je pogrešno."}
    files = {
        "content/en/articles/milk.md": release(lead_photo="none"),
        "content/sr/articles/milk.md": release(
            lead_photo="none", lang="sr-Latn", status="withdrawn", withdrawn=gone
        ),
    }
    site = built(tmp_path, files)
    assert list(opened(site)) == ["text-en.txt"]


def test_a_kit_from_before_zips_were_invented_is_a_zip(tmp_path: Path) -> None:
    files = {
        "content/en/articles/milk.md": release(
            lead_photo="none",
            date="1947-08-01",
            dateline={"place": "Belgrade", "date": "1947-08-01"},
        )
    }
    site = built(tmp_path, files)
    with ZipFile(site.output / KIT) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_edition_without_releases_has_no_kits() -> None:
    assert kits(()) == {}
