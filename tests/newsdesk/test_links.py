"""Every internal link is followed; whoever typed a wrong one learns the line and what to type."""

from __future__ import annotations

from html import escape

import pytest
from markupsafe import Markup

from newsdesk.anchors import anchors
from newsdesk.header import Source, read_post
from newsdesk.links import Target, dead_links, internal
from newsdesk.mail import Letter
from newsdesk.outputs import Output, by_path
from newsdesk.views import Page, TextPage

ADDRESS = "https://example.org"
BELOW = "https://example.org/site"
HERE = "en/news/here/index.html"
POST = "content/en/articles/here.md"
ELSEWHERE = b'<h2 id="shoes">Shoes</h2><h2 id="milk">Milk</h2>'
PLAIN = "https://example.org/en/"


def source(body: str) -> Source:
    return read_post(POST, f"---\nid: here01\ntitle: Here\n---\n{body}".encode())


def page(path: str, body: str = "", *, of: str | None = POST) -> Page:
    return TextPage(
        path=path,
        template="text.html",
        canonical=None,
        title="",
        heading=Markup(),
        description="",
        editions=(),
        source=of,
        summary="",
        body=Markup(body),  # noqa: S704 - a test's own
        timeline=(),
        contacts=(),
        letter=Letter("", "", PLAIN, ""),
        mail_link="",
    )


def found(html: str, typed: str = "", site_url: str = ADDRESS) -> list[str]:
    """Give what is wrong with a page that says `html` and was typed as `typed`."""
    outputs = by_path(
        [
            Output(HERE, html.encode(), page(HERE, html)),
            Output("en/about/there/index.html", ELSEWHERE, page("there", of=None)),
            Output("en/index.html", b"", page("en/index.html", of=None)),
            Output("index.html", b"", page("index.html", of=None)),
            Output("en/feeds/all.atom", b"<feed/>"),
            Output("photos/a.jpg", b""),
            Output("photos/škola 1.jpg", b""),
        ]
    )
    return [str(each) for each in dead_links(outputs, site_url, {POST: source(typed)})]


# What is well


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/en/",
        "/en/about/there/",
        "/en/about/there/#milk",
        "/en/about/there/#",
        "/en/?from=home",
        "/en/feeds/all.atom",
        "/en/feeds/all.atom#entry",
        "https://example.org/en/",
        "https://example.org",
        "//example.org/en/",
        "#",
        "#here",
        "",
        "/photos/%C5%A1kola%201.jpg",
        "/photos/škola 1.jpg",
        "https://www.unicef.org/serbia/nothing",
        "//www.unicef.org/",
        "mailto:press@example.org",
        "tel:+381110000000",
        "data:image/png;base64,AAAA",
    ],
)
def test_a_link_that_leads_somewhere_is_well(address: str) -> None:
    assert found(f'<p id="here"><a href="{address}">x</a></p>') == []


def test_a_picture_that_is_there_is_well() -> None:
    assert found('<img alt="" src="/photos/a.jpg">') == []


@pytest.mark.parametrize("address", ["/site/", "/site/en/", BELOW, f"{BELOW}/en/", f"{ADDRESS}/x"])
def test_a_site_below_the_root_of_a_host_is_followed_there(address: str) -> None:
    assert found(f'<a href="{address}">x</a>', site_url=BELOW) == []


# What is dead

NOT_AN_ADDRESS = "    Hint: type the whole address, or item: and the id of a post"


