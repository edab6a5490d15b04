"""What is not public is found in whatever form it gets out, and nothing public is taken for it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image, PngImagePlugin
from small_site import HOUSE, VOCABULARY, SmallSite, begin, photo, post

from newsdesk.build import Build
from newsdesk.embargo import Secret, leaks
from newsdesk.outputs import Output
from newsdesk.packing import brotlied, gzipped, zstandarded
from newsdesk.problems import SiteError

HIDDEN = "content/en/articles/secret.md"
MILK = "content/en/articles/milk.md"
TITLE = 'Forty "blue" buses & a bridge for UNICEF\'s schools'
SUMMARY = "The buses come on Monday, and the bridge will be opened a month later by the mayor."
LINE = "Nobody knew of the seven hundred new school desks before Monday morning."
LATER = "2027-06-01 10:00"


def secret(**fields: object) -> str:
    """Write the post that is not public."""
    usual: dict[str, object] = {
        "id": "bus4x1",
        "title": TITLE,
        "summary": SUMMARY,
        "slug": "forty-blue-buses",
        "publish_at": LATER,
    }
    return post(body=LINE, **(usual | fields))  # type: ignore[arg-type] # the title is a string


def told(folder: Path, leaking: Output, *posts: Mapping[str, str | bytes]) -> str:
    """Say what the gate says of a site into which one more file has come; nothing when nothing."""
    files: dict[str, str | bytes] = {HIDDEN: secret(), MILK: post("Milk")}
    for more in posts:
        files |= more
    build = begin(folder, files)
    build.files.append(leaking)
    return said(build, folder)


def said(build: Build, folder: Path) -> str:
    try:
        with chdir(folder):
            build.outputs()
    except SiteError as error:
        return str(error)
    return ""


def zipped(name: str, data: bytes) -> bytes:
    box = BytesIO()
    with ZipFile(box, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return box.getvalue()


def drawn(text: str, *, packed: bool) -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Title", text, zip=packed)
    picture = BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG", pnginfo=notes)
    return picture.getvalue()


IN_HTML = (
    '<h1>Forty “blue” buses <span class="amp">&amp;</span> a&nbsp;bridge for '
    '<span class="caps">UNICEF</span>&#39;s schools</h1>'
)
FORMS: list[tuple[str, bytes]] = [
    ("a.txt", TITLE.encode()),
    ("a.html", IN_HTML.encode()),
    ("a.json", json.dumps({"subject": quote(TITLE)}).encode()),
    ("a.ics", b'SUMMARY:Forty "blue" buses & a brid\r\n ge for UNICEF\'s schools'),
    ("a.html", b"mailto:?subject=" + quote(TITLE).encode()),
    ("a.html", LINE.upper().encode()),
    ("a.html", SUMMARY.encode()),
    ("a.html", b'<a href="/en/news/forty-blue-buses/">'),
    ("sitemap.xml", b"<loc>https://example.org/en/news/forty-blue-buses/</loc>"),
    ("forty-blue-buses.html", b""),
    ("cards/bus4x1-480.png", b""),
    ("a.atom", b"<id>tag:example.org,2026:en/bus4x1</id>"),
    ("a.html.gz", gzip.compress(TITLE.encode())),
    ("pagefind/fragment/en_12.pf_fragment", gzip.compress(b"pagefind_dcd" + LINE.encode())),
    ("a.html.br", brotlied(TITLE.encode())),
    ("a.html.zst", zstandarded(TITLE.encode())),
    ("kit.zip", zipped("text.txt", TITLE.encode())),
    ("kit.zip", zipped("forty-blue-buses.txt", b"")),
    ("kit.zip", zipped("inner.zip", zipped("text.txt.gz", gzipped(TITLE.encode())))),
    ("card.png", drawn(TITLE, packed=False)),
    ("card.png", drawn(TITLE, packed=True)),
]


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Secret, ...]:
    """Give the secrets of a site with one post that is not public."""
    return begin(tmp_path_factory.mktemp("site"), {HIDDEN: secret(), MILK: post("Milk")}).secrets


def found(secrets: tuple[Secret, ...], path: str, data: bytes) -> str:
    return "\n".join(str(problem) for problem in leaks([(path, data)], secrets))


@pytest.mark.parametrize(("path", "data"), FORMS, ids=range(len(FORMS)))
def test_it_is_found_in_every_form(path: str, data: bytes, secrets: tuple[Secret, ...]) -> None:
    assert "this is not public yet" in found(secrets, path, data)


def test_the_person_learns_which_file_gives_what_away(secrets: tuple[Secret, ...]) -> None:
    hint = "take it out of what is public; if no post has it, the program is to blame"
    assert found(secrets, "kit.zip", zipped("a/text.txt", LINE.encode())) == (
        f"{HIDDEN}: this is not public yet, and kit.zip › a/text.txt gives its text away: "
        f"“{LINE[:60]}…”\n    Hint: {hint}"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"forty blue bus",
        b"/en/news/forty-blue-buses-again/",
        b"<p>bus4x12 and xbus4x1</p>",
        b"PK\x03\x04 begins like an archive",
        b"Nobody knew",
    ],
)
def test_what_only_looks_like_it_is_let_through(data: bytes, secrets: tuple[Secret, ...]) -> None:
    assert found(secrets, "a.html", data) == ""


def test_the_site_itself_gives_nothing_away(tmp_path: Path) -> None:
    assert told(tmp_path, Output("a.html", b"Milk")) == ""


def test_what_public_posts_say_too_is_no_secret(tmp_path: Path) -> None:
    repeats = {MILK: post("Milk", f"{LINE}\n\nHow bus4x1 came.")}
    assert told(tmp_path, Output("a.html", LINE.encode()), repeats) == ""


def test_a_title_in_the_text_of_a_public_post_is_a_leak(tmp_path: Path) -> None:
    message = told(tmp_path, Output("a.html", b""), {MILK: post("Milk", f"Soon: {TITLE}")})
    assert f"en/news/milk/index.html gives its title away: “{TITLE}”" in message


def test_what_the_public_translation_has_too_is_no_secret(tmp_path: Path) -> None:
    serbian = secret(lang="sr-Latn", title="Četrdeset autobusa i most", publish_at=None)
    more = {"content/sr/articles/buses.md": serbian.replace(LINE, "Stiže mleko.")}
    page = Output("a.html", b'<a href="/sr/news/forty-blue-buses/"> bus4x1')
    assert told(tmp_path, page, more) == ""


@pytest.mark.parametrize(
    "typed", ["Škola dobija četrdeset autobusa", "Школа добија четрдесет аутобуса"]
)
def test_it_is_found_in_the_other_script(typed: str, tmp_path: Path) -> None:
    lang = "sr-Latn" if typed.isascii() or "š" in typed.lower() else "sr-Cyrl"
    files = {HIDDEN.replace("/en/", "/sr/"): secret(lang=lang, title=typed)}
    for script in ("Škola dobija četrdeset autobusa", "Школа добија четрдесет аутобуса"):
        build = begin(tmp_path, {**files, MILK: post("Milk")})
        build.files.append(Output("a.txt", script.encode()))
        assert "gives its title away" in said(build, tmp_path)


def test_a_draft_is_a_secret_too(tmp_path: Path) -> None:
    draft = {HIDDEN: secret(publish_at=None, status="draft")}
    assert "gives its id away" in told(tmp_path, Output("a.html", b"/bus4x1"), draft)


# Photographs and files


BUS = photo("blue-bus", alt={"en": "Forty blue buses on a bridge.", "sr-Latn": "Autobusi."})
ORIGINAL = BUS["content/photos/blue-bus.jpg"]
PRINT = "photos/blue-bus-0123456789abcdef-480.avif"


@pytest.fixture(scope="module")
def secrets_of_photo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Secret, ...]:
    """Give the secrets of a site with one photograph that is not public."""
    folder = tmp_path_factory.mktemp("photo")
    return begin(folder, {**BUS, HIDDEN: secret(lead_photo="blue-bus")}).secrets


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("copied.jpg", ORIGINAL),
        ("kit.zip", zipped("a.jpg", bytes(ORIGINAL))),  # type: ignore[arg-type] # a picture
        (PRINT, b""),
        ("a.html", PRINT.encode()),
        ("a.html", b"Forty blue buses on a bridge."),
    ],
    ids=range(5),
)
def test_a_photograph_of_it_is_found(
    path: str, data: bytes, secrets_of_photo: tuple[Secret, ...]
) -> None:
    said_of_it = found(secrets_of_photo, path, data)
    assert said_of_it.startswith("content/photos/blue-bus.yaml: this is not public yet")


def test_a_photograph_that_a_public_post_shows_is_none(tmp_path: Path) -> None:
    posts = {HIDDEN: secret(lead_photo="blue-bus"), MILK: post("Milk", lead_photo="blue-bus")}
    assert found(begin(tmp_path, {**BUS, **posts}).secrets, "a.html", PRINT.encode()) == ""


# A secret in every field


def test_nothing_of_any_field_is_in_any_byte(tmp_path: Path) -> None:
    word = "Xyzzyplugh"
    line = f"{word} came to the village with forty others."
    event = secret(
        type="event",
        title=f"{word} and forty blue buses",
        summary=line,
        starts="2027-06-10 10:00",
        venue=f"{word} hall",
        slug=f"{word.lower()}-in-town",
        id=f"{word.lower()}1",
        aliases=[f"/old/{word}.html"],
        protect=[word],
        key_figure=None,
        photos=[f"{word.lower()}-bus"],
        original={"publisher": f"{word} news", "date": "2026-01-01"},
    )
    files = photo(
        f"{word.lower()}-bus", credit=f"© UNICEF Serbia/2026/{word}", caption={"en": line}
    )
    begun = SmallSite.in_folder(
        tmp_path, {**files, HIDDEN: event.replace(LINE, line), MILK: post("Milk")}
    )
    begun.build()
    for file in begun.output.rglob("*"):
        assert word.lower() not in file.as_posix().lower()
        assert not file.is_file() or word.lower().encode() not in file.read_bytes().lower()


def test_at_its_hour_it_is_there(tmp_path: Path) -> None:
    hour = datetime(2027, 6, 1, 8, 0, tzinfo=UTC)  # ten in Belgrade, in summer
    SmallSite(tmp_path).write({**VOCABULARY, HIDDEN: secret()})
    for now, is_there in ((hour.replace(hour=7, minute=59), False), (hour, True)):
        build = begin(tmp_path, {}, replace(HOUSE, now=now))
        with chdir(tmp_path):
            assert ("en/news/forty-blue-buses/index.html" in build.outputs()) is is_there


def test_what_a_preview_remembers_of_it_does_not_get_out(tmp_path: Path) -> None:
    SmallSite(tmp_path).write({**VOCABULARY, HIDDEN: secret(), MILK: post("Milk")})
    for shown in (True, False):
        build = begin(tmp_path, {}, replace(HOUSE, show_unpublished=shown))
        with chdir(tmp_path):
            outputs = build.outputs()
        build.store.close()
        assert ("en/news/forty-blue-buses/index.html" in outputs) is shown
        assert any(b"Nobody knew" in output.data for output in outputs.values()) is shown
