"""A post, divided at its two lines `---`."""

import pytest
from faulty_files import post, problems

from newsdesk.header import read_post

HYPHENS_HINT = "type three hyphens --- in this line, and nothing else"


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
    ],
)
def test_a_file_without_a_whole_header_is_refused(
    data: bytes, expected: list[tuple[int, str, str]]
) -> None:
    assert problems(data) == expected
