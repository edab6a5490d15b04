"""The files of the drawings that pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdesk.outputs import Output
from newsdesk.views import HomePage, Page


def drawing_files(pages: Iterable[Page]) -> Iterator[Output]:
    """Give the file of each drawing once, however many editions show it."""
    leads = (page.lead for page in pages if isinstance(page, HomePage))
    found = {lead.drawing.path: lead.drawing for lead in leads if lead and lead.drawing}
    for path, drawing in sorted(found.items()):
        yield Output(path, drawing.svg.encode())