@pytest.mark.parametrize(
    "address",
    [
        "/en/nothing/",
        "/en",
        "/en/index",
        "en/",
        "../there/",
        "there.html",
        "www.unicef.org",
        "item:nobody",
        "category:nothing",
        "photo:nothing",
        "/photos/b.jpg",
        "https://example.org/en/nothing/",
        "https://[nothing",
        "/en/nothing/?a=1&b=2",
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(address: str) -> None:
    typed = f"One.\n\nTwo [x]({address}).\n"
    assert found(f"<a href={escape(address)}>x</a>", typed) == [
        f"{POST}:7: the link “{address}” leads nowhere\n{NOT_AN_ADDRESS}"
    ]


def test_a_picture_that_is_not_there_is_told() -> None:
    assert found('<img alt="" src="/photos/b.jpg">', "![](/photos/b.jpg)") == [
        f"{POST}:5: the link “/photos/b.jpg” leads nowhere\n{NOT_AN_ADDRESS}"
    ]


@pytest.mark.parametrize("address", ["/en/", "/sitemap/", "/site2/en/"])
def test_a_link_past_the_site_is_dead_when_the_site_stands_below_the_root(address: str) -> None:
    assert found(f'<a href="{address}">x</a>', f"[x]({address})", BELOW) == [
        f"{POST}:5: the link “{address}” leads nowhere\n{NOT_AN_ADDRESS}"
    ]


@pytest.mark.parametrize(
    ("address", "typed", "hint"),
    [
        ("/en/about/there/#milc", "item:there1#milc", "type #milk"),
        ("/en/about/there/#bread", "item:there1#bread", "the places are: milk, shoes"),
        ("/en/about/there/#мleko", "item:there1#мleko", "the places are: milk, shoes"),
        (
            "https://example.org/en/#x",
            "https://example.org/en/#x",
            "take #x out: the page has no places",
        ),
        ("#mlik", "#mlik", "type #milk"),
    ],
)
def test_a_place_that_is_not_on_its_page_is_told_with_the_nearest_one(
    address: str, typed: str, hint: str
) -> None:
    html = f'<h2 id="milk">Milk</h2><a href="{address}">x</a>'
    assert found(html, f"One.\n[x]({typed})\n") == [
        f"{POST}:6: the link “{address}” leads to no place on its page\n    Hint: {hint}"
    ]


def test_an_id_that_stands_twice_is_told() -> None:
    html = '<h2 id="milk">A</h2><h2 id="milk">B</h2><h2 id="milk">C</h2>'
    assert found(html, "## A {: #milk }\n") == [
        f"{POST}:5: the id “milk” stands twice on the page\n    Hint: give one of them another name"
    ]


def test_every_mistake_is_told_once() -> None:
    typed = "[1](/a/) and [2](/b/)\n[1 again](/a/)\n"
    html = '<a href="/a/">1</a><a href="/b/">2</a><a href="/a/">1</a><img src="c%20c.jpg">'
    assert [line.partition("\n")[0] for line in found(html, typed)] == [
        f"{POST}:5: the link “/a/” leads nowhere",
        f"{POST}:5: the link “/b/” leads nowhere",
        f"{POST}: the link “c%20c.jpg” leads nowhere",
    ]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("[x](/en/nothing/at/all)\n\n[x](/en/nothing)", 7),
        ("[x](/en/nothing-new)\n[x](/en/nothing)", 6),
        ("[x][1]\n\n[1]: /en/nothing", 7),
        ("[x](/en/nothing#a)", 5),
    ],
)
def test_a_longer_address_that_begins_alike_is_not_mistaken_for_it(typed: str, line: int) -> None:
    problems = found('<a href="/en/nothing">x</a>', typed)
    assert problems[0].startswith(f"{POST}:{line}: ")


def test_a_link_of_the_theme_is_put_down_to_the_theme() -> None:
    outputs = by_path(
        Output(path, b'<a href="/nothing/">x</a>', page(path, of=POST)) for path in ("a", "b")
    )
    problems = {str(each) for each in dead_links(outputs, ADDRESS, {POST: source("Well.")})}
    assert problems == {
        f"theme/templates/text.html: the link “/nothing/” leads nowhere\n{NOT_AN_ADDRESS}"
    }


def test_a_page_that_nobody_typed_is_told_by_its_template() -> None:
    outputs = {"404.html": Output("404.html", b'<a href="x">x</a>', page("404.html", of=None))}
    assert [str(each) for each in dead_links(outputs, ADDRESS, {})] == [
        f"theme/templates/text.html: the link “x” leads nowhere\n{NOT_AN_ADDRESS}"
    ]


# The parts


def test_a_page_is_read_as_a_browser_reads_it() -> None:
    html = b"<p id=a>x<a href='/b/?c=1&amp;d=2'>y<img src=/e.jpg><i id=a><a name=f href=''>"
    read = anchors(html)
    assert read.ids == ("a",)
    assert read.doubled == ("a",)
    assert read.pointers == ("/b/?c=1&d=2", "", "/e.jpg")


@pytest.mark.parametrize(
    ("pointer", "target"),
    [
        ("/en/", Target("en/index.html", "")),
        ("/en/#a%20b", Target("en/index.html", "a b")),
        ("#a", Target(HERE, "a")),
        ("https://example.org", Target("index.html", "")),
        ("item:x#y", Target("item:x#y", "")),
        ("http://example.org/en/", None),
        ("mailto:x@example.org", None),
    ],
)
def test_a_link_is_internal_when_it_leads_into_the_site(
    pointer: str, target: Target | None
) -> None:
    assert internal(pointer, HERE, ADDRESS) == target
