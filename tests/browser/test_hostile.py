"""What somebody might type to make a page run it is shown by a real browser, and does nothing."""

from __future__ import annotations

import json
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
from playwright.sync_api import BrowserContext, Page, expect
from selectolax.lexbor import LexborHTMLParser
from small_site import SmallSite, photo, post

from newsdesk.body import BodySetter
from newsdesk.photos.record import CREDIT
from newsdesk.preview.answers import Desk
from newsdesk.preview.bulletin import MISTAKES, Bulletin, Noticeboard
from newsdesk.preview.server import serving
from newsdesk.preview.voice import Voice
from newsdesk.problems import Problem, say
from newsdesk.safety import walled
from newsdesk.safety.allowed import wrong_scheme

# Notes every sign of life: a call, and a way out of the page.
WATCH = """
window.seen = [];
for (const name of ['alert', 'prompt', 'confirm', 'msgbox'])
    window[name] = (...words) => window.seen.push(`${name} ${words}`);
addEventListener('error', event => event.target === window || window.seen.push('error'), true);
"""
# What runs only when somebody does something is looked for, for nobody can do it all.
ARMED = """
(within) => [...(within?.getRootNode() ?? document).querySelectorAll('*')]
    .flatMap(node => [...node.attributes]
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
    """Write all vectors into titles, summaries, names of files and all other lines of posts."""
    files: dict[str, str | bytes] = {}
    for number, line in enumerate(LINES):
        # Before a slash stands the name of a folder.
        files[f"content/en/articles/{line} {number}.md"] = post(
            f"{line} ({number})",
            "Milk came.",
            id=f"hostile{number}",
            slug=f"hostile-{number}",
            summary=f"{number}: {line} and the same once more: {line}",
            changes=[{"at": "2026-11-21", "note": line, "level": "minor"}],
            categories=["media", "health"] if number == 0 else ["health"],
        )
    return files | hostile_albums() | hostile_photos() | hostile_categories()


def hostile_albums() -> dict[str, str]:
    """Show all photographs beside a text and within one, in both languages."""
    keys = [f"cup-{number}" for number, _ in enumerate(LINES)]
    text = "\n\n".join(f"![](photo:{key})" for key in keys)
    posts = {}
    for folder, lang in (("en", "en"), ("sr", "sr-Latn")):
        beside = post(
            "Album", id="album1", lang=lang, slug="album", lead_photo=keys[0], photos=keys
        )
        within = post("Pictures", text, id="album2", lang=lang, slug="pictures", date="2026-11-21")
        posts[f"content/{folder}/articles/album.md"] = beside
        posts[f"content/{folder}/articles/pictures.md"] = within
    return posts


def hostile_photos() -> dict[str, str | bytes]:
    """Write each vector into all lines of a photograph's record, and into its folder's name."""
    files: dict[str, str | bytes] = {}
    for number, line in enumerate(LINES):
        said = {"en": f"{line} ({number})", "sr-Latn": f"{line} ({number})"}
        credit = f"© Milk {line}"
        rights = {"credit": credit, "rights": "partner"} if CREDIT.fullmatch(credit) else {}
        made = photo(f"cup-{number}", alt=said, caption=dict(said), **rights)
        files |= {name.replace("photos/", f"photos/{line}/"): data for name, data in made.items()}
    return files


def hostile_categories() -> dict[str, str]:
    """Write all vectors into the name of a category, and one into that of another."""
    said = {"en": " ".join(LINES), "sr-Latn": " ".join(LINES)}
    short = {"en": LINES[19], "sr-Latn": LINES[19]}
    categories = {
        "media": {"name": said, "description": dict(said), "colour": "red"},
        "health": {"name": short, "description": dict(short), "colour": "green"},
    }
    text = yaml.safe_dump(categories, allow_unicode=True, width=100_000)
    return {"content/vocabulary/categories.yaml": text}


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
        "/en/categories/health/",
        "/en/news/album/",
        "/sr/news/album/",
        "/sr-cyrl/news/album/",
        "/en/news/pictures/",
        "/sr/news/pictures/",
        "/sr-cyrl/news/pictures/",
        "/en/corrections/",
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


def test_descriptions_of_pictures_are_shown_as_they_were_typed(
    site: Served, browser: BrowserContext
) -> None:
    described = [f"{line} ({number})" for number, line in enumerate(LINES)]
    for edition in ("en", "sr"):
        for slug, lead in (("album", described[:1]), ("pictures", [])):
            page, _ = open_page(browser, f"{site.address}/{edition}/news/{slug}/")
            pictures = page.locator("main figure img")
            shown = pictures.evaluate_all("all => all.map(each => each.alt)")
            assert shown == [*lead, *described]


def test_nothing_runs_when_the_preview_tells_of_names_of_files(
    site: Served, browser: BrowserContext
) -> None:
    problems = tuple(
        Problem(
            f"content/{line}.md", 1, say("“{line}” is wrong", line=line), say("{line}", line=line)
        )
        for line in LINES
    )
    desk, board = Desk(site.folder, "run", Voice(print)), Noticeboard()
    with serving(0, desk, board) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        for number, edition in enumerate((0, 1), start=1):
            board.post(Bulletin(number, edition, MISTAKES, problems))
            page, outside = open_page(browser, f"{address}/en/news/album/")
            expect(page.locator("li code")).to_have_text([each.path + ":1" for each in problems])
            assert page.evaluate("window.seen") == []
            assert page.evaluate(ARMED, page.locator("li code").first.element_handle()) == []
            assert outside == []
            page.close()


def test_feeds_show_pictures_with_their_descriptions(site: Served) -> None:
    for edition in ("en", "sr"):
        feed = json.loads((site.folder / edition / "feeds/all.json").read_bytes())
        entry = next(each for each in feed["items"] if each["url"].endswith("/pictures/"))
        pictures = LexborHTMLParser(entry["content_html"], is_fragment=True).css("img")
        shown = [picture.attributes["alt"] for picture in pictures]
        assert shown == [f"{line} ({number})" for number, line in enumerate(LINES)]


def test_nothing_survives_in_a_feed(site: Served) -> None:
    feeds = [file for file in site.folder.rglob("*") if file.suffix in {".atom", ".rss"}]
    assert feeds
    for file in feeds:
        feed = feedparser.parse(file.read_bytes(), sanitize_html=False, response_headers=XML)
        assert not feed.bozo
        for entry in feed.entries:
            for content in entry.get("content", []):
                is_harmless(content.value)


def test_nothing_survives_in_a_feed_in_json(site: Served) -> None:
    feeds = [json.loads(file.read_bytes()) for file in site.folder.rglob("feeds/**/*.json")]
    texts = [entry["content_html"] for feed in feeds for entry in feed["items"]]
    assert texts
    for text in texts:
        is_harmless(text)


def is_harmless(html: str) -> None:
    """Nothing in a text runs, or shows a picture that is not ours."""
    tree = LexborHTMLParser(html, is_fragment=True)
    assert not tree.css("script, iframe, svg, object, embed, style, form")
    for picture in tree.css("img"):
        assert (picture.attributes["src"] or "").startswith("https://example.org/photos/")
    for node in tree.css("*"):
        assert not [name for name in node.attributes if name.startswith("on")]
        assert wrong_scheme(node.attributes.get("href") or "") is None


def test_titles_in_feeds_are_text(site: Served) -> None:
    feed = feedparser.parse((site.folder / "en/feeds/all.atom").read_bytes(), sanitize_html=False)
    assert {entry.title_detail.type for entry in feed.entries} == {"text/plain"}
