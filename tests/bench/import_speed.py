"""Measures `newsdesk import`: python tests/bench/import_speed.py [PAGES].

Writes saved pages of 20 KB, each with a menu, a sidebar, scripts and a text of about 900 words with
links to other pages, and prints the CPU seconds for bringing all of them along, for doing it again
when all are here, and its peak memory.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import corpus

MEGABYTE = 1024
SIZE = 20_000
MENU = "".join(f'<li><a href="/serbia/part_{n}.html">Part {n}</a></li>' for n in range(40))
AROUND = (
    f'<div id="nav"><ul class="menu">{MENU}</ul></div><script>var t = {"1" * 900};</script>'
    '<p><a href="mailto:?">Email this article</a></p><p>unite for children</p>'
)


def page(number: int, pages: int, random: Random) -> str:
    """Write one page; two pages of one number are equal."""
    paragraphs = ""
    while len(AROUND) + len(paragraphs) < SIZE - 500:
        target = random.randrange(pages)
        words = " ".join(corpus.sentence(random) for _ in range(4))
        paragraphs += f'<p>{words} <a href="page-{target}.html"><b>Još</b> o tome</a>.</p>\n'
    return (
        f'<!DOCTYPE html><html lang="sr"><head><meta charset="utf-8"><title>Strana {number}'
        f'</title></head><body>{AROUND}<div id="content"><h1>Strana {number}</h1><p>MedijiZaštita '
        f"dece</p>{paragraphs}</div></body></html>"
    )


def write(pages: int, folder: Path) -> int:
    """Write all pages; gives their bytes."""
    folder.mkdir()
    random = Random(20261122)
    for number in range(pages):
        (folder / f"page-{number}.html").write_text(page(number, pages, random), "utf-8")
    return sum(file.stat().st_size for file in folder.iterdir())


def cpu_seconds() -> float:
    """Give what all commands have taken until now."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def timed(*words: str) -> tuple[float, str]:
    """Run the command as staff do; gives its CPU seconds, its start included, and its last line."""
    started = cpu_seconds()
    command = [sys.executable, "-m", "newsdesk", *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own command
    return cpu_seconds() - started, done.stdout.splitlines()[-1]


def main(pages: int) -> None:
    """Bring the pages along, twice, and say how long it took."""
    root = Path.cwd()
    with TemporaryDirectory() as folder, chdir(folder):
        for name in ("pelicanconf.py", "plugins", "theme"):
            Path(name).symlink_to(root / name)
        vocabulary = Path("content/vocabulary")
        vocabulary.mkdir(parents=True)
        for file in (root / vocabulary).iterdir():
            (vocabulary / file.name).write_bytes(file.read_bytes())
        size = write(pages, Path("old"))
        first, said = timed("import", "old")
        again, _ = timed("import", "old")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE
    print(f"{pages} pages of {size / pages / 1000:.1f} KB: {first:.1f} s of CPU; {said}")
    print(f"once more, when all are here: {again:.1f} s of CPU; {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
