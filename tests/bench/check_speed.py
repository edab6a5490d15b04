"""Measures `newsdesk check`: python tests/bench/check_speed.py [POSTS].

Prints the CPU seconds for reading and checking the headers alone, for the whole check with its
warnings, and the peak memory of the process.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import corpus

from newsdesk.catalogue import gather
from newsdesk.cli.site import settings_of
from newsdesk.explain import read_as
from newsdesk.header import read_post
from newsdesk.schema.posts import News
from newsdesk.settings import read_settings

MEGABYTE = 1024


def main(posts: int) -> None:
    """Write the posts, read them, and say how long it took."""
    with TemporaryDirectory() as folder:
        content = Path(folder, "content")
        corpus.write(posts, content)
        files = [(str(file), file.read_bytes()) for file in content.rglob("*.md")]
        started = time.process_time()
        for path, data in files:
            source = read_post(path, data)
            read_as(News, source, dict(source.header))
        headers = time.process_time() - started
        started = time.process_time()
        settings = read_settings(settings_of(Path("pelicanconf.py"), content))
        catalogue = gather(content, settings)
        whole = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    print(f"{posts} posts: headers {headers:.2f} s, whole check {whole:.2f} s of CPU")
    print(f"{posts / headers:.0f} headers a second; {len(catalogue.items)} items; {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
