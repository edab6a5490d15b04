"""Measures what the second script costs: python tests/bench/edition_cost.py [POSTS].

Builds the same Serbian posts as the Latin edition alone and as both, in turn, and prints the CPU
seconds of each and what the Cyrillic edition adds to the Latin one.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import corpus

from newsdesk.build import Build
from newsdesk.cli.site import house
from newsdesk.settings import Settings

ROUNDS = 3
THEME = Path("theme")


def seconds(settings: Settings, content: Path) -> float:
    """Give the CPU seconds of making every file of a site, none of them written."""
    started = time.process_time()
    Build.begin(settings, content, THEME).outputs()
    return time.process_time() - started


def main(posts: int) -> None:
    """Build in turn, and say how long it took."""
    with TemporaryDirectory() as folder:
        content = Path(folder, "content")
        corpus.write(posts, content)
        settings, _ = house(Path("pelicanconf.py"), content)
        settings = replace(settings, menu=(), service_pages=())
        _, latin, cyrillic = settings.editions
        one = replace(settings, editions=(latin,))
        both = replace(settings, editions=(latin, cyrillic))
        times = [(seconds(one, content), seconds(both, content)) for _ in range(ROUNDS)]
    alone, together = (median(each) for each in zip(*times, strict=True))
    print(f"{posts} posts: Latin {alone:.2f} s, both {together:.2f} s of CPU")
    print(f"the Cyrillic edition adds {(together - alone) / alone:.0%} of the Latin one's time")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
