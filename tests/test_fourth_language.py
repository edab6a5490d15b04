"""A fourth language is a block in the settings, a file of words and a folder of posts; no code."""

from __future__ import annotations

import re
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag
from small_site import EDITIONS, HOUSE, VOCABULARY, SmallSite, page, post

from newsdesk.photos.memory import Memory
from newsdesk.problems import SiteError
from newsdesk.review import review
from newsdesk.settings import read_settings

HUNGARIAN = {"key": "hu", "prefix": "hu", "folder": "hu", "locale": "hu", "name": "Magyar"}
ALL = [*({name: getattr(each, name) for name in each.__slots__} for each in EDITIONS), HUNGARIAN]
SETTINGS = {
    "THEME": "theme",
    "NEWSDESK_EDITIONS": ALL,
    "NEWSDESK_SITE_NAME": HOUSE.site_name | {"hu": "UNICEF Szerbia"},
    "NEWSDESK_TAGLINE": HOUSE.tagline | {"hu": "minden gyermekért"},
    "NEWSDESK_MENU": ["about1"],
}
WORDS = """\
msgid ""
msgstr ""
"Language: hu\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Archive"
msgstr "Archívum"

msgid "Categories"
msgstr "Témák"

msgid "Skip to the main text"
msgstr "Ugrás a fő szövegre"

msgid "%(num)s minute to read"
msgid_plural "%(num)s minutes to read"
msgstr[0] "%(num)s perc olvasás"
msgstr[1] "%(num)s perc olvasás"
"""
# What the records of the vocabulary say in Hungarian, by what they say in English.
SAID = {
    "Media": "Sajtó",
    "News for journalists.": "Hírek újságíróknak.",
    "Health": "Egészség",
    "How children stay well.": "Hogyan maradnak egészségesek a gyerekek.",
    "Emergencies": "Vészhelyzetek",
    "Help that comes at once.": "Azonnali segítség.",
    "UNICEF in Serbia": "UNICEF Szerbiában",
    "School of the Village": "Falusi iskola",
    "Jelena Đurić": "Jelena Đurić",
    "teacher": "tanítónő",
    "Press office": "Sajtóiroda",
    "Interviews": "Interjúk",
    "from nine to five": "kilenctől ötig",
}
MILK = post(
    'Tej "minden" gyermeknek',
    'Azt mondta: "Megjött a tej" -- 2026. november 20. volt, 5 km innen.',
    lang="hu",
    slug="milk",
    summary="Mi érkezett a faluba, ki hozta el, és mit mondtak róla a gyerekek meg a szüleik.",
)
ABOUT = page(
    "Rólunk",
    lang="hu",
    summary="Amit mindenki kérdez tőlünk, amit válaszolunk, és ahol bárki utánanézhet mindennek.",
)


def in_hungarian(records: str) -> str:
    """Say in every text of a file of the vocabulary what it is in Hungarian."""
    return re.sub(
        r"\{en: ([^,]+), ", lambda found: f"{{hu: {SAID[found[1]]}, {found[0][1:]}", records
    )


def files() -> dict[str, str]:
    """Give the site's files: what there was, and what makes it Hungarian."""
    return {
        **{path: in_hungarian(records) for path, records in VOCABULARY.items()},
        "content/en/articles/milk.md": post("Milk for every child", slug="milk"),
        "content/en/articles/shoes.md": post("Shoes", id="shoes1", categories=["health"]),
        "content/hu/articles/milk.md": MILK,
        "content/hu/pages/about.md": ABOUT,
    }


def small(folder: Path) -> SmallSite:
    """Write the site, with a theme that has the words."""
    site = SmallSite.in_folder(folder, files(), **SETTINGS)
    (site.own_theme() / "translations" / "hu.po").write_text(WORDS, "utf-8")
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    made = small(tmp_path_factory.mktemp("hungarian"))
    made.build()
    return made


def soup(site: SmallSite, path: str) -> BeautifulSoup:
    """Read a page of the finished site."""
    return BeautifulSoup(site.read(path), "lxml")


def words(tag: Tag | None) -> str:
    """Give what is read in an element, each space as one that breaks."""
    assert tag is not None
    return " ".join(tag.get_text().split())


