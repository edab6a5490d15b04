"""`newsdesk edit`: the form in the browser, beside the preview."""

from __future__ import annotations

import argparse
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.cli.usage import UsageError, add_places, must_exist, port
from newsdesk.cli.voice import TRANSLATIONS, language_of_environment, words_in

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands
    from newsdesk.editor.front import Tongue
    from newsdesk.language import Language

FORM_WORDS = TRANSLATIONS.parent / "editor" / "translations"


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("edit", help="write in a form in the browser")
    add_places(command)
    command.add_argument("--port", type=port, default=8000, metavar="N", help="default: 8000")
    command.add_argument(
        "--fetch",
        nargs="?",
        const="",
        metavar="FILE",
        help="bring the form, once: by npm, or from a file that somebody has brought",
    )
    command.add_argument(
        "--online",
        type=Path,
        metavar="DIR",
        help="make a folder with the form for use on line, against a Git host",
    )
    command.add_argument(
        "--repository", metavar="HOST:OWNER/NAME", help="with --online, such as github:owner/site"
    )
    command.add_argument("--branch", default="main", help="with --online; default: main")
    command.set_defaults(do=edit)


def edit(typed: argparse.Namespace) -> None:
    """Show the form and the preview until Ctrl-C; or bring the form."""
    from newsdesk.cli import showing  # noqa: PLC0415 - Pelican takes a while; --help need not wait
    from newsdesk.editor import decap  # noqa: PLC0415 - likewise
    from newsdesk.preview import PortTaken  # noqa: PLC0415 - likewise

    if typed.fetch is not None:
        fetch(typed.fetch)
        return
    must_exist(typed)
    if not decap.is_there(decap.place()):
        raise UsageError("the form is not here yet; type once: newsdesk edit --fetch")
    if typed.online is not None:
        put_on_line(typed)
        return
    try:
        showing.edit(typed.settings, typed.content, typed.port, decap.place(), tongue)
    except PortTaken as error:
        raise UsageError(str(error)) from error


def put_on_line(typed: argparse.Namespace) -> None:
    """Make the folder with the form that can be put on line."""
    from newsdesk.cli import site  # noqa: PLC0415 - likewise
    from newsdesk.editor import decap  # noqa: PLC0415 - likewise
    from newsdesk.editor.choices import choices_in  # noqa: PLC0415 - likewise
    from newsdesk.editor.form import Printer  # noqa: PLC0415 - likewise
    from newsdesk.editor.online import HOSTS, Repository, files_for  # noqa: PLC0415 - likewise
    from newsdesk.files import replace_files  # noqa: PLC0415 - likewise

    host, _, name = (typed.repository or "").partition(":")
    if host not in HOSTS or not name:
        hosts = ", ".join(HOSTS[:-1])
        raise UsageError(
            f"name the repository: --repository github:owner/site (there are: {hosts})"
        )
    house, content = site.house(typed.settings, typed.content)
    language = language_of_environment(os.environ)
    printer = Printer(house, choices_in(content, house, language), tongue(language).name)
    repository = Repository(host, name, typed.branch)
    files = files_for(printer, repository, language, content.as_posix(), decap.place())
    replace_files({typed.online / path: data for path, data in files.items()})
    said = words_in(language).gettext
    sys.stdout.write(said("The form for use on line is in {folder}.").format(folder=typed.online))
    sys.stdout.write("\n")


def fetch(file: str) -> None:
    """Bring the form, and say where it is."""
    from newsdesk.editor import decap  # noqa: PLC0415 - likewise
    from newsdesk.editor.refusal import Refusal  # noqa: PLC0415 - likewise

    said = words_in(language_of_environment(os.environ)).gettext
    if file and not Path(file).is_file():
        raise UsageError(f"there is no file {file}")
    try:
        decap.bring(decap.place(), Path(file) if file else None)
    except Refusal as refusal:
        raise UsageError(refusal.message.in_words(said)) from refusal
    sys.stdout.write(said("The form is here; newsdesk edit shows it.") + "\n")


@cache
def tongue(lang: Language) -> Tongue:
    """Give the words of a language in which the form is filled in."""
    from newsdesk.editor.front import Tongue  # noqa: PLC0415 - likewise

    return Tongue(words_in(lang).gettext, words_in(lang, FORM_WORDS).gettext)
