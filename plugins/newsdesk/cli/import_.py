"""`newsdesk import`: brings the old sites along, as drafts."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from newsdesk.cli.clock import time_of_build
from newsdesk.cli.usage import PROBLEMS, WELL, UsageError, add_places, must_exist
from newsdesk.cli.voice import language_of_environment, words_in
from newsdesk.language import Language
from newsdesk.problems import SiteError

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands
    from newsdesk.importing.found import Found, Missed, Unchanged
    from newsdesk.importing.run import Import, State

# Writes to where the person reads the report.
Write = Callable[[str], object]


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("import", help="bring old sites along, as drafts")
    command.add_argument(
        "sources",
        nargs="+",
        type=Path,
        metavar="SOURCE",
        help="a text, a saved page, a folder of them, a WordPress export, a Word document, "
        "or the content of a Pelican site",
    )
    command.add_argument(
        "--site", default="", metavar="URL", help="the address of the folder on the old site"
    )
    command.add_argument(
        "--type", metavar="TYPE", help="of all posts; default: what each looks like"
    )
    command.add_argument(
        "--lang", choices=get_args(Language), help="of all posts; default: what each is written in"
    )
    command.add_argument(
        "--publisher", default="", metavar="TEXT", help="who published all of it first"
    )
    command.add_argument(
        "--pictures",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="where pictures of the old site lie, such as a copy of wp-content",
    )
    command.add_argument(
        "--with-protected",
        action="store_true",
        help="also what was private or protected by a password",
    )
    add_places(command)
    command.set_defaults(do=bring_along)


def bring_along(typed: argparse.Namespace) -> int:
    """Bring everything along and tell what became of it; gives the exit code.

    :raises SiteError: when what is there already cannot be read; nothing is written then.
    """
    from newsdesk.importing.report import as_text, summary  # noqa: PLC0415 - --help need not wait
    from newsdesk.importing.sources import Reading  # noqa: PLC0415 - likewise

    _check(typed)
    words = words_in(language_of_environment(os.environ))
    run = _run(typed)
    known = run.register.keys_of_files()
    reading = Reading(run.house.zone, typed.site, typed.with_protected, known)
    states: Counter[State] = Counter()
    with _progress(words) as (write, step):
        try:
            for found in _found(reading.found_in, typed.sources):
                outcome = run.bring(found)
                states[outcome.state] += 1
                write(as_text(outcome, words))
                step()
            for outcome in run.link_up():
                write(as_text(outcome, words))
        except KeyboardInterrupt:
            run.register.save()
            write(words.gettext("Stopped. Type the same again to go on.") + "\n")
            return PROBLEMS
        write(summary(states, words) + "\n")
    return PROBLEMS if states["broken"] else WELL


def _found(
    read: Callable[[Path], Iterator[Found | Missed | Unchanged]], sources: Iterable[Path]
) -> Iterator[Found | Missed | Unchanged]:
    for source in sources:
        yield from read(source)


def _check(typed: argparse.Namespace) -> None:
    """See whether what was typed makes sense.

    :raises UsageError: when it does not.
    """
    from newsdesk.schema.posts import POST_TYPES  # noqa: PLC0415 - --help need not wait

    must_exist(typed)
    for source in typed.sources:
        if not source.exists():
            raise UsageError(f"there is no {source}")
        if not (source.is_file() or source.is_dir()):
            raise UsageError(f"{source} is neither a file nor a folder")
    for folder in typed.pictures:
        if not folder.is_dir():
            raise UsageError(f"there is no folder {folder}")
    if typed.type and typed.type.replace("-", "_") not in POST_TYPES:
        raise UsageError(
            f"“{typed.type}” is not a type of post; type one of: {', '.join(POST_TYPES)}"
        )
    if typed.site and not typed.site.startswith(("http://", "https://")):
        raise UsageError(f"“{typed.site}” is no address; type --site https://{typed.site}")


def _run(typed: argparse.Namespace) -> Import:
    """Look at what is there already."""
    from newsdesk.cli import site  # noqa: PLC0415 - Pelican takes a while; --help need not wait
    from newsdesk.importing.drafting import Desk  # noqa: PLC0415 - likewise
    from newsdesk.importing.pictures import Pictures  # noqa: PLC0415 - likewise
    from newsdesk.importing.register import read_register  # noqa: PLC0415 - likewise
    from newsdesk.importing.rubrics import Rubrics  # noqa: PLC0415 - likewise
    from newsdesk.importing.run import Import, Shelf  # noqa: PLC0415 - likewise
    from newsdesk.scaffold import posts_in  # noqa: PLC0415 - likewise
    from newsdesk.vocabulary import read_vocabulary  # noqa: PLC0415 - likewise

    house, content = site.house(typed.settings, typed.content)
    for source in typed.sources:
        if source.resolve().is_relative_to(content.resolve()):
            raise UsageError(f"{source} is content of this site already")
    vocabulary, problems = read_vocabulary(content)
    if problems:
        raise SiteError(problems)
    register = read_register(content)
    kind = (typed.type or "").replace("-", "_")
    desk = Desk(house.zone, vocabulary, Rubrics.of(vocabulary), typed.publisher, kind, typed.lang)
    return Import(
        content=content,
        house=house,
        desk=desk,
        today=time_of_build(os.environ).astimezone(house.zone).date(),
        register=register,
        pictures=Pictures(content, register, typed.pictures),
        shelf=Shelf.of(posts_in(content, [edition.folder for edition in house.editions])),
    )


@contextmanager
def _progress(words: NullTranslations) -> Iterator[tuple[Write, Callable[[], object]]]:
    """Give the ways to write a part of the report, and to count on; a pipe sees no counting."""
    if not sys.stderr.isatty():
        yield sys.stdout.write, lambda: None
        return
    both = sys.stdout.isatty()
    said = words.gettext
    console = Console(stderr=not both)
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f}"), TextColumn(said("items read")))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task("", total=None)

        def write(text: str) -> None:
            # The line that counts must not be written through.
            console.out(text.rstrip("\n"), highlight=False)

        yield write if both else sys.stdout.write, lambda: progress.advance(task)
