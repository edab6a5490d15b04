"""The files of the drawings that pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdesk.outputs import Output
from newsdesk.views import ArticlePage, Drawing, HomePage, Page


def drawing_files(pages: Iterable[Page]) -> Iterator[Output]:
    """Give the file of each drawing once, however many editions show it."""
    found = {drawing.path: drawing for page in pages if (drawing := _drawing_on(page))}
    for path, drawing in sorted(found.items()):
        yield Output(path, drawing.svg.encode())


def _drawing_on(page: Page) -> Drawing | None:
    if isinstance(page, ArticlePage):
        return page.drawing
    return page.lead.drawing if isinstance(page, HomePage) and page.lead else None
