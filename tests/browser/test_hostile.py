"""What somebody might type to make a page run it is shown by a real browser, and does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import feedparser
import pytest
import yaml
from hostile import VECTORS
from playwright.sync_api import BrowserContext, Page
from selectolax.lexbor import LexborHTMLParser
from small_site import SmallSite, photo, post

from newsdesk.body import BodySetter
from newsdesk.safety import walled

# Notes every sign of life: a call, and a way out of the page.
WATCH = """
window.seen = [];
for (const name of ['alert', 'prompt', 'confirm', 'msgbox'])
    window[name] = (...words) => window.seen.push(`${name} ${words}`);
addEventListener('error', event => event.target === window || window.seen.push('error'), true);
"""
# What runs only when somebody does something is looked for, for nobody can do it all.
ARMED = """
() => [...document.querySelectorAll('*')].flatMap(node => [...node.attributes]
    .filter(each => each.name.startsWith('on') || each.name === 'style' || each.name === 'srcdoc'
        || ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(each.name)
           && /^[\\x00-\\x20]*([a-z]*script|data|file|blob):/i
              .test(each.value.replace(/[\\t\\n\\r]/g, '')))
    .map(each => `${node.localName} ${each.name}=${each.value}`))
"""
XML = {"content-type": "application/xml; charset=utf-8"}
LINES = [" ".join(vector.split()) for vector in VECTORS]


@dataclass(frozen=True)
class Served:
    """The hostile site, and where it is served."""

    folder: Path
    address: str


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Keep the test's output to the tests."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build a site in which every line and every name is hostile, and serve it without headers."""
    folder = tmp_path_factory.mktemp("hostile")
    made = SmallSite.in_folder(
        folder,
        hostile_files(),
        NEWSDESK_SITE_NAME={"en": LINES[0], "sr-Latn": LINES[0]},
        NEWSDESK_TAGLINE={"en": LINES[19], "sr-Latn": LINES[19]},
        NEWSDESK_MENU=["hostile0"],
    )
    made.build()
    bodies = "\n".join(walled(BodySetter("en").set(vector).html) for vector in VECTORS)
    head = '<!doctype html><html lang="en"><title>a</title><body>'
    (made.output / "bodies.html").write_text(head + bodies, "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(made.output)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield Served(made.output, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    thread.join()
    server.server_close()


def hostile_files() -> dict[str, str | bytes]:
    """Write all vectors into titles, summaries and every other line that readers see."""
    files: dict[str, str | bytes] = {}
    for number, line in enumerate(LINES):
        name = f"content/en/articles/hostile-{number}.md"
        files[name] = post(
            f"{line} ({number})",
            "Milk came.",
            id=f"hostile{number}",
            slug=f"hostile-{number}",
            summary=f"{number}: {line} and the same once more: {line}",
            changes=[{"at": "2026-11-21", "note": line, "level": "minor"}],
            lead_photo="milk" if number == 0 else None,
        )
    said = {"en": " ".join(LINES), "sr-Latn": " ".join(LINES)}
    short = {"en": LINES[1][:200], "sr-Latn": LINES[1][:200]}
    files |= photo("milk", alt=short, caption=said)
    files["content/vocabulary/categories.yaml"] = yaml.safe_dump(
        {"media": {"name": said, "description": dict(said), "colour": "red"}},
        allow_unicode=True,
        width=100_000,
    )
    return files


def open_page(browser: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """Open a page and watch; gives what it asked of other hosts."""
    asked: list[str] = []
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.route("**/*", lambda route: route.continue_())
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_timeout(200)
    return page, [each for each in asked if not each.startswith(address[:22])]


@pytest.mark.parametrize(
    "path",
    [
        "/bodies.html",
        "/en/",
        "/en/archive/",
        "/en/categories/",
        "/en/categories/media/",
        "/en/news/hostile-0/",
        "/en/news/hostile-19/",
        "/en/news/hostile-100/",
        "/",
        "/404.html",
    ],
)
def test_nothing_runs(path: str, site: Served, browser: BrowserContext) -> None:
    page, outside = open_page(browser, f"{site.address}{path}")
    assert page.evaluate("window.seen") == []
    assert page.evaluate(ARMED) == []
    assert outside == []
    assert page.url == f"{site.address}{path}"


def test_nothing_survives_in_a_feed(site: Served) -> None:
    feeds = [file for file in site.folder.rglob("*") if file.suffix in {".atom", ".rss"}]
    assert feeds
    for file in feeds:
        feed = feedparser.parse(file.read_bytes(), sanitize_html=False, response_headers=XML)
        assert not feed.bozo
        for entry in feed.entries:
            for content in entry.get("content", []):
                tree = LexborHTMLParser(content.value, is_fragment=True)
                assert not tree.css("script, iframe, svg, object, embed, style, img, form")
                for node in tree.css("*"):
                    assert not [name for name in node.attributes if name.startswith("on")]


def test_titles_in_feeds_are_text(site: Served) -> None:
    feed = feedparser.parse((site.folder / "en/feeds/all.atom").read_bytes(), sanitize_html=False)
    assert {entry.title_detail.type for entry in feed.entries} == {"text/plain"}
