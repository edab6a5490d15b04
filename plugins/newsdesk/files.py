"""Finds the files that staff wrote, in the same order on every machine."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from newsdesk.problems import Problem, SiteError, nearest, say

T = TypeVar("T")

POST_ENDING = ".md"
RECORD_ENDING = ".yaml"
# What editors and systems leave beside a file; never content.
LEFTOVER = re.compile(
    r"\..*"  # hidden, such as Emacs's lock .#milk.md
    r"|#.*#|~\$.*"  # unsaved text of Emacs, lock of Word
    r"|.*(?:~|\.bak|\.swp|\.swo|\.tmp|\.orig)"
    r"|Thumbs\.db|desktop\.ini"
)
# Files that explain a folder to people, in capitals by convention.
ABOUT_THE_FOLDER = ("LICENSE.md", "README.md")
# The folders of an edition.
ARTICLES, PAGES = "articles", "pages"
VOCABULARY, PHOTOS, FILES = "vocabulary", "photos", "files"
# The ledger of every address that was ever published.
LEDGER = "addresses.txt"
# What was brought along from old sites.
IMPORTS = "imports.txt"
# Old addresses, and where they lead.
MOVED = "moved.yaml"
# Other endings of files that are written like a source: to rename them is all that is needed.
ALIKE = (".markdown", ".mdown", ".md", ".txt", ".yml", ".yaml", "")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of content.

    :param path: as the person knows it, for messages.
    """

    path: str

    @property
    def file(self) -> Path:
        """Where it stands."""
        return Path(self.path)

    def read(self) -> bytes:
        """Give the file's bytes.

        :raises SiteError: when the system does not give them.
        """
        try:
            return self.file.read_bytes()
        except OSError as error:
            raise SiteError([_closed(self.path)]) from error


def is_leftover(name: str) -> bool:
    """Tell whether a name is an editor's backup, lock or hidden file."""
    return LEFTOVER.fullmatch(name) is not None


def walk(folder: Path) -> Iterator[Path]:
    """Give every file below a folder in sorted order; leftovers are passed over.

    A link to a folder is given like a file, for what it leads to is not walked through.

    :raises SiteError: when the system does not open a folder that is there.
    """
    return (Path(path) for path, _ in _walked(str(folder)))


def _walked(folder: str) -> Iterator[tuple[str, bool]]:
    """Give the path of every file below a folder, and whether it is a link."""
    folders = []
    for found in sorted(_in_folder(folder), key=lambda found: found.name):
        if is_leftover(found.name):
            continue
        if found.is_dir(follow_symlinks=False):
            folders.append(found.path)
        else:
            yield found.path, found.is_symlink()
    for inner in folders:
        yield from _walked(inner)


def _in_folder(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError as error:
        _refuse(error)
        return []


def _refuse(error: OSError) -> None:
    """Not to open a folder would be to lose its posts; one that is not there has none."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise SiteError([_closed(Path(str(error.filename)).as_posix())])


def _closed(shown: str) -> Problem:
    message = say("this cannot be opened")
    hint = say("see whether you may read it, and whether another program holds it")
    return Problem(shown, 0, message, hint)


def source_files(content: Path, folder: str, ending: str) -> tuple[list[SourceFile], list[Problem]]:
    """List the sources of one folder of content, and what stands there but cannot be read.

    A file that would be passed over in silence is a post lost: it is a problem instead.

    :param content: the content folder as the person named it.
    :param ending: what the name of a source ends with.
    """
    sources: list[SourceFile] = []
    problems: list[Problem] = []
    for shown, is_link in _walked(str(content / folder)):
        name = shown.rpartition("/")[2]
        if name in ABOUT_THE_FOLDER:
            continue
        if is_link:
            problems.append(_link(shown))
        elif not name.endswith(ending):
            problems.append(_wrong_ending(shown, Path(shown), ending))
        else:
            sources.append(SourceFile(shown))
    return sources, problems


def _link(shown: str) -> Problem:
    message = say("this is a link to another file, not a file")
    return Problem(shown, 0, message, say("put a copy of the file here instead of the link"))


def _wrong_ending(shown: str, file: Path, ending: str) -> Problem:
    message = say("files that end in “{found}” are not read here", found=file.suffix)
    if not file.suffix:
        message = say("files without an ending are not read here")
    if file.suffix.lower() in ALIKE:
        hint = say("let its name be {name}", name=file.stem.removesuffix(ending) + ending)
    else:
        hint = say(
            "copy its text into a file that ends in {ending}; "
            "pictures belong in {photos}/, documents in {files}/",
            ending=ending,
            photos=PHOTOS,
            files=FILES,
        )
    return Problem(shown, 0, message, hint)


def check_folders(content: Path, editions: Collection[str]) -> Iterator[Problem]:
    """Nothing stands in content that nobody reads: a post there would be lost in silence.

    :param content: the content folder as the person named it.
    :param editions: the names of the folders of all editions.
    """
    if not content.is_dir():
        yield Problem(content.as_posix(), 0, say("there is no such folder"))
        return
    top = [*editions, FILES, PHOTOS, VOCABULARY]
    yield from _strangers(content, top, [*ABOUT_THE_FOLDER, LEDGER, IMPORTS, MOVED])
    for edition in editions:
        if (content / edition).is_dir():
            yield from _strangers(content / edition, [ARTICLES, PAGES], ABOUT_THE_FOLDER)
    for folder in (PHOTOS, FILES):
        yield from (_link(file.as_posix()) for file in walk(content / folder) if file.is_symlink())


def _strangers(where: Path, folders: Collection[str], files: Collection[str]) -> Iterator[Problem]:
    """Tell of what stands in a folder and is none of the folders and files that are read."""
    for found in sorted(where.iterdir()):
        if is_leftover(found.name):
            continue
        if found.is_symlink():
            yield _link(found.as_posix())
        elif found.is_dir() and found.name not in folders:
            yield _strange_folder(found, folders)
        elif not found.is_dir() and found.name not in files:
            message = say("nothing reads this file")
            hint = say(
                "a post belongs in articles/ or pages/ of its language, "
                "a picture in photos/, a document in files/"
            )
            yield Problem(found.as_posix(), 0, message, hint)


def _strange_folder(found: Path, folders: Collection[str]) -> Problem:
    message = say("nothing reads this folder")
    closest = nearest(found.name, folders)
    if closest:
        return Problem(found.as_posix(), 0, message, say("let its name be {name}", name=closest))
    names = ", ".join(sorted(folders))
    return Problem(found.as_posix(), 0, message, say("the folders here are: {names}", names=names))


def read_each(
    read: Callable[[SourceFile], T], files: Iterable[SourceFile]
) -> tuple[list[T], list[Problem]]:
    """Read every file, keeping the problems of those that cannot be read."""
    values: list[T] = []
    problems: list[Problem] = []
    for file in files:
        try:
            values.append(read(file))
        except SiteError as error:
            problems.extend(error.problems)
    return values, problems


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never half of it."""
    replace_files({path: data})


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: none is put in its place before all of them are whole."""
    whole: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            whole[path] = _beside(path, data)
    except OSError:
        for temporary in whole.values():
            temporary.unlink()
        raise
    for path, temporary in whole.items():
        temporary.replace(path)


def _beside(path: Path, data: bytes) -> Path:
    """Write data into a temporary file in the folder of another file."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as temporary:
        made = Path(temporary.name)
        try:
            temporary.write(data)
            temporary.flush()
        except OSError:
            made.unlink()
            raise
    # Temporary files are private; what a web server shall read must not be.
    made.chmod(0o644)
    return made
