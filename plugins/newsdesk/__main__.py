"""`python -m newsdesk` does what `newsdesk` does."""

import sys

from newsdesk.cli import main

sys.exit(main())
