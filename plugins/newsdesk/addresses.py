"""Where everything stands: `/<edition>/<kind>/<slug>/`, without dates and endings to regret."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_LEAF = 1


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

    def post(self, kind: str, slug: str) -> str:
        """Give the path of a post."""
        return f"{self.prefix}/{kind}/{slug}/"

    def invitation(self, post: str) -> str:
        """Give the path of the file that puts an event into a calendar.

        :param post: path of the event's page.
        """
        return f"{post}event.ics"

    @property
    def categories(self) -> str:
        """The path of the list of categories."""
        return f"{self.prefix}/categories/"

    def category(self, slug: str, leaf: int = FIRST_LEAF) -> str:
        """Give the path of one leaf of a category.

        Leaves after the first stand in a folder of their own, so that the second leaf of one
        category can never be taken for the first of another.
        """
        first = f"{self.categories}{slug}/"
        return first if leaf == FIRST_LEAF else f"{first}page/{leaf}/"

    @property
    def archive(self) -> str:
        """The path of the list of all posts."""
        return f"{self.prefix}/archive/"

    def feed(self, name: str, ending: str) -> str:
        """Give the path of a feed, such as `en/feeds/categories/media.atom`."""
        return f"{self.prefix}/feeds/{name}.{ending}"


def file_of(path: str) -> str:
    """Give the file that answers at a path: a folder answers with its index.html."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path
