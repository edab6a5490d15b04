"""Reads a WordPress export (WXR), item by item, however large it is.

Each item is cut out of the file and read by itself: one that is broken does not hide the others,
memory holds one at a time, and since no declaration of the file comes with it, an entity that
would grow without end is unknown and refused.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from lxml import etree

from newsdesk.dates import as_typed
from newsdesk.importing.found import Found, Missed
from newsdesk.importing.web import text_of_html
from newsdesk.importing.wordpress_text import html_of, left_blocks, left_codes
from newsdesk.problems import Message, say

TOKEN = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<item[\s>]|</item\s*>", re.DOTALL)
ROOT = re.compile(rb"<rss\b[^>]*>")
OF_CHANNEL = re.compile(rb"<channel>(.*?)(?:<item[\s>]|</channel>)", re.DOTALL)
# The parts of an item that WordPress writes, whether the export names their namespaces or not.
PREFIXES = ("excerpt", "content", "wfw", "dc", "wp")
DECLARED = re.compile(r"xmlns:([\w.-]+)=[\"'][^\"'<]*[\"']")
ATTACHMENT = re.compile(rb"<wp:post_type>(?:<!\[CDATA\[)?attachment\b")
CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# What WordPress exports beside posts and pages; none of it is read as such.
OTHERS = frozenset((
    "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "wp_block",
    "wp_global_styles", "wp_navigation", "wp_template", "wp_template_part", "user_request",
    "wp_font_family", "wp_font_face", "feedback", "acf-field", "acf-field-group",
))  # fmt: skip
GONE = frozenset(("trash", "auto-draft", "inherit"))
NOT_PUBLIC: Mapping[str, Message] = {
    "draft": say("it was a draft there"),
    "pending": say("it was waiting for approval there"),
    "private": say("it was private there: see whether it may be public here"),
    "future": say("it was scheduled there"),
}
PROTECTED = say("it is protected by a password there; --with-protected brings it along")
WAS_PROTECTED = say("it was protected by a password there: see whether it may be public here")
PRIVATE = say("it is private there; --with-protected brings it along")
EMPTY = say("it has no text")
STICKY = say("it was kept at the top there")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the old site's library."""

    address: str
    alt: str
    caption: str
    post: str


@dataclass
class Export:
    """A WordPress export.

    :param zone: the time zone of the old site's times.
    :param with_protected: bring along what was protected by a password, or private.
    """

    path: Path
    zone: ZoneInfo
    with_protected: bool = False

    def found(self) -> Iterator[Found | Missed]:
        """Give every item, or why it is not brought along."""
        for number, data in enumerate(_items(self.path), start=1):
            origin = f"{self.path.as_posix()}, item {number}"
            try:
                parts = _read(data, self._head)
            except etree.XMLSyntaxError as error:
                yield Missed(origin, (say("its XML is broken: {why}", why=_cause(error)),))
                continue
            yield self._item(parts, origin)

    @cached_property
    def attachments(self) -> Mapping[str, Attachment]:
        """The pictures and documents of the old site, by their numbers."""
        known: dict[str, Attachment] = {}
        for data in _items(self.path):
            if ATTACHMENT.search(data):
                try:
                    parts = _read(data, self._head)
                except etree.XMLSyntaxError:
                    # It is told of where the items are read.
                    continue
                known[parts.text("post_id")] = Attachment(
                    parts.text("attachment_url"),
                    parts.meta.get("_wp_attachment_image_alt", ""),
                    parts.text("excerpt:encoded"),
                    parts.text("post_parent"),
                )
        return known

    @cached_property
    def _head(self) -> bytes:
        """Give an opening tag that names all prefixes of the export, and declares nothing else."""
        with self.path.open("rb") as opened:
            root = ROOT.search(opened.read(HEAD_SIZE))
        own = DECLARED.findall(root[0].decode("utf-8", "replace")) if root else []
        names = sorted({*PREFIXES, *own})
        return ("<rss " + " ".join(f'xmlns:{name}="{name}"' for name in names) + ">").encode()

    @cached_property
    def channel(self) -> Mapping[str, str]:
        """What the export says of the whole site: its title and its language."""
        with self.path.open("rb") as opened:
            head = OF_CHANNEL.search(opened.read(HEAD_SIZE))
        text = head[1].decode("utf-8", "replace") if head else ""
        pairs = re.findall(r"<(title|language|link)>(?:<!\[CDATA\[)?([^<\]]*)", text)
        return {name: value.strip() for name, value in reversed(pairs)}

    def _item(self, parts: Parts, origin: str) -> Found | Missed:
        title = " ".join(parts.text("title").split())
        origin = f"{origin} “{title}”" if title else origin
        why = self._why_not(parts)
        if why:
            return Missed(origin, (why,), is_broken=False)
        return self._found(parts, origin, title)

    def _why_not(self, parts: Parts) -> Message | None:
        """Say why an item is not brought along, if it is not."""
        kind, status = parts.text("post_type"), parts.text("status")
        if kind == "attachment":
            return say("a file of the old site; it comes along with the post that shows it")
        if kind in OTHERS or status in GONE:
            return say("no post: {kind}, {status}", kind=kind, status=status)
        if self.with_protected:
            return None
        if parts.text("post_password"):
            return PROTECTED
        return PRIVATE if status == "private" else None

    def _found(self, parts: Parts, origin: str, title: str) -> Found:
        content = parts.text("content:encoded")
        html = html_of(content, self.attachments, parts.text("post_id"))
        body, remarks = text_of_html(html)
        status = parts.text("status") or "publish"
        date = _date(parts, self.zone)
        lead = self.attachments.get(parts.meta.get("_thumbnail_id", ""))
        return Found(
            origin=origin,
            body=body,
            title=title,
            kind="page" if parts.text("post_type") == "page" else "post",
            was_public=status == "publish",
            language=self.channel.get("language", ""),
            date=date if status in {"publish", "private"} else "",
            opens=date if status == "future" else "",
            publisher=self.channel.get("title", ""),
            address=_address(parts),
            slug=parts.text("post_name"),
            summary=" ".join(parts.text("excerpt:encoded").split()),
            names=parts.names,
            lead_picture=lead.address if lead else "",
            folder=self.path.parent,
            remarks=(
                *_remarks(parts, body, status),
                *left_blocks(content),
                *left_codes(body),
                *remarks,
            ),
        )


