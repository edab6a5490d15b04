"""What pages say to other sites and to programs is what their readers see, on every page."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from file_server import is_signpost
from PIL import Image
from small_site import SmallSite, page, photo, post

ROOT = Path(__file__).parents[1]
HOST = "https://unicef-serbia.example.org"
BOILERPLATE = """\
about:
  title: {en: About us, sr-Latn: O nama}
  text: {en: Who we are., sr-Latn: Ko smo.}
"""
# Under these names stand words that a reader sees.
SHOWN = frozenset((
    "name", "headline", "description", "caption", "creditText", "text", "jobTitle",
    "articleSection", "keywords", "dateline",
))  # fmt: skip


@pytest.fixture(scope="module")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site as it goes on line."""
    folder = tmp_path_factory.mktemp("meta") / "output"
    typed = ["build", "--settings", "publishconf.py", "--output", str(folder)]
    subprocess.run([sys.executable, "-m", "newsdesk", *typed], cwd=ROOT, check=True)  # noqa: S603 - ours
    return folder


def large_photo(key: str) -> dict[str, str | bytes]:
    picture = BytesIO()
    Image.new("RGB", (1300, 900), "green").save(picture, "JPEG")
    return photo(key) | {f"content/photos/{key}.jpg": picture.getvalue()}


@pytest.fixture(scope="module")
def site_of_all_kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site with one post of every kind, each with all that it can have."""
    event = post(
        "Milk & <b>“bread”</b>",
        id="event1",
        type="event",
        starts="2027-02-01 10:00",
        ends="2027-02-01 12:00",
        venue="School of the Village",
        organisers=["school"],
        speakers=["jelena"],
    )
    report = post(
        "Milk in figures",
        id="report",
        type="publication",
        downloads=[{"file": "milk.pdf", "language": "en", "title": "The report"}],
    )
    release = post(
        "Milk for </script> all",
        id="releas",
        type="press_release",
        dateline={"place": "Belgrade", "date": "2026-11-20"},
        contacts=["press"],
        boilerplate=["about"],
        lead_photo="boy",
        changes=[{"at": "2026-11-23", "note": "Not 32 but 23.", "level": "major"}],
    )
    story = post("A story", id="story1", type="story", lead_photo="none", authors=["jelena"])
    withdrawn = post(
        "Gone",
        id="gone01",
        status="withdrawn",
        withdrawn={"at": "2026-11-24", "reason": "error", "explanation": "A figure was wrong."},
    )
    texts = {
        "event": event, "report": report, "release": release, "story": story, "gone": withdrawn,
    }  # fmt: skip
    files = {f"content/en/articles/{name}.md": text for name, text in texts.items()}
    site = SmallSite.in_folder(
        tmp_path_factory.mktemp("kinds"),
        {
            **files,
            **large_photo("boy"),
            "content/files/milk.pdf": b"%PDF",
            "content/vocabulary/boilerplate.yaml": BOILERPLATE,
            "content/en/pages/about.md": page("About us"),
        },
        SITEURL=HOST,
        NEWSDESK_SOCIAL_CARDS=True,
    )
    site.build()
    return site.output


@pytest.fixture(params=["real_site", "site_of_all_kinds"])
def folder(request: pytest.FixtureRequest) -> Path:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def pages(folder: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    for file in sorted(folder.rglob("*.html")):
        if file.name != "404.html" and not is_signpost(file):
            name = file.relative_to(folder).as_posix()
            yield name, BeautifulSoup(file.read_text("utf-8"), "lxml")


def meta(html: BeautifulSoup, name: str) -> str | None:
    found = html.select_one(f'meta[property="{name}"]')
    return str(found["content"]) if found else None


def data(html: BeautifulSoup) -> list[dict[str, Any]]:
    blocks = html.select('script[type="application/ld+json"]')
    assert len(blocks) <= 1
    return [thing for block in blocks for thing in json.loads(block.get_text())["@graph"]]


def plain(text: str) -> str:
    return " ".join(text.split())


def words(html: BeautifulSoup) -> str:
    body = html.body
    assert isinstance(body, Tag)
    return plain(body.get_text(" ")) + " " + plain(body.get_text())


def told(value: object, key: str = "") -> Iterator[str]:
    """Give every word of the data that a reader should see."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from told(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from told(inner, key)
    elif key in SHOWN:
        yield str(value)


def test_every_page_has_one_first_heading_and_its_own_address(folder: Path) -> None:
    for name, html in pages(folder):
        assert len(html.select("h1")) == 1, name
        (canonical,) = html.select("link[rel=canonical]")
        address = f"{HOST}/{name.removesuffix('index.html')}"
        assert (canonical["href"], meta(html, "og:url")) == (address, address), name


