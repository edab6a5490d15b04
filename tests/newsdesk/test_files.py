"""Every file of content is found, in the same order everywhere, or somebody hears of it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from newsdesk.files import (
    POST_ENDING,
    RECORD_ENDING,
    SourceFile,
    check_folders,
    is_leftover,
    read_each,
    replace_file,
    source_files,
    walk,
)
from newsdesk.problems import Problem, SiteError, say


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths be those that a person sees."""
    monkeypatch.chdir(tmp_path)


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(path)


@pytest.mark.parametrize(
    "name",
    [
        *(".milk.md", ".DS_Store", ".git", ".#milk.md", "#milk.md#", "milk.md~", "~$milk.docx"),
        *("milk.md.swp", ".milk.md.swo", "milk.bak", "milk.tmp", "milk.md.orig"),
        *("Thumbs.db", "desktop.ini"),
    ],
)
def test_what_editors_and_systems_leave_is_known(name: str) -> None:
    assert is_leftover(name)


@pytest.mark.parametrize(
    "name", ["milk.md", "#milk.md", "#ForEveryChild.md", "~milk.md", "$milk.md", "bak.md", "tmp"]
)
def test_what_a_person_may_have_named_is_no_leftover(name: str) -> None:
    assert not is_leftover(name)


def test_files_are_given_in_the_order_of_their_names_a_folder_before_what_is_in_it() -> None:
    folders = [f"a/{name}/x.md" for name in "qwertyuiopasdfghjklzxcvbnm"]
    write("a/z.md", "a/a.md", "a/B.md", *folders, "a/b/c/x.md", "a/.git/config", "a/old~/w.md")

    assert [path.as_posix() for path in walk(Path("a"))] == [
        *("a/B.md", "a/a.md", "a/z.md", "a/a/x.md", "a/b/x.md", "a/b/c/x.md"),
        *(sorted(folders)[2:]),
    ]


def test_a_linked_folder_is_given_like_a_file_and_not_walked_through() -> None:
    write("a/x.md", "b/y.md")
    Path("a/more").symlink_to("../b")

    assert [path.as_posix() for path in walk(Path("a"))] == ["a/more", "a/x.md"]


@pytest.mark.parametrize("folder", ["not-there", "milk.md", "milk.md/articles"])
def test_where_there_is_no_folder_there_are_no_files(folder: str) -> None:
    write("milk.md")

    assert list(walk(Path(folder))) == []


def test_a_folder_that_the_system_does_not_open_is_told() -> None:
    name = "a" * 300

    with pytest.raises(SiteError) as caught:
        list(walk(Path(name)))

    assert str(caught.value) == (
        f"{name}: this cannot be opened\n"
        "    Hint: see whether you may read it, and whether another program holds it"
    )


def test_a_file_that_the_system_does_not_open_is_told_under_the_name_that_people_know() -> None:
    with pytest.raises(SiteError) as caught:
        SourceFile("content/milk.md").read()

    assert str(caught.value) == (
        "content/milk.md: this cannot be opened\n"
        "    Hint: see whether you may read it, and whether another program holds it"
    )


def test_a_source_gives_its_bytes_untouched() -> None:
    Path("milk.md").write_bytes(b"\xef\xbb\xbfa\r\n\xe9")

    assert SourceFile("milk.md").read() == b"\xef\xbb\xbfa\r\n\xe9"


