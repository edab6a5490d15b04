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
from newsdesk.mail import Letter, mail_link
from newsdesk.render import environment

TEMPLATES = Path(__file__).parents[2] / "theme/templates"
MACROS = sorted((TEMPLATES / "macros").glob("*.html"))
PARTS = sorted((TEMPLATES / "parts").glob("*.html"))

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
    home="/sr/",
    menu=(views.Link("Mission", "/sr/x/"), views.Link("News", "/sr/news/")),
    service_pages=(views.Link("Privacy", "/sr/privacy/"),),
    stylesheet="/assets/main.0.css",
    script="/assets/share.0.js",
    icon="/assets/images/icon.0.svg",
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
CATEGORY = views.Category("media", "Media", "For journalists.", "blue", "/sr/media/", 3, FEEDS)
BARE_CATEGORY = views.Category("red", "Red", "", "red", "/sr/red/", 0, ())
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
HOME = views.HomePage(
    **common("home.html"),
    lead=teaser(4),
    latest=POSTS,
    categories=(CATEGORY, BARE_CATEGORY),
    mission=views.Link("Our mission", "/sr/mission/"),
)
CATEGORY_PAGE = views.CategoryPage(
    **common("category.html"),
    category=CATEGORY,
    posts=POSTS,
    leaf=2,
    leaves=3,
    newer="/sr/media/",
    older="/sr/media/3/",
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
    "home": HOME,
    "home, one post": replace(HOME, latest=()),
    "home, bare": views.HomePage(
        **bare("home.html"), lead=None, latest=(), categories=(), mission=None
    ),
    "category": CATEGORY_PAGE,
    "category, bare": views.CategoryPage(
        **bare("category.html"),
        category=BARE_CATEGORY,
        posts=(),
        leaf=1,
        leaves=1,
        newer=None,
        older=None,
    ),
    "categories": views.CategoriesPage(
        **common("categories.html"), categories=(CATEGORY, BARE_CATEGORY)
    ),
    "categories, bare": views.CategoriesPage(**bare("categories.html"), categories=()),
    "archive": views.ArchivePage(
        **common("archive.html"), years=((2026, POSTS[:2]), (2025, POSTS[2:]))
    ),
    "archive, bare": views.ArchivePage(**bare("archive.html"), years=()),
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
    assert [script.get_text() for script in rendered.select("script")] in ([], [""])
    attributes = {name for element in rendered.select("*") for name in element.attrs}
    assert [name for name in attributes if name.startswith("on")] == []


def test_nothing_that_is_missing_is_shown(rendered: BeautifulSoup) -> None:
    assert not re.search(r"\bNone\b", str(rendered))


def test_nothing_is_left_empty_for_a_screen_reader(rendered: BeautifulSoup) -> None:
    elements = rendered.select("a, h1, h2, h3, h4, ul, ol, dl, li, dd, dt, figcaption")
    assert [element for element in elements if not element.get_text(strip=True)] == []


def test_buttons_wait_for_the_script(rendered: BeautifulSoup) -> None:
    assert [button for button in rendered.select("button") if not button.has_attr("hidden")] == []


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
        "og:title": "Heading",
        "og:description": "A description.",
        "og:url": "https://example.org/sr/x/",
        "og:type": "article",
        "article:published_time": "2026-11-23",
    }


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
    assert named == [feed.address for feed in FEEDS]


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
    assert [script.get("src") for script in page.select("script")] == ["/assets/share.0.js"]


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


def test_a_category_shows_its_colour_what_it_is_and_its_posts_by_year(
    templates: Environment,
) -> None:
    page = the(soup(templates, CATEGORY_PAGE), "main")
    head = the(page, "header")
    assert head["data-colour"] == "blue"
    assert words(head, ".standfirst, a") == ["For journalists.", "Atom", "RSS"]
    assert words(page, "h2, h3") == ["2026", "Post 2", "Post 1", "2025", "Post 3"]


def test_the_leaves_of_a_category_are_turned(templates: Environment) -> None:
    pager = the(soup(templates, CATEGORY_PAGE), "nav.pager")
    assert words(pager, "a, p") == ["Newer posts", "Page 2 of 3", "Older posts"]
    assert [link["href"] for link in pager.select("a")] == ["/sr/media/", "/sr/media/3/"]


def test_the_last_leaf_leads_to_no_older_one(templates: Environment) -> None:
    page = soup(templates, replace(CATEGORY_PAGE, leaf=3, older=None))
    assert words(page, "nav.pager a") == ["Newer posts"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("category, bare", "Nothing has been published in this category yet."),
        ("categories, bare", "There are no categories yet."),
        ("archive, bare", "Nothing has been published yet."),
    ],
)
def test_an_empty_list_says_so(templates: Environment, name: str, sentence: str) -> None:
    assert words(soup(templates, PAGES[name]), "main .nothing") == [sentence]


def test_categories_are_counted_where_there_is_something_to_count(templates: Environment) -> None:
    assert words(soup(templates, PAGES["categories"]), ".subjects > li") == [
        "Media For journalists. 3 posts",
        "Red",
    ]


def test_the_archive_leaps_to_its_years(templates: Environment) -> None:
    page = soup(templates, PAGES["archive"])
    for link in page.select("nav.years a"):
        assert the(page, f'[id="{str(link["href"])[1:]}"]').get_text() == link.get_text()
    assert words(page, "nav.years a") == ["2026", "2025"]


# The front, and where nothing is


def test_the_lead_is_large_and_the_heading_of_the_page_is_only_heard(
    templates: Environment,
) -> None:
    page = soup(templates, HOME)
    assert the(page, "h1")["class"] == ["only-heard"]
    assert words(page, ".lead h2, .lead .labels li") == ["Media", "Red", "Post 4"]


def test_without_a_lead_the_house_says_who_it_is(templates: Environment) -> None:
    page = soup(templates, replace(HOME, lead=None, latest=()))
    assert words(page, "main header > *") == ["Heading", "A description."]
    assert page.select(".lead") == []
    assert words(page, "main h2") == ["Our work", "For the media"]


def test_the_field_for_the_media_has_feeds_and_contacts(templates: Environment) -> None:
    field = the(soup(templates, HOME), "section.media")
    assert words(field, "a") == ["All news (Atom)", "All news (RSS)", "Privacy"]


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
    kinds = {kind.__name__ for kind in views.Page.__subclasses__()}
    assert {type(page).__name__ for page in PAGES.values()} == kinds
