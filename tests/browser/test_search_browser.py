"""Readers search an edition in a real browser, in whichever letters they type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from accessibility import faults
from playwright.sync_api import BrowserContext, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser
from small_site import SmallSite, page, post

from newsdesk.script import folded

if TYPE_CHECKING:
    from conftest import LiveSite, Serve

SUMMARY = "Šta je stiglo deci u selu, ko je to doneo i kada je to bilo."


def serbian(number: int, title: str, body: str, **fields: object) -> str:
    names = {"id": f"serb{number:02}", "slug": f"post-{number}", "lang": "sr-Latn"}
    return post(title, body, **{"summary": SUMMARY, **names, **fields})


FILES = {
    "content/sr/articles/one.md": serbian(
        1,
        "Škola u Međi",
        "Đaci idu u školu, kaže Milena Domanović <b>glasno</b> i 5 < 7. UNICEF-a e-mail.",
    ),
    "content/sr/articles/two.md": serbian(
        2, "Mleko za sve", "Stiglo je mleko.", categories=["health"], date="2009-05-05"
    ),
    "content/sr/articles/three.md": serbian(
        3,
        "Povučeno mleko",
        "Nestalo.",
        status="withdrawn",
        withdrawn={"at": "2026-11-22", "reason": "error", "explanation": "Nije tačno."},
    ),
    "content/sr/articles/four.md": serbian(4, "Tajno mleko", "Skriveno.", status="draft"),
    "content/sr/pages/about.md": page(
        "O nama", "Radimo za decu.", lang="sr-Latn", slug="about-us", summary=SUMMARY
    ),
    **{
        f"content/en/articles/school-{number:02}.md": post(
            f"School {number}", "Pupils and Milena Domanović.", id=f"scho{number:02}"
        )
        for number in range(12)
    },
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Iterator[LiveSite]:
    site = SmallSite.in_folder(tmp_path_factory.mktemp("search"), FILES, NEWSDESK_SEARCH=True)
    site.build()
    with serve(site.output) as live:
        yield live


@pytest.fixture
def tab(browser: BrowserContext) -> Iterator[Page]:
    """Open a page that must not complain."""
    opened = browser.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda line: complaints.extend([line.text] * (line.type == "error")))
    yield opened
    assert complaints == []


def titles(tab: Page, words: str) -> list[str]:
    """Search as one does with the keyboard; gives the titles that are found."""
    field = tab.get_by_role("searchbox")
    field.fill(words)
    field.press("Enter")
    expect(tab.get_by_role("status")).to_have_text(re.compile(r"\d"))
    return [" ".join(title.split()) for title in tab.locator("ol h2").all_inner_texts()]


SCHOOL = {"sr": "Škola u Međi", "sr-cyrl": "Школа у Међи"}


WAYS_TO_TYPE = (
    "Domanovic", "Domanović", "Домановић", "skola", "škola", "школу", "daci", "djaci", "đaci",
    "ђаци", "domanovic skola", "Домановић ŠKOLU", "„milena domanović“", '"idu u školu"',
    "s\u030ckola", "škola, đaci!", "u školi", "e-mail", "UNICEF-a", "UNICEF",
)  # fmt: skip
NOT_THERE = (
    "tajno", "povučeno", "nestalo", "mlekovod", "skolarina", '"školu idu"', "domanovic mleko",
)  # fmt: skip


@pytest.mark.parametrize("prefix", SCHOOL)
def test_a_word_is_found_however_it_is_typed(tab: Page, small: LiveSite, prefix: str) -> None:
    tab.goto(f"{small.address}/{prefix}/search/")
    found = {words: titles(tab, words) for words in WAYS_TO_TYPE}
    assert found == {words: [SCHOOL[prefix]] for words in WAYS_TO_TYPE}


def test_what_is_not_there_is_not_found(tab: Page, small: LiveSite) -> None:
    tab.goto(f"{small.address}/sr/search/")
    assert {words: titles(tab, words) for words in NOT_THERE} == {words: [] for words in NOT_THERE}
    expect(tab.get_by_role("status")).to_have_text("Broj rezultata: 0")


def test_a_result_shows_what_was_written_and_leads_there(tab: Page, small: LiveSite) -> None:
    tab.goto(f"{small.address}/sr-cyrl/search/")
    titles(tab, "djaci")
    result = tab.locator("main ol > li")
    expect(result.locator("p").first).to_have_text("Вест 20. новембар 2026. Медији")
    expect(result.locator("mark")).to_have_text(["Ђаци"])
    expect(result).to_contain_text("каже Милена Домановић гласно и 5 < 7.")
    result.get_by_role("link").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Школа у Међи")
    tab.go_back()
    expect(tab.locator("ol h2")).to_have_text(["Школа у Међи"])
    expect(tab.get_by_role("searchbox")).to_have_value("djaci")


def test_results_are_narrowed_by_category_type_and_year(tab: Page, small: LiveSite) -> None:
    tab.goto(f"{small.address}/sr/search/")
    for label, option, left in (
        ("Kategorija", "Zdravlje", ["Mleko za sve"]),
        ("Godina", "2026", ["Škola u Međi"]),
        ("Vrsta", "Vest", ["Mleko za sve", "Škola u Međi"]),
    ):
        choice = tab.get_by_role("combobox", name=label)
        choice.select_option(label=option)
        assert sorted(titles(tab, "selu")) == left
        assert sorted(titles(tab, "")) == left
        choice.select_option(index=0)
    assert sorted(titles(tab, "selu")) == ["Mleko za sve", "O nama", "Škola u Međi"]


def test_an_address_with_words_in_it_is_searched_at_once(tab: Page, small: LiveSite) -> None:
    tab.goto(f"{small.address}/sr/search/?q={quote('Škola')}&year=2026&length=9")
    expect(tab.get_by_role("status")).to_have_text("Broj rezultata: 1")
    expect(tab.get_by_role("combobox", name="Godina")).to_have_value("2026")


def test_more_results_come_when_asked_for_and_the_keyboard_goes_on_there(
    tab: Page, small: LiveSite
) -> None:
    tab.goto(f"{small.address}/en/search/")
    assert len(titles(tab, "Домановић pupil")) == 10
    expect(tab.get_by_role("searchbox")).to_be_focused()
    expect(tab.get_by_role("status")).to_have_text("Number of results: 12")
    tab.get_by_role("button", name="More results").press("Enter")
    expect(tab.locator("main ol > li")).to_have_count(12)
    expect(tab.locator("main ol > li").nth(10).get_by_role("link")).to_be_focused()
    expect(tab.get_by_role("button", name="More results")).to_be_hidden()


def test_engine_and_index_come_only_when_one_begins_to_search(tab: Page, small: LiveSite) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{small.address}/sr/search/")
    tab.wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/" in url] == [f"{small.address}/sr/search/"]
    with tab.expect_request("**/wasm.sr.pagefind"):
        tab.get_by_role("searchbox").focus()
    assert [url for url in asked if not url.startswith(small.address)] == []


def test_the_policy_that_readme_names_is_enough(tab: Page, small: LiveSite) -> None:
    policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

    def strictly(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    tab.route("**/*", strictly)
    tab.goto(f"{small.address}/sr/search/")
    assert titles(tab, "skola") == ["Škola u Međi"]


def test_a_search_that_cannot_be_loaded_says_so_and_can_be_tried_again(
    browser: BrowserContext, small: LiveSite
) -> None:
    tab = browser.new_page()
    tab.goto(f"{small.address}/sr/search/")
    tab.route("**/2026/**", lambda route: route.abort())
    tab.get_by_role("searchbox").fill("skola")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("status")).to_have_text(
        "Pretraga nije mogla da se učita. Pokušajte ponovo."
    )
    tab.unroute("**/2026/**")
    assert titles(tab, "skola") == ["Škola u Međi"]


def test_without_a_script_the_page_leads_on(small: LiveSite, browser: BrowserContext) -> None:
    chromium = browser.browser
    assert chromium
    tab = chromium.new_context(java_script_enabled=False).new_page()
    tab.goto(f"{small.address}/en/search/")
    expect(tab.get_by_text("Searching needs JavaScript.")).to_be_visible()
    expect(tab.get_by_role("searchbox")).to_be_hidden()
    links = tab.get_by_role("main").get_by_role("link")
    expect(links).to_have_text(["Archive", "Categories"])


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_among_the_results(tab: Page, small: LiveSite, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(f"{small.address}/en/search/?q=school")
    expect(tab.locator("main ol > li")).to_have_count(10)
    assert faults(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_folds_words_as_the_index_does(tab: Page, small: LiveSite) -> None:
    alphabet = "абвгдђежзијклљмнњопрстћуфхцчџш abcčćddžđefghijklljmnnjoprsštuvzž Djurdja"
    tab.goto(f"{small.address}/en/search/")
    letters = tab.locator(".search").get_attribute("data-letters")
    typed = tab.evaluate(
        """([text, letters]) => text.normalize("NFKD").toLowerCase()
            .replace(/./gu, (sign) => JSON.parse(letters)[sign] ?? sign).replace(/dj/g, "d")
            .normalize("NFD").replace(/\\p{M}/gu, "")""",
        [alphabet, letters],
    )
    assert typed == folded(alphabet)


# The real site


def test_every_page_leads_to_the_search_of_its_edition(published_site: LiveSite) -> None:
    for path in published_site.paths:
        file = f"{path}index.html" if path.endswith("/") else path
        page = LexborHTMLParser((published_site.folder / file.lstrip("/")).read_bytes())
        edition = path.split("/")[1] if path.count("/") > 1 else "en"
        (link,) = page.css("header .masthead-search")
        assert link.attributes["href"] == f"/{edition}/search/", path


@pytest.mark.parametrize("prefix", ["en", "sr", "sr-cyrl"])
def test_the_conference_is_found_by_who_spoke_there(
    tab: Page, published_site: LiveSite, prefix: str
) -> None:
    tab.goto(f"{published_site.address}/{prefix}/")
    tab.locator(".masthead-search").click()
    for words in ("Neric", "Нерић"):
        assert len(titles(tab, words)) == 1
    tab.locator("main ol a").click()
    expect(tab).to_have_url(f"{published_site.address}/{prefix}/news/strengthening-families/")
