"""The preview builds again and again: it keeps one build, and shows a post before the next."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from small_site import SmallSite, as_before, photo, post

from newsdesk.build import Build
from newsdesk.cli import showing
from newsdesk.cli.showing import PREVIEW_OUTPUT, Rehearsal
from newsdesk.problems import SiteError

MILK = "content/en/articles/milk.md"


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[Rehearsal]:
    SmallSite.in_folder(tmp_path, {MILK: post("Milk")})
    with chdir(tmp_path), as_before():
        yield Rehearsal(Path("pelicanconf.py"), None, 8000)


def page() -> str:
    return (PREVIEW_OUTPUT / "en/news/milk/index.html").read_text("utf-8")


def test_nothing_of_a_build_is_left_when_the_next_one_has_ended(rehearsal: Rehearsal) -> None:
    rehearsal.build()
    assert rehearsal.last
    before = weakref.ref(rehearsal.last)
    rehearsal.build()
    assert before() is None


def test_a_post_is_shown_at_once_where_a_whole_build_takes_long(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal.build()
    Path(MILK).write_text(post("Milk", "Shoes."), "utf-8")
    monkeypatch.setattr(showing, "AT_ONCE", 1000.0)
    assert not rehearsal.glimpse({Path(MILK).absolute()})
    assert "Shoes." not in page()
    monkeypatch.setattr(showing, "AT_ONCE", 0.0)
    assert rehearsal.glimpse({Path(MILK).absolute()})
    assert "Shoes." in page()


def test_before_the_first_build_there_is_nothing_to_show(rehearsal: Rehearsal) -> None:
    assert not rehearsal.glimpse({Path(MILK).absolute()})


def test_after_a_build_that_took_long_the_next_glimpse_is_prepared(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[Build] = []
    monkeypatch.setattr(showing, "prepare", prepared.append)
    monkeypatch.setattr(showing, "AT_ONCE", 1000.0)
    rehearsal.build()
    assert prepared == []
    monkeypatch.setattr(showing, "AT_ONCE", 0.0)
    rehearsal.build()
    assert prepared == [rehearsal.last]


# A draft with mistakes keeps nothing else from the preview

HALF = post("Shoes", id="shoes1", status="draft", summary=None)
WHOLE = post("Shoes", id="shoes1", status="draft")
LEADS_THERE = post("Bread", "See the [shoes](item:shoes1).", id="bread1", status="draft")


def shown() -> set[str]:
    """Give the names of the posts that the preview shows."""
    return {file.parent.name for file in (PREVIEW_OUTPUT / "en/news").glob("*/index.html")}


def told(rehearsal: Rehearsal) -> list[str]:
    """Build, and give what is said of drafts that are left out."""
    return [str(problem) for problem in rehearsal.build()]


def written(name: str, text: str) -> None:
    Path(f"content/en/articles/{name}.md").write_text(text, "utf-8")


def put(files: Mapping[str, str | bytes]) -> None:
    SmallSite(Path()).write(files)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (HALF, "shoes.md:2: “summary” is missing"),
        ("---\nid: shoes1\nstatus: draft\ntitle: Shoes: all of them\n---\n", "shoes.md:4: "),
        (post("Shoes", id="shoes1", status="draft", categories=["medai"]), "“medai” is not a"),
        (post("Shoes", "![](photo:boots)", id="shoes1", status="draft"), "no photo “boots”"),
    ],
)
def test_a_draft_with_mistakes_is_left_out_and_told(
    rehearsal: Rehearsal, draft: str, words: str
) -> None:
    written("shoes", draft)
    problems = told(rehearsal)
    assert words in problems[0]
    assert shown() == {"milk"}
    written("milk", post("Milk", "Cocoa."))
    assert told(rehearsal) == problems
    assert "Cocoa." in page()
    written("shoes", WHOLE)
    assert told(rehearsal) == []
    assert shown() == {"milk", "shoes"}


def test_a_draft_that_leads_to_one_with_mistakes_is_left_out_with_it(rehearsal: Rehearsal) -> None:
    written("shoes", post("Shoes", id="shoes1", status="draft", categories=["medai"]))
    written("bread", LEADS_THERE)
    written("cake", post("Cake", "See the [bread](item:bread1).", id="cake01", status="draft"))
    problems = told(rehearsal)
    assert shown() == {"milk"}
    words = "leads to a draft that is left out of the preview\n    Hint: mend that draft first"
    assert [problem for problem in problems if "medai" not in problem] == [
        f"content/en/articles/bread.md:13: “item:shoes1” {words}",
        f"content/en/articles/cake.md:13: “item:bread1” {words}",
    ]


def test_a_draft_that_leads_to_one_that_cannot_be_read_is_told_the_same(
    rehearsal: Rehearsal,
) -> None:
    written("shoes", HALF)
    written("bread", LEADS_THERE)
    assert "leads to a draft that is left out of the preview" in told(rehearsal)[0]
    assert shown() == {"milk"}


def test_a_draft_is_left_out_whose_photo_has_half_a_record(rehearsal: Rehearsal) -> None:
    written("shoes", post("Shoes", "![](photo:shoes)", id="shoes1", status="draft"))
    put(photo("shoes") | {"content/photos/shoes.yaml": "alt:\n"})
    assert "content/photos/shoes.yaml:1: “alt” is empty" in "\n".join(told(rehearsal))
    assert shown() == {"milk"}


@pytest.mark.parametrize(
    "fields",
    [
        {"summary": None},
        {"categories": ["medai"]},
        {"publish_at": "2099-01-01", "summary": None},
        {"status": "withdrawn"},
    ],
)
def test_mistakes_in_a_post_that_is_no_draft_still_keep_the_last_preview(
    rehearsal: Rehearsal, fields: dict[str, Any]
) -> None:
    written("shoes", HALF)
    written("bread", post("Bread", id="bread1", **fields))
    with pytest.raises(SiteError) as error:
        rehearsal.build()
    assert {problem.path for problem in error.value.problems if problem.level == "error"} == {
        "content/en/articles/bread.md"
    }
    assert not PREVIEW_OUTPUT.exists()


def test_a_post_that_is_no_draft_may_not_lead_to_one_that_is_left_out(rehearsal: Rehearsal) -> None:
    written("shoes", post("Shoes", id="shoes1", status="draft", categories=["medai"]))
    written("milk", post("Milk", "See the [shoes](item:shoes1)."))
    with pytest.raises(SiteError, match=r"milk\.md:12: “item:shoes1” leads to a draft"):
        rehearsal.build()


def test_a_draft_with_mistakes_in_one_language_is_left_out_in_that_language(
    rehearsal: Rehearsal,
) -> None:
    Path("content/sr/articles").mkdir(parents=True, exist_ok=True)
    written("shoes", post("Shoes", id="shoes1", slug="shoes"))
    Path("content/sr/articles/shoes.md").write_text(
        post("Cipele", id="shoes1", slug="shoes", lang="sr-Latn", status="draft", summary=None),
        "utf-8",
    )
    assert "“summary” is missing" in told(rehearsal)[0]
    assert shown() == {"milk", "shoes"}
    assert not (PREVIEW_OUTPUT / "sr/news/shoes").exists()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("[Boots](/files/boots.pdf)", "shoes.md:13: the link “/files/boots.pdf” leads nowhere"),
        ("![](photo:shoes)", "content/photos/shoes.jpg: this is not a JPEG, PNG, WebP, AVIF"),
    ],
)
def test_a_draft_is_left_out_in_which_only_the_finished_pages_show_a_mistake(
    rehearsal: Rehearsal, body: str, words: str
) -> None:
    put(photo("shoes") | {"content/photos/shoes.jpg": b"no picture"})
    written("shoes", post("Shoes", body, id="shoes1", status="draft"))
    (problem,) = told(rehearsal)
    assert words in problem
    assert shown() == {"milk"}
    written("milk", post("Milk", body))
    with pytest.raises(SiteError):
        rehearsal.build()
