"""Tells search engines which pages there are, in which languages, and when they last changed.

Formats: sitemaps.org 0.9, and the Robots Exclusion Protocol (RFC 9309).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from newsdesk.addresses import file_of
from newsdesk.desk import Desk
from newsdesk.life import updated
from newsdesk.memory import digest_of
from newsdesk.outputs import Output
from newsdesk.schema.posts import DatedPost
from newsdesk.sheets import Sheet
from newsdesk.views import Particulars

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
FILE = "sitemap.xml"
ROBOTS = "robots.txt"
FOR_EVERYONE = "x-default"
LONGEST = 50_000  # addresses that one sitemap may hold
MANY = 1000  # pages of an edition, or of a kind, above which they are divided further


class Moments(NamedTuple):
    """When something happened to a post that has a day.

    :param year: in which it came out.
    :param changed: for the last time that matters to readers: by a major correction or withdrawal.
    """

    year: int
    changed: datetime


def moments_of_posts(desks: Iterable[Desk]) -> dict[str, Moments]:
    """Give the moments of each post that has a day, by the file of its page."""
    return {
        file_of(desk.path(item)): _moments(item.post)
        for desk in desks
        for item in desk.shelf.items
        if isinstance(item.post, DatedPost)
    }


def _moments(post: DatedPost) -> Moments:
    changed = post.withdrawn.at.at if post.withdrawn else updated(post)
    return Moments(post.date.at.year, changed)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sitemap: pages that stand near each other.

    :param name: of its file.
    :param pages: in the order of their addresses.
    :param changes: the last change of each page that has one.
    """

    name: str
    pages: tuple[Output, ...]
    changes: Mapping[str, datetime]

    @property
    def changed(self) -> datetime | None:
        """The last change of all."""
        return max(self.changes.values(), default=None)

    @property
    def sheet(self) -> Sheet:
        """The file, which is written anew only when something in it has changed."""
        changes = (f"{path} {at.isoformat()}".encode() for path, at in self.changes.items())
        basis = digest_of(*(page.facts for page in self.pages), *changes)
        return Sheet(f"sitemap/{self.name}", self._written, basis)

    def _written(self) -> Iterator[Output]:
        known = (page.particulars for page in self.pages)
        entries = [_entry(page, self.changes) for page in known if page]
        yield Output(self.name, _document("urlset", entries))


def parts_of_sitemap(
    pages: Iterable[Output],
    moments: Mapping[str, Moments],
    longest: int = LONGEST,
) -> list[Part]:
    """Divide all pages by edition, and many of them by kind, and of a kind by year.

    So a new post changes a part, and not all of them.

    :param moments: as `moments_of_posts` gives them.
    :param longest: how many addresses one part holds.
    """
    ordered = sorted(pages, key=lambda page: page.path)
    # Only above all folders there are pages without an address, such as 404.
    listed = [page for page in ordered if "/" in page.path or _has_address(page)]
    divided = [
        file for name, some in _divided(listed, moments) for file in _files(name, some, longest)
    ]
    return [
        Part(
            name,
            part,
            {page.path: moments[page.path].changed for page in part if page.path in moments},
        )
        for name, part in divided
    ]


def _divided(
    pages: Sequence[Output], moments: Mapping[str, Moments]
) -> Iterator[tuple[str, list[Output]]]:
    """Give the pages of each part with its name."""
    for edition, members in _together(pages, partial(_folder, depth=1)):
        if len(members) <= MANY:
            yield edition, members
            continue
        for kind, some in _together(members, partial(_folder, depth=2)):
            if len(some) <= MANY:
                yield kind, some
            else:
                yield from _together(some, lambda page: _of_year(page, moments))


def _together(
    pages: Iterable[Output], name_of: Callable[[Output], str]
) -> Iterable[tuple[str, list[Output]]]:
    """Put pages together that have the same name."""
    found: dict[str, list[Output]] = defaultdict(list)
    for page in pages:
        found[name_of(page)].append(page)
    return found.items()


def _folder(page: Output, depth: int) -> str:
    """Name a page by the first folders of its path: the edition, the kind."""
    *folders, _ = page.path.split("/")[: depth + 1]
    return "-".join(folders) or "top"


def _of_year(page: Output, moments: Mapping[str, Moments]) -> str:
    """Name a page by its kind, and by the year it came out in, if it did."""
    kind, of_page = _folder(page, depth=2), moments.get(page.path)
    return f"{kind}-{of_page.year}" if of_page else kind


def _has_address(page: Output) -> bool:
    return bool(page.particulars and page.particulars.canonical)


def _files(
    part: str, pages: Sequence[Output], longest: int
) -> Iterator[tuple[str, tuple[Output, ...]]]:
    """Give the files of a part: more than one only when there is too much in it."""
    name = f"sitemap-{part}"
    for number, start in enumerate(range(0, len(pages), longest), start=1):
        ending = f"-{number}" if number > 1 else ""
        yield f"{name}{ending}.xml", tuple(pages[start : start + longest])


def list_of_parts(
    parts: Iterable[Part], site_url: str, others: Sequence[str] = ()
) -> Iterator[Output]:
    """Give the sitemap that names its parts, and the robots.txt that names it.

    :param site_url: where the site stands on line, without a slash at its end.
    :param others: further sitemaps, which stand by themselves.
    """
    index = [_part(f"{site_url}/{part.name}", part.changed) for part in parts]
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


def _entry(page: Particulars, changes: Mapping[str, datetime]) -> Element:
    entry = etree.Element(f"{{{SITEMAP}}}url")
    _add(entry, "loc", page.canonical or "")
    changed = changes.get(page.path)
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
