"""The page of a post of the newsroom, each type as what it is."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.illustrations import lead_photo
from newsdesk.item import Item
from newsdesk.life import is_readable
from newsdesk.pages.frame import frame_of_item
from newsdesk.schema.parts import DownloadRecord
from newsdesk.schema.posts import DatedPost, PressRelease, Publication
from newsdesk.shelf import dated

RELATED_LENGTH = 3


def article_pages(desk: Desk, identity: str) -> Iterator[views.ArticlePage]:
    """Make the page of the post that has an id."""
    item = desk.shelf.item(identity)
    if item is not None:
        yield article_page(desk, item)


def article_page(desk: Desk, item: Item) -> views.ArticlePage:
    """Make the page of one post, with the way to the next newer and older one that stands."""
    post = dated(item)
    newer, older = desk.shelf.around(item)
    categories = desk.categories_of(item)
    main = categories[0]
    shown = is_readable(post)
    body = desk.body(item)
    around = frame_of_item(desk, item, (views.Link(main.name, main.address),))
    around["feeds"] = tuple(feed for category in categories for feed in category.feeds)
    return views.ArticlePage(
        **around,
        template="article.html",
        source=item.source.path,
        kind=desk.kind(item),
        type=post.type,
        mark=desk.mark(item),
        summary=desk.summary(item),
        body=Markup(body.html),  # noqa: S704 - set from Markdown by the desk
        dateline=dateline(desk, item),
        day=desk.day(post.date),
        reading_minutes=body.reading_minutes,
        categories=categories,
        topics=tuple(map(desk.topic, post.topics)),
        location=desk.location(post.location),
        programme=desk.link_to(post.programme),
        original=desk.original(item),
        organisers=desk.organisations(getattr(post, "organisers", ())),
        partners=desk.organisations(getattr(post, "partners", ())),
        speakers=desk.people(getattr(post, "speakers", ())),
        authors=desk.people(getattr(post, "authors", ())),
        key_figures=tuple(desk.key_figure(item, record) for record in post.key_figures if shown),
        occasion=desk.occasion(item),
        downloads=tuple(desk.download(item, record) for record in downloads_of(item) if shown),
        press_kit=desk.press_kit(item),
        lead_photo=lead_photo(desk, item),
        photos=tuple(filter(None, map(desk.photo, post.photos))) if shown else (),
        contacts=desk.contacts(post.contacts),
        notes=desk.markdown(item, getattr(post, "notes_to_editors", None)) if shown else None,
        boilerplate=desk.boilerplate(getattr(post, "boilerplate", ())),
        changes=desk.changes(item),
        withdrawn=desk.withdrawal(item),
        letter=desk.letter(item),
        mail_link=desk.mail_link(item),
        related=desk.teasers(related(desk, item)),
        older=_neighbour(desk, older),
        newer=_neighbour(desk, newer),
    )


def dateline(desk: Desk, item: Item) -> str | None:
    """Say where and when a release was given out."""
    post = item.post
    if not isinstance(post, PressRelease):
        return None
    return f"{desk.say(item, post.dateline.place)}, {desk.day(post.dateline.date).words}"


def downloads_of(item: Item) -> tuple[DownloadRecord, ...]:
    """Give the files that a publication offers; other posts have none."""
    return item.post.downloads if isinstance(item.post, Publication) else ()


def related(desk: Desk, item: Item) -> tuple[Item, ...]:
    """Choose what to read next: what the writer named, then what came before in its category."""
    named = [desk.shelf.item(identity) for identity in item.post.related]
    before = desk.shelf.before(item, dated(item).categories[0], RELATED_LENGTH + len(named))
    chosen = {
        other.post.id: other
        for other in (*named, *before)
        if other
        and other is not item
        and isinstance(other.post, DatedPost)
        and other.post.status != "withdrawn"
    }
    return tuple(chosen.values())[:RELATED_LENGTH]


def _neighbour(desk: Desk, item: Item | None) -> views.Neighbour | None:
    if item is None:
        return None
    return views.Neighbour(desk.headline(item), desk.addresses.link(desk.path(item)))
