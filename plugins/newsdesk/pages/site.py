"""What every page of an edition shares: names, menus, and the files that make its look."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk import views
from newsdesk.assets import Assets
from newsdesk.desk import Desk
from newsdesk.schema.posts import Event, Programme, Publication


def site_view(desk: Desk, assets: Assets) -> views.Site:
    """Give what every page of the edition shares."""
    addresses = desk.addresses
    media = views.Link(desk.gettext("Media centre"), addresses.link(addresses.media_centre))
    feeds = views.Link(desk.gettext("Feeds"), addresses.link(addresses.feeds))
    corrections = views.Link(desk.gettext("Corrections"), addresses.link(addresses.corrections))
    return views.Site(
        name=desk.site_name,
        tagline=desk.tagline,
        lang=desk.edition.key,
        home=addresses.link(addresses.home),
        menu=(*links(desk, desk.settings.menu), *_lists(desk), media),
        service_pages=(*links(desk, desk.settings.service_pages), feeds, corrections),
        media=media,
        feeds=feeds,
        stylesheet=addresses.link(assets.stylesheet.name),
        script=addresses.link(assets.script.name),
        icon=addresses.link(assets.icon.name),
    )


def _lists(desk: Desk) -> Iterator[views.Link]:
    """Give the lists that the menu names; of those that may be empty, the ones that are not."""
    addresses = desk.addresses
    kinds = {item.post.kind for item in desk.shelf.items}
    if Programme.kind in kinds:
        yield views.Link(desk.gettext("Programmes"), addresses.link(addresses.kind(Programme.kind)))
    yield views.Link(desk.gettext("Categories"), addresses.link(addresses.categories))
    for kind, name in ((Event.kind, "Events"), (Publication.kind, "Publications")):
        if kind in kinds:
            yield views.Link(desk.gettext(name), addresses.link(addresses.kind(kind)))
    yield views.Link(desk.gettext("Archive"), addresses.link(addresses.archive))


def links(desk: Desk, identities: tuple[str, ...]) -> tuple[views.Link, ...]:
    """Give links to those of the items that the edition has."""
    return tuple(filter(None, map(desk.link_to, identities)))
