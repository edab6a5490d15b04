"""`newsdesk tidy`: cleans what was pasted from Word or the web, and shows what it changes."""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from newsdesk.cli.usage import PROBLEMS, WELL, UsageError
from newsdesk.cli.voice import language_of_environment, words_in
from newsdesk.language import Language
from newsdesk.problems import Problem, SiteError, say

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands

HEADER = re.compile(r"\A---[ \t]*\r?\n.*?^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
LANG = re.compile(r"^lang:[ \t]*[\"']?(?P<lang>[A-Za-z-]+)", re.MULTILINE)


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("tidy", help="clean what was pasted from Word or the web")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="the post")
    command.add_argument(
        "--write", "--yes", action="store_true", help="write it without asking, for scripts"
    )
    command.set_defaults(do=tidy)


@dataclass(frozen=True, slots=True)
class Tidied:
    """A post before and after; its header is the same to the letter."""

    file: Path
    header: str
    before: str
    after: str

    @property
    def difference(self) -> str:
        """What would change, line by line."""
        name = self.file.as_posix()
        first = self.header.count("\n")
        lines = difflib.unified_diff(
            ["\n"] * first + self.before.splitlines(keepends=True),
            ["\n"] * first + self.after.splitlines(keepends=True),
            name,
            name,
            n=1,
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def tidy(typed: argparse.Namespace) -> int:
    """Clean posts, one by one; gives the exit code.

    :raises SiteError: when a file cannot be read; nothing is written then.
    """
    for file in typed.files:
        if not file.is_file():
            raise UsageError(f"there is no file {file}")
    words = words_in(language_of_environment(os.environ))
    said = words.gettext
    changed = [each for each in map(_tidied, typed.files) if each.before != each.after]
    left = [each for each in changed if not _write(each, words, unasked=typed.write)]
    if not changed:
        sys.stdout.write(said("There is nothing to tidy.") + "\n")
    elif left and not sys.stdin.isatty():
        sys.stdout.write(said("Nothing was written; add --write to write it.") + "\n")
        return PROBLEMS
    return WELL


def _tidied(file: Path) -> Tidied:
    """Read a post and clean its text.

    :raises SiteError: when it is no post.
    """
    from newsdesk.importing.tidying import tidied  # noqa: PLC0415 - --help need not wait

    try:
        with file.open(encoding="utf-8", newline="") as opened:
            text = opened.read()
    except (UnicodeDecodeError, OSError) as error:
        message = say("this cannot be read as UTF-8")
        hint = say("newsdesk check tells how it is saved, and what to do")
        raise SiteError([Problem(file.as_posix(), 0, message, hint)]) from error
    header = HEADER.match(text)
    if header is None:
        message = say("the file has no header between two lines ---")
        hint = say("newsdesk new makes a file with one; paste the text below it")
        raise SiteError([Problem(file.as_posix(), 1, message, hint)])
    before = text[header.end() :]
    end = "\r\n" if "\r\n" in before else "\n"
    after = tidied(before.replace("\r\n", "\n"), _language(header[0])).replace("\n", end)
    return Tidied(file, header[0], before, after)


def _language(header: str) -> Language:
    found = LANG.search(header)
    known = get_args(Language)
    return cast("Language", found["lang"]) if found and found["lang"] in known else "en"


def _write(tidied: Tidied, words: NullTranslations, *, unasked: bool) -> bool:
    """Show what would change, and write it if that is wanted; tells whether it was."""
    from newsdesk.files import replace_file  # noqa: PLC0415 - likewise

    sys.stdout.write(tidied.difference)
    if not (unasked or _is_wanted(tidied.file, words)):
        return False
    replace_file(tidied.file, (tidied.header + tidied.after).encode())
    said = words.gettext
    sys.stdout.write(said("Tidied {file}.").format(file=tidied.file.as_posix()) + "\n")
    return True


def _is_wanted(file: Path, words: NullTranslations) -> bool:
    """Ask the person at the terminal; nobody else is asked."""
    if not sys.stdin.isatty():
        return False
    said = words.gettext
    question = said("Write {file}? (y/n) ").format(file=file.as_posix())
    try:
        answer = input(question).strip().casefold()
    except (EOFError, KeyboardInterrupt):
        sys.stdout.write("\n")
        return False
    return answer in {"y", "yes", "d", "da", "д", "да"}
