"""Every kind of page in every edition, at three widths, on light and on dark ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from accessibility import faults
from file_server import SlowLine, served
from playwright.sync_api import BrowserContext
from specimens import EDITIONS, KINDS

if TYPE_CHECKING:
    from conftest import LiveSite

WIDTHS = (360, 768, 1440)
# The kinds that have lines whose parts make room for each other.
LINES = ("home", "article", "events", "category")
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 100);
})"""
# Targets that lie in a line of text are excepted by the rule (WCAG 2.5.8).
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, summary")]
  .filter((target) => target.checkVisibility() && !target.closest("p, dd, .prose, .byline"))
  .filter((target) => !target.matches(".skip-link"))
  .map((target) => [target.textContent.trim(), target.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.height, box.width) < 24)
  .map(([text, box]) => `${text}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""


def pages(site: LiveSite, edition: str) -> Iterator[str]:
    """Give the address of a page of each kind that an edition has, and of those without one."""
    for path in KINDS.values():
        if (site.folder / edition / path.strip("/") / "index.html").is_file():
            yield f"{site.address}/{edition}{path}"
    if edition == EDITIONS[0]:
        yield f"{site.address}/"
        yield f"{site.address}/404.html"


@pytest.mark.parametrize("edition", EDITIONS)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: BrowserContext, specimens: LiveSite, edition: str
) -> None:
    page = browser.new_page()
    found = {}
    for address in pages(specimens, edition):
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found[address, width] = faults(page)
    assert {place: told for place, told in found.items() if told} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_while_a_page_loads(
    browser: BrowserContext, specimens: LiveSite, width: int
) -> None:
    page = browser.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    shifts = {}
    for address in pages(specimens, "en"):
        page.goto(address)
        shifts[address] = page.evaluate(SHIFTS)
    assert {address: shift for address, shift in shifts.items() if shift} == {}


@pytest.mark.parametrize("width", WIDTHS[:2])
def test_nothing_moves_while_a_page_comes_in_pieces(
    browser: BrowserContext, specimens: LiveSite, width: int
) -> None:
    page = browser.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{specimens.address}/en/")
    shifts = {}
    with served(specimens.folder, SlowLine) as address:
        # The style sheet is there already: it is the page's own parts that come one by one.
        for path in ("/404.html", *(f"/en{KINDS[kind]}" for kind in LINES)):
            page.goto(address + path)
            shifts[path] = page.evaluate(SHIFTS)
    assert {path: shift for path, shift in shifts.items() if shift} == {}


def test_what_a_finger_aims_at_is_large_enough(
    browser: BrowserContext, specimens: LiveSite
) -> None:
    page = browser.new_page()
    page.set_viewport_size({"width": 360, "height": 900})
    small = {}
    for address in pages(specimens, "en"):
        page.goto(address)
        small[address] = page.evaluate(SMALL_TARGETS)
    assert {address: targets for address, targets in small.items() if targets} == {}


def test_who_wants_no_motion_gets_none(browser: BrowserContext, specimens: LiveSite) -> None:
    page = browser.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{specimens.address}/en/about/history/")
    moving = """() => [...document.querySelectorAll("*")].filter((node) => {
      const style = getComputedStyle(node);
      return style.scrollBehavior === "smooth" || style.transitionDuration !== "0s"
        || style.animationName !== "none";
    }).length"""
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize("width", [640, 768, 1024])
@pytest.mark.parametrize("kind", ["home", "release", "category", "history"])
def test_text_of_twice_the_size_needs_no_scrolling_sideways(
    browser: BrowserContext, specimens: LiveSite, kind: str, width: int
) -> None:
    page = browser.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{specimens.address}/en{KINDS[kind]}")
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_forced_colours_the_strong_field_keeps_its_edges(
    browser: BrowserContext, specimens: LiveSite
) -> None:
    page = browser.new_page()
    page.emulate_media(forced_colors="active")
    page.goto(f"{specimens.address}/en/")
    borders = page.locator(".media").evaluate("node => getComputedStyle(node).borderTopWidth")
    assert borders == "3px"
