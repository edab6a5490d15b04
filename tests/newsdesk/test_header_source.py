"""The lines that a source knows of its places."""

from faulty_files import post

from newsdesk.header import Source, read_post


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
