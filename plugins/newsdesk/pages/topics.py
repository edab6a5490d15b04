"""The list of topics, and the posts of each; a house without topics has no such pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages.frame import frame
from newsdesk.pages.leaves import Listing, by_year, leaf_pages


def topic_pages(desk: Desk) -> Iterator[views.Page]:
    """Make the list of topics and every leaf of each."""
    topics = desk.topics(desk.vocabulary.topics)
    if topics:
        yield topics_page(desk, topics)
    for slug, topic in zip(desk.vocabulary.topics, topics, strict=True):
        yield from posts_of_topic(desk, slug, topic)


def topics_page(desk: Desk, topics: tuple[views.Entry, ...]) -> views.IndexPage:
    """Make the list of all topics."""
    return views.IndexPage(
        **frame(
            desk,
            lambda addresses: addresses.topics,
            desk.gettext("Topics"),
            desk.gettext("Everything we write about, by narrower subject."),
        ),
        template="index.html",
        entries=topics,
        nothing="",
    )


def posts_of_topic(desk: Desk, slug: str, topic: views.Entry) -> Iterator[views.ListPage]:
    """Make every leaf of a topic."""
    words = {"topic": topic.text}
    listing = Listing(
        place=lambda addresses, leaf: addresses.topic(slug, leaf),
        heading=topic.text,
        description=desk.gettext("All posts on this topic: %(topic)s") % words,
        nothing=desk.gettext("Nothing has been published on this topic yet."),
        crumbs=(views.Link(desk.gettext("Topics"), desk.addresses.link(desk.addresses.topics)),),
    )
    return leaf_pages(desk, listing, by_year(desk.shelf.posts_of_topic[slug]))
