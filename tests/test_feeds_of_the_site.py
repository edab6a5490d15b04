"""Every feed of the real site is read by a program that others read feeds with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import feedparser
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds") / "output"
    command = [sys.executable, "-m", "newsdesk", "build", "--output", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own command
    return folder


def test_no_feed_has_a_fault_and_each_is_in_one_language(site: Path) -> None:
    feeds = [*site.rglob("*.atom"), *site.rglob("*.rss")]
    # Editions, formats; everything, ten categories, six types, corrections.
    assert len(feeds) == 3 * 2 * (1 + 10 + 6 + 1)
    for file in feeds:
        parsed = feedparser.parse(file.read_bytes())
        assert not parsed.bozo, file
        edition = {"en": "en", "sr": "sr-Latn", "sr-cyrl": "sr-Cyrl"}[
            file.relative_to(site).parts[0]
        ]
        assert parsed.feed.language == edition, file
        assert {entry.title_detail.language for entry in parsed.entries} <= {edition, None}, file


def test_the_conference_is_in_the_feeds_of_its_three_categories_and_no_other(site: Path) -> None:
    holding = {
        file.stem
        for file in (site / "en/feeds/categories").glob("*.atom")
        if feedparser.parse(file.read_bytes()).entries
    }
    assert holding == {"social-protection", "financial-support", "media"}
