"""The list of each kind of posts: all press releases, all events, and so on."""

from __future__ import annotations

from functools import partial

from newsdesk.desk import Desk
from newsdesk.pages.calendar import by_coming
from newsdesk.pages.leaves import Listing, by_year
from newsdesk.schema.posts import Event
from newsdesk.words import noted

# What the posts of a kind are called together, and what a reader finds among them.
KINDS = {
    "news": (
        noted("News reports"),
        noted("What happens for children in Serbia, and what we do about it."),
    ),
    "press-releases": (
        noted("Press releases"),
        noted("What we tell the media, with whom to ask."),
    ),
    "statements": (noted("Statements"), noted("What UNICEF in Serbia says, in its own words.")),
    "stories": (
        noted("Stories"),
        noted("How children and families live, and what has changed for them."),
    ),
    "events": (noted("Events"), noted("Where to meet us, and what has taken place.")),
    "publications": (noted("Publications"), noted("Reports, studies and guides to take away.")),
}


def kind_list(desk: Desk, kind: str) -> Listing:
    """Describe the list of a kind of posts, such as all press releases."""
    heading, description = map(desk.gettext, KINDS[kind])
    of_events = kind == Event.kind
    return Listing(
        posts=desk.shelf.events if of_events else desk.shelf.posts_of_kind.row(kind),
        placed=partial(by_coming, desk) if of_events else by_year,
        place=lambda addresses, leaf: addresses.kind(kind, leaf),
        heading=heading,
        description=description,
        nothing=desk.gettext("Nothing has been published here yet."),
        feeds=desk.feed_links(f"types/{kind}", heading),
        follow=desk.gettext("Follow this list:"),
    )
