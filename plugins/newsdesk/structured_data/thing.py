"""One thing in the words of schema.org: its type, and what is known of it."""

from __future__ import annotations

from typing import TypeAlias
from urllib.parse import urljoin

from markupsafe import Markup

from newsdesk.views import Organisation, Person, Site

Thing: TypeAlias = dict[str, object]


def thing(kind: str, **known: object) -> Thing:
    """Describe a thing; what is not known, or empty, is left out.

    :param kind: its type, such as `NewsArticle`.
    """
    facts = {name: value for name, value in known.items() if value not in (None, "", [])}
    return {"@type": kind, **facts}


def words_of(text: Markup) -> str:
    """Give the words of a line that was set in type, without its tags and special spaces."""
    return " ".join(text.striptags().split())


def named(kind: str, name: str) -> Thing:
    """Describe a thing of which only the name is told."""
    return thing(kind, name=name)


def person(view: Person) -> Thing:
    """Describe somebody who writes or speaks."""
    work = named("Organization", view.organisation) if view.organisation else None
    return thing("Person", name=view.name, jobTitle=view.role, affiliation=work)


def organisation(view: Organisation) -> Thing:
    """Describe a body that organised or supported something."""
    return thing("Organization", name=view.name, alternateName=view.short, url=view.url)


def organisation_of(site: Site, address: str) -> Thing:
    """Describe who publishes the site.

    :param address: of the page on which that is said, absolute.
    """
    logo = urljoin(address, site.logo.address) if site.logo else None
    return thing("Organization", name=site.name, url=urljoin(address, site.home), logo=logo)
