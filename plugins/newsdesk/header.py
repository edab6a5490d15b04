"""Reading a file of content/: what its header says, in which line, and where the text begins.

A file goes through four steps: bytes become clean text, the text is divided at the lines `---`,
the header becomes values, and what could not be read is explained. Each step notes what is wrong,
repairs it for itself and goes on, so that a person sees all mistakes of the file at once.

The header is YAML without its traps: `NO`, `10:30`, `0123` and `2026-11-22` stay the words that
were typed, and anchors, aliases, tags and doubled keys are refused.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias, cast

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from newsdesk.problems import Message, Problem, SiteError, say

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
Place: TypeAlias = tuple[str | int, ...]

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


@dataclass(frozen=True, slots=True)
class Source:
    """What a file of content/ says, as typed, and in which lines it says it.

    :param path: the file as the person knows it.
    :param header: the values of the header.
    :param lines: for each place in the header, such as `("speakers", 1)`, its line in the file.
    :param body: the text under the header.
    :param body_line: the line of the file in which the body begins, counted from 1.
    """

    path: str
    header: Mapping[str, Value]
    lines: Mapping[Place, int]
    body: str
    body_line: int

    def line_of(self, place: Place) -> int:
        """Give the line of a place in the header, or of the nearest group that it belongs to."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def line_at(self, offset: int) -> int:
        """Give the line of the file in which a character of the body stands.

        :param offset: characters from the beginning of the body, counted from 0.
        """
        return self.body_line + self.body.count("\n", 0, offset)


def read_post(path: str, data: bytes) -> Source:
    """Read a Markdown file with a header between two lines `---`.

    :param path: the file as the person knows it; it is not opened.
    :param data: the bytes of the file.
    :raises SiteError: with all problems of the file.
    """
    report = _Report(path)
    parts = _divide(_text(data, report), report)
    if len(parts.header) > HEADER_LIMIT:
        report.stop(
            parts.header_line,
            say("the header has more than {limit} characters", limit=HEADER_LIMIT),
            say("move the text under the second line ---"),
        )
    header, lines = _values(parts.header, parts.header_line, report)
    report.finish()
    return Source(path, header, lines, parts.body, parts.body_line)


def read_record(path: str, data: bytes) -> Source:
    """Read a file of content/vocabulary/: YAML alone, without lines `---` and without a text.

    :param path: the file as the person knows it; it is not opened.
    :param data: the bytes of the file.
    :raises SiteError: with all problems of the file.
    """
    report = _Report(path)
    text = _text(data, report)
    header, lines = _values(text, 1, report)
    report.finish()
    return Source(path, header, lines, "", text.count("\n") + 1)


@dataclass(frozen=True, slots=True)
class _Report:
    """The problems of one file, as they are found."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, message: Message, hint: Message) -> None:
        """Note a problem, and go on."""
        self.problems.append(Problem(self.path, line, message, hint))

    def add_each(self, lines: Sequence[int], message: Message, hint: Message) -> None:
        """Note a problem of several lines: the first ones each, the rest by their number."""
        for line in lines[:SAID_EACH]:
            self.add(line, message, hint)
        rest = lines[SAID_EACH:]
        if rest:
            more = say(
                "the same is wrong in this line and below, in {count} lines", count=len(rest)
            )
            self.add(rest[0], more, hint)

    def stop(self, line: int, message: Message, hint: Message) -> NoReturn:
        """Note a problem after which nothing else can be told."""
        self.add(line, message, hint)
        raise SiteError(self.problems)

    def finish(self) -> None:
        """Stop if anything was noted."""
        if self.problems:
            raise SiteError(self.problems)


def _short(text: str) -> str:
    """Shorten a person's text for a message."""
    text = text.strip()
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"


# Bytes become clean text


def _text(data: bytes, report: _Report) -> str:
    """Give the text of a file, in lines that end with a line feed, without hidden characters."""
    if len(data) > FILE_LIMIT:
        report.stop(
            0,
            say("the file is larger than {limit} bytes", limit=FILE_LIMIT),
            say("pictures and publications go into folders of their own; keep here the text alone"),
        )
    text = _visible(_with_line_feeds(_decoded(data, report), report), _HIDDEN, 1, report)
    if not text or text.isspace():
        report.stop(
            0, say("the file is empty"), say("type its header and its text, or delete the file")
        )
    return text


