"""Links, pictures and headings are found in a body where Markdown finds them, with their lines."""

from __future__ import annotations

import pytest
from markdown import Markdown
from small_items import item

from newsdesk.body import EXTENSIONS
from newsdesk.header import Source
from newsdesk.manuscript import (
    Heading,
    Reference,
    check_headings,
    headings,
    lines_of_text,
    references,
)

SECOND_TITLE = (
    "milk.md:11: “Milk” is a second title: the one in the header is enough\n    Hint: type ## Milk"
)
HASHTAG = (
    "milk.md:11: “#ForEveryChild” at the beginning of a line makes a title of it\n"
    "    Hint: type \\#ForEveryChild for a hashtag, or ## and a space for a heading"
)
WITHOUT_WORDS = (
    "milk.md:13: a heading without words stands here\n"
    "    Hint: type its words, or take the line out"
)


def source(body: str) -> Source:
    """Give a post whose body begins in line 11."""
    return Source("milk.md", {}, {}, body, 11)


def link(target: str, line: int = 11) -> Reference:
    return Reference(target, line, is_picture=False)


def picture(target: str, line: int = 11) -> Reference:
    return Reference(target, line, is_picture=True)


RELEASE = {
    "type": "press_release",
    "dateline": {"place": "Belgrade", "date": "2026-11-22"},
    "contacts": ["press"],
    "boilerplate": ["about"],
    "lead_photo": "none",
}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Plain text (with brackets) and [more].", []),
        ("[a](item:x)", [link("item:x")]),
        ("[a](item:x#when)", [link("item:x#when")]),
        ('[a](item:x "A title")', [link("item:x")]),
        ("[a](item:x 'A title (of it)')", [link("item:x")]),
        ("[a]( item:x )", [link("item:x")]),
        ("[a](<item:x>)", [link("item:x")]),
        ("[a]()", [link("")]),
        ("[a](item:x), [b](category:y)", [link("item:x"), link("category:y")]),
        ("one\n\n[a](item:x)\n[b](item:y)", [link("item:x", 13), link("item:y", 14)]),
        ("[a](https://example.org/b_(c))", [link("https://example.org/b_(c)")]),
        ("![a](photos/a.jpg)", [picture("photos/a.jpg")]),
        ("![](photos/a.jpg)", [picture("photos/a.jpg")]),
        ("![a](photos/a b.jpg)", [picture("photos/a b.jpg")]),
        ("![a](photos/a (1).jpg)", [picture("photos/a (1).jpg")]),
        ('![a](<photos/a b.jpg> "title")', [picture("photos/a b.jpg")]),
        ("![a](photos/child's.jpg)", [picture("photos/child's.jpg")]),
        ("[![a](photos/a.jpg)](item:x)", [picture("photos/a.jpg"), link("item:x")]),
        ("Hey! [a](item:x)", [link("item:x")]),
        ("[a][b]\n\n[b]: item:x", [link("item:x", 13)]),
        ("![a][b]\n\n[b]: photos/a.jpg 'title'", [picture("photos/a.jpg", 13)]),
        ("![a][b]\n\n[b]: photo:milk 'title'", [picture("photo:milk", 13)]),
        ("![a](photo:milk)", [picture("photo:milk")]),
        ("a[^1]\n\n[^1]: Counted by hand.", []),
        ("[Ana]: Good morning to you all.", []),
        ("*[MODS]: Network", []),
        (r"\[a\](item:x)", []),
        ("`[a](item:x)` and `` `[b](item:y)` ``", []),
        ("```\n[a](item:x)\n```\n[b](item:y)", [link("item:y", 14)]),
        ("~~~\n[a](item:x)\n```\n~~~\n[b](item:y)", [link("item:y", 15)]),
        ("```\n[a](item:x)", [link("item:x", 12)]),
    ],
)
def test_links_and_pictures_are_found_with_their_lines(
    body: str, expected: list[Reference]
) -> None:
    assert list(references(source(body))) == expected


def test_the_notes_to_editors_lead_somewhere_too() -> None:
    body, notes = "[a](item:x)", "[b](item:y)\n\n![c](photo:milk)"
    post = item("milk", body, **RELEASE, notes_to_editors=notes)

    # All of the notes stand in the line of their field.
    assert list(post.references) == [
        link("item:x", 21),
        link("item:y", 20),
        picture("photo:milk", 20),
    ]


def test_a_post_without_notes_has_the_links_of_its_body() -> None:
    assert list(item("milk", "[a](item:x)").references) == [link("item:x", 21)]


def test_lines_of_code_are_empty_and_the_others_keep_their_numbers() -> None:
    assert list(lines_of_text(source("a\n```\nb\n```\nc"))) == [
        *((11, "a"), (12, ""), (13, ""), (14, ""), (15, "c")),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Text.", []),
        ("## Milk", [Heading("Milk", 2, 11)]),
        ("## Milk ##", [Heading("Milk", 2, 11)]),
        ("##Milk", [Heading("Milk", 2, 11, glued=True)]),
        ("##", [Heading("", 2, 11, glued=True)]),
        ("Text.\n### Milk\nText.", [Heading("Milk", 3, 12)]),
        ("> ## Milk", [Heading("Milk", 2, 11)]),
        ("- ## Milk", [Heading("Milk", 2, 11)]),
        ("Milk\n====", [Heading("Milk", 1, 11)]),
        ("Text.\n\nMilk\n----\n", [Heading("Milk", 2, 13)]),
        ("## Milk\nShoes\n-", [Heading("Milk", 2, 11), Heading("Shoes", 2, 12)]),
        ("Text.\nMore text.\n---", []),
        ("Text.\n\n---\n\nText.", []),
        ("## Milk\n---", [Heading("Milk", 2, 11)]),
        (" ## Milk", []),
        ("\\# Milk", []),
        ("Number # 5", []),
        ("```\n# a note\n```", []),
    ],
)
def test_headings_are_found_where_markdown_makes_them(body: str, expected: list[Heading]) -> None:
    assert list(headings(source(body))) == expected
    html = Markdown(extensions=EXTENSIONS).convert(body)
    assert [html.count(f"<h{level}") for level in range(1, 7)] == [
        sum(heading.level == level for heading in expected) for level in range(1, 7)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Text without a heading.", ""),
        ("## a\n\n### b\n\n#### c\n\n## d\n\n### e", ""),
        ("# Milk", SECOND_TITLE),
        ("Milk\n====", SECOND_TITLE),
        # Below a second title, sections go on as below the first.
        ("# Milk\n\n## a\n\n### b", SECOND_TITLE),
        ("### a", "milk.md:11: the heading “a” leaves out a level\n    Hint: type ## a"),
        (
            "## a\n\n#### b\n\n##### c",
            "milk.md:13: the heading “b” leaves out a level\n    Hint: type ### b",
        ),
        ("#ForEveryChild", HASHTAG),
        ("#ForEveryChild, we say.", HASHTAG),
        ("## a\n\n##", WITHOUT_WORDS),
    ],
)
def test_a_screen_reader_finds_every_chapter(body: str, expected: str) -> None:
    assert "\n".join(map(str, check_headings(source(body)))) == expected
