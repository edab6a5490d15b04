"""Puts a small page at each old address, for servers that know no rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote

from newsdesk.outputs import Output
from newsdesk.redirects import Redirect
from newsdesk.serving.location import location

# The endings of old pages; a page could not stand in the place of a feed or a picture.
OF_PAGES = ("", ".html", ".htm", ".php", ".asp", ".aspx")
PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{new}</title>
<link rel="canonical" href="{new}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={new}">
<p><a href="{new}">{new}</a></p>
</html>
"""


def signposts(redirects: Iterable[Redirect], site_url: str) -> Iterator[Output]:
    """Give the page of each old address that has a new one.

    :param site_url: where the site stands on line, without a slash at its end.
    """
    for each in redirects:
        if each.new is not None and _ending(each.old) in OF_PAGES:
            new = escape(site_url + location(each.new))
            yield Output(file_of_old(each.old), PAGE.format(new=new).encode())


def file_of_old(old: str) -> str:
    """Give the file that a server looks for, once it has read what an address writes as %D0."""
    path = unquote(old).removeprefix("/")
    if path.lower().endswith((".html", ".htm")) or _ending(path) not in OF_PAGES:
        return path
    return f"{path.removesuffix('/')}/index.html"


def _ending(path: str) -> str:
    """Give the ending of a page; some old sites put the number of a visit behind it, as ;x=1."""
    return PurePosixPath(path.partition(";")[0]).suffix.lower()
