"""A site goes on line wholly or not at all, and comes back."""

from __future__ import annotations

import gzip
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from newsdesk.build_note import NOTE, PREVIEW, PUBLIC, About, BuildNote
from newsdesk.outputs import Output, replace_site
from newsdesk.packing import unbrotlied, unzstandarded
from newsdesk.problems import Message, SiteError
from newsdesk.publishing import Changes, FolderTarget, Release, compare, read_release
from newsdesk.publishing.lock import locked

ABOUT = About(PUBLIC, "https://example.org", "content", "public")
LONG = "<p>Milk came.</p>\n" * 100
SERVER = {"nginx.conf": b"charset utf-8;\n"}


def built(folder: Path, files: Mapping[str, str], about: About = ABOUT) -> Path:
    """Build a site of these files, as a build does."""
    outputs = {path: Output(path, text.encode()) for path, text in files.items()}
    digests = {path: sha256(output.data).hexdigest() for path, output in outputs.items()}
    replace_site(folder, outputs, bytes(BuildNote(about, digests)))
    return folder


def release(folder: Path, **files: str) -> Release:
    named = {name.replace("_", "."): text for name, text in files.items()}
    return read_release(built(folder, named), ABOUT)


@pytest.fixture
def target(tmp_path: Path) -> FolderTarget:
    return FolderTarget(tmp_path / "www", "www", keep=2)


def on_line(target: FolderTarget) -> dict[str, str]:
    site = target.folder / "current" / "site"
    return {
        file.relative_to(site).as_posix(): file.read_text("utf-8")
        for file in sorted(site.rglob("*"))
        if file.suffix not in {".gz", ".br", ".zst"} and file.is_file()
    }


# How far it is


def test_who_waits_is_told_how_far_it_is_and_nothing_of_what_is_there(tmp_path: Path) -> None:
    told: list[str] = []

    def watch(what: Message, done: int, of: int) -> None:
        told.append(f"{what} {done}/{of}")

    target = FolderTarget(tmp_path / "www", "www", watch=watch)
    first = release(tmp_path / "one", a_html="a", b_html=LONG, cup_png="cup")
    target.publish(first, "2026-01-01", SERVER)
    copied = [f"files copied {number}/3" for number in (1, 2, 3)]
    assert told == [*copied, "files packed 1/2", "files packed 2/2"]
    told.clear()
    target.publish(first, "2026-01-02", SERVER)
    assert told == []
    target.publish(release(tmp_path / "two", a_html="a", b_html="b"), "2026-01-03", SERVER)
    assert told == ["files copied 1/1", "files packed 1/1"]


# What may go on line


def refusal(folder: Path, now: About = ABOUT) -> str:
    with pytest.raises(SiteError) as caught:
        read_release(folder, now)
    return str(caught.value).replace(folder.as_posix(), "output")


ELSEWHERE = "and would stand at https://www.example.org"
AGAIN = "\n    Hint: build it again: newsdesk build --settings publishconf.py"


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (
            replace(ABOUT, content="newer"),
            f"output: the content has changed since the site was built{AGAIN}",
        ),
        (
            replace(ABOUT, public="more"),
            f"output: since the site was built, the hour of a post has come{AGAIN}",
        ),
        (
            replace(ABOUT, site_url="https://www.example.org"),
            f"output: the site was built for https://example.org, {ELSEWHERE}{AGAIN}",
        ),
    ],
)
def test_a_build_that_is_not_of_now_is_refused(now: About, message: str, tmp_path: Path) -> None:
    assert refusal(built(tmp_path, {"a.html": "a"}), now) == message


def test_a_preview_is_refused(tmp_path: Path) -> None:
    preview = built(tmp_path, {"a.html": "a"}, replace(ABOUT, made_for=PREVIEW))
    assert refusal(preview) == (
        "output: this is a preview: it shows what is not public yet\n"
        "    Hint: publish the folder of newsdesk build, not this one"
    )


def test_a_folder_without_a_finished_build_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("half")
    assert refusal(tmp_path) == (
        "output: no finished build is here\n"
        "    Hint: build it: newsdesk build --settings publishconf.py"
    )


@pytest.mark.parametrize("harm", ["changed", None])
def test_a_file_that_the_build_has_not_written_so_is_refused(
    harm: str | None, tmp_path: Path
) -> None:
    file = built(tmp_path, {"a.html": "a"}) / "a.html"
    if harm:
        file.write_text(harm)
    else:
        file.unlink()
    assert refusal(tmp_path) == (
        "output/a.html: this is not the file that the build has written\n"
        "    Hint: build the site again"
    )


def test_a_build_that_is_cut_off_leaves_no_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tmp_path, {"a.html": "a"})

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("newsdesk.outputs.replace_file", full)
    with pytest.raises(OSError, match="no space"):
        built(tmp_path, {"a.html": "b"})
    assert not (tmp_path / NOTE).exists()


# Into a folder


def test_what_was_built_is_on_line(target: FolderTarget, tmp_path: Path) -> None:
    changes = target.publish(release(tmp_path / "out", a_html="a", b_html="b"), "1", SERVER)
    assert changes == Changes(("a.html", "b.html"), (), ())
    assert on_line(target) == {"a.html": "a", "b.html": "b"}
    assert (target.folder / "current").readlink() == Path("releases/1")
    assert (target.folder / "current/server/nginx.conf").read_bytes() == SERVER["nginx.conf"]
    assert (target.folder / "current/site/a.html").stat().st_mode & 0o777 == 0o644


