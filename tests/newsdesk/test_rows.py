"""Lists of posts note what was asked of them, and answer the same question in a later build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from small_site import HOUSE, desk, many, photo, post

from newsdesk.desk import Desk
from newsdesk.memory import Answers

FILES = {**many(3), "content/en/articles/shoes.md": post("Shoes", id="shoes1", date="2025-11-20")}
NEWER = {"content/en/articles/new.md": post("New", id="new001", date="2026-12-24")}
OLDER = {"content/en/articles/old.md": post("Old", id="old001", date="2020-12-24")}
RETITLED = {"content/en/articles/post-003.md": post("Hats", id="post003", date="2026-01-03")}
RETYPED = {
    "content/en/articles/post-003.md": post("Post 3", "Hats.", id="post003", date="2026-01-03")
}
BETWEEN = {"content/en/articles/b.md": post("B", id="btwn01", date="2026-01-02 12:00")}
GONE = {"at": "2026-11-23", "reason": "error", "explanation": "The figures were wrong."}
PHOTOGRAPH = photo("boy")
Ask = Callable[[Desk], Any]


def asked(at: Desk, ask: Ask) -> Answers:
    with at.shelf.witness.listening() as heard:
        ask(at)
    return heard


@pytest.mark.parametrize(
    ("ask", "changed", "same"),
    [
        (lambda at: at.shelf.posts[:2], [NEWER, RETITLED], [OLDER, RETYPED]),
        (lambda at: at.shelf.posts[0], [NEWER, OLDER, RETITLED], [RETYPED]),
        (lambda at: at.shelf.posts[-1:], [OLDER], [NEWER, RETITLED]),
        (lambda at: list(at.shelf.posts), [NEWER, OLDER, RETITLED], [RETYPED]),
        (lambda at: len(at.shelf.posts), [NEWER, OLDER], [RETITLED, RETYPED]),
        (lambda at: at.shelf.posts_of_category["media"][:2], [NEWER, RETITLED], [OLDER, RETYPED]),
        (lambda at: at.shelf.posts_of_year.get(2020), [OLDER], [NEWER, RETITLED]),
        (lambda at: list(at.shelf.posts_of_year), [OLDER], [NEWER, RETITLED]),
        (lambda at: at.shelf.item("post003"), [RETITLED], [NEWER, RETYPED]),
        (lambda at: at.shelf.item("new001"), [NEWER], [OLDER, RETITLED]),
        (lambda at: at.shelf.place("post003"), [], [NEWER, RETYPED]),
        (lambda at: at.body(at.shelf.item("post003")), [RETYPED, RETITLED], [NEWER, OLDER]),
        (lambda at: at.shelf.posts_of_category["media"].reaches(5), [NEWER, OLDER], [RETITLED]),
        (lambda at: at.shelf.posts_of_category["media"][-2:], [OLDER], [NEWER, RETYPED]),
        (
            lambda at: at.shelf.before(at.shelf.item("post003"), "media", 1),
            [BETWEEN],
            [NEWER, OLDER, RETYPED],
        ),
        (lambda at: at.shelf.around(at.shelf.item("post003")), [NEWER], [OLDER, RETYPED]),
        (lambda at: at.photo("boy"), [], [NEWER, RETITLED]),
        (lambda at: at.teaser(at.shelf.item("post001")), [], [NEWER, RETITLED]),
    ],
)
def test_an_answer_changes_with_what_was_asked_and_with_nothing_else(
    tmp_path: Path, ask: Ask, changed: list[dict[str, str]], same: list[dict[str, str]]
) -> None:
    before = asked(desk(tmp_path / "before", FILES), ask)
    assert before
    for number, files in enumerate([*changed, *same]):
        after = desk(tmp_path / str(number), {**FILES, **files})
        again = {question: after.answer(question) for question in before}
        assert (again != before) is (number < len(changed)), files


def test_whether_a_post_is_out_is_asked_again_in_each_build(tmp_path: Path) -> None:
    before = asked(desk(tmp_path, FILES), lambda at: at.standing(at.shelf.items[0]))
    assert before["standing\tpost001"] == b"published"
    earlier = replace(HOUSE, now=datetime(2019, 3, 1, tzinfo=HOUSE.zone), show_unpublished=True)
    assert desk(tmp_path, FILES, earlier).answer("standing\tpost001") == b"scheduled"


def test_whether_an_event_is_over_is_asked_again_in_each_build(tmp_path: Path) -> None:
    fair = post("Fair", type="event", id="fair01", starts="2027-02-02", venue="The square")
    files = {**FILES, "content/en/articles/fair.md": fair}
    before = asked(desk(tmp_path, files), lambda at: at.is_over(*at.shelf.events))
    assert before["over\tfair01"] == b"no"
    later = replace(HOUSE, now=datetime(2027, 3, 1, tzinfo=HOUSE.zone))
    assert desk(tmp_path, files, later).answer("over\tfair01") == b"yes"


def test_a_new_caption_changes_the_answer_about_a_photograph(tmp_path: Path) -> None:
    shown = {**FILES, **many(1, photos=["boy"])}
    before = asked(desk(tmp_path, {**shown, **photo("boy")}), lambda at: at.photo("boy"))
    said = {"en": "At school.", "sr-Latn": "U školi."}
    after = desk(tmp_path, {**shown, **photo("boy", caption=said)})
    assert after.answer("photo\tboy") != before["photo\tboy"]


@pytest.mark.parametrize(
    ("identity", "count", "found"),
    [
        # `many` dates post 1 first, and post 5 last.
        ("post005", 2, ["post004", "post003"]),
        ("post002", 2, ["post001", "post003"]),
        ("post001", 2, ["post002", "post003"]),
        ("post001", 9, ["post002", "post003", "post004", "post005"]),
        ("gone01", 2, ["post002", "post001"]),
        ("gone01", 3, ["post002", "post001", "post003"]),
    ],
)
def test_before_a_post_stand_the_last_older_ones_then_the_next_newer_ones(
    tmp_path: Path, identity: str, count: int, found: list[str]
) -> None:
    gone = post("Gone", id="gone01", date="2026-01-02 12:00", status="withdrawn", withdrawn=GONE)
    shelf = desk(tmp_path, {**many(5), "content/en/articles/gone.md": gone}).shelf
    item = shelf.item(identity)
    assert item
    assert [each.post.id for each in shelf.before(item, "media", count)] == found
