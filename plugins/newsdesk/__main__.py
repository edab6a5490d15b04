"""The program: `newsdesk`, or `python -m newsdesk`."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from newsdesk.cli import main

# New objects after which Python looks for those that are no longer needed: thousands of posts live
# as long as a build does, and to look at them again and again would take a sixth of its time.
SELDOM = 1_000_000


def run() -> NoReturn:
    """Do what was typed, and end at once.

    Python would take apart all that is known of ten thousand posts, piece by piece, before it ends.
    """
    gc.set_threshold(SELDOM)
    code = main()
    with suppress(BrokenPipeError):
        sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
