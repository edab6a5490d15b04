"""Old addresses: what can answer here is written down, what cannot is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.old_links import path_of
from newsdesk.redirects import is_address


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://x.org/serbia/a.html", "/serbia/a.html"),
        ("https://x.org//greek//a/", "/greek/a/"),
        ("https://x.org/вест", "/%D0%B2%D0%B5%D1%81%D1%82"),
        ("https://x.org/a.html#b", "/a.html"),
        ("https://x.org/", None),
        ("https://x.org/?p=12", None),
        ("https://x.org/media.php?id=5", None),
        ("https://x.org/a/../b", None),
        ("https://x.org/a%20b.html", None),
        ("https://x.org/*", None),
        ("http://[", None),
    ],
)
def test_an_old_address_is_written_as_it_can_answer(address: str, path: str | None) -> None:
    assert path_of(address) == path


@given(st.text("/.?#%*2ab ć~:", max_size=30))
def test_what_is_written_is_always_an_address_of_this_site(rest: str) -> None:
    path = path_of(f"https://x.org/{rest}")
    assert path is None or is_address(path)
