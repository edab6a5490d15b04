"""Whatever ends a build or a publisher, readers have the whole old site or the whole new one."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from small_site import SmallSite, many, post

from newsdesk.build_note import NOTE, BuildNote

MILK = "content/en/articles/milk.md"
CONF = ("--settings", "pelicanconf.py")
PUBLISH = ("publish", "www", "--no-record", *CONF)
TIMES = 30
PACKED = (".gz", ".br", ".zst")


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path, {MILK: post("Milk"), **many(3)})


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "newsdesk", *words]


def run(site: SmallSite, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        command(*words), cwd=site.folder, capture_output=True, text=True, check=False
    )


def done(site: SmallSite, *words: str) -> None:
    found = run(site, *words)
    assert found.returncode == 0, found.stderr


def killed(site: SmallSite, seconds: float, *words: str) -> None:
    """Run a command, and end it after a while as hard as a system can."""
    with subprocess.Popen(  # noqa: S603 - our own command
        command(*words), cwd=site.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.kill()


def duration(site: SmallSite, *words: str) -> float:
    begun = time.monotonic()
    done(site, *words)
    return time.monotonic() - begun


def files(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix not in PACKED and not file.name.startswith(".newsdesk")
    }


def on_line(site: SmallSite) -> dict[str, str]:
    """Give the files on line, which must be what the note beside them says."""
    current = site.folder / "www/current"
    found = files(current / "site")
    assert found == BuildNote.read((current / NOTE).read_bytes()).files
    return found


def changed(site: SmallSite, number: int) -> None:
    site.write({MILK: post("Milk", f"Milk came {number} times.")})


def test_a_publisher_that_is_killed_leaves_a_whole_site(site: SmallSite) -> None:
    for number in (0, 1):
        changed(site, number)
        done(site, "build", "--output", f"site-{number}", *CONF)
    sites = [files(site.folder / f"site-{number}") for number in (0, 1)]
    seconds = duration(site, *PUBLISH, "--output", "site-1")
    random = Random(20261126)  # noqa: S311 - moments that can be repeated
    seen = []
    for turn in range(TIMES):
        number = turn % 2
        changed(site, number)
        killed(site, random.uniform(0.5, 1.2) * seconds, *PUBLISH, "--output", f"site-{number}")
        now = on_line(site)
        assert now in sites
        seen.append(now == sites[number])
        # Machines grow faster and slower while this runs: stay near the moment of the switch.
        seconds *= 0.8 if seen[-1] else 1.25
    assert {*seen} == {True, False}
    done(site, *PUBLISH, "--output", "site-1")
    assert on_line(site) == sites[1]
    assert not [*(site.folder / "www").rglob(".new-*")]


def test_a_build_that_is_killed_is_never_taken_for_a_whole_one(site: SmallSite) -> None:
    seconds = duration(site, "build", *CONF)
    done(site, *PUBLISH)
    public = on_line(site)
    random = Random(20261127)  # noqa: S311 - likewise
    for number in range(TIMES):
        changed(site, number)
        killed(site, random.uniform(0.3, 1) * seconds, "build", *CONF)
        if (site.output / NOTE).is_file():
            note = BuildNote.read((site.output / NOTE).read_bytes())
            assert files(site.output) == note.files
        else:
            assert "no finished build is here" in run(site, *PUBLISH).stderr
        assert on_line(site) == public
    done(site, "build", *CONF)
    again = files(site.output)
    done(site, "build", "--output", "clean", *CONF)
    assert again == files(site.folder / "clean")


# A disk that is full, and one that is read-only


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Give a folder with little room; only root can make one."""
    folder.mkdir()
    subprocess.run(  # noqa: S603 - the system's own
        ["/bin/mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True
    )
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", str(folder)], check=True)  # noqa: S603 - likewise


def test_a_disk_that_is_full_is_told_of_and_the_site_stays(site: SmallSite) -> None:
    done(site, "build", *CONF)
    assert os.geteuid() == 0, "only root can make a small disk: run this test as root"
    with small_disk(site.folder / "small", "64M") as small:
        to_small = ("publish", "small/www", "--no-record", *CONF)
        done(site, *to_small)
        before = files(small / "www/current/site")
        (small / "ballast").write_bytes(b"0" * (os.statvfs(small).f_bavail * 4096 - 80_000))
        changed(site, 1)
        site.write({f"content/en/articles/more-{n}.md": _more(n) for n in range(9)})
        done(site, "build", *CONF)
        found = run(site, *to_small)
        assert found.returncode == 1
        assert "the system says: No space left on device" in found.stderr
        assert "Traceback" not in found.stderr
        assert files(small / "www/current/site") == before
        (small / "ballast").unlink()
        done(site, *to_small)
        assert files(small / "www/current/site") == files(site.output)


def _more(number: int) -> str:
    return post(f"More {number}", "Milk came. " * 300, id=f"more0{number}")


def no_room() -> None:
    """Let this process write no file that is larger than a short one."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))


def test_a_build_that_finds_no_room_leaves_the_site_as_it_was(site: SmallSite) -> None:
    done(site, "build", *CONF)
    before = files(site.output)
    changed(site, 1)
    found = subprocess.run(  # noqa: S603 - our own command
        command("build", *CONF),
        cwd=site.folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=no_room,
    )
    assert found.returncode == 1
    assert "the system says: File too large" in found.stderr
    assert "Traceback" not in found.stderr
    assert files(site.output).keys() == before.keys()
    done(site, "build", *CONF)
    done(site, *PUBLISH)


def test_a_folder_that_is_read_only_is_told_of(site: SmallSite) -> None:
    done(site, "build", *CONF)
    assert os.geteuid() == 0, "only root can make a small disk: run this test as root"
    with small_disk(site.folder / "small", "64M") as small:
        to_small = ("publish", "small/www", "--no-record", *CONF)
        done(site, *to_small)
        before = files(small / "www/current/site")
        remount = ["/bin/mount", "-o", "remount,ro", str(small)]
        subprocess.run(remount, check=True)  # noqa: S603 - the system's own
        changed(site, 1)
        done(site, "build", *CONF)
        found = run(site, *to_small)
        assert found.returncode == 1
        assert "the system says: Read-only file system" in found.stderr
        assert files(small / "www/current/site") == before


def test_of_two_at_once_one_is_told_to_wait(site: SmallSite) -> None:
    done(site, "build", *CONF)
    with (
        subprocess.Popen(command(*PUBLISH), cwd=site.folder) as first,  # noqa: S603 - our own command
        subprocess.Popen(  # noqa: S603 - likewise
            command(*PUBLISH), cwd=site.folder, stderr=subprocess.PIPE, text=True
        ) as second,
    ):
        said = second.communicate()[1]
        codes = (first.wait(), second.returncode)
    # Whoever came when the other had finished found nothing to do.
    assert codes in {(0, 0), (0, 1), (1, 0)}
    assert on_line(site) == files(site.output)
    if codes == (0, 1):
        assert "somebody else is publishing here at this moment" in said
