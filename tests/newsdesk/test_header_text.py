"""The bytes of a file as clean text: its size, its lines and its letters."""

import pytest
from faulty_files import post, problems

from newsdesk.header import FILE_LIMIT, read_post, read_record

SIZE_HINT = "pictures and publications go into folders of their own; keep here the text alone"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [(0, "the file is empty", "type its header and its text, or delete the file")]),
        (
            b" \n\t\n",
            [(0, "the file is empty", "type its header and its text, or delete the file")],
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
    ],
)
def test_a_file_that_is_empty_or_too_large_or_has_other_line_ends_is_refused(
    data: bytes, expected: list[tuple[int, str, str]]
) -> None:
    assert problems(data) == expected


@pytest.mark.parametrize(
    ("typed", "composed"),
    [
        ("c\u030cac\u030cak, s\u030cuma, z\u030ceton, c\u0301up", "čačak, šuma, žeton, ćup"),
        ("C\u030cAC\u030cAK", "ČAČAK"),
        ("ми\u0306 – и\u0306од", "мй – йод"),
        ("čačak – đak – ђак", "čačak – đak – ђак"),
        ("r\u030c и\u0301", "ř и\u0301"),
    ],
)
def test_a_letter_and_its_mark_as_a_mac_writes_them_become_one_character(
    typed: str, composed: str
) -> None:
    source = read_post("a.md", post(f"title: {typed}\n{typed}: x", f"{typed}\n"))
    assert source.header == {"title": composed, composed: "x"}
    assert source.body == f"{composed}\n"
    assert read_record("a.yaml", f"title: {typed}\n".encode()).header == {"title": composed}


def test_a_field_that_is_typed_once_in_one_character_and_once_in_two_stands_there_twice() -> None:
    assert problems(post("č: a\nc\u030c: b")) == [
        (3, "“č” stands here again", "keep one of them; the first is in line 2")
    ]
