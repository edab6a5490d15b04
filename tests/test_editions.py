"""The real site in its editions: each page knows the others, and each edition keeps its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import chdir
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from lxml import etree
from pelican.settings import get_settings_from_file
from small_site import ROOT

from newsdesk.addresses import file_of
from newsdesk.build import Build
from newsdesk.settings import read_settings
from newsdesk.sitemap import moments_of_posts, parts_of_sitemap

NAMESPACES = {
    "x": "http://www.w3.org/1999/xhtml",
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
}
NOT_FOUND = "404.html"
Alternates = dict[str, str]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Make the real site and its sitemap, without writing them."""
    given = get_settings_from_file(str(ROOT / "pelicanconf.py"))
    settings = read_settings(given | {"NEWSDESK_NOW": datetime(2027, 1, 1, tzinfo=UTC)})
    with chdir(tmp_path_factory.mktemp("real")):
        build = Build.begin(settings, ROOT / "content", ROOT / "theme")
        build.directories.append(
            lambda pages: build.printed(
                "sitemap",
                [part.sheet for part in parts_of_sitemap(pages, moments_of_posts(build.desks))],
            )
        )
        return {path: output.data for path, output in build.outputs().items()}


@pytest.fixture(scope="module")
def pages(files: Mapping[str, bytes]) -> Mapping[str, BeautifulSoup]:
    """Read every page of the real site, by its path."""
    return {
        path: BeautifulSoup(data, "lxml") for path, data in files.items() if path.endswith(".html")
    }


# The same page in every language


def alternates(page: BeautifulSoup) -> Alternates:
    """Give the address of the same page in each language, as the page names them."""
    return {
        str(link["hreflang"]): str(link["href"])
        for link in page.select("head link[rel=alternate][hreflang]")
    }


def canonical(page: BeautifulSoup) -> str | None:
    """Give the address that a page says it has."""
    link = page.select_one("head link[rel=canonical]")
    return str(link["href"]) if link else None


@pytest.fixture(scope="module")
def by_address(pages: Mapping[str, BeautifulSoup]) -> Mapping[str, Alternates]:
    """Give what each page with an address names as its alternates."""
    return {address: alternates(page) for page in pages.values() if (address := canonical(page))}


def test_every_page_names_its_own_address(pages: Mapping[str, BeautifulSoup]) -> None:
    assert len(pages) > 50
    for path, page in pages.items():
        address = canonical(page)
        if path == NOT_FOUND:
            assert address is None
        else:
            assert address is not None
            assert file_of(address.removeprefix("http://127.0.0.1:8000/")) == path


def test_a_page_in_other_languages_is_there_and_points_back(
    by_address: Mapping[str, Alternates],
) -> None:
    assert any(len(named) == 4 for named in by_address.values())
    for address, named in by_address.items():
        for lang, other in named.items():
            assert other in by_address, f"{address} names {other}"
            assert address in by_address[other].values(), f"{other} does not name {address}"
            assert lang == "x-default" or by_address[other][lang] == other


def test_a_page_is_named_in_its_own_language_first_of_all(
    pages: Mapping[str, BeautifulSoup],
) -> None:
    for page in pages.values():
        address, named = canonical(page), alternates(page)
        assert page.html is not None
        if named and address != "http://127.0.0.1:8000/":
            assert named[str(page.html["lang"])] == address


def test_the_sitemap_says_the_same_as_the_pages(
    files: Mapping[str, bytes], by_address: Mapping[str, Alternates]
) -> None:
    parts = [data for path, data in files.items() if re.fullmatch(r"sitemap-.*\.xml", path)]
    listed = {
        entry.findtext("s:loc", namespaces=NAMESPACES): {
            str(link.get("hreflang")): str(link.get("href"))
            for link in entry.iterfind("x:link", NAMESPACES)
        }
        for part in parts
        for entry in etree.fromstring(part).iterfind("s:url", NAMESPACES)
    }
    assert listed == by_address


# The letters of an edition

# What stays in Latin in a Cyrillic text: names of organisations, standards, formats, e-mail
# addresses, and the title of a page in English.
STAYS = {
    "UNICEF",
    "UNICEF-а",
    "UNICEF-у",
    "MODS",
    "AA",
    "EN",
    "WCAG",
    "Atom",
    "RSS",
    "JSON",
    "accessibility@example.org",
    "press@example.org",
    *("Strengthening", "families", "windows", "of", "opportunity"),
}
READ_ALOUD = ("alt", "title", "aria-label", "placeholder")
META = (
    'meta[name="description"], meta[property="og:title"], meta[property="og:description"], '
    'meta[property="og:site_name"], meta[property="og:image:alt"]'
)
OF_MACHINES = frozenset(("code", "kbd", "pre", "samp", "script", "style", "svg"))
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
AROUND = "„”“’.,:;!?()…·–©"


def texts(page: BeautifulSoup) -> Iterator[str]:
    """Give what is read of a page, in the language of the page."""
    for text in page.find_all(string=True):
        if not isinstance(text, PreformattedString) and _is_of_the_page(text):
            yield str(text)
    for tag in page.find_all(lambda tag: any(name in tag.attrs for name in READ_ALOUD)):
        if _is_of_the_page(tag):
            yield from (str(tag[name]) for name in READ_ALOUD if name in tag.attrs)
    yield from (str(tag["content"]) for tag in page.select(META))


def _is_of_the_page(place: NavigableString | Tag) -> bool:
    """Tell whether nothing around a place is in another language or in none."""
    around = [place, *place.parents] if isinstance(place, Tag) else [*place.parents]
    if any(tag.name in OF_MACHINES for tag in around):
        return False
    return next(tag["lang"] for tag in around if "lang" in tag.attrs) == "sr-Cyrl"


def test_the_cyrillic_edition_holds_no_latin_but_what_is_meant(
    pages: Mapping[str, BeautifulSoup],
) -> None:
    found = {
        word.strip(AROUND)
        for path, page in pages.items()
        if path.startswith("sr-cyrl/")
        for text in texts(page)
        for word in text.split()
        if LATIN.search(word) and word != canonical(page)
    }
    assert found == STAYS


def test_the_other_editions_hold_no_cyrillic_at_all(pages: Mapping[str, BeautifulSoup]) -> None:
    found = {
        word
        for path, page in pages.items()
        if path.startswith(("sr/", "en/"))
        for word in page.get_text(" ").split()
        if re.search("[\u0400-\u04ff]", word)
    }
    assert found == {"Српски"}
