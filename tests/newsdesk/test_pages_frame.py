"""Around every page: its title, the way back, and the same page in the other editions."""

from __future__ import annotations

import pytest
from small_site import begin, page, post

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.frame import everyone, everywhere, home_crumb, page_title, where_it_is

FILES = {
    "content/en/articles/milk.md": post("Milk", slug="milk"),
    "content/sr/articles/milk.md": post("Mleko", slug="milk", lang="sr-Latn"),
    "content/sr/articles/shoes.md": post("Cipele", id="shoes1", lang="sr-Latn"),
    "content/en/pages/about.md": page("About us"),
}


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, ...]:
    return begin(tmp_path_factory.mktemp("frame"), FILES).desks


def item(desk: Desk, identity: str) -> Item:
    found = desk.shelf.item(identity)
    assert found
    return found


def test_a_page_that_all_editions_have_is_found_in_each(desks: tuple[Desk, ...]) -> None:
    assert everywhere(desks[1], lambda addresses: addresses.archive) == (
        views.EditionLink("English", "en", "/en/archive/", "https://example.org/en/archive/"),
        views.EditionLink(
            "Srpski", "sr-Latn", "/sr/archive/", "https://example.org/sr/archive/", current=True
        ),
        views.EditionLink(
            "Српски", "sr-Cyrl", "/sr-cyrl/archive/", "https://example.org/sr-cyrl/archive/"
        ),
    )


@pytest.mark.parametrize(
    ("edition", "identity", "expected"),
    [
        (0, "milk01", ["/en/news/milk/", "/sr/news/milk/", "/sr-cyrl/news/milk/"]),
        (1, "milk01", ["/en/news/milk/", "/sr/news/milk/", "/sr-cyrl/news/milk/"]),
        (0, "about1", ["/en/about/about-us/", None, None]),
        (2, "shoes1", [None, "/sr/news/cipele/", "/sr-cyrl/news/cipele/"]),
    ],
)
def test_an_item_is_found_where_it_is(
    desks: tuple[Desk, ...], edition: int, identity: str, expected: list[str | None]
) -> None:
    links = where_it_is(desks[edition], item(desks[edition], identity))

    assert [link.address for link in links] == expected
    assert [link.current for link in links].index(True) == edition


@pytest.mark.parametrize(
    ("edition", "identity", "address"),
    [
        (2, "milk01", "https://example.org/en/news/milk/"),
        (2, "shoes1", "https://example.org/sr/news/cipele/"),
    ],
)
def test_who_speaks_no_language_of_ours_is_led_to_the_first_edition_that_has_it(
    desks: tuple[Desk, ...], edition: int, identity: str, address: str
) -> None:
    assert everyone(where_it_is(desks[edition], item(desks[edition], identity))) == address


def test_where_no_edition_has_a_page_nobody_is_led_anywhere(desks: tuple[Desk, ...]) -> None:
    assert everyone(desks[0].edition_links(lambda _: None)) is None


def test_a_title_ends_in_the_name_of_the_site(desks: tuple[Desk, ...]) -> None:
    assert [page_title(desk, "Milk") for desk in desks] == [
        "Milk – UNICEF Serbia",
        "Milk – UNICEF Srbija",
        "Milk – UNICEF Србија",
    ]


def test_the_way_back_begins_at_home(desks: tuple[Desk, ...]) -> None:
    assert [home_crumb(desk) for desk in desks] == [
        views.Link("Home", "/en/"),
        views.Link("Početna", "/sr/"),
        views.Link("Почетна", "/sr-cyrl/"),
    ]
