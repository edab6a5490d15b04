"""The whole index of the site, part by part: made now, or remembered."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from zipfile import ZipFile, ZipInfo

from newsdesk.addresses import Addresses
from newsdesk.language import language_of
from newsdesk.outputs import Output
from newsdesk.photos.memory import Memory
from newsdesk.search.engine import made
from newsdesk.search.parts import Part, parts
from newsdesk.search.records import records
from newsdesk.settings import Edition, Settings
from newsdesk.views import Page

# Goes up with each change of what is made of a record, so that nothing older is remembered.
RECIPE = 1


def search_files(pages: Iterable[Page], house: Settings, memory: Memory) -> Iterator[Output]:
    """Give the files of the index of every edition.

    :param pages: of all editions.
    """
    pages = tuple(pages)
    for edition in house.editions:
        addresses = Addresses(house.site_url, house.base, edition.prefix)
        found = records(page for page in pages if _is_of(page, edition))
        for part in parts(found, language_of(edition.key)):
            for name, data in remembered(part, memory).items():
                yield Output(f"{addresses.search_part(part.year)}{name}", data)


def _is_of(page: Page, edition: Edition) -> bool:
    return any(link.current and link.lang == edition.key for link in page.editions)


def remembered(part: Part, memory: Memory) -> dict[str, bytes]:
    """Give the files of a part, by their names within its folder."""
    name = f"{part.seal}-search{RECIPE}-{version('pagefind')}.zip"
    kept = memory.recall(name)
    if kept is not None:
        return _unpacked(kept)
    files = made(part)
    memory.keep(name, _packed(files))
    return files


def _packed(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name), data)
    return packed.getvalue()


def _unpacked(packed: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
