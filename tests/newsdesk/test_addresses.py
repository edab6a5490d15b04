"""Addresses are promises: what is written here has been handed out and must not change."""

from __future__ import annotations

import pytest

from newsdesk.addresses import Addresses, file_of

AT_ROOT = Addresses("https://example.org", "", "en")
BELOW_ROOT = Addresses("https://example.org/site", "/site", "sr")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (AT_ROOT.home, "en/"),
        (AT_ROOT.archive, "en/archive/"),
        (AT_ROOT.categories, "en/categories/"),
        (AT_ROOT.post("news", "milk"), "en/news/milk/"),
        (AT_ROOT.category("media"), "en/categories/media/"),
        (AT_ROOT.category("media", 2), "en/categories/media/page/2/"),
        (AT_ROOT.feed("all", "atom"), "en/feeds/all.atom"),
        (AT_ROOT.feed("categories/media", "rss"), "en/feeds/categories/media.rss"),
        (BELOW_ROOT.home, "sr/"),
        (BELOW_ROOT.post("about", "history"), "sr/about/history/"),
    ],
)
def test_each_thing_has_its_path(path: str, expected: str) -> None:
    assert path == expected


@pytest.mark.parametrize(
    ("addresses", "link", "absolute"),
    [
        (AT_ROOT, "/en/", "https://example.org/en/"),
        (BELOW_ROOT, "/site/sr/", "https://example.org/site/sr/"),
    ],
)
def test_a_link_begins_at_the_root_of_the_host_and_an_address_names_the_host(
    addresses: Addresses, link: str, absolute: str
) -> None:
    assert addresses.link(addresses.home) == link
    assert addresses.absolute(addresses.home) == absolute


def test_no_leaf_of_one_category_can_be_taken_for_a_leaf_of_another() -> None:
    slugs = ("media", "media2", "media-2", "media-page-2", "page", "page-2", "2")
    paths = [AT_ROOT.category(slug, leaf) for slug in slugs for leaf in range(1, 30)]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("", "index.html"),
        ("en/", "en/index.html"),
        ("en/news/milk/", "en/news/milk/index.html"),
        ("en/feeds/all.atom", "en/feeds/all.atom"),
        ("404.html", "404.html"),
    ],
)
def test_a_folder_answers_with_its_index(path: str, file: str) -> None:
    assert file_of(path) == file
