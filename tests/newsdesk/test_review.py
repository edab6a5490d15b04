"""Everything that can be said of the content is said at once: mistakes, and second thoughts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

from small_site import HOUSE, VOCABULARY, photo, post

from newsdesk.photos.memory import Memory
from newsdesk.review import review

MILK = "content/en/articles/milk.md"
SUMMARY = "What came on the lorry, who brought it, and what the children of the village made of it."


def said(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    for path, text in {**VOCABULARY, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with chdir(folder):
        return [
            str(each) for each in review(Path("content"), HOUSE, Memory(Path("memory"))).problems
        ]


def test_of_sound_content_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert said(tmp_path, {MILK: post("Milk", summary=SUMMARY)}) == []


def test_warnings_are_told_beside_mistakes(tmp_path: Path) -> None:
    files = {
        MILK: post("Milk", "It came today.", summary=SUMMARY),
        "content/en/articles/shoes.md": post("Shoes", id="shoes1", categories=["medai"]),
    }
    told = [line.splitlines()[0] for line in said(tmp_path, files)]
    assert any("“medai” is not a category" in line for line in told)
    assert any("“today”" in line for line in told)


def test_a_post_that_is_due_for_review_is_named(tmp_path: Path) -> None:
    text = post("Milk", summary=SUMMARY, review_by="2026-12-01")
    (line,) = said(tmp_path, {MILK: text})
    assert "this was to be reviewed by 2026-12-01" in line
    assert replace(HOUSE).now.year == 2027  # the build's clock, not the machine's


def test_a_link_to_a_draft_is_told_before_the_build(tmp_path: Path) -> None:
    files = {
        MILK: post("Milk", "[Shoes](item:shoes1)", summary=SUMMARY),
        "content/en/articles/shoes.md": post("Shoes", id="shoes1", status="draft", summary=SUMMARY),
    }
    (line,) = said(tmp_path, files)
    assert "“item:shoes1” leads to a post that is not public" in line


def test_an_abbreviation_that_cyrillic_would_guess_is_told(tmp_path: Path) -> None:
    text = post("Mleko", "Standard BRTD.", lang="sr-Latn", summary=SUMMARY)
    told = said(tmp_path, {"content/sr/articles/mleko.md": text})
    assert any("“BRTD” will be “БРТД” in Cyrillic" in line for line in told)


def test_what_the_site_has_decided_holds_beside_mistakes_too(tmp_path: Path) -> None:
    files = {
        "content/vocabulary/script.yaml": "BRTD: BRTD\n",
        "content/sr/articles/mleko.md": post(
            "Mleko", "Standard BRTD.", lang="sr-Latn", summary=SUMMARY
        ),
        MILK: post("Shoes", id="shoes1", categories=["medai"]),
    }
    told = said(tmp_path, files)
    assert any("“medai”" in line for line in told)
    assert not any("BRTD" in line for line in told)


def test_a_broken_photograph_is_told_before_the_build_and_beside_other_mistakes(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {
        MILK: post("Milk", summary=SUMMARY, lead_photo="boy"),
        **photo("boy"),
        **photo("girl"),
    }
    whole = files["content/photos/boy.jpg"]
    assert isinstance(whole, bytes)
    broken = {"content/photos/boy.jpg": whole[:300], "content/photos/girl.jpg": b"<svg><script/>"}
    lines = [
        "content/photos/boy.jpg: the picture is damaged, or breaks off",
        (
            "content/photos/girl.jpg: this is a drawing (SVG), not a photograph; "
            "it could hold a program"
        ),
    ]
    assert [line.splitlines()[0] for line in said(tmp_path, {**files, **broken})] == lines
    assert said(tmp_path, files) == []
    wrong = {**files, **broken, MILK: post("Milk", summary=SUMMARY, categories=["medai"])}
    assert set(lines) <= {line.splitlines()[0] for line in said(tmp_path, wrong)}


def test_a_photograph_that_was_found_good_is_not_read_again(tmp_path: Path) -> None:
    files = {MILK: post("Milk", summary=SUMMARY, lead_photo="boy"), **photo("boy")}
    assert said(tmp_path, files) == []
    picture = tmp_path / "content/photos/boy.jpg"
    seen = picture.stat()
    with chdir(tmp_path):
        picture.write_bytes(b"x" * seen.st_size)
        os.utime(picture, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        assert review(Path("content"), HOUSE, Memory(Path("memory"))).problems == ()
        os.utime(picture, ns=(0, 0))
        (told,) = review(Path("content"), HOUSE, Memory(Path("memory"))).problems
    assert told.path == "content/photos/boy.jpg"
