"""Stops a build in which “E-mail this article” would not bring its article.

The link itself is made with the page (`newsdesk.mail`); here each one is decoded again.
Signals: all_generators_finalized.
"""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals

from newsdesk.build import build_of
from newsdesk.letters import lost_letters


def _add_proof(generators: Sequence[object]) -> None:
    build_of(generators).proofs.append(lost_letters)


def register() -> None:
    """Let every page be looked at when it is made."""
    signals.all_generators_finalized.connect(_add_proof)
