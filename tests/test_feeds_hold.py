"""Every feed of the real site and of one with 300 posts keeps the rules of its format.

Among the posts are the worst that staff may paste. The rules stand in `feed_rules`; feedparser,
which others read feeds with, reads each of them as well.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir
from pathlib import Path

import feedparser
import pytest
from feed_rules import faults_of_atom, faults_of_json, faults_of_rss
from lxml import etree
from small_site import HOUSE, THEME, SmallSite, feeds_of, page, photo, post

from newsdesk.build import Build
from newsdesk.files import replace_file
from newsdesk.press.feeds import livery

ROOT = Path(__file__).parents[1]
POSTS = 300
RULES: Mapping[str, Callable[[bytes, str], Iterator[str]]] = {
    ".atom": faults_of_atom,
    ".rss": faults_of_rss,
    ".json": faults_of_json,
}
CATEGORIES = [f"category-{number:02}" for number in range(12)]
# What may be pasted: the end of a CDATA section, signs of markup, emoji, right-to-left text. What
# would run is taken out by `newsdesk.feeds.markup`, if ever it came as far as that.
BAD_TITLE = "Mleko ]]> & <b>cipele</b> 😀 مرحبا"
BAD_BODY = "Prvi ]]> red & **drugi**.\n\nمرحبا 😀 [nas](item:fair01), treći red.\n"
EVENT = {
    "type": "event",
    "starts": "2026-05-01 10:00",
    "ends": "2026-05-02",
    "venue": "Beograd & okolina",
}
GONE = {"at": "2026-06-02 09:30", "reason": "error", "explanation": "Brojevi nisu tačni & <>."}
CHANGES = [{"at": "2026-06-02 10:00", "note": "Četrdeset ]]> dece.", "level": "major"}]


EMPTY = (
    "empty:\n  name: {en: Empty, sr-Latn: Prazno}\n"
    "  description: {en: Nothing., sr-Latn: Ništa.}\n  colour: grey\n"
)


def worst() -> dict[str, str | bytes]:
    """Give posts with all that could break a feed."""
    serbian = {"lang": "sr-Latn", "date": "2026-06-01"}
    return {
        **photo("glass", alt={"sr-Latn": "Čaša & mleko."}, caption={"sr-Latn": "Mleko."}),
        "content/sr/articles/worst.md": post(
            BAD_TITLE,
            BAD_BODY,
            **serbian,
            id="worst1",
            slug="worst",
            categories=CATEGORIES,
            lead_photo="glass",
            changes=CHANGES,
        ),
        "content/sr/articles/gone.md": post(
            "Povučeno",
            "Tajna.",
            **serbian,
            id="gone01",
            slug="gone",
            categories=CATEGORIES[:1],
            status="withdrawn",
            withdrawn=GONE,
        ),
        "content/sr/articles/fair.md": post(
            "Sajam", **serbian, **EVENT, id="fair01", slug="fair", categories=CATEGORIES[1:2]
        ),
        "content/sr/pages/programme.md": page(
            "Škole", lang="sr-Latn", id="pro001", slug="schools", type="programme"
        ),
    }


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the feeds of 300 posts in Serbian, and of the worst ones; their pages take longer."""
    folder = tmp_path_factory.mktemp("large")
    SmallSite(folder).write(worst())
    corpus = [sys.executable, "tests/bench/corpus.py", str(POSTS), str(folder / "content")]
    subprocess.run(corpus, check=True, cwd=ROOT)  # noqa: S603 - our own command
    with (folder / "content/vocabulary/categories.yaml").open("a", encoding="utf-8") as file:
        file.write(EMPTY)
    with chdir(folder):
        build = Build.begin(HOUSE, Path("content"), THEME)
        for desk in build.desks:
            for output in feeds_of(desk, livery(build.assets, desk), build.weigh):
                replace_file(folder / output.path, output.data)
    return folder


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real") / "output"
    command = [sys.executable, "-m", "newsdesk", "build", "--output", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own command
    return folder


def faults(site: Path, begin: str) -> dict[str, list[str]]:
    """Give the faults of every feed of a site, by its path."""
    found = {}
    for file in sorted(site.rglob("feeds/**/*")):
        if rule := RULES.get(file.suffix):
            path = file.relative_to(site).as_posix()
            found[path] = list(rule(file.read_bytes(), f"{begin}/{path}"))
    return found


def test_no_feed_of_the_real_site_breaks_a_rule(real: Path) -> None:
    found = faults(real, "http://127.0.0.1:8000")
    # Editions, formats; everything, ten categories, six types, corrections.
    assert len(found) == 3 * 3 * (1 + 10 + 6 + 1)
    assert {path: told for path, told in found.items() if told} == {}


def test_another_program_reads_every_feed_of_the_real_site_and_each_is_in_one_language(
    real: Path,
) -> None:
    languages = {"en": "en", "sr": "sr-Latn", "sr-cyrl": "sr-Cyrl"}
    for file in [*real.rglob("*.atom"), *real.rglob("*.rss")]:
        parsed = feedparser.parse(file.read_bytes())
        assert not parsed.bozo, file
        edition = languages[file.relative_to(real).parts[0]]
        assert parsed.feed.language == edition, file
        assert {entry.title_detail.language for entry in parsed.entries} <= {edition, None}, file


def test_the_conference_is_in_the_feeds_of_its_three_categories_and_no_other(real: Path) -> None:
    holding = {
        file.stem
        for file in (real / "en/feeds/categories").glob("*.atom")
        if feedparser.parse(file.read_bytes()).entries
    }
    assert holding == {"social-protection", "financial-support", "media"}


def test_no_feed_of_300_posts_breaks_a_rule(large: Path) -> None:
    found = faults(large, HOUSE.site_url)
    assert len(found) > 3 * 3 * (1 + 13 + 6 + 1 + 1)
    assert {path: told for path, told in found.items() if told} == {}


def test_another_program_reads_the_large_feeds_and_their_archives(large: Path) -> None:
    files = [*large.glob("sr/feeds/all/*.[ar]*"), *large.glob("sr/feeds/*.[ar]*")]
    bad = [
        file.name
        for file in files
        # What it does to HTML takes most of its time and is no part of reading.
        if feedparser.parse(
            file.read_bytes(), sanitize_html=False, resolve_relative_uris=False
        ).bozo
    ]
    assert len(files) == 2 * (2 + 6)  # everything with its archive, and corrections
    assert bad == []


@pytest.mark.parametrize("ending", ["atom", "rss", "json"])
def test_whoever_comes_late_finds_every_post_in_the_archive(large: Path, ending: str) -> None:
    seen: list[str] = []
    documents = 0
    following = f"{HOUSE.site_url}/sr/feeds/all.{ending}"
    while following:
        data = (large / following.removeprefix(f"{HOUSE.site_url}/")).read_bytes()
        ids, following = _ids_and_previous(data, ending)
        seen += ids
        documents += 1
    assert documents == 1 + -(-(POSTS + 3 - 50) // 50)
    numbers = {f"post{number}" for number in range(POSTS)} | {"worst1", "gone01", "fair01"}
    assert {identity.rpartition("/")[2] for identity in seen} == numbers


def _ids_and_previous(data: bytes, ending: str) -> tuple[list[str], str]:
    if ending == "json":
        feed = json.loads(data)
        return [item["id"] for item in feed["items"]], feed.get("next_url", "")
    root = etree.fromstring(data)
    link = "{http://www.w3.org/2005/Atom}link[@rel='prev-archive']"
    previous = root.find(link if ending == "atom" else f"channel/{link}")
    path = "{http://www.w3.org/2005/Atom}entry/{*}id" if ending == "atom" else "channel/item/guid"
    ids = [str(each.text) for each in root.iterfind(path)]
    return ids, "" if previous is None else str(previous.get("href"))


def test_the_worst_post_is_whole_in_the_feed_of_all_its_categories(
    large: Path,
) -> None:
    for category in CATEGORIES:
        parsed = feedparser.parse((large / f"sr/feeds/categories/{category}.atom").read_bytes())
        (entry,) = (each for each in parsed.entries if each.id.endswith("/worst1"))
        assert entry.title == BAD_TITLE
        html = entry.content[0].value
        for word in ("]]&gt;", "drugi", "treći", "مرحبا", "😀"):
            assert word in html
        assert entry.enclosures[0].type == "image/jpeg"


def test_a_category_without_posts_has_a_feed_that_is_whole_and_empty(large: Path) -> None:
    parsed = feedparser.parse((large / "sr/feeds/categories/empty.atom").read_bytes())
    assert (parsed.bozo, parsed.entries, parsed.feed.title) == (False, [], "UNICEF Srbija: Prazno")


# The rules themselves see what is wrong

SOUND = b"""<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>a</title>
<link>https://x.example/</link><description>a</description><language>sr-Latn</language>
<lastBuildDate>Mon, 23 Nov 2026 10:00:00 +0100</lastBuildDate>
<a:link rel="self" href="https://x.example/a.rss"/><item><title>a</title>
<link>https://x.example/a/</link><guid isPermaLink="false">tag:a</guid>
<pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate><description>a</description></item>
</channel></rss>"""


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        (b'isPermaLink="false"', b""),
        (b"Mon, 23", b"Tue, 23"),
        (b"Mon, 23 Nov", b"Pon, 23 Nov"),
        (b"<link>https://x.example/a/</link>", b"<link>/a/</link>"),
        (b'rel="self"', b'rel="via"'),
        (b"sr-Latn", b"srpski jezik"),
        (b"<guid", b'<enclosure url="https://x.example/b"/><guid'),
    ],
)
def test_a_fault_of_rss_is_seen(sound: bytes, broken: bytes) -> None:
    address = "https://x.example/a.rss"
    assert list(faults_of_rss(SOUND, address)) == []
    assert list(faults_of_rss(SOUND.replace(sound, broken), address)) != []


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ("<updated>", "<update>"),
        ("</id>", "</id><id>b:c</id>"),
        ('rel="self"', 'rel="via"'),
        ("T10:00:00+01:00", "T10:00:00"),
        ("T10:00:00+01:00", ""),
        ("<author><name>a</name></author>", ""),
        ('type="html"', 'type="image/png"'),
        ("&lt;p&gt;", "&lt;script&gt;"),
    ],
)
def test_a_fault_of_atom_is_seen(sound: str, broken: str) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:a</id><title>a</title>'
        "<updated>2026-11-23T10:00:00+01:00</updated><author><name>a</name></author>"
        '<link rel="self" href="https://x.example/a.atom"/>'
        '<link rel="alternate" href="https://x.example/"/>'
        "<entry><id>tag:b</id><title>b</title><updated>2026-11-23T10:00:00+01:00</updated>"
        '<link rel="alternate" href="https://x.example/b/"/>'
        '<content type="html">&lt;p&gt;b</content></entry></feed>'
    )
    address = "https://x.example/a.atom"
    assert list(faults_of_atom(feed.encode(), address)) == []
    spoilt = feed.replace(sound, broken)
    if broken == "<update>":
        spoilt = spoilt.replace("</updated>", "</update>")
    assert list(faults_of_atom(spoilt.encode(), address)) != []


def test_a_fault_of_json_is_seen() -> None:
    address = "https://x.example/a.json"
    item = {
        "id": "a",
        "url": "https://x.example/a/",
        "content_html": "<p>a</p>",
        "date_published": "2026-11-23T10:00:00+01:00",
        "date_modified": "2026-11-23T10:00:00+01:00",
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "a",
        "feed_url": address,
        "language": "en",
        "items": [item],
    }
    assert list(faults_of_json(json.dumps(feed).encode(), address)) == []
    spoilt = (
        feed | {"author": "a"},
        feed | {"items": [item, item]},
        feed | {"items": [item | {"url": "/a/"}]},
        feed | {"items": [item | {"content_html": "<img src='/a'>"}]},
        feed | {"feed_url": "https://x.example/"},
        feed | {"title": ""},
    )
    for broken in spoilt:
        assert list(faults_of_json(json.dumps(broken).encode(), address)) != []
