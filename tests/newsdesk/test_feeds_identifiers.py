"""Permanent ids: the same for ever, and different for every edition."""

from __future__ import annotations

import re

import pytest

from newsdesk.feeds import Authority, entry_id, feed_id

OURS = Authority("newsroom.example", "2026")


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        (feed_id(OURS, "en", "all"), "tag:newsroom.example,2026:newsdesk/feed/en/all"),
        (
            feed_id(OURS, "sr-Latn", "categories/media"),
            "tag:newsroom.example,2026:newsdesk/feed/sr-Latn/categories/media",
        ),
        (
            entry_id(OURS, "sr-Cyrl", "conf7k"),
            "tag:newsroom.example,2026:newsdesk/item/sr-Cyrl/conf7k",
        ),
        (
            entry_id(Authority("news.unicef.example", "2026-11-23"), "en", "conf7k"),
            "tag:news.unicef.example,2026-11-23:newsdesk/item/en/conf7k",
        ),
    ],
)
def test_an_id_is_a_tag_made_of_who_when_edition_and_name(identifier: str, expected: str) -> None:
    assert identifier == expected


@pytest.mark.parametrize(
    ("domain", "since", "reason"),
    [
        ("Newsroom.example", "2026", "“Newsroom.example” is not a domain in small letters"),
        ("newsroom", "2026", "“newsroom” is not a domain in small letters"),
        ("newsroom.example/x", "2026", "“newsroom.example/x” is not a domain in small letters"),
        ("", "2026", "“” is not a domain in small letters"),
        ("newsroom.example", "26", "“26” is not a year, month or day"),
        ("newsroom.example", "2026-11-", "“2026-11-” is not a year, month or day"),
        ("newsroom.example", "", "“” is not a year, month or day"),
    ],
)
def test_an_authority_is_a_domain_and_a_date(domain: str, since: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        Authority(domain, since)


@pytest.mark.parametrize("part", ["", "a b", "категорија", "a//b", "/a", "a#b", "a?b", "a%20b"])
def test_a_part_that_could_be_written_in_two_ways_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match=f"^“{re.escape(part)}” cannot be a part of a permanent"):
        entry_id(OURS, "en", part)
    with pytest.raises(ValueError, match="cannot be a part of a permanent id"):
        feed_id(OURS, part, "all")
