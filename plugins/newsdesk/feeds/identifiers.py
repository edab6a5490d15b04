"""Names that never change: by them a reader's program knows which entries it has already shown.

They are `tag:` URIs by RFC 4151 and are made from the id of an item, never from its address, title
or date, so they outlive a new slug, a corrected date and a move to another domain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PART = re.compile(r"[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*")


@dataclass(frozen=True, slots=True)
class Authority:
    """Who gives the names: whoever had the domain on that date, even if it is given up later.

    :param since: a year, month or day on which the domain was ours: `2026`, `2026-11`.
    :raises ValueError: for what RFC 4151 does not allow.
    """

    domain: str
    since: str

    @classmethod
    def read(cls, text: str) -> Authority:
        """Read an authority as the site's settings give it: `unicef.example.org,2026`."""
        domain, _, since = text.partition(",")
        return cls(domain, since)

    def __post_init__(self) -> None:
        """Refuse a domain with capitals, which would make two names of one, and an odd date."""
        if not _DOMAIN.fullmatch(self.domain):
            raise ValueError(f"“{self.domain}” is not a domain in small letters")
        if not _DATE.fullmatch(self.since):
            raise ValueError(f"“{self.since}” is not a year, month or day")


def feed_id(authority: Authority, edition: str, name: str) -> str:
    """Name a feed of an edition.

    :param name: such as `all` or `category/media`.
    :raises ValueError: when a part holds anything but letters, digits and `-._~`.
    """
    return _tag(authority, "feed", edition, name)


def entry_id(authority: Authority, edition: str, item: str) -> str:
    """Name an item in an edition; each edition has its own text, so each is an entry by itself.

    :param item: the id from the item's front matter.
    :raises ValueError: when a part holds anything but letters, digits and `-._~`.
    """
    return _tag(authority, "item", edition, item)


def _tag(authority: Authority, *parts: str) -> str:
    for part in parts:
        if not _PART.fullmatch(part):
            raise ValueError(f"“{part}” cannot be a part of a permanent id")
    return f"tag:{authority.domain},{authority.since}:newsdesk/{'/'.join(parts)}"
