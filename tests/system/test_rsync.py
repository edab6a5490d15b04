"""A site goes to a folder of another machine by rsync, wholly or not at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from small_site import SmallSite, as_before, post, typed

from newsdesk.cli.publishing import Newsroom, target_of
from newsdesk.problems import Message

MILK = "content/en/articles/milk.md"
CONF = ("--settings", "pelicanconf.py")
TO_HOST = ("publish", "news@host:there/www", "--no-record", *CONF)
# Takes the name of the machine away, and does the rest on this one.
SHELL = """#!/bin/sh
cd {folder} || exit 1
[ -e broken ] && {{ echo "the line is broken" >&2; exit 255; }}
[ "$1" = -l ] && shift 2
shift
exec sh -c "$*"
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    for program in ("rsync", "flock"):
        assert shutil.which(program), f"{program} is missing: run tests/system/install"
    shell = tmp_path / "shell"
    shell.write_text(SHELL.format(folder=tmp_path), "utf-8")
    shell.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(shell))
    return SmallSite.in_folder(tmp_path / "site", {MILK: post("Milk")})


def built(site: SmallSite, times: int) -> None:
    site.write({MILK: post("Milk", f"Milk came {times} times.")})
    assert typed(site, "build", *CONF) == 0


def there(site: SmallSite) -> Path:
    return site.folder.parent / "there/www"


def shown(site: SmallSite) -> bytes:
    return (there(site) / "current/site/en/news/milk/index.html").read_bytes()


def output(site: SmallSite) -> bytes:
    return (site.output / "en/news/milk/index.html").read_bytes()


def test_a_whole_life(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    built(site, 1)
    assert typed(site, *TO_HOST) == 0
    first = output(site)
    assert shown(site) == first
    assert (there(site) / "current").is_symlink()
    assert (there(site) / "current/server/nginx.conf").is_file()
    assert (there(site) / "current/site/en/news/milk/index.html.br").is_file()

    built(site, 2)
    capsys.readouterr()
    assert typed(site, *TO_HOST, "--dry-run") == 0
    assert "~ en/news/milk/index.html\n" in capsys.readouterr().out
    assert shown(site) == first
    before = (there(site) / "current").resolve()
    assert typed(site, *TO_HOST) == 0
    assert shown(site) == output(site) != first
    # What has not changed is the same file on its disk.
    robots = "site/robots.txt"
    assert (before / robots).samefile(there(site) / "current" / robots)

    assert typed(site, *TO_HOST) == 0
    assert len([*(there(site) / "releases").iterdir()]) == 2
    assert typed(site, *TO_HOST, "--rollback") == 0
    assert shown(site) == first
    assert typed(site, *TO_HOST, "--rollback") == 1
    assert "no older release is here to go back to" in capsys.readouterr().err
    assert typed(site, *TO_HOST) == 0
    assert shown(site) == output(site)


def test_the_oldest_releases_go(site: SmallSite) -> None:
    for times in (1, 2, 3, 4):
        built(site, times)
        assert typed(site, *TO_HOST, "--keep", "2") == 0
    assert len([*(there(site) / "releases").iterdir()]) == 2
    assert shown(site) == output(site)


def test_a_line_that_is_broken_is_told_of(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built(site, 1)
    assert typed(site, *TO_HOST) == 0
    before = shown(site)
    built(site, 2)
    (site.folder.parent / "broken").touch()
    assert typed(site, *TO_HOST) == 1
    assert (
        "news@host:there/www: the other machine says: the line is broken\n"
        "    Hint: the site on line is as it was; type the same again when this is mended\n"
    ) in capsys.readouterr().err
    (site.folder.parent / "broken").unlink()
    assert shown(site) == before
    assert typed(site, *TO_HOST) == 0
    assert shown(site) == output(site)


def test_who_waits_is_told_what_travels(site: SmallSite) -> None:
    built(site, 1)
    told: list[tuple[str, int]] = []

    def watch(what: Message, done: int, _of: int) -> None:
        told.append((str(what), done))

    with chdir(site.folder), as_before():
        newsroom = Newsroom(Path("pelicanconf.py"), None)
        target = target_of("news@host:there/www", 5, watch)
        newsroom.publish(newsroom.ready(Path("output")), target)
    sent = [done for what, done in told if what == "files sent"]
    files = [file for file in (there(site) / "current").resolve().rglob("*") if file.is_file()]
    assert sent == [*range(1, len(files) + 1)]


def test_two_at_once_are_one_too_many(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    built(site, 1)
    there(site).mkdir(parents=True)
    words = ["flock", str(there(site) / ".newsdesk-lock"), "sh", "-c", "echo in; exec cat"]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe) as other:  # noqa: S603 - the system's own
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == b"in\n"
        assert typed(site, *TO_HOST) == 1
        assert "somebody else is publishing here at this moment" in capsys.readouterr().err
        other.stdin.close()
    assert typed(site, *TO_HOST) == 0


def test_who_is_killed_leaves_a_whole_site(site: SmallSite) -> None:
    built(site, 1)
    assert typed(site, *TO_HOST) == 0
    pages = [shown(site)]
    built(site, 2)
    pages.append(output(site))
    for tenth in range(8, 32, 3):
        command = [sys.executable, "-m", "newsdesk", *TO_HOST]
        with subprocess.Popen(command, cwd=site.folder, stdout=subprocess.DEVNULL) as publisher:  # noqa: S603 - our own command
            try:
                publisher.wait(tenth / 10)
            except subprocess.TimeoutExpired:
                publisher.kill()
        assert shown(site) in pages
    assert typed(site, *TO_HOST) == 0
    assert shown(site) == pages[1]
    assert not [*(there(site) / "releases").glob(".new-*")]
