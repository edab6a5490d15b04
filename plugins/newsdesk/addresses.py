"""Where everything stands: `/<edition>/<kind>/<slug>/`, without dates and endings to regret."""

from __future__ import annotations

from dataclasses import dataclass

# The leaf of a list that one comes to first; the others are numbered from the oldest post on.
FRONT_LEAF = 0


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one edition.

    :param site_url: where the site stands on line, without a slash at its end.
    :param base: the path below which the site stands; empty at the root of a host.
    :param prefix: the first part of the edition's addresses.
    """

    site_url: str
    base: str
    prefix: str

    def link(self, path: str) -> str:
        """Give the address to put into a page, for a path below the site's root."""
        return f"{self.base}/{path}"

    def absolute(self, path: str) -> str:
        """Give the address as the whole world knows it."""
        return f"{self.site_url}/{path}"

    @property
    def home(self) -> str:
        """The path of the edition's front page."""
        return f"{self.prefix}/"

    def post(self, kind: str, slug: str, leaf: int = FRONT_LEAF) -> str:
        """Give the path of a post, or of a further leaf of the list that stands on its page."""
        return _leaf(f"{self.prefix}/{kind}/{slug}/", leaf)

    def kind(self, kind: str, leaf: int = FRONT_LEAF) -> str:
        """Give the path of the list of all posts of a kind, such as `en/events/`."""
        return _leaf(f"{self.prefix}/{kind}/", leaf)

    def press_kit(self, kind: str, slug: str) -> str:
        """Give the path of the press kit of a post, which all editions share."""
        return f"press-kits/{kind}/{slug}.zip"

    def invitation(self, post: str) -> str:
        """Give the path of the file that puts an event into a calendar.

        :param post: path of the event's page.
        """
        return f"{post}event.ics"

    @property
    def categories(self) -> str:
        """The path of the list of categories."""
        return f"{self.prefix}/categories/"

    def category(self, slug: str, leaf: int = FRONT_LEAF) -> str:
        """Give the path of one leaf of a category."""
        return _leaf(f"{self.categories}{slug}/", leaf)

    @property
    def topics(self) -> str:
        """The path of the list of topics."""
        return f"{self.prefix}/topics/"

    def topic(self, slug: str, leaf: int = FRONT_LEAF) -> str:
        """Give the path of one leaf of a topic."""
        return _leaf(f"{self.topics}{slug}/", leaf)

    @property
    def archive(self) -> str:
        """The path of the way into all posts."""
        return f"{self.prefix}/archive/"

    def year(self, year: int, leaf: int = FRONT_LEAF) -> str:
        """Give the path of one leaf of the posts of a year."""
        return _leaf(f"{self.archive}{year}/", leaf)

    @property
    def search(self) -> str:
        """The path of the page on which readers search the edition."""
        return f"{self.prefix}/search/"

    def search_part(self, year: int | None) -> str:
        """Give the path of the folder that holds a part of the search index.

        :param year: the one whose posts it holds; None for that of the pages without a day.
        """
        return f"{self.search}{year or 'pages'}/"

    @property
    def corrections(self) -> str:
        """The path of the list of all corrections."""
        return f"{self.prefix}/corrections/"

    @property
    def media_centre(self) -> str:
        """The path of the page where journalists begin."""
        return f"{self.prefix}/media-centre/"

    @property
    def feeds(self) -> str:
        """The path of the page that names every feed."""
        return f"{self.prefix}/feeds/"

    @property
    def outline(self) -> str:
        """The path of the list of feeds that programs read (OPML)."""
        return f"{self.feeds}feeds.opml"

    @property
    def calendar(self) -> str:
        """The path of the calendar of all events, to which calendars subscribe."""
        return f"{self.feeds}events.ics"

    def feed(self, name: str, ending: str) -> str:
        """Give the path of a feed, such as `en/feeds/categories/media.atom`."""
        return f"{self.feeds}{name}.{ending}"


def _leaf(first: str, leaf: int) -> str:
    """Give the path of one leaf of a list.

    Leaves beside the front one stand in a folder of their own, so that a leaf of one list can never
    be taken for another list.
    """
    return first if leaf == FRONT_LEAF else f"{first}page/{leaf}/"


def file_of(path: str) -> str:
    """Give the file that answers at a path: a folder answers with its index.html."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path
