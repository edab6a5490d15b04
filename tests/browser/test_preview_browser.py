"""The preview is looked at in a real Chromium while a file is saved."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Playwright, expect

from newsdesk.preview import Site, Voice
from newsdesk.preview.session import follow
from newsdesk.problems import Problem, SiteError, say

CHROMIUM = os.environ.get("NEWSDESK_CHROMIUM") or "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# As strict as the published site could be.
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:">
<title>Milk</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/main.css">
</head>
<body><main><h1>{text}</h1></main></body>
</html>
"""
STYLE = "main { block-size: 5000px } * { color: red; text-transform: uppercase; font-size: 5px }"
MISTAKE = Problem("milk.md", 3, say("“<b>tilte</b>” is not a field"), say("type title"))
PATIENCE = 10.0
GROUNDS = [("light", "rgb(255, 255, 255)"), ("dark", "rgb(29, 29, 31)")]
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Desktop:
    """A site of one page, and somebody who edits it."""

    folder: Path

    def save(self, text: str) -> None:
        """Save the one source, as careful editors do."""
        (self.folder / "new").write_text(text, encoding="utf-8")
        (self.folder / "new").replace(self.folder / "content/milk.md")

    def build(self) -> list[Problem]:
        """Write the page, or find a mistake in its source."""
        text = (self.folder / "content/milk.md").read_text(encoding="utf-8")
        if text.startswith("mistake"):
            raise SiteError([replace(MISTAKE, hint=say("type {text}", text=text))])
        output = self.folder / "output"
        output.mkdir(exist_ok=True)
        (output / "main.css").write_text(STYLE, encoding="utf-8")
        (output / "index.html").write_text(PAGE.format(text=text), encoding="utf-8")
        return [MISTAKE] if text.startswith("draft") else []

    @contextlib.contextmanager
    def preview(self, port: int = 0) -> Iterator[str]:
        """Run the preview while the block lasts; gives its address."""
        said: list[str] = []
        stop = threading.Event()
        site = Site(self.build, (self.folder / "content",), self.folder / "output")
        run = (site, port, Voice(said.append), stop)
        thread = threading.Thread(target=follow, args=run)
        thread.start()
        try:
            while len(said) < 2:  # where it is, and how the first build went
                time.sleep(0.01)
            yield said[0].split()[4]
        finally:
            stop.set()
            thread.join(PATIENCE)
            assert not thread.is_alive()


@pytest.fixture(scope="module")
def chromium(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    # Two drivers in one process get into each other's way.
    context = playwright.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"), executable_path=CHROMIUM, headless=True, args=FLAGS
    )
    yield context
    context.close()


def is_ours(line: ConsoleMessage) -> bool:
    """Tell whether our script or our headers caused a line, such as a breach of the policy."""
    of_headers = "Permissions-Policy" in line.text
    return of_headers or line.location["url"].endswith("/_preview/reload.js")


@pytest.fixture
def page(chromium: BrowserContext) -> Iterator[Page]:
    page = chromium.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if is_ours(line) else None)
    yield page
    page.close()
    assert complaints == []


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    (tmp_path / "content").mkdir()
    desktop = Desktop(tmp_path)
    desktop.save("Milk")
    return desktop


@pytest.fixture
def opened(page: Page, desktop: Desktop) -> Iterator[Page]:
    """Show the site's page."""
    with desktop.preview() as address:
        page.goto(address)
        expect(page.get_by_role("heading")).to_have_text("Milk")
        yield page
        page.goto("about:blank")


