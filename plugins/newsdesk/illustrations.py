"""The picture that stands for a post: its lead photo, or a drawing in place of one."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from markupsafe import Markup

from newsdesk import views
from newsdesk.cards.drawn import Card
from newsdesk.cards.photographed import PhotoCard
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


def image_of(desk: Desk, item: Item) -> views.SharedImage | None:
    """Give what other sites show beside a link to a post: its lead photo, or a drawn card."""
    if not desk.settings.social_cards:
        return None
    photo = lead_photo(desk, item)
    if photo:
        card = _photo_card(desk, item, photo)
        if card.is_large_enough:
            return _image(desk, card, photo.alt)
    title = desk.title(item)
    drawn = Card(title, desk.site_name, desk.edition.key, colour_of(desk, item), item.post.id)
    return _image(desk, drawn, title)


def _photo_card(desk: Desk, item: Item, photo: views.Photo) -> PhotoCard:
    key = getattr(item.post, "lead_photo")  # noqa: B009 - a post with a lead photo has one
    largest = max(desk.prints[key], key=lambda file: (file.width, file.path))
    return PhotoCard(key, largest.path, photo.credit, (largest.width, largest.height))


def image_of_the_house(desk: Desk) -> views.SharedImage | None:
    """Give what other sites show beside a link to any other page of an edition."""
    if not desk.settings.social_cards:
        return None
    card = Card(desk.tagline, desk.site_name, desk.edition.key, "", desk.site_name)
    return _image(desk, card, desk.tagline)


def _image(desk: Desk, card: Card | PhotoCard, alt: str) -> views.SharedImage:
    width, height = card.size
    return views.SharedImage(card, desk.addresses.absolute(card.path), width, height, alt)


def colour_of(desk: Desk, item: Item) -> str:
    """Name the colour of a post's main category; a page of the house has none."""
    return desk.categories_of(item)[0].colour if isinstance(item.post, DatedPost) else ""


def lead_teaser(desk: Desk, item: Item) -> views.Teaser:
    """Show a post as the first story of a page: with its photo, or with a drawing."""
    photo, drawn = lead_photo(desk, item), drawing(desk, item)
    return replace(desk.teaser(item), photo=photo, drawing=drawn)
