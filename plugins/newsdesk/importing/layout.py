"""Takes apart tables that only put a page together: menus in one cell, the text in another."""

from __future__ import annotations

from collections.abc import Sequence

from bs4 import Tag

PARTS = ("tbody", "thead", "tfoot", "tr", "td", "caption")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# So many links, and no word beside them, are a menu.
MENU = 3


def without_layout(soup: Tag) -> None:
    """Make plain parts of a page of its tables, but for those that hold data.

    :param soup: is changed on the way.
    """
    for table in [each for each in soup.find_all("table") if _is_layout(each)]:
        for cell in _own(table, "td"):
            if _is_menu(cell):
                cell.decompose()
        for part in PARTS:
            for each in _own(table, part):
                each.name = "div"
        table.name = "div"


def _is_layout(table: Tag) -> bool:
    """Tell whether a table has a page in it: other tables, headings, or one row or column alone."""
    if _own(table, "th"):
        return False
    rows = [len(row.find_all("td", recursive=False)) for row in _own(table, "tr")]
    is_line = len(rows) <= 1 or max(rows) <= 1
    return is_line or table.find(["table", *HEADINGS]) is not None


def _own(table: Tag, name: str) -> Sequence[Tag]:
    """Give the parts of a table that are not those of a table within it."""
    return [each for each in table.find_all(name) if each.find_parent("table") is table]


def _is_menu(cell: Tag) -> bool:
    links = cell.find_all("a")
    return len(links) >= MENU and _letters(cell) == sum(map(_letters, links))


def _letters(part: Tag) -> int:
    return len("".join(part.get_text().split()))
