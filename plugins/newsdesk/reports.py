"""Writes problems down for whoever reads them: a person, a program, or GitHub.

What is said here of itself, not by a message, is collected for translation by the names `said` and
`counted`; `gettext` and `ngettext` stand for the words of the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from newsdesk.problems import Problem

# What stands in the way of GitHub's own signs, in the order in which it is replaced.
# https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
IN_TEXT = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
IN_PROPERTY = (*IN_TEXT, (":", "%3A"), (",", "%2C"))


def as_text(problems: Iterable[Problem], words: NullTranslations) -> str:
    """Write problems for a person: `path:line:column: what is wrong`, and below it the hint.

    :param words: the language of the person.
    """
    return "".join(f"{_in_words(problem, words)}\n" for problem in problems)


def _in_words(problem: Problem, words: NullTranslations) -> str:
    text = problem.in_words(words.gettext)
    if problem.level == "error":
        return text
    place = ":".join(str(part) for part in _place(problem) if part)
    said = words.gettext
    warning = said("warning")
    return f"{place}: {warning}{text.removeprefix(place)}"


def _place(problem: Problem) -> tuple[str, int | None, int | None]:
    """Give path, line and column; None for what is not known, or not meant."""
    return (problem.path, problem.line or None, problem.column)


def as_json(problems: Iterable[Problem], words: NullTranslations) -> str:
    """Write problems for a program: a list of objects in JSON.

    `line` and `column` are null where the file as a whole is meant, `hint` where there is none.
    """
    listed = [_as_object(problem, words) for problem in problems]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _as_object(problem: Problem, words: NullTranslations) -> dict[str, str | int | None]:
    path, line, column = _place(problem)
    return {
        "path": path,
        "line": line,
        "column": column,
        "level": problem.level,
        "message": problem.message.in_words(words.gettext),
        "hint": problem.hint.in_words(words.gettext) if problem.hint else None,
    }


def as_github(problems: Iterable[Problem], words: NullTranslations) -> str:
    """Write problems as commands of GitHub Actions: it shows them beside the lines they are about.

    GitHub knows a file by its path from the top of the repository: newsdesk must run there.
    """
    return "".join(f"{_as_command(problem, words)}\n" for problem in problems)


def _as_command(problem: Problem, words: NullTranslations) -> str:
    path, line, column = _place(problem)
    said = words.gettext
    title = said("Problem") if problem.level == "error" else said("Warning")
    properties = {"file": path, "line": line, "col": column, "title": title}
    listed = ",".join(
        f"{name}={_escaped(str(value), IN_PROPERTY)}" for name, value in properties.items() if value
    )
    lines = [problem.message.in_words(said)]
    if problem.hint:
        hint = said("Hint")
        lines.append(f"{hint}: {problem.hint.in_words(said)}")
    return f"::{problem.level} {listed}::{_escaped(chr(10).join(lines), IN_TEXT)}"


def _escaped(text: str, signs: Iterable[tuple[str, str]]) -> str:
    for sign, instead in signs:
        text = text.replace(sign, instead)
    return text


def count(problems: Sequence[Problem], words: NullTranslations) -> str:
    """Count problems and warnings in a line such as “3 problems, 2 warnings”, with a full stop."""
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    counted, parts = words.ngettext, []
    if errors:
        text = counted("{count} problem", "{count} problems", errors)
        parts.append(text.format(count=errors))
    if warnings:
        text = counted("{count} warning", "{count} warnings", warnings)
        parts.append(text.format(count=warnings))
    return ", ".join(parts) + "."
