"""How much a file of content/ may hold, and how much of it a message repeats."""

from __future__ import annotations

# Bytes of a file. The longest report is a tenth of it; more is a picture or a film by mistake.
FILE_LIMIT = 2_000_000
# Characters of a header. Thirty times the longest real one, and still read in milliseconds.
HEADER_LIMIT = 64_000
# Levels of lists and groups in each other. Twice what the content model knows.
DEPTH_LIMIT = 10
# Characters of a person's own text that a message repeats.
SHOWN = 60
# Lines with the same mistake that are named one by one. More would hide the other mistakes.
SAID_EACH = 10
