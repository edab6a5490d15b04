"""Shows in a terminal how far a long way is; a pipe and a timer see nothing of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from newsdesk.cli.voice import language_of_environment, words_in
from newsdesk.problems import Message
from newsdesk.publishing.progress import unwatched

if TYPE_CHECKING:
    from newsdesk.publishing.progress import Watch


@contextmanager
def progress() -> Iterator[Watch]:
    """Give what hears how far it is, and takes the lines away again in the end."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    said = words_in(language_of_environment(os.environ)).gettext
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    tasks: dict[Message, TaskID] = {}
    with Progress(*columns, console=Console(stderr=True), transient=True) as lines:

        def watch(what: Message, done: int, of: int) -> None:
            words = f"{done}{f'/{of}' if of else ''} {what.in_words(said)}"
            if what not in tasks:
                tasks[what] = lines.add_task(words, total=of or None)
            lines.update(tasks[what], description=words, completed=done)

        yield watch
