"""What each part of a build takes is added up and shown in a table."""

from __future__ import annotations

import re

import pytest

from newsdesk.timings import Spent, Timings


def test_parts_stand_in_the_order_in_which_they_began_with_what_they_took() -> None:
    timings = Timings()
    timings.parts["making pages"] = Spent(wall=1.234, cpu=2.5)
    timings.piece("  posts", 1.5)
    timings.piece("  posts", 0.5)
    assert str(timings) == (
        "                                           seconds    of CPU    pieces\n"
        "making pages                                  1.23      2.50          \n"
        "  posts                                                 2.00         2"
    )


def test_a_part_that_comes_back_is_added_up() -> None:
    timings = Timings()
    with timings.part("writing"):
        pass
    first = timings.parts["writing"].wall
    with timings.part("writing"):
        pass
    again = timings.parts["writing"].wall
    assert first is not None
    assert again is not None
    assert again > first > 0


def test_what_fails_is_counted_too() -> None:
    timings = Timings()
    with pytest.raises(ZeroDivisionError), timings.part("writing"):
        1 / 0  # noqa: B018 - it only has to fail
    assert re.search(r"^writing +0\.\d\d +0\.\d\d +$", str(timings), re.MULTILINE)
