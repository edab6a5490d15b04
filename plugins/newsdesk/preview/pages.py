"""Makes the few pages that the preview itself shows, and adds its script to those of the site."""

from __future__ import annotations

from html import escape
from importlib import resources

from newsdesk.preview.bulletin import Bulletin
from newsdesk.preview.events import notice
from newsdesk.preview.voice import Voice
from newsdesk.problems import Message, say

OWN_ADDRESSES = "/_preview/"
EVENTS = "/_preview/events"
OWN_FILES = ("preview.css", "reload.js")

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{heading}</title>
<link rel="stylesheet" href="/_preview/preview.css">
</head>
<body>
<main>
<h1>{heading}</h1>
<ul>{items}</ul>
</main>
</body>
</html>
"""


def own_file(name: str) -> bytes:
    """Read the preview's own script or style sheet."""
    return resources.files(__package__).joinpath(name).read_bytes()


def with_script(page: bytes, page_stamp: str) -> bytes:
    """Put the script that reloads before the page's `</body>`, or at the end of a page without.

    :param page_stamp: names the state of the site that the page was made from.
    """
    tag = f'<script src="/_preview/reload.js" data-page="{escape(page_stamp)}"></script>\n'
    end = page.lower().rfind(b"</body>")
    end = len(page) if end < 0 else end
    return page[:end] + tag.encode() + page[end:]


def bulletin_page(bulletin: Bulletin, voice: Voice) -> bytes:
    """Make the page that stands for all others as long as no build has succeeded."""
    heading = bulletin.heading or say("The site was built.")
    notices = (notice(problem, voice) for problem in bulletin.problems)
    return _page(heading, "".join(_item(**texts) for texts in notices), voice)


def missing_page(address: str, voice: Voice) -> bytes:
    """Make the page for an address that is not there, for a site that has none of its own."""
    return _page(say("There is no page at {address}", address=address), "", voice)


def _page(heading: Message, items: str, voice: Voice) -> bytes:
    words = escape(voice.words(heading))
    return _PAGE.format(lang=escape(voice.language), heading=words, items=items).encode(
        errors="xmlcharrefreplace"  # a file name need not be text everywhere
    )


def _item(place: str, message: str, hint: str) -> str:
    shown = f"<code>{escape(place)}</code><p>{escape(message)}</p>"
    return f"<li>{shown}<p>{escape(hint)}</p></li>" if hint else f"<li>{shown}</li>"
