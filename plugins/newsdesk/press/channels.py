"""Which feeds an edition has: of everything, by subject, by kind, by programme, of corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.kinds import KINDS
from newsdesk.schema.posts import Programme
from newsdesk.shelf import dated
from newsdesk.words import noted

Group = Literal["everything", "subjects", "kinds", "programmes", "corrections"]

GROUPS: Mapping[Group, str] = {
    "everything": noted("Everything"),
    "subjects": noted("By subject"),
    "kinds": noted("By kind"),
    "programmes": noted("By programme"),
    "corrections": noted("Corrections"),
}


@dataclass(frozen=True, slots=True)
class Ending:
    """That a feed is no more.

    :param instead: title and path of the page whose feed takes its place; None for none.
    """

    at: datetime
    instead: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed as people choose it.

    :param name: in addresses, such as `categories/media`.
    :param identity: in the permanent id; a programme's does not follow its slug.
    :param title: what it is called.
    :param holds: in a sentence.
    :param page: path of the page whose entries these are.
    :param posts: what stands in it, withdrawn posts among them.
    """

    group: Group
    name: str
    identity: str
    title: str
    holds: str
    page: str
    posts: Sequence[Item] = ()
    ending: Ending | None = None


def channels(desk: Desk) -> Iterator[Channel]:
    """Give every feed that one can follow, in the order in which a reader chooses."""
    return (channel for channel in every_channel(desk) if channel.ending is None)


def every_channel(desk: Desk) -> tuple[Channel, ...]:
    """Give every feed of an edition, those that have ended among them: they go on answering."""
    return desk.once(("channels", ""), lambda: tuple(_every_channel(desk)))


def _every_channel(desk: Desk) -> Iterator[Channel]:
    yield _everything(desk)
    yield from _subjects(desk)
    yield from _kinds(desk)
    yield from _programmes(desk)
    yield _corrections(desk)


def _everything(desk: Desk) -> Channel:
    return Channel(
        group="everything",
        name="all",
        identity="all",
        title=desk.gettext("All news"),
        holds=desk.gettext("Everything that this site publishes."),
        page=desk.addresses.home,
        posts=desk.shelf.all_posts,
    )


def _subjects(desk: Desk) -> Iterator[Channel]:
    posts: dict[str, list[Item]] = defaultdict(list)
    for item in desk.shelf.all_posts:
        for slug in dated(item).categories:
            posts[slug].append(item)
    for slug, category in desk.categories.items():
        yield Channel(
            group="subjects",
            name=f"categories/{slug}",
            identity=f"categories/{slug}",
            title=category.name,
            holds=category.description,
            page=desk.addresses.category(slug),
            posts=tuple(posts[slug]),
            ending=_ending_of_category(desk, slug),
        )


def _ending_of_category(desk: Desk, slug: str) -> Ending | None:
    ended = desk.vocabulary.categories[slug].ended
    if ended is None:
        return None
    if ended.replaced_by is None:
        return Ending(ended.at.at, None)
    instead = desk.categories[ended.replaced_by]
    return Ending(ended.at.at, (instead.name, desk.addresses.category(instead.slug)))


def _kinds(desk: Desk) -> Iterator[Channel]:
    posts: dict[str, list[Item]] = defaultdict(list)
    for item in desk.shelf.all_posts:
        posts[item.post.kind].append(item)
    for kind, (title, holds) in KINDS.items():
        yield Channel(
            group="kinds",
            name=f"types/{kind}",
            identity=f"types/{kind}",
            title=desk.gettext(title),
            holds=desk.gettext(holds),
            page=desk.addresses.kind(kind),
            posts=tuple(posts[kind]),
        )


def _programmes(desk: Desk) -> Iterator[Channel]:
    posts: dict[str, list[Item]] = defaultdict(list)
    for item in desk.shelf.all_posts:
        if programme := dated(item).programme:
            posts[programme].append(item)
    for item in desk.shelf.items:
        if isinstance(item.post, Programme):
            yield Channel(
                group="programmes",
                name=f"programmes/{item.slug}",
                identity=f"programmes/{item.post.id}",
                title=desk.title(item),
                holds=desk.summary(item),
                page=desk.path(item),
                posts=tuple(posts[item.post.id]),
                ending=_ending_of_programme(desk, item),
            )


def _ending_of_programme(desk: Desk, item: Item) -> Ending | None:
    gone = item.post.withdrawn
    if gone is None:
        return None
    other = desk.shelf.item(gone.replaced_by) if gone.replaced_by else None
    return Ending(gone.at.at, (desk.title(other), desk.path(other)) if other else None)


def _corrections(desk: Desk) -> Channel:
    return Channel(
        group="corrections",
        name="corrections",
        identity="corrections",
        title=desk.gettext("Corrections"),
        holds=desk.gettext("What was put right or withdrawn after it had been published."),
        page=desk.addresses.corrections,
    )