def _decoded(data: bytes, report: _Report) -> str:
    """Turn bytes into letters; when they are not UTF-8, with the best guess at what was meant."""
    utf_16 = _utf_16(data)
    if utf_16:
        report.add(
            0,
            say("the file is saved as UTF-16 (Notepad calls it Unicode), not as UTF-8"),
            say("choose “Save as” in the editor, and there the encoding UTF-8"),
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


_OLD_MARKS = frozenset("„“”‘’‚–—…«»•€©®°§\u00a0\u00ad")
_OLD_ENCODINGS: Mapping[str, frozenset[str]] = {
    "Windows-1250": _OLD_MARKS | frozenset("čćđšžČĆĐŠŽ"),
    "Windows-1251": _OLD_MARKS
    | frozenset("абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"),
}


def _guessed(data: bytes, start: int, report: _Report) -> str:
    """Decode what is not UTF-8; the letters of Serbian tell which old encoding it is."""
    line = len(data[:start].splitlines() or [b""]) + data[:start].endswith((b"\n", b"\r"))
    hint = say("choose “Save as” in the editor, and there the encoding UTF-8")
    for name, letters in _OLD_ENCODINGS.items():
        text = data.decode(name, "replace")
        if letters.issuperset(character for character in text if not character.isascii()):
            report.add(line, say("the file is saved as {name}, not as UTF-8", name=name), hint)
            return text
    report.add(
        line,
        say("this line is not UTF-8: it has the byte {byte}", byte=f"{data[start]:02X}"),
        say("save the file as UTF-8, and see whether all letters of this line are right"),
    )
    return data.decode(errors="replace").replace("\ufffd", "?")


def _with_line_feeds(text: str, report: _Report) -> str:
    """Make every line end with a line feed alone, as everywhere in content/."""
    first = text.find("\r")
    if first < 0:
        return text
    report.add(
        text.count("\n", 0, first) + 1,
        say("the lines end as on Windows or on an old Mac (CRLF or CR)"),
        say("set the line ends of the file to LF in the editor, and save it"),
    )
    return text.replace("\r\n", "\n").replace("\r", "\n")


_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters; Word's line break is the 0B
    "\u2028\u2029"  # line and paragraph separator
    "\u202a-\u202e\u2066-\u2069"  # turn the direction, and with it the sense, of a text
    "\ufeff\ufffd-\uffff]"  # stray byte order mark, lost letter, no characters at all
)
_HIDDEN_IN_HEADER = re.compile(
    "[\u200b-\u200f\u2060]"  # of no width: they would make two equal words differ
    "(?<![\u2190-\U0001ffff]\u200d)"  # but a joiner may stand behind an emoji
)
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


def _visible(text: str, hidden: re.Pattern[str], first_line: int, report: _Report) -> str:
    """Report the characters that nobody sees, and take them out."""
    if hidden.search(text) is None:
        return text
    lines_of: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), first_line):
        for character in dict.fromkeys(hidden.findall(line)):
            lines_of.setdefault(character, []).append(number)
    for character, lines in lines_of.items():
        _report_hidden(character, lines, report)
    return hidden.sub(lambda match: "" if unicodedata.category(match[0]) == "Cf" else " ", text)


def _report_hidden(character: str, lines: Sequence[int], report: _Report) -> None:
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


# The text is divided


@dataclass(frozen=True, slots=True)
class _Parts:
    """A file, divided at its two lines `---`; lines are counted from 1."""

    header: str
    header_line: int
    body: str
    body_line: int


_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ALMOST_OPENING = re.compile(r"[-‐-―−_=*+~.]+")
_ALMOST_CLOSING = re.compile(
    r"^[ \t]*(?:[-‐-―−]{2,40}|[—―]|\.{3})[ \t]*$",  # other dashes, as editors put them
    re.MULTILINE,
)
_RUNNING_TEXT = re.compile(
    r"\n\n(?=[^\s\-\]}#\"'?])"  # a line behind an empty one …
    r"(?![^\s:]+ ?:(?: |\n|\Z))"  # … that is no field
)


def _divide(text: str, report: _Report) -> _Parts:
    """Divide a post into its header and its text."""
    start = _after_opening(text, report)
    closing, end = _closing(text, start, report)
    return _Parts(
        header=text[start:closing],
        header_line=text.count("\n", 0, start) + 1,
        body=text[end + 1 :],
        body_line=text.count("\n", 0, end) + 2,
    )


