"""The files of the social cards that pages name, made now or remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from newsdesk.album import Album
from newsdesk.cards.drawn import Card, draw
from newsdesk.cards.lettering import TypeCase
from newsdesk.cards.photographed import PhotoCard, crop
from newsdesk.outputs import Output
from newsdesk.photos.darkroom import develop, opened
from newsdesk.photos.memory import Memory
from newsdesk.views import Page


def card_files(pages: Iterable[Page], album: Album, memory: Memory) -> Iterator[Output]:
    """Give the file of each card once, however many pages share it."""
    cards = {page.image.card.path: page.image.card for page in pages if page.image}
    case = TypeCase()
    for path, card in sorted(cards.items()):
        name = PurePosixPath(path).name
        data = memory.recall(name)
        if data is None:
            data = _made(card, album, case)
            memory.keep(name, data)
        yield Output(path, data)


def _made(card: Card | PhotoCard, album: Album, case: TypeCase) -> bytes:
    if isinstance(card, Card):
        return draw(card, case)
    original = album.photographs[card.key].original
    return crop(card, develop(opened(original.read())), case)
