"""What every page of an edition shares: names, menus, and the files that make its look."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale
from babel.core import get_global

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
        locale=locale_of(desk.edition.locale),
        home=addresses.link(addresses.home),
        menu=(*links(desk, desk.settings.menu), *_lists(desk), media),
        service_pages=(*links(desk, desk.settings.service_pages), feeds, corrections),
        media=media,
        feeds=feeds,
        stylesheet=addresses.link(assets.stylesheet.name),
        script=addresses.link(assets.script.name),
        icon=addresses.link(assets.icon.name),
        search=addresses.link(addresses.search),
        search_script=addresses.link(assets.search.name),
        logo=_logo(desk, assets),
    )


def _logo(desk: Desk, assets: Assets) -> views.Logo | None:
    if assets.logo is None:
        return None
    file, logo = assets.logo
    return views.Logo(desk.addresses.link(file.name), logo.width, logo.height)


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


def locale_of(name: str) -> str:
    """Name language and country of a locale; where it has none, the country that is most likely.

    :param name: as CLDR knows it, such as `sr_Cyrl`.
    """
    locale = Locale.parse(name)
    likely = get_global("likely_subtags")[locale.language]
    country = locale.territory or Locale.parse(likely).territory
    return f"{locale.language}_{country}"


def links(desk: Desk, identities: tuple[str, ...]) -> tuple[views.Link, ...]:
    """Give links to those of the items that the edition has."""
    return tuple(filter(None, map(desk.link_to, identities)))
