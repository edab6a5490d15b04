"""Old addresses lead on, never in circles, out of the site, or over a page that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_items import item, page
from small_site import HOUSE

from newsdesk.redirects import Moved, Redirect, check_redirects, read_moved, redirects_of

PAGES = frozenset({"/", "/en/", "/en/news/milk/", "/en/archive/"})


def moved(folder: Path, text: str) -> tuple[Moved, list[str]]:
    (folder / "moved.yaml").write_text(text, "utf-8")
    found, problems = read_moved(folder)
    return found, [str(each).replace(f"{folder.as_posix()}/", "") for each in problems]


def test_a_site_on_which_nothing_has_moved_has_no_list(tmp_path: Path) -> None:
    assert read_moved(tmp_path) == (Moved(), [])


def test_aliases_and_the_list_are_put_together(tmp_path: Path) -> None:
    found, problems = moved(tmp_path, "/b.html: /en/\n/c.html: gone\n")
    assert problems == []
    items = [item("milk", aliases=["/a.html"]), page("mleko", lang="sr-Cyrl", aliases=["/d/"])]
    assert redirects_of(items, found, HOUSE) == (
        Redirect("/a.html", "/en/news/milk/"),
        Redirect("/b.html", "/en/"),
        Redirect("/c.html", None),
        Redirect("/d/", "/sr/about/mleko/"),
    )


@pytest.mark.parametrize(
    "address",
    [
        "a.html",
        "//evil.example/a",
        "/../a.html",
        "/a/./b",
        "/a//b",
        "/a\\b",
        "/a<b",
        "/a*",
        '/a"b',
        "/a/%2e%2e/%2e%2e/b",
        "/a%00",
        "/a%FF",
    ],
)
def test_an_address_stays_within_the_site(address: str, tmp_path: Path) -> None:
    _, problems = moved(tmp_path, f"'{address}': /en/\n")
    assert problems == [
        (
            f"moved.yaml:1: “{address}” is not an address of this site\n"
            "    Hint: type one that begins with / and has neither // nor ..; or gone"
        )
    ]
    if address.startswith("/"):
        (problem,) = check_redirects([item("milk", aliases=[address])], Moved(), PAGES)
        assert str(problem).startswith(f"milk.md:6: “{address}” is not an address of this site")


@pytest.mark.parametrize("alias", ["/en/archive/", "/en/archive", "/en/news/milk/index.html"])
def test_no_old_address_takes_over_a_page(alias: str) -> None:
    (problem,) = check_redirects([item("milk", aliases=[alias])], Moved(), PAGES)
    assert str(problem) == (
        f"milk.md:6: “{alias}” is a page of this site, not an old address\n"
        "    Hint: take it out of aliases"
    )


def test_a_new_address_is_a_page_of_the_site(tmp_path: Path) -> None:
    found, _ = moved(tmp_path, "/a.html: /en/archvie/\n/b.html: /en/archive/\n")
    assert [
        str(each).replace(f"{tmp_path.as_posix()}/", "")
        for each in check_redirects([], found, PAGES)
    ] == [
        (
            "moved.yaml:1: the link “/en/archvie/” leads nowhere\n"
            "    Hint: type the address of a page of this site, or gone"
        )
    ]
