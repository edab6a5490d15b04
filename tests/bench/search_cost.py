"""Measures the search index: python tests/bench/search_cost.py [POSTS] [YEARS].

Makes the index of as many records of 400 words, spread over the years, from nothing, again
unchanged, and with one new post; prints the parts that were made, the seconds, and the most memory
that Pagefind took.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

import corpus

from newsdesk.photos.memory import Memory
from newsdesk.search.index import remembered
from newsdesk.search.parts import parts
from newsdesk.search.records import Record

LATEST = 2026


def record(number: int, years: int) -> Record:
    """Give a post of about 400 words; the same number gives the same one."""
    return Record(
        address=f"/sr/news/{number}/",
        title=corpus.title_of(number),
        text=corpus.paragraph(Random(number), 30),
        kind="Vest",
        year=LATEST - number % years,
        categories=(("media", "Mediji"),),
    )


def measure(name: str, records: list[Record], memory: Memory) -> None:
    """Make or remember every part, and print what it took."""
    started, kept = time.perf_counter(), len(list(memory.folder.glob("*")))
    files = sum(len(remembered(part, memory)) for part in parts(records, "sr"))
    seconds = time.perf_counter() - started
    made = len(list(memory.folder.glob("*"))) - kept
    megabytes = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{name:>10} {made:>3} parts made {files:>6} files {seconds:>6.1f} s {megabytes:>5.0f} MB"
    )


def main(posts: int, years: int) -> None:
    """Measure three builds."""
    with TemporaryDirectory() as folder:
        memory = Memory(Path(folder))
        records = [record(number, years) for number in range(posts)]
        words = sum(len(each.text.split()) for each in records) // posts
        print(f"{posts} posts of {words} words, {years} years")
        measure("cold", records, memory)
        measure("unchanged", records, memory)
        measure("one new", [*records, record(posts, years)], memory)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*given, *(1000, 10)[len(given) :])
