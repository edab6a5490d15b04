"""The life of a post: draft, scheduled, published, corrected, withdrawn."""

from __future__ import annotations

from datetime import datetime, time
from typing import Literal

from newsdesk.schema.posts import DatedPost, Event, Post

Standing = Literal["draft", "scheduled", "published", "withdrawn"]

# For these reasons a text is withdrawn, but may still be read below the notice.
STAYS_READABLE = ("outdated",)

END_OF_DAY = time(23, 59, 59)


def opens_at(post: Post) -> datetime | None:
    """Give the time before which nothing of a post is public, or None when there is none.

    A day in the future holds a post back just as `publish_at` does: whoever dates a release
    ahead means it to come out then.
    """
    times = [post.publish_at.at] if post.publish_at else []
    if isinstance(post, DatedPost):
        times.append(post.date.at)
    return max(times, default=None)


def standing(post: Post, now: datetime) -> Standing:
    """Tell where a post is in its life.

    :param now: the time of the build.
    """
    if post.status == "draft":
        return "draft"
    opens = opens_at(post)
    if opens is not None and opens > now:
        return "scheduled"
    return post.status


def is_public(post: Post, now: datetime) -> bool:
    """Tell whether anything of a post may be shown: its text, or the notice in its place."""
    return standing(post, now) in {"published", "withdrawn"}


def is_readable(post: Post) -> bool:
    """Tell whether the text is shown; of most withdrawn posts the notice alone remains."""
    return post.withdrawn is None or post.withdrawn.reason in STAYS_READABLE


def updated(post: DatedPost) -> datetime:
    """Give the time of the last change that readers of feeds are told of: only major ones count."""
    major = [change.at.at for change in post.changes if change.level == "major"]
    opens = opens_at(post) or post.date.at
    return max([opens, *major])


def last_changed(post: Post) -> datetime | None:
    """Give the time of the last change of any weight, withdrawal among them; None when unknown."""
    changes = [change.at.at for change in post.changes]
    gone = [post.withdrawn.at.at] if post.withdrawn else []
    opens = opens_at(post)
    return max([*changes, *gone, *([opens] if opens else [])], default=None)


def last_moment(event: Event) -> datetime:
    """Give the moment at which an event ends; without an hour, it lasts to the end of its day."""
    if event.ends and event.ends.has_time:
        return event.ends.at
    last = (event.ends or event.starts).at
    return datetime.combine(last, END_OF_DAY, last.tzinfo)
