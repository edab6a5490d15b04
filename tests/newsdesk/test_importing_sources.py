"""Sources of every kind are read, and none of them can harm the machine that reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from shutil import rmtree
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from old_sites import (
    WORD_PICTURE,
    picture,
    saved,
    word,
    word_paragraph,
    wordpress,
    wordpress_item,
)
from small_site import HOUSE

from newsdesk.header import read_post
from newsdesk.importing.drafting import Desk
from newsdesk.importing.found import Found, Missed, Unchanged, key_of_address
from newsdesk.importing.pictures import Pictures
from newsdesk.importing.register import Register
from newsdesk.importing.report import as_text
from newsdesk.importing.rubrics import Rubrics
from newsdesk.importing.run import Import, Shelf
from newsdesk.importing.sources import Reading
from newsdesk.manuscript import check_headings
from newsdesk.vocabulary import Vocabulary

READING = Reading(ZoneInfo("Europe/Belgrade"))
ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
LAUGHTER = f'<!DOCTYPE x [<!ENTITY a0 "ha">{ENTITIES}<!ENTITY f SYSTEM "file:///etc/passwd">]>'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str | bytes) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def found(path: str, text: str | bytes, reading: Reading = READING) -> Found:
    (item,) = reading.found_in(write(path, text))
    assert isinstance(item, Found), item
    return item


def missed(path: str, text: str | bytes) -> str:
    (item,) = READING.found_in(write(path, text))
    assert isinstance(item, Missed)
    return "; ".join(map(str, item.why))


def told(item: Found) -> list[str]:
    return [str(remark) for remark in item.remarks]


# Plain texts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "utf-16-le"])
def test_a_text_is_read_however_it_is_saved(encoding: str) -> None:
    text = "Šta je čista „voda”?\r\nŽeđ.\r\n\r\n• jedan\r\n• dva\r\n\r\n\r\n# nema naslova"
    item = found("a.txt", text.encode(encoding))
    assert item.body == "Šta je čista „voda”?\nŽeđ.\n\n- jedan\n- dva\n\n\\# nema naslova"


@pytest.mark.parametrize("data", [b"", b" \n", bytes(range(32)) * 9, b"\x89PNG\r\n\x1a\n\0\0\0\0"])
def test_what_is_no_text_is_told(data: bytes) -> None:
    assert missed("a.txt", data) == "this is no text"


# Saved pages


def test_a_page_gives_its_text_and_what_it_says_of_itself() -> None:
    head = (
        '<meta property="og:site_name" content="UNICEF Serbia">'
        '<link rel="canonical" href="http://www.unicef.org/serbia/media_1.html">'
        '<meta name="Description" content="How milk came.">'
        '<meta property="article:published_time" content="2010-05-12T10:00:00+02:00">'
        '<meta property="article:section" content="Media">'
    )
    body = '<p>Milk <a href="media_2.html">came</a>.</p><iframe src="https://tube.x/1"></iframe>'
    item = found("old/media_1.html", saved(body, "Milk", head))
    assert item.body.startswith("Milk [came](media_2.html).\n\n[Email this article]")
    assert (item.title, item.language, item.summary) == ("Milk", "en", "How milk came.")
    assert (item.date, item.publisher) == ("2010-05-12T10:00:00+02:00", "UNICEF Serbia")
    assert item.names == ("Media",)
    assert item.address == "http://www.unicef.org/serbia/media_1.html"
    assert told(item) == ["something that another site plays was left out: https://tube.x/1"]


def test_a_page_may_be_in_the_encoding_that_it_names() -> None:
    text = saved("<p>Čaša mleka</p>").replace("utf-8", "windows-1250")
    assert "Čaša mleka" in found("a.html", text.encode("cp1250")).body


def test_a_long_text_beside_the_text_is_told() -> None:
    aside = f"<aside>{'word ' * 60}</aside>"
    item = found("a.html", saved(f"{aside}<p>Milk came.</p>"))
    assert "word" not in item.body
    assert told(item)[0].startswith("this was left out, for it stood beside the text: word word")


def test_a_page_that_is_put_together_by_tables_gives_its_text() -> None:
    menu = "".join(f'<a href="{n}.html">Part {n}</a><br>' for n in range(3))
    data = "<table><tr><td>2009</td><td>23</td></tr><tr><td>2010</td><td>24</td></tr></table>"
    inner = (
        "<table><tr><td><b>Milk for all</b></td></tr>"
        f"<tr><td><p>Milk came.</p>{data}<p>It was good.</p></td></tr></table>"
    )
    item = found(
        "a.html",
        "<html><head><title>UNICEF Serbia - Media centre - Milk for all</title></head><body>"
        f"<table><tr><td>{menu}</td><td>{inner}</td></tr></table></body></html>",
    )
    assert item.title == "Milk for all"
    assert item.body == (
        "**Milk for all**\n\nMilk came.\n\n"
        "| 2009 | 23 |\n| --- | --- |\n| 2010 | 24 |\n\nIt was good."
    )


def test_a_line_that_is_no_part_of_what_a_page_calls_itself_is_no_title() -> None:
    html = "<html><title>Milk for all | UNICEF</title><p>Milk came.</p><p>Milk for all.</p></html>"
    assert found("a.html", html).title == "Milk for all"


@pytest.mark.parametrize(
    ("path", "site", "address"),
    [
        ("old/serbia/a.html", "https://x.org/", "https://x.org/serbia/a.html"),
        ("old/serbia/index.html", "https://x.org", "https://x.org/serbia/"),
        ("old/www.unicef.org/serbia/a.html", "", "https://www.unicef.org/serbia/a.html"),
        ("old/serbia/a.html", "", ""),
        ("old/media.php?id=5&x=č", "https://x.org/", "https://x.org/media.php?id=5&x=%C4%8D"),
    ],
)
def test_the_folder_tells_the_address(path: str, site: str, address: str) -> None:
    write(path, saved("<p>Milk came.</p>"))
    (item,) = Reading(READING.zone, site).found_in(Path("old"))
    assert isinstance(item, Found)
    assert item.address == address


def test_two_ways_to_write_an_address_are_one() -> None:
    ways = ("http://www.X.org/a/", "https://x.org/a", "https://x.org/a/index.html#b")
    assert {key_of_address(way) for way in ways} == {"x.org/a"}
    assert key_of_address("https://x.org/?p=1") != key_of_address("https://x.org/?p=2")


def test_of_a_folder_texts_are_read_and_documents_told() -> None:
    for path in ("old/a.html", "old/b", "old/c.php", "old/d.bak.html"):
        write(path, saved(f"<p>Milk {path} came.</p>"))
    for path in ("old/s.css", "old/j.js", "old/p.jpg", "old/.hidden.html", "old/x.html~"):
        write(path, saved("<p>none</p>"))
    write("old/report.pdf", b"%PDF")
    write("old/text.textile", "h1. Milk")
    read = list(READING.found_in(Path("old")))
    assert [item.origin for item in read] == [
        *("old/a.html", "old/b", "old/c.php", "old/d.bak.html", "old/report.pdf"),
        "old/text.textile",
    ]
    *_, document, other = read
    assert isinstance(document, Missed)
    assert isinstance(other, Missed)
    assert (document.is_broken, other.is_broken) == (True, False)
    assert [str(why) for why in other.why] == ["no text of a kind that is read"]


def test_a_file_that_came_along_and_is_as_it_was_is_not_read_again() -> None:
    write("old/milk.html", saved("<p>Milk came.</p>", "Milk"))
    (first,) = READING.found_in(Path("old"))
    assert isinstance(first, Found)
    known = {first.file: "its key"}
    reading = replace(READING, known=known)
    assert [*reading.found_in(Path("old"))] == [Unchanged("old/milk.html", "its key", "milk.html")]
    # At another address it would be another item.
    (elsewhere,) = replace(reading, site="https://old.example.org/").found_in(Path("old"))
    assert isinstance(elsewhere, Found)
    write("old/milk.html", saved("<p>Much milk came.</p>", "Milk"))
    (changed,) = reading.found_in(Path("old"))
    assert isinstance(changed, Found)


# Other Pelican sites


def test_a_post_in_markdown_is_read() -> None:
    text = (
        "Title: Milk: all of it\nDate: 2010-12-03 10:20\nCategory: Media\nTags: a, b\n"
        "Slug: milk\nLang: sr\nSummary: Long,\n    two lines\nStatus: draft\n\n"
        "# Milk\n\n<b>came</b>  „now“\n\nTitle\n=====\n\n#### Deep\n\n#tag\n\n```\n# code\n```\n"
    )
    item = found("content/post.md", text)
    assert item.body == (
        "## Milk\n\n**came** „now“\n\n## Title\n\n### Deep\n\n\\#tag\n\n```\n# code\n```"
    )
    assert (item.title, item.date, item.slug) == ("Milk: all of it", "2010-12-03 10:20", "milk")
    assert (item.names, item.summary) == (("Media", "a", "b"), "Long, two lines")
    assert (item.language, item.kind, item.was_public) == ("sr", "post", False)
    assert told(item) == ["it was not public there: draft"]


def test_a_header_in_yaml_is_read_too() -> None:
    item = found("pages/post.md", "---\ntitle: Milk\ntags: [a, b]\ndate: 2010-12-03\n---\nCame.\n")
    assert (item.title, item.names, item.date, item.body) == (
        "Milk",
        ("a", "b"),
        "2010-12-03",
        "Came.",
    )
    assert item.kind == "page"


def test_a_post_in_restructured_text_is_read() -> None:
    text = (
        "Milk\n####\n\n:date: 2010-12-03\n:tags: a, b\n:category: Media\n\n"
        "It *came* with `a link <http://x.org/>`_.\n\nPart\n====\n\n* one\n* two\n"
    )
    item = found("post.rst", text)
    assert item.body == "It *came* with [a link](http://x.org/).\n\n## Part\n\n- one\n- two"
    assert (item.title, item.date, item.names) == ("Milk", "2010-12-03", ("Media", "a", "b"))


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Milk.\n\n.. note:: Bread too.\n", "Milk.\n\nNote\n\nBread too."),
        ("Milk.\n\n.. sidebar:: Aside\n\n   Bread too.\n", "Milk.\n\nAside\n\nBread too."),
        ("Milk [1]_.\n\n.. [1] Bread too.\n", "Milk [1].\n\n[1]\n\nBread too."),
    ],
)
def test_what_stands_beside_a_text_within_it_comes_along(written: str, body: str) -> None:
    item = found("post.rst", written)
    assert item.body == body
    assert told(item) == []


@pytest.mark.parametrize(
    "danger",
    [
        ".. include:: secret.txt",
        ".. literalinclude:: secret.txt",
        ".. raw:: html\n   :file: secret.txt",
        ".. csv-table::\n   :file: secret.txt",
        ".. raw:: html\n\n   <script>secret()</script>",
        ".. image:: secret.txt\n   :loading: embed",
    ],
)
def test_restructured_text_reads_no_files_and_lets_no_raw_text_through(danger: str) -> None:
    write("secret.txt", "secret,words")
    write("docutils.conf", "[general]\nfile_insertion_enabled: yes\nraw_enabled: yes\n")
    item = found("post.rst", f"Milk came.\n\n{danger}\n")
    assert "words" not in item.body
    assert "script" not in item.body
    assert "Milk came." in item.body


def test_what_restructured_text_cannot_say_is_told() -> None:
    item = found("post.rst", "Milk came.\n\n.. unknown:: x\n\n   Its text\n")
    (remark,) = told(item)
    assert remark.startswith("line 3 could not be read: Unknown directive type")
    assert "Its text" in remark


# Word documents


def test_a_word_document_is_read() -> None:
    body = word_paragraph("Milk for all", "Title") + word_paragraph("It came & went.")
    item = found("post.docx", word(body))
    assert (item.title, item.body) == ("Milk for all", "It came & went.")


def test_a_picture_in_a_word_document_comes_with_it() -> None:
    item = found("post.docx", word(word_paragraph("Milk.") + WORD_PICTURE, picture=picture()))
    assert item.body == "Milk.\n\n![A cup of milk](word-1)"
    assert item.attached == {"word-1": picture()}


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04broken",
        b"no zip at all",
        word("", document="<w:broken"),
        word("", document="<a/>"),
        word("", document=f"{LAUGHTER}<x>&a9;&f;</x>"),
    ],
)
def test_a_word_document_that_is_none_is_told(data: bytes) -> None:
    assert missed("post.docx", data) == "this is no Word document (.docx), or it is damaged"


# WordPress


def items(*written: str, head: str = "", **reading: bool) -> list[Found | Missed]:
    file = write("export.xml", wordpress(written, head))
    return list(Reading(READING.zone, **reading).found_in(file))  # type: ignore[arg-type]


def body(content: str, more: str = "") -> str:
    (item, *_) = items(wordpress_item(1, content=content), more)
    assert isinstance(item, Found)
    return item.body


def test_a_post_of_wordpress_gives_what_is_known_of_it() -> None:
    (item,) = items(wordpress_item(7, "Milk &amp; <b>shoes</b>", "Milk came.", excerpt="A cup."))
    assert isinstance(item, Found)
    assert (item.body, item.summary, item.names) == ("Milk came.", "A cup.", ("Media",))
    assert (item.date, item.publisher) == ("2010-05-12 10:00", "The old newsroom")
    assert (item.address, item.language) == ("https://old.example.org/2010/05/post-7/", "en-US")
    assert item.origin == "export.xml, item 1 “Milk &amp; <b>shoes</b>”"


@pytest.mark.parametrize(
    ("content", "markdown"),
    [
        ("One\ntwo\n\nThree", "One  \ntwo\n\nThree"),
        ("<h2>Head</h2>\nText", "## Head\n\nText"),
        ("<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>", "- a\n    - b\n- c"),
        ("<table>\n<tr>\n<th>a</th>\n</tr>\n<tr><td>1</td></tr></table>", "| a |\n| --- |\n| 1 |"),
        ("<pre>a\n\n  b</pre>", "```\na\n\n  b\n```"),
        ("a<!--more-->b", "ab"),
        ("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->", "a"),
        ('[caption id="x"]<img src="a.jpg" alt="A" /> Cup[/caption]', '![A](a.jpg "Cup")'),
        ('[caption caption="Cup"]<a><img src="a.jpg" /></a>[/caption]', '![](a.jpg "Cup")'),
        ("[embed]https://tube.x/1[/embed]", "[https://tube.x/1](https://tube.x/1)"),
        ("<blockquote>a\n\nb</blockquote>", "> a\n>\n> b"),
        ("<blockquote>a<footer>b</footer></blockquote>", "> a\n>\n> b"),
        ("<p>a</p><aside><p>b</p></aside>", "a\n\nb"),
        ('<p>a</p><div class="related content"><p>b</p></div>', "a\n\nb"),
    ],
)  # fmt: skip
def test_the_text_is_what_wordpress_would_show(content: str, markdown: str) -> None:
    assert body(content) == markdown


@pytest.mark.parametrize("gallery", ['[gallery ids="8,9"]', "[gallery columns=3]"])
def test_a_gallery_shows_its_pictures(gallery: str) -> None:
    added = "<wp:post_parent>1</wp:post_parent><wp:attachment_url>https://o.org/{}.jpg</wp:attachment_url>"
    pictures = [
        wordpress_item(
            n, post_type="attachment", status="inherit", more=added.format(n), excerpt=f"C{n}"
        )
        for n in (8, 9)
    ]
    assert body(gallery, "".join(pictures)) == (
        '![](https://o.org/8.jpg "C8")\n\n![](https://o.org/9.jpg "C9")'
    )


def test_a_code_that_nobody_can_fill_is_told() -> None:
    (item,) = items(wordpress_item(1, content='Milk [contact-form-7 id="1"] came.'))
    assert isinstance(item, Found)
    assert item.body == 'Milk [contact-form-7 id="1"] came.'
    assert told(item) == ["a code of WordPress stands in the text: [contact-form-7]"]


def test_what_only_wordpress_can_fill_in_is_told() -> None:
    content = (
        '<!-- wp:paragraph {"a":1} --><p>Milk.</p><!-- /wp:paragraph -->'
        '<!-- wp:block {"ref":7} /-->'
        "<!-- wp:footnotes /--><!-- wp:jetpack/map /--><!-- wp:footnotes /-->"
    )
    (item,) = items(wordpress_item(1, content=content))
    assert isinstance(item, Found)
    assert item.body == "Milk."
    assert told(item) == [
        "what WordPress fills in was left out: block, footnotes, jetpack/map",
    ]


@pytest.mark.parametrize(
    ("parts", "remark"),
    [
        ({"status": "draft"}, "it was a draft there"),
        ({"status": "pending"}, "it was waiting for approval there"),
        ({"status": "future", "post_date_gmt": "2030-05-12 08:00:00"}, "it was scheduled there"),
        ({"is_sticky": "1"}, "it was kept at the top there"),
        ({"post_type": "event"}, "its type there was event"),
    ],
)
def test_what_was_special_is_told(parts: dict[str, str], remark: str) -> None:
    (item,) = items(wordpress_item(1, content="Milk", **parts))
    assert isinstance(item, Found)
    assert told(item) == [remark]
    assert item.opens == ("2030-05-12 10:00" if parts.get("status") == "future" else "")
    assert item.was_public == ("status" not in parts)


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        (
            {"post_password": "sesame"},
            "it is protected by a password there; --with-protected brings it along",
        ),
        ({"status": "private"}, "it is private there; --with-protected brings it along"),
        ({"status": "trash"}, "no post: post, trash"),
        ({"post_type": "nav_menu_item"}, "no post: nav_menu_item, publish"),
        (
            {"post_type": "attachment"},
            "a file of the old site; it comes along with the post that shows it",
        ),
    ],
)
def test_what_is_not_for_everybody_is_passed_over(parts: dict[str, str], why: str) -> None:
    (item,) = items(wordpress_item(1, content="Milk", **parts))
    assert isinstance(item, Missed)
    assert ([str(each) for each in item.why], item.is_broken) == ([why], False)


def test_what_is_protected_comes_along_when_that_is_wanted() -> None:
    protected, private = items(
        wordpress_item(1, content="Milk", post_password="sesame"),  # noqa: S106 - no secret of ours
        wordpress_item(2, content="Milk", status="private"),
        with_protected=True,
    )
    assert isinstance(protected, Found)
    assert isinstance(private, Found)
    assert "sesame" not in repr(protected)
    assert told(protected) == [
        "it was protected by a password there: see whether it may be public here"
    ]
    assert told(private) == ["it was private there: see whether it may be public here"]


def test_one_broken_item_does_not_hide_the_others() -> None:
    broken = wordpress_item(2).replace("]]></title>", "</title>")
    cut = wordpress_item(3).replace("</item>", "")
    read = items(wordpress_item(1), broken, wordpress_item(4), cut, wordpress_item(5))
    assert [type(item).__name__ for item in read] == ["Found", "Missed", "Found", "Missed", "Found"]


def test_words_of_xml_within_a_text_are_text() -> None:
    (item,) = items(
        wordpress_item(1, content="<code>&lt;/item&gt; &lt;item&gt;</code></item><item>")
    )
    assert isinstance(item, Found)
    assert item.body == "`</item> <item>`"


def test_characters_that_xml_forbids_are_left_out() -> None:
    (item,) = items(wordpress_item(1, content="Milk\x0b\x08 came."))
    assert isinstance(item, Found)
    assert item.body == "Milk came."


def test_entities_that_would_grow_without_end_are_refused() -> None:
    laughing = wordpress_item(2).replace("<![CDATA[Milk]]>", "&a9;")
    reading = wordpress_item(3).replace("<![CDATA[Milk]]>", "&f;")
    read = items(wordpress_item(1), laughing, reading, head=LAUGHTER)
    assert isinstance(read[0], Found)
    assert [str(item.why[0]) for item in read[1:] if isinstance(item, Missed)] == [
        "its XML is broken: Entity 'a9' not defined",
        "its XML is broken: Entity 'f' not defined",
    ]


@pytest.mark.parametrize("text", ["<rss></rss>", "<xml/>", "", "<rss>&item;"])
def test_an_export_that_is_none_is_told(text: str) -> None:
    assert missed("export.xml", text) == "this is no WordPress export"


# Whatever is named as a source


def test_a_page_that_is_nested_without_end_is_told() -> None:
    html = f"<html><body>{'<div>' * 5000}Milk{'</div>' * 5000}</body></html>"
    assert missed("a.html", html) == "its parts stand within each other too often"


ENDINGS = (".txt", ".html", ".md", ".rst", ".docx", ".xml", ".php", ".bin", "")
STARTS = (b"", b"<html>", b"<rss><item>", b"PK\x03\x04", b"---\ntitle: x\n---\n", b"Title: x\n\n")


PIECES = (
    b"<div>", b"</p>", b"<![CDATA[", b"]]>", b"</item>", b"<item>", b"&#0;", b"\x00", b"\xff",
    b"](", b"![", b"[gallery ids='1,2']", b"[caption]", b"<img src=x>", b"<a href='http://['>",
    b".. include:: /etc/passwd\n", b"===\n", b"::\n\n  x", b"`", b"```\n", b"<td colspan=9>",
    b"<table><tr>", b"<ol start=99999999999999>", b"<?xml version='1.0'?>", b"<!--", b"-->",
    b"\n\n", b" text ", "Ž".encode(), "Ћ".encode("cp1251"), b"12 May 2010", b"http://[::1",
    b"data:image/png;base64,x",
)  # fmt: skip


def _bytes() -> st.SearchStrategy[bytes]:
    pieces = st.sampled_from(PIECES)
    return st.lists(st.one_of(pieces, st.binary(max_size=40)), max_size=25).map(b"".join)


def importing() -> Import:
    """Give a run into an empty content folder."""
    content = Path("content")
    content.mkdir(exist_ok=True)
    register = Register(content / "imports.txt")
    vocabulary = Vocabulary()
    desk = Desk(READING.zone, vocabulary, Rubrics.of(vocabulary), lang="en")
    pictures = Pictures(content, register)
    return Import(content, HOUSE, desk, date(2026, 11, 24), register, pictures, Shelf())


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ending=st.sampled_from(ENDINGS), start=st.sampled_from(STARTS), data=_bytes())
def test_any_bytes_become_a_draft_that_can_be_read_or_are_told(
    ending: str, start: bytes, data: bytes
) -> None:
    file = write(f"source{ending}", start + data)
    run = importing()
    outcomes = [run.bring(item) for item in READING.found_in(file)]
    outcomes += run.link_up()
    for outcome in outcomes:
        assert as_text(outcome, NullTranslations())
        if outcome.path:
            source = read_post(outcome.path, Path(outcome.path).read_bytes())
            assert [*check_headings(source)] == []
            assert source.header["status"] == "draft"
    rmtree(run.content)
