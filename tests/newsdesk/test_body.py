"""A body is Markdown; what comes out is whole, well set and has addresses for its headings."""

from __future__ import annotations

import pytest

from newsdesk.body import Body, BodySetter

ENGLISH, SERBIAN = BodySetter("en"), BodySetter("sr")


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("Milk *for* **all**.", "<p>Milk <em>for</em> <strong>all</strong>.</p>"),
        ("A\nB C D", "<p>A\nB C&nbsp;D</p>"),
        ("- milk\n- shoes", "<ul>\n<li>milk</li>\n<li>shoes</li>\n</ul>"),
        ("3. milk", '<ol start="3">\n<li>milk</li>\n</ol>'),
        ("> milk", "<blockquote>\n<p>milk</p>\n</blockquote>"),
        ("Milk\n: is white", "<dl>\n<dt>Milk</dt>\n<dd>is&nbsp;white</dd>\n</dl>"),
        ("[Milk](item:milk01#why)", '<p><a href="item:milk01#why">Milk</a></p>'),
        ("![Milk](photos/milk.jpg)", '<p><img alt="Milk" src="photos/milk.jpg"></p>'),
        (
            "*[UN]: United Nations\n\nUN",
            '<p><abbr title="United Nations"><span class="caps">UN</span></abbr></p>',
        ),
        ("Milk\n{: .wide }", '<p class="wide">Milk</p>'),
        (
            '<div class="box" markdown="1">\n*milk*\n</div>',
            '<div class="box">\n<p><em>milk</em></p>\n</div>',
        ),
        ("    <b>milk</b>", "<pre><code>&lt;b&gt;milk&lt;/b&gt;\n</code></pre>"),
        ("```\n## milk\n\nshoes\n```", "<pre><code>## milk\n\nshoes\n</code></pre>"),
        ("", ""),
    ],
)
def test_markdown_becomes_html(typed: str, html: str) -> None:
    assert ENGLISH.set(typed).html == html


def test_a_table_has_a_head_and_a_body() -> None:
    html = ENGLISH.set("Year | Milk\n--- | ---:\n1947 | 7").html
    assert html == (
        "<table>\n<thead>\n<tr>\n<th>Year</th>\n"
        '<th class="to-right">Milk</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td>1947</td>\n<td class="to-right">7</td>\n</tr>\n</tbody>\n</table>'
    )


def test_a_footnote_is_linked_both_ways() -> None:
    html = SERBIAN.set("Mleko.[^1]\n\n[^1]: Belo.").html
    for part in ('id="fnref:1"', 'href="#fn:1"', 'id="fn:1"', 'href="#fnref:1"'):
        assert part in html
    assert 'title="↑ 1"' in html  # and not in the words of another language


@pytest.mark.parametrize(
    ("setter", "html"),
    [
        (ENGLISH, "<p>“Milk”\u00a0– it’s\u00a0–&nbsp;so…</p>"),
        (SERBIAN, "<p>„Milk”\u00a0– it’s\u00a0–&nbsp;so…</p>"),
    ],
)
def test_type_is_set_in_the_language_of_the_body(setter: BodySetter, html: str) -> None:
    assert setter.set('"Milk" -- it\'s -- so...').html == html


def test_code_is_left_as_it_was_typed() -> None:
    assert ENGLISH.set('`"NATO" -- & so...`').html == '<p><code>"NATO" -- &amp; so...</code></p>'


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("## Support that lasts", "support-that-lasts"),
        ("## Socijalna zaštita", "socijalna-zastita"),
        ("## Социјална заштита", "socijalna-zastita"),
        ("## Đaci i žene", "djaci-i-zene"),
        ("## 1947: milk & shoes", "1947-milk-shoes"),
        ("## ***", "section"),
        ("## Milk {: #shoes }", "shoes"),
    ],
)
def test_a_heading_has_an_address_that_is_the_same_in_both_scripts(
    typed: str, identity: str
) -> None:
    assert ENGLISH.set(typed).html.startswith(f'<h2 id="{identity}">')


def test_two_headings_of_the_same_words_have_two_addresses() -> None:
    assert (
        ENGLISH.set("## Milk\n\n## Milk").html
        == '<h2 id="milk">Milk</h2>\n<h2 id="milk_1">Milk</h2>'
    )


def test_nothing_of_one_body_is_found_in_the_next() -> None:
    first = "## Milk\n\nUN.[^1]\n\n[^1]: One.\n\n*[UN]: United Nations\n\n[x]: /en/"
    second = "## Milk\n\nUN.[^1] [x]\n\n[^1]: Two."
    setter = BodySetter("en")
    setter.set(first)
    assert setter.set(second) == BodySetter("en").set(second)


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", 0), ("one two three", 3), ("## One\n\n- two\n- *three*", 3), ("a [b c](/en/) d", 4)],
)
def test_words_are_counted_as_a_reader_reads_them(typed: str, words: int) -> None:
    assert ENGLISH.set(typed).words == words


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (199, 1), (299, 1), (301, 2), (400, 2), (1000, 5)]
)
def test_reading_takes_a_minute_for_two_hundred_words_and_one_at_least(
    words: int, minutes: int
) -> None:
    assert Body("", words).reading_minutes == minutes