def _after_opening(text: str, report: _Report) -> int:
    """Find where the header begins, behind the first line `---`."""
    begin = len(text) - len(text.lstrip())
    opening = _OPENING.match(text, begin)
    if opening is None:
        return _almost_opening(text, begin, report)
    if begin:
        report.add(
            1,
            say("empty lines or spaces stand before the first “---”"),
            say("delete them, so that the file begins with ---"),
        )
    return opening.end()


def _almost_opening(text: str, begin: int, report: _Report) -> int:
    """Take a row of other dashes as the first line `---`; without any, there is no header."""
    line = text.count("\n", 0, begin) + 1
    first, _, rest = text[begin:].partition("\n")
    if not _ALMOST_OPENING.fullmatch(first.rstrip()):
        report.stop(
            line,
            say("the file does not begin with a header, but with “{first}”", first=_short(first)),
            say("type --- as the first line, under it the header, and under that another ---"),
        )
    report.add(
        line,
        say("the header begins with “{first}”, not with “---”", first=_short(first)),
        say("type three hyphens --- in this line, and nothing else"),
    )
    return len(text) - len(rest)


def _closing(text: str, start: int, report: _Report) -> tuple[int, int]:
    """Find where the second line `---` begins and ends, or what was meant as it."""
    closing = _CLOSING.search(text, start)
    running = _RUNNING_TEXT.search(text, start, closing.start() if closing else len(text))
    if closing and not running:
        return closing.span()
    almost = _ALMOST_CLOSING.search(text, start, _end_of_paragraph(text, start))
    if almost:
        report.add(
            text.count("\n", 0, almost.start()) + 1,
            say("the header ends with “{last}”, not with “---”", last=almost[0].rstrip()[:SHOWN]),
            say("type three hyphens --- in this line, and nothing else"),
        )
        return almost.span()
    if running is None:
        report.stop(
            text.count("\n", 0, start) or 1,
            say("the header that begins here has no end"),
            say("type a line --- between the header and the text"),
        )
    report.add(
        text.count("\n", 0, running.end()) + 1,
        say("the text begins here, but the header above it has no end"),
        say("type a line --- between the header and the text"),
    )
    return running.start() + 1, running.end() - 1


def _end_of_paragraph(text: str, start: int) -> int:
    """Find the next empty line, or the end of the text."""
    end = text.find("\n\n", start)
    return end if end >= 0 else len(text)


# The header becomes values


_WORDS: Mapping[str, bool | None] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,15}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})\.[0-9]{1,15}")
_HASHTAG = re.compile(r" #[^\s#]")
_LOST = re.compile(r" +(#[^\s#].*)")


def _values(
    text: str, first_line: int, report: _Report
) -> tuple[dict[str, Value], dict[Place, int]]:
    """Read the values of a header and the line of each of them; nothing when there are none.

    :param first_line: the line of the file in which the header begins.
    """
    text = _without_tabs(_visible(text, _HIDDEN_IN_HEADER, first_line, report), first_line, report)
    walk = _Walk(text, first_line, report)
    try:
        value = walk.whole()
    except yaml.MarkedYAMLError as error:
        _explain_each(text, first_line, report, error)
        return {}, {}
    if isinstance(value, dict):
        return value, walk.lines
    if value is None or isinstance(value, list):
        report.add(first_line, *_no_fields(value))
    else:
        _explain_each(text, first_line, report)
    return {}, {}


_FIELD_BEGINS = re.compile(r"^(?=[^\s#\-\]}]|-[^ \n])", re.MULTILINE)


def _explain_each(
    text: str, first_line: int, report: _Report, whole: yaml.MarkedYAMLError | None = None
) -> None:
    """Read a faulty header field by field, to find all faults and the right line of each.

    A quotation mark that is never closed, for one, is noticed by YAML only fields later.

    :param whole: what is wrong with the header when it is read as one.
    """
    parts = _fields(text, first_line) if len(text) <= HEADER_LIMIT else ()
    tabbed = {known.line for known in report.problems if known.message == _TAB}
    found = False
    for part, part_line in parts:
        for line, message, hint in _faults(part, part_line, report):
            found = True
            if line not in tabbed:  # there the tab is the fault
                report.add(line, message, hint)
    if not found:
        whole_fault = _explained(text, first_line, whole) if whole else None
        report.add(*(whole_fault or (first_line, *_no_fields(text))))


