"""The command `newsdesk`: what staff type.

Exit codes: 0 all is well, 1 there are problems in the content, 2 the command was typed wrongly.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence

from newsdesk.cli import (
    build,
    check,
    edit,
    fields,
    import_,
    new,
    preview,
    publish,
    record,
    schema,
    tidy,
)
from newsdesk.cli import next as due
from newsdesk.cli.usage import PROBLEMS, WELL, WRONG_USAGE, UsageError
from newsdesk.cli.voice import language_of_environment, words_in
from newsdesk.problems import Message, Problem, SiteError, say
from newsdesk.reports import as_text, count

# What a system answers that has no room, or does not let us write.
REFUSALS = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)
)
# What it answers to names that cannot be those of files.
NO_NAMES = frozenset((errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.ELOOP))

__all__ = ["PROBLEMS", "WELL", "WRONG_USAGE", "UsageError", "main", "parser"]


def main(words: Sequence[str] | None = None) -> int:
    """Do what was typed.

    :param words: the words after `newsdesk`; those of the command line when left out.
    :returns: the exit code.
    """
    typed = parser().parse_args(words)
    try:
        done = int(typed.do(typed) or WELL)
        sys.stdout.flush()
    except SiteError as error:
        return report(error)
    except UsageError as error:
        sys.stderr.write(f"newsdesk: {error}\n")
        return WRONG_USAGE
    except BrokenPipeError:
        # Whoever read our words has gone (`newsdesk check | head`): nothing to say any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        if error.errno in REFUSALS:
            hint = say("make room or ask for the right to write there; then type the same again")
            return tell_refusal(error, hint)
        if error.errno in NO_NAMES:
            return tell_refusal(error, say("name another file or folder"))
        raise
    return done


def tell_refusal(error: OSError, hint: Message) -> int:
    """Tell the person what the system refused; what is not known here is a mistake of ours."""
    message = say("the system says: {reason}", reason=error.strerror or str(error))
    problem = Problem(str(error.filename or "newsdesk"), 0, message, hint)
    words = words_in(language_of_environment(os.environ))
    sys.stderr.write(as_text([problem], words))
    return PROBLEMS


def report(error: SiteError) -> int:
    """Tell the person all problems at once."""
    words = words_in(language_of_environment(os.environ))
    sys.stderr.write(as_text(error.problems, words))
    said = words.gettext
    nothing = said("Nothing was written.")
    sys.stderr.write(f"\n{count(error.problems, words)} {nothing}\n")
    return PROBLEMS


def parser() -> argparse.ArgumentParser:
    """Describe everything that can be typed."""
    whole = argparse.ArgumentParser(
        prog="newsdesk", description="Check, look at and build the newsroom's website."
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    listed = (new, edit, preview, check, tidy, import_, build, publish, due, record, fields, schema)
    for command in listed:
        command.add_to(commands)
    return whole
