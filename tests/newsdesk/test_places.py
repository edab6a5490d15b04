"""What staff type as a link within the site is followed before anything is built."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from small_site import HOUSE, VOCABULARY, page, post

from newsdesk.catalogue import gather
from newsdesk.problems import SiteError

MILK = "content/en/articles/milk.md"
YEARS = [{"year": 1947, "title": "Milk", "text": "Milk came."}]
HISTORY = page("History", "## The first *milk*\n\nIt came.", id="histo1", timeline=YEARS)


def told(folder: Path, text: str) -> str:
    files = {**VOCABULARY, MILK: post("Milk", text), "content/en/pages/history.md": HISTORY}
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    with chdir(folder):
        try:
            gather(Path("content"), HOUSE)
        except SiteError as error:
            return str(error)
    return ""


@pytest.mark.parametrize(
    "link",
    [
        "item:histo1",
        "item:histo1#the-first-milk",
        "item:histo1#y1947",
        "/en/about/history/",
        "/en/about/history/#the-first-milk",
        "/en/archive/",
        "/en/media-centre/",
        "/sr/feeds/",
        "/sr-cyrl/corrections/",
        "/sr/categories/media/",
        "/en/categories/media/page/2/",
        "/en/feeds/all.atom",
        "/",
        "https://example.com/a#b",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(tmp_path: Path, link: str) -> None:
    assert told(tmp_path, f"[a]({link})") == ""


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (
            "item:histo1#the-last-milk",
            (
                "the link “item:histo1#the-last-milk” leads to no place on its page\n"
                "    Hint: type #the-first-milk"
            ),
        ),
        (
            "item:histo1#zzz",
            (
                "the link “item:histo1#zzz” leads to no place on its page\n"
                "    Hint: the places are: the-first-milk, y1947"
            ),
        ),
        (
            "/en/about/histroy/",
            (
                "the link “/en/about/histroy/” leads nowhere\n"
                "    Hint: type the whole address, or item: and the id of a post"
            ),
        ),
    ],
)
def test_a_link_that_leads_astray_is_told_with_its_line(
    tmp_path: Path, link: str, expected: str
) -> None:
    assert told(tmp_path, f"[a]({link})") == f"{MILK}:12: {expected}"
