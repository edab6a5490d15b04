"""The front page of an edition."""

from __future__ import annotations

from newsdesk import views
from newsdesk.addresses import file_of
from newsdesk.desk import Desk
from newsdesk.pages.frame import everywhere
from newsdesk.pages.site import links


def home_page(desk: Desk) -> views.HomePage:
    """Make the front page: the newest post, the ones before it, and the subjects."""
    newest = desk.teasers(desk.shelf.posts[: desk.settings.latest_length + 1])
    mission = links(desk, desk.settings.menu[:1])
    return views.HomePage(
        path=file_of(desk.addresses.home),
        template="home.html",
        canonical=desk.addresses.absolute(desk.addresses.home),
        title=desk.site_name,
        heading=desk.line(desk.site_name),
        description=desk.tagline,
        editions=everywhere(desk, lambda addresses: addresses.home),
        for_everyone=desk.addresses.absolute(""),
        feeds=desk.feeds_of_all,
        lead=newest[0] if newest else None,
        latest=newest[1:],
        categories=tuple(desk.categories.values()),
        mission=mission[0] if mission else None,
    )
