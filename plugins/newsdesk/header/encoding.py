"""Turning bytes into letters, and telling how a file is saved that is not UTF-8."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.header.report import Report
from newsdesk.problems import say

_SAVE_AS_UTF_8 = say("choose “Save as” in the editor, and there the encoding UTF-8")

_OLD_MARKS = frozenset("„“”‘’‚–—…«»•€©®°§\u00a0\u00ad")
_OLD_ENCODINGS: Mapping[str, frozenset[str]] = {
    "Windows-1250": _OLD_MARKS | frozenset("čćđšžČĆĐŠŽ"),
    "Windows-1251": _OLD_MARKS
    | frozenset("абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"),
}


def decoded(data: bytes, report: Report) -> str:
    """Turn bytes into letters; when they are not UTF-8, with the best guess at what was meant."""
    utf_16 = _utf_16(data)
    if utf_16:
        report.add(
            0,
            say("the file is saved as UTF-16 (Notepad calls it Unicode), not as UTF-8"),
            _SAVE_AS_UTF_8,
        )
        return data.decode(utf_16, "replace").replace("\ufffd", "?")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _guessed(data, error.start, report)
    if text.startswith("\ufeff"):
        report.add(
            1,
            say("an invisible mark (BOM) stands before the first letter of the file"),
            say("choose “Save as” in the editor, and there UTF-8, not “UTF-8 with BOM”"),
        )
    return text.removeprefix("\ufeff")


def _utf_16(data: bytes) -> str | None:
    """Recognise UTF-16 by its mark, or by the halves of its letters: few bytes come first in them.

    Those are 00 and 01 in Latin letters, 04 in Cyrillic ones, and 20 in dashes and quotation marks.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" not in data:
        return None
    for name, half in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        others = half.translate(None, b"\x00\x01\x04\x20")
        if len(others) * 20 < len(half):
            return name
    return None


def _guessed(data: bytes, start: int, report: Report) -> str:
    """Decode what is not UTF-8; the letters of Serbian tell which old encoding it is."""
    line = len(data[:start].splitlines() or [b""]) + data[:start].endswith((b"\n", b"\r"))
    for name, letters in _OLD_ENCODINGS.items():
        text = data.decode(name, "replace")
        if letters.issuperset(character for character in text if not character.isascii()):
            message = say("the file is saved as {name}, not as UTF-8", name=name)
            report.add(line, message, _SAVE_AS_UTF_8)
            return text
    report.add(
        line,
        say("this line is not UTF-8: it has the byte {byte}", byte=f"{data[start]:02X}"),
        say("save the file as UTF-8, and see whether all letters of this line are right"),
    )
    return data.decode(errors="replace").replace("\ufffd", "?")
