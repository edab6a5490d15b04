"""Decides which things a page is about, and says how they belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias
from urllib.parse import urljoin

from newsdesk.structured_data.posts import post
from newsdesk.structured_data.thing import Thing, named, organisation_of, thing, words_of
from newsdesk.views import ArticlePage, HomePage, LanguagePage, Page, Site

Graph: TypeAlias = dict[str, object]


def structured_data(site: Site, page: Page) -> Graph | None:
    """Say what a page is about; None for a page without an address, such as 404."""
    if page.canonical is None:
        return None
    things = list(_things(site, page, page.canonical))
    return {"@context": "https://schema.org", "@graph": things} if things else None


def _things(site: Site, page: Page, address: str) -> Iterator[Thing]:
    if isinstance(page, HomePage | LanguagePage):
        yield _website(site, address)
        yield organisation_of(site, address)
    if isinstance(page, ArticlePage):
        yield post(site, page, address)
    if page.breadcrumbs:
        yield _breadcrumbs(page, address)


def _website(site: Site, address: str) -> Thing:
    return thing(
        "WebSite",
        name=site.name,
        url=address,
        inLanguage=site.lang,
        publisher=named("Organization", site.name),
    )


def _breadcrumbs(page: Page, address: str) -> Thing:
    """Give the way from the front page; its last step is the page itself, and leads nowhere."""
    steps = [(link.text, urljoin(address, link.address)) for link in page.breadcrumbs]
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing("ListItem", position=position, name=name, item=item)
            for position, (name, item) in enumerate([*steps, (words_of(page.heading), None)], 1)
        ],
    )
