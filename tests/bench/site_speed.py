"""Measures whole builds beside those of other generators: make bench N=1000.

Four things happen to a site of N posts in one edition: it is built from nothing, built again,
built after a sentence was added to one post, and built after one post was added. Every program
takes its turn in each of them, so that whatever else the machine does meets all alike; quote the
ratios. HUGO= and PELICAN= name the programs of peers; they get the same posts in their own form.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import corpus
import peers

ROOT = Path(__file__).parents[2]
SETTINGS = f"""\
import runpy

globals().update(runpy.run_path({str(ROOT / "pelicanconf.py")!r}))
PATH, OUTPUT_PATH, THEME = "content", "output", {str(ROOT / "theme")!r}
PLUGIN_PATHS = [{str(ROOT / "plugins")!r}]
NEWSDESK_EDITIONS = [each for each in NEWSDESK_EDITIONS if each["key"] == "sr-Latn"]
NEWSDESK_MENU, NEWSDESK_SERVICE_PAGES, NEWSDESK_MEDIA_PAGES = [], [], []
"""
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
LOOK = 0.2  # seconds between two looks at the memory
MORE = "\nJoš jedna rečenica, da se vidi koliko košta.\n"


@dataclass(frozen=True)
class Program:
    """A program that builds the site.

    :param command: typed in `folder`.
    :param made: what a build leaves there, output first.
    :param posts: the folder of posts.
    :param typed: gives a post in the form that the program reads.
    """

    name: str
    folder: Path
    command: tuple[str, ...]
    made: tuple[str, ...]
    posts: str
    typed: Callable[[str], str] = str


@dataclass(frozen=True)
class Run:
    """What one build took: seconds, seconds of CPU, megabytes of all processes at their most."""

    wall: float
    cpu: float
    memory: float
    written: int


def programs(folder: Path, posts: int, environment: Mapping[str, str]) -> Iterator[Program]:
    """Set up every program that is at hand."""
    own = folder / "newsdesk"
    corpus.write(posts, own / "content")
    (own / "pelicanconf.py").write_text(SETTINGS, "utf-8")
    command = (sys.executable, "-m", "newsdesk", "build")
    yield Program("newsdesk", own, command, ("output", ".newsdesk"), "content/sr/articles")
    if hugo := environment.get("HUGO"):
        peers.hugo(folder / "hugo", posts)
        made = ("public", "resources", ".hugo_build.lock")
        yield Program("hugo", folder / "hugo", (hugo, "--quiet"), made, "content", peers.for_hugo)
    if name := environment.get("PELICAN"):
        there = folder / "pelican"
        peers.pelican(there, posts)
        typed = (name, "content", "-s", "pelicanconf.py", "-q")
        yield Program("pelican", there, typed, ("output", "cache"), "content", peers.for_pelican)


def build(program: Program) -> Run:
    """Build once.

    :raises CalledProcessError: when the program fails.
    """
    started, before = time.time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    clock = time.monotonic()
    # A user's Python keeps what it has compiled; some workplaces tell it not to.
    environment = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
    process = subprocess.Popen(  # noqa: S603 - the programs that were named
        program.command, cwd=program.folder, stdout=subprocess.DEVNULL, env=environment
    )
    memory = 0.0
    while process.poll() is None:
        memory = max(memory, memory_of(process.pid))
        with suppress(subprocess.TimeoutExpired):
            process.wait(LOOK)
    wall = time.monotonic() - clock
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, program.command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    output = program.folder / program.made[0]
    files = (file.stat() for file in output.rglob("*") if file.is_file())
    written = sum(file.st_ctime >= started for file in files)
    return Run(wall, cpu, memory, written)


def memory_of(process: int) -> float:
    """Give the megabytes of a process and all its children; what they share counts once."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        # It has just ended.
        return 0.0
    own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return own + sum(memory_of(int(child)) for child in children)


# What happens to the site; each is undone before the next


def cold(program: Program, posts: int) -> Run:
    """Build from nothing: no output, no memory."""
    del posts
    for name in program.made:
        place = program.folder / name
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    return build(program)


def unchanged(program: Program, posts: int) -> Run:
    """Build what has been built."""
    del posts
    return build(program)


def one_edit(program: Program, posts: int) -> Run:
    """Add a sentence to a post in the middle."""
    name, _ = corpus.post(posts // 2, posts)
    file = program.folder / program.posts / name
    before = file.read_text("utf-8")
    file.write_text(before + MORE, "utf-8")
    try:
        return build(program)
    finally:
        file.write_text(before, "utf-8")
        build(program)


def one_new_post(program: Program, posts: int) -> Run:
    """Add the newest post."""
    name, text = corpus.post(posts, posts)
    file = program.folder / program.posts / name
    file.write_text(program.typed(text), "utf-8")
    try:
        return build(program)
    finally:
        file.unlink()
        build(program)


SCENARIOS = (cold, unchanged, one_edit, one_new_post)


def main(posts: int, environment: Mapping[str, str]) -> None:
    """Measure, and print the table."""
    with TemporaryDirectory() as folder:
        found = [*programs(Path(folder), posts, environment)]
        for scenario in SCENARIOS:
            runs = {program.name: scenario(program, posts) for program in found}
            own = runs["newsdesk"]
            for name, run in runs.items():
                print(
                    f"{posts:6} {scenario.__name__:13} {name:9} wall {run.wall:7.1f} s"
                    f"  CPU {run.cpu:7.1f} s  {run.memory:5.0f} MB  {run.written:6} files"
                    f"  newsdesk is {own.cpu / run.cpu:5.2f} of its CPU,"
                    f" {own.wall / run.wall:5.2f} of its wall",
                    flush=True,
                )


if __name__ == "__main__":
    for size in sys.argv[1:] or ["1000"]:
        main(int(size), os.environ)
