"""What every page of an edition shares: names, menus, and the files that make its look."""

from __future__ import annotations

from newsdesk import views
from newsdesk.assets import Assets
from newsdesk.desk import Desk


def site_view(desk: Desk, assets: Assets) -> views.Site:
    """Give what every page of the edition shares."""
    addresses = desk.addresses
    return views.Site(
        name=desk.site_name,
        tagline=desk.tagline,
        lang=desk.edition.key,
        home=addresses.link(addresses.home),
        menu=(
            *links(desk, desk.settings.menu),
            views.Link(desk.gettext("Categories"), addresses.link(addresses.categories)),
            views.Link(desk.gettext("Archive"), addresses.link(addresses.archive)),
        ),
        service_pages=links(desk, desk.settings.service_pages),
        stylesheet=addresses.link(assets.stylesheet.name),
        script=addresses.link(assets.script.name),
        icon=addresses.link(assets.icon.name),
    )


def links(desk: Desk, identities: tuple[str, ...]) -> tuple[views.Link, ...]:
    """Give links to those of the items that the edition has."""
    return tuple(filter(None, map(desk.link_to, identities)))
