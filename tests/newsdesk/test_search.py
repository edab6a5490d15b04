"""What search knows of a page, how it is parted, and what Pagefind makes of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup
from small_site import HOUSE, begin, page, pages_of, post

from newsdesk.build import Build
from newsdesk.memory import Store
from newsdesk.outputs import Output
from newsdesk.problems import SiteError
from newsdesk.search import search_files
from newsdesk.search.engine import made
from newsdesk.search.known import records_of
from newsdesk.search.order import unpacked
from newsdesk.search.parts import Part, parts
from newsdesk.search.records import Record, records
from newsdesk.views import ArticlePage, Entry, Page, SearchPage

RECORD = Record(
    address="/sr/news/skola/",
    title="Škola",
    text="Đaci uče – „čitanje” <b> & 23 %",
    kind="Vest",
    day="20. novembar 2026.",
    year=2026,
    categories=(("media", "Mediji"), ("health", "Zdravlje"), ("emergencies", "Vanredno")),
)
NOW = HOUSE.now
FILES = {
    "content/en/articles/milk.md": post("Milk for all", "Milk *came*.\n\n- One\n- Two"),
    "content/en/articles/old.md": post("Old milk", id="old001", date="2009-05-05"),
    "content/en/pages/about.md": page("About us"),
    "content/sr/articles/milk.md": post(
        "Mleko za sve",
        "Stiglo je.",
        lang="sr-Latn",
        slug="milk-for-all",
        summary="Šta je stiglo deci u selu, i ko je to doneo.",
    ),
}


def found(build: Build, edition: int = 0) -> list[Record]:
    return list(records(pages_of(build.desks[edition])))


def test_a_post_is_known_by_all_that_its_page_says(tmp_path: Path) -> None:
    files = {
        "content/en/articles/milk.md": post(
            "Milk for all",
            "Milk *came*.\n\n- One\n- Two",
            categories=["health", "media"],
            speakers=["jelena"],
            organisers=["school"],
        )
    }
    assert found(begin(tmp_path, files)) == [
        Record(
            address="/en/news/milk-for-all/",
            title="Milk for\xa0all",
            text="What came, and who brought it to the children of the village. Milk came. One Two "
            "Jelena Đurić, teacher, School of the Village School of the Village",
            kind="News",
            day="20\xa0November\xa02026",
            year=2026,
            categories=(("health", "Health"), ("media", "Media")),
        )
    ]


def test_each_edition_is_known_in_its_own_letters(tmp_path: Path) -> None:
    titles = [[record.title for record in found(begin(tmp_path, FILES), each)] for each in range(3)]
    assert titles == [
        ["Milk for\xa0all", "Old\xa0milk", "About\xa0us"],
        ["Mleko za\xa0sve"],
        ["Млеко за\xa0све"],
    ]


def test_what_is_not_public_or_withdrawn_is_not_known(tmp_path: Path) -> None:
    withdrawn = {"at": "2026-11-22", "reason": "outdated", "explanation": "It is over."}
    files = {
        "content/en/articles/draft.md": post("Draft", id="draft1", status="draft"),
        "content/en/articles/later.md": post("Later", id="later1", date="2027-05-05"),
        "content/en/articles/gone.md": post(
            "Gone", id="gone01", status="withdrawn", withdrawn=withdrawn
        ),
    }
    shown = begin(tmp_path, files, replace(HOUSE, show_unpublished=True, search=True))
    pages = list(pages_of(shown.desks[0]))
    assert {page.heading for page in pages if isinstance(page, ArticlePage)} == {
        "Draft",
        "Later",
        "Gone",
    }
    assert list(records(pages)) == []
    assert [page.parts for page in pages if isinstance(page, SearchPage)] == [()]


def test_what_stands_beside_a_text_is_known_too(tmp_path: Path) -> None:
    pages = pages_of(begin(tmp_path, FILES).desks[0])
    article = next(page for page in pages if isinstance(page, ArticlePage))
    beside = replace(article, topics=(Entry("Food", "/en/topics/food/"),), location="Niš")
    (record,) = records([beside])
    assert record.text.endswith("One Two Food Niš")


def test_a_sign_without_width_parts_no_word(tmp_path: Path) -> None:
    pages = pages_of(begin(tmp_path, FILES).desks[0])
    article = next(page for page in pages if isinstance(page, ArticlePage))
    summary = "A par\u00adti\u200bcle\ufeff of milk\xa0powder."
    (record,) = records([replace(article, summary=summary)])
    assert record.text.startswith("A particle of milk powder. Milk came.")


def test_an_index_is_parted_by_year_its_pages_first() -> None:
    years = (2009, None, 2026, 2009)
    given = [Record(f"/{number}/", "", "", year=year) for number, year in enumerate(years)]
    assert [
        (part.year, part.leads, [record.address for record in part.records])
        for part in parts(reversed(given), "en")
    ] == [(None, True, ["/1/"]), (2026, False, ["/2/"]), (2009, False, ["/0/", "/3/"])]


def test_an_edition_without_pages_has_its_engine_beside_the_newest_year() -> None:
    given = [Record("/a/", "", "", year=2009), Record("/b/", "", "", year=2026)]
    assert [(part.year, part.leads) for part in parts(given, "en")] == [(2026, True), (2009, False)]


# What Pagefind makes


def part(*found: Record, leads: bool = False) -> Part:
    return Part(None, "sr", leads, found)


def fragments(files: Mapping[str, bytes]) -> list[dict[str, object]]:
    packed = [data for name, data in files.items() if name.startswith("fragment/")]
    return [json.loads(unpacked(data)) for data in packed]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(part(RECORD, Record("/sr/about/", "O nama", "O nama"), leads=True))


def test_readers_are_shown_the_real_letters(files: Mapping[str, bytes]) -> None:
    (fragment,) = [each for each in fragments(files) if each["url"] == RECORD.address]
    assert (fragment["content"], fragment["meta"]) == (
        RECORD.text,
        {"title": "Škola", "kind": "Vest", "day": "20. novembar 2026.", "category": "Mediji"},
    )


def test_the_index_holds_folded_words_only(files: Mapping[str, bytes]) -> None:
    (index,) = [data for name, data in files.items() if name.startswith("index/")]
    words = unpacked(index)
    assert b"citanj" in words
    assert words.isascii() or not re.search("[đšž„”]", words.decode(errors="replace"))


def test_only_what_the_search_asks_for_is_kept(files: Mapping[str, bytes]) -> None:
    kinds = {re.sub(r"sr_\w+|\.sr(?=\.)", "", name) for name in files}
    assert kinds == {
        "pagefind-entry.json",
        "pagefind.js",
        "pagefind-worker.js",
        "wasm.pagefind",
        "pagefind..pf_meta",
        "index/.pf_index",
        "filter/.pf_filter",
        "fragment/.pf_fragment",
    }


def test_only_the_first_part_has_the_engine_beside_it() -> None:
    assert not {"pagefind.js", "wasm.sr.pagefind"} & made(part(RECORD)).keys()


def test_a_language_that_nobody_stems_has_its_engine_too() -> None:
    assert "wasm.unknown.pagefind" in made(replace(part(RECORD, leads=True), language="sq"))


def test_the_same_records_give_the_same_bytes(files: Mapping[str, bytes]) -> None:
    assert made(part(RECORD, Record("/sr/about/", "O nama", "O nama"), leads=True)) == files


def test_a_letter_that_changes_in_the_text_alone_changes_the_name_of_the_file() -> None:
    one, other = (
        {name for name in made(part(Record("/a/", "A", text))) if name.startswith("fragment")}
        for text in ("skola", "škola")
    )
    assert one != other


def test_pagefind_that_does_not_run_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    with pytest.raises(SiteError) as caught:
        made(part(RECORD))
    (problem,) = caught.value.problems
    assert str(problem).startswith("publishconf.py: the search index cannot be made: ")
    assert str(problem).endswith("Hint: NEWSDESK_SEARCH = False builds the site without search")


# The whole index


def index(folder: Path, files: Mapping[str, str]) -> dict[str, Output]:
    build = begin(folder, files, replace(HOUSE, search=True))
    pages = [Output(page.path, b"", page) for desk in build.desks for page in pages_of(desk)]
    with chdir(folder):
        indexed = search_files(pages, build.house, build.memory, Store())
        return {each.path: each for each in indexed}


def test_a_record_is_remembered_until_its_page_is_made_of_something_else(tmp_path: Path) -> None:
    (article,) = pages_of(begin(tmp_path, FILES).desks[0], "posts/milk01")
    assert isinstance(article, ArticlePage)
    store, looked = Store(), list[str]()

    def output(made_of: bytes, title: str) -> Output:
        def view() -> Page:
            looked.append(title)
            return replace(article, heading=Markup(title))  # noqa: S704 - a test's own

        return Output(article.path, b"", view, made_of=made_of)

    def titles(made_of: bytes, title: str) -> list[str]:
        return [each.title for each in records_of([output(made_of, title)], store).values()]

    assert titles(b"one", "Milk") == ["Milk"]
    looked.clear()
    assert (titles(b"one", "Shoes"), looked) == (["Milk"], [])
    assert titles(b"two", "Shoes") == ["Shoes"]
    # Of what it is made nobody has said: then nothing is believed.
    assert (titles(b"", "Hats"), titles(b"", "Caps")) == (["Hats"], ["Caps"])


def folders(paths: Mapping[str, object]) -> set[str]:
    return {match[0] for match in map(re.compile(r"[\w-]+/search/\w+/").match, paths) if match}


def test_a_new_post_asks_for_one_part_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = index(tmp_path, FILES)
    assert folders(before) == {
        "en/search/pages/",
        "en/search/2026/",
        "en/search/2009/",
        "sr/search/2026/",
        "sr-cyrl/search/2026/",
    }
    runs: list[object] = []
    run = subprocess.run

    def counted(*words: object, **options: object) -> object:
        runs.append(words)
        return run(*words, **options)  # type: ignore[call-overload] # whatever the engine gave

    monkeypatch.setattr(subprocess, "run", counted)
    again = index(tmp_path, FILES)
    assert (again == before, len(runs)) == (True, 0)
    more = {"content/en/articles/new.md": post("New milk", id="new001", date="2009-06-06")}
    after = index(tmp_path, {**FILES, **more})
    assert len(runs) == 1
    changed = {path: 1 for path in after if after[path] != before.get(path)}
    assert folders(changed) == {"en/search/2009/"}


def test_the_page_names_the_parts_that_there_are(tmp_path: Path) -> None:
    build = begin(tmp_path, FILES, replace(HOUSE, search=True))
    pages = [page for desk in build.desks for page in pages_of(desk)]
    named = [part for page in pages if isinstance(page, SearchPage) for part in page.parts]
    with chdir(tmp_path):
        outputs = [Output(page.path, b"", page) for page in pages]
        files = search_files(outputs, build.house, build.memory, Store())
        paths = {file.path: 1 for file in files}
    assert {f"/{folder}" for folder in folders(paths)} == set(named)
    leading = {path for path in paths if path.endswith("/pagefind.js")}
    firsts = [page.parts[0] for page in pages if isinstance(page, SearchPage)]
    assert {f"/{path.removesuffix('pagefind.js')}" for path in leading} == set(firsts)


def test_memory_that_was_spoilt_is_made_anew(tmp_path: Path) -> None:
    before = index(tmp_path, FILES)
    for file in (tmp_path / ".newsdesk/memory").glob("*.zip"):
        file.write_bytes(file.read_bytes()[:-7])
    assert index(tmp_path, FILES) == before


def test_pagefind_is_asked_under_the_python_that_runs() -> None:
    command = [sys.executable, "-m", "pagefind", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert done.stdout.strip() == "pagefind 1.5.2"
