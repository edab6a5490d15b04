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
KITS = "press-kits/press-releases"


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


def opened(site: SmallSite, slug: str = "milk") -> dict[str, bytes]:
    with ZipFile(site.output / KITS / f"{slug}.zip") as archive:
        assert archive.testzip() is None
        return {name.removeprefix(f"{slug}/"): archive.read(name) for name in archive.namelist()}


# A release in both languages, with a picture to take away and one to ask for.
FREE = {
    **large("glass", rights="press"),
    **photo("bus"),
    "content/en/articles/milk.md": release(lead_photo="glass", photos=["bus"]),
    "content/sr/articles/milk.md": release(
        lead_photo="glass", photos=["bus"], lang="sr-Latn"
    ).replace("Milk for all", "Mleko za sve"),
}


@pytest.fixture(scope="module")
def free(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return built(tmp_path_factory.mktemp("free"), FREE)


def test_a_kit_has_the_free_pictures_in_full_the_sheet_and_every_edition(free: SmallSite) -> None:
    kit = opened(free)
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
        "English:\nCaption: School milk.\nWhat it shows: A glass of milk.\n"
        "The media may use this picture, with the credit.\n\nSrpski:\n"
    )
    assert "\n\n\nbus\n" in sheet
    assert "This picture is not in the kit: please ask us before you use it." in sheet


def test_the_same_content_gives_the_same_bytes(free: SmallSite, tmp_path: Path) -> None:
    again = built(tmp_path, FREE)
    kit = f"{KITS}/milk.zip"
    assert (again.output / kit).read_bytes() == (free.output / kit).read_bytes()


# Whose picture is in no kit, by the name of the release.
NOT_FREE: dict[str, dict[str, Any]] = {
    "ours": {"rights": "unicef"},
    "partner": {"rights": "partner", "credit": "© Partner/Surname"},
    "embargoed": {"rights": "embargoed"},
    "ended": {"rights": "press", "people_under_18": [child(consent_until="2026-12-31")]},
    "withdrawn": {"rights": "press", "people_under_18": [child(consent_withdrawn="2026-12-01")]},
}
GONE = {"at": "2026-11-23", "reason": "error", "explanation": "It was wrong."}
OLD = {"date": "1947-08-01", "dateline": {"place": "Belgrade", "date": "1947-08-01"}}
BESIDE: dict[str, dict[str, Any]] = {
    "plain": {},
    "gone": {"status": "withdrawn", "withdrawn": GONE},
    "later": {"publish_at": "2027-06-01 10:00"},
    "half": {},
    "old": OLD,
    "archive": {"original": {"publisher": "A & B", "date": "unknown"}},
}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """Build a site with a release for each of these cases."""
    files: dict[str, str | bytes] = {}
    for slug, fields in NOT_FREE.items():
        people = fields.get("people_under_18", "none")
        files |= photo(f"of-{slug}", **fields)
        files[f"content/en/articles/{slug}.md"] = release(
            id=f"not-{slug}", slug=slug, lead_photo=f"of-{slug}", people_under_18=people
        )
    for slug, fields in BESIDE.items():
        files[f"content/en/articles/{slug}.md"] = release(
            id=f"rel-{slug}", slug=slug, lead_photo="none", **fields
        )
    files["content/en/articles/news.md"] = post("News", id="news01")
    files["content/sr/articles/half.md"] = release(
        id="rel-half",
        slug="half",
        lead_photo="none",
        lang="sr-Latn",
        status="withdrawn",
        withdrawn={**GONE, "explanation": "Bilo je pogrešno."},
    )
    return built(tmp_path_factory.mktemp("many"), files)


def test_the_page_offers_the_kit_with_its_size(many: SmallSite) -> None:
    html = many.read("en/press-releases/plain/index.html")
    assert f'href="/{KITS}/plain.zip"' in html
    size = (many.output / KITS / "plain.zip").stat().st_size
    assert f"ZIP · {size}\N{NO-BREAK SPACE}B" in html


@pytest.mark.parametrize("slug", NOT_FREE)
def test_a_picture_that_may_not_be_used_is_in_no_kit(many: SmallSite, slug: str) -> None:
    assert not any("jpg" in name for name in opened(many, slug))


def test_what_is_withdrawn_or_not_public_yet_has_no_kit(many: SmallSite) -> None:
    found = {path for path in many.snapshot() if path.endswith(".zip")}
    having = {*NOT_FREE, *BESIDE} - {"gone", "later"}
    assert found == {f"{KITS}/{slug}.zip" for slug in having}
    assert "Press kit" not in many.read("en/press-releases/gone/index.html")


def test_an_edition_in_which_it_was_withdrawn_has_no_text_in_the_kit(many: SmallSite) -> None:
    assert list(opened(many, "half")) == ["text-en.txt"]


def test_the_text_of_an_item_from_the_archive_says_so(many: SmallSite) -> None:
    assert (
        "From the archive. First published by: A & B. "
        "The source gives no date; the day above is when this site published it.\r\n\r\nBelgrade, "
    ) in opened(many, "archive")["text-en.txt"].decode("utf-8-sig")


def test_a_kit_from_before_zips_were_invented_is_a_zip(many: SmallSite) -> None:
    with ZipFile(many.output / KITS / "old.zip") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_edition_without_releases_has_no_kits() -> None:
    assert kits(()) == {}
