"""What readers of feeds get of a post, or of a correction: whole, and sound wherever it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from markupsafe import Markup

from newsdesk import views
from newsdesk.dates import Moment
from newsdesk.desk import Desk
from newsdesk.feeds import (
    Author,
    Authority,
    Category,
    Download,
    Entry,
    Picture,
    Translation,
    Withdrawal,
    absolute,
    entry_id,
    for_feeds,
)
from newsdesk.feeds import Event as FeedEvent
from newsdesk.files import FILES
from newsdesk.item import Item
from newsdesk.life import is_readable, opens_at, updated
from newsdesk.media_types import media_type
from newsdesk.pages.articles import dateline, downloads_of
from newsdesk.photos.formats import RECIPES
from newsdesk.photos.prints import Derivative
from newsdesk.press.annexes import annexes
from newsdesk.press.corrections import Correction
from newsdesk.press.origin import origin
from newsdesk.schema.posts import Event, Statement
from newsdesk.shelf import dated

# Gives the bytes of a file of a photograph, by the photograph's key.
Weigh = Callable[[str, Derivative], int]


def _withdrawal(desk: Desk, item: Item) -> Withdrawal | None:
    """Tell readers of feeds what stands in place of a text."""
    record, notice = item.post.withdrawn, desk.withdrawal(item)
    return Withdrawal(record.at.at, notice.explanation) if record and notice else None


def _event(desk: Desk, item: Item) -> FeedEvent | None:
    post = item.post
    if not isinstance(post, Event):
        return None
    place = desk.say(item, post.venue)
    words = f"{desk.span(post.starts, post.ends)}, {place}"
    ends = _time(post.ends) if post.ends else None
    return FeedEvent(starts=_time(post.starts), ends=ends, place=place, in_words=words)


def _time(moment: Moment) -> date:
    return moment.at if moment.has_time else moment.at.date()


def entry(desk: Desk, item: Item, weigh: Weigh) -> Entry:
    """Give a post as an entry.

    :param weigh: gives the bytes of a file of a photograph, by the photograph's key.
    """
    post = dated(item)
    address = desk.addresses.absolute(desk.path(item))
    scheme = desk.addresses.absolute(desk.addresses.categories)
    return Entry(
        id=_id(desk, post.id),
        title=desk.title(item),
        summary=desk.summary(item),
        address=address,
        published=opens_at(post) or post.date.at,
        updated=updated(post),
        language=desk.edition.key,
        html=f"{origin(desk, item)}{absolute(for_feeds(_html(desk, item)), address)}",
        authors=_authors(desk, item),
        categories=tuple(
            Category(category.slug, category.name, scheme) for category in desk.categories_of(item)
        ),
        pictures=tuple(_pictures(desk, item, weigh)),
        downloads=tuple(_downloads(desk, item)),
        rights=_rights(desk),
        dateline=dateline(desk, item) or "",
        event=_event(desk, item),
        withdrawal=_withdrawal(desk, item),
        translations=tuple(
            Translation(edition.key, desk.addresses.absolute(path))
            for edition in desk.settings.editions
            if edition is not desk.edition and (path := desk.in_edition(item, edition))
        ),
    )


def _html(desk: Desk, item: Item) -> str:
    return f"{desk.body(item).html}{annexes(desk, item)}"


def _id(desk: Desk, identity: str) -> str:
    return entry_id(Authority.read(desk.settings.id_authority), desk.edition.key, identity)


def _authors(desk: Desk, item: Item) -> tuple[Author, ...]:
    """Say who answers for a text: those who wrote or made it, the first publisher, or the house."""
    post = dated(item)
    keys = getattr(post, "authors", ()) or (post.speakers if isinstance(post, Statement) else ())
    if keys:
        return tuple(Author(person.name) for person in desk.people(keys))
    return (Author(desk.say(item, post.original.publisher) if post.original else desk.site_name),)


def _pictures(desk: Desk, item: Item, weigh: Weigh) -> Iterator[Picture]:
    """Give the pictures that readers see, the leading one first; a page has no others either."""
    for key in dict.fromkeys(item.photos if is_readable(item.post) else ()):
        photo = desk.photo(key)
        if photo:
            yield _picture(desk, key, photo, weigh)


def _picture(desk: Desk, key: str, photo: views.Photo, weigh: Weigh) -> Picture:
    """Give a picture in the form that every program can show."""
    files = (file for file in desk.prints[key] if file.form == "jpeg")
    file = max(files, key=lambda file: file.width)
    return Picture(
        address=desk.addresses.absolute(file.path),
        media_type=RECIPES[file.form].media_type,
        size=weigh(key, file),
        width=file.width,
        height=file.height,
        alternative=photo.alt,
        credit=photo.credit,
        caption=photo.caption,
    )


def _downloads(desk: Desk, item: Item) -> Iterator[Download]:
    """Give the files of a publication, as far as it may be read."""
    for record in downloads_of(item) if is_readable(item.post) else ():
        yield Download(
            address=desk.addresses.absolute(f"{FILES}/{record.file}"),
            media_type=media_type(record.file),
            size=desk.size(record.file),
            title=desk.say(item, record.title),
            language=record.language,
        )


# What was put right or withdrawn

NOTICE = Markup('<p>{note}</p>\n<p><a href="{address}">{title}</a></p>')


def entry_of_correction(desk: Desk, correction: Correction) -> Entry:
    """Give a correction or a withdrawal as an entry of its own, with an id of its own."""
    item, note, at = correction.item, correction.note, correction.at.at
    title, address = desk.title(item), desk.addresses.absolute(desk.path(item))
    withdrawn, corrected = (
        desk.gettext("Withdrawn: %(title)s"),
        desk.gettext("Correction: %(title)s"),
    )
    words = withdrawn if correction.is_withdrawal else corrected
    return Entry(
        id=_id(desk, f"{item.post.id}/{correction.name}"),
        title=words % {"title": title},
        summary=note,
        address=address,
        published=at,
        updated=at,
        language=desk.edition.key,
        html=NOTICE.format(note=note, address=address, title=title),
        authors=(Author(desk.site_name),),
        rights=_rights(desk),
    )


def _rights(desk: Desk) -> str:
    return f"© {desk.site_name}"
