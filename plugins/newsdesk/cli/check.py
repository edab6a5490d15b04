"""`newsdesk check`: looks for mistakes, without building."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.cli.usage import PROBLEMS, WELL, UsageError, add_places, must_exist, write_out
from newsdesk.cli.voice import SPOKEN, language_of_environment, words_in
from newsdesk.problems import Problem
from newsdesk.reports import as_github, as_json, as_text, count

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands
    from newsdesk.review import Review

TEXT = "text"
# What a program reads goes to the standard output, alone.
FOR_PROGRAMS: Mapping[str, Callable[[Sequence[Problem], NullTranslations], str]] = {
    "json": as_json,
    "github": as_github,
}


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("check", help="look for mistakes, without building")
    add_places(command)
    command.add_argument(
        "--format",
        choices=(TEXT, *FOR_PROGRAMS),
        default=TEXT,
        help="for a person (the default), for a program, or for GitHub Actions",
    )
    command.add_argument(
        "--strict", action="store_true", help="end with 1 for warnings as for problems"
    )
    command.add_argument(
        "--lang",
        choices=SPOKEN,
        help="the language of the messages; default: that of the system (LC_ALL, LC_MESSAGES, "
        "LANG), where sr_RS is Cyrillic and sr_RS@latin is Latin",
    )
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="only these files and folders"
    )
    command.set_defaults(do=check)


def check(typed: argparse.Namespace) -> int:
    """Look for mistakes and tell them; gives the exit code."""
    from newsdesk.cli import site  # noqa: PLC0415 - Pelican takes a while; --help need not wait

    must_exist(typed)
    for path in typed.paths:
        if not path.exists():
            raise UsageError(f"there is no {path}")
    found = site.review(typed.settings, typed.content)
    told = [problem for problem in found.problems if _concerns(problem.path, typed.paths)]
    _tell(found, told, typed)
    is_wrong = typed.strict or any(problem.level == "error" for problem in told)
    return PROBLEMS if told and is_wrong else WELL


def _concerns(path: str, paths: Sequence[Path]) -> bool:
    """Tell whether a file is one of those that were asked for, or within one."""
    where = Path(path).resolve()
    return not paths or any(where.is_relative_to(asked.resolve()) for asked in paths)


def _tell(found: Review, told: Sequence[Problem], typed: argparse.Namespace) -> None:
    """Write what was found, in the form and the language that were asked for."""
    words = words_in(typed.lang or language_of_environment(os.environ))
    if typed.format in FOR_PROGRAMS:
        write_out(FOR_PROGRAMS[typed.format](told, words))
    elif told:
        sys.stderr.write(f"{as_text(told, words)}\n{count(told, words)}\n")
    else:
        sys.stdout.write(f"{_all_is_well(found, typed.paths, words)}\n")


def _all_is_well(found: Review, paths: Sequence[Path], words: NullTranslations) -> str:
    said, counted = words.gettext, words.ngettext
    if any(problem.level == "error" for problem in found.problems):
        text = said("Nothing is wrong in {paths}; elsewhere there are problems.")
        return text.format(paths=", ".join(map(str, paths)))
    number = found.count or 0
    text = counted(
        "Nothing is wrong: {count} post or page.",
        "Nothing is wrong: {count} posts and pages.",
        number,
    )
    return text.format(count=number)
