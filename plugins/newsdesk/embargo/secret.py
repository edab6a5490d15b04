"""One thing that gives a post or a photograph away that is not public."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Secret:
    """One thing that gives something away.

    :param path: the file of content that is not public.
    :param what: what of it this is, such as `title`.
    :param text: for the person who reads the message.
    :param needle: what is looked for: in plain form for words, as it is for names.
    :param place: for names, how they must stand to be meant, the name included.
    :param is_file: the needle is the SHA-256 of a file of content.
    """

    path: str
    what: str
    text: str
    needle: bytes
    place: re.Pattern[bytes] | None = None
    is_file: bool = False
