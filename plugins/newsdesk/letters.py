"""Every “E-mail this article” of the finished site is opened again before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

from newsdesk.mail import check_mail_link
from newsdesk.outputs import Output
from newsdesk.problems import Problem, say
from newsdesk.views import ArticlePage, TextPage

LETTERS = 'a[href^="mailto:?"]'


def lost_letters(outputs: Mapping[str, Output]) -> Iterator[Problem]:
    """Decode the e-mail link of every page as a browser would, and compare it with its letter.

    :param outputs: the whole site, by path.
    """
    for output in outputs.values():
        if isinstance(output.page, ArticlePage | TextPage):
            yield from _check(output, output.page)


def _check(output: Output, page: ArticlePage | TextPage) -> Iterator[Problem]:
    links = LexborHTMLParser(output.data).css(LETTERS)
    place = page.source or page.path
    if not links:
        yield Problem(place, 0, say("the page cannot be e-mailed: its link is missing"))
    for link in links:
        message = check_mail_link(link.attributes.get("href") or "", page.letter)
        if message:
            yield Problem(place, 0, message)
