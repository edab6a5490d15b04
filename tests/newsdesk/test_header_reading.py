"""Files of content/, read from their bytes to their values."""

from collections.abc import Callable

import pytest
from faulty_files import COLON_HINT, FIELD_HINT, post, problems
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.header import HEADER_LIMIT, Source, read_post, read_record
from newsdesk.problems import SiteError


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
    ("data", "expected"),
    [
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
def test_a_header_that_is_too_long_is_refused(
    data: bytes, expected: list[tuple[int, str, str]]
) -> None:
    assert problems(data) == expected


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