def _fields(text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Give each field of a header as it is typed, and the line of the file in which it begins."""
    for part in _FIELD_BEGINS.split(text):
        yield part, first_line
        first_line += part.count("\n")


def _faults(part: str, line: int, report: _Report) -> Iterator[_Explanation]:
    """Read one field by itself and say what is wrong with it."""
    try:
        value = _Walk(part, line, report).whole()
    except yaml.MarkedYAMLError as error:
        yield _explained(part, line, error)
        return
    if isinstance(value, list):
        yield line, *_no_fields(value)
    elif value is not None and not isinstance(value, dict):
        skipped, message, hint = _colon_missing(_Fault(part.split("\n"), 0, 0, (0, 0)))
        yield line + skipped, message, hint


_TAB = say("a tab stands in the header")


def _without_tabs(text: str, first_line: int, report: _Report) -> str:
    """Report the tabs of a header and make them spaces, but not those in quotation marks."""
    if "\t" not in text:
        return text
    numbers: list[int] = []
    lines: list[str] = []
    pairs = zip(text.split("\n"), _with_spaces(text).split("\n"), strict=True)
    for number, (typed, spaced) in enumerate(pairs, first_line):
        if typed == spaced:
            lines.append(typed)
            continue
        numbers.append(number)
        step = len(typed) - len(typed.lstrip(" \t"))
        lines.append(typed[:step].replace("\t", "  ") + spaced[step:])
    report.add_each(numbers, _TAB, say("type spaces instead, two for each step to the right"))
    return "\n".join(lines)


def _with_spaces(text: str) -> str:
    """Make each tab that stands outside quotation marks one space; all places stay the same."""
    spaced, pieces, begin = text.replace("\t", " "), [], 0
    for start, end in _quotations(spaced):
        pieces += [spaced[begin:start], text[start:end]]
        begin = end
    return "".join(pieces) + spaced[begin:]


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Give beginning and end of what stands in quotation marks, as far as a header is readable."""
    loader, depth = yaml.CBaseLoader(text), 0
    with contextlib.suppress(yaml.MarkedYAMLError):
        while depth <= DEPTH_LIMIT and (event := loader.get_event()):
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)
            if isinstance(event, ScalarEvent) and event.style in {"'", '"'}:
                yield _beginning(event).index, _end(event).index


def _beginning(event: Event) -> yaml.Mark:
    """Give the place where an event begins; libyaml knows it of each."""
    return cast("yaml.Mark", event.start_mark)


def _end(event: Event) -> yaml.Mark:
    """Give the place behind an event."""
    return cast("yaml.Mark", event.end_mark)


