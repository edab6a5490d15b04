"""Reads a saved page of an old site: its text without what every page has around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsdesk.dates import as_typed
from newsdesk.importing.backgrounds import show_backgrounds
from newsdesk.importing.found import Found
from newsdesk.importing.furniture import words_of
from newsdesk.importing.layout import without_layout
from newsdesk.importing.letters import text_of
from newsdesk.importing.markup import markdown_of, soup_of
from newsdesk.problems import Message, say

# Where the text of a page is, the most exact first.
TEXTS = (
    "[itemprop=articleBody]", ".entry-content", ".post-content", ".article-body",
    ".article-content", ".field-name-body", ".node-content", "article", "main", "[role=main]",
    "#content", "#main-content", "#maincontent", "#main", ".content", "body",
)  # fmt: skip
# What is no text, wherever it stands.
UNREAD = (
    "script, style, noscript, template, head, form, button, input, select, textarea, svg, canvas, "
    "[hidden]"
)
# What the pages of a site have around their texts; within a text these are some of it.
AROUND = (
    f"{UNREAD}, nav, aside, footer, [role=navigation], [role=banner], [role=search], "
    "[role=complementary], [role=contentinfo], .breadcrumb, .breadcrumbs, "
    ".breadcrumb-trail, .share, .sharing, .social, .social-share, .sharedaddy, .addthis_toolbox, "
    ".jp-relatedposts, .related, .comments, #comments, .sidebar, #sidebar, .pager, .pagination, "
    ".post-navigation, .skip-link, .menu, #menu, #footer, .footer, body > header, #header"
)
FRAMES = "iframe,object,embed,video,audio"
# Words of something around a text that deserve a second look.
MANY_WORDS = 40
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
DATES = (
    "meta[property='article:published_time']", "meta[itemprop=datePublished]",
    "meta[name='dc.date.issued' i]", "meta[name='dcterms.issued' i]", "meta[name='dc.date' i]",
    "meta[name=date i]", "meta[name=pubdate i]", "time[pubdate]", "time[itemprop=datePublished]",
    "article time[datetime]", "time.entry-date",
)  # fmt: skip
RUBRICS = (
    "a[rel~=category], a[rel~=tag], meta[property='article:section'], meta[property='article:tag']"
)
# What stands between the title of a page and the name of its site.
DIVIDER = r"\s+[|»·–—-]\s+"
SITE_NAME = re.compile(rf"{DIVIDER}[^|»·–—]*$")


def read_page(origin: str, data: bytes, zone: ZoneInfo, address: str = "") -> Found:
    """Read a saved page.

    :param origin: the file as the person knows it; it is not opened.
    :param zone: the time zone of times that name none.
    :param address: where it stood on the old site, if it does not say so itself.
    :raises SiteError: when it is no text.
    """
    text = text_of(origin, data, is_html=True)
    page = LexborHTMLParser(text)
    title = _title(page)
    found = Found(
        origin=origin,
        body="",
        title=title,
        language=_attribute(page, "html", "lang") or _meta(page, "language"),
        date=_date(page, zone),
        publisher=_meta(page, "og:site_name"),
        address=_address(page, text) or address,
        summary=_meta(page, "description") or _meta(page, "og:description"),
        names=tuple(dict.fromkeys(_names(page))),
    )
    body, remarks = _text(page, title)
    return replace(found, title=_seen(page, body) or title, body=body, remarks=tuple(remarks))


def text_of_html(html: str) -> tuple[str, tuple[Message, ...]]:
    """Write a stretch of HTML that is nothing but a text as Markdown."""
    page = LexborHTMLParser(html)
    if page.root is None:
        return "", ()
    show_backgrounds(page, page.root)
    remarks = tuple(_without(UNREAD, page.root))
    return markdown_of(soup_of(page.html or "")), remarks


def _text(page: LexborHTMLParser, title: str) -> tuple[str, list[Message]]:
    node = _node_of_text(page)
    if node is None:
        return "", []
    show_backgrounds(page, node)
    remarks = list(_without(AROUND, node))
    for heading in node.css("h1"):
        if _words(heading) == title:
            heading.decompose()
            break
    soup = soup_of(node.html or "")
    without_layout(soup)
    return markdown_of(soup), remarks


def _node_of_text(page: LexborHTMLParser) -> LexborNode | None:
    """Give the part of a page that holds its text: one that there is only once."""
    for selector in TEXTS:
        found = page.css(selector)
        if len(found) == 1 and _words(found[0]):
            return found[0]
    return page.body


def _without(none_of_it: str, node: LexborNode) -> Iterator[Message]:
    """Take away what is none of the text, and tell of what may have been some."""
    for frame in node.css(FRAMES):
        source = frame.attributes.get("src") or frame.attributes.get("data") or frame.tag
        yield say("something that another site plays was left out: {source}", source=source)
        frame.decompose()
    for around in node.css(none_of_it):
        words = _words(around) if around.tag not in {"script", "style", "head"} else ""
        if words.count(" ") >= MANY_WORDS:
            yield say(
                "this was left out, for it stood beside the text: {words}", words=_short(words)
            )
        around.decompose()


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


SHOWN = 60


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def _title(page: LexborHTMLParser) -> str:
    """Give the title of a page: its only heading of the first level, or what it calls itself."""
    headings = [_words(heading) for heading in page.css("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    named = _meta(page, "og:title")
    title = page.css_first("title")
    return named or (SITE_NAME.sub("", _words(title)) if title else "")


def _seen(page: LexborHTMLParser, body: str) -> str:
    """Give the line above a text, when the page calls itself so before or behind other names."""
    title = page.css_first("title")
    line = next(filter(None, map(words_of, body.split("\n\n"))), "")
    if not line or title is None or page.css_first("h1"):
        return ""
    name = re.escape(line)
    return line if re.fullmatch(rf"{name}{DIVIDER}.*|.*{DIVIDER}{name}", _words(title)) else ""


def _address(page: LexborHTMLParser, text: str) -> str:
    """Give the address of a page on the old site, as far as it says it itself."""
    saved = SAVED_FROM.search(text[:2000])
    told = (
        _attribute(page, "link[rel=canonical]", "href"),
        _meta(page, "og:url"),
        saved[1] if saved else "",
    )
    return next((each for each in told if each.startswith(("http://", "https://"))), "")


def _date(page: LexborHTMLParser, zone: ZoneInfo) -> str:
    for selector in DATES:
        node = page.css_first(selector)
        if node:
            typed = node.attributes.get("content") or node.attributes.get("datetime") or ""
            date = as_typed(typed, zone)
            if date:
                return date
    return as_typed(_date_for_programs(page), zone) or ""


def _date_for_programs(page: LexborHTMLParser) -> str:
    """Read the date out of what a page tells search engines (JSON-LD)."""
    for node in page.css("script[type='application/ld+json']"):
        try:
            told = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        if isinstance(told, Mapping) and isinstance(told.get("datePublished"), str):
            return str(told["datePublished"])
    return ""


def _names(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css(RUBRICS):
        name = node.attributes.get("content") or _words(node)
        if name:
            yield name


def _meta(page: LexborHTMLParser, name: str) -> str:
    selector = f"meta[name='{name}' i], meta[property='{name}']"
    return _attribute(page, selector, "content")


def _attribute(page: LexborHTMLParser, selector: str, name: str) -> str:
    node = page.css_first(selector)
    value = node.attributes.get(name) if node else None
    return " ".join((value or "").split())
