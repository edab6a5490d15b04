"""A real Chromium, and the real site on a server of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from file_server import is_signpost, served
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright
from specimens import build_specimens

ROOT = Path(__file__).parents[2]
# Nothing that the browser does by itself may reach for the network.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class LiveSite:
    """The finished site, and where it is served."""

    folder: Path
    address: str

    @property
    def paths(self) -> list[str]:
        """The path of every page, as a reader asks for it; old addresses lead on to one of them."""
        files = (file for file in self.folder.rglob("*.html") if not is_signpost(file))
        pages = (file.relative_to(self.folder).as_posix() for file in files)
        return sorted(f"/{page.removesuffix('index.html')}" for page in pages)


Serve = Callable[[Path], AbstractContextManager[LiveSite]]


@contextmanager
def live(folder: Path) -> Iterator[LiveSite]:
    """Serve a finished site while the block lasts."""
    with served(folder) as address:
        yield LiveSite(folder, address)


def _build(settings: str, folder: Path) -> None:
    words = ["build", "--settings", settings, "--output", str(folder)]
    subprocess.run([sys.executable, "-m", "newsdesk", *words], cwd=ROOT, check=True)  # noqa: S603 - our own command


@pytest.fixture(scope="session")
def live_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    """Build the real site as `newsdesk build` does, and serve it."""
    folder = tmp_path_factory.mktemp("site") / "output"
    _build("pelicanconf.py", folder)
    with live(folder) as site:
        yield site


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    """Build the real site as it goes on line, with its search, and serve it."""
    folder = tmp_path_factory.mktemp("published") / "output"
    _build("publishconf.py", folder)
    with live(folder) as site:
        yield site


@pytest.fixture(scope="session")
def specimens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    """Build the real site with a specimen of every kind of page, and serve it."""
    with live(build_specimens(tmp_path_factory.mktemp("specimens"))) as site:
        yield site


@pytest.fixture(scope="session")
def serve() -> Serve:
    """Give what serves a finished site while a block lasts."""
    return live


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Find the browser; without one these tests fail, they are never skipped."""
    named = os.environ.get("NEWSDESK_CHROMIUM")
    if named:
        return named
    finder = [sys.executable, str(Path(__file__).with_name("chromium.py"))]
    return subprocess.run(finder, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - ours


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start the driver once."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    """Start the browser once."""
    program = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
    yield program
    program.close()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[BrowserContext]:
    """Open a window that has never seen anything, and shares nothing with another one."""
    context = chromium.new_context()
    yield context
    context.close()
