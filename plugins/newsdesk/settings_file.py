"""Looks at a file of settings before Pelican does, which would end with a traceback.

Such a file is a small program, and can be wrong in any way in which a program can; what is wrong is
told with its line.
"""

from __future__ import annotations

import ast
import os
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newsdesk.problems import Message, Problem, SiteError, say

TEXTS = ("PATH", "THEME", "OUTPUT_PATH", "SITEURL", "DEFAULT_LANG")
FOLDERS = ("PATH", "THEME")
LISTS = ("LOG_FILTER",)
GROUPS = ("JINJA_FILTERS", "MARKDOWN", "READERS")
# The plugin that all others build upon.
NEWSROOM = "newsroom"
# What a line of a program can end with.
FAULTS = (
    ArithmeticError, AttributeError, ImportError, LookupError, NameError, OSError, SyntaxError,
    TypeError, ValueError,
)  # fmt: skip


@contextmanager
def running(file: Path) -> Iterator[None]:
    """Tell which line of a file of settings could not be run.

    :raises SiteError: with that line.
    """
    try:
        yield
    except FAULTS as error:
        path, line = _line_of(error, file)
        reason = error.msg if isinstance(error, SyntaxError) else str(error)
        message = say("this line cannot be run: {reason}", reason=reason)
        hint = say("mend it, or take back what was changed last")
        raise SiteError([Problem(path, line, message, hint)]) from error


def _line_of(error: Exception, file: Path) -> tuple[str, int]:
    """Give the last line beside the settings that was run; what lies elsewhere is not theirs."""
    here = file.absolute().parent
    if isinstance(error, SyntaxError) and error.filename:
        return _shown(Path(error.filename)), error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).absolute().parent == here]
    return (_shown(Path(ours[-1].filename)), ours[-1].lineno or 0) if ours else (_shown(file), 0)


def _shown(file: Path) -> str:
    return Path(os.path.relpath(file)).as_posix()


def check_given(file: Path, given: Mapping[str, Any]) -> Iterator[Problem]:
    """Look at the settings without which Pelican cannot begin.

    :param given: all settings, by their names.
    """
    for name, (message, hint) in _mistakes(file, given):
        yield Problem(*_place_of(file, name), message, hint)


def _mistakes(
    file: Path, given: Mapping[str, Any]
) -> Iterator[tuple[str, tuple[Message, Message | None]]]:
    for name in TEXTS:
        if name in given and not isinstance(given[name], str):
            hint = say('put it in quotation marks: {name} = "…"', name=name)
            yield name, (say("{name} must be a text", name=name), hint)
        elif name in FOLDERS:
            yield from ((name, mistake) for mistake in _no_folder(file, name, given.get(name)))
    for name in LISTS:
        if not isinstance(given.get(name, []), list):
            yield name, (say("{name} must be a list", name=name), say("put it in [ ]"))
    for name in GROUPS:
        if not isinstance(given.get(name, {}), dict):
            message = say("{name} must be a group of names and values", name=name)
            yield name, (message, say("put it in {{ }}"))
    yield from (("PLUGINS", mistake) for mistake in _no_plugins(given.get("PLUGINS")))


def _no_folder(file: Path, name: str, value: str | None) -> Iterator[tuple[Message, Message]]:
    hint = say("type the name of a folder that stands beside this file")
    if value is None:
        yield say("the setting {name} is missing", name=name), hint
    elif not (file.parent / value).is_dir():
        message = say(
            "{name} leads to {folder}, and there is no such folder", name=name, folder=value
        )
        yield message, hint


def _no_plugins(plugins: object) -> Iterator[tuple[Message, Message]]:
    if not isinstance(plugins, list | tuple) or not all(isinstance(each, str) for each in plugins):
        yield say("PLUGINS must be a list of names"), say("put it in [ ]")
    elif NEWSROOM not in plugins:
        message = say("PLUGINS lacks {name}, without which nothing is built", name=NEWSROOM)
        yield message, say('type "{name}" into the list', name=NEWSROOM)


def _place_of(file: Path, name: str) -> tuple[str, int]:
    """Find where a setting was typed last; one file may take all that another one says."""
    tree = ast.parse(file.read_bytes())
    for part in reversed(tree.body):
        if isinstance(part, ast.ImportFrom) and part.names[0].name == "*":
            other = file.with_name(f"{part.module}.py")
            if other.is_file():
                return _place_of(other, name)
        if name in _names_in(part):
            return _shown(file), part.lineno
    return _shown(file), 0


def _names_in(part: ast.stmt) -> set[str]:
    """Give the names that a line gives a value to."""
    if isinstance(part, ast.Assign):
        return {each.id for each in part.targets if isinstance(each, ast.Name)}
    if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
        return {part.target.id}
    return set()
