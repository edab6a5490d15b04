"""`newsdesk publish` and `newsdesk next`: a folder is the whole old site or the whole new one."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest
from small_site import SmallSite, post
from small_site import typed as type_in

from newsdesk.build_note import NOTE, BuildNote
from newsdesk.cli.publishing import target_of
from newsdesk.publishing import FolderTarget, RsyncTarget, StoreTarget

MILK = "content/en/articles/milk.md"
SHOES = "content/en/articles/shoes.md"
SETTINGS = ("--settings", "pelicanconf.py")


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    files = {MILK: post("Milk", "Milk came.", aliases=["/old/milk_1.html"])}
    return SmallSite.in_folder(tmp_path, files)


def typed(site: SmallSite, *words: str) -> int:
    return type_in(site, *words, *SETTINGS)


def published(site: SmallSite) -> None:
    assert typed(site, "build") == 0
    assert typed(site, "publish", "www") == 0


def test_a_build_goes_on_line_and_is_written_down(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    published(site)
    current = site.folder / "www/current"
    assert current.is_symlink()
    assert (current / "site/en/news/milk/index.html").read_bytes() == (
        site.folder / "output/en/news/milk/index.html"
    ).read_bytes()
    told = capsys.readouterr().out
    assert "files new, 0 changed, 0 gone.\n" in told
    assert "https://example.org/en/news/milk/\n" in told
    assert "news/milk milk01 en" in (site.folder / "content/addresses.txt").read_text("utf-8")


class Terminal(StringIO):
    """Where somebody looks on."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_on_a_terminal_it_counts_what_travels(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert typed(site, "build") == 0
    seen = []
    for _ in range(2):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        assert typed(site, "publish", "www") == 0
        seen.append(terminal.getvalue())
    files = len(BuildNote.read((site.output / NOTE).read_bytes()).files)
    assert f" {files}/{files} files copied " in seen[0]
    assert " files packed " in seen[0]
    assert "files" not in seen[1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["output/www"], "output/www lies within output; name a folder elsewhere"),
        (["content"], "content lies within content; name a folder elsewhere"),
        (
            ["www", "--purge", "nowhere/purge.txt"],
            "nowhere/purge.txt cannot be written: name a file in a folder that is there",
        ),
        (
            ["www", "--purge", "content"],
            "content cannot be written: name a file in a folder that is there",
        ),
    ],
)
def test_a_place_that_cannot_be_is_told_before_anything_is_on_line(
    site: SmallSite, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert typed(site, "publish", *words) == 2
    assert capsys.readouterr().err == f"newsdesk: {message}\n"


def test_an_old_address_leads_on(site: SmallSite) -> None:
    published(site)
    signpost = (site.folder / "www/current/site/old/milk_1.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/en/news/milk/">' in signpost
    assert "url=https://example.org/en/news/milk/" in signpost


def test_a_dry_run_shows_what_would_change_and_changes_nothing(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(site, "build") == 0
    assert typed(site, "publish", "www", "--dry-run") == 0
    assert "+ en/news/milk/index.html\n" in capsys.readouterr().out
    assert not (site.folder / "www/current").exists()
    assert not (site.folder / "content/addresses.txt").exists()


def test_one_can_go_back_to_the_release_before(site: SmallSite) -> None:
    published(site)
    site.write({SHOES: post("Shoes", id="shoes1")})
    published(site)
    shoes = site.folder / "www/current/site/en/news/shoes/index.html"
    assert shoes.is_file()
    assert typed(site, "publish", "www", "--rollback") == 0
    assert not shoes.exists()


def test_a_build_that_is_older_than_the_content_stays_at_home(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(site, "build") == 0
    site.write({MILK: post("Milk", "Milk came twice.")})
    assert typed(site, "publish", "www") == 1
    assert "the content has changed since the site was built" in capsys.readouterr().err
    assert not (site.folder / "www/current").exists()


def test_a_disk_that_is_full_is_told_of(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, _: bytes) -> None:
        raise OSError(28, "No space left on device", path.name)

    monkeypatch.setattr("newsdesk.outputs.replace_file", full)
    assert typed(site, "build") == 1
    assert capsys.readouterr().err.endswith(
        ": the system says: No space left on device\n"
        "    Hint: make room or ask for the right to write there; then type the same again\n"
    )


@pytest.mark.parametrize("target", ["s3://", "s3:///"])
def test_a_bucket_has_a_name(
    site: SmallSite, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(site, "publish", target) == 2
    assert capsys.readouterr().err == (
        f"newsdesk: “{target}” names no bucket; type s3://bucket or s3://bucket/prefix\n"
    )


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("www", FolderTarget),
        ("/srv/www", FolderTarget),
        ("./a:b", FolderTarget),
        ("host:www", RsyncTarget),
        ("news@www.example.org:/srv/www", RsyncTarget),
        ("s3://bucket/prefix", StoreTarget),
    ],
)
def test_a_target_is_known_by_how_it_is_written(target: str, kind: type) -> None:
    assert type(target_of(target, 5)) is kind


def test_next_says_what_is_due(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write({SHOES: post("Shoes", id="shoes1", publish_at="2099-01-05 10:00")})
    assert typed(site, "next") == 0
    told = capsys.readouterr().out
    assert "content/en/articles/shoes.md" in told
    assert "2099" in told


def test_a_hub_that_does_not_answer_is_told_of_and_stops_nothing(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = site.folder / "pelicanconf.py"
    hub = 'NEWSDESK_HUB = "http://127.0.0.1:9/hub"\n'
    settings.write_text(settings.read_text("utf-8") + hub, "utf-8")
    published(site)
    assert (site.folder / "www/current/site/index.html").is_file()
    assert "the hub http://127.0.0.1:9/hub does not answer" in capsys.readouterr().err
