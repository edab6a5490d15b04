"""Measures how long a page of 500 words takes to convert, with cyrtranslit's time beside ours.

cyrtranslit gets the same page and converts its tags as well, which spoils them; it is the time
for going through as many letters. Run it by hand:

    PYTHONPATH=plugins python tests/bench/script_speed.py
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from script_accuracy import fetch_declaration, fetch_yardstick

from newsdesk.script import Words, html_to_cyrillic, html_to_latin

WORDS_ON_PAGE = 500
RUNS = 300
LIMIT = 1.0  # milliseconds


def page_of(lines: list[str]) -> str:
    """Take lines of HTML from the start until they hold 500 words."""
    taken: list[str] = []
    count = 0
    for line in lines:
        text = " ".join(part.partition(">")[2] for part in line.split("<") if part.strip())
        count += len(text.split())
        taken.append(line)
        if count >= WORDS_ON_PAGE:
            break
    return "\n".join(taken)


def milliseconds(convert: Callable[[], str]) -> float:
    """Give the time of one conversion."""
    start = time.perf_counter()
    convert()
    return (time.perf_counter() - start) * 1000


def median(convert: Callable[[], str]) -> float:
    """Give the median time of many conversions in milliseconds."""
    return statistics.median(milliseconds(convert) for _ in range(RUNS))


def body_lines(page: Path) -> list[str]:
    return page.read_text(encoding="utf-8").partition("<body>")[2].splitlines()


def main() -> int:
    """Print the times; fail when ours is over the limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = fetch_declaration(Path(name))
        latin, cyrillic = (page_of(body_lines(folder / f"srp_{s}.html")) for s in ("latn", "cyrl"))
        yardstick_to_latin, yardstick_to_cyrillic = fetch_yardstick(Path(name))
    words = Words.shipped()
    first = milliseconds(lambda: html_to_cyrillic(latin, words))
    times = {
        "Latin to Cyrillic": median(lambda: html_to_cyrillic(latin, words)),
        "Latin to Cyrillic, cyrtranslit": median(lambda: yardstick_to_cyrillic(latin)),
        "Cyrillic to Latin": median(lambda: html_to_latin(cyrillic, words)),
        "Cyrillic to Latin, cyrtranslit": median(lambda: yardstick_to_latin(cyrillic)),
        "Latin to Cyrillic, the first page of a run": first,
    }
    sys.stdout.writelines(f"{name}: {time_:.2f} ms\n" for name, time_ in times.items())
    return int(max(times["Latin to Cyrillic"], times["Cyrillic to Latin"]) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
