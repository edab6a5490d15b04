"""No link of the site leads nowhere: each internal one is followed before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from newsdesk.addresses import file_of
from newsdesk.anchors import anchors
from newsdesk.header import Source
from newsdesk.outputs import Output
from newsdesk.problems import Message, Problem, nearest, say
from newsdesk.views import ArticlePage, Page, TextPage

UNRESOLVED = ("item", "category", "photo")


def dead_links(
    outputs: Mapping[str, Output],
    site_url: str,
    sources: Mapping[str, Source],
    of: Iterable[str] | None = None,
) -> Iterator[Problem]:
    """Follow every internal link of pages, to the page and to the place within it.

    :param outputs: the whole site, by path.
    :param site_url: where the site stands; links that begin with it are internal too.
    :param sources: what staff wrote, by path, to tell the line.
    :param of: the paths of the pages whose links are followed; all pages when left out.
    """
    paths = [path for path, output in outputs.items() if output.is_page] if of is None else of
    sound: set[str] = set()
    for path in paths:
        found = outputs[path].anchors
        for pointer in found.pointers:
            # Most pages point to the same places; only # leads to another one from each page.
            if pointer in sound:
                continue
            target = internal(pointer, path, site_url)
            message = target and _follow(pointer, target, outputs)
            if target and message:
                hint = _hint(target, outputs)
                traces = (pointer, f"#{target.place}")
                yield _problem(outputs[path], traces, message, hint, sources)
            elif target is None or target.file != path:
                sound.add(pointer)
        for name in found.doubled:
            message = say("the id “{name}” stands twice on the page", name=name)
            hint = say("give one of them another name")
            yield _problem(outputs[path], (name,), message, hint, sources)


@dataclass(frozen=True, slots=True)
class Target:
    """Where an internal link leads: a file of the site, and a place within it."""

    file: str
    place: str


def internal(pointer: str, path: str, site_url: str) -> Target | None:
    """Give the target of an internal link, or None for one that leads out of the site.

    A link that begins with neither a slash, nor the site's address, nor # would be read against
    the page it stands on; staff who type one mean something else, so it leads to no file.

    :param path: the file that the link stands in.
    """
    # At a glance: most links of a page that no other page has are of these two kinds.
    if pointer.startswith("mailto:"):
        return None
    if pointer.startswith("#") and pointer.isprintable():
        return Target(path, unquote(pointer[1:]))
    parts = _parts(pointer)
    if parts is None or parts.scheme in UNRESOLVED:
        return Target(pointer, "")
    site = urlsplit(site_url)
    if _leads_out(parts, site):
        return None
    place = unquote(parts.fragment)
    if not parts.path and not parts.netloc:
        return Target(path, place)
    inside = _below(site, parts)
    return Target(pointer if inside is None else file_of(inside), place)


def _parts(pointer: str) -> SplitResult | None:
    """Take an address apart, or give None for what is no address at all."""
    try:
        return urlsplit(pointer)
    except ValueError:
        return None


def _leads_out(parts: SplitResult, site: SplitResult) -> bool:
    """Tell whether an address leads to another program, host, or site on our host."""
    if not parts.netloc:
        return bool(parts.scheme)
    host = (parts.scheme or site.scheme, parts.netloc)
    return host != (site.scheme, site.netloc) or _below(site, parts) is None


def _below(site: SplitResult, parts: SplitResult) -> str | None:
    """Give the path below the site's root, or None when it leads past the site."""
    root = site.path.rstrip("/")
    path = unquote(parts.path)
    if path == root:
        return ""
    return path.removeprefix(f"{root}/") if path.startswith(f"{root}/") else None


def _follow(pointer: str, target: Target, outputs: Mapping[str, Output]) -> Message | None:
    """Say what is wrong with a link, or None."""
    if target.file not in outputs:
        return say("the link “{link}” leads nowhere", link=pointer)
    page = outputs[target.file]
    if target.place and page.is_page and target.place not in page.anchors.ids:
        return say("the link “{link}” leads to no place on its page", link=pointer)
    return None


def _hint(target: Target, outputs: Mapping[str, Output]) -> Message:
    if target.file not in outputs:
        return say("type the whole address, or item: and the id of a post")
    names = sorted(outputs[target.file].anchors.ids)
    if not names:
        return say("take #{place} out: the page has no places", place=target.place)
    closest = nearest(target.place, names)
    if closest:
        return say("type #{name}", name=closest)
    return say("the places are: {names}", names=", ".join(names))


def _problem(
    output: Output,
    traces: tuple[str, ...],
    message: Message,
    hint: Message,
    sources: Mapping[str, Source],
) -> Problem:
    """Name the post and the line, or the template when no post is to blame."""
    page = output.page
    source = sources.get(page.source or "") if page else None
    if page and source and _is_in_body(page, traces[0]):
        return Problem(source.path, _line(source, traces), message, hint)
    return Problem(f"theme/templates/{page.template if page else ''}", 0, message, hint)


def _is_in_body(page: Page, name: str) -> bool:
    """Tell whether what staff typed brought an address or an id to the page; the menu did not."""
    if not isinstance(page, ArticlePage | TextPage):
        return False
    found = anchors(page.body.encode())
    return name in found.pointers or name in found.ids


def _line(source: Source, traces: tuple[str, ...]) -> int:
    """Find the line of the body in which one of the traces stands, and not a longer name."""
    for trace in traces:
        found = re.search(rf"{re.escape(trace)}(?![\w/-])", source.body)
        if found and trace != "#":
            return source.line_at(found.start())
    return 0
