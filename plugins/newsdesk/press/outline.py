"""The list of all feeds of an edition, which a feed reader can import at once (OPML 2.0)."""

from __future__ import annotations

from itertools import groupby

from lxml import etree

from newsdesk.desk import Desk
from newsdesk.outputs import Output
from newsdesk.press.channels import GROUPS, Channel, channels


def edition_outline(desk: Desk) -> Output:
    """Give the list of the feeds of an edition, group by group."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = f"{desk.site_name}: {desk.gettext('Feeds')}"
    body = etree.SubElement(root, "body")
    for group, chosen in groupby(channels(desk), key=lambda channel: channel.group):
        outline = etree.SubElement(body, "outline", text=desk.gettext(GROUPS[group]))
        for channel in chosen:
            etree.SubElement(outline, "outline", _feed(desk, channel))
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return Output(desk.addresses.outline, data)


def _feed(desk: Desk, channel: Channel) -> dict[str, str]:
    """Describe a feed; the type is “rss” for Atom as well, so the format wants it."""
    title = f"{desk.site_name}: {channel.title}"
    return {
        "type": "rss",
        "text": title,
        "title": title,
        "description": channel.holds,
        "language": desk.edition.key,
        "htmlUrl": desk.addresses.absolute(channel.page),
        "xmlUrl": desk.addresses.absolute(desk.addresses.feed(channel.name, "atom")),
    }
