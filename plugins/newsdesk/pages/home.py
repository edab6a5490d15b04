"""The front page of an edition."""

from __future__ import annotations

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.illustrations import lead_teaser
from newsdesk.pages.calendar import coming_events
from newsdesk.pages.frame import frame
from newsdesk.pages.house import programmes
from newsdesk.pages.site import links
from newsdesk.schema.posts import PressRelease

EVENTS_LENGTH = 3


def home_page(desk: Desk) -> views.HomePage:
    """Make the front page: the newest post, the ones before it, our work, and what comes next."""
    around = frame(desk, lambda addresses: addresses.home, desk.site_name, desk.tagline)
    around["title"] = desk.site_name
    around["for_everyone"] = desk.addresses.absolute("")
    around["breadcrumbs"] = ()
    newest = desk.teasers(desk.shelf.posts[: desk.settings.latest_length + 1])
    releases = desk.teasers(desk.shelf.posts_of_kind.get(PressRelease.kind, ())[:1])
    return views.HomePage(
        **around,
        template="home.html",
        lead=lead_teaser(desk, desk.shelf.posts[0]) if newest else None,
        latest=newest[1:],
        categories=desk.standing_categories,
        mission=next(iter(links(desk, desk.settings.menu[:1])), None),
        programmes=programmes(desk),
        events=desk.teasers(coming_events(desk)[:EVENTS_LENGTH]),
        release=next(iter(releases), None),
    )
