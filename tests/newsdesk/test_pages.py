"""Which pages an edition has, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_site import HOUSE, begin, desk, many, page, pages_of, post

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages import language_page, not_found_page, site_view
from newsdesk.pages.archive import archive_page
from newsdesk.pages.categories import categories_page, category_list
from newsdesk.pages.home import home_page
from newsdesk.pages.leaves import leaf_pages

ABOUT = page("About us", contacts=["press"])
HISTORY = page(
    "Our history",
    id="histo1",
    timeline=[{"year": 1947, "until": 1950, "title": "Milk", "text": "It came."}],
)
PAGES = {"content/en/pages/about.md": ABOUT, "content/en/pages/history.md": HISTORY}


def leaves(english: Desk, slug: str) -> Iterator[views.ListPage]:
    return leaf_pages(english, category_list(english, slug))


def titles(teasers: tuple[views.Teaser, ...]) -> list[str]:
    return [teaser.title.replace("&nbsp;", " ") for teaser in teasers]


# The edition as a whole


def test_an_edition_has_these_pages(tmp_path: Path) -> None:
    english = desk(tmp_path, {**many(2), **PAGES})
    assert sorted(page.path for page in pages_of(english)) == [
        "en/about/about-us/index.html",
        "en/about/index.html",
        "en/about/our-history/index.html",
        "en/archive/2026/index.html",
        "en/archive/index.html",
        "en/categories/emergencies/index.html",
        "en/categories/health/index.html",
        "en/categories/index.html",
        "en/categories/media/index.html",
        "en/corrections/index.html",
        "en/events/index.html",
        "en/feeds/index.html",
        "en/index.html",
        "en/media-centre/index.html",
        "en/news/index.html",
        "en/news/post-1/index.html",
        "en/news/post-2/index.html",
        "en/press-releases/index.html",
        "en/programmes/index.html",
        "en/publications/index.html",
        "en/search/index.html",
        "en/statements/index.html",
        "en/stories/index.html",
    ]


def test_an_edition_without_posts_has_pages_that_say_nothing_false(tmp_path: Path) -> None:
    english = desk(tmp_path, {})
    home = home_page(english)
    assert (home.lead, home.latest, home.mission) == (None, (), None)
    assert archive_page(english).entries == ()
    assert [page.path for page in pages_of(english) if page.template == "article.html"] == []


def test_every_page_stands_where_its_canonical_address_says(tmp_path: Path) -> None:
    for page_ in pages_of(desk(tmp_path, {**many(45), **PAGES})):
        assert page_.canonical == f"https://example.org/{page_.path.removesuffix('index.html')}"


def test_each_edition_has_the_posts_of_its_language_only(tmp_path: Path) -> None:
    serbian = post("Mleko", lang="sr-Latn", id="mleko1")
    build = begin(tmp_path, {**many(1), "content/sr/articles/mleko.md": serbian})
    fronts = [home_page(each).lead for each in build.desks]
    assert [lead and lead.title for lead in fronts] == ["Post&nbsp;1", "Mleko", "Млеко"]


# What all pages share


def test_the_menu_leads_to_the_pages_that_the_edition_has(tmp_path: Path) -> None:
    house = replace(HOUSE, menu=("about1", "sajam1"), service_pages=("histo1",))
    fair = page("Sajam", id="sajam1", lang="sr-Latn")
    build = begin(tmp_path, {**PAGES, "content/sr/pages/sajam.md": fair}, house)
    english, serbian = (site_view(each, build.assets) for each in build.desks[:2])
    assert english.menu == (
        views.Link("About us", "/en/about/about-us/"),
        views.Link("Categories", "/en/categories/"),
        views.Link("Archive", "/en/archive/"),
        views.Link("Media centre", "/en/media-centre/"),
    )
    feeds = views.Link("Feeds", "/en/feeds/")
    corrections = views.Link("Corrections", "/en/corrections/")
    history = views.Link("Our history", "/en/about/our-history/")
    assert english.service_pages == (history, feeds, corrections)
    assert [link.address for link in serbian.menu] == [
        "/sr/about/sajam/",
        "/sr/categories/",
        "/sr/archive/",
        "/sr/media-centre/",
    ]
    assert [link.address for link in serbian.service_pages] == ["/sr/feeds/", "/sr/corrections/"]
    assert (english.name, english.lang, english.home) == ("UNICEF Serbia", "en", "/en/")
    assert english.stylesheet == f"/{build.assets.stylesheet.name}"
    assert english.script == f"/{build.assets.script.name}"
    assert english.icon == f"/{build.assets.icon.name}"


# The front


def test_the_newest_post_leads_and_the_ones_before_it_follow(tmp_path: Path) -> None:
    house = replace(HOUSE, latest_length=2, menu=("about1",))
    home = home_page(desk(tmp_path, {**many(5), **PAGES}, house))
    assert home.lead
    assert home.lead.title == "Post&nbsp;5"
    assert titles(home.latest) == ["Post 4", "Post 3"]
    assert home.mission == views.Link("About us", "/en/about/about-us/")
    assert [category.slug for category in home.categories] == ["media", "health", "emergencies"]
    assert (home.title, home.description) == ("UNICEF Serbia", "for every child")


def test_posts_of_one_day_stand_in_the_order_of_their_ids_whatever_their_files_are_called(
    tmp_path: Path,
) -> None:
    files = {
        "content/en/articles/a.md": post("Shoes", id="shoes1"),
        "content/en/articles/b.md": post("Milk", id="milk01"),
    }
    (leaf,) = leaves(desk(tmp_path, files), "media")
    assert titles(leaf.posts) == ["Milk", "Shoes"]


# Categories


def test_the_list_of_categories_is_complete(tmp_path: Path) -> None:
    found = categories_page(desk(tmp_path, many(1)))
    assert [(each.name, each.count) for each in found.categories] == [
        ("Media", 1),
        ("Health", 0),
        ("Emergencies", 0),
    ]
    assert found.title == "Categories – UNICEF Serbia"
    assert found.breadcrumbs == (views.Link("Home", "/en/"),)


def test_a_post_stands_in_each_of_its_categories(tmp_path: Path) -> None:
    english = desk(tmp_path, many(1, categories=["health", "media"]))
    shown = {slug: next(leaves(english, slug)).posts for slug in english.categories}
    assert {slug: titles(posts) for slug, posts in shown.items()} == {
        "media": ["Post 1"],
        "health": ["Post 1"],
        "emergencies": [],
    }


@pytest.mark.parametrize(
    ("posts", "lengths"),
    [(0, [0]), (1, [1]), (39, [39]), (40, [20, 20]), (59, [39, 20]), (61, [21, 20, 20])],
)
def test_leaves_are_full_and_the_front_one_has_at_least_as_many_posts(
    tmp_path: Path, posts: int, lengths: list[int]
) -> None:
    found = list(leaves(desk(tmp_path, many(posts)), "media"))
    assert [len(leaf.posts) for leaf in found] == lengths
    assert [leaf.leaf for leaf in found] == [*range(len(lengths))]
    shown = [title for leaf in (found[0], *found[:0:-1]) for title in titles(leaf.posts)]
    assert shown == [f"Post {number}" for number in range(posts, 0, -1)]


def test_a_new_post_changes_no_leaf_but_the_front_one(tmp_path: Path) -> None:
    before = list(leaves(desk(tmp_path / "before", many(61)), "media"))
    after = list(leaves(desk(tmp_path / "after", many(62)), "media"))
    assert before[1:] == after[1:]
    assert [titles(found[0].posts)[0] for found in (before, after)] == ["Post 61", "Post 62"]


def test_the_leaves_of_a_category_lead_to_each_other(tmp_path: Path) -> None:
    front, oldest, newer = leaves(desk(tmp_path, many(61)), "media")
    place = "/en/categories/media/"
    assert [(leaf.newer, leaf.older) for leaf in (front, newer, oldest)] == [
        (None, f"{place}page/2/"),
        (place, f"{place}page/1/"),
        (f"{place}page/2/", None),
    ]
    assert [leaf.title for leaf in (front, newer)] == [
        "Media – UNICEF Serbia",
        "Media, page 2 – UNICEF Serbia",
    ]


def test_from_a_further_leaf_the_switch_leads_to_the_front_one_of_another_edition(
    tmp_path: Path,
) -> None:
    second = list(leaves(desk(tmp_path, many(40)), "media"))[1]
    assert [edition.address for edition in second.editions] == [
        "/en/categories/media/page/1/",
        "/sr/categories/media/",
        "/sr-cyrl/categories/media/",
    ]
    # It is no translation of them, and search engines are not told that it were.
    assert [edition.canonical for edition in second.editions] == [None, None, None]
    assert second.for_everyone is None


# Other pages


def test_a_page_of_the_house_shows_its_contacts_and_its_years(tmp_path: Path) -> None:
    pages = {page_.path: page_ for page_ in pages_of(desk(tmp_path, PAGES))}
    about, history = pages["en/about/about-us/index.html"], pages["en/about/our-history/index.html"]
    assert isinstance(about, views.TextPage)
    assert isinstance(history, views.TextPage)
    assert [contact.name for contact in about.contacts] == ["Press office"]
    assert history.timeline == (views.Milestone("1947–1950", 1940, "y1947", "Milk", "It came."),)
    assert about.breadcrumbs == (views.Link("Home", "/en/"), views.Link("About us", "/en/about/"))
    assert about.letter.address == "https://example.org/en/about/about-us/"


def test_where_nothing_is_a_reader_finds_a_way_on(tmp_path: Path) -> None:
    found = not_found_page(desk(tmp_path, many(7)))
    assert (found.path, found.canonical) == ("404.html", None)
    assert titles(found.latest) == ["Post 7", "Post 6", "Post 5", "Post 4", "Post 3"]
    assert [edition.address for edition in found.editions] == ["/en/", "/sr/", "/sr-cyrl/"]


def test_the_root_of_the_site_offers_every_edition_with_its_newest_posts(tmp_path: Path) -> None:
    serbian = post("Mleko", lang="sr-Latn", id="mleko1")
    build = begin(tmp_path, {**many(4), "content/sr/articles/mleko.md": serbian})
    found = language_page(HOUSE, build.desks)
    assert (found.path, found.canonical) == ("index.html", "https://example.org/")
    assert [(link.name, link.address, titles(posts)) for link, posts in found.latest] == [
        ("English", "/en/", ["Post 4", "Post 3", "Post 2"]),
        ("Srpski", "/sr/", ["Mleko"]),
        ("Српски", "/sr-cyrl/", ["Млеко"]),
    ]


def test_of_a_withdrawn_page_the_notice_alone_remains(tmp_path: Path) -> None:
    notice = {"at": "2026-11-23", "reason": "consent", "explanation": "It showed a child."}
    years = [{"year": 1947, "title": "Fourteen", "text": "Fourteen came."}]
    withdrawn = page("Us", "Fourteen.", status="withdrawn", withdrawn=notice, timeline=years)
    pages = pages_of(desk(tmp_path, {"content/en/pages/us.md": withdrawn}))

    (found,) = (each for each in pages if isinstance(each, views.TextPage))
    assert (found.body, found.summary, found.description, found.letter.summary) == ("", "", "", "")
    assert found.timeline == ()
    assert found.withdrawn
    assert found.withdrawn.explanation == "It showed a child."
