"""Stops a build in which a link, an anchor or a picture leads nowhere.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.inspected import dead_links_of_new_pages
from newsdesk.outputs import Output
from newsdesk.problems import Problem


def _add_gate(generators: Sequence[object]) -> None:
    build = build_of(generators)

    def gate(outputs: Mapping[str, Output]) -> Iterator[Problem]:
        sources = build.catalogue.sources
        return dead_links_of_new_pages(outputs, build.house.site_url, sources, build.store)

    build.gates.append(gate)


def register() -> None:
    """Put the gate before the writer."""
    signals.all_generators_finalized.connect(_add_gate)
