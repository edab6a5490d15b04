"""Stops a site that gives away what is not public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdesk.embargo.search import Finder
from newsdesk.embargo.secret import Secret
from newsdesk.embargo.unpacking import contents
from newsdesk.problems import Problem, say

# Characters of a text that a message repeats.
SHOWN = 60


def leaks(files: Iterable[tuple[str, bytes]], secrets: Iterable[Secret]) -> Iterator[Problem]:
    """Search every file, its name and what is packed in it.

    :param files: the finished site: path below the output folder, and bytes.
    :param secrets: as `secrets_of` gives them.
    """
    secrets = tuple(secrets)
    if not secrets:
        return
    finder = Finder.of(secrets)
    for path, data in files:
        told = finder.found_in(f"/{path}".encode())
        where = dict.fromkeys(told, path)
        for place, inner in contents(path, data):
            where |= {secret: place for secret in finder.found_in(inner) if secret not in where}
        yield from (_leak(secret, place) for secret, place in sorted(where.items(), key=_order))


def _order(found: tuple[Secret, str]) -> tuple[str, str, str]:
    secret, place = found
    return secret.path, secret.what, place


def _leak(secret: Secret, place: str) -> Problem:
    text = secret.text if len(secret.text) <= SHOWN else f"{secret.text[:SHOWN]}…"
    message = say(
        "this is not public yet, and {file} gives its {what} away: “{text}”",
        file=place,
        what=secret.what,
        text=text,
    )
    hint = say("take it out of what is public; if no post has it, the program is to blame")
    return Problem(secret.path, 0, message, hint)
