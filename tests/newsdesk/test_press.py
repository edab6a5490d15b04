"""A sheet is printed when it is new; otherwise it comes out of the memory as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from small_site import begin, many, page, post

from newsdesk.build import MEMORY, Build
from newsdesk.memory import FILE
from newsdesk.outputs import Output
from newsdesk.problems import Problem, SiteError, say
from newsdesk.sheets import Sheet
from newsdesk.views import Page

FILES = {**many(4), "content/en/pages/about.md": page("About us")}


def sheet(build: Build, made: list[str], name: str = "greeting", text: str = "Hello!") -> Sheet:
    """Give a sheet that counts how often it is made."""

    def make() -> Iterator[Page | Output]:
        made.append(name)
        build.desks[0].shelf.item("post003")
        yield Output("hello.txt", text.encode())

    return Sheet(name, make)


def outputs_of(build: Build, *sheets: Sheet) -> dict[str, Output]:
    build.sheets["en"] += sheets
    found = build.outputs()
    build.store.write()
    return found


@pytest.mark.parametrize(
    ("changes", "times"),
    [
        ({}, 1),
        ({"content/en/articles/post-001.md": post("Hats", id="post001", date="2026-01-01")}, 1),
        ({"content/en/articles/post-003.md": post("Hats", id="post003", date="2026-01-03")}, 2),
        ({"content/vocabulary/topics.yaml": "food:\n  name: {en: Food, sr-Latn: Hrana}\n"}, 2),
    ],
)
def test_a_sheet_is_made_again_when_an_answer_to_it_has_changed(
    tmp_path: Path, changes: dict[str, str], times: int
) -> None:
    made: list[str] = []
    for files in (FILES, {**FILES, **changes}):
        build = begin(tmp_path, files)
        assert outputs_of(build, sheet(build, made))["hello.txt"].data == b"Hello!"
    assert made == ["greeting"] * times


def test_a_page_whose_view_is_the_same_is_not_set_again(tmp_path: Path) -> None:
    looked_at: list[str] = []

    def proof(output: Output) -> Iterator[Problem]:
        looked_at.append(output.path)
        yield from ()

    # The neighbour's page asks for this post, and shows nothing of its new topic.
    topic = {"content/vocabulary/topics.yaml": "food:\n  name: {en: Food, sr-Latn: Hrana}\n"}
    changed = post("Post 1", id="post001", date="2026-01-01", topics=["food"])
    for files in ({**FILES, **topic}, {"content/en/articles/post-001.md": changed}):
        build = begin(tmp_path, files)
        build.proofs.append(proof)
        looked_at.clear()
        outputs_of(build)
    assert "en/news/post-1/index.html" in looked_at
    assert "en/news/post-2/index.html" not in looked_at


def test_what_a_proof_finds_is_told_in_each_build_until_it_is_mended(tmp_path: Path) -> None:
    def proof(output: Output) -> Iterator[Problem]:
        if output.path == "en/index.html":
            yield Problem("home", 0, say("something is wrong"))

    for _ in range(2):
        build = begin(tmp_path, FILES)
        build.proofs.append(proof)
        with pytest.raises(SiteError, match="something is wrong"):
            outputs_of(build)


def test_what_goes_wrong_while_sheets_are_made_is_told_all_at_once(tmp_path: Path) -> None:
    def wrong(name: str) -> Callable[[], Iterator[Output]]:
        def make() -> Iterator[Output]:
            raise SiteError([Problem(name, 0, say("something is wrong"))])
            yield

        return make

    build = begin(tmp_path, FILES)
    with pytest.raises(SiteError) as error:
        outputs_of(build, Sheet("a", wrong("a")), Sheet("b", wrong("b")))
    assert [problem.path for problem in error.value.problems] == ["a", "b"]


def test_a_page_out_of_the_memory_is_all_that_it_was(tmp_path: Path) -> None:
    build = begin(tmp_path, FILES)
    first = build.outputs()
    build.store.write()
    again = begin(tmp_path, FILES).outputs()
    assert list(again) == list(first)
    for path, output in again.items():
        assert (output.data, output.page) == (first[path].data, first[path].page)
        assert (output.particulars, output.digest) == (first[path].particulars, first[path].digest)
        assert not output.particulars or output.anchors == first[path].anchors


def test_a_companion_makes_the_files_that_a_page_brings_with_it(tmp_path: Path) -> None:
    build = begin(tmp_path, many(1))
    build.companions.append(lambda pages: [Output(f"{each.path}.txt", b"") for each in pages])
    outputs = build.outputs()
    assert {path for path in outputs if path.endswith(".txt")} == {
        f"{path}.txt" for path, output in outputs.items() if output.particulars
    }


def test_a_memory_that_is_taken_away_in_the_middle_costs_time_alone(tmp_path: Path) -> None:
    build = begin(tmp_path, FILES)
    outputs = build.outputs()
    build.store.close()
    build = begin(tmp_path, FILES)
    outputs = build.outputs()
    build.store.file, build.store._database = None, None  # noqa: SLF001 - nobody else would do that
    assert b"<h1" in outputs["en/news/post-3/index.html"].data


def test_a_page_whose_bytes_have_gone_from_the_memory_is_set_again(tmp_path: Path) -> None:
    path = "en/news/post-3/index.html"
    build = begin(tmp_path, FILES)
    before = build.outputs()[path]
    build.store.close()
    # The oldest things go first when the memory is full: the bytes, and not yet what names them.
    with closing(sqlite3.connect(tmp_path / MEMORY / FILE)) as database, database:
        gone = database.execute("delete from things where name = ?", (before.digest,))
        assert gone.rowcount == 1
    assert begin(tmp_path, FILES).outputs()[path].data == before.data
