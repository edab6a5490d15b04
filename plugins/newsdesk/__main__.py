"""The program: `newsdesk`, or `python -m newsdesk`."""

import os
import sys
from contextlib import suppress
from typing import NoReturn

from newsdesk.cli import main


def run() -> NoReturn:
    """Do what was typed, and end at once.

    Python would take apart all that is known of ten thousand posts, piece by piece, before it ends.
    """
    code = main()
    with suppress(BrokenPipeError):
        sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
