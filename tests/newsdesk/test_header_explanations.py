"""What YAML complains of, in the words of a newsroom."""

import pytest
from faulty_files import COLON_HINT, FIELD_HINT, post, problems

RIGHT_HINT = (
    "begin it under the first letter of the line above; if it belongs to the text above, "
    "put that text in quotation marks"
)


GROUP_HINT = "begin it with exactly as many spaces as the other lines of its group"


@pytest.mark.parametrize(
    ("header", "line", "message", "hint"),
    [
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
        ("...", 3, "“...” cannot be read", FIELD_HINT),
    ],
)
def test_a_fault_in_the_header_is_explained_in_its_line(
    header: str, line: int, message: str, hint: str
) -> None:
    assert problems(post(f"id: x\n{header}\nlang: en")) == [(line, message, hint)]
