"""The list of topics, and the posts of each; a house without topics has no such pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.pages.frame import frame
from newsdesk.pages.leaves import Listing


def topics_pages(desk: Desk) -> Iterator[views.IndexPage]:
    """Make the list of topics, where there are any."""
    if desk.vocabulary.topics:
        yield topics_page(desk)


def topics_page(desk: Desk) -> views.IndexPage:
    """Make the list of all topics."""
    return views.IndexPage(
        **frame(
            desk,
            lambda addresses: addresses.topics,
            desk.gettext("Topics"),
            desk.gettext("Everything we write about, by narrower subject."),
        ),
        template="index.html",
        entries=desk.topics,
        nothing="",
    )


def topic_list(desk: Desk, slug: str) -> Listing:
    """Describe the list of the posts on a topic."""
    topic = desk.topic(slug)
    words = {"topic": topic.text}
    return Listing(
        posts=desk.shelf.posts_of_topic[slug],
        place=lambda addresses, leaf: addresses.topic(slug, leaf),
        heading=topic.text,
        description=desk.gettext("All posts on this topic: %(topic)s") % words,
        nothing=desk.gettext("Nothing has been published on this topic yet."),
        crumbs=(views.Link(desk.gettext("Topics"), desk.addresses.link(desk.addresses.topics)),),
    )
