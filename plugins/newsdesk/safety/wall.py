"""The last wall: of the HTML of a text, only what is on the list gets onto a page."""

from __future__ import annotations

from functools import cache

from nh3 import Cleaner

from newsdesk.safety.allowed import ATTRIBUTES, EVERYWHERE, OF_THE_HOUSE, SCHEMES, TAGS

OF_PICTURES = "photo:"
# What stands within these is no text.
WITH_ALL_IN_THEM = frozenset({"iframe", "noscript", "script", "style", "svg", "template", "title"})


def _only_our_pictures(tag: str, attribute: str, value: str) -> str | None:
    """A picture from elsewhere would tell somebody else's server of every reader."""
    is_source = (tag, attribute) == ("img", "src")
    return None if is_source and not value.startswith(OF_PICTURES) else value


@cache
def _cleaner() -> Cleaner:
    return Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(WITH_ALL_IN_THEM),
        attributes={"*": set(EVERYWHERE), **{tag: set(names) for tag, names in ATTRIBUTES.items()}},
        attribute_filter=_only_our_pictures,
        url_schemes=set(SCHEMES | OF_THE_HOUSE),
        link_rel=None,
    )


def walled(html: str) -> str:
    """Give a piece of HTML without what is not on the list; remarks are left out as well.

    What staff type was checked before, with its line. This wall holds when that check has not seen
    what a browser would see.
    """
    return _cleaner().clean(html)
