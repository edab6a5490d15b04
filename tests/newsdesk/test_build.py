"""A build makes every file first; nothing leaves it as long as one gate finds a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_site import FIRST_LINE, begin, many, page, photo, post

from newsdesk.build import CONTEXT_KEY, build_of
from newsdesk.outputs import Output
from newsdesk.problems import Problem, SiteError, say


def test_all_problems_of_the_content_are_told_at_once(tmp_path: Path) -> None:
    files = {
        "content/en/articles/a.md": post("Milk", categories=["meida"]),
        "content/en/articles/b.md": post("Shoes", id="shoes1", related=["nobody"]),
    }
    with pytest.raises(SiteError) as error:
        begin(tmp_path, files)
    assert [(problem.path, problem.line) for problem in error.value.problems] == [
        ("content/en/articles/a.md", 9),
        ("content/en/articles/b.md", FIRST_LINE),
    ]


def test_a_site_is_its_pages_its_assets_and_what_plugins_add(tmp_path: Path) -> None:
    build = begin(tmp_path, many(1))
    build.files.append(Output("robots.txt", b"User-agent: *"))
    outputs = build.outputs()
    assert outputs["robots.txt"].data == b"User-agent: *"
    assert b"<h1" in outputs["en/news/post-1/index.html"].data
    assert {path for path in outputs if path.count("/") == 0} == {
        "404.html",
        "index.html",
        "robots.txt",
    }
    style = build.assets.stylesheet
    assert outputs[style.name].data == style.content
    assert f'href="/{style.name}"'.encode() in outputs["en/index.html"].data


def test_what_two_gates_find_is_told_together_and_nothing_is_handed_out(tmp_path: Path) -> None:
    build = begin(tmp_path, many(1))
    seen: list[int] = []

    def gate(outputs: Mapping[str, Output]) -> Iterator[Problem]:
        seen.append(len(outputs))
        yield Problem("b.md", 2, say("something is wrong"))

    def second_gate(outputs: Mapping[str, Output]) -> Iterator[Problem]:
        seen.append(len(outputs))
        yield Problem("a.md", 1, say("something else is wrong"))

    build.gates += [gate, second_gate]
    with pytest.raises(SiteError) as error:
        build.outputs()
    assert str(error.value) == "a.md:1: something else is wrong\nb.md:2: something is wrong"
    assert seen[0] == seen[1] > 20


def test_a_file_of_a_plugin_cannot_take_the_place_of_a_page(tmp_path: Path) -> None:
    build = begin(tmp_path, {"content/en/pages/about.md": page("About us")})
    build.files.append(Output("en/about/about-us/index.html", b""))
    with pytest.raises(SiteError) as error:
        build.outputs()
    assert str(error.value) == (
        "en/about/about-us/index.html: “en/about/about-us/index.html” would be written twice\n"
        "    Hint: one of them is content/en/pages/about.md; give it another slug"
    )


def test_plugins_find_the_build_of_their_run(tmp_path: Path) -> None:
    build = begin(tmp_path, {})
    assert build_of([SimpleNamespace(context={CONTEXT_KEY: build}), object()]) is build


def test_a_setting_that_takes_the_place_of_the_build_is_named() -> None:
    with pytest.raises(TypeError, match="newsdesk_build is taken by something else: 'mine'"):
        build_of([SimpleNamespace(context={CONTEXT_KEY: "mine"})])


# Photographs and files to take away


def test_a_photograph_goes_out_as_prints_and_never_as_it_came(tmp_path: Path) -> None:
    files = {
        "content/en/articles/milk.md": post("Milk", lead_photo="boy"),
        **photo("boy"),
        **photo("unused"),
    }
    build = begin(tmp_path, files)
    with chdir(tmp_path):
        outputs = build.outputs()
    prints = {path: output for path, output in outputs.items() if path.startswith("photos/")}
    assert {Path(path).suffix for path in prints} == {".avif", ".webp", ".jpg"}
    assert all(path.startswith("photos/boy-") for path in prints)
    assert files["content/photos/boy.jpg"] not in [each.data for each in prints.values()]
    html = outputs["en/news/milk/index.html"].data.decode()
    assert all(path in html for path in prints)


def test_what_is_wrong_with_photographs_is_told_before_anything_is_made(tmp_path: Path) -> None:
    files = {
        "content/en/articles/milk.md": post("Milk", lead_photo="boy", photos=["girl"]),
        **photo("boy"),
        **photo("girl"),
        "content/photos/boy.jpg": b"GIF89a",
        "content/photos/girl.jpg": b"",
    }
    with pytest.raises(SiteError) as error:
        begin(tmp_path, files)
    assert {problem.path for problem in error.value.problems} == {
        "content/photos/boy.jpg",
        "content/photos/girl.jpg",
    }


def test_files_to_take_away_go_out_byte_for_byte_and_no_others(tmp_path: Path) -> None:
    report = post(
        "Milk",
        type="publication",
        downloads=[{"file": "milk.pdf", "language": "en", "title": "The report"}],
    )
    files: dict[str, str | bytes] = {
        "content/en/articles/milk.md": report,
        "content/files/milk.pdf": b"%PDF\xff\x00",
        "content/files/draft.pdf": b"%PDF not yet",
    }
    build = begin(tmp_path, files)
    with chdir(tmp_path):
        outputs = build.outputs()
    assert {path: each.data for path, each in outputs.items() if path.startswith("files/")} == {
        "files/milk.pdf": b"%PDF\xff\x00"
    }


def test_a_title_may_be_as_long_as_it_likes(tmp_path: Path) -> None:
    outputs = begin(tmp_path, {"content/en/articles/milk.md": post("Milk " * 1000)}).outputs()
    assert f"en/news/{'-'.join(['milk'] * 16)}/index.html" in outputs
