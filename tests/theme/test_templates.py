"""Every kind of page, from a full view and from a bare one, is sound HTML that everyone can use."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from babel.support import NullTranslations
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, nodes
from markupsafe import Markup, escape

from newsdesk import views
from newsdesk.assets import assets
from newsdesk.cards.drawn import Card
from newsdesk.mail import Letter, mail_link
from newsdesk.photos.prints import Picture, PictureSource
from newsdesk.render import environment

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = THEME / "templates"
MACROS = sorted((TEMPLATES / "macros").glob("*.html"))
PARTS = sorted((TEMPLATES / "parts").glob("*.html"))

# A block of data is no program: browsers do not run it.
PROGRAM = 'script:not([type="application/ld+json"])'
HOSTILE = 'A & B <script>alert("1")</script>'
CAPITALS = (
    "МРЕЖА ОРГАНИЗАЦИЈА ЗА ДЕЦУ СРБИЈЕ И РЕПУБЛИЧКИ ЗАВОД О ДЕИНСТИТУЦИОНАЛИЗАЦИЈИ "
    "И ЈАЧАЊУ БИОЛОШКИХ ПОРОДИЦА ДЕЦЕ"
)

# A small site

SITE = views.Site(
    name="UNICEF Serbia",
    tagline="unite for children",
    lang="sr-Latn",
    locale="sr_RS",
    home="/sr/",
    menu=(views.Link("Mission", "/sr/x/"), views.Link("News", "/sr/news/")),
    service_pages=(views.Link("Privacy", "/sr/privacy/"),),
    media=views.Link("Media centre", "/sr/media-centre/"),
    feeds=views.Link("Feeds", "/sr/feeds/"),
    stylesheet="/assets/main.0.css",
    script="/assets/share.0.js",
    icon="/assets/images/icon.0.svg",
    search="/sr/search/",
    search_script="/assets/search.0.js",
)
BARE_SITE = replace(SITE, tagline="", menu=(), service_pages=())

EDITIONS = (
    views.EditionLink("English", "en", "/en/x/", "https://example.org/en/x/"),
    views.EditionLink("Srpski", "sr-Latn", "/sr/x/", "https://example.org/sr/x/", current=True),
    views.EditionLink("Српски", "sr-Cyrl", None),
)
FEEDS = (
    views.FeedLink("All news (Atom)", "/sr/feeds/all.atom", "application/atom+xml"),
    views.FeedLink("All news (RSS)", "/sr/feeds/all.rss", "application/rss+xml"),
)
CATEGORY = views.Category("media", "Media", "For journalists.", "blue", "/sr/media/", FEEDS, 3)
BARE_CATEGORY = views.Category("red", "Red", "", "red", "/sr/red/", ())
DAY = views.Day("2026-11-23", "23 November 2026")
LETTER = Letter(HOSTILE, "Summary", "https://example.org/sr/x/", "UNICEF Serbia")


def teaser(number: int, year: int = 2026, **changed: Any) -> views.Teaser:  # noqa: ANN401 - any field
    made = views.Teaser(
        title=Markup("Post&nbsp;{}").format(number),
        summary="What it is about.",
        address=f"/sr/news/{number}/",
        day=views.Day(f"{year}-01-0{number}", f"{number} January {year}"),
        year=year,
        categories=(CATEGORY, BARE_CATEGORY),
    )
    return replace(made, **changed)


POSTS = (teaser(2), teaser(1), teaser(3, year=2025, summary="", categories=()))


def common(template: str) -> dict[str, Any]:
    return {
        "path": "sr/x/index.html",
        "template": template,
        "canonical": "https://example.org/sr/x/",
        "title": "Heading – UNICEF Serbia",
        "heading": Markup("Heading"),
        "description": "A description.",
        "editions": EDITIONS,
        "feeds": FEEDS,
        "breadcrumbs": (views.Link("Home", "/sr/"), views.Link("Media", "/sr/media/")),
        "for_everyone": "https://example.org/en/x/",
    }


def bare(template: str) -> dict[str, Any]:
    return {
        **common(template),
        "canonical": None,
        "for_everyone": None,
        "description": "",
        "editions": (),
        "feeds": (),
        "breadcrumbs": (),
    }


ORIGINAL = views.Original("MODS", "The title", "https://example.org/original", None)
ARTICLE = views.ArticlePage(
    **common("article.html"),
    summary="The standfirst.",
    body=Markup("<p>Text.</p><h2>Part</h2><h3>Smaller</h3><p>More.</p>"),
    day=DAY,
    reading_minutes=2,
    categories=(CATEGORY, BARE_CATEGORY),
    original=ORIGINAL,
    organisers=(views.Organisation("Network", "MODS", "https://example.org/"),),
    partners=(views.Organisation("Ministry", None, None), views.Organisation("UNICEF", None, None)),
    speakers=(views.Person("Ana Anić", "Director", "Network"), views.Person("Bo", "", "")),
    key_figures=(views.KeyFigure("23 %", "of all children"),),
    letter=LETTER,
    mail_link=mail_link(LETTER),
    related=POSTS,
    older=views.Neighbour(Markup("Older"), "/sr/news/0/"),
    newer=views.Neighbour(Markup("Newer"), "/sr/news/9/"),
)
CONTACT = views.Contact("Press", "Office", "press@example.org", "+381 11 000", "9–17", False)  # noqa: FBT003 - a view is built as it is read
PLACEHOLDER = replace(CONTACT, placeholder=True)
PHOTO = views.Photo(
    picture=Picture(
        sources=(PictureSource("image/avif", "/a-480.avif 480w, /a-800.avif 800w"),),
        src="/a-800.jpg",
        srcset="/a-480.jpg 480w, /a-800.jpg 800w",
        width=800,
        height=533,
    ),
    alt="A girl pours milk.",
    caption="School milk.",
    credit="© UNICEF Serbia/2026/Surname",
)
CHANGES = (
    views.Change(DAY, "A name was spelt wrongly.", is_major=False),
    views.Change(views.Day("2026-11-24", "24 November 2026"), "Not 32 but 23.", is_major=True),
)
WITHDRAWAL = views.Withdrawal(DAY, "A figure was wrong.", views.Link("The right one", "/sr/y/"))
OCCASION = views.Occasion(
    words="1 December 2026, 10:00–16:00",
    starts="2026-12-01T10:00:00+01:00",
    ends="2026-12-01T16:00:00+01:00",
    venue="Palace of Serbia",
    invitation="/sr/x/invitation.ics",
)
REPORT = views.Download("Годишњи извештај", "/files/a.pdf", "sr-Cyrl", "Serbian", "PDF", "1.2 MB")
RELEASE = replace(
    ARTICLE,
    kind="Press release",
    dateline="Belgrade, 22 November 2026",
    authors=(views.Person("Ana Anić", "Director", "Network"), views.Person("Bo", "", "")),
    occasion=OCCASION,
    downloads=(REPORT, replace(REPORT, title="Annual report", lang="en", language="English")),
    press_kit=views.PressKit("/press-kits/news/x.zip", "3.4 MB"),
    lead_photo=PHOTO,
    photos=(PHOTO, replace(PHOTO, caption="", credit="")),
    contacts=(PLACEHOLDER, CONTACT),
    notes=Markup("<p>The survey ran in May.</p><table><tr><td>1</td></tr></table>"),
    boilerplate=(views.Boilerplate("About UNICEF", "For every child."),),
    topics=(views.Entry("Foster care", "/sr/topics/1/"), views.Entry("Day care", "/sr/topics/2/")),
    location="Belgrade",
    programme=views.Link("Every child in a family", "/sr/programme/"),
    changes=CHANGES,
)
TIMELINE = (
    views.Milestone("1947", 1940, "y1947", "First relief", "Milk and shoes."),
    views.Milestone("1948", 1940, "y1948", "A committee", ""),
    views.Milestone("1991–1995", 1990, "y1991", "An office", "In Belgrade."),
)
TEXT = views.TextPage(
    **common("text.html"),
    summary="The standfirst.",
    body=Markup("<p>Text.</p><h2>Part</h2>"),
    timeline=TIMELINE,
    contacts=(PLACEHOLDER, CONTACT),
    letter=LETTER,
    mail_link=mail_link(LETTER),
)
PROGRAMME = views.ProgrammePage(
    **common("programme.html"),
    summary="The standfirst.",
    body=Markup("<p>Text.</p><h2>Part</h2>"),
    timeline=(),
    contacts=(CONTACT,),
    letter=LETTER,
    mail_link=mail_link(LETTER),
    posts=POSTS,
)
HOME = views.HomePage(
    **common("home.html"),
    lead=teaser(4),
    latest=POSTS,
    categories=(CATEGORY, BARE_CATEGORY),
    mission=views.Link("Our mission", "/sr/mission/"),
    programmes=(views.Entry("Every child", "/sr/programmes/every-child/", "In a family."),),
    events=(teaser(5, occasion=OCCASION),),
    release=teaser(6, kind="Press release"),
)
CATEGORY_PAGE = views.ListPage(
    **common("list.html"),
    sections=(views.Section("2026", POSTS[:2]), views.Section("2025", POSTS[2:])),
    colour="blue",
    follow="Follow this category:",
    labelled=False,
    nothing="Nothing.",
    leaf=2,
    newer="/sr/media/",
    older="/sr/media/1/",
)
INDEX = views.IndexPage(
    **common("index.html"),
    entries=(
        views.Entry("2026", "/sr/archive/2026/", count=2),
        views.Entry("2025", "/sr/archive/2025/", count=1),
    ),
    nothing="Nothing.",
    latest=POSTS,
)
SEARCH = views.SearchPage(
    **common("search.html"),
    parts=("/sr/search/pages/", "/sr/search/2026/"),
    letters={"š": "s", "'": '"'},
    categories=(CATEGORY,),
    kinds=("News", "Statement"),
    years=(2026, 2009),
    elsewhere=(views.Link("Archive", "/sr/archive/"), views.Link("Categories", "/sr/all/")),
)
CHOICE = views.FeedChoice(
    "Media", HOSTILE, "/sr/media/", "https://example.org/sr/feeds/media.atom", FEEDS
)
FEEDS_PAGE = views.FeedsPage(
    **common("feeds.html"),
    groups=(views.FeedGroup("Everything", (CHOICE,)), views.FeedGroup("By subject", (CHOICE,) * 2)),
    outline="/sr/feeds/feeds.opml",
    calendar="https://example.org/sr/feeds/events.ics",
)
CORRECTIONS = views.CorrectionsPage(
    **common("corrections.html"),
    corrections=(
        views.Correction(Markup("Milk"), "/sr/news/1/", DAY, "It was forty.", is_withdrawal=False),
        views.Correction(Markup("Shoes"), "/sr/news/2/", DAY, HOSTILE, is_withdrawal=True),
    ),
)
SPOKESPERSON = views.Spokesperson(
    views.Person("Ana Anić", "Director", "UNICEF"), "Schools", "English, Serbian", placeholder=False
)
MEDIA_CENTRE = views.MediaCentrePage(
    **common("media_centre.html"),
    latest=POSTS,
    kinds=(views.Link("Press releases", "/sr/press-releases/"),),
    contacts=(PLACEHOLDER, CONTACT),
    spokespeople=(SPOKESPERSON, replace(SPOKESPERSON, placeholder=True)),
    guides=(views.Entry("Media kit", "/sr/about/media-kit/", "Logos and pictures."),),
    boilerplate=(views.Boilerplate("About UNICEF", "For every child."),),
)
NOT_FOUND = views.NotFoundPage(
    **{**common("not_found.html"), "canonical": None, "for_everyone": None},
    latest=POSTS,
)
LANGUAGE = views.LanguagePage(
    **common("language.html"), latest=tuple((edition, POSTS) for edition in EDITIONS)
)

PAGES: dict[str, views.Page] = {
    "article": ARTICLE,
    "article, bare": views.ArticlePage(
        **bare("article.html"),
        summary="",
        body=Markup(""),
        day=DAY,
        reading_minutes=1,
        categories=(),
        original=None,
        organisers=(),
        partners=(),
        speakers=(),
        key_figures=(),
        letter=LETTER,
        mail_link=mail_link(LETTER),
        related=(),
        older=None,
        newer=None,
    ),
    "article, with everything": RELEASE,
    "article, withdrawn": replace(RELEASE, body=Markup(""), withdrawn=WITHDRAWAL, mark="Draft"),
    "article, in capitals": replace(ARTICLE, heading=escape(CAPITALS), title=CAPITALS),
    "text": TEXT,
    "text, bare": views.TextPage(
        **bare("text.html"),
        summary="",
        body=Markup(""),
        timeline=(),
        contacts=(),
        letter=LETTER,
        mail_link=mail_link(LETTER),
    ),
    "text, withdrawn": replace(
        TEXT, body=Markup(""), changes=CHANGES, withdrawn=WITHDRAWAL, mark="Draft"
    ),
    "programme": PROGRAMME,
    "programme, bare": views.ProgrammePage(
        **bare("programme.html"),
        summary="",
        body=Markup(""),
        timeline=(),
        contacts=(),
        letter=LETTER,
        mail_link=mail_link(LETTER),
        posts=(),
    ),
    "home": HOME,
    "home, one post": replace(HOME, latest=()),
    "home, bare": views.HomePage(
        **bare("home.html"), lead=None, latest=(), categories=(), mission=None
    ),
    "category": CATEGORY_PAGE,
    "list": replace(CATEGORY_PAGE, follow="", colour=None, labelled=True),
    "list, bare": views.ListPage(
        **bare("list.html"),
        sections=(),
        nothing="There is nothing yet.",
        leaf=0,
        newer=None,
        older=None,
    ),
    "categories": views.CategoriesPage(
        **common("categories.html"), categories=(CATEGORY, BARE_CATEGORY)
    ),
    "categories, bare": views.CategoriesPage(**bare("categories.html"), categories=()),
    "list, ended": replace(
        CATEGORY_PAGE, sections=(), nothing="It ended.", instead=views.Link("Health", "/sr/health/")
    ),
    "index": INDEX,
    "index, of pages": replace(
        INDEX, entries=(views.Entry("Mission", "/sr/x/", "Why we are here."),), latest=()
    ),
    "index, bare": views.IndexPage(
        **bare("index.html"), entries=(), nothing="There is nothing yet."
    ),
    "parts": views.PartsPage(
        **common("parts.html"),
        parts=(views.Part("day", "A day.", (views.Example("One", Markup("<time>1</time>")),)),),
    ),
    "search": SEARCH,
    "search, no index": replace(SEARCH, parts=()),
    "search, bare": replace(
        SEARCH, **bare("search.html"), categories=(), kinds=(), years=(), elsewhere=()
    ),
    "feeds": FEEDS_PAGE,
    "feeds, bare": views.FeedsPage(
        **bare("feeds.html"),
        groups=(),
        outline="/sr/feeds/feeds.opml",
        calendar="https://example.org/sr/feeds/events.ics",
    ),
    "corrections": CORRECTIONS,
    "corrections, bare": views.CorrectionsPage(**bare("corrections.html"), corrections=()),
    "media centre": MEDIA_CENTRE,
    "media centre, bare": views.MediaCentrePage(
        **bare("media_centre.html"),
        latest=(),
        kinds=(),
        contacts=(),
        spokespeople=(),
        guides=(),
        boilerplate=(),
    ),
    "not found": NOT_FOUND,
    "not found, bare": views.NotFoundPage(**bare("not_found.html"), latest=()),
    "language": LANGUAGE,
    "language, bare": views.LanguagePage(**bare("language.html"), latest=()),
}


@pytest.fixture(scope="module")
def templates() -> Environment:
    return environment(TEMPLATES, NullTranslations())


def html(templates: Environment, page: views.Page, site: views.Site = SITE) -> str:
    return templates.get_template(page.template).render(site=site, page=page)


def soup(templates: Environment, page: views.Page, site: views.Site = SITE) -> BeautifulSoup:
    return BeautifulSoup(html(templates, page, site), "lxml")


@pytest.fixture(params=PAGES)
def rendered(request: pytest.FixtureRequest, templates: Environment) -> BeautifulSoup:
    """Give each page in turn; a bare one on a bare site."""
    name: str = request.param
    return soup(templates, PAGES[name], BARE_SITE if "bare" in name else SITE)


def the(place: BeautifulSoup | Tag, selector: str) -> Tag:
    """Find the one element that is meant; none or two of them are a mistake."""
    (found,) = place.select(selector)
    return found


def words(place: BeautifulSoup | Tag, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in place.select(selector)]


# Every page


def test_it_has_one_first_heading_and_the_rest_in_order(rendered: BeautifulSoup) -> None:
    levels = [int(heading.name[1]) for heading in rendered.select("h1, h2, h3, h4, h5, h6")]
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_its_landmarks_are_there_once(rendered: BeautifulSoup) -> None:
    top = [child.name for child in the(rendered, "body").find_all(recursive=False)]
    assert [name for name in top if name != "nav"] == ["a", "header", "main", "footer"]
    assert len(rendered.select("main")) == 1


def test_its_navigations_have_names_that_differ(rendered: BeautifulSoup) -> None:
    names = [nav.get("aria-label") for nav in rendered.select("nav")]
    assert all(names)
    assert len(names) == len(set(names))


def test_it_names_its_language(rendered: BeautifulSoup) -> None:
    assert the(rendered, "html")["lang"] == "sr-Latn"


def test_the_skip_link_comes_first_and_leads_to_the_main_text(rendered: BeautifulSoup) -> None:
    first = the(rendered, "body").find("a")
    assert isinstance(first, Tag)
    assert the(rendered, str(first["href"])).name == "main"


def test_ids_are_unique(rendered: BeautifulSoup) -> None:
    ids = [element["id"] for element in rendered.select("[id]")]
    assert len(ids) == len(set(ids))


def test_no_style_or_script_stands_in_it(rendered: BeautifulSoup) -> None:
    assert rendered.select("style, [style]") == []
    assert [script.get_text() for script in rendered.select(PROGRAM)] in ([], [""])
    attributes = {name for element in rendered.select("*") for name in element.attrs}
    assert [name for name in attributes if name.startswith("on")] == []


def test_nothing_that_is_missing_is_shown(rendered: BeautifulSoup) -> None:
    assert not re.search(r"\bNone\b", str(rendered))


def test_nothing_is_left_empty_for_a_screen_reader(rendered: BeautifulSoup) -> None:
    elements = rendered.select("a, h1, h2, h3, h4, ul, ol, dl, li, dd, dt, figcaption")
    assert [element for element in elements if not is_filled(element)] == []


def is_filled(element: Tag) -> bool:
    """Tell whether an element says something now, and not only when the script has come."""
    waits = element.has_attr("hidden") or element.find_parent("template")
    return bool(waits or element.get_text(strip=True))


def test_buttons_wait_for_the_script(rendered: BeautifulSoup) -> None:
    assert rendered.select("button:not([hidden], [hidden] *)") == []


def test_it_can_be_shown_on_every_screen(rendered: BeautifulSoup) -> None:
    assert the(rendered, "meta[name=viewport]")["content"] == "width=device-width, initial-scale=1"
    assert the(rendered, "meta[name=color-scheme]")["content"] == "light dark"
    assert the(rendered, "link[rel=stylesheet]")["href"] == "/assets/main.0.css"


# What a page tells others about itself


def test_the_head_names_page_address_and_description(templates: Environment) -> None:
    head = the(soup(templates, ARTICLE), "head")
    assert the(head, "title").get_text() == "Heading – UNICEF Serbia"
    assert the(head, "link[rel=canonical]")["href"] == "https://example.org/sr/x/"
    assert the(head, "meta[name=description]")["content"] == "A description."
    told = {str(meta["property"]): meta["content"] for meta in head.select("meta[property]")}
    assert told == {
        "og:site_name": "UNICEF Serbia",
        "og:locale": "sr_RS",
        "og:title": "Heading",
        "og:description": "A description.",
        "og:url": "https://example.org/sr/x/",
        "og:type": "article",
        "article:published_time": "2026-11-23",
        "article:section": "Media",
    }


def test_a_corrected_article_tells_when_it_changed(templates: Environment) -> None:
    head = the(soup(templates, RELEASE), "head")
    changed = the(head, 'meta[property="article:modified_time"]')["content"]
    assert changed == "2026-11-24"


def test_the_image_for_other_sites_is_told_with_its_measures(templates: Environment) -> None:
    card = Card("Heading", "UNICEF Serbia", "sr-Latn", "blue", "x")
    image = views.SharedImage(card, "https://example.org/cards/1.png", 1200, 630, HOSTILE)
    head = the(soup(templates, replace(ARTICLE, image=image)), "head")
    told = {
        str(meta["property"]): meta["content"] for meta in head.select('[property^="og:image"]')
    }
    assert told == {
        "og:image": "https://example.org/cards/1.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": HOSTILE,
    }
    assert the(head, '[name="twitter:card"]')["content"] == "summary_large_image"
    assert soup(templates, ARTICLE).select('[property^="og:image"], [name^="twitter"]') == []


def test_a_title_with_markup_is_told_to_others_without_it(templates: Environment) -> None:
    page = replace(ARTICLE, heading=Markup('A <span class="amp">&amp;</span> B'))
    assert the(soup(templates, page), 'meta[property="og:title"]')["content"] == "A & B"


@pytest.mark.parametrize("name", [name for name in PAGES if "bare" not in name])
def test_feeds_are_announced_in_the_head_and_named_in_the_page(
    templates: Environment, name: str
) -> None:
    page = soup(templates, PAGES[name])
    announced = [
        (link["type"], link["title"], link["href"])
        for link in page.select("head link[rel=alternate][type]")
    ]
    assert announced == [(feed.media_type, feed.title, feed.address) for feed in FEEDS]
    named = [link["href"] for link in page.select("body a[type]")]
    assert set(named) >= {feed.address for feed in FEEDS}


def test_other_editions_are_announced_where_they_have_the_page(templates: Environment) -> None:
    found = soup(templates, ARTICLE).select("head link[hreflang]")
    assert [(link["hreflang"], link["href"]) for link in found] == [
        ("en", "https://example.org/en/x/"),
        ("sr-Latn", "https://example.org/sr/x/"),
        ("x-default", "https://example.org/en/x/"),
    ]


def test_a_page_without_an_address_announces_no_editions(templates: Environment) -> None:
    assert soup(templates, NOT_FOUND).select("head link[hreflang], link[rel=canonical]") == []


# Head and foot


def test_the_switch_links_to_editions_and_says_where_one_lacks_the_page(
    templates: Environment,
) -> None:
    switch = the(soup(templates, ARTICLE), "nav.editions")
    assert words(switch, "li") == ["English", "Srpski", "Српски (this page does not exist)"]
    link = the(switch, "a")
    assert (link["href"], link["lang"], link["hreflang"]) == ("/en/x/", "en", "en")
    assert [span["lang"] for span in switch.select("span")] == ["sr-Latn", "sr-Cyrl"]
    assert the(switch, "[aria-current]").get_text() == "Srpski"


def test_a_site_with_one_edition_has_no_switch(templates: Environment) -> None:
    page = replace(ARTICLE, editions=EDITIONS[1:2])
    assert soup(templates, page).select("nav.editions") == []


def test_the_logo_stands_in_place_of_the_name_and_is_called_by_it(templates: Environment) -> None:
    site = replace(SITE, logo=views.Logo("/assets/images/logo.0.svg", 240, 60))
    name = the(soup(templates, ARTICLE, site), ".masthead-name")
    assert (the(name, "img")["alt"], name.get_text()) == ("UNICEF Serbia", "")
    assert words(soup(templates, ARTICLE), ".masthead-name") == ["UNICEF Serbia"]


def test_the_menu_says_where_one_is_and_stands_in_the_page_once(templates: Environment) -> None:
    page = soup(templates, ARTICLE)
    assert words(page, "nav.menu a[aria-current=page]") == ["Mission"]
    assert len(page.select('header a[href="/sr/news/"]')) == 1
    assert the(page, "details + nav.menu")
    assert the(page, "details > summary").get_text() == "Menu"


def test_breadcrumbs_lead_back(templates: Environment) -> None:
    crumbs = the(soup(templates, ARTICLE), "nav.breadcrumbs")
    assert words(crumbs, "ol > li") == ["Home", "Media"]
    assert [link["href"] for link in crumbs.select("a")] == ["/sr/", "/sr/media/"]


def test_paper_says_where_and_when_the_text_was_found(templates: Environment) -> None:
    assert words(soup(templates, TEXT), "footer .imprint") == ["https://example.org/sr/x/"]
    assert words(soup(templates, ARTICLE), "footer .imprint") == [
        "https://example.org/sr/x/ · 23 November 2026"
    ]


# Texts are texts


def test_what_looks_like_a_tag_in_a_text_stays_text(templates: Environment) -> None:
    category = replace(CATEGORY, name=HOSTILE, description=HOSTILE)
    page = soup(
        templates,
        replace(
            ARTICLE,
            title=HOSTILE,
            heading=escape(HOSTILE),
            description=HOSTILE,
            summary=HOSTILE,
            categories=(category,),
            original=views.Original(HOSTILE, HOSTILE, "https://example.org/", DAY),
            speakers=(views.Person(HOSTILE, HOSTILE, HOSTILE),),
            organisers=(views.Organisation(HOSTILE, HOSTILE, None),),
            key_figures=(views.KeyFigure(HOSTILE, HOSTILE),),
        ),
        replace(SITE, name=HOSTILE, tagline=HOSTILE),
    )
    assert the(page, "title").get_text() == HOSTILE
    assert the(page, "h1").get_text() == HOSTILE
    assert the(page, "meta[name=description]")["content"] == HOSTILE
    assert the(page, 'meta[property="og:title"]')["content"] == HOSTILE
    assert words(page, "article :is(.labels, .key-figure-value, .standfirst)") == [HOSTILE] * 3
    assert [script.get("src") for script in page.select(PROGRAM)] == ["/assets/share.0.js"]


def test_what_looks_like_a_tag_stays_text_around_the_article_too(templates: Environment) -> None:
    picture = replace(PHOTO.picture, src=HOSTILE, srcset=HOSTILE)
    photo = views.Photo(picture, HOSTILE, HOSTILE, HOSTILE)
    page = soup(
        templates,
        replace(
            RELEASE,
            kind=HOSTILE,
            mark=HOSTILE,
            dateline=HOSTILE,
            authors=(views.Person(HOSTILE, HOSTILE, HOSTILE),),
            occasion=replace(OCCASION, words=HOSTILE, venue=HOSTILE, invitation=HOSTILE),
            downloads=(views.Download(HOSTILE, HOSTILE, "en", HOSTILE, HOSTILE, HOSTILE),),
            press_kit=None,
            lead_photo=photo,
            photos=(),
            contacts=(replace(CONTACT, name=HOSTILE, role=HOSTILE, hours=HOSTILE),),
            boilerplate=(views.Boilerplate(HOSTILE, HOSTILE),),
            topics=(views.Entry(HOSTILE, HOSTILE),),
            location=HOSTILE,
            programme=views.Link(HOSTILE, HOSTILE),
            changes=(views.Change(DAY, HOSTILE, is_major=True),),
            withdrawn=views.Withdrawal(DAY, HOSTILE, views.Link(HOSTILE, HOSTILE)),
            related=(teaser(1, kind=HOSTILE, mark=HOSTILE),),
        ),
    )
    assert [script.get("src") for script in page.select(PROGRAM)] == ["/assets/share.0.js"]
    assert the(page, ".photo img")["alt"] == HOSTILE
    texts = ".labels-kind, .mark, .prose b, .occasion strong, .downloads a, .contact-name"
    assert words(page, texts) == [HOSTILE] * 8  # kind and mark stand in the related post as well
    assert words(page, ".corrections p, .withdrawn p")[1::3] == [HOSTILE, HOSTILE]
    assert words(page, ".photo figcaption") == [f"{HOSTILE} {HOSTILE}"]
    assert words(page, ".byline li")[0] == f"By {HOSTILE} ({HOSTILE}, {HOSTILE})"
    assert words(page, ".downloads-data") == [f"{HOSTILE} · {HOSTILE} · {HOSTILE}"]
    assert words(page, ".particulars dd").count(HOSTILE) == 3


@pytest.mark.parametrize("page", [ARTICLE, TEXT], ids=["article", "text"])
def test_the_e_mail_link_is_escaped_once(
    templates: Environment, page: views.ArticlePage | views.TextPage
) -> None:
    text = html(templates, page)
    link = the(BeautifulSoup(text, "lxml"), 'a[href^="mailto:?"]')
    assert link["href"] == page.mail_link
    assert "&amp;body=" in text
    assert "&amp;amp;" not in text


# Articles


def test_the_head_of_an_article(templates: Environment) -> None:
    head = the(soup(templates, ARTICLE), "article > header")
    assert words(head, ".labels li") == ["Media", "Red"]
    assert [link["data-colour"] for link in head.select(".labels a")] == ["blue", "red"]
    assert words(head, "h1, .standfirst") == ["Heading", "The standfirst."]
    assert words(head, ".byline li") == [
        "Published on 23 November 2026",
        "2 minutes to read",
        "Also in English",
    ]
    assert the(head, ".byline time")["datetime"] == "2026-11-23"
    assert words(head, ".actions > :not([hidden], [role])") == ["E-mail this article"]


def test_the_way_to_contact_and_downloads_stands_in_the_first_row(templates: Environment) -> None:
    page = soup(templates, RELEASE)
    ways = page.select('.actions a[href^="#"]')
    assert words(page, '.actions a[href^="#"]') == [
        "Downloads",
        "Press kit",
        "Contact for the media",
    ]
    assert [the(page, f"{way['href']} > h2").get_text() for way in ways] == [
        "Downloads",
        "Press kit",
        "Contact for the media",
    ]
    assert soup(templates, ARTICLE).select('.actions a[href^="#"]') == []


def test_one_minute_is_no_plural(templates: Environment) -> None:
    page = soup(templates, replace(ARTICLE, reading_minutes=1))
    assert words(page, ".byline li")[1] == "1 minute to read"


UNDATED = (
    "From the archive. First published by: MODS. "
    "The source gives no date; the day above is when this site published it."
)
DATED = "From the archive. First published by: MODS. It is dated 23 November 2026."


@pytest.mark.parametrize(
    ("original", "sentences"),
    [
        (ORIGINAL, [UNDATED, "Original: The title"]),
        (replace(ORIGINAL, day=DAY), [DATED, "Original: The title"]),
        (replace(ORIGINAL, title=None), [UNDATED, "Original: https://example.org/original"]),
        (replace(ORIGINAL, url=None), [UNDATED, "Original: The title"]),
        (replace(ORIGINAL, url=None, title=None), [UNDATED]),
    ],
)
def test_an_archive_item_says_where_it_comes_from_and_that_it_is_undated(
    templates: Environment, original: views.Original, sentences: list[str]
) -> None:
    page = soup(templates, replace(ARTICLE, original=original))
    assert words(page, ".original[role=note] p") == sentences


def test_key_figures_are_figures_with_their_sentence(templates: Environment) -> None:
    figure = the(soup(templates, ARTICLE), "figure.key-figure")
    assert words(figure, "p, figcaption") == ["23 %", "of all children"]


def test_who_took_part_is_a_list_of_terms(templates: Environment) -> None:
    terms = the(soup(templates, ARTICLE), ".particulars dl")
    for line_end in terms.select("br"):
        line_end.replace_with(", ")
    assert words(terms, "dt, dd") == [
        "Speakers",
        "Ana Anić, Director, Network",
        "Bo",
        "Organiser",
        "Network (MODS)",
        "Partners",
        "Ministry",
        "UNICEF",
    ]
    assert [link["href"] for link in terms.select("a")] == ["https://example.org/"]


def test_related_posts_and_neighbours_follow_the_article(templates: Environment) -> None:
    page = soup(templates, ARTICLE)
    assert words(page, "article + div h3") == ["Post 2", "Post 1", "Post 3"]
    assert words(page, "nav.neighbours a") == ["Older Older", "Newer Newer"]
    assert [link["rel"] for link in page.select("nav.neighbours a")] == [["prev"], ["next"]]


@pytest.mark.parametrize(("title", "long"), [(CAPITALS, True), ("Short", False)])
def test_a_long_title_is_set_smaller(templates: Environment, title: str, *, long: bool) -> None:
    article = soup(templates, replace(ARTICLE, heading=escape(title)))
    home = soup(templates, replace(HOME, lead=teaser(1, title=escape(title))))
    assert the(article, "h1").has_attr("data-length") is long
    assert the(home, ".lead h2").has_attr("data-length") is long


def test_a_table_gets_a_frame_that_the_keyboard_can_reach(templates: Environment) -> None:
    body = Markup("<p>A</p><table><tr><td>1 &amp; 2</td></tr></table><p>B</p>")
    page = soup(templates, replace(ARTICLE, body=body))
    frame = the(page, ".prose > div")
    assert (frame["tabindex"], frame["role"], frame["aria-label"]) == ("0", "group", "Table")
    assert words(frame, "table") == ["1 & 2"]
    assert words(page, ".prose > p") == ["A", "B"]


# What surrounds an article


def test_the_kind_stands_before_the_categories_above_the_headline(templates: Environment) -> None:
    head = the(soup(templates, RELEASE), "article > header")
    assert words(head, ".labels li, h1") == ["Press release", "Media", "Red", "Heading"]
    assert head.select(".labels-kind a") == []


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("<p>Text.</p><p>More.</p>", ["Belgrade, 22 November 2026\xa0– Text.", "More."]),
        ("<p>One<br>two.</p>", ["Belgrade, 22 November 2026\xa0– Onetwo."]),
        ("<ul><li>Text.</li></ul>", ["Belgrade, 22 November 2026"]),
    ],
)
def test_the_dateline_opens_the_text(
    templates: Environment, body: str, paragraphs: list[str]
) -> None:
    prose = the(soup(templates, replace(RELEASE, body=Markup(body), notes=None)), ".prose")  # noqa: S704 - written here
    assert [found.get_text() for found in prose.select("p")] == paragraphs
    assert words(prose, "b") == ["Belgrade, 22 November 2026"]


def test_a_text_without_a_dateline_opens_with_itself(templates: Environment) -> None:
    assert words(soup(templates, ARTICLE), ".prose p") == ["Text.", "More."]


def test_the_authors_open_the_byline(templates: Environment) -> None:
    assert words(soup(templates, RELEASE), ".byline li")[:2] == [
        "By Ana Anić (Director, Network), Bo",
        "Published on 23 November 2026",
    ]


def test_an_event_says_when_and_where_and_goes_into_a_calendar(templates: Environment) -> None:
    box = the(soup(templates, replace(RELEASE, key_figures=())), "section.occasion")
    assert words(box, "h2, p") == [
        "When and where",
        "1",
        "1 December 2026, 10:00–16:00",
        "Palace of Serbia",
        "Add to your calendar",
    ]
    assert the(box, "time")["datetime"] == "2026-12-01T10:00:00+01:00"
    assert the(box, "a")["href"] == "/sr/x/invitation.ics"
    assert words(box, "[aria-hidden=true]") == ["1"]


def test_the_photo_at_the_head_comes_first_and_others_wait(templates: Environment) -> None:
    lead, *others = soup(templates, RELEASE).select("figure.photo img")
    assert (lead["fetchpriority"], lead.get("loading")) == ("high", None)
    assert [(img.get("fetchpriority"), img["loading"]) for img in others] == [(None, "lazy")] * 2
    assert {img["decoding"] for img in (lead, *others)} == {"async"}


def test_a_photo_offers_its_files_and_keeps_its_place(templates: Environment) -> None:
    picture = the(soup(templates, replace(RELEASE, photos=())), "picture")
    source, img = the(picture, "source"), the(picture, "img")
    assert source.attrs == {
        "type": "image/avif",
        "srcset": "/a-480.avif 480w, /a-800.avif 800w",
        "sizes": "(min-width: 64em) 44rem, 100vw",
    }
    assert img.attrs == {
        "src": "/a-800.jpg",
        "srcset": "/a-480.jpg 480w, /a-800.jpg 800w",
        "sizes": "(min-width: 64em) 44rem, 100vw",
        "width": "800",
        "height": "533",
        "alt": "A girl pours milk.",
        "fetchpriority": "high",
        "decoding": "async",
    }


def test_caption_and_credit_stand_in_one_line(templates: Environment) -> None:
    page = soup(templates, RELEASE)
    assert words(page, ".article-photo figcaption") == ["School milk. © UNICEF Serbia/2026/Surname"]
    assert len(page.select(".article-annex .photo")) == 2
    assert len(page.select(".article-annex .photo figcaption")) == 1  # the other has neither


def test_a_decorative_photo_has_an_empty_description(templates: Environment) -> None:
    page = replace(RELEASE, photos=(), lead_photo=replace(PHOTO, alt=""))
    assert the(soup(templates, page), ".photo img")["alt"] == ""


def test_downloads_name_language_format_and_size(templates: Environment) -> None:
    downloads = the(soup(templates, RELEASE), "#files_to_download .downloads")
    assert words(downloads, "li") == [
        "Годишњи извештај Serbian · PDF · 1.2 MB",
        "Annual report English · PDF · 1.2 MB",
    ]
    assert the(downloads, "li:first-child a").attrs == {
        "href": "/files/a.pdf",
        "hreflang": "sr-Cyrl",
    }


def test_a_press_kit_names_what_is_in_it_its_format_and_its_size(templates: Environment) -> None:
    kit = the(soup(templates, RELEASE), "#press_kit .downloads")
    assert words(kit, "li") == [
        "Text in all languages, pictures that may be used, captions and credits ZIP · 3.4 MB"
    ]
    assert the(kit, "a")["href"] == "/press-kits/news/x.zip"


def test_what_follows_the_text_stands_in_its_order(templates: Environment) -> None:
    text = the(soup(templates, RELEASE), ".article-text")
    assert words(text, ".prose ~ section > h2") == [
        "Photographs",
        "Downloads",
        "Press kit",
        "Corrections",
        "Notes to editors",
        "Contact for the media",
        "About UNICEF",
    ]
    assert words(text, ".contact > h3") == ["Press", "Press"]
    assert words(text, ":scope > section:last-child > p") == ["For every child."]


def test_notes_to_editors_are_prose_with_framed_tables(templates: Environment) -> None:
    (notes,) = (
        section
        for section in soup(templates, RELEASE).select(".article-annex")
        if words(section, "h2") == ["Notes to editors"]
    )
    assert words(notes, ".prose > p") == ["The survey ran in May."]
    assert words(notes, ".prose > [role=group] > table") == ["1"]


@pytest.mark.parametrize("page", [RELEASE, replace(TEXT, changes=CHANGES)], ids=["article", "text"])
def test_corrections_tell_their_day_and_which_of_them_is_major(
    templates: Environment, page: views.Page
) -> None:
    corrections = the(soup(templates, page), "ol.corrections")
    assert words(corrections, "p") == [
        "23 November 2026",
        "A name was spelt wrongly.",
        "24 November 2026 · Major correction",
        "Not 32 but 23.",
    ]
    assert [time["datetime"] for time in corrections.select("time")] == ["2026-11-23", "2026-11-24"]
    assert [entry.has_attr("data-major") for entry in corrections.select("li")] == [False, True]


@pytest.mark.parametrize("page", [RELEASE, TEXT], ids=["article", "text"])
def test_a_withdrawn_page_says_so_before_anything_else(
    templates: Environment, page: views.ArticlePage | views.TextPage
) -> None:
    head = the(soup(templates, replace(page, withdrawn=WITHDRAWAL)), ".article-head")
    notice = the(head, ".withdrawn:first-child[role=note]")
    assert words(notice, "p") == [
        "Withdrawn on 23 November 2026.",
        "A figure was wrong.",
        "Read instead: The right one",
    ]
    assert the(notice, "time")["datetime"] == "2026-11-23"
    assert the(notice, "a")["href"] == "/sr/y/"


def test_what_was_withdrawn_without_a_replacement_leads_nowhere(templates: Environment) -> None:
    page = replace(ARTICLE, withdrawn=replace(WITHDRAWAL, replaced_by=None))
    assert words(soup(templates, page), ".withdrawn p") == [
        "Withdrawn on 23 November 2026.",
        "A figure was wrong.",
    ]


def test_an_article_without_a_text_has_neither_prose_nor_dateline(templates: Environment) -> None:
    page = soup(templates, replace(RELEASE, body=Markup(""), notes=None))
    assert page.select(".prose") == []
    assert "Belgrade, 22 November 2026" not in page.get_text()


@pytest.mark.parametrize("page", [RELEASE, TEXT, PROGRAMME], ids=["article", "text", "programme"])
def test_what_is_not_public_yet_bears_its_mark_on_top(
    templates: Environment, page: views.ArticlePage | views.TextPage
) -> None:
    marked = soup(templates, replace(page, mark="Draft", withdrawn=WITHDRAWAL))
    assert words(marked, ".article-head > .mark:first-child") == ["Draft"]


def test_the_margin_tells_place_programme_and_topics(templates: Environment) -> None:
    page = replace(RELEASE, speakers=(), organisers=(), partners=())
    margin = the(soup(templates, page), ".article-margin")
    assert words(margin, "h2, dt, dd") == [
        "Details",
        "Place",
        "Belgrade",
        "Programme",
        "Every child in a family",
        "Topics",
        "Foster care",
        "Day care",
    ]
    assert [link["href"] for link in margin.select("a")] == [
        "/sr/programme/",
        "/sr/topics/1/",
        "/sr/topics/2/",
    ]


@pytest.mark.parametrize(
    ("field", "value", "terms"),
    [
        ("location", "Belgrade", ["Place"]),
        ("programme", views.Link("Families", "/sr/programme/"), ["Programme"]),
        ("topics", (views.Entry("Foster care", "/sr/topics/1/"),), ["Topic"]),
    ],
)
def test_the_margin_is_there_for_any_one_of_them(
    templates: Environment, field: str, value: object, terms: list[str]
) -> None:
    page = PAGES["article, bare"]
    assert words(soup(templates, page), ".particulars") == []
    changed: Any = {field: value}
    assert words(soup(templates, replace(page, **changed)), ".particulars dt") == terms


@pytest.mark.parametrize(
    "selector",
    [
        ".mark",
        ".labels",
        ".withdrawn",
        ".occasion",
        ".article-facts",
        ".article-photo",
        ".article-annex",
        "figure",
    ],
)
def test_what_a_bare_article_lacks_takes_no_room(templates: Environment, selector: str) -> None:
    assert soup(templates, PAGES["article, bare"]).select(selector) == []


# Pages of the house


def test_a_history_is_an_ordered_list_of_decades_and_years(templates: Environment) -> None:
    decades = soup(templates, TEXT).select(".timeline > ol > li")
    assert [words(decade, "h3") for decade in decades] == [["The 1940s"], ["The 1990s"]]
    assert [words(decade, "ol > li > h4") for decade in decades] == [
        ["1947 First relief", "1948 A committee"],
        ["1991–1995 An office"],
    ]


def test_every_year_of_a_history_can_be_linked_to(templates: Environment) -> None:
    entries = soup(templates, TEXT).select(".timeline-entry")
    assert [entry["id"] for entry in entries] == ["y1947", "y1948", "y1991"]
    assert [the(entry, "a")["href"] for entry in entries] == ["#y1947", "#y1948", "#y1991"]


def test_a_placeholder_contact_says_so_and_leads_nowhere(templates: Environment) -> None:
    placeholder, contact = soup(templates, TEXT).select(".contact")
    assert words(placeholder, "p")[0] == (
        "Placeholder These details are not real yet. Please do not use them."
    )
    assert placeholder.select("a") == []
    assert [link["href"] for link in contact.select("a")] == [
        "mailto:press@example.org",
        "tel:+38111000",
    ]
    assert "Placeholder" not in contact.get_text()


def test_a_programme_shows_its_posts_below_its_text(templates: Environment) -> None:
    page = the(soup(templates, PROGRAMME), "main")
    assert words(page, "h1, .standfirst, h2, h3") == [
        "Heading",
        "The standfirst.",
        "Press",
        "Part",
        "From this programme",
        "Post 2",
        "Post 1",
        "Post 3",
    ]


def test_a_programme_without_posts_says_so(templates: Environment) -> None:
    page = the(soup(templates, replace(PROGRAMME, posts=())), "main")
    assert words(page, ".section > p") == ["Nothing has been published in this programme yet."]
    assert page.select(".post-list") == []


# Lists


def test_a_list_shows_day_main_category_title_and_a_line(templates: Environment) -> None:
    first, *_, last = soup(templates, HOME).select(".post-list > li")
    assert words(first, "time, .labels, h3, .post-list-summary") == [
        "2 January 2026",
        "Media",
        "Post 2",
        "What it is about.",
    ]
    assert words(last, "time, .labels, h3, .post-list-summary") == ["3 January 2025", "Post 3"]


def test_a_list_says_what_a_post_is_and_marks_what_is_not_public_yet(
    templates: Environment,
) -> None:
    post = teaser(1, kind="Press release", mark="Draft")
    shown = soup(templates, replace(HOME, lead=post, latest=(post,)))
    data = the(shown, ".post-list-data")
    assert words(data, ".mark, time, .labels li") == [
        "Draft",
        "1 January 2026",
        "Press release",
        "Media",
    ]
    lead = the(shown, ".lead")
    assert words(lead, ".mark, .labels li") == ["Draft", "Press release", "Media", "Red"]


def test_the_list_of_a_category_still_says_what_a_post_is(templates: Environment) -> None:
    page = replace(
        CATEGORY_PAGE, sections=(views.Section("2026", (teaser(1, kind="Press release"),)),)
    )
    assert words(soup(templates, page), ".post-list .labels li") == ["Press release"]


def test_a_category_shows_its_colour_what_it_is_and_its_posts_by_year(
    templates: Environment,
) -> None:
    page = the(soup(templates, CATEGORY_PAGE), "main")
    head = the(page, "header")
    assert head["data-colour"] == "blue"
    assert words(head, ".standfirst, a") == ["A description.", "Atom", "RSS"]
    assert words(page, "h2, h3") == ["2026", "Post 2", "Post 1", "2025", "Post 3"]


def test_the_leaves_of_a_category_are_turned(templates: Environment) -> None:
    pager = the(soup(templates, CATEGORY_PAGE), "nav.pager")
    assert words(pager, "a, p") == ["Newer posts", "Page 2", "Older posts"]
    assert [link["href"] for link in pager.select("a")] == ["/sr/media/", "/sr/media/1/"]


def test_the_front_leaf_of_a_category_has_no_number(templates: Environment) -> None:
    front = replace(CATEGORY_PAGE, leaf=0, newer=None)
    assert words(the(soup(templates, front), "nav.pager"), "a, p") == ["Older posts"]


def test_the_oldest_leaf_leads_to_no_older_one(templates: Environment) -> None:
    page = soup(templates, replace(CATEGORY_PAGE, leaf=1, older=None))
    assert words(page, "nav.pager a") == ["Newer posts"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("list, bare", "There is nothing yet."),
        ("index, bare", "There is nothing yet."),
        ("categories, bare", "There are no categories yet."),
    ],
)
def test_an_empty_list_says_so(templates: Environment, name: str, sentence: str) -> None:
    assert words(soup(templates, PAGES[name]), "main .nothing") == [sentence]


def test_categories_are_counted_where_there_is_something_to_count(templates: Environment) -> None:
    assert words(soup(templates, PAGES["categories"]), ".subjects > li") == [
        "Media For journalists. 3 posts",
        "Red",
    ]


def test_a_list_that_has_no_feeds_of_its_own_names_those_of_the_edition_at_its_foot(
    templates: Environment,
) -> None:
    page = soup(templates, PAGES["list"])
    assert page.select("main a[type]") == []
    assert words(page, "footer .feed-list a") == ["All news (Atom)", "All news (RSS)"]


def test_years_are_links_with_the_number_of_their_posts(templates: Environment) -> None:
    page = soup(templates, INDEX)
    assert words(page, ".entries > li") == ["2026 2 posts", "2025 1 post"]
    assert words(page, "main h2, main h3") == ["Latest", "Post 2", "Post 1", "Post 3"]


def test_pages_are_listed_under_headings_with_what_they_are(templates: Environment) -> None:
    page = soup(templates, PAGES["index, of pages"])
    assert words(page, ".entries h2, .entries p") == ["Mission", "Why we are here."]


# The front, and where nothing is


def test_the_lead_is_large_and_the_heading_of_the_page_is_only_heard(
    templates: Environment,
) -> None:
    page = soup(templates, HOME)
    assert the(page, "h1")["class"] == ["only-heard"]
    assert words(page, ".lead h2, .lead .labels li") == ["Media", "Red", "Post 4"]


def test_without_a_lead_the_house_says_who_it_is(templates: Environment) -> None:
    bare_home = replace(HOME, lead=None, latest=(), events=(), programmes=())
    page = soup(templates, bare_home)
    assert words(page, "main header > *") == ["Heading", "A description."]
    assert page.select(".lead") == []
    assert words(page, "main h2") == ["Our work", "For the media"]


def test_the_field_for_the_media_has_the_newest_release_feeds_and_contacts(
    templates: Environment,
) -> None:
    field = the(soup(templates, HOME), "section.media")
    assert words(field, "a") == [
        "Post 6",
        "All news (Atom)",
        "All news (RSS)",
        "All feeds, and how to follow them",
        "Media centre",
        "Privacy",
    ]


def test_the_front_tells_which_events_come_next(templates: Environment) -> None:
    (event,) = soup(templates, HOME).select(".event-list > li")
    assert words(event, "p, h3") == [
        "1",
        "Post 5",
        "1 December 2026, 10:00–16:00",
        "Palace of Serbia",
    ]
    assert words(event, "[aria-hidden=true]") == ["1"]


def test_the_front_shows_the_programmes_with_what_they_are(templates: Environment) -> None:
    page = soup(templates, HOME)
    assert words(page, ".entries > li") == ["Every child In a family."]
    assert words(page, "main h2")[1:] == [
        "Latest",
        "Next events",
        "Programmes",
        "Our work",
        "For the media",
    ]


def test_an_event_stands_in_a_list_under_the_day_on_which_it_takes_place(
    templates: Environment,
) -> None:
    page = replace(HOME, latest=(teaser(5, occasion=OCCASION),))
    assert words(soup(templates, page), ".post-list time") == ["1 December 2026, 10:00–16:00"]


def test_a_lost_reader_is_led_on_in_every_language(templates: Environment) -> None:
    editions = tuple(replace(edition, address=f"/{edition.lang}/") for edition in EDITIONS)
    doors = the(soup(templates, replace(NOT_FOUND, editions=editions)), ".doors")
    assert [(door["lang"], the(door, "a")["href"]) for door in doors.select("li")] == [
        ("en", "/en/"),
        ("sr-Latn", "/sr-Latn/"),
        ("sr-Cyrl", "/sr-Cyrl/"),
    ]
    assert words(doors, "li") == [
        "There is no page at this address. Go to the home page in English",
        "Idite na početnu stranicu na srpskom",
        "На овој адреси нема странице. Идите на почетну страницу на српском",
    ]


def test_each_edition_invites_in_its_own_language(templates: Environment) -> None:
    sections = soup(templates, LANGUAGE).select(".languages > section")
    assert [(section["lang"], *words(section, "h2")) for section in sections] == [
        ("en", "Read in English"),
        ("sr-Latn", "Čitajte na srpskom, latinicom"),
        ("sr-Cyrl", "Српски"),
    ]
    assert words(sections[0], "h3") == ["Post 2", "Post 1", "Post 3"]


def test_a_page_is_light(templates: Environment) -> None:
    bare_page = gzip.compress(html(templates, PAGES["article, bare"]).encode(), 9)
    assert len(bare_page) < 2_500


def test_a_full_article_and_the_style_sheet_come_in_the_first_round_trip(
    templates: Environment,
) -> None:
    page = gzip.compress(html(templates, RELEASE).encode(), 9)
    style = gzip.compress(assets(THEME / "static").stylesheet.content, 9)
    assert len(page) + len(style) < 14_000


# How the templates themselves are written


@pytest.mark.parametrize("path", MACROS, ids=lambda path: path.stem)
def test_a_macro_is_alone_in_its_file_and_each_argument_is_explained(
    templates: Environment, path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    (macro,) = templates.parse(text).find_all(nodes.Macro)
    assert macro.name == path.stem
    comment = text[text.index("{#") : text.index("#}")]
    explained = re.findall(r"^   (\w+): ", comment, flags=re.MULTILINE)
    assert explained == [argument.name for argument in macro.args]


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_a_part_says_what_it_is(path: Path) -> None:
    assert re.match(r"\{# [A-Z]", path.read_text(encoding="utf-8"))


def test_every_part_is_included_and_every_macro_imported() -> None:
    everything = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    included = set(re.findall(r'{% include "parts/(\w+)\.html" %}', everything))
    imported = set(re.findall(r'{% from "macros/(\w+)\.html" import \1 %}', everything))
    assert included == {path.stem for path in PARTS}
    assert imported == {path.stem for path in MACROS}


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_macros_take_named_arguments_only(templates: Environment, path: Path) -> None:
    names = {macro.stem for macro in MACROS}
    calls = [
        call
        for call in templates.parse(path.read_text(encoding="utf-8")).find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in names
    ]
    assert [call.lineno for call in calls if call.args] == []


def test_every_view_of_a_page_has_its_template() -> None:
    pages = {page.template for page in PAGES.values()}
    assert pages == {path.name for path in TEMPLATES.glob("*.html")} - {"base.html"}
    direct = views.Page.__subclasses__()
    further = [kind for parent in direct for kind in parent.__subclasses__()]
    kinds = {kind.__name__ for kind in (*direct, *further)}
    assert {type(page).__name__ for page in PAGES.values()} == kinds
