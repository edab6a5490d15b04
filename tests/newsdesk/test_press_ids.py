"""Whatever staff do to their posts, an entry keeps its id, and no two entries share one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from small_site import HOUSE, begin, feeds_of, post

from newsdesk.files import POST_ENDING
from newsdesk.press.feeds import Livery

IDS = ("aaaa01", "bbbb01", "cccc01", "dddd01")
# One edition is enough: ids do not depend on others.
ENGLISH = replace(HOUSE, editions=HOUSE.editions[:1])
DAY = datetime(2026, 1, 1, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"

# One edit of one post: what a person may change after it was published.
EDITS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Milk", "Bread & milk", "Shoes ]]>", "Млеко"]),
        "slug": st.integers(0, 99).map(lambda number: f"slug-{number}"),
        "day": st.integers(0, 300),
        "categories": st.lists(
            st.sampled_from(["media", "health", "emergencies"]), min_size=1, unique=True
        ),
        "level": st.sampled_from(["minor", "major", None]),
        "gone": st.booleans(),
    }
)
HISTORIES = st.lists(st.tuples(st.sampled_from(IDS), EDITS), min_size=1, max_size=8)


def written(identity: str, edit: Mapping[str, Any], earlier: list[dict[str, str]]) -> str:
    """Write a post as it is after an edit; corrections only ever come in addition."""
    if edit["level"]:
        at = f"2026-12-{len(earlier) + 1:02}"
        earlier.append({"at": at, "note": "Forty.", "level": edit["level"]})
    gone = {"at": "2026-12-30", "reason": "error", "explanation": "All was wrong."}
    return post(
        edit["title"],
        id=identity,
        slug=f"{identity}-{edit['slug']}",
        date=f"{DAY + timedelta(days=edit['day']):%Y-%m-%d}",
        categories=edit["categories"],
        changes=earlier or None,
        status="withdrawn" if edit["gone"] else None,
        withdrawn=gone if edit["gone"] else None,
    )


def entries(data: bytes) -> list[tuple[str, str]]:
    """Give id and address of every entry."""
    return [
        (str(each.findtext(f"{ATOM}id")), str(each.find(f"{ATOM}link").get("href")))  # type: ignore[union-attr] # every entry has one
        for each in etree.fromstring(data).iterfind(f"{ATOM}entry")
    ]


@settings(max_examples=15, deadline=None)
@given(HISTORIES)
def test_ids_are_unique_and_stable_through_any_sequence_of_edits(
    history: list[tuple[str, dict[str, Any]]],
) -> None:
    files: dict[str, str] = {}
    corrections: dict[str, list[dict[str, str]]] = {}
    known: set[str] = set()
    for identity, edit in history:
        text = written(identity, edit, corrections.setdefault(identity, []))
        files[f"content/en/articles/{identity}{POST_ENDING}"] = text
        with TemporaryDirectory() as folder:
            desk = begin(Path(folder), files, ENGLISH).desks[0]
            found = {
                output.path.removeprefix("en/feeds/"): entries(output.data)
                for output in feeds_of(desk, Livery(), lambda *_: 1)
                if output.path.endswith(".atom")
            }
        for path, pairs in found.items():
            ids = [identity for identity, _ in pairs]
            assert len(ids) == len(set(ids)), path
        everything = {identity for identity, _ in found["all.atom"]}
        posts = {Path(path).stem for path in files}
        assert everything == {f"tag:example.org,2026:newsdesk/item/en/{each}" for each in posts}
        assert known <= everything
        known = everything
        # Each entry of a category is one of all, under the same id and address.
        for path, pairs in found.items():
            if path.startswith("categories/"):
                assert set(pairs) <= set(found["all.atom"])
        notices = {identity for identity, _ in found["corrections.atom"]}
        assert not notices & everything
