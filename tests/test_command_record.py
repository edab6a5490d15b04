"""`newsdesk record`: what was published is written down, and watched over from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import SmallSite, post, typed

MILK = "content/en/articles/milk.md"
LEDGER = "content/addresses.txt"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path, {MILK: post("Milk", "Milk came.")})


def test_it_says_where_it_wrote_what(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(site, "record") == 0
    assert capsys.readouterr().out == "Recorded in content/addresses.txt: 4.\n"
    ledger = (site.folder / LEDGER).read_text("utf-8").splitlines()
    assert [line.split(" ")[:3] for line in ledger[1:]] == [
        ["categories/emergencies"],
        ["categories/health"],
        ["categories/media"],
        ["news/milk", "milk01", "en"],
    ]


def test_a_text_that_changes_afterwards_must_say_so(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(site, "record")
    site.write({MILK: post("Milk", "Milk went.")})
    assert typed(site, "check") == 1
    assert "the text has changed since it was published" in capsys.readouterr().err

    note = [{"at": "2026-11-23", "note": "It went, it did not come.", "level": "major"}]
    site.write({MILK: post("Milk", "Milk went.", changes=note)})
    assert typed(site, "check") == 0


def test_nothing_is_written_while_there_are_problems(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write({MILK: post("Milk", categories=["medai"])})
    assert typed(site, "record") == 1
    assert "“medai” is not a category that we know" in capsys.readouterr().err
    assert not (site.folder / LEDGER).exists()


def test_a_draft_is_not_written_down(site: SmallSite) -> None:
    site.write({"content/en/articles/shoes.md": post("Shoes", id="shoes1", status="draft")})
    typed(site, "record")
    assert "shoes1" not in (site.folder / LEDGER).read_text("utf-8")
