"""Stops a build in which an address dies that was ever published; old ones get their signposts.

Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.inspected import feed_ids
from newsdesk.ledger import check_others, read_ledger
from newsdesk.outputs import Output
from newsdesk.problems import Problem
from newsdesk.published_addresses import lasting_addresses
from newsdesk.redirects import redirects_of
from newsdesk.serving import signposts


def _watch_addresses(generators: Sequence[object]) -> None:
    build = build_of(generators)
    redirects = redirects_of(build.catalogue.items, build.catalogue.moved, build.house)
    ledger, _ = read_ledger(build.content)

    def gate(outputs: Mapping[str, Output]) -> Iterator[Problem]:
        now = lasting_addresses(outputs, feed_ids(outputs, build.store).__getitem__)
        return check_others(now, ledger, {each.old for each in redirects})

    build.files.extend(signposts(redirects, build.house.site_url))
    if not build.house.show_unpublished:
        build.gates.append(gate)


def register() -> None:
    """Add the signposts to what will be written, and the gate before it."""
    signals.all_generators_finalized.connect(_watch_addresses)
