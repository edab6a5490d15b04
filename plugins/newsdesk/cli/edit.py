"""`newsdesk edit`: the form in the browser, beside the preview."""

from __future__ import annotations

import argparse
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.cli.usage import UsageError, add_places, must_exist
from newsdesk.cli.voice import TRANSLATIONS, language_of_environment, words_in
from newsdesk.preview import PortTaken

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands
    from newsdesk.editor.front import Tongue
    from newsdesk.language import Language

FORM_WORDS = TRANSLATIONS.parent / "editor" / "translations"


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("edit", help="write in a form in the browser")
    add_places(command)
    command.add_argument("--port", type=int, default=8000, metavar="N", help="default: 8000")
    command.add_argument(
        "--fetch",
        nargs="?",
        const="",
        metavar="FILE",
        help="bring the form, once: by npm, or from a file that somebody has brought",
    )
    command.set_defaults(do=edit)


def edit(typed: argparse.Namespace) -> None:
    """Show the form and the preview until Ctrl-C; or bring the form."""
    from newsdesk.cli import site  # noqa: PLC0415 - Pelican takes a while; --help need not wait
    from newsdesk.editor import decap  # noqa: PLC0415 - likewise

    if typed.fetch is not None:
        fetch(typed.fetch)
        return
    must_exist(typed)
    if not decap.is_there(decap.place()):
        raise UsageError("the form is not here yet; type once: newsdesk edit --fetch")
    try:
        site.edit(typed.settings, typed.content, typed.port, decap.place(), tongue)
    except PortTaken as error:
        raise UsageError(str(error)) from error


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
