"""The desk chooses the language, the script and the address of everything that a page shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_site import EDITIONS, HOUSE, begin, page, post

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.mail import Letter, read_mail_link
from newsdesk.schema.parts import MilestoneRecord
from newsdesk.shelf import dated

FILES = {
    "content/en/articles/milk.md": post(
        "Milk for all",
        "[Us](item:about1#who), [health](category:health).",
        categories=["health", "media"],
        organisers=["unicef"],
        partners=["school"],
        speakers=["jelena"],
        contacts=["press"],
        key_figures=[{"value": "23 %", "text": "of children drink milk"}],
        original={
            "publisher": "UNICEF",
            "title": "Milk",
            "url": "https://www.unicef.org/milk",
            "date": "1998-05-15",
        },
    ),
    "content/sr/articles/milk.md": post(
        "Mleko za sve: New Deal",
        "Piše Windows. [Mi](item:about1#who)",
        lang="sr-Latn",
        slug="milk-for-all",
        summary="Šta je stiglo, a šta nije, i ko je to doneo deci u selu.",
        protect=["New Deal"],
        categories=["health"],
        key_figures=[{"value": "23 %", "text": "dece pije mleko"}],
        original={"publisher": "Mreža", "date": "unknown"},
    ),
    "content/en/pages/about.md": page("About us", "## Who"),
}


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, ...]:
    return begin(tmp_path_factory.mktemp("desks"), FILES).desks


@pytest.fixture
def english(desks: tuple[Desk, ...]) -> Desk:
    return desks[0]


@pytest.fixture
def latin(desks: tuple[Desk, ...]) -> Desk:
    return desks[1]


@pytest.fixture
def cyrillic(desks: tuple[Desk, ...]) -> Desk:
    return desks[2]


def milk(desk: Desk) -> Item:
    return desk.shelf.posts[0]


# Texts


def test_the_site_has_a_name_in_every_edition(desks: tuple[Desk, ...]) -> None:
    assert [(desk.site_name, desk.tagline) for desk in desks] == [
        ("UNICEF Serbia", "for every child"),
        ("UNICEF Srbija", "za svako dete"),
        ("UNICEF Србија", "за свако дете"),
    ]


def test_a_title_is_in_the_script_of_the_edition_but_for_what_its_post_protects(
    desks: tuple[Desk, ...],
) -> None:
    assert [desk.title(milk(desk)) for desk in desks] == [
        "Milk for all",
        "Mleko za sve: New Deal",
        "Млеко за све: New Deal",
    ]
    assert desks[2].headline(milk(desks[2])) == "Млеко за све: New&nbsp;Deal"


def test_a_summary_is_in_the_script_of_the_edition(cyrillic: Desk) -> None:
    assert cyrillic.summary(milk(cyrillic)) == (
        "Шта је стигло, а шта није, и ко је то донео деци у селу."
    )


def test_the_interface_speaks_the_language_of_the_edition(desks: tuple[Desk, ...]) -> None:
    assert [desk.gettext("All news") for desk in desks] == ["All news", "Sve vesti", "Све вести"]


def test_a_day_is_in_words_and_for_machines(desks: tuple[Desk, ...]) -> None:
    days = [desk.day(dated(milk(desk)).date) for desk in desks]
    assert {day.iso for day in days} == {"2026-11-20"}
    assert [day.words.replace("\N{NO-BREAK SPACE}", " ") for day in days] == [
        "20 November 2026",
        "20. novembar 2026.",
        "20. новембар 2026.",
    ]


# Addresses


def test_the_body_leads_to_pages_of_the_site(english: Desk) -> None:
    assert english.body(milk(english)).html == (
        '<p><a href="/en/about/about-us/#who">Us</a>, '
        '<a href="/en/categories/health/">health</a>.</p>'
    )


def test_a_serbian_body_leads_to_the_english_page_where_there_is_no_serbian_one(
    latin: Desk, cyrillic: Desk
) -> None:
    assert latin.body(milk(latin)).html == (
        '<p>Piše Windows. <a href="/en/about/about-us/#who">Mi</a></p>'
    )
    assert cyrillic.body(milk(cyrillic)).html == (
        '<p>Пише Windows. <a href="/en/about/about-us/#who">Ми</a></p>'
    )


@pytest.mark.parametrize(
    ("scheme", "name", "address"),
    [
        ("item", "milk01", "/sr/news/milk-for-all/"),
        ("item", "about1", "/en/about/about-us/"),
        ("item", "nobody", None),
        ("category", "media", "/sr/categories/media/"),
    ],
)
def test_a_reference_leads_into_its_own_edition_if_it_can(
    latin: Desk, scheme: str, name: str, address: str | None
) -> None:
    assert latin.address_of_reference(scheme, name) == address


def test_an_edition_that_lacks_an_item_says_so(english: Desk) -> None:
    about = english.shelf.item("about1")
    assert about
    assert [english.in_edition(about, edition) for edition in EDITIONS] == [
        "en/about/about-us/",
        None,
        None,
    ]


def test_the_switch_names_every_edition_in_its_own_words(latin: Desk) -> None:
    paths = {"en": None, "sr-Latn": "sr/x/", "sr-Cyrl": "sr-cyrl/x/"}
    assert latin.edition_links(lambda edition: paths[edition.key]) == (
        views.EditionLink("English", "en", None),
        views.EditionLink("Srpski", "sr-Latn", "/sr/x/", "https://example.org/sr/x/", current=True),
        views.EditionLink("Српски", "sr-Cyrl", "/sr-cyrl/x/", "https://example.org/sr-cyrl/x/"),
    )


def test_below_the_root_of_a_host_everything_is_found_there(tmp_path: Path) -> None:
    house = replace(HOUSE, site_url="https://example.org/serbia")
    desk = begin(tmp_path, FILES, house).desks[0]
    item = milk(desk)
    assert desk.teaser(item).address == "/serbia/en/news/milk-for-all/"
    assert 'href="/serbia/en/about/about-us/#who"' in desk.body(item).html
    assert desk.letter(item).address == "https://example.org/serbia/en/news/milk-for-all/"
    assert desk.edition_links(lambda edition: edition.prefix)[1].address == "/serbia/sr"


# Small views


def test_a_teaser_is_what_a_list_shows(english: Desk) -> None:
    teaser = english.teaser(milk(english))
    assert teaser.title == "Milk for&nbsp;all"
    assert teaser.summary == "What came, and who brought it to the children of the village."
    assert teaser.address == "/en/news/milk-for-all/"
    assert teaser.year == 2026
    assert [category.slug for category in teaser.categories] == ["health", "media"]


def test_a_category_has_a_name_a_count_and_feeds_in_each_edition(desks: tuple[Desk, ...]) -> None:
    assert desks[2].categories["health"] == views.Category(
        slug="health",
        name="Здравље",
        description="Како деца остају здрава.",
        colour="green",
        address="/sr-cyrl/categories/health/",
        count=1,
        feeds=(
            views.FeedLink(
                "UNICEF Србија: Здравље (Atom)",
                "/sr-cyrl/feeds/categories/health.atom",
                "application/atom+xml",
            ),
            views.FeedLink(
                "UNICEF Србија: Здравље (RSS)",
                "/sr-cyrl/feeds/categories/health.rss",
                "application/rss+xml",
            ),
            views.FeedLink(
                "UNICEF Србија: Здравље (JSON)",
                "/sr-cyrl/feeds/categories/health.json",
                "application/feed+json",
            ),
        ),
    )
    counts = [[category.count for category in desk.categories.values()] for desk in desks]
    assert counts == [[1, 1, 0], [0, 1, 0], [0, 1, 0]]
    assert list(desks[0].categories) == ["media", "health", "emergencies"]


def test_the_feeds_of_everything_are_named(cyrillic: Desk) -> None:
    assert [(feed.title, feed.address) for feed in cyrillic.feeds_of_all] == [
        ("UNICEF Србија: Све вести (Atom)", "/sr-cyrl/feeds/all.atom"),
        ("UNICEF Србија: Све вести (RSS)", "/sr-cyrl/feeds/all.rss"),
        ("UNICEF Србија: Све вести (JSON)", "/sr-cyrl/feeds/all.json"),
    ]


def test_who_took_part_is_named_in_the_script_of_the_edition(english: Desk, cyrillic: Desk) -> None:
    url = "https://www.unicef.org/serbia/"
    assert english.organisations(["unicef", "school"]) == (
        views.Organisation("UNICEF in Serbia", "UNICEF", url),
        views.Organisation("School of the Village", None, None),
    )
    assert cyrillic.organisations(["school"]) == (views.Organisation("Сеоска школа", None, None),)
    assert english.people(["jelena"]) == (
        views.Person("Jelena Đurić", "teacher", "School of the Village"),
    )
    assert cyrillic.people(["jelena"]) == (
        views.Person("Јелена Ђурић", "учитељица", "Сеоска школа"),
    )


def test_a_contact_says_whom_to_ask_and_when(cyrillic: Desk) -> None:
    assert cyrillic.contacts(["press"]) == (
        views.Contact(
            name="Служба за медије",
            role="Интервјуи",
            email="press@example.org",
            telephone="+381 11 000 0000",
            hours="од девет до пет",
            placeholder=False,
        ),
    )


def test_an_item_of_the_archive_says_where_it_comes_from(english: Desk, cyrillic: Desk) -> None:
    original = english.original(milk(english))
    assert original
    assert (original.publisher, original.title) == ("UNICEF", "Milk")
    assert original.url == "https://www.unicef.org/milk"
    assert original.day
    assert original.day.iso == "1998-05-15"
    assert cyrillic.original(milk(cyrillic)) == views.Original("Мрежа", None, None, None)


def test_a_key_figure_is_said_in_the_script_of_the_edition(cyrillic: Desk) -> None:
    item = milk(cyrillic)
    figures = [cyrillic.key_figure(item, record) for record in dated(item).key_figures]
    assert figures == [views.KeyFigure("23 %", "деце пије млеко")]


@pytest.mark.parametrize(
    ("year", "until", "shown"),
    [
        (1947, None, ("1947", 1940, "y1947")),
        (1990, 1995, ("1990–1995", 1990, "y1990")),
        (2000, 2001, ("2000–2001", 2000, "y2000")),
    ],
)
def test_a_milestone_stands_in_its_decade(
    english: Desk, year: int, until: int | None, shown: tuple[str, int, str]
) -> None:
    record = MilestoneRecord(year=year, until=until, title="Milk", text="It came.")
    assert english.milestone(milk(english), record) == views.Milestone(*shown, "Milk", "It came.")


def test_a_letter_brings_title_summary_and_address(cyrillic: Desk) -> None:
    item = milk(cyrillic)
    assert cyrillic.letter(item) == Letter(
        "Млеко за све: New Deal",
        "Шта је стигло, а шта није, и ко је то донео деци у селу.",
        "https://example.org/sr-cyrl/news/milk-for-all/",
        "UNICEF Србија",
    )
    subject, body = read_mail_link(cyrillic.mail_link(item))
    assert subject == "Млеко за све: New Deal"
    assert "https://example.org/sr-cyrl/news/milk-for-all/" in body.split("\r\n")
