"""What was found out about finished files is believed as long as nothing has changed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from markupsafe import Markup

from newsdesk import inspected
from newsdesk.header import Source
from newsdesk.inspected import dead_links_of_new_pages, feed_ids
from newsdesk.links import dead_links
from newsdesk.memory import Store
from newsdesk.outputs import Output, by_path
from newsdesk.problems import Problem
from newsdesk.views import Page

SITE = "https://example.org"
MILK, SHOES = "en/milk/index.html", "en/shoes/index.html"
PAGES = {
    MILK: '<h2 id="glasses">x</h2><a href="/en/shoes/#sizes">x</a>',
    SHOES: '<h2 id="sizes">x</h2>',
}
DEAD = "theme/templates/text.html: the link “{}” leads {}"


def output(path: str, html: str) -> Output:
    view = Page(
        path=path,
        template="text.html",
        canonical=None,
        title="",
        heading=Markup(),
        description="",
        editions=(),
    )
    return Output(path, html.encode(), view)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths of the pages whose links are followed."""
    paths: list[str] = []
    real = dead_links

    def counted(
        outputs: Mapping[str, Output],
        site_url: str,
        sources: Mapping[str, Source],
        of: list[str],
    ) -> Iterator[Problem]:
        paths.extend(of)
        return real(outputs, site_url, sources, of)

    monkeypatch.setattr(inspected, "dead_links", counted)
    return paths


def dead(pages: Mapping[str, str], store: Store) -> list[str]:
    """Give what is wrong with the links of a site, without the hints."""
    outputs = by_path(output(path, html) for path, html in pages.items())
    found = dead_links_of_new_pages(outputs, SITE, {}, store)
    return [str(each).partition("\n")[0] for each in found]


def test_only_new_pages_are_followed(store: Store, followed: list[str]) -> None:
    assert dead(PAGES, store) == []
    assert followed == [MILK, SHOES]
    assert dead(PAGES, store) == []
    assert dead({**PAGES, SHOES: '<h2 id="sizes">y</h2><h3 id="more">y</h3>'}, store) == []
    assert followed[2:] == [SHOES]


def test_a_dead_link_is_told_in_each_build_until_it_is_mended(store: Store) -> None:
    dead(PAGES, store)
    broken = {**PAGES, SHOES: '<h2 id="sizes">x</h2><a href="/en/hats/">x</a>'}
    for _ in range(2):
        assert dead(broken, store) == [DEAD.format("/en/hats/", "nowhere")]
    assert dead(PAGES, store) == []


def test_an_old_page_is_followed_again_when_what_it_leads_to_is_gone(store: Store) -> None:
    dead(PAGES, store)
    assert dead({MILK: PAGES[MILK]}, store) == [DEAD.format("/en/shoes/#sizes", "nowhere")]


def test_an_old_page_is_followed_again_when_a_place_is_gone(store: Store) -> None:
    dead(PAGES, store)
    without = {**PAGES, SHOES: '<h2 id="numbers">x</h2>'}
    assert dead(without, store) == [DEAD.format("/en/shoes/#sizes", "to no place on its page")]


def test_the_id_of_a_feed_is_read_once_for_the_same_bytes(store: Store) -> None:
    looked = list[str]()

    def feed(name: str) -> bytes:
        looked.append(name)
        return f"<feed><id>{name}</id></feed>".encode()

    def ids(name: str) -> dict[str, str]:
        files = by_path(
            [
                Output("all.atom", lambda: feed(name), name=name.encode()),
                Output("all.rss", lambda: feed(name), name=b"rss"),
            ]
        )
        return feed_ids(files, store)

    assert (ids("one"), ids("one"), looked) == ({"all.atom": "one"}, {"all.atom": "one"}, ["one"])
    assert ids("two") == {"all.atom": "two"}
