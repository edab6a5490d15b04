"""The preview builds again and again: it keeps one build, and shows a post before the next."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from small_site import SmallSite, as_before, post

from newsdesk.build import Build
from newsdesk.cli import showing
from newsdesk.cli.showing import PREVIEW_OUTPUT, Rehearsal

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