def _cause(error: etree.XMLSyntaxError) -> str:
    """Give what is wrong; its line is that of the item alone, which nobody knows."""
    return error.msg.partition(", line ")[0]


HEAD_SIZE = 1_000_000


def _items(path: Path) -> Iterator[bytes]:
    """Cut the items out of an export, without reading all of it at once."""
    if not path.stat().st_size:
        return
    with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start: int | None = None
        for token in TOKEN.finditer(data):
            if token[0].startswith(b"<item"):
                if start is not None:
                    # The end of the item before is missing: it is broken, but not lost.
                    yield data[start : token.start()]
                start = token.start()
            elif token[0].startswith(b"</item") and start is not None:
                yield data[start : token.end()]
                start = None
        if start is not None:
            yield data[start:]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an item by their names, such as `title` or `content:encoded`."""

    texts: Mapping[str, str]
    names: tuple[str, ...]
    meta: Mapping[str, str]

    def text(self, name: str) -> str:
        """Give a part; empty when the item has none of that name."""
        return self.texts.get(name, "").strip()


def _read(data: bytes, head: bytes) -> Parts:
    """Read one item.

    :param head: declares its prefixes.
    :raises lxml.etree.XMLSyntaxError: when it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    whole = head + CONTROLS.sub(b"", data) + b"</rss>"
    item = etree.fromstring(whole, parser)[0]
    texts: dict[str, str] = {}
    names: dict[str, None] = {}
    meta: dict[str, str] = {}
    for part in item.iterchildren(tag=etree.Element):
        name, text = _name(part), part.text or ""
        if name == "category":
            names |= {text.strip(): None} if part.get("domain") in RUBRICS else {}
        elif name == "postmeta":
            pair = {_name(each): each.text or "" for each in part.iterchildren(tag=etree.Element)}
            meta[pair.get("meta_key", "")] = pair.get("meta_value", "")
        else:
            texts.setdefault(name, text)
    return Parts(texts, tuple(filter(None, names)), meta)


RUBRICS = (None, "category", "post_tag", "tag")


def _name(part: etree._Element) -> str:
    """Give the name of a part, as `title`, `post_id` or `content:encoded`."""
    name = etree.QName(part).localname
    return f"{part.prefix}:{name}" if part.prefix in {"content", "excerpt"} else name


def _date(parts: Parts, zone: ZoneInfo) -> str:
    """Give when a post was published; the time of Greenwich is the surer one of two."""
    greenwich = as_typed(parts.text("post_date_gmt"), ZoneInfo("UTC"))
    if greenwich and not greenwich.startswith("0000"):
        at = datetime.fromisoformat(greenwich).replace(tzinfo=UTC).astimezone(zone)
        typed = at.replace(tzinfo=None).isoformat(" ", "minutes")
        # An hour that comes twice in autumn is no time to type.
        return as_typed(typed, zone) or at.date().isoformat()
    return as_typed(parts.text("post_date"), zone) or ""


def _address(parts: Parts) -> str:
    told = [parts.text("link"), parts.text("guid")]
    whole = [each for each in told if each.startswith(("http://", "https://"))]
    # A post without an address of its own is known by its number: ?p=12.
    return next((each for each in whole if "?" not in each), whole[0] if whole else "")


def _remarks(parts: Parts, body: str, status: str) -> Iterator[Message]:
    kind = parts.text("post_type")
    if kind not in {"", "post", "page"}:
        yield say("its type there was {kind}", kind=kind)
    if status in NOT_PUBLIC:
        yield NOT_PUBLIC[status]
    if parts.text("post_password"):
        yield WAS_PROTECTED
    if parts.text("is_sticky") == "1":
        yield STICKY
    if not body:
        yield EMPTY
