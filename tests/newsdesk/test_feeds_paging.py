"""Archives of feeds: whoever comes late still finds every entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from feed_documents import paged

from newsdesk.feeds import Author, Entry, Feed, Withdrawal, retired

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
SITE = "https://newsroom.example"
FEED = Feed(
    id="tag:newsroom.example,2026:newsdesk/feed/en/all",
    title="All news",
    address=f"{SITE}/all.atom",
    home=f"{SITE}/",
    updated=BEGIN,
    language="en",
    publisher=Author("UNICEF in Serbia"),
    hub="https://hub.example/",
)


def entry(number: int) -> Entry:
    """Give the item that was published on that day of the year."""
    day = BEGIN + timedelta(days=number)
    return Entry(
        id=f"tag:newsroom.example,2026:newsdesk/item/en/{number:03}",
        title=f"News {number}",
        address=f"{SITE}/{number}/",
        published=day,
        updated=day,
        language="en",
        html="<p>Text</p>",
    )


def documents(count: int, *changed: Entry, size: int = 3) -> tuple[Feed, ...]:
    """Divide entries 1 to count, with some of them replaced."""
    by_id = {one.id: one for one in [*map(entry, range(1, count + 1)), *changed]}
    return paged(FEED, by_id.values(), size, lambda number: f"{SITE}/all-{number}.atom")


def numbers(feed: Feed) -> list[int]:
    return [int(one.id[-3:]) for one in feed.entries]


@pytest.mark.parametrize(
    ("count", "held"),
    [
        (0, [[]]),
        (1, [[1]]),
        (3, [[3, 2, 1]]),
        (4, [[4, 3, 2], [3, 2, 1]]),
        (6, [[6, 5, 4], [3, 2, 1]]),
        (7, [[7, 6, 5], [3, 2, 1], [6, 5, 4]]),
        (9, [[9, 8, 7], [3, 2, 1], [6, 5, 4]]),
    ],
)
def test_full_pages_hold_whatever_has_left_the_newest(count: int, held: list[list[int]]) -> None:
    assert [numbers(document) for document in documents(count)] == held


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_following_the_archive_from_any_day_finds_every_entry(size: int) -> None:
    for count in range(12):
        by_address = {document.address: document for document in documents(count, size=size)}
        found: set[int] = set()
        address = FEED.address
        while address:
            found.update(numbers(by_address[address]))
            address = by_address[address].previous_archive
        assert found == set(range(1, count + 1))


def test_a_page_that_was_full_keeps_its_entries_for_ever() -> None:
    for count in range(1, 12):
        before, after = documents(count)[1:], documents(count + 1)[1:]
        assert [one.entries for one in before] == [one.entries for one in after[: len(before)]]
        assert [one.updated for one in before] == [one.updated for one in after[: len(before)]]


def test_documents_are_linked_and_pages_are_never_offered_for_subscription() -> None:
    newest, *pages = documents(10)
    assert [
        (one.address, one.previous_archive, one.next_archive, one.current, one.hub)
        for one in (newest, *pages)
    ] == [
        (f"{SITE}/all.atom", f"{SITE}/all-3.atom", "", "", "https://hub.example/"),
        (f"{SITE}/all-1.atom", "", f"{SITE}/all-2.atom", f"{SITE}/all.atom", ""),
        (
            f"{SITE}/all-2.atom",
            f"{SITE}/all-1.atom",
            f"{SITE}/all-3.atom",
            f"{SITE}/all.atom",
            "",
        ),
        (f"{SITE}/all-3.atom", f"{SITE}/all-2.atom", "", f"{SITE}/all.atom", ""),
    ]
    assert {one.id for one in (newest, *pages)} == {FEED.id}


def test_each_document_is_as_old_as_its_last_change_and_an_empty_feed_as_its_beginning() -> None:
    assert documents(0)[0].updated == BEGIN
    assert [one.updated for one in documents(4)] == [entry(4).published, entry(3).published]


def test_a_major_change_brings_an_old_entry_back_to_the_top() -> None:
    corrected = replace(entry(1), updated=entry(9).published + timedelta(hours=1))
    newest, first, _ = documents(9, corrected)
    assert numbers(newest) == [1, 9, 8, 7]
    assert numbers(first) == [3, 2, 1]
    assert newest.updated == corrected.updated


def test_a_change_older_than_the_newest_entries_stays_in_the_archive() -> None:
    corrected = replace(entry(1), updated=entry(5).published)
    assert numbers(documents(9, corrected)[0]) == [9, 8, 7]


def test_a_withdrawal_is_seen_by_those_who_already_have_the_entry() -> None:
    gone = replace(entry(2), withdrawal=Withdrawal(entry(9).published, "Withdrawn."))
    newest, first, _ = documents(9, gone)
    assert numbers(newest) == [9, 2, 8, 7]
    assert numbers(first) == [3, 2, 1]
    assert first.updated == entry(9).published


def test_entries_of_one_moment_have_one_order() -> None:
    same = [replace(entry(number), published=BEGIN, updated=BEGIN) for number in (2, 1, 3)]
    assert [numbers(one) for one in paged(FEED, same, 2, str)] == [[3, 2], [2, 1]]


def test_a_feed_shows_at_least_one_entry() -> None:
    with pytest.raises(ValueError, match=r"^a feed of 0 entries shows nothing$"):
        paged(FEED, [], 0, str)


def test_two_entries_with_one_id_are_a_bug() -> None:
    reason = f"^two entries of {FEED.address} have the id {entry(1).id}$"
    with pytest.raises(ValueError, match=reason):
        replace(FEED, entries=(entry(1), entry(2), entry(1)))


def test_a_retired_feed_says_last_of_all_where_to_go() -> None:
    at = BEGIN + timedelta(days=300)
    feed = retired(
        replace(FEED, entries=(entry(1),)),
        at,
        title="This feed has ended",
        notice="Media & more: follow all news.",
        address=f"{SITE}/en/",
    )
    assert feed.is_retired
    assert feed.updated == at
    assert feed.entries == (
        Entry(
            id="tag:newsroom.example,2026:newsdesk/feed/en/all/retired",
            title="This feed has ended",
            address=f"{SITE}/en/",
            published=at,
            updated=at,
            language="en",
            html="<p>Media &amp; more: follow all news.</p>",
            summary="Media & more: follow all news.",
        ),
        entry(1),
    )