def appear(page: Page, *, hidden: bool) -> None:
    """Bring the page to the front or send it to the background."""
    page.evaluate(
        """hidden => {
            Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def violations(page: Page, context: str) -> list[str]:
    found = Axe().run(page, context, options={"runOnly": RULES}).response["violations"]
    return [violation["id"] for violation in found]


def test_a_save_reloads_the_page_where_it_was_being_read(opened: Page, desktop: Desktop) -> None:
    opened.evaluate("scrollTo(0, 1234)")
    desktop.save("Shoes")
    expect(opened.get_by_role("heading")).to_have_text("Shoes")
    opened.wait_for_function("scrollY === 1234")


def test_a_mistake_is_shown_on_the_page_until_it_is_mended(opened: Page, desktop: Desktop) -> None:
    desktop.save("mistake")
    box = opened.get_by_role("alertdialog")
    expect(box).to_have_accessible_name("The site was not built: there are mistakes in its files.")
    expect(box.get_by_role("listitem").locator("> *")).to_have_text(
        ["milk.md:3", "“<b>tilte</b>” is not a field", "type mistake"]
    )
    expect(box.get_by_role("button", name="Close")).to_be_focused()
    desktop.save("Shoes")
    expect(box).to_have_count(0)
    expect(opened.get_by_role("heading")).to_have_text("Shoes")


@pytest.mark.parametrize("key", ["Escape", "Enter"])
def test_the_box_can_be_closed_and_comes_back_with_the_next_mistake(
    opened: Page, desktop: Desktop, key: str
) -> None:
    desktop.save("mistake")
    box = opened.get_by_role("alertdialog")
    expect(box.get_by_role("button", name="Close")).to_be_focused()
    opened.keyboard.press(key)
    expect(box).to_have_count(0)
    appear(opened, hidden=True)
    with opened.expect_response("**/_preview/events?*"):
        appear(opened, hidden=False)
    expect(box).to_have_count(0)
    desktop.save("mistake again")
    expect(box).to_contain_text("type mistake again")


@pytest.mark.parametrize(("scheme", "ground"), GROUNDS)
def test_the_box_can_be_read_whatever_the_site_looks_like(
    opened: Page, desktop: Desktop, scheme: Literal["light", "dark"], ground: str
) -> None:
    opened.emulate_media(color_scheme=scheme)
    desktop.save("mistake")
    box = opened.get_by_role("alertdialog")
    expect(box).to_have_css("background-color", ground)
    expect(box).to_have_css("text-transform", "none")
    expect(box.get_by_text("is not a field")).to_have_css("font-size", "16px")
    assert violations(opened, "body > div") == []


@pytest.mark.parametrize(("scheme", "ground"), GROUNDS)
def test_drafts_that_are_left_out_are_told_at_the_foot_of_the_page(
    opened: Page, desktop: Desktop, scheme: Literal["light", "dark"], ground: str
) -> None:
    opened.emulate_media(color_scheme=scheme)
    desktop.save("draft")
    expect(opened.get_by_role("heading")).to_have_text("draft")
    told = opened.get_by_role("status")
    expect(told.locator("summary")).to_have_text(
        "Drafts with mistakes are left out of the preview."
    )
    expect(told.get_by_role("listitem")).to_have_count(0)
    opened.get_by_text("Drafts with mistakes").click()
    expect(told.get_by_role("listitem")).to_contain_text("milk.md:3")
    expect(told.locator("details")).to_have_css("background-color", ground)
    assert violations(opened, "body > div") == []
    desktop.save("Shoes")
    expect(opened.get_by_role("heading")).to_have_text("Shoes")
    expect(told).to_have_count(0)


def test_whoever_does_not_find_a_page_sees_which_drafts_are_left_out(
    opened: Page, desktop: Desktop
) -> None:
    desktop.save("draft")
    expect(opened.get_by_role("heading")).to_have_text("draft")
    opened.goto(f"{opened.url}shoes/")
    expect(opened.get_by_role("status").get_by_role("listitem")).to_contain_text("milk.md:3")


@pytest.mark.parametrize(("scheme", "ground"), GROUNDS)
def test_before_the_first_good_build_the_page_shows_each_mistake_and_recovers(
    page: Page, desktop: Desktop, scheme: Literal["light", "dark"], ground: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    desktop.save("mistake")
    with desktop.preview() as address:
        page.goto(address)
        expect(page.get_by_role("listitem")).to_contain_text("type mistake")
        expect(page.get_by_role("main")).to_have_css("background-color", ground)
        assert violations(page, "html") == []
        desktop.save("mistake again")
        expect(page.get_by_role("listitem")).to_contain_text("type mistake again")
        expect(page.get_by_role("alertdialog")).to_have_count(0)
        desktop.save("Milk")
        expect(page.get_by_role("heading")).to_have_text("Milk")
        page.goto("about:blank")


def test_a_page_in_the_background_catches_up_when_it_is_looked_at(
    opened: Page, desktop: Desktop
) -> None:
    appear(opened, hidden=True)
    desktop.save("Shoes")
    expect(opened.get_by_role("heading")).to_have_text("Milk")
    time.sleep(0.3)
    expect(opened.get_by_role("heading")).to_have_text("Milk")
    appear(opened, hidden=False)
    expect(opened.get_by_role("heading")).to_have_text("Shoes")


def test_a_page_that_is_open_finds_the_preview_when_it_is_started_again(
    page: Page, desktop: Desktop
) -> None:
    with desktop.preview() as address:
        page.goto(address)
        expect(page.get_by_role("heading")).to_have_text("Milk")
    desktop.save("Shoes")
    with desktop.preview(int(address.rstrip("/").rpartition(":")[2])):
        expect(page.get_by_role("heading")).to_have_text("Shoes")
        page.goto("about:blank")
