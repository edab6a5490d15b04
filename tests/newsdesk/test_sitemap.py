"""Search engines are told of every page, in which languages it is, and when it last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from markupsafe import Markup
from small_site import begin, page, post

from newsdesk.outputs import Output
from newsdesk.sitemap import (
    Moments,
    alternates,
    list_of_parts,
    moments_of_posts,
    parts_of_sitemap,
)
from newsdesk.views import EditionLink, Page

SITE = "https://example.org"


def view(path: str, *editions: EditionLink) -> Page:
    """Make a page of the site; only its address matters."""
    return Page(
        path=f"{path}index.html",
        template="text.html",
        canonical=f"{SITE}/{path}",
        title="",
        heading=Markup(),
        description="",
        editions=editions,
        for_everyone=editions[0].canonical if editions else None,
    )


def edition(lang: str, path: str | None) -> EditionLink:
    """Make the way to a page in an edition, or none."""
    return EditionLink("", lang, path and f"/{path}", path and f"{SITE}/{path}")


def files(
    pages: Iterable[Page],
    moments: Mapping[str, Moments] | None = None,
    longest: int = 50_000,
) -> dict[str, str]:
    """Give the sitemap of pages with all its parts, by their paths."""
    outputs = [Output(page.path, b"", page) for page in pages]
    parts = parts_of_sitemap(outputs, moments or {}, longest)
    written = [file for part in parts for file in part.sheet.make() if isinstance(file, Output)]
    return {file.path: file.data.decode() for file in [*written, *list_of_parts(parts, SITE)]}


MILK = (edition("en", "en/news/milk/"), edition("sr-Latn", "sr/milk/"), edition("sr-Cyrl", None))


def test_a_sitemap_names_each_page_in_its_languages_and_its_last_change() -> None:
    pages = [view("en/news/milk/", *MILK), view("en/news/a&b/")]
    changed = datetime(2026, 11, 20, 10, tzinfo=UTC)
    moments = {"en/news/milk/index.html": Moments(2026, changed)}
    assert files(pages, moments) == {
        "sitemap-en.xml": """\
<?xml version='1.0' encoding='UTF-8'?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url>
    <loc>https://example.org/en/news/a&amp;b/</loc>
  </url>
  <url>
    <loc>https://example.org/en/news/milk/</loc>
    <lastmod>2026-11-20T10:00:00+00:00</lastmod>
    <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/news/milk/"/>
    <xhtml:link rel="alternate" hreflang="sr-Latn" href="https://example.org/sr/milk/"/>
    <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/en/news/milk/"/>
  </url>
</urlset>
""",
        "sitemap.xml": """\
<?xml version='1.0' encoding='UTF-8'?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap>
    <loc>https://example.org/sitemap-en.xml</loc>
    <lastmod>2026-11-20T10:00:00+00:00</lastmod>
  </sitemap>
</sitemapindex>
""",
        "robots.txt": "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n",
    }


def test_a_page_without_an_address_is_not_listed() -> None:
    lost = Page(
        path="404.html",
        template="not_found.html",
        canonical=None,
        title="",
        heading=Markup(),
        description="",
        editions=(),
    )
    assert files([lost]) == {
        "sitemap.xml": "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>\n',
        "robots.txt": "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n",
    }


def test_each_edition_has_a_part_of_its_own() -> None:
    paths = ["", "en/", "en/news/", "en/news/milk/", "sr/news/mleko/", "en/archive/2026/"]
    assert [*files(map(view, paths))] == [
        "sitemap-en.xml",
        "sitemap-top.xml",
        "sitemap-sr.xml",
        "sitemap.xml",
        "robots.txt",
    ]


def test_of_many_pages_each_kind_has_a_part_of_its_own() -> None:
    news = [view(f"en/news/{number}/") for number in range(1000)]
    found = files([view("en/"), view("en/archive/2026/"), *news])
    parts = {name: text.count("<url>") for name, text in found.items() if "<url>" in text}
    assert parts == {"sitemap-en-archive.xml": 1, "sitemap-en.xml": 1, "sitemap-en-news.xml": 1000}


def test_of_a_kind_with_many_pages_each_year_has_a_part_of_its_own() -> None:
    news = [view(f"en/news/{number}/") for number in range(1000)]
    moments = {
        f"en/news/{number}/index.html": Moments(
            year=2025 + number % 2, changed=datetime(2026, 11, 20, tzinfo=UTC)
        )
        for number in range(1000)
    }
    found = files([view("en/"), view("en/news/"), *news], moments)
    parts = {name: text.count("<url>") for name, text in found.items() if "<url>" in text}
    assert parts == {
        "sitemap-en.xml": 1,
        "sitemap-en-news.xml": 1,
        "sitemap-en-news-2025.xml": 500,
        "sitemap-en-news-2026.xml": 500,
    }


def test_more_pages_than_one_file_may_hold_make_several() -> None:
    found = files([view(f"en/news/{number}/") for number in range(5)], longest=2)
    names = ["sitemap-en.xml", "sitemap-en-2.xml", "sitemap-en-3.xml"]
    assert [*found] == [*names, "sitemap.xml", "robots.txt"]
    assert [found[name].count("<url>") for name in names] == [2, 2, 1]
    assert re.findall("<loc>(.*)</loc>", found["sitemap.xml"]) == [
        f"{SITE}/{name}" for name in names
    ]


def test_a_part_is_written_anew_when_a_page_or_its_last_change_is_another() -> None:
    def basis(page: Page, moments: Mapping[str, Moments]) -> bytes:
        (part,) = parts_of_sitemap([Output(page.path, b"", page)], moments)
        return part.sheet.basis

    changed = {"en/news/milk/index.html": Moments(2026, datetime(2026, 11, 20, tzinfo=UTC))}
    before = basis(view("en/news/milk/"), {})
    assert before == basis(view("en/news/milk/"), {})
    assert before != basis(view("en/news/milk/", *MILK), {})
    assert before != basis(view("en/news/milk/"), changed)


def test_the_sitemap_does_not_depend_on_the_order_of_pages() -> None:
    pages = [view(f"en/{number}/") for number in range(3)]
    assert files(pages) == files(pages[::-1])


def test_a_language_without_the_page_is_no_alternate() -> None:
    assert [*alternates(view("en/news/milk/", *MILK))] == [
        ("en", "https://example.org/en/news/milk/"),
        ("sr-Latn", "https://example.org/sr/milk/"),
        ("x-default", "https://example.org/en/news/milk/"),
    ]


GONE = {"at": "2026-11-24 09:30", "reason": "error", "explanation": "The numbers were wrong."}


def test_only_posts_with_a_day_have_a_last_change_and_only_major_ones_count(
    tmp_path: Path,
) -> None:
    corrected = [
        {"at": "2026-11-22", "level": "major", "note": "The number of glasses is right now."},
        {"at": "2026-11-23", "level": "minor", "note": "A comma."},
    ]
    content = {
        "content/en/articles/milk.md": post("Milk", changes=corrected),
        "content/en/articles/shoes.md": post("Shoes", id="shoes1"),
        "content/en/articles/gone.md": post(
            "Gone", id="gone01", status="withdrawn", withdrawn=GONE
        ),
        "content/en/pages/about.md": page("About"),
    }
    moments = moments_of_posts(begin(tmp_path, content).desks)
    assert {path: each.changed.isoformat() for path, each in moments.items()} == {
        "en/news/milk/index.html": "2026-11-22T00:00:00+01:00",
        "en/news/shoes/index.html": "2026-11-20T00:00:00+01:00",
        "en/news/gone/index.html": "2026-11-24T09:30:00+01:00",
    }
