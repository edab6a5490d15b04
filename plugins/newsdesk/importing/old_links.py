"""Links and pictures of an old text: where they led, and where they lead now."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, unquote, urljoin, urlsplit

from newsdesk.importing.found import WORDS, Found, key_of_address
from newsdesk.importing.markup import EMPTY_LINES, in_brackets, outside_code
from newsdesk.problems import Message, say
from newsdesk.redirects import is_address

# [words](target "title"), where the words may hold brackets that are escaped.
LINK = re.compile(
    r"\[(?<![!\\]\[)(?P<words>(?:\\.|[^\[\]\\])*)\]"
    r"\(\s*<?(?P<target>(?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]]*)\]"
    r"\(\s*<?(?P<source>(?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+\"(?P<caption>[^\"\n]*)\")?\s*\)"
)
# Code that stands by itself; what looks like a picture in it is none.
FENCED = re.compile(r"(^```.*?^```[ ]*$|^~~~.*?^~~~[ ]*$)", re.DOTALL | re.MULTILINE)
OF_PELICAN = re.compile(
    r"(?:\{(?:filename|static|attach)\}|\|filename\||%7B(?:filename|static|attach)%7D|%7Cfilename%7C)"
)
STAY = ("http://", "https://", "mailto:", "tel:", "item:", "category:")


@dataclass(frozen=True, slots=True)
class OldPicture:
    """A picture as an old text shows it."""

    source: str
    alt: str = ""
    caption: str = ""


def with_whole_links(found: Found) -> str:
    """Write the links of a text so that they lead where they led, wherever the text stands.

    They are whole addresses where the old site is known, and paths from the top of the folder of
    saved pages otherwise; a link of which neither is known keeps its words alone.
    """

    def whole(link: re.Match[str]) -> str:
        target = _whole(link["target"], found)
        return f"[{link['words']}]({in_brackets(target)})" if target else link["words"]

    return outside_code(found.body, partial(LINK.sub, whole))


def _whole(target: str, found: Found) -> str:
    if target.lower().startswith(STAY):
        return target
    path = OF_PELICAN.sub("", target)
    if found.address and path == target:
        return _joined(found.address, target)
    if re.match(r"[A-Za-z][\w+.-]*:", path) or not found.local:
        return ""
    below = "" if path.startswith("/") else posixpath.dirname(found.local)
    bare = unquote(path.partition("#")[0].partition("?")[0])
    whole = posixpath.normpath(posixpath.join("/", below, bare.lstrip("/")))
    return "" if whole == "/" else whole


def _joined(base: str, target: str) -> str:
    """Give the whole address of a link; nothing for what leads to no page of the web."""
    try:
        whole = urljoin(base, target)
    except ValueError:
        return ""
    return whole if whole.startswith(("http://", "https://")) else ""


def pictures_in(body: str) -> Iterator[OldPicture]:
    """Give every picture of a text, in its order."""
    for found in PICTURE.finditer(FENCED.sub("", body)):
        if not found["source"].startswith("photo:"):
            yield OldPicture(
                found["source"], found["alt"].strip(), (found["caption"] or "").strip()
            )


def with_photos(body: str, keys: Mapping[str, str]) -> str:
    """Let a text show the photographs that were made of its pictures, each in its own paragraph.

    :param keys: the keys of the photographs by the sources of the pictures; others are left out.
    """
    parts = FENCED.split(body)
    parts[::2] = [_shown(part, keys) for part in parts[::2]]
    return "".join(parts).strip("\n")


def _shown(text: str, keys: Mapping[str, str]) -> str:
    paragraphs = (_paragraph(each, keys) for each in text.split("\n\n"))
    return EMPTY_LINES.sub("\n\n", "\n\n".join(paragraphs))


def _paragraph(text: str, keys: Mapping[str, str]) -> str:
    sources = [found["source"] for found in PICTURE.finditer(text)]
    if not sources or all(source.startswith("photo:") for source in sources):
        return text
    shown = [f"![](photo:{keys[source]})" for source in sources if source in keys]
    rest = PICTURE.sub("", text).rstrip()
    rest = rest.lstrip() if text.startswith("!") else rest
    words = rest if rest.strip("|-*>: \t\n") else ""
    return "\n\n".join(filter(None, [words, *shown]))


@dataclass(frozen=True, slots=True)
class Linked:
    """A text whose links lead to posts of this site, as far as these are here.

    :param remarks: links that a human should look at.
    """

    body: str
    remarks: tuple[Message, ...]


def linked(body: str, item_at: Callable[[str], str | None], hosts: frozenset[str]) -> Linked:
    """Turn links to old pages into links to what was made of them.

    :param item_at: gives the id of what stood at an address or at a path of the old site.
    :param hosts: those of the old sites.
    """
    remarks: dict[Message, None] = {}

    def new(link: re.Match[str]) -> str:
        target = link["target"]
        identity = item_at(target)
        if identity:
            return f"[{link['words']}](item:{identity})"
        if target.startswith("/"):
            remarks[
                say("the link to {target} was taken out: that page is not here", target=target)
            ] = None
            return link["words"]
        if _host(target) in hosts:
            remarks[say("a link leads to the old site: {target}", target=target)] = None
        return link[0]

    return Linked(outside_code(body, partial(LINK.sub, new)), tuple(remarks))


def _host(address: str) -> str:
    return key_of_address(address).partition("/")[0] if "://" in address else ""


def hosts_of(addresses: Iterable[str]) -> frozenset[str]:
    """Give the hosts of some whole addresses."""
    return frozenset(filter(None, map(_host, addresses)))


def hosts_of_keys(keys: Iterable[str]) -> frozenset[str]:
    """Give the hosts of the addresses by which some items are known; others are known by words."""
    return frozenset(key.partition("/")[0] for key in keys if not key.startswith(WORDS))


def path_of(address: str) -> str | None:
    """Give the path at which an old address must answer.

    None for a front page, and for what no file can answer, such as an address with a question.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = SLASHES.sub("/", quote(parts.path, safe="/%:@!$&'()*+,;=~._-"))
    can_answer = not parts.query and re.fullmatch(r"/[!-~]{1,1000}", path) and is_address(path)
    return path if can_answer else None


# A server takes several of them for one.
SLASHES = re.compile("//+")
