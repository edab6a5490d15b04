"""What search knows of a page: where it stands, what it says, and by what it can be narrowed.

Whatever is withdrawn or not public is not known to it at all.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property

from markupsafe import Markup

from newsdesk.views import ArticlePage, Page, Person, TextPage

# Signs without width: a browser would cut or glue words at them.
NO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True)
class Record:
    """A page as search knows it.

    :param address: within the site.
    :param kind: what it is, such as “Press release”; empty for a page of the house.
    :param day: in words; empty for a page without one, whose `year` is then None.
    :param categories: slug and name of each, the main one first.
    """

    address: str
    title: str
    text: str
    kind: str = ""
    day: str = ""
    year: int | None = None
    categories: tuple[tuple[str, str], ...] = ()

    @cached_property
    def seal(self) -> str:
        """A hash of all that the record says."""
        said = json.dumps(asdict(self), ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()


def records(pages: Iterable[Page]) -> Iterator[Record]:
    """Give what can be found among the pages of an edition."""
    for page in pages:
        if isinstance(page, ArticlePage | TextPage) and not (page.withdrawn or page.mark):
            yield _of_post(page) if isinstance(page, ArticlePage) else _of_page(page)


def _of_post(page: ArticlePage) -> Record:
    return Record(
        address=page.address or "",
        title=page.heading.striptags(),
        text=_text(_said_in_post(page)),
        kind=page.kind,
        day=page.day.words,
        year=int(page.day.iso[:4]),
        categories=tuple((category.slug, category.name) for category in page.categories),
    )


def _said_in_post(page: ArticlePage) -> Iterator[str | None]:
    yield from (page.summary, _plain(page.body))
    yield from (f"{figure.value} {figure.text}" for figure in page.key_figures)
    yield from map(_who, (*page.speakers, *page.authors))
    yield from (body.name for body in (*page.organisers, *page.partners))
    yield from (topic.text for topic in page.topics)
    yield from (page.location, page.occasion.venue if page.occasion else None)
    yield from (photo.caption for photo in (*filter(None, [page.lead_photo]), *page.photos))
    yield from (download.title for download in page.downloads)
    yield _plain(page.notes) if page.notes else None
    yield page.original.publisher if page.original else None


def _of_page(page: TextPage) -> Record:
    years = (f"{year.years} {year.title}. {year.text}" for year in page.timeline)
    said = (page.summary, _plain(page.body), *years)
    return Record(page.address or "", page.heading.striptags(), _text(said))


def _who(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.role, person.organisation)))


def _plain(html: Markup) -> str:
    return html.striptags()


def _text(said: Iterable[str | None]) -> str:
    """Join what is said into one text of words with one space between them."""
    return " ".join(NO_WIDTH.sub("", " ".join(filter(None, said))).split())
