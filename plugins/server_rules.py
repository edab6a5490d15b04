"""Says to static hosts with which headers to send the site: _headers, _redirects, security.txt.

Settings: NEWSDESK_SECURITY_CONTACT, NEWSDESK_SECURITY_EXPIRES.
Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.outputs import Output
from newsdesk.problems import Problem
from newsdesk.redirects import redirects_of
from newsdesk.serving import check_security, rules_for_static_hosts, security_txt


def _add_rules(generators: Sequence[object]) -> None:
    build = build_of(generators)
    redirects = redirects_of(build.catalogue.items, build.catalogue.moved, build.house)
    build.files.extend(rules_for_static_hosts(redirects, build.house))
    build.files.extend(security_txt(build.house))

    def gate(_: Mapping[str, Output]) -> Iterator[Problem]:
        return (each for each in check_security(build.house) if each.level == "error")

    build.gates.append(gate)


def register() -> None:
    """Add the rules to what will be written."""
    signals.all_generators_finalized.connect(_add_rules)
