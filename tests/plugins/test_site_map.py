"""The finished site tells search engines where its pages are."""

from __future__ import annotations

import re
from pathlib import Path

from small_site import SmallSite, post


def test_every_page_with_an_address_stands_in_the_sitemap(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, {"content/en/articles/milk.md": post("Milk for all")})
    site.build()
    parts = re.findall("<loc>https://example.org/(.*)</loc>", site.read("sitemap.xml"))
    listed = [
        address
        for part in parts
        for address in re.findall("<loc>https://example.org/(.*)</loc>", site.read(part))
    ]
    pages = (file.relative_to(site.output).as_posix() for file in site.output.rglob("*.html"))
    assert sorted(listed) == sorted(
        path.removesuffix("index.html") for path in pages if path != "404.html"
    )
    assert site.read("robots.txt") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
        "Sitemap: https://example.org/sitemap-news.xml\n"
    )


def test_what_is_not_public_is_not_named(tmp_path: Path) -> None:
    files = {
        "content/en/articles/milk.md": post("Milk for all", status="draft"),
        "content/en/articles/shoes.md": post("Shoes", id="shoes1", date="2027-05-05"),
    }
    site = SmallSite.in_folder(tmp_path, files)
    site.build()
    listed = "".join(file.read_text("utf-8") for file in site.output.glob("sitemap*.xml"))
    assert "milk" not in listed
    assert "shoes" not in listed