class _Walk:
    """One reading of a header, event by event: values, their lines, and what YAML would hide.

    Events, not PyYAML's nodes: they cost less, and brackets in brackets cannot exhaust the stack.
    """

    def __init__(self, text: str, first_line: int, report: _Report) -> None:
        """Stand before the beginning of a header."""
        self.lines: dict[Place, int] = {}
        self._text = text
        self._first_line = first_line
        self._report = report
        self._next = cast("Callable[[], Event]", yaml.CBaseLoader(text).get_event)
        self._has_hashtag = _HASHTAG.search(text) is not None

    def whole(self) -> Value:
        """Read all of the header.

        :raises yaml.MarkedYAMLError: where it is not YAML.
        """
        self._next()  # the stream begins
        if isinstance(self._next(), StreamEndEvent):
            return None
        first = self._next()
        self.lines[()] = self._line(first)
        value = self._node(first, ())
        self._next()  # the document ends
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self._add(after, say("“---” stands in the middle of the fields"), say("delete it"))
        return value

    def _line(self, event: Event) -> int:
        return cast("yaml.Mark", event.start_mark).line + self._first_line

    def _add(self, event: Event, message: Message, hint: Message) -> None:
        self._report.add(self._line(event), message, hint)

    def _node(self, event: Event, place: Place) -> Value:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            self._refuse_sign(event)
            return None
        self._check_group(event, place)
        if isinstance(event, SequenceStartEvent):
            return self._list(place)
        return self._group(place)

    def _list(self, place: Place) -> list[Value]:
        found: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            inner = (*place, len(found))
            self.lines[inner] = self._line(event)
            found.append(self._node(event, inner))
        return found

    def _group(self, place: Place) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            name = self._name(event, place)
            inner = (*place, name)
            if name in found:
                self._refuse_second(event, name, self.lines[inner])
            self.lines.setdefault(inner, self._line(event))
            found[name] = self._node(self._next(), inner)
        return found

    def _name(self, event: Event, place: Place) -> str:
        """Read the name of a field; a number such as 2026 is a name like any other."""
        if isinstance(event, ScalarEvent) and event.value:
            return self._text_of(event)
        self._node(event, (*place, ""))
        self._add(
            event,
            say("a word is expected here as the name of a field"),
            say("put the value in quotation marks if it begins with a bracket or a question mark"),
        )
        return ""

    def _scalar(self, event: ScalarEvent) -> Value:
        text = self._text_of(event)
        if event.style:
            return text
        if self._has_hashtag:
            self._check_loss(event)
        return _plain(text)

    def _text_of(self, event: ScalarEvent) -> str:
        if event.tag is not None or event.anchor is not None:
            self._refuse_sign(event)
        if event.style == '"':
            self._check_escapes(event)
        return event.value

    def _check_group(self, event: Event, place: Place) -> None:
        if len(place) >= DEPTH_LIMIT:
            self._report.stop(
                self._line(event),
                say("more than {limit} lists and groups stand in each other", limit=DEPTH_LIMIT),
                say("if this is a text, put it in quotation marks"),
            )
        if isinstance(event, CollectionStartEvent) and (event.anchor or event.tag):
            self._refuse_sign(event)

    def _refuse_sign(self, event: Event) -> None:
        """Refuse anchors, aliases and tags: most are texts that begin with a special sign."""
        mark = _beginning(event)
        self._add(event, *_sign_in_words(_line_around(self._text, mark.index), mark.column))

    def _refuse_second(self, event: Event, name: str, first: int) -> None:
        self._add(
            event,
            say("“{name}” stands here again", name=_short(name)),
            say("keep one of them; the first is in line {first}", first=first),
        )

    def _check_escapes(self, event: ScalarEvent) -> None:
        r"""Refuse characters that nobody sees when they are written as `\u202e`."""
        for character in _HIDDEN.findall(event.value) + _HIDDEN_IN_HEADER.findall(event.value):
            self._add(
                event,
                say(
                    "an invisible character is written here: U+{code}", code=f"{ord(character):04X}"
                ),
                say("delete the backslash and the letters and figures that belong to it"),
            )

    def _check_loss(self, event: ScalarEvent) -> None:
        """Keep `title: Play #ForEveryChild` from losing its end, a note to YAML."""
        end = _end(event).index
        lost = _LOST.match(self._text, end)
        if lost:
            line = _line_around(self._text, end)
            self._add(
                event,
                say("“{lost}” would be lost: to YAML it is a note", lost=_short(lost[1])),
                say("type {line}; if it is a note, type a space behind the #", line=_quoted(line)),
            )


def _line_around(text: str, index: int) -> str:
    """Give the line in which a character stands."""
    end = text.find("\n", index)
    return text[text.rfind("\n", 0, index) + 1 : end if end >= 0 else len(text)]


def _plain(text: str) -> Value:
    """Give the value of a word without quotation marks: a number, yes or no, or the word itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-0123456789":
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        if _NUMBER.fullmatch(text):
            return float(text)
    return text


# What could not be read is explained


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where a part of a header stops to be YAML; lines and columns are counted from 0.

    :param began: the line of the beginning of what could not be read, and its column.
    """

    lines: Sequence[str]
    line: int
    column: int
    began: tuple[int, int]

    @property
    def text(self) -> str:
        """The line in which reading stopped."""
        return self.lines[self.line]

    @property
    def first(self) -> str:
        """The line in which it began."""
        return self.lines[self.began[0]]


_Explanation: TypeAlias = tuple[int, Message, Message]

_SIGNS = frozenset("@`%&*!|>?,[]{}-")
_LEAD = re.compile(r"\A\s*(?:- +)*(?:\w[\w -]*:(?: +|\Z))?")
_GLUED = re.compile(r"\s*(?:- +)*\w[\w-]*:[^\s/:].*")
_BULLET = re.compile(r"\s*[-–—•·]\s*(?P<value>\S.*)")


