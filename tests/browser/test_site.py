"""The real site as its readers meet it, in a real browser."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from accessibility import faults
from playwright.sync_api import BrowserContext, Page, Request, expect

if TYPE_CHECKING:
    from conftest import LiveSite

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


# 320 px is what remains of 1280 px at a zoom of 400 %.
@pytest.mark.parametrize("edition", ["en", "sr", "sr-cyrl", "all"])
def test_every_page_can_be_read_by_everybody_and_tells_nobody(
    browser: BrowserContext, live_site: LiveSite, edition: str
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page = browser.new_page()
    page.on("request", note)
    faults_of, wide = {}, {}
    for path in paths_of(live_site, edition):
        page.goto(live_site.address + path)
        levels = headings(page)
        assert levels.count(1) == 1, path
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, path
        wide[path] = [width for width in WIDTHS if is_wider(page, width)]
        faults_of[path] = faults(page)
    assert {path: found for path, found in faults_of.items() if found} == {}
    assert {path: widths for path, widths in wide.items() if widths} == {}
    assert [url for url in asked if not url.startswith(live_site.address)] == []
    assert browser.cookies() == []


def paths_of(site: LiveSite, edition: str) -> list[str]:
    """Give the path of every page of an edition, or of those that stand for all of them."""
    editions = ("/en/", "/sr/", "/sr-cyrl/")
    found = [path for path in site.paths if path.startswith(f"/{edition}/")]
    return found or [path for path in site.paths if not path.startswith(editions)]


def is_wider(page: Page, width: int) -> bool:
    """Tell whether one has to scroll sideways on a screen; the last one asked for stays."""
    page.set_viewport_size({"width": width, "height": 800})
    needed: int = page.evaluate("document.documentElement.scrollWidth")
    return needed > width


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
