"""Reading the files of content/: values and their lines, and every problem in words."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.header import (
    DEPTH_LIMIT,
    FILE_LIMIT,
    HEADER_LIMIT,
    Source,
    Value,
    read_post,
    read_record,
)
from newsdesk.problems import SiteError

FIELD_HINT = "type in each line a name, a colon, a space and the value, such as title: Our mission"
COLON_HINT = (
    "type a name and a colon before it; if it belongs to the line above, "
    "begin it two spaces further to the right"
)
RIGHT_HINT = (
    "begin it under the first letter of the line above; if it belongs to the text above, "
    "put that text in quotation marks"
)
SIZE_HINT = "pictures and publications go into folders of their own; keep here the text alone"
GROUP_HINT = "begin it with exactly as many spaces as the other lines of its group"
HYPHENS_HINT = "type three hyphens --- in this line, and nothing else"
UTF_8_HINT = "choose “Save as” in the editor, and there the encoding UTF-8"
HIDDEN_HINT = "delete it with the letters on both sides of it, and type those again"
TAB_HINT = "type spaces instead, two for each step to the right"


def post(header: str, body: str = "Text.\n") -> bytes:
    return f"---\n{header}\n---\n{body}".encode()


def problems(
    data: bytes, read: Callable[[str, bytes], Source] = read_post
) -> list[tuple[int, str, str]]:
    """Give line, message and hint of each problem."""
    with pytest.raises(SiteError) as caught:
        read("a.md", data)
    assert {problem.path for problem in caught.value.problems} == {"a.md"}
    return [
        (problem.line, f"{problem.message}", f"{problem.hint}") for problem in caught.value.problems
    ]


def test_a_post_is_read_with_the_line_of_every_value() -> None:
    data = post(
        "# for the archive\n"
        "title: Jačanje porodica\n"
        "original:\n"
        "  publisher: UNICEF\n"
        "\n"
        "  year: 2009\n"
        "speakers: [nenad,\n"
        "  severin]\n"
        "figures:\n"
        "- value: 23 %\n"
        "  text: >-\n"
        "    of all\n"
        "    children",
        "First.\n\nSecond.\n",
    )
    assert read_post("content/sr/a.md", data) == Source(
        path="content/sr/a.md",
        header={
            "title": "Jačanje porodica",
            "original": {"publisher": "UNICEF", "year": 2009},
            "speakers": ["nenad", "severin"],
            "figures": [{"value": "23 %", "text": "of all children"}],
        },
        lines={
            (): 3,
            ("title",): 3,
            ("original",): 4,
            ("original", "publisher"): 5,
            ("original", "year"): 7,
            ("speakers",): 8,
            ("speakers", 0): 8,
            ("speakers", 1): 9,
            ("figures",): 10,
            ("figures", 0): 11,
            ("figures", 0, "value"): 11,
            ("figures", 0, "text"): 12,
        },
        body="First.\n\nSecond.\n",
        body_line=16,
    )


@pytest.mark.parametrize(
    ("data", "body", "line"),
    [
        (b"---\nid: x\n---", "", 4),
        (b"---\nid: x\n---\n", "", 4),
        (b"--- \nid: x\n---\t\nText", "Text", 4),
        (b"---\nid: x\n---\n\nText\n\n---\n\nMore\n", "\nText\n\n---\n\nMore\n", 4),
        (b"---\n\nid: |\n  a\n  ---\n  b\n---\nText", "Text", 8),
    ],
)
def test_the_text_begins_behind_the_second_row_of_hyphens(
    data: bytes, body: str, line: int
) -> None:
    source = read_post("a.md", data)
    assert (source.body, source.body_line) == (body, line)


def test_a_place_without_a_line_has_the_line_of_what_it_belongs_to() -> None:
    source = read_post("a.md", post("id: x\noriginal:\n  date: unknown"))
    assert source.line_of(("original", "date", "day")) == 4
    assert source.line_of(("original", "title")) == 3
    assert source.line_of(("title",)) == 2
    assert Source("a.md", {}, {}, "", 1).line_of(("title",)) == 1


def test_an_offset_in_the_text_has_its_line_in_the_file() -> None:
    source = read_post("a.md", post("id: x", "First.\nSecond."))
    offsets = [0, source.body.index("\n"), source.body.index("Second"), len(source.body)]
    assert [source.line_at(offset) for offset in offsets] == [4, 4, 5, 5]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("1947", 1947),
        ("-4", -4),
        ("1234567890123456", 1234567890123456),
        ("1.50", 1.5),
        ("-0.5", -0.5),
        *(
            (word, word)
            for word in [
                *("NO", "no", "yes", "on", "off", "y", "True", "FALSE", "Null", "NaN", ".inf"),
                *("10:30", "1:30:00", "0123", "0x1f", "0o17", "0b1", "1e3", "1.5e3", "1_000"),
                *("-0", "00.5", "1.", ".5", "+5", "+381", "12345678901234567", "1.2.3", "٤"),
                *("2026-11-22", "2026-11-22 14:30", "22.11.2026.", "=", "<<", "23 %"),
                *("a#b", "https://example.org/#a", "it's", "5 > 4", "A & B", "Ana @ home"),
            ]
        ),
        ('"2026"', "2026"),
        ("'true'", "true"),
        ('""', ""),
        (r'"a\tb\u010d"', "a\tbč"),
        ("'it''s'", "it's"),
        ("[1, no, '2', {a: ~}]", [1, "no", "2", {"a": None}]),
        ("# a note", None),
        ("Our mission # a note", "Our mission"),
        ("Our\n  mission", "Our mission"),
    ],
)
def test_a_value_is_what_was_typed(typed: str, value: Value) -> None:
    read = read_post("a.md", post(f"value: {typed}")).header["value"]
    assert (read, type(read)) == (value, type(value))


def test_names_of_fields_are_words_even_if_they_look_like_numbers() -> None:
    read = read_post("a.md", post("2026: a\ntrue: b\nnull: c\n1.5: d\n<<: e"))
    assert read.header == {"2026": "a", "true": "b", "null": "c", "1.5": "d", "<<": "e"}


@pytest.mark.parametrize(
    "typed",
    [
        "Nenad\u00a0Nerić",
        "naj\u00adduži",
        "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥",
        '"a\tb"',
        "'č\tć'",
    ],
)
def test_characters_with_a_use_may_stand_in_the_header(typed: str) -> None:
    read = read_post("a.md", post(f"title: {typed}"))
    assert read.header["title"] == typed.strip("\"'")


def test_characters_with_a_use_may_stand_in_the_text() -> None:
    body = "\tcode\n\u00a0\u00ad\u200b\u200c\u200d\u2060\n"
    assert read_post("a.md", post("id: x", body)).body == body


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [(0, "the file is empty", "type its header and its text, or delete the file")]),
        (
            b" \n\t\n",
            [(0, "the file is empty", "type its header and its text, or delete the file")],
        ),
        (
            b"\xef\xbb\xbf" + post("id: x"),
            [
                (
                    1,
                    "an invisible mark (BOM) stands before the first letter of the file",
                    "choose “Save as” in the editor, and there UTF-8, not “UTF-8 with BOM”",
                )
            ],
        ),
        *(
            (
                "---\nnaslov: Чачак, дан\n---\nТекст.\n".encode(encoding),
                [
                    (
                        0,
                        "the file is saved as UTF-16 (Notepad calls it Unicode), not as UTF-8",
                        UTF_8_HINT,
                    )
                ],
            )
            for encoding in ("utf-16", "utf-16-le", "utf-16-be")
        ),
        (
            "---\nid: x\ntitle: Čačak – „đak“\n---\n".encode("cp1250"),
            [(3, "the file is saved as Windows-1250, not as UTF-8", UTF_8_HINT)],
        ),
        (
            "---\r\nid: x\r\n---\r\nЧачак – „ђак“\r\n".encode("cp1251"),
            [
                (
                    1,
                    "the lines end as on Windows or on an old Mac (CRLF or CR)",
                    "set the line ends of the file to LF in the editor, and save it",
                ),
                (4, "the file is saved as Windows-1251, not as UTF-8", UTF_8_HINT),
            ],
        ),
        (
            post("id: x", "Čačak\n") + b"\xc8\n",
            [
                (
                    5,
                    "this line is not UTF-8: it has the byte C8",
                    "save the file as UTF-8, and see whether all letters of this line are right",
                )
            ],
        ),
        (
            b"---\nid: x\n---\nA\rB\n",
            [
                (
                    4,
                    "the lines end as on Windows or on an old Mac (CRLF or CR)",
                    "set the line ends of the file to LF in the editor, and save it",
                )
            ],
        ),
        (
            b"x" * (FILE_LIMIT + 1),
            [
                (
                    0,
                    "the file is larger than 2000000 bytes",
                    SIZE_HINT,
                )
            ],
        ),
        (
            post("id: " + "x" * HEADER_LIMIT),
            [
                (
                    2,
                    "the header has more than 64000 characters",
                    "move the text under the second line ---",
                )
            ],
        ),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused(
    data: bytes, expected: list[tuple[int, str, str]]
) -> None:
    assert problems(data) == expected


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 (null)"),
        ("\x0b", "U+000B (line break from Word)"),
        ("\x0c", "U+000C (page break)"),
        ("\x1b", "U+001B (control character)"),
        ("\x1f", "U+001F (optional hyphen from Word)"),
        ("\x7f", "U+007F (control character)"),
        ("\x85", "U+0085 (control character)"),
        ("\x9f", "U+009F (control character)"),
        ("\u2028", "U+2028 (line separator)"),
        ("\u2029", "U+2029 (paragraph separator)"),
        ("\u202a", "U+202A (left-to-right embedding)"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u2066", "U+2066 (left-to-right isolate)"),
        ("\u2069", "U+2069 (pop directional isolate)"),
        ("\ufeff", "U+FEFF (byte order mark)"),
        ("\uffff", "U+FFFF (not a character)"),
    ],
)
def test_an_invisible_character_is_a_problem_everywhere(character: str, name: str) -> None:
    message = f"an invisible character stands here: {name}"
    data = post(f"id: x\ntitle: a{character}b", f"c{character}\n")
    assert problems(data) == [(3, message, HIDDEN_HINT), (5, message, HIDDEN_HINT)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("a\u200bb", "U+200B (zero width space)"),
        ("a\u200cb", "U+200C (zero width non-joiner)"),
        ("a\u200db", "U+200D (zero width joiner)"),
        ("👩\u200d👩 a\u200db", "U+200D (zero width joiner)"),
        ("a\u200eb", "U+200E (left-to-right mark)"),
        ("a\u2060b", "U+2060 (word joiner)"),
    ],
)
def test_a_character_without_width_is_a_problem_in_the_header(typed: str, name: str) -> None:
    assert problems(post(f"title: {typed}", f"{typed}\n")) == [
        (2, f"an invisible character stands here: {name}", HIDDEN_HINT)
    ]


def test_a_letter_that_was_lost_is_a_problem() -> None:
    assert problems(post("title: Ni\ufffd")) == [
        (2, "a letter was lost here; “\ufffd” stands in its place", "type the right letter")
    ]


def test_an_invisible_character_that_is_written_as_a_code_is_a_problem() -> None:
    hint = "delete the backslash and the letters and figures that belong to it"
    assert problems(post(r'a: "x\u202e\0"' + "\n" + r'"b\u200b": x')) == [
        (2, "an invisible character is written here: U+0000", hint),
        (2, "an invisible character is written here: U+202E", hint),
        (3, "an invisible character is written here: U+200B", hint),
    ]


def test_the_same_mistake_in_many_lines_is_counted_and_not_repeated() -> None:
    message = "an invisible character stands here: U+000B (line break from Word)"
    assert problems(post("id: x", "a\x0b\n" * 25)) == [
        *((line, message, HIDDEN_HINT) for line in range(4, 14)),
        (14, "the same is wrong in this line and below, in 15 lines", HIDDEN_HINT),
    ]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("speakers:\n\t- a\n  - b", 3),
        ("original:\n\ttitle: a\n  date: b", 3),
        ("original:\n  title: a\n\tdate: b", 4),
        ("title:\tOur mission", 2),
        ("title: Our\tmission", 2),
        ("title: a\t# note", 2),
        ("\ttitle: a", 2),
        ("a: \"x\ty\"\nč: 'x\ty'\t\nb: c", 3),
        ('č: "x\ty" z\tz', 2),
    ],
)
def test_a_tab_in_the_header_is_the_one_problem_of_its_line(header: str, line: int) -> None:
    assert problems(post(header)) == [(line, "a tab stands in the header", TAB_HINT)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"title: Our mission\n---\nText.\n",
            [
                (
                    1,
                    "the file does not begin with a header, but with “title: Our mission”",
                    "type --- as the first line, under it the header, and under that another ---",
                )
            ],
        ),
        (
            b"\n \n" + b"A" * 100,
            [
                (
                    3,
                    f"the file does not begin with a header, but with “{'A' * 59}…”",
                    "type --- as the first line, under it the header, and under that another ---",
                )
            ],
        ),
        (
            b"\n" + post("id: x"),
            [
                (
                    1,
                    "empty lines or spaces stand before the first “---”",
                    "delete them, so that the file begins with ---",
                )
            ],
        ),
        (
            "——-\nid: x\n—\nText.\n".encode(),
            [
                (1, "the header begins with “——-”, not with “---”", HYPHENS_HINT),
                (3, "the header ends with “—”, not with “---”", HYPHENS_HINT),
            ],
        ),
        (
            b"+++\nid: x\n ---\n\nText.\n\n---\n",
            [
                (1, "the header begins with “+++”, not with “---”", HYPHENS_HINT),
                (3, "the header ends with “ ---”, not with “---”", HYPHENS_HINT),
            ],
        ),
        (
            b"---\nid: x\nlang: en\n",
            [
                (
                    1,
                    "the header that begins here has no end",
                    "type a line --- between the header and the text",
                )
            ],
        ),
        (
            b"---\nid: x\n\nWe met today.\n\n---\n\nMore: later.\n",
            [
                (
                    4,
                    "the text begins here, but the header above it has no end",
                    "type a line --- between the header and the text",
                )
            ],
        ),
        (b"---\n---\nText.\n", [(2, "there are no fields here", FIELD_HINT)]),
        (b"---\n# a note\n\n---\n", [(2, "there are no fields here", FIELD_HINT)]),
        (
            b"---\n- a\n- b\n---\n",
            [(2, "this is a list; fields are expected here", FIELD_HINT)],
        ),
        (
            b"---\n- a\ntitle: b: c\n---\n",
            [
                (2, "this is a list; fields are expected here", FIELD_HINT),
                (
                    3,
                    "the value has a colon in it",
                    'put the value in quotation marks: title: "b: c"',
                ),
            ],
        ),
        (
            b"---\nOur mission\n---\n",
            [(2, "“Our mission” is no field: it has no name with a colon", COLON_HINT)],
        ),
        (
            b"---\ntitle:Our mission\nlang:en\n---\n",
            [
                (2, "a space is missing behind “title:”", "type title: Our mission"),
                (3, "a space is missing behind “lang:”", "type lang: en"),
            ],
        ),
    ],
)
def test_a_file_without_a_whole_header_is_refused(
    data: bytes, expected: list[tuple[int, str, str]]
) -> None:
    assert problems(data) == expected


def sign(character: str, line: str) -> tuple[str, str]:
    """Give message and hint for a sign that has a meaning of its own."""
    message = f"a value cannot begin with “{character}”"
    return message, f"put the value in quotation marks: {line}"


@pytest.mark.parametrize(
    ("header", "line", "message", "hint"),
    [
        (
            "title: Foo: bar",
            3,
            "the value has a colon in it",
            'put the value in quotation marks: title: "Foo: bar"',
        ),
        (
            "title: “Foo”: bar:",
            3,
            "the value has a colon in it",
            'put the value in quotation marks: title: "“Foo”: bar:"',
        ),
        (
            'items:\n  - text: The "so-called": it\'s',
            4,
            "the value has a colon in it",
            "put the value in quotation marks: - text: 'The \"so-called\": it''s'",
        ),
        (
            f"summary: Today: {'x' * 60}",
            3,
            "the value has a colon in it",
            'put the value in quotation marks: summary: "…"',
        ),
        (
            'title: "Foo\nsummary: "Bar"',
            3,
            'the quotation mark “"” is not closed',
            'put another one at the end of the value: title: "Foo"',
        ),
        (
            "title: 'Foo",
            3,
            "the quotation mark “'” is not closed",
            "put another one at the end of the value: title: 'Foo'",
        ),
        (
            'title: "Windows" of opportunity',
            3,
            'text stands behind the closing “"”',
            "put the whole value in quotation marks: title: '\"Windows\" of opportunity'",
        ),
        (
            "title: 'it's here'",
            3,
            "text stands behind the closing “'”",
            'put the whole value in quotation marks: title: "it\'s here"',
        ),
        (
            "title: [Video] Foo",
            3,
            "text stands behind the closing “]”",
            'put the whole value in quotation marks: title: "[Video] Foo"',
        ),
        ("title: @unicef", 3, *sign("@", 'title: "@unicef"')),
        ("title: `foo`", 3, *sign("`", 'title: "`foo`"')),
        ("title: %foo", 3, *sign("%", 'title: "%foo"')),
        ("title: *Important*", 3, *sign("*", 'title: "*Important*"')),
        ("title: **Important**", 3, *sign("*", 'title: "**Important**"')),
        ("title: *Important", 3, *sign("*", 'title: "*Important"')),
        ("title: & so on", 3, *sign("&", 'title: "& so on"')),
        ("title: &amp; so on", 3, *sign("&", 'title: "&amp; so on"')),
        ("title: &so on", 3, *sign("&", 'title: "&so on"')),
        ("list: &so [on]", 3, *sign("&", 'list: "&so [on]"')),
        ("title: !important", 3, *sign("!", 'title: "!important"')),
        ("title: ! important", 3, *sign("!", 'title: "! important"')),
        ("title: !a!b c", 3, *sign("!", 'title: "!a!b c"')),
        ("title: !!a%zz c", 3, *sign("!", 'title: "!!a%zz c"')),
        (
            "a: !!python/object/apply:os.system [ls]",
            3,
            *sign("!", 'a: "!!python/object/apply:os.system [ls]"'),
        ),
        ("title: - foo", 3, *sign("-", 'title: "- foo"')),
        ("title: ? foo", 3, *sign("?", 'title: "? foo"')),
        ("title: , foo", 3, *sign(",", 'title: ", foo"')),
        ("title: ]foo", 3, *sign("]", 'title: "]foo"')),
        ("speakers: [ana, @mira, iva]", 3, *sign("@", '"@mira"')),
        ("speakers:\n- ana\n- @mira", 5, *sign("@", '- "@mira"')),
        (
            "title: > foo",
            3,
            "text stands behind “>” in the same line",
            'begin it in the next line, two spaces to the right, or type title: "> foo"',
        ),
        (
            "categories: [media, social",
            3,
            "the bracket “[” is not closed",
            "type “]” at the end of the list, or put a text in quotation marks",
        ),
        (
            "a: {b: c",
            3,
            "the bracket “{” is not closed",
            "type “}” at the end of the list, or put a text in quotation marks",
        ),
        (
            'categories: ["media" social]',
            3,
            "a comma is missing before “social]”",
            "put a comma and a space between the values of a list",
        ),
        ("categories: [media,, social]", 3, "nothing stands before this comma", "delete one comma"),
        (
            r'title: "C:\Users"',
            3,
            "a backslash in double quotation marks begins a sign that is not known",
            "type two backslashes, or put the value in single quotation marks",
        ),
        ("title:Our mission", 3, "a space is missing behind “title:”", "type title: Our mission"),
        (
            "original:\n  title:Foo\n  url: x",
            4,
            "a space is missing behind “title:”",
            "type title: Foo",
        ),
        ("title Foo", 3, "“title Foo” is no field: it has no name with a colon", COLON_HINT),
        (
            "summary: Foo\nbar.",
            4,
            "“bar.” is no field: it has no name with a colon",
            COLON_HINT,
        ),
        (
            "speakers:\n• ana",
            4,
            "the line does not begin like an item of a list",
            "type a hyphen and a space before it: - ana",
        ),
        (
            "speakers:\n-ana",
            4,
            "the line does not begin like an item of a list",
            "type a hyphen and a space before it: - ana",
        ),
        (
            "speakers: ana\n- mira",
            4,
            "an item of a list stands here, but no list can begin here",
            "type the name of the list with its colon alone in a line, and its items below",
        ),
        (
            "original:\n  items:\n  - a\n  b",
            6,
            "“b” is no field: it has no name with a colon",
            COLON_HINT,
        ),
        (
            "a:\n  - b\n  c: d",
            5,
            "the line is no item of the list above it",
            "begin it with a hyphen and a space, or end the list by beginning further to the left",
        ),
        (
            "original:\n    title: a\n   url: b",
            5,
            "the line does not begin under the lines that it belongs to",
            GROUP_HINT,
        ),
        (
            "summary: Foo\n  bar: baz",
            4,
            "the line stands further to the right than the line above it allows",
            RIGHT_HINT,
        ),
        (
            ": foo",
            3,
            "a name is missing before the colon",
            "type the name of the field before it, such as title: Our mission",
        ),
        (
            "%foo: bar",
            3,
            "a line cannot begin with “%”",
            "begin it with the name of a field, such as title: Our mission",
        ),
        (
            "title: {{ title }}",
            3,
            "a word is expected here as the name of a field",
            "put the value in quotation marks if it begins with a bracket or a question mark",
        ),
        (
            "'': foo",
            3,
            "a word is expected here as the name of a field",
            "put the value in quotation marks if it begins with a bracket or a question mark",
        ),
        (
            "id: again",
            3,
            "“id” stands here again",
            "keep one of them; the first is in line 2",
        ),
        (
            "original: {a: 1, 'a': 2}",
            3,
            "“a” stands here again",
            "keep one of them; the first is in line 3",
        ),
        (
            "title: Play #ForEveryChild today",
            3,
            "“#ForEveryChild today” would be lost: to YAML it is a note",
            'type title: "Play #ForEveryChild today"; if it is a note, type a space behind the #',
        ),
        (
            "title: #ForEveryChild",
            3,
            "“#ForEveryChild” would be lost: to YAML it is a note",
            'type title: "#ForEveryChild"; if it is a note, type a space behind the #',
        ),
        ("...", 3, "“...” cannot be read", FIELD_HINT),
        ("--- a", 3, "“---” stands in the middle of the fields", "delete it"),
        (
            "a: " + "[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT,
            3,
            "more than 10 lists and groups stand in each other",
            "if this is a text, put it in quotation marks",
        ),
        (
            "a: " + "[" * 30_000,
            3,
            "more than 10 lists and groups stand in each other",
            "if this is a text, put it in quotation marks",
        ),
    ],
)
def test_a_fault_in_the_header_is_explained_in_its_line(
    header: str, line: int, message: str, hint: str
) -> None:
    assert problems(post(f"id: x\n{header}\nlang: en")) == [(line, message, hint)]


def test_lists_and_groups_may_stand_in_each_other_up_to_the_limit() -> None:
    depth = DEPTH_LIMIT - 1
    read = read_post("a.md", post("a: " + "[" * depth + "]" * depth))
    assert json.dumps(read.header["a"]) == "[" * depth + "]" * depth


def test_all_problems_of_a_file_are_told_at_once() -> None:
    data = (
        "\ufeff---\r\n"
        "id: a\u200bb\r\n"
        "title: Foo: bar\r\n"
        'summary: "Foo\r\n'
        "date:\t2026-11-22\r\n"
        "slug:foo\r\n"
        "original:\r\n"
        "  title: *Foo*\r\n"
        "categories: [media\r\n"
        "---\r\n"
        "Te\x0bxt.\r\n"
    )
    assert [line for line, *_ in problems(data.encode())] == [1, 1, 2, 3, 4, 5, 6, 8, 9, 11]


def test_a_problem_is_told_once_though_the_header_is_read_twice() -> None:
    assert [line for line, *_ in problems(post("a: &x b\na: c\nd: e: f"))] == [2, 3, 4]


def test_each_repeated_field_is_told_with_the_line_of_the_first() -> None:
    message = "“a” stands here again"
    hint = "keep one of them; the first is in line 2"
    assert problems(post("a: b\na: c\na: d")) == [(3, message, hint), (4, message, hint)]


def test_a_vocabulary_is_read_with_the_line_of_every_value() -> None:
    data = "# people\nnenad:\n  name:\n    en: Nenad Nerić\n\nmira: {name: Mira}\n".encode()
    assert read_record("people.yaml", data) == Source(
        path="people.yaml",
        header={"nenad": {"name": {"en": "Nenad Nerić"}}, "mira": {"name": "Mira"}},
        lines={
            (): 2,
            ("nenad",): 2,
            ("nenad", "name"): 3,
            ("nenad", "name", "en"): 4,
            ("mira",): 6,
            ("mira", "name"): 6,
        },
        body="",
        body_line=7,
    )


def test_a_vocabulary_may_be_longer_than_a_header() -> None:
    data = "".join(f"name-{number}: x\n" for number in range(6_000)).encode()
    assert len(data) > HEADER_LIMIT
    assert len(read_record("people.yaml", data).header) == 6_000


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\n\n", [(0, "the file is empty", "type its header and its text, or delete the file")]),
        (b"# none yet\n", [(1, "there are no fields here", FIELD_HINT)]),
        (b"- a\n", [(1, "this is a list; fields are expected here", FIELD_HINT)]),
        (b"a\n", [(1, "“a” is no field: it has no name with a colon", COLON_HINT)]),
        (b"a\n" * 40_000, [(1, "there are no fields here", FIELD_HINT)]),
        (b"a: b\n---\nc: d\n", [(2, "“---” stands in the middle of the fields", "delete it")]),
        (
            b"a: b\n" + b"# note\n" * 20_000 + b"c: d: e\n",
            [
                (
                    20_002,
                    "the value has a colon in it",
                    'put the value in quotation marks: c: "d: e"',
                )
            ],
        ),
    ],
)
def test_a_faulty_vocabulary_is_refused(data: bytes, expected: list[tuple[int, str, str]]) -> None:
    assert problems(data, read_record) == expected


NOISE = st.lists(
    st.sampled_from(
        [
            *("a", "title", "č", "1", ":", ": ", "\n", "\n  ", "\n- ", "- ", "[", "]", "{", "}"),
            *('"', "'", "&", "*", "!", "!!", "|", ">", "%", "@", "`", "#", " #", "?", "? ", ","),
            *("\t", "---", "...", "<<", "~", "\\", "\\u", "\x85", "\u2028", "\ufeff", "\u200d"),
            *("\n---\n", "\r", "\x00", "%YAML 1.1\n", "null", "0x", "👩", "—", "\n\n"),
        ]
    ),
    max_size=25,
).map("".join)


@settings(database=None)
@given(
    st.binary(max_size=200)
    | st.text(max_size=100).map(post)
    | NOISE.map(post)
    | NOISE.map(lambda text: text.encode()),
    st.sampled_from([read_post, read_record]),
)
def test_whatever_a_file_holds_is_read_or_explained(
    data: bytes, read: Callable[[str, bytes], Source]
) -> None:
    try:
        source = read("a.md", data)
    except SiteError as error:
        told = str(error)
    else:
        told = ""
        assert all(source.line_of(place) <= data.count(b"\n") + 1 for place in source.lines)
    assert not [word for word in ("while ", "expected <", "context", "token") if word in told]


@settings(database=None)
@given(
    st.dictionaries(
        st.text("abcdefgh_", min_size=1),
        st.text(
            st.characters(categories=["L", "M", "N", "P", "S", "Zs"], exclude_characters="\ufffd")
        ),
        min_size=1,
    )
)
def test_every_text_in_quotation_marks_comes_back_as_it_was_typed(fields: dict[str, str]) -> None:
    typed = [f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in fields.items()]
    source = read_post("a.md", post("\n".join(typed)))
    assert source.header == fields
    assert [source.line_of((name,)) for name in fields] == list(range(2, len(fields) + 2))
