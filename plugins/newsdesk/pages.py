"""Every page that an edition has, as a view: nothing is decided later than here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from markupsafe import Markup

from newsdesk import views
from newsdesk.addresses import Addresses, file_of
from newsdesk.articles import article_pages
from newsdesk.assets import Assets
from newsdesk.desk import Desk
from newsdesk.frame import everyone, everywhere, home_crumb, page_title, where_it_is
from newsdesk.item import Item
from newsdesk.life import is_readable
from newsdesk.schema.posts import Page, Programme
from newsdesk.settings import Settings

NOT_FOUND = "404.html"


def site_view(desk: Desk, assets: Assets) -> views.Site:
    """Give what every page of the edition shares."""
    addresses = desk.addresses
    return views.Site(
        name=desk.site_name,
        tagline=desk.tagline,
        lang=desk.edition.key,
        home=addresses.link(addresses.home),
        menu=(
            *_links(desk, desk.settings.menu),
            views.Link(desk.gettext("Categories"), addresses.link(addresses.categories)),
            views.Link(desk.gettext("Archive"), addresses.link(addresses.archive)),
        ),
        service_pages=_links(desk, desk.settings.service_pages),
        stylesheet=addresses.link(assets.stylesheet.name),
        script=addresses.link(assets.script.name),
        icon=addresses.link(assets.icon.name),
    )


def _links(desk: Desk, identities: tuple[str, ...]) -> tuple[views.Link, ...]:
    items = (desk.shelf.item(identity) for identity in identities)
    return tuple(
        views.Link(desk.title(item), desk.addresses.link(desk.path(item))) for item in items if item
    )


def edition_pages(desk: Desk) -> Iterator[views.Page]:
    """Give every page of an edition."""
    yield home_page(desk)
    yield categories_page(desk)
    yield archive_page(desk)
    for slug in desk.categories:
        yield from category_pages(desk, slug)
    yield from article_pages(desk)
    for item in desk.shelf.items:
        if isinstance(item.post, Page):
            yield text_page(desk, item, item.post)
        elif isinstance(item.post, Programme):
            yield programme_page(desk, item)


def home_page(desk: Desk) -> views.HomePage:
    """Make the front page: the newest post, the ones before it, and the subjects."""
    newest = desk.teasers(desk.shelf.posts[: desk.settings.latest_length + 1])
    mission = _links(desk, desk.settings.menu[:1])
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


def categories_page(desk: Desk) -> views.CategoriesPage:
    """Make the list of all categories."""
    heading = desk.gettext("Categories")
    return views.CategoriesPage(
        path=file_of(desk.addresses.categories),
        template="categories.html",
        canonical=desk.addresses.absolute(desk.addresses.categories),
        title=page_title(desk, heading),
        heading=desk.line(heading),
        description=desk.gettext("Everything we write about, by subject."),
        editions=everywhere(desk, lambda addresses: addresses.categories),
        for_everyone=everyone(everywhere(desk, lambda addresses: addresses.categories)),
        feeds=desk.feeds_of_all,
        breadcrumbs=(home_crumb(desk),),
        categories=tuple(desk.categories.values()),
    )


def category_pages(desk: Desk, slug: str) -> Iterator[views.CategoryPage]:
    """Make every leaf of a category; one without posts has one empty leaf."""
    posts = desk.shelf.posts_of_category[slug]
    length = desk.settings.page_length
    leaves = max(1, -(-len(posts) // length))
    for leaf in range(1, leaves + 1):
        yield _category_page(desk, slug, posts[(leaf - 1) * length : leaf * length], (leaf, leaves))


def _category_page(
    desk: Desk, slug: str, posts: tuple[Item, ...], leaf_of: tuple[int, int]
) -> views.CategoryPage:
    category = desk.categories[slug]
    leaf, leaves = leaf_of

    def link(number: int) -> str | None:
        inside = 1 <= number <= leaves
        return desk.addresses.link(desk.addresses.category(slug, number)) if inside else None

    def place(addresses: Addresses) -> str:
        # Another edition may have fewer leaves; its first one is always there.
        return addresses.category(slug, leaf if addresses == desk.addresses else 1)

    editions = everywhere(desk, place)
    heading = category.name
    if leaf > 1:
        # Other editions may part their posts otherwise: no leaf of theirs is this one translated.
        editions = tuple(replace(link, canonical=None) for link in editions)
        heading = desk.gettext("%(category)s, page %(number)s") % {
            "category": category.name,
            "number": leaf,
        }
    path = desk.addresses.category(slug, leaf)
    return views.CategoryPage(
        path=file_of(path),
        template="category.html",
        canonical=desk.addresses.absolute(path),
        title=page_title(desk, heading),
        heading=desk.line(category.name),
        description=category.description,
        editions=editions,
        for_everyone=everyone(editions),
        feeds=category.feeds,
        breadcrumbs=(
            home_crumb(desk),
            views.Link(desk.gettext("Categories"), desk.addresses.link(desk.addresses.categories)),
        ),
        category=category,
        posts=desk.teasers(posts),
        leaf=leaf,
        leaves=leaves,
        newer=link(leaf - 1),
        older=link(leaf + 1),
    )


def archive_page(desk: Desk) -> views.ArchivePage:
    """Make the list of all posts by year."""
    heading = desk.gettext("Archive")
    years = groupby(desk.teasers(desk.shelf.posts), key=lambda teaser: teaser.year)
    return views.ArchivePage(
        path=file_of(desk.addresses.archive),
        template="archive.html",
        canonical=desk.addresses.absolute(desk.addresses.archive),
        title=page_title(desk, heading),
        heading=desk.line(heading),
        description=desk.gettext("Everything that this site has published, by year."),
        editions=everywhere(desk, lambda addresses: addresses.archive),
        for_everyone=everyone(everywhere(desk, lambda addresses: addresses.archive)),
        feeds=desk.feeds_of_all,
        breadcrumbs=(home_crumb(desk),),
        years=tuple((year, tuple(teasers)) for year, teasers in years),
    )


def text_page(desk: Desk, item: Item, post: Page) -> views.TextPage:
    """Make a page of the house, such as its mission."""
    years = post.timeline if is_readable(post) else ()
    timeline = tuple(desk.milestone(item, record) for record in years)
    return views.TextPage(**_standing_page(desk, item), template="text.html", timeline=timeline)


def programme_page(desk: Desk, item: Item) -> views.ProgrammePage:
    """Make the page of a part of the country programme, with its own posts."""
    posts = desk.shelf.posts_of_programme.get(item.post.id, ())
    return views.ProgrammePage(
        **_standing_page(desk, item),
        template="programme.html",
        timeline=(),
        posts=desk.teasers(posts),
    )


def _standing_page(desk: Desk, item: Item) -> dict[str, Any]:
    """Give what pages without a day have in common."""
    return {
        "path": file_of(desk.path(item)),
        "canonical": desk.addresses.absolute(desk.path(item)),
        "title": page_title(desk, desk.title(item)),
        "heading": desk.headline(item),
        "description": desk.summary(item),
        "editions": where_it_is(desk, item),
        "for_everyone": everyone(where_it_is(desk, item)),
        "feeds": desk.feeds_of_all,
        "breadcrumbs": (home_crumb(desk),),
        "source": item.source.path,
        "summary": desk.summary(item),
        "body": Markup(desk.body(item).html),  # noqa: S704 - set from Markdown by the desk
        "contacts": desk.contacts(item.post.contacts),
        "letter": desk.letter(item),
        "mail_link": desk.mail_link(item),
        "changes": desk.changes(item),
        "withdrawn": desk.withdrawal(item),
        "mark": desk.mark(item),
    }


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
        for_everyone=f"{settings.site_url}/",
        latest=tuple(
            (link, each.teasers(each.shelf.posts[:3]))
            for link, each in zip(editions, desks, strict=True)
        ),
    )
