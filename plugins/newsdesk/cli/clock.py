"""The one place that asks what time it is; everything else is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

# By this name other tools, too, are told a time, so that two builds give the same bytes.
EPOCH = "SOURCE_DATE_EPOCH"


def time_of_build(environment: Mapping[str, str]) -> datetime:
    """Give the time that a build takes for now: the one that was set, or the clock's."""
    given = environment.get(EPOCH, "")
    if given.isdigit():
        return datetime.fromtimestamp(int(given), tz=UTC)
    return datetime.now(UTC)
