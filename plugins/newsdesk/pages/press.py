"""The pages of the press room: where journalists begin, every feed, every correction."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.item import Item
from newsdesk.pages.frame import frame
from newsdesk.pages.kinds import KINDS
from newsdesk.press.channels import GROUPS, Channel, channels
from newsdesk.press.corrections import Correction, corrections
from newsdesk.schema.posts import PressRelease, Statement

# The kinds of posts that are meant for the media before all others.
FOR_THE_MEDIA = (PressRelease.kind, Statement.kind)
LATEST = 5


def media_centre_page(desk: Desk) -> views.MediaCentrePage:
    """Make the page where journalists begin."""
    newest = (item for item in desk.shelf.posts if item.post.kind in FOR_THE_MEDIA)
    vocabulary = desk.vocabulary
    around = frame(
        desk,
        lambda addresses: addresses.media_centre,
        desk.gettext("Media centre"),
        desk.gettext("For journalists: our releases, whom to ask, and what helps with reporting."),
    )
    around["feeds"] = desk.feed_links(f"types/{PressRelease.kind}", desk.gettext("Press releases"))
    return views.MediaCentrePage(
        **around,
        template="media_centre.html",
        latest=desk.teasers(islice(newest, LATEST)),
        kinds=tuple(_list_of(desk, kind) for kind in FOR_THE_MEDIA),
        contacts=desk.contacts(vocabulary.contacts),
        spokespeople=desk.spokespeople,
        guides=tuple(_guides(desk)),
        boilerplate=desk.boilerplate(vocabulary.boilerplate),
    )


def _list_of(desk: Desk, kind: str) -> views.Link:
    return views.Link(desk.gettext(KINDS[kind][0]), desk.addresses.link(desk.addresses.kind(kind)))


def _guides(desk: Desk) -> Iterator[views.Entry]:
    for item in filter(None, map(desk.shelf.item, desk.settings.media_pages)):
        yield views.Entry(desk.title(item), _link(desk, item), desk.summary(item))


def feeds_page(desk: Desk) -> views.FeedsPage:
    """Make the page that names every feed, and says what one does with it."""
    groups = groupby(channels(desk), key=lambda channel: channel.group)
    return views.FeedsPage(
        **frame(
            desk,
            lambda addresses: addresses.feeds,
            desk.gettext("Feeds"),
            desk.gettext("Let our news come to you, as soon as we publish it."),
        ),
        template="feeds.html",
        groups=tuple(
            views.FeedGroup(
                desk.gettext(GROUPS[group]), tuple(_choice(desk, channel) for channel in chosen)
            )
            for group, chosen in groups
        ),
        outline=desk.addresses.link(desk.addresses.outline),
        calendar=desk.addresses.absolute(desk.addresses.calendar),
    )


def _choice(desk: Desk, channel: Channel) -> views.FeedChoice:
    return views.FeedChoice(
        title=channel.title,
        holds=channel.holds,
        page=desk.addresses.link(channel.page),
        address=desk.addresses.absolute(desk.addresses.feed(channel.name, "atom")),
        links=desk.feed_links(channel.name, channel.title),
    )


def corrections_page(desk: Desk) -> views.CorrectionsPage:
    """Make the list of all corrections and withdrawals."""
    heading = desk.gettext("Corrections")
    around = frame(
        desk,
        lambda addresses: addresses.corrections,
        heading,
        desk.gettext("What was put right or withdrawn after it had been published."),
    )
    around["feeds"] = desk.feed_links("corrections", heading)
    return views.CorrectionsPage(
        **around,
        template="corrections.html",
        corrections=tuple(_correction(desk, each) for each in corrections(desk)),
    )


def _correction(desk: Desk, correction: Correction) -> views.Correction:
    item = correction.item
    day = desk.day(correction.at)
    return views.Correction(
        desk.headline(item), _link(desk, item), day, correction.note, correction.is_withdrawal
    )


def _link(desk: Desk, item: Item) -> str:
    return desk.addresses.link(desk.path(item))
