"""The picture that stands for a post: its lead photo, or a drawing in place of one."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from markupsafe import Markup

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.drawings.palette import palette_of
from newsdesk.drawings.scenes import scene
from newsdesk.drawings.svg import svg
from newsdesk.item import Item
from newsdesk.life import is_readable
from newsdesk.schema.posts import DatedPost

FOLDER = "drawings"
HASH_LENGTH = 10


def lead_photo(desk: Desk, item: Item) -> views.Photo | None:
    """Show the lead photo of a post; None where it has none, or where it may not be shown."""
    if not is_readable(item.post):
        return None
    return desk.photo(getattr(item.post, "lead_photo", None))


def drawing(desk: Desk, item: Item) -> views.Drawing | None:
    """Draw a picture for a post that shows no lead photo; the same one in every edition."""
    if lead_photo(desk, item):
        return None
    drawn = scene(item.post.id)
    text = svg(drawn, palette_of(colour_of(desk, item)))
    digest = hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]
    path = f"{FOLDER}/{item.post.id}.{digest}.svg"
    return views.Drawing(
        path=path,
        address=desk.addresses.link(path),
        width=drawn.stage.width,
        height=drawn.stage.height,
        svg=Markup(text),  # noqa: S704 - made of numbers and colours of our own
    )


def colour_of(desk: Desk, item: Item) -> str:
    """Name the colour of a post's main category; a page of the house has none."""
    return desk.categories_of(item)[0].colour if isinstance(item.post, DatedPost) else ""


def lead_teaser(desk: Desk, item: Item) -> views.Teaser:
    """Show a post as the first story of a page: with its photo, or with a drawing."""
    photo, drawn = lead_photo(desk, item), drawing(desk, item)
    return replace(desk.teaser(item), photo=photo, drawing=drawn)
