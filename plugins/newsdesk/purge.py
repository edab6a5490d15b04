"""Names every address that must be emptied when a child's consent has ended.

The next build leaves the picture out; but what was published lies on in the memory of servers,
networks and readers' programs until somebody has it removed there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newsdesk.addresses import Addresses
from newsdesk.album import Photograph
from newsdesk.catalogue import Catalogue
from newsdesk.photos.consent import to_purge
from newsdesk.photos.memory import Memory, examined
from newsdesk.photos.prints import plan
from newsdesk.problems import Problem
from newsdesk.settings import Settings


def addresses_to_purge(
    catalogue: Catalogue, house: Settings, today: date, memory: Memory
) -> Iterator[Problem]:
    """Give a warning for each address under which a picture without consent was shown.

    :param catalogue: everything, what is not public included.
    """
    for photograph in catalogue.album.photographs.values():
        standing = photograph.standing(today)
        if not standing.is_usable:
            shown = [*_files(photograph, house, memory), *_pages(photograph, catalogue, house)]
            yield from to_purge(photograph.source.path, standing, shown)


def _files(photograph: Photograph, house: Settings, memory: Memory) -> Iterator[str]:
    original = photograph.original
    for file in plan(examined(original.path, original.read(), memory)):
        yield f"{house.site_url}/{file.path}"


def _pages(photograph: Photograph, catalogue: Catalogue, house: Settings) -> Iterator[str]:
    showing = [item for item in catalogue.items if photograph.key in item.photos]
    for edition in house.editions:
        addresses = Addresses(house.site_url, house.base, edition.prefix)
        for item in showing:
            yield addresses.absolute(addresses.post(*item.place))
