"""The real site as its readers meet it, in a real browser."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Request, expect

if TYPE_CHECKING:
    from conftest import LiveSite

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
CONFERENCE = "/en/news/strengthening-families/"
WIDTHS = (320, 768, 1440)


def headings(page: Page) -> list[int]:
    return [
        int(name[1])
        for name in page.locator("h1,h2,h3,h4,h5,h6").evaluate_all(
            "nodes => nodes.map(node => node.tagName)"
        )
    ]


def test_a_reader_finds_the_conference_from_home_by_each_of_its_categories(
    browser: BrowserContext, live_site: LiveSite
) -> None:
    page = browser.new_page()
    for category in ("Social protection", "Financial support", "Media"):
        page.goto(f"{live_site.address}/en/")
        page.get_by_role("main").get_by_role("link", name=category, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(category)
        page.get_by_role("link", name="Strengthening families").first.click()
        expect(page).to_have_url(live_site.address + CONFERENCE)


def test_the_conference_article_says_what_is_known_and_what_is_not(
    browser: BrowserContext, live_site: LiveSite
) -> None:
    page = browser.new_page()
    page.goto(live_site.address + CONFERENCE)
    text = page.get_by_role("main").inner_text()
    for fact in (
        "23 %",
        "Nenad Nerić",
        "Severin Leonardi",
        "Saša Stefanović",
        "Network of Organizations for Children of Serbia",
        "The source gives no date",
    ):
        assert fact in text


def test_the_email_link_opens_a_letter_with_title_summary_and_address(
    browser: BrowserContext, live_site: LiveSite
) -> None:
    page = browser.new_page()
    page.goto(live_site.address + CONFERENCE)
    href = page.get_by_role("link", name="E-mail this article").get_attribute("href")
    assert href
    parts = urlsplit(href)
    assert (parts.scheme, parts.path) == ("mailto", "")
    subject, body = (field.split("=", 1)[1] for field in parts.query.split("&"))
    assert unquote(subject) == "Strengthening families – windows of opportunity"
    assert unquote(body) == (
        "Strengthening families – windows of opportunity\r\n\r\n"
        "A conference at the Palace of Serbia in Belgrade looked at services that help children "
        "stay with their families, and help those already separated to return home.\r\n\r\n"
        "http://127.0.0.1:8000/en/news/strengthening-families/\r\n\r\n"
        "UNICEF Serbia"
    )


def test_no_page_asks_another_host_for_anything_or_sets_a_cookie(
    browser: BrowserContext, live_site: LiveSite
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page = browser.new_page()
    page.on("request", note)
    for path in live_site.paths:
        page.goto(live_site.address + path)
    assert [url for url in asked if not url.startswith(live_site.address)] == []
    assert browser.cookies() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(
    browser: BrowserContext, live_site: LiveSite, scheme: str
) -> None:
    page = browser.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = {}
    for path in live_site.paths:
        page.goto(live_site.address + path)
        result = Axe().run(page, options={"runOnly": RULES})
        if result.violations_count:
            found[path] = result.generate_report()
    assert found == {}


def test_headings_go_down_one_level_at_a_time_from_a_single_first_one(
    browser: BrowserContext, live_site: LiveSite
) -> None:
    page = browser.new_page()
    for path in live_site.paths:
        page.goto(live_site.address + path)
        levels = headings(page)
        assert levels.count(1) == 1, path
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, path


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(
    browser: BrowserContext, live_site: LiveSite, width: int
) -> None:
    # 320 px is what remains of 1280 px at a zoom of 400 %.
    page = browser.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    for path in live_site.paths:
        page.goto(live_site.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_keyboard_meets_the_skip_link_first_and_it_leads_to_the_text(
    browser: BrowserContext, live_site: LiveSite
) -> None:
    page = browser.new_page()
    page.goto(live_site.address + CONFERENCE)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == f"#{page.get_by_role('main').get_attribute('id')}"


def test_the_link_can_be_copied_where_the_browser_allows_it(
    browser: BrowserContext, live_site: LiveSite
) -> None:
    browser.grant_permissions(["clipboard-read", "clipboard-write"])
    page = browser.new_page()
    page.goto(live_site.address + CONFERENCE)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(CONFERENCE)


def test_every_page_can_be_read_and_sent_on_without_any_script(
    browser: BrowserContext, live_site: LiveSite
) -> None:
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(live_site.address + CONFERENCE)
    expect(page.get_by_role("link", name="E-mail this article")).to_be_visible()
    expect(page.get_by_role("button", name="Copy the link")).to_have_count(0)
