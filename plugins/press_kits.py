"""Makes for every release and story a press kit: pictures, captions, credits and texts in one ZIP.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from pelican import signals

from newsdesk.build import Build, build_of
from newsdesk.memory import digest_of
from newsdesk.outputs import Output
from newsdesk.press.kit import Version, free_photos, kits, press_kit
from newsdesk.sheets import Sheet


def _add_kits(generators: Sequence[object]) -> None:
    build = build_of(generators)
    versions = kits(build.desks)
    sheets = [_sheet(build, identity, each) for identity, each in versions.items()]
    # Now, for pages show how many bytes each of them has.
    printed = build.printed("kits", sheets)
    build.files += printed
    sizes = {identity: kit.size for identity, kit in zip(versions, printed, strict=True)}
    build.desks = tuple(replace(desk, kits=sizes) for desk in build.desks)


def _sheet(build: Build, identity: str, versions: Sequence[Version]) -> Sheet:
    """Give a kit as a sheet: what it is made of beside the texts is known beforehand."""
    heads = (version.item.head + version.desk.edition.key.encode() for version in versions)
    return Sheet(f"kit/{identity}", partial(_kit, build, versions), digest_of(*heads))


def _kit(build: Build, versions: Sequence[Version]) -> Iterator[Output]:
    for version in versions:
        for key in version.item.photos:
            version.desk.photo(key)
    photos = free_photos(versions)
    kit = press_kit(versions, {key: build.full_size(key) for key in photos})
    yield Output(build.desks[0].addresses.press_kit(*versions[0].item.place), kit)


def register() -> None:
    """Add the kits to what will be written, and their sizes to what pages show."""
    signals.all_generators_finalized.connect(_add_kits)
