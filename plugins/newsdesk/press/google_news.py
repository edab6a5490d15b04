"""Tells Google News what has appeared in the last two days, and nothing older.

The format is Google's; a reader of feeds needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from lxml import etree

from newsdesk.desk import Desk
from newsdesk.feeds.elements import legal, rfc3339
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.life import opens_at
from newsdesk.outputs import Output
from newsdesk.schema.posts import News, PressRelease, Statement, Story
from newsdesk.shelf import dated

FILE = "sitemap-news.xml"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
# Google takes articles, no calendars and no documents.
ARTICLES = (News, PressRelease, Statement, Story)
AGE = timedelta(days=2)
MOST = 1000  # in one file


def news_sitemap(desks: Iterable[Desk], most: int = MOST) -> Output:
    """Give the articles of all editions that opened within two days before the build, newest first.

    :param most: how many are named.
    """
    fresh = [(opened, desk, item) for desk in desks for opened, item in _fresh(desk)]
    fresh.sort(key=lambda each: (-each[0].timestamp(), each[2].post.id, each[1].edition.key))
    # The types of lxml do not know that None names the default namespace.
    namespaces: dict[str | None, str] = {None: SITEMAP, "news": NEWS}
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=namespaces)  # type: ignore[arg-type]
    for opened, desk, item in fresh[:most]:
        url = etree.SubElement(root, f"{{{SITEMAP}}}url")
        address = desk.addresses.absolute(desk.path(item))
        etree.SubElement(url, f"{{{SITEMAP}}}loc").text = address
        news = etree.SubElement(url, f"{{{NEWS}}}news")
        publication = etree.SubElement(news, f"{{{NEWS}}}publication")
        etree.SubElement(publication, f"{{{NEWS}}}name").text = desk.site_name
        # Google knows languages, but not the two scripts of Serbian.
        etree.SubElement(publication, f"{{{NEWS}}}language").text = language_of(desk.edition.key)
        etree.SubElement(news, f"{{{NEWS}}}publication_date").text = rfc3339(opened)
        etree.SubElement(news, f"{{{NEWS}}}title").text = legal(desk.title(item))
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return Output(FILE, data)


def _fresh(desk: Desk) -> Iterator[tuple[datetime, Item]]:
    """Give what is new; what comes out of the archive was news when it was published first."""
    now = desk.settings.now
    for item in desk.shelf.posts:
        post = dated(item)
        opened = opens_at(post) or post.date.at
        is_news = isinstance(post, ARTICLES) and post.original is None
        if is_news and now - AGE <= opened <= now:
            yield opened, item
