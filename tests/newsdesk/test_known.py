"""What there is, and how one is told of a name that nobody has written down."""

from __future__ import annotations

import pytest
from small_items import ALBUM, VOCABULARY, item, typed

from newsdesk.known import SHOWN, Known, item_hint, shortened


def test_an_item_is_known_by_the_title_of_its_first_language() -> None:
    english, serbian = item("milk"), item("mleko", id="milk", lang="sr-Latn", title="Mleko")
    known = Known.of([english, serbian], VOCABULARY, ALBUM)

    assert known.titles == {"milk": "All about milk"}
    assert str(item_hint("mlik", known, "item:")) == "type item:milk for “All about milk”"


def test_only_programmes_are_programmes() -> None:
    known = Known.of([item("milk"), typed("schools", type="programme")], VOCABULARY, ALBUM)

    assert list(known.programmes) == ["schools"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("a" * SHOWN, "a" * SHOWN),
        ("a" * (SHOWN + 1), "a" * (SHOWN - 1) + "…"),
    ],
)
def test_what_is_too_long_for_a_message_loses_its_end(text: str, shown: str) -> None:
    assert shortened(text) == shown