def test_sources_are_listed_and_what_explains_a_folder_is_none() -> None:
    write("content/en/b.md", "content/en/a.md", "content/en/2026/c.md", "content/en/README.md")

    sources, problems = source_files(Path("content"), "en", POST_ENDING)

    assert [source.path for source in sources] == [
        *("content/en/a.md", "content/en/b.md", "content/en/2026/c.md"),
    ]
    assert [source.file for source in sources] == [Path(source.path) for source in sources]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "ending", "found", "hint"),
    [
        ("milk.markdown", POST_ENDING, ".markdown", "milk.md"),
        ("milk.MD", POST_ENDING, ".MD", "milk.md"),
        ("milk.txt", POST_ENDING, ".txt", "milk.md"),
        ("milk.md.txt", POST_ENDING, ".txt", "milk.md"),
        ("milk.yaml", POST_ENDING, ".yaml", "milk.md"),
        ("people.yml", RECORD_ENDING, ".yml", "people.yaml"),
        ("people.yaml.txt", RECORD_ENDING, ".txt", "people.yaml"),
    ],
)
def test_a_source_with_another_ending_is_to_be_renamed(
    name: str, ending: str, found: str, hint: str
) -> None:
    write(f"content/en/{name}")

    sources, problems = source_files(Path("content"), "en", ending)

    assert sources == []
    assert "\n".join(map(str, problems)) == (
        f"content/en/{name}: files that end in “{found}” are not read here\n"
        f"    Hint: let its name be {hint}"
    )


@pytest.mark.parametrize("name", ["milk.docx", "milk.odt", "milk.pdf", "milk.jpg", "milk.html"])
def test_a_file_of_another_kind_is_to_be_copied_or_moved(name: str) -> None:
    write(f"content/en/{name}")

    _, problems = source_files(Path("content"), "en", POST_ENDING)

    assert "\n".join(map(str, problems)) == (
        f"content/en/{name}: files that end in “.{name[5:]}” are not read here\n"
        "    Hint: copy its text into a file that ends in .md; "
        "pictures belong in photos/, documents in files/"
    )


def test_every_place_where_nothing_reads_is_told() -> None:
    write(
        *("content/en/articles/a.md", "content/en/pages/b.md", "content/en/README.md"),
        *("content/photos/c.jpg", "content/files/d/e.pdf", "content/vocabulary/f.yaml"),
        *("content/LICENSE.md", "content/addresses.txt", "content/.gitignore"),
        *("content/sr/posts/g.md", "content/sr/h.md", "content/fr/i.md", "content/j.md"),
        *("content/vocabolary/k.yaml", "content/en/photos/l.jpg"),
    )

    problems = check_folders(Path("content"), ["en", "sr"])

    assert [(problem.path, str(problem.message)) for problem in problems] == [
        ("content/fr", "nothing reads this folder"),
        ("content/j.md", "nothing reads this file"),
        ("content/vocabolary", "nothing reads this folder"),
        ("content/en/photos", "nothing reads this folder"),
        ("content/sr/h.md", "nothing reads this file"),
        ("content/sr/posts", "nothing reads this folder"),
    ]


@pytest.mark.parametrize(
    ("folder", "hint"),
    [
        ("content/vocabolary", "let its name be vocabulary"),
        ("content/En", "let its name be en"),
        ("content/de", "the folders here are: en, files, photos, vocabulary"),
        ("content/en/article", "let its name be articles"),
        ("content/en/2026", "the folders here are: articles, pages"),
    ],
)
def test_a_folder_that_nothing_reads_learns_its_right_name(folder: str, hint: str) -> None:
    write(f"{folder}/milk.md")

    problems = list(check_folders(Path("content"), ["en"]))

    assert list(map(str, problems)) == [f"{folder}: nothing reads this folder\n    Hint: {hint}"]


@pytest.mark.parametrize("folder", ["content/en", "content/en/articles", "content/vocabulary"])
def test_a_file_in_the_place_of_a_folder_is_told(folder: str) -> None:
    write(folder)

    problems = list(check_folders(Path("content"), ["en"]))

    assert [(problem.path, str(problem.message)) for problem in problems] == [
        (folder, "nothing reads this file")
    ]


def test_reading_goes_on_after_a_file_that_cannot_be_read() -> None:
    files = [SourceFile(name) for name in ("a", "b", "c")]
    wrong = Problem("b", 1, say("is wrong"))

    def read(file: SourceFile) -> str:
        if file.path == "b":
            raise SiteError([wrong])
        return file.path.upper()

    assert read_each(read, files) == (["A", "C"], [wrong])


def test_a_file_is_replaced_as_a_whole_and_everybody_may_read_it() -> None:
    path = Path("output/en/index.html")
    replace_file(path, b"old")
    replace_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [each.name for each in path.parent.iterdir()] == ["index.html"]