def _explained(text: str, first_line: int, error: yaml.MarkedYAMLError) -> _Explanation:
    """Say in a newsroom's words what YAML complains of; its own words are never shown."""
    lines = text.rstrip("\n").split("\n")
    stopped, last = cast("yaml.Mark", error.problem_mark), len(lines) - 1
    began = error.context_mark or stopped
    fault = _Fault(
        lines,
        min(stopped.line, last),
        stopped.column if stopped.line <= last else len(lines[last]),
        (min(began.line, last), began.column),
    )
    complaint = f"{error.context}; {error.problem}"
    line, message, hint = next(
        explain(fault) for words, explain in _EXPLANATIONS if words in complaint
    )
    return first_line + line, message, hint


def _quotation_open(fault: _Fault) -> _Explanation:
    """`title: "Our mission`."""
    line, column = fault.began
    mark = fault.first[column]
    return (
        line,
        say("the quotation mark “{mark}” is not closed", mark=mark),
        say("put another one at the end of the value: {line}", line=_closed(fault.first, mark)),
    )


def _backslash(fault: _Fault) -> _Explanation:
    r"""`title: "C:\Users"`."""
    return (
        fault.line,
        say("a backslash in double quotation marks begins a sign that is not known"),
        say("type two backslashes, or put the value in single quotation marks"),
    )


def _text_behind_arrow(fault: _Fault) -> _Explanation:
    """`title: > Our mission`."""
    line, column = fault.began
    return (
        line,
        say("text stands behind “{sign}” in the same line", sign=fault.first[column]),
        say(
            "begin it in the next line, two spaces to the right, or type {line}",
            line=_quoted(fault.first),
        ),
    )


def _bracket_open(fault: _Fault) -> _Explanation:
    """`categories: [media, social-protection`, or `[media "news"]`."""
    line, column = fault.began
    rest = fault.text[fault.column :].strip()
    if rest and fault.line == line:
        return (
            line,
            say("a comma is missing before “{rest}”", rest=_short(rest)),
            say("put a comma and a space between the values of a list"),
        )
    return (
        line,
        say("the bracket “{sign}” is not closed", sign=fault.first[column]),
        say(
            "type “{sign}” at the end of the list, or put a text in quotation marks",
            sign="]" if fault.first[column] == "[" else "}",
        ),
    )


def _second_colon(fault: _Fault) -> _Explanation:
    """`title: Our mission: to help`, or a field that stands further to the right than it may."""
    if fault.line and _GLUED.fullmatch(fault.lines[fault.line - 1]):
        return _glued(fault.line - 1, fault.lines[fault.line - 1])
    if ": " in _LEAD.sub("", fault.text) + " ":
        return (
            fault.line,
            say("the value has a colon in it"),
            say("put the value in quotation marks: {line}", line=_quoted(fault.text)),
        )
    return (
        fault.line,
        say("the line stands further to the right than the line above it allows"),
        say(
            "begin it under the first letter of the line above; if it belongs to the text above, "
            "put that text in quotation marks"
        ),
    )


def _colon_missing(fault: _Fault) -> _Explanation:
    """`title Our mission`, `title:Our mission` or a list item that begins with a bullet."""
    line = fault.began[0]
    bullet = _BULLET.fullmatch(fault.first)
    if _GLUED.fullmatch(fault.first):
        return _glued(line, fault.first)
    if bullet:
        return (
            line,
            say("the line does not begin like an item of a list"),
            say("type a hyphen and a space before it: - {value}", value=_short(bullet["value"])),
        )
    return (
        line,
        say("“{line}” is no field: it has no name with a colon", line=_short(fault.first)),
        say(
            "type a name and a colon before it; if it belongs to the line above, "
            "begin it two spaces further to the right"
        ),
    )


def _glued(line: int, text: str) -> _Explanation:
    """`title:Our mission`."""
    name, colon, value = text.strip().partition(":")
    return (
        line,
        say("a space is missing behind “{name}:”", name=_short(name)),
        say("type {line}", line=_short(f"{name}{colon} {value}")),
    )


def _hyphen_missing(fault: _Fault) -> _Explanation:
    """A field stands where the lines above are a list."""
    return (
        fault.line,
        say("the line is no item of the list above it"),
        say("begin it with a hyphen and a space, or end the list by beginning further to the left"),
    )


