"""Makes the picture in README, the front page of the real site: type `make picture`."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs/home.png"
SIZE = ViewportSize(width=1100, height=700)


def main(chromium: str) -> None:
    """Build the site, serve it and take its picture.

    :param chromium: path of the browser.
    """
    with TemporaryDirectory() as folder:
        output = str(Path(folder, "output"))
        command = [sys.executable, "-m", "newsdesk", "build", "--output", output]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own command
        handler = partial(SimpleHTTPRequestHandler, directory=output)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            _take(chromium, f"http://127.0.0.1:{server.server_port}/en/")
            server.shutdown()


def _take(chromium: str, address: str) -> None:
    PICTURE.parent.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
