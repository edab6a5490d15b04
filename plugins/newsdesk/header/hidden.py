"""Finding the characters that nobody sees, as they come from word processors and web pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from newsdesk.header.report import Report
from newsdesk.problems import say

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters; Word's line break is the 0B
    "\u2028\u2029"  # line and paragraph separator
    "\u202a-\u202e\u2066-\u2069"  # turn the direction, and with it the sense, of a text
    "\ufeff\ufffd-\uffff]"  # stray byte order mark, lost letter, no characters at all
)
HIDDEN_IN_HEADER = re.compile(
    "[\u200b-\u200f\u2060]"  # of no width: they would make two equal words differ
    "(?<![\u2190-\U0001ffff]\u200d)"  # but a joiner may stand behind an emoji
)
# Nearly every text has these alone. Looking for what is common first takes half the time.
_COMMON = re.compile("[\t\n -~\xa0-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff]*")
_NAMES: Mapping[str, str] = {
    "\x00": "null",
    "\x0b": "line break from Word",
    "\x0c": "page break",
    "\x1e": "hyphen from Word",
    "\x1f": "optional hyphen from Word",
    "\ufeff": "byte order mark",
    "\ufffe": "not a character",
    "\uffff": "not a character",
}


def without_hidden(text: str, hidden: re.Pattern[str], first_line: int, report: Report) -> str:
    """Report the characters that nobody sees, and take them out."""
    if _COMMON.fullmatch(text) or hidden.search(text) is None:
        return text
    lines_of: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), first_line):
        for character in dict.fromkeys(hidden.findall(line)):
            lines_of.setdefault(character, []).append(number)
    for character, lines in lines_of.items():
        _report_hidden(character, lines, report)
    return hidden.sub(lambda match: "" if unicodedata.category(match[0]) == "Cf" else " ", text)


def _report_hidden(character: str, lines: Sequence[int], report: Report) -> None:
    """Report a character that nobody sees, in each line in which it stands."""
    if character == "\ufffd":
        message = say("a letter was lost here; “\ufffd” stands in its place")
        hint = say("type the right letter")
    else:
        name = _NAMES.get(character) or unicodedata.name(character, "control character").lower()
        code = f"U+{ord(character):04X}"
        message = say("an invisible character stands here: {code} ({name})", code=code, name=name)
        hint = say("delete it with the letters on both sides of it, and type those again")
    report.add_each(lines, message, hint)
