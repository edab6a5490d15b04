"""Remembers what was made, and of what, so that a build makes only what is new.

Everything here can be made again: the memory may be deleted at any time, and whatever is wrong with
it costs time and never a word of the site.
"""

from newsdesk.memory.digests import digest_of, digest_of_value
from newsdesk.memory.notes import Notes
from newsdesk.memory.program import digest_of_files, digest_of_program
from newsdesk.memory.store import FILE, Store
from newsdesk.memory.witness import Answers, Witness, question

__all__ = [
    "FILE",
    "Answers",
    "Notes",
    "Store",
    "Witness",
    "digest_of",
    "digest_of_files",
    "digest_of_program",
    "digest_of_value",
    "question",
]
