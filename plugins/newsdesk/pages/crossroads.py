"""The pages that stand above the editions: choose a language; nothing is at this address."""

from __future__ import annotations

from dataclasses import replace

from newsdesk import views
from newsdesk.addresses import file_of
from newsdesk.desk import Desk
from newsdesk.illustrations import image_of_the_house
from newsdesk.pages.frame import everywhere, page_title
from newsdesk.settings import Settings

NOT_FOUND = "404.html"


def not_found_page(desk: Desk) -> views.NotFoundPage:
    """Make what a reader sees where nothing is."""
    heading = desk.gettext("There is no page at this address")
    return views.NotFoundPage(
        path=NOT_FOUND,
        template="not_found.html",
        canonical=None,
        title=page_title(desk, heading),
        heading=desk.line(heading),
        description=heading,
        editions=everywhere(desk, lambda addresses: addresses.home),
        latest=desk.teasers(desk.shelf.posts[:5]),
    )


def language_page(settings: Settings, desks: tuple[Desk, ...]) -> views.LanguagePage:
    """Make the root of the site, where a reader chooses a language."""
    desk = desks[0]
    homes = everywhere(desk, lambda addresses: addresses.home)
    editions = tuple(replace(link, current=False) for link in homes)
    return views.LanguagePage(
        path=file_of(""),
        template="language.html",
        canonical=f"{settings.site_url}/",
        title=desk.site_name,
        heading=desk.line(desk.site_name),
        description=desk.tagline,
        editions=editions,
        image=image_of_the_house(desk),
        for_everyone=f"{settings.site_url}/",
        latest=tuple(
            (link, each.teasers(each.shelf.posts[:3]))
            for link, each in zip(editions, desks, strict=True)
        ),
    )
