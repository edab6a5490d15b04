"""The whole index of the site, part by part: made now, or remembered."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from zipfile import ZipFile, ZipInfo

from newsdesk.addresses import Addresses
from newsdesk.language import language_of
from newsdesk.memory import Store
from newsdesk.outputs import Output
from newsdesk.photos.memory import Memory
from newsdesk.search.engine import made
from newsdesk.search.known import records_of
from newsdesk.search.parts import Part, parts
from newsdesk.settings import Settings

# Goes up with each change of what is made of a record, so that nothing older is remembered.
RECIPE = 1


def search_files(
    pages: Iterable[Output], house: Settings, memory: Memory, store: Store
) -> Iterator[Output]:
    """Give the files of the index of every edition.

    :param pages: of all editions.
    :param memory: keeps the parts of the index.
    :param store: remembers what search knows of each page.
    """
    known = records_of(pages, store)
    for edition in house.editions:
        addresses = Addresses(house.site_url, house.base, edition.prefix)
        found = (record for path, record in known.items() if path.startswith(addresses.home))
        for part in parts(found, language_of(edition.key)):
            for name, data in remembered(part, memory).items():
                yield Output(f"{addresses.search_part(part.year)}{name}", data)


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
