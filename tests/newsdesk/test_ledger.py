"""No address dies, and no published text changes without a word."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from small_site import HOUSE

from newsdesk.files import VOCABULARY
from newsdesk.header import read_post
from newsdesk.item import Item
from newsdesk.ledger import (
    Ledger,
    Published,
    check_categories,
    check_ledger,
    check_others,
    read_ledger,
    record,
)
from newsdesk.schema.posts import Page

FINGERPRINT = hashlib.sha256(b"Milk came.").hexdigest()[:16]
CHANGE = "changes:\n  - {at: 2026-11-23, note: Forty not fourteen, level: minor}\n"


def item(
    text: str = "Milk came.", *, identity: str = "milk01", slug: str = "milk", more: str = ""
) -> Item:
    header = f"id: {identity}\ntype: page\nlang: sr-Latn\ntitle: Milk\nsummary: It came.\n{more}"
    source = read_post("content/sr/pages/milk.md", f"---\n{header}---\n{text}\n".encode())
    return Item(Page.model_validate(dict(source.header)), source, slug)


def ledger_of(*items: Item, folder: Path) -> Ledger:
    record(folder, items, (), Ledger(), HOUSE)
    ledger, problems = read_ledger(folder)
    assert problems == []
    return ledger


def told(ledger: Ledger, *items: Item) -> list[str]:
    return [str(problem) for problem in check_ledger(items, ledger, HOUSE)]


def test_a_site_that_was_never_published_may_change_as_it_likes(tmp_path: Path) -> None:
    ledger, problems = read_ledger(tmp_path)
    assert (problems, told(ledger, item())) == ([], [])


def test_the_ledger_is_one_sorted_line_for_each_post_in_each_language(tmp_path: Path) -> None:
    bread = item(identity="bread1", slug="bread", more=CHANGE)
    record(tmp_path, [item(), bread], (), Ledger(), HOUSE)
    assert (tmp_path / "addresses.txt").read_text("utf-8") == (
        "# What was published: address, id, language, text, corrections. "
        "Written by newsdesk publish.\n"
        f"about/bread bread1 sr {FINGERPRINT} 1\n"
        f"about/milk milk01 sr {FINGERPRINT} 0\n"
    )


def test_what_was_published_before_stays_in_the_ledger(tmp_path: Path) -> None:
    before = ledger_of(item(), folder=tmp_path)
    count = record(tmp_path, [item(identity="bread1", slug="bread")], (), before, HOUSE)
    ledger, _ = read_ledger(tmp_path)
    assert count == 2
    assert {entry.address for _, entry in ledger.entries.values()} == {"about/milk", "about/bread"}


def test_an_unchanged_post_is_no_problem_whatever_spaces_surround_it(tmp_path: Path) -> None:
    ledger = ledger_of(item(), folder=tmp_path)
    assert told(ledger, item("\nMilk came.\n\n")) == []


def test_a_text_that_changed_in_silence_is_told(tmp_path: Path) -> None:
    ledger = ledger_of(item(), folder=tmp_path)
    assert told(ledger, item("Milk went.")) == [
        (
            "content/sr/pages/milk.md:2: the text has changed since it was published, "
            "and “changes” does not say so\n"
            "    Hint: add below changes: - at: and the time, note: what changed, "
            "level: minor or major"
        )
    ]


def test_a_correction_that_is_noted_is_no_problem(tmp_path: Path) -> None:
    ledger = ledger_of(item(), folder=tmp_path)
    assert told(ledger, item("Milk went.", more=CHANGE)) == []


def test_a_note_serves_one_change_only(tmp_path: Path) -> None:
    ledger = ledger_of(item("Milk went.", more=CHANGE), folder=tmp_path)
    assert len(told(ledger, item("Milk is gone.", more=CHANGE))) == 1


def test_an_address_never_changes(tmp_path: Path) -> None:
    ledger = ledger_of(item(), folder=tmp_path)
    assert told(ledger, item(slug="white-milk")) == [
        (
            "content/sr/pages/milk.md:2: about/milk was published, "
            "and would now be about/white-milk\n"
            "    Hint: type slug: milk and the type it had, "
            "or aliases: [/sr/about/milk/, /sr-cyrl/about/milk/]"
        )
    ]


def test_a_post_that_was_published_never_disappears(tmp_path: Path) -> None:
    ledger = ledger_of(item(), folder=tmp_path)
    path = (tmp_path / "addresses.txt").as_posix()
    assert told(ledger) == [
        (
            f"{path}:2: about/milk was published in “sr”, and its post “milk01” is gone\n"
            "    Hint: bring the post back; if it must not stand, give it status: withdrawn"
        )
    ]


@pytest.mark.parametrize("line", ["about/milk milk01 sr", "a b c d e", "about/milk  milk01 sr x 0"])
def test_a_line_that_somebody_wrote_by_hand_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "addresses.txt").write_text(f"{line}\n", "utf-8")
    _, problems = read_ledger(tmp_path)
    assert [str(problem) for problem in problems] == [
        (
            f"{(tmp_path / 'addresses.txt').as_posix()}:1: “{line}” is not a line of the ledger\n"
            "    Hint: bring the file back as it was; it is never written by hand"
        )
    ]


def test_both_scripts_of_serbian_are_one_text() -> None:
    assert Published.of(item()).language == "sr"


def test_what_was_published_never_becomes_a_draft_again(tmp_path: Path) -> None:
    ledger = ledger_of(item(), folder=tmp_path)
    assert told(ledger, item(more="status: draft\n")) == [
        (
            "content/sr/pages/milk.md:7: this was published, and would vanish from the site\n"
            "    Hint: if it must not stand, type status: withdrawn; otherwise status: published"
        )
    ]


def test_a_category_that_was_published_stays_known_for_its_feed_is_followed(tmp_path: Path) -> None:
    record(tmp_path, [item()], ["media", "health"], Ledger(), HOUSE)
    assert "categories/health\ncategories/media\n" in (tmp_path / "addresses.txt").read_text()
    ledger, problems = read_ledger(tmp_path)
    assert (problems, told(ledger, item())) == ([], [])
    assert list(check_categories({"media", "health"}, ledger)) == []
    (problem,) = check_categories({"health"}, ledger)
    assert str(problem) == (
        f"{tmp_path}/addresses.txt:4: the category “media” was published, and its page and its "
        "feed would vanish\n"
        "    Hint: bring it back into content/vocabulary/categories.yaml; if it is no more, "
        "add ended: and below it at: and replaced_by:"
    ).replace("content/vocabulary", VOCABULARY)
    assert record(tmp_path, [item()], ["health"], ledger, HOUSE) == 3


def test_an_address_may_change_when_the_old_one_goes_on_answering(tmp_path: Path) -> None:
    ledger = ledger_of(item(), folder=tmp_path)
    old = ["/sr/about/milk/", "/sr-cyrl/about/milk/"]
    moved = item(slug="white-milk")
    assert [*check_ledger([moved], ledger, HOUSE, old)] == []
    assert [*check_ledger([], ledger, HOUSE, old)] == []
    record(tmp_path, [moved], (), ledger, HOUSE)
    again, _ = read_ledger(tmp_path)
    assert [*again.others] == sorted(old)


def test_lists_and_feeds_stay_too(tmp_path: Path) -> None:
    now = {"/en/": "", "/en/feeds/all.atom": "tag:example.org,2026:all"}
    record(tmp_path, [], (), Ledger().also(now), HOUSE)
    ledger, problems = read_ledger(tmp_path)
    path = f"{tmp_path.as_posix()}/addresses.txt"
    assert problems == []
    assert [*check_others(now, ledger, [])] == []
    assert [*check_others({}, ledger, [*now])] == []
    assert [str(each) for each in check_others({"/en/feeds/all.atom": "tag:x"}, ledger, [])] == [
        (
            f"{path}:2: /en/ was published, and would not answer any more\n"
            "    Hint: add to moved.yaml: /en/: and its new address, or gone"
        ),
        (
            f"{path}:3: the feed /en/feeds/all.atom had the id tag:example.org,2026:all, "
            "and would have another\n"
            "    Hint: set NEWSDESK_ID_AUTHORITY as it was: readers know a feed by its id"
        ),
    ]
