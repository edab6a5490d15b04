"""Makes the picture of the form in README: type `make editor-picture`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from editing import ROOT, copy_of_the_site, form_for
from playwright.sync_api import ViewportSize, sync_playwright

PICTURE = ROOT / "docs/editor.png"
SIZE = ViewportSize(width=1100, height=700)
POST = "admin/#/collections/news/entries/conf7k"


def main(chromium: str) -> None:
    """Open a post in the form and take its picture.

    :param chromium: path of the browser.
    """
    with (
        TemporaryDirectory() as folder,
        form_for(copy_of_the_site(Path(folder))) as newsroom,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(newsroom.address + POST)
        page.frame_locator("#preview-pane").frame_locator("iframe").locator("h1").wait_for()
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
