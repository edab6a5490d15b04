"""Gives every event of an edition its file for calendars, and all of them one to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from newsdesk.dates import Moment
from newsdesk.desk import Desk
from newsdesk.feeds import Authority
from newsdesk.invitations import Invitation, calendar_feed, calendar_file
from newsdesk.item import Item
from newsdesk.life import is_readable, last_changed, updated
from newsdesk.outputs import Output
from newsdesk.schema.posts import Event


def edition_invitations(desk: Desk) -> Iterator[Output]:
    """Give the files of all events, those that were called off among them, and their calendar."""
    invitations = {
        desk.addresses.invitation(desk.path(item)): _invitation(desk, item, item.post)
        for item in desk.shelf.all_posts
        if isinstance(item.post, Event)
    }
    for path, invitation in invitations.items():
        yield Output(path, calendar_file(invitation))
    name = f"{desk.site_name}: {desk.gettext('Events')}"
    path = desk.addresses.calendar
    yield Output(path, calendar_feed(name, desk.addresses.absolute(path), invitations.values()))


def _invitation(desk: Desk, item: Item, post: Event) -> Invitation:
    authority = Authority.read(desk.settings.id_authority)
    starts, ends = _times(post)
    gone, notice = post.withdrawn, desk.withdrawal(item)
    return Invitation(
        id=f"{post.id}.{desk.edition.key}@{authority.domain}",
        title=desk.title(item),
        summary=notice.explanation if notice and not is_readable(post) else desk.summary(item),
        starts=starts,
        ends=ends,
        place=desk.say(item, post.venue),
        address=desk.addresses.absolute(desk.path(item)),
        changed=gone.at.at if gone else updated(post),
        touched=last_changed(post) or post.date.at,
        revision=len(post.changes) + (gone is not None),
        is_cancelled=gone is not None,
    )


def _times(post: Event) -> tuple[Moment, Moment | None]:
    """Give start and end with hours for both or for none, for a calendar takes nothing else.

    A day that lacks its hours where the other has them is the whole day.
    """
    starts, ends = post.starts, post.ends
    if ends is None or starts.has_time == ends.has_time:
        return starts, ends
    if starts.has_time:
        return starts, Moment(ends.at + timedelta(days=1), has_time=True)
    return Moment(starts.at, has_time=True), ends
