"""Reading a file of content/: what its header says, in which line, and where the text begins.

A file goes through four steps: bytes become clean text (`text`), the text is divided at the lines
`---` (`parts`), the header becomes values (`values`), and what could not be read is explained
(`explanations`). Each step notes what is wrong, repairs it for itself and goes on, so that a person
sees all mistakes of the file at once.

The header is YAML without its traps: `NO`, `10:30`, `0123` and `2026-11-22` stay the words that
were typed, and anchors, aliases, tags and doubled keys are refused.
"""

from newsdesk.header.limits import DEPTH_LIMIT, FILE_LIMIT, HEADER_LIMIT
from newsdesk.header.reading import read_post, read_record
from newsdesk.header.source import Place, Source, Value

__all__ = [
    "DEPTH_LIMIT",
    "FILE_LIMIT",
    "HEADER_LIMIT",
    "Place",
    "Source",
    "Value",
    "read_post",
    "read_record",
]
