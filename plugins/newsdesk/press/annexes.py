"""What stands beside a text on its page, as feeds give it: key figures, photographs and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.life import is_readable
from newsdesk.pages.articles import downloads_of
from newsdesk.shelf import dated

HEADING = Markup("\n<h2>{words}</h2>\n")
LIST = Markup("\n<ul>\n{lines}</ul>")
KEY_FIGURE = Markup("<li><strong>{value}</strong> {text}</li>\n")
DOWNLOAD = Markup('<li><a href="{address}" hreflang="{lang}">{title}</a> ({about})</li>\n')


def annexes(desk: Desk, item: Item) -> str:
    """Give the HTML that follows a text; of what may not be read any more, nothing."""
    if not is_readable(item.post):
        return ""
    return "".join((*_key_figures(desk, item), *_photographs(desk, item), *_files(desk, item)))


def _key_figures(desk: Desk, item: Item) -> Iterator[str]:
    figures = (desk.key_figure(item, record) for record in dated(item).key_figures)
    yield from _list(KEY_FIGURE.format(value=each.value, text=each.text) for each in figures)


def _photographs(desk: Desk, item: Item) -> Iterator[str]:
    """Give the photographs as they stand within a text, each with its caption and its credit."""
    photos = [*filter(None, map(desk.photo, dated(item).photos))]
    if photos:
        yield HEADING.format(words=desk.gettext("Photographs"))
        yield from map(desk.figure, photos)


def _files(desk: Desk, item: Item) -> Iterator[str]:
    lines = [_file(desk.download(item, record)) for record in downloads_of(item)]
    if lines:
        yield HEADING.format(words=desk.gettext("Downloads")).rstrip()
        yield from _list(lines)


def _file(file: views.Download) -> Markup:
    about = f"{file.language} · {file.file_format} · {file.size}"
    return DOWNLOAD.format(address=file.address, lang=file.lang, title=file.title, about=about)


def _list(lines: Iterable[Markup]) -> Iterator[str]:
    """Put lines into a list, if there are any."""
    written = Markup().join(lines)
    if written:
        yield LIST.format(lines=written)
