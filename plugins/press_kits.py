"""Makes for every release and story a press kit: pictures, captions, credits and texts in one ZIP.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pelican import signals

from newsdesk.build import build_of
from newsdesk.outputs import Output
from newsdesk.press.kit import free_photos, kits, press_kit


def _add_kits(generators: Sequence[object]) -> None:
    build = build_of(generators)
    sizes = {}
    for identity, versions in kits(build.desks).items():
        kit = press_kit(versions, {key: build.full_size(key) for key in free_photos(versions)})
        path = build.desks[0].addresses.press_kit(*versions[0].item.place)
        build.files.append(Output(path, kit))
        sizes[identity] = len(kit)
    build.desks = tuple(replace(desk, kits=sizes) for desk in build.desks)


def register() -> None:
    """Add the kits to what will be written, and their sizes to what pages show."""
    signals.all_generators_finalized.connect(_add_kits)
