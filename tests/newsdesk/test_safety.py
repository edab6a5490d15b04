"""What is typed is shown: nothing of it runs, loads or dresses up, and the person learns why."""

from __future__ import annotations

import pickle

import pytest
from hostile import VECTORS
from pydantic import ValidationError
from selectolax.lexbor import LexborHTMLParser
from small_items import item

from newsdesk import typesetter
from newsdesk.body import Body, BodySetter
from newsdesk.explain import read_as
from newsdesk.header import Source, Value
from newsdesk.item import Item
from newsdesk.memory import Store, digest_of
from newsdesk.packing import unzstandarded
from newsdesk.photos.original import check_name
from newsdesk.photos.record import PhotoRecord
from newsdesk.problems import SiteError
from newsdesk.safety import check_typed, check_weight, walled
from newsdesk.safety.allowed import TAGS, is_allowed, wrong_scheme
from newsdesk.schema.parts import DownloadRecord
from newsdesk.typesetter import Galley

SETTER = BodySetter("en")


def told(body: str) -> list[str]:
    return [str(problem) for problem in check_typed([typed(body)])]


def typed(body: str) -> Item:
    return item("a", body)


# The wall


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_that_runs_gets_over_the_wall(vector: str) -> None:
    tree = LexborHTMLParser(walled(SETTER.set(vector).html), is_fragment=True)
    for node in tree.css("*"):
        tag = node.tag or ""
        if tag not in {"html", "head", "body"}:
            assert tag in TAGS
            for name, value in node.attributes.items():
                assert is_allowed(tag, name)
                assert name not in {"href", "src"} or wrong_scheme(value or "") is None


def test_what_writing_needs_gets_over_it() -> None:
    html = (
        '<figure id="f" class="wide"><table><caption>Milk</caption><tr><th scope="col">a</th></tr>'
    )
    kept = walled(SETTER.set(f'{html}</table></figure>\n\n<abbr title="x">UN</abbr>').html)
    for part in ('<figure id="f" class="wide">', "<caption>", 'scope="col"', '<abbr title="x">'):
        assert part in kept
    assert walled('<p><a href="item:milk01">a</a> <img alt="" src="photo:milk"></p>') == (
        '<p><a href="item:milk01">a</a> <img alt="" src="photo:milk"></p>'
    )


# Names of files, and credits


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_that_runs_gets_into_the_name_of_a_file_that_is_published(vector: str) -> None:
    assert any(check_name(f"content/photos/{vector}.jpg", None))
    with pytest.raises(ValidationError, match=r"file\n  String should match pattern"):
        DownloadRecord.model_validate({"file": f"{vector}.pdf", "language": "en", "title": "Milk"})


@pytest.mark.parametrize("vector", VECTORS)
def test_what_stands_before_a_credit_is_refused(vector: str) -> None:
    with pytest.raises(SiteError, match="does not say who holds the picture and who took it"):
        credited(f"{' '.join(vector.split())} © UNICEF Serbia/2026/Surname")


def credited(credit: str) -> PhotoRecord:
    said: dict[str, Value] = {"en": "A glass of milk."}
    header: dict[str, Value] = {"alt": said, "caption": said, "credit": credit, "rights": "unicef"}
    header |= {"date": "unknown", "people_under_18": "none"}
    return read_as(PhotoRecord, Source("cup.yaml", header, {}, "", 1), header)


# The check


TAKE_OUT = "take it out; to show code, put it between two `"


@pytest.mark.parametrize(
    ("body", "line", "message", "hint"),
    [
        ("Milk\n\n<script>alert(1)</script>", 12, "<script> may not stand in a text", TAKE_OUT),
        (
            '<iframe src="https://www.youtube.com/embed/x"></iframe>',
            10,
            "<iframe> may not stand in a text",
            "link to it: [what is seen there](https://…)",
        ),
        (
            "<img src='https://evil.example/x.png'>",
            10,
            "<img> may not stand in a text",
            "type ![](photo:key) with the name of a photo",
        ),
        (
            '<p style="color: red">a</p>',
            10,
            "“style” may not stand in a tag",
            "take it out: how things look is the theme's to say",
        ),
        (
            "a\n\nb\n{: onclick=alert(1) }",
            13,
            "“onclick” may not stand in a tag",
            "take it out: nothing in a text runs",
        ),
        (
            '<a href="/" target="_blank">a</a>',
            10,
            "“target” may not stand in a tag",
            "take it out of <a>",
        ),
        (
            "<a href='&#106;ava\tscript:alert(1)'>a</a>",
            10,
            "no address begins with “javascript:”",
            "type one that begins with https:, mailto: or tel:, or item: and an id",
        ),
        ("<?php echo 1 ?>", 10, "“<?php” is not text", TAKE_OUT),
    ],
)
def test_the_person_learns_the_line_and_the_remedy(
    body: str, line: int, message: str, hint: str
) -> None:
    source = Source("a.md", {}, {}, body, 10)
    one = typed(body)
    found = [str(each) for each in check_typed([Item(one.post, source, one.slug)])]
    assert f"a.md:{line}: {message}\n    Hint: {hint}" in found