def _misplaced(fault: _Fault) -> _Explanation:
    """`title: "Windows" of opportunity`, or a line that begins neither here nor there."""
    before = fault.text[: fault.column].rstrip()
    if before.endswith(('"', "'", "]", "}")):
        return (
            fault.line,
            say("text stands behind the closing “{mark}”", mark=before[-1]),
            say("put the whole value in quotation marks: {line}", line=_quoted(fault.text)),
        )
    if fault.text.lstrip().startswith(":"):
        return (
            fault.line,
            say("a name is missing before the colon"),
            say("type the name of the field before it, such as title: Our mission"),
        )
    if fault.text.lstrip().startswith("-"):
        return (
            fault.line,
            say("an item of a list stands here, but no list can begin here"),
            say("type the name of the list with its colon alone in a line, and its items below"),
        )
    if fault.text.startswith("%"):
        return _sign(_Fault(fault.lines, fault.line, 0, (fault.line, 0)))
    return (
        fault.line,
        say("the line does not begin under the lines that it belongs to"),
        say("begin it with exactly as many spaces as the other lines of its group"),
    )


def _sign(fault: _Fault) -> _Explanation:
    """`title: @unicef`."""
    line, column = fault.began
    return line, *_sign_in_words(fault.first, column)


def _unexpected(fault: _Fault) -> _Explanation:
    """`categories: [media,, news]`, and whatever else a line may hold."""
    sign = fault.text[fault.column : fault.column + 1]
    if sign == "," and {"[", "{"} & set(fault.text[: fault.column]):
        return fault.line, say("nothing stands before this comma"), say("delete one comma")
    if sign in _SIGNS:
        return fault.line, *_sign_in_words(fault.text, fault.column)
    return (
        fault.line,
        say("“{line}” cannot be read", line=_short(fault.text)),
        say("type in each line a name, a colon, a space and the value, such as title: Our mission"),
    )


def _no_fields(value: Value) -> tuple[Message, Message]:
    """Say that a list, or nothing, stands where fields are expected."""
    hint = say(
        "type in each line a name, a colon, a space and the value, such as title: Our mission"
    )
    if isinstance(value, list):
        return say("this is a list; fields are expected here"), hint
    return say("there are no fields here"), hint


def _sign_in_words(line: str, column: int) -> tuple[Message, Message]:
    """Say that a sign has a meaning of its own at the beginning of a value or a line."""
    if column == 0:
        return (
            say("a line cannot begin with “{sign}”", sign=line[column]),
            say("begin it with the name of a field, such as title: Our mission"),
        )
    return (
        say("a value cannot begin with “{sign}”", sign=line[column]),
        say("put the value in quotation marks: {line}", line=_quoted(line, column)),
    )


def _quoted(line: str, column: int = 0) -> str:
    """Write a line as it must be typed, with its value in quotation marks.

    :param column: where the value begins, when it stands in a list between brackets.
    """
    value = _LEAD.sub("", line)
    lead = line.removesuffix(value).strip()
    if value.startswith(("[", "{")) and column > len(line) - len(value):
        return _in_marks(re.split(r"[,\]}]", line[column:])[0].strip())
    return f"{lead} {_in_marks(value.strip())}".lstrip()


def _in_marks(value: str) -> str:
    """Put a value in the quotation marks that do not stand in it."""
    mark = value[:1]
    if mark in {'"', "'"} and len(value) > 1 and value.endswith(mark) and value.count(mark) % 2:
        value = value[1:-1]
    if len(value) > SHOWN:
        value = "…"
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _closed(line: str, mark: str) -> str:
    """Write a line with the quotation mark that it lacks."""
    lead, _, value = line.strip().partition(mark)
    return lead + mark + (value if len(value) <= SHOWN else "…") + mark


_EXPLANATIONS: Sequence[tuple[str, Callable[[_Fault], _Explanation]]] = (
    # What libyaml says, in the order of its steps; only these words of it are known here.
    ("while scanning a quoted scalar", _quotation_open),
    ("while parsing a quoted scalar", _backslash),
    ("while scanning a block scalar", _text_behind_arrow),
    ("while scanning an alias", _sign),
    ("while scanning an anchor", _sign),
    ("a tag", _sign),
    ("undefined tag handle", _sign),
    ("a directive", _sign),
    ("cannot start any token", _sign),
    ("could not find expected ':'", _colon_missing),
    ("mapping values are not allowed", _second_colon),
    ("expected ',' or", _bracket_open),
    ("expected '-' indicator", _hyphen_missing),
    ("expected key", _misplaced),
    ("expected <document start>", _misplaced),
    ("", _unexpected),
)
