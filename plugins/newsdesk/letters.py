"""Every “E-mail this article” of the finished site is opened again before it is written."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.mail import check_mail_link
from newsdesk.outputs import Output
from newsdesk.problems import Problem, say
from newsdesk.views import ArticlePage, TextPage

# So the address of a letter begins that names nobody yet.
LETTERS = "mailto:?"


def lost_letters(output: Output) -> Iterator[Problem]:
    """Decode the e-mail link of a page as a browser would, and compare it with its letter."""
    page = output.page
    if not isinstance(page, ArticlePage | TextPage):
        return
    links = [each for each in output.anchors.pointers if each.startswith(LETTERS)]
    place = page.source or page.path
    if not links:
        yield Problem(place, 0, say("the page cannot be e-mailed: its link is missing"))
    for link in links:
        message = check_mail_link(link, page.letter)
        if message:
            yield Problem(place, 0, message)