def test_texts_are_packed_beside_themselves(target: FolderTarget, tmp_path: Path) -> None:
    target.publish(release(tmp_path / "out", a_html=LONG, b_html="short", c_jpg=LONG), "1", SERVER)
    site = target.folder / "current/site"
    assert gzip.decompress((site / "a.html.gz").read_bytes()) == LONG.encode()
    assert unbrotlied((site / "a.html.br").read_bytes()) == LONG.encode()
    assert unzstandarded((site / "a.html.zst").read_bytes()) == LONG.encode()
    assert sorted(path.name for path in site.iterdir()) == [
        "a.html", "a.html.br", "a.html.gz", "a.html.zst", "b.html", "c.jpg",
    ]  # fmt: skip


def test_what_has_not_changed_is_the_same_file_and_not_packed_again(
    target: FolderTarget, tmp_path: Path
) -> None:
    target.publish(release(tmp_path / "out", a_html=LONG, b_html="b"), "1", SERVER)
    changes = target.publish(release(tmp_path / "out", a_html=LONG, c_html="c"), "2", SERVER)
    assert changes == Changes(("c.html",), (), ("b.html",))
    for name in ("a.html", "a.html.br"):
        first, second = (target.folder / f"releases/{each}/site/{name}" for each in "12")
        assert first.samefile(second)
    assert on_line(target) == {"a.html": LONG, "c.html": "c"}


def test_nothing_new_makes_no_release(target: FolderTarget, tmp_path: Path) -> None:
    for name in "12":
        target.publish(release(tmp_path / "out", a_html="a"), name, SERVER)
    assert [path.name for path in (target.folder / "releases").iterdir()] == ["1"]
    target.publish(release(tmp_path / "out", a_html="a"), "3", {"nginx.conf": b"other"})
    assert (target.folder / "current").readlink() == Path("releases/3")


def test_the_oldest_releases_go(target: FolderTarget, tmp_path: Path) -> None:
    for name in "1234":
        target.publish(release(tmp_path / "out", a_html=name), name, SERVER)
    assert sorted(path.name for path in (target.folder / "releases").iterdir()) == ["3", "4"]


def test_the_way_back(target: FolderTarget, tmp_path: Path) -> None:
    for name in "12":
        target.publish(release(tmp_path / "out", a_html=name), name, SERVER)
    assert target.roll_back() == Changes((), ("a.html",), ())
    assert on_line(target) == {"a.html": "1"}
    with pytest.raises(SiteError, match="no older release is here to go back to"):
        target.roll_back()
    target.publish(release(tmp_path / "out", a_html="3"), "3", SERVER)
    assert on_line(target) == {"a.html": "3"}


def test_two_at_once_are_one_too_many(target: FolderTarget, tmp_path: Path) -> None:
    ready = release(tmp_path / "out", a_html="a")
    with locked(target.folder, "www"), pytest.raises(SiteError) as caught:
        target.publish(ready, "1", SERVER)
    assert str(caught.value) == (
        "www: somebody else is publishing here at this moment\n"
        "    Hint: wait until they have finished, and look at the site"
    )
    target.publish(ready, "1", SERVER)
    assert on_line(target) == {"a.html": "a"}


@pytest.mark.parametrize("broken", ["sync", "link", "symlink", "mkdir"])
def test_whatever_breaks_the_site_on_line_stays(
    broken: str, target: FolderTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.publish(release(tmp_path / "out", a_html="1", b_html="b"), "1", SERVER)
    newer = release(tmp_path / "out", a_html="2", b_html="b")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, broken, full)
        with pytest.raises(SiteError) as caught:
            target.publish(newer, "2", SERVER)
    assert str(caught.value) == (
        "www: the system says: No space left on device\n"
        "    Hint: the site on line is as it was; "
        "make room or ask for the right to write there"
    )
    assert on_line(target) == {"a.html": "1", "b.html": "b"}
    target.publish(newer, "3", SERVER)
    assert on_line(target) == {"a.html": "2", "b.html": "b"}
    assert [*target.folder.glob(".new-*"), *(target.folder / "releases").glob(".new-*")] == []


def test_what_a_killed_run_has_left_is_cleared_up(target: FolderTarget, tmp_path: Path) -> None:
    (target.folder / "releases/.new-0/site").mkdir(parents=True)
    (target.folder / ".new-current").symlink_to("releases/0")
    target.publish(release(tmp_path / "out", a_html="1"), "1", SERVER)
    assert [path.name for path in (target.folder / "releases").iterdir()] == ["1"]
    assert not (target.folder / ".new-current").is_symlink()


def test_the_name_of_a_release_sorts_by_time(tmp_path: Path) -> None:
    name = release(tmp_path, a_html="a").name(datetime(2026, 11, 24, 9, 5, 7, tzinfo=UTC))
    assert name.startswith("20261124-090507-")


# What a network of caches must forget


def test_addresses_to_purge_are_those_that_readers_ask_for() -> None:
    before = {"index.html": "1", "en/index.html": "1", "a.css": "1", "old.html": "1"}
    after = {"index.html": "1", "en/index.html": "2", "a.css": "1", "en/news/index.html": "1"}
    changes = compare(before, after)
    assert [*changes.addresses_to_purge("https://example.org")] == [
        "https://example.org/en/",
        "https://example.org/en/news/",
        "https://example.org/old.html",
    ]
    assert [*changes.lines()] == ["+ en/news/index.html", "~ en/index.html", "- old.html"]


def test_followers_are_told_of_new_feeds_and_not_of_their_archives() -> None:
    changes = Changes(
        new=("en/feeds/all.atom", "en/feeds/all/archive-1.atom", "en/news/milk/index.html"),
        changed=("sr/feeds/types/news.json", "assets/search.1.js"),
        gone=("en/feeds/categories/media.rss",),
    )
    assert list(changes.feeds("https://example.org")) == [
        "https://example.org/en/feeds/all.atom",
        "https://example.org/sr/feeds/types/news.json",
    ]
