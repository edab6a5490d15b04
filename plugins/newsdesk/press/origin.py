"""Says of an item of the archive where it was published first: its day here is not its own."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.item import Item

PARAGRAPH = Markup("<p>{words}</p>\n")
LINK = Markup('<a href="{address}">{words}</a>')


def origin(desk: Desk, item: Item) -> Markup:
    """Give what stands above the text of an item of the archive; nothing for others."""
    original = desk.original(item)
    if original is None:
        return Markup()
    lines = (" ".join(_sentences(desk, original)), _source(desk, original))
    return Markup().join(PARAGRAPH.format(words=line) for line in lines if line)


def _sentences(desk: Desk, original: views.Original) -> Iterator[str]:
    yield desk.gettext("From the archive.")
    yield desk.gettext("First published by: %(publisher)s.") % {"publisher": original.publisher}
    if original.day:
        yield desk.gettext("It is dated %(day)s.") % {"day": original.day.words}
    else:
        yield desk.gettext(
            "The source gives no date; the day above is when this site published it."
        )


def _source(desk: Desk, original: views.Original) -> str:
    """Name the original by its title, with a link to where it stands."""
    title = original.title or original.url
    if title and original.url:
        title = LINK.format(address=original.url, words=title)
    return Markup("{} {}").format(desk.gettext("Original:"), title) if title else ""
