"""Search engines are told of every page, in which languages it is, and when it last changed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from lxml import etree
from markupsafe import Markup
from small_site import begin, page, post

from newsdesk.sitemap import alternates, last_changes, sitemap_files
from newsdesk.views import EditionLink, Page

SITE = "https://example.org"


def view(path: str, *editions: EditionLink, source: str | None = None) -> Page:
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
        source=source,
    )


def edition(lang: str, path: str | None) -> EditionLink:
    """Make the way to a page in an edition, or none."""
    return EditionLink("", lang, path and f"/{path}", path and f"{SITE}/{path}")


MILK = (edition("en", "en/news/milk/"), edition("sr-Latn", "sr/milk/"), edition("sr-Cyrl", None))


def test_a_sitemap_names_each_page_in_its_languages_and_its_last_change() -> None:
    pages = [view("en/news/milk/", *MILK, source="content/en/articles/milk.md"), view("en/a&b/")]
    changes = {"content/en/articles/milk.md": datetime(2026, 11, 20, 10, tzinfo=UTC)}
    files = {file.path: file.data.decode() for file in sitemap_files(pages, changes, SITE)}
    assert files == {
        "sitemap-1.xml": """\
<?xml version='1.0' encoding='UTF-8'?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url>
    <loc>https://example.org/en/a&amp;b/</loc>
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
    <loc>https://example.org/sitemap-1.xml</loc>
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
    sitemap, _ = sitemap_files([lost], {}, SITE)
    assert sitemap.data == (
        b"<?xml version='1.0' encoding='UTF-8'?>\n"
        b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>\n'
    )


def test_more_pages_than_one_file_may_hold_make_several_and_a_list_of_them() -> None:
    pages = [view(f"en/{number}/") for number in range(5)]
    files = {file.path: file.data for file in sitemap_files(pages, {}, SITE, longest=2)}
    assert list(files) == [
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap-3.xml",
        "sitemap.xml",
        "robots.txt",
    ]
    assert [len(etree.fromstring(files[f"sitemap-{number}.xml"])) for number in (1, 2, 3)] == [
        2,
        2,
        1,
    ]
    assert (
        files["sitemap.xml"].decode()
        == """\
<?xml version='1.0' encoding='UTF-8'?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap>
    <loc>https://example.org/sitemap-1.xml</loc>
  </sitemap>
  <sitemap>
    <loc>https://example.org/sitemap-2.xml</loc>
  </sitemap>
  <sitemap>
    <loc>https://example.org/sitemap-3.xml</loc>
  </sitemap>
</sitemapindex>
"""
    )


def test_the_sitemap_does_not_depend_on_the_order_of_pages() -> None:
    pages = [view(f"en/{number}/") for number in range(3)]
    assert [*sitemap_files(pages, {}, SITE)] == [*sitemap_files(pages[::-1], {}, SITE)]


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
    files = {
        "content/en/articles/milk.md": post("Milk", changes=corrected),
        "content/en/articles/shoes.md": post("Shoes", id="shoes1"),
        "content/en/articles/gone.md": post(
            "Gone", id="gone01", status="withdrawn", withdrawn=GONE
        ),
        "content/en/pages/about.md": page("About"),
    }
    changes = last_changes(begin(tmp_path, files).catalogue)
    assert {path: time.isoformat() for path, time in changes.items()} == {
        "content/en/articles/milk.md": "2026-11-22T00:00:00+01:00",
        "content/en/articles/shoes.md": "2026-11-20T00:00:00+01:00",
        "content/en/articles/gone.md": "2026-11-24T09:30:00+01:00",
    }
