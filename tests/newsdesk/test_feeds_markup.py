"""A text in a feed: every address absolute, nothing that only the page can do, nothing damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.feeds import absolute, for_feeds

SITE = "https://n.example"
PAGE = f"{SITE}/en/news/families/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/sr/">x</a>', '<a href="https://n.example/sr/">x</a>'),
        ('<a href="../x/?a=1&amp;b=2">x</a>', f'<a href="{PAGE[:-9]}x/?a=1&amp;b=2">x</a>'),
        ('<a href="#part">x</a>', f'<a href="{PAGE}#part">x</a>'),
        ('<a href="">x</a>', f'<a href="{PAGE}">x</a>'),
        ('<a href=" /sr/ ">x</a>', '<a href="https://n.example/sr/">x</a>'),
        ('<a href="//x.example/y">x</a>', '<a href="https://x.example/y">x</a>'),
        ('<a href="https://x.example/y">x</a>', '<a href="https://x.example/y">x</a>'),
        ('<a href="mailto:a@example.org">x</a>', '<a href="mailto:a@example.org">x</a>'),
        ('<a href="tel:+381110000000">x</a>', '<a href="tel:+381110000000">x</a>'),
        ('<a href="/вест/">x</a>', '<a href="https://n.example/вест/">x</a>'),
        ('<a href="http://[">x</a>', '<a href="http://[">x</a>'),
        ("<a href>x</a>", '<a href="">x</a>'),
        ('<a name="x">x</a>', '<a name="x">x</a>'),
        ('<img src="a.jpg" alt="/b.jpg">', f'<img src="{PAGE}a.jpg" alt="/b.jpg">'),
        ('<img src="data:image/png;base64,AA==">', '<img src="data:image/png;base64,AA==">'),
        (
            '<img srcset="/a.jpg 480w, b.jpg 960w,\n/c.jpg 2x">',
            f'<img srcset="{SITE}/a.jpg 480w, {PAGE}b.jpg 960w,\n{SITE}/c.jpg 2x">',
        ),
        (
            '<img srcset="/w_480,h_2/a.jpg, /b.jpg 2x">',
            f'<img srcset="{SITE}/w_480,h_2/a.jpg, {SITE}/b.jpg 2x">',
        ),
        (
            '<picture><source srcset="/a.avif"><img src="/a.jpg"></picture>',
            f'<picture><source srcset="{SITE}/a.avif"><img src="{SITE}/a.jpg"></picture>',
        ),
        (
            '<video poster="/p.jpg"><track src="/t.vtt"></video>',
            f'<video poster="{SITE}/p.jpg"><track src="{SITE}/t.vtt"></video>',
        ),
        (
            '<blockquote cite="/q">x</blockquote>',
            '<blockquote cite="https://n.example/q">x</blockquote>',
        ),
        (
            '<svg><a href="#x"></a><use href="#y"></use></svg>',
            f'<svg><a href="{PAGE}#x"></a><use href="#y"></use></svg>',
        ),
    ],
)
def test_every_address_becomes_absolute(html: str, expected: str) -> None:
    assert absolute(html, PAGE) == expected


UNTOUCHED = [
    "",
    "only text — „navodnici“ 😀 שלום",
    "<p>1 &lt; 2 &amp; 3&nbsp;%</p>",
    "<pre><code>a &lt; b\n\n    c\n</code></pre>",
    "<pre>\nfirst line</pre>",
    "<pre>\n\nsecond line</pre>",
    '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr></tr></tbody></table>',
    '<figure id="f"><img src="https://x.example/a" alt="&quot;b&quot;"></figure>',
    '<p lang="sr-Cyrl">Ћирилица<sup id="fnref:1"><a href="https://x.example/#fn:1">1</a></sup></p>',
    "<dl><dt>a</dt><dd>b</dd></dl><!-- a note --><hr><p>a<br>b</p>",
    '<details open=""><summary>a</summary><p>b</p></details>',
    "<math><mi>x</mi></math><ruby>a<rt>b</rt></ruby>",
    '<p title="javascript: a book, &lt;3">x</p>',
]


@pytest.mark.parametrize("html", UNTOUCHED)
def test_html_is_not_damaged(html: str) -> None:
    assert absolute(html, PAGE) == html
    assert for_feeds(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>a</p><script src="x.js"></script><script>b < c</script><p>d</p>', "<p>a</p><p>d</p>"),
        ("<style>p > a {}</style><p>a</p>", "<p>a</p>"),
        ('<iframe src="https://x.example/"></iframe>a', "a"),
        ('<div>a<form><p>b</p><input name="c"></form>d</div>', "<div>ad</div>"),
        ("<script>a</script>", ""),
        ('a<object data="x"><p>b</p></object><embed src="x">c', "ac"),
        ('<link rel="stylesheet" href="x"><base href="y"><meta name="z">a', "a"),
        ("<template><p>a</p></template><dialog>b</dialog><button>c</button>d", "d"),
        ('<noscript><img src="a.jpg"></noscript>', '<img src="a.jpg">'),
        ('<p onclick="a()" style="color: red" class="b">c</p>', "<p>c</p>"),
        (
            '<span class="a">A<span class="b"> b</span></span> <span lang="sr" class="c">d</span>',
            'A b <span lang="sr">d</span>',
        ),
        ('<img src="a.jpg" ONERROR="b()">', '<img src="a.jpg">'),
        ('<a href="javascript:a()">b</a>', "<a>b</a>"),
        ('<a href=" Java\nScript:a()">b</a>', "<a>b</a>"),
        ('<svg><a xlink:href="javascript:a()">b</a></svg>', "<svg><a>b</a></svg>"),
    ],
)
def test_what_a_reader_cannot_run_stays_behind(html: str, expected: str) -> None:
    assert for_feeds(html) == expected


@given(st.text("<>/ =\"'&;#pa\nbcdefhrimgsx!-,", max_size=80))
def test_what_was_written_once_is_not_changed_again(html: str) -> None:
    once = absolute(for_feeds(html), PAGE)
    assert absolute(for_feeds(once), PAGE) == once
