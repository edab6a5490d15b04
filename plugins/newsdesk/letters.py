"""Every “E-mail this article” of the finished site is opened again before it is written."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from newsdesk.mail import check_mail_link
from newsdesk.outputs import Output
from newsdesk.problems import Problem, say
from newsdesk.views import ArticlePage, TextPage

LETTERS = 'a[href^="mailto:?"]'


def lost_letters(output: Output) -> Iterator[Problem]:
    """Decode the e-mail link of a page as a browser would, and compare it with its letter."""
    page = output.page
    if not isinstance(page, ArticlePage | TextPage):
        return
    links = LexborHTMLParser(output.data).css(LETTERS)
    place = page.source or page.path
    if not links:
        yield Problem(place, 0, say("the page cannot be e-mailed: its link is missing"))
    for link in links:
        message = check_mail_link(link.attributes.get("href") or "", page.letter)
        if message:
            yield Problem(place, 0, message)