def test_every_word_that_programs_are_told_can_be_read_on_the_page(folder: Path) -> None:
    for name, html in pages(folder):
        shown = words(html)
        lost = [word for word in told(data(html)) if plain(word) not in shown]
        assert lost == [], name


def test_every_page_below_the_front_tells_the_way_to_it(folder: Path) -> None:
    for name, html in pages(folder):
        links = html.select(".breadcrumbs a")
        lists = [thing for thing in data(html) if thing["@type"] == "BreadcrumbList"]
        if not links:
            assert lists == [], name
            continue
        (way,) = lists
        *steps, last = way["itemListElement"]
        here = f"{HOST}/{name}"
        assert [(step["name"], step["item"]) for step in steps] == [
            (plain(link.get_text()), urljoin(here, str(link["href"]))) for link in links
        ], name
        assert last["name"] == plain(html.select("h1")[0].get_text()), name
        assert "item" not in last
        assert [step["position"] for step in (*steps, last)] == [*range(1, len(links) + 2)]


def articles(folder: Path) -> Iterator[tuple[str, BeautifulSoup, dict[str, Any]]]:
    for name, html in pages(folder):
        for thing in data(html):
            if thing["@type"] in {"NewsArticle", "Event", "Report"}:
                yield name, html, thing


def test_the_headline_days_and_authors_are_those_of_the_page(folder: Path) -> None:
    found = 0
    for name, html, thing in articles(folder):
        found += 1
        assert thing.get("headline", thing.get("name")) == plain(html.h1.get_text()), name  # type: ignore[union-attr] # tested above
        assert thing["url"] == meta(html, "og:url")
        assert thing["inLanguage"] == html.html["lang"]  # type: ignore[index] # every page has one
        if thing["@type"] == "Event":
            continue
        published = html.select_one(".byline time")
        assert published
        assert thing["datePublished"] == published["datetime"], name
        assert thing["datePublished"] == meta(html, "article:published_time")
        assert thing.get("dateModified") == meta(html, "article:modified_time")
        authors = thing["author"] if isinstance(thing["author"], list) else [thing["author"]]
        byline = plain(html.select(".byline")[0].get_text())
        house = meta(html, "og:site_name")
        assert all(each["name"] in byline or each["name"] == house for each in authors), name
        assert meta(html, "article:section") == thing["articleSection"][0]
    assert found >= 3


def test_the_image_is_the_one_on_the_page_or_the_card(folder: Path) -> None:
    for name, html, thing in articles(folder):
        photograph = html.select_one(".article-photo img")
        address = urljoin(HOST, str(photograph["src"])) if photograph else meta(html, "og:image")
        assert thing["image"]["url"] == address, name
        assert (folder / urlsplit(address or "").path.lstrip("/")).is_file()


def test_every_page_has_a_card_of_the_size_that_it_tells(folder: Path) -> None:
    for name, html in pages(folder):
        address = meta(html, "og:image")
        assert address, name
        with Image.open(folder / urlsplit(address).path.lstrip("/")) as image:
            size = (int(meta(html, "og:image:width") or 0), int(meta(html, "og:image:height") or 0))
            assert image.size == size, name
        assert meta(html, "og:image:alt"), name


def test_an_event_and_a_report_are_told_as_what_they_are(site_of_all_kinds: Path) -> None:
    kinds = {thing["@type"]: (html, thing) for _, html, thing in articles(site_of_all_kinds)}
    assert set(kinds) == {"NewsArticle", "Event", "Report"}
    html, event = kinds["Event"]
    time = html.select_one(".occasion time")
    assert time
    assert event["startDate"] == time["datetime"]
    html, report = kinds["Report"]
    files = {urljoin(HOST, str(link["href"])) for link in html.select(".downloads a")}
    assert {file["contentUrl"] for file in report["encoding"]} == files


def test_the_front_pages_tell_whose_site_it_is(real_site: Path) -> None:
    for edition, name in (("en", "UNICEF Serbia"), ("sr", "UNICEF Srbija")):
        html = BeautifulSoup((real_site / edition / "index.html").read_text("utf-8"), "lxml")
        website, organisation, *_ = data(html)
        assert (website["@type"], website["name"]) == ("WebSite", name)
        assert (organisation["@type"], organisation["name"]) == ("Organization", name)
        assert website["url"] == organisation["url"] == f"{HOST}/{edition}/"


def test_each_edition_tells_its_language_and_country(real_site: Path) -> None:
    for edition, locale in (("en", "en_GB"), ("sr", "sr_RS"), ("sr-cyrl", "sr_RS")):
        html = BeautifulSoup((real_site / edition / "index.html").read_text("utf-8"), "lxml")
        assert meta(html, "og:locale") == locale
