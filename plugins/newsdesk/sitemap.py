"""Tells search engines which pages there are, in which languages, and when they last changed.

Formats: sitemaps.org 0.9, and the Robots Exclusion Protocol (RFC 9309).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from lxml import etree
from lxml.etree import _Element as Element

from newsdesk.catalogue import Catalogue
from newsdesk.life import updated
from newsdesk.outputs import Output
from newsdesk.schema.posts import DatedPost
from newsdesk.views import Particulars

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
FILE = "sitemap.xml"
ROBOTS = "robots.txt"
FOR_EVERYONE = "x-default"
LONGEST = 50_000  # addresses that one sitemap may hold


def last_changes(catalogue: Catalogue) -> dict[str, datetime]:
    """Give the time of the last change of each post that has a day, by its file in content/.

    It is the last one that matters to readers: a major correction, or the withdrawal.
    """
    return {
        item.source.path: item.post.withdrawn.at.at if item.post.withdrawn else updated(item.post)
        for item in catalogue.items
        if isinstance(item.post, DatedPost)
    }


def sitemap_files(
    pages: Iterable[Particulars],
    changes: Mapping[str, datetime],
    site_url: str,
    longest: int = LONGEST,
    others: Sequence[str] = (),
) -> Iterator[Output]:
    """Give the sitemap, its parts, and the robots.txt that names it.

    :param changes: as `last_changes` gives them.
    :param site_url: where the site stands on line, without a slash at its end.
    :param longest: how many addresses one part holds.
    :param others: further sitemaps, which stand by themselves.
    """
    listed = [page for page in sorted(pages, key=_address) if page.canonical]
    parts = [listed[start : start + longest] for start in range(0, len(listed), longest)]
    index = []
    for number, part in enumerate(parts, start=1):
        name = f"sitemap-{number}.xml"
        yield Output(name, _document("urlset", [_entry(page, changes) for page in part]))
        changed = filter(None, (changes.get(page.source or "") for page in part))
        index.append(_part(f"{site_url}/{name}", max(changed, default=None)))
    yield Output(FILE, _document("sitemapindex", index))
    named = "".join(f"Sitemap: {site_url}/{name}\n" for name in (FILE, *others))
    yield Output(ROBOTS, f"User-agent: *\nAllow: /\n\n{named}".encode())


def alternates(page: Particulars) -> Iterator[tuple[str, str]]:
    """Give the same page in every language that has it: language tag and absolute address."""
    for edition in page.editions:
        if edition.canonical:
            yield edition.lang, edition.canonical
    if page.for_everyone:
        yield FOR_EVERYONE, page.for_everyone


def _address(page: Particulars) -> str:
    return page.canonical or ""


def _entry(page: Particulars, changes: Mapping[str, datetime]) -> Element:
    entry = etree.Element(f"{{{SITEMAP}}}url")
    _add(entry, "loc", _address(page))
    changed = changes.get(page.source or "")
    if changed:
        _add(entry, "lastmod", changed.isoformat(timespec="seconds"))
    for lang, address in alternates(page):
        link = etree.SubElement(entry, f"{{{XHTML}}}link")
        link.attrib.update({"rel": "alternate", "hreflang": lang, "href": address})
    return entry


def _part(address: str, changed: datetime | None) -> Element:
    part = etree.Element(f"{{{SITEMAP}}}sitemap")
    _add(part, "loc", address)
    if changed:
        _add(part, "lastmod", changed.isoformat(timespec="seconds"))
    return part


def _add(parent: Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{SITEMAP}}}{name}").text = text


def _document(name: str, parts: Sequence[Element]) -> bytes:
    # The types of lxml do not know that None names the default namespace.
    namespaces: dict[str | None, str] = {None: SITEMAP, "xhtml": XHTML}
    root = etree.Element(f"{{{SITEMAP}}}{name}", nsmap=namespaces)  # type: ignore[arg-type]
    root.extend(parts)
    etree.cleanup_namespaces(root)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