@pytest.mark.parametrize(
    "body",
    [
        "A number < 5 and > 3, a<b, x <y.",
        "`<script>` is a tag, and so is ``<b onclick>``.",
        "```\n<script>alert(1)</script>\n```",
        "<!-- a remark <script> -->",
        '<figure class="wide">\n<table><caption>a</caption></table>\n</figure>',
        '<details open><summary lang="sr-Latn">a</summary>b</details>',
        '<div class="box" markdown="1">\na\n</div>',
        "<https://www.unicef.org/> and <press@example.org>",
        "Milk\n{: .wide #milk }",
        "[a](item:milk01){: hreflang=en }",
        "Set {x = 5} in mathematics",
        '<abbr title="a > b">UN</abbr>',
    ],
)
def test_what_writing_needs_is_let_through(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize("vector", [each for each in VECTORS if "](" not in each])
def test_each_is_told(vector: str) -> None:
    assert told(vector) or vector in ONLY_TEXT


# These do nothing in a text: they break out of places that a text never stands in.
ONLY_TEXT = ('*[HTML]: "onclick=alert(1)\n\nHTML', "<p title='\"onclick=alert(1) x='>a</p>")


# Weight


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("[" * 20_000, "["),
        ("[a](" * 8_000, "("),
        ("![" * 20_000, "["),
        ("**a" * 10_000, "*"),
        ("`` a" * 10_000, "`"),
        ("<a " * 10_000, "<"),
        ("> " * 10_000, ">"),
        (">" * 30, ">"),
        ("# a\n" * 10_000, "#"),
        ("  - a\n" * 10_000, "-"),
    ],
    ids=lambda each: each[:8],
)
def test_what_markdown_would_brood_over_is_told(body: str, sign: str) -> None:
    message = f"a.md:12: no text has so many of the sign “{sign}” in one paragraph"
    hint = "take them out, or leave empty lines in between"
    found = [str(each) for each in check_weight(Source("a.md", {}, {}, f"a\n\n{body}", 10))]
    assert f"{message}\n    Hint: {hint}" in found


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("1. a\n" * 2000, "a.md:10: no paragraph, list or table has so many lines"),
        ("a | b\n- | -\n" + "a | b\n" * 2000, "a.md:10: no paragraph, list or table has so many"),
        ("a\n\n" * 4000, "a.md:10: no text has so many parts"),
        ("1. " * 5000 + "a", "a.md:10: no list stands within so many others"),
        ("+ " * 300 + "a", "a.md:10: no list stands within so many others"),
        (
            "".join(f"{'    ' * level}- a\n" for level in range(300)),
            "a.md:30: no list stands within so many others",
        ),
        ('<div markdown="1">\n\n' * 40, "a.md:10: no text has so many parts"),
    ],
    ids=range(7),
)
def test_what_has_too_many_parts_is_told(body: str, message: str) -> None:
    (problem,) = check_weight(Source("a.md", {}, {}, body, 10))
    assert str(problem).startswith(message)


def test_a_long_text_is_not_heavy() -> None:
    links = " ".join(f"[a {number}](https://www.example.org/{number})" for number in range(300))
    table = "a | b | c\n--- | --- | ---\n" + "*1* | [a](item:b) | 3 – 4\n" * 150
    body = f"{links}\n\n{table}\n\n" + "A “quotation” (in brackets [and more]) and *more*.\n" * 100
    assert not [*check_weight(Source("a.md", {}, {}, body, 10))]


# What is remembered of a text


@pytest.mark.parametrize("vector", VECTORS)
def test_only_what_got_over_the_wall_is_remembered(vector: str) -> None:
    store = Store()
    Galley("en", store).prepare({digest_of(vector.encode()): vector})
    (name,) = store.names()
    html, _ = pickle.loads(unzstandarded(store.recall(name) or b""))  # noqa: S301 - our own
    assert html == walled(SETTER.set(vector).html) == Galley("en", store).body(vector).html


def test_what_an_older_program_let_through_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = Store()
    with monkeypatch.context() as older:
        older.setattr(typesetter, "digest_of_program", lambda: b"an older one")
        older.setattr(typesetter, "walled", lambda _: "<script>run()</script>")
        assert Galley("en", store).body("Milk") == Body("<script>run()</script>", 1)
    assert Galley("en", store).body("Milk").html == "<p>Milk</p>"
