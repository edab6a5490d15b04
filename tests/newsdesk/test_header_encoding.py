"""How a file is saved that is not UTF-8."""

import pytest
from faulty_files import post, problems

UTF_8_HINT = "choose “Save as” in the editor, and there the encoding UTF-8"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
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
    ],
)
def test_a_file_that_is_not_saved_as_utf_8_is_refused(
    data: bytes, expected: list[tuple[int, str, str]]
) -> None:
    assert problems(data) == expected
