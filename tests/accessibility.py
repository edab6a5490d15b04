"""Asks axe what keeps people from reading a page."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# The rules that look at colours: the style sheets' tests see that a scheme changes nothing else.
OF_COLOURS = ("color-contrast", "link-in-text-block")
ASK = """async (runOnly) => {
  const found = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
}"""


def faults(page: Page) -> list[str]:
    """Give what axe finds on an open page, on light and on dark ground."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.emulate_media(color_scheme="light")
    found = _asked(page, "tag", RULES)
    page.emulate_media(color_scheme="dark")
    return found + [f"dark: {fault}" for fault in _asked(page, "rule", OF_COLOURS)]


def _asked(page: Page, kind: str, values: Sequence[str]) -> list[str]:
    found: list[str] = page.evaluate(ASK, {"type": kind, "values": [*values]})
    return found