def test_its_home_speaks_hungarian(site: SmallSite) -> None:
    home = soup(site, "hu/index.html")
    assert home.html is not None
    assert home.html["lang"] == "hu"
    assert words(home.title) == "UNICEF Szerbia"
    assert words(home.select_one(".skip-link")) == "Ugrás a fő szövegre"
    menu = [words(link) for link in home.select('nav a[href^="/hu/"]')]
    assert {"Rólunk", "Témák", "Archívum"} <= set(menu)
    assert "minden gyermekért" in words(home.body)


def test_its_article_is_set_as_hungarian_is(site: SmallSite) -> None:
    article = soup(site, "hu/news/milk/index.html")
    assert words(article.h1) == "Tej „minden” gyermeknek"
    assert "Azt mondta: „Megjött a tej”\u00a0– 2026.\u00a0november\u00a020. volt, 5\u00a0km" in (
        site.read("hu/news/milk/index.html").replace("&nbsp;", "\u00a0")
    )
    assert words(article.select_one("time")) == "2026. november 20."
    assert "1 perc olvasás" in words(article.main)
    assert "Sajtó" in words(article.main)


def test_readers_go_from_one_language_to_the_other(site: SmallSite) -> None:
    english = soup(site, "en/news/milk/index.html")
    languages = [
        (link["hreflang"], link["href"]) for link in english.select("link[hreflang][rel=alternate]")
    ]
    assert languages == [
        ("en", "https://example.org/en/news/milk/"),
        ("hu", "https://example.org/hu/news/milk/"),
        ("x-default", "https://example.org/en/news/milk/"),
    ]
    there = english.select_one('nav.editions a[hreflang="hu"]')
    assert words(there) == "Magyar"
    here = soup(site, "hu/news/milk/index.html")
    assert here.select_one('nav.editions a[href="/en/news/milk/"]')


def test_its_feed_is_hungarian(site: SmallSite) -> None:
    feed = feedparser.parse((site.output / "hu/feeds/all.atom").read_bytes())
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.language) == ("UNICEF Szerbia", "hu")
    (entry,) = feed.entries
    assert entry.title == 'Tej "minden" gyermeknek'
    assert entry.link == "https://example.org/hu/news/milk/"
    assert entry.tags[0].label == "Sajtó"


def test_the_other_editions_are_as_they_were(site: SmallSite, tmp_path: Path) -> None:
    without = {path: text for path, text in files().items() if "/hu/" not in path}
    three = SmallSite.in_folder(tmp_path, without)
    three.build()
    for path in ("en/feeds/categories/health.atom", "sr-cyrl/feeds/categories/health.rss"):
        assert site.read(path) == three.read(path)
    assert "Shoes" in site.read("en/feeds/categories/health.atom")


def test_checks_of_other_languages_leave_it_alone(site: SmallSite) -> None:
    house = read_settings(site.settings)
    found = review(site.folder / "content", house, Memory(site.folder / "memory")).problems
    assert [str(problem) for problem in found if "/hu/" in problem.path] == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("hun", "“hun” is not a value of “lang”\n    Hint: type hu"),
        ("de", "“de” is not a value of “lang”\n    Hint: type one of: en, sr-Latn, sr-Cyrl, hu"),
        ("sk", "“sk” does not belong in content/hu\n    Hint: content/hu is for: hu"),
    ],
)
def test_a_wrong_language_is_told_among_those_of_the_site(
    tmp_path: Path, typed: str, told: str
) -> None:
    site = small(tmp_path)
    site.write({"content/hu/articles/milk.md": MILK.replace("lang: hu", f"lang: {typed}")})
    with pytest.raises(SiteError) as error:
        site.build()
    assert str(error.value) == f"content/hu/articles/milk.md:4: {told}"


def test_a_record_that_says_nothing_in_hungarian_is_told(tmp_path: Path) -> None:
    site = small(tmp_path)
    people = "content/vocabulary/people.yaml"
    site.write({people: VOCABULARY[people]})
    with pytest.raises(SiteError) as error:
        site.build()
    assert [str(problem) for problem in error.value.problems] == [
        f"{people}:{line}: “jelena.{field}” says nothing in hu\n"
        "    Hint: add a line below it: hu: and the text"
        for line, field in ((2, "name"), (3, "role"))
    ]
