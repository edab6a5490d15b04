"""A site is put into its folder whole, and nothing that is not ours is ever touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from markupsafe import Markup

from newsdesk.outputs import LIST_OF_FILES, Output, Written, by_path, replace_site
from newsdesk.problems import SiteError
from newsdesk.views import Page

LONG_AGO = 1_000_000_000  # seconds since 1970


def site(**files: str) -> dict[str, Output]:
    """Give outputs; a name's double underscore stands for a slash, its single one for a dot."""
    paths = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    return by_path(Output(path, text.encode()) for path, text in paths.items())


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in sorted(files)}


def page(path: str, source: str | None) -> Output:
    view = Page(
        path=path,
        template="text.html",
        canonical=None,
        title="",
        heading=Markup(),
        description="",
        editions=(),
        source=source,
    )
    return Output(path, b"", view)


def test_outputs_are_ordered_by_path() -> None:
    outputs = by_path([Output("b", b""), Output("a/c", b""), Output("a", b"")])
    assert list(outputs) == ["a", "a/c", "b"]


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (
            page("en/x/index.html", "content/en/a.md"),
            page("en/x/index.html", "content/en/b.md"),
            (
                "content/en/b.md: “en/x/index.html” would be written twice\n"
                "    Hint: one of them is content/en/a.md; give it another slug"
            ),
        ),
        (
            page("en/x/index.html", None),
            Output("en/x/index.html", b""),
            (
                "en/x/index.html: “en/x/index.html” would be written twice\n"
                "    Hint: one of them is en/x/index.html; give it another slug"
            ),
        ),
    ],
)
def test_two_things_cannot_be_written_to_one_file(
    first: Output, second: Output, message: str
) -> None:
    with pytest.raises(SiteError) as error:
        by_path([first, second])
    assert str(error.value) == message


def test_all_collisions_are_told_at_once() -> None:
    with pytest.raises(SiteError) as error:
        by_path([page(path, None) for path in ("a", "b", "b", "c", "a")])
    assert [problem.path for problem in error.value.problems] == ["a", "b"]


def test_a_site_fills_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    written = replace_site(tmp_path / "new" / "output", site(index_html="1", en__a_html="2"))
    assert written == Written(changed=2, removed=0, kept=0)
    assert contents(tmp_path / "new" / "output") == {
        LIST_OF_FILES: "en/a.html\nindex.html\n",
        "en/a.html": "2",
        "index.html": "1",
    }


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    assert replace_site(tmp_path, site(a_html="1")).changed == 1


def test_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    replace_site(tmp_path, site(en__a_html="1"))
    assert (tmp_path / "en/a.html").stat().st_mode & 0o777 == 0o644


def test_only_what_has_changed_is_written(tmp_path: Path) -> None:
    replace_site(tmp_path, site(a_html="1", b_html="1"))
    for path in tmp_path.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert replace_site(tmp_path, site(a_html="1", b_html="2")) == Written(1, 0, 1)
    kept = {path.name for path in tmp_path.iterdir() if path.stat().st_mtime == LONG_AGO}
    assert kept == {"a.html", LIST_OF_FILES}


def test_a_file_that_somebody_changed_by_hand_is_written_anew(tmp_path: Path) -> None:
    replace_site(tmp_path, site(a_html="1"))
    (tmp_path / "a.html").write_text("spoilt", "utf-8")
    assert replace_site(tmp_path, site(a_html="1")) == Written(1, 0, 0)
    assert contents(tmp_path)["a.html"] == "1"


def test_what_is_gone_is_taken_away_with_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    replace_site(tmp_path, site(en__news__a_html="1", en__b_html="1"))
    assert replace_site(tmp_path, site(en__b_html="1")) == Written(0, 1, 1)
    assert contents(tmp_path) == {LIST_OF_FILES: "en/b.html\n", "en/b.html": "1"}
    assert not (tmp_path / "en/news").exists()


def test_a_file_that_was_put_beside_ours_stays(tmp_path: Path) -> None:
    replace_site(tmp_path, site(en__a_html="1"))
    (tmp_path / "en/theirs.html").write_text("theirs", "utf-8")
    replace_site(tmp_path, site(b_html="1"))
    assert contents(tmp_path) == {
        LIST_OF_FILES: "b.html\n",
        "b.html": "1",
        "en/theirs.html": "theirs",
    }


def test_a_file_that_is_gone_already_is_no_trouble(tmp_path: Path) -> None:
    replace_site(tmp_path, site(en__a_html="1"))
    (tmp_path / "en/a.html").unlink()
    (tmp_path / "en").rmdir()
    assert replace_site(tmp_path, site(b_html="1")) == Written(1, 1, 0)


def test_somebody_elses_folder_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_text("beach", "utf-8")
    with pytest.raises(SiteError) as error:
        replace_site(tmp_path, site(a_html="1"))
    assert str(error.value) == (
        f"{tmp_path}: this folder holds files that newsdesk has not written\n"
        "    Hint: name an empty folder, or one that newsdesk has built before"
    )
    assert contents(tmp_path) == {"holiday.jpg": "beach"}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine", "utf-8")
    with pytest.raises(SiteError) as error:
        replace_site(tmp_path / "output", site(a_html="1"))
    assert str(error.value) == (
        f"{tmp_path}/output: this is a file, not a folder\n"
        "    Hint: name an empty folder, or one that newsdesk has built before"
    )
    assert contents(tmp_path) == {"output": "mine"}


def test_a_build_that_was_cut_off_leaves_nothing_that_the_next_one_does_not_know(
    tmp_path: Path,
) -> None:
    replace_site(tmp_path, site(old_html="1"))
    (tmp_path / "z").mkdir()
    with pytest.raises(IsADirectoryError):
        replace_site(tmp_path, site(a_html="2", z="2"))
    assert (tmp_path / "a.html").exists()
    (tmp_path / "z").rmdir()
    replace_site(tmp_path, site(b_html="3"))
    assert not (tmp_path / "a.html").exists()
    assert not (tmp_path / "old.html").exists()
