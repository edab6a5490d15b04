"""A reader on a dear line learns how big a file is before it is fetched."""

from __future__ import annotations

import pytest

from newsdesk.sizes import size_in_words

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 B"),
        (1, "1 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (1499, "1 kB"),
        (84_300, "84 kB"),
        # What would be rounded up to a thousand is said in the next unit.
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_000_000, "1 MB"),
        (1_249_999, "1.2 MB"),
        (12_340_000, "12.3 MB"),
        (999_960_000, "1 GB"),
        (2_500_000_000, "2.5 GB"),
        (1_234_000_000_000, "1,234 GB"),
    ],
)
def test_a_size_is_said_in_the_unit_that_fits(size: int, said: str) -> None:
    assert size_in_words(size, "en_GB") == said.replace(" ", NB)


@pytest.mark.parametrize(
    ("locale", "said"),
    [("en_GB", "1.2 MB"), ("sr_Latn", "1,2 MB"), ("sr_Cyrl", "1,2 MB")],
)
def test_a_size_is_said_as_the_language_writes_numbers(locale: str, said: str) -> None:
    assert size_in_words(1_200_000, locale) == said.replace(" ", NB)
