"""HTML: only text changes, and only where it is Serbian text for readers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.script import Words, html_to_cyrillic, html_to_latin

WORDS = Words.shipped()


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("<p>Deca <em>su</em> ovde.</p>\n", "<p>Деца <em>су</em> овде.</p>\n"),
        # what is no text
        ("<p>kod <code>deca = 1</code> i</p>", "<p>код <code>deca = 1</code> и</p>"),
        ("<pre><b>deca</b>\n</pre>deca", "<pre><b>deca</b>\n</pre>деца"),
        ("<kbd>deca</kbd><samp>deca</samp>a", "<kbd>deca</kbd><samp>deca</samp>а"),
        ("<script>if (a<b) deca('<p>')</script>a", "<script>if (a<b) deca('<p>')</script>а"),
        ("<STYLE>.deca > p {}</STYLE>a", "<STYLE>.deca > p {}</STYLE>а"),
        ("<!-- deca <p> --><!doctype html>a", "<!-- deca <p> --><!doctype html>а"),
        ("a<!-- deca", "а<!-- deca"),
        (
            '<a class="deca" id=deca href="/deca/">deca</a>',
            '<a class="deca" id=deca href="/deca/">деца</a>',
        ),
        ("<a data-x=\"title='deca' >\" b>deca</a>", "<a data-x=\"title='deca' >\" b>деца</a>"),
        ("2 < 3 a", "2 < 3 а"),
        # attributes that are text
        (
            '<img src="deca.jpg" alt="Deca &amp; UNICEF" title=\'Žena\'/>',
            '<img src="deca.jpg" alt="Деца &amp; UNICEF" title=\'Жена\'/>',
        ),
        ('<nav aria-label="Delovi">', '<nav aria-label="Делови">'),
        ("<input placeholder=Traži value=deca>", "<input placeholder=Тражи value=deca>"),
        (
            '<meta name="description" content="O deci">',
            '<meta name="description" content="О деци">',
        ),
        (
            '<meta content="O deci" property="og:title">',
            '<meta content="О деци" property="og:title">',
        ),
        (
            '<meta name="viewport" content="width=deca">',
            '<meta name="viewport" content="width=deca">',
        ),
        ("<title>Deca i UNICEF</title>", "<title>Деца и UNICEF</title>"),
        # languages and what is not to be translated
        ('<p lang="en">a <b>deca</b> <p>a</p></p>a', '<p lang="en">a <b>deca</b> <p>a</p></p>а'),
        (
            '<div lang="en">a <i lang="sr-Latn">deca</i> a</div>a',
            '<div lang="en">a <i lang="sr-Cyrl">деца</i> a</div>а',
        ),
        ('<i lang="fr" title="deca">deca</i>', '<i lang="fr" title="deca">deca</i>'),
        ('<html lang="sr-Latn-RS">', '<html lang="sr-Cyrl-RS">'),
        ("<html xml:lang='sr-latn'>", "<html xml:lang='sr-Cyrl'>"),
        ('<b lang="sr">deca</b>', '<b lang="sr">деца</b>'),
        ('<img lang="en" alt="deca">a', '<img lang="en" alt="deca">а'),
        ('<a hreflang="sr-Latn">deca</a>', '<a hreflang="sr-Latn">деца</a>'),
        (
            '<span translate="no" lang="sr-Latn">deca</span> a',
            '<span translate="no" lang="sr-Latn">deca</span> а',
        ),
        (
            '<p translate="no">a <i translate="yes">a</i> a</p>a',
            '<p translate="no">a <i translate="yes">а</i> a</p>а',
        ),
        ('<code><i translate="yes">a</i></code>', '<code><i translate="yes">a</i></code>'),
        # entities
        ("&#268;lan&nbsp;&scaron;est &lt;a&gt;", "Члан&nbsp;шест &lt;а&gt;"),
        ("<p>Caf&eacute; &copy; a</p>", "<p>Café &copy; а</p>"),
        ("&#109;&#97;&#64;a.rs", "&#109;&#97;&#64;a.rs"),
        ("H&amp;M a", "H&amp;M а"),
        ("https://a.rs/?a=b&amp;deca=a&nbsp;deca", "https://a.rs/?a=b&amp;deca=a&nbsp;деца"),
        # neighbours are seen through tags
        ("<b>Petar</b> <i>I</i> Karađorđević", "<b>Петар</b> <i>I</i> Карађорђевић"),
        ("<p>Petar</p><p>I deca</p>", "<p>Петар</p><p>И деца</p>"),
        ("Petar<br>I deca", "Петар<br>И деца"),
        ("<b>5</b>&nbsp;l mleka", "<b>5</b>&nbsp;l млека"),
        ("Save the&nbsp;Children a", "Save the&nbsp;Children а"),
        ("<p>UNICEF<b>-a</b></p>", "<p>UNICEF<b>-а</b></p>"),
    ],
)
def test_only_serbian_text_is_written_in_cyrillic(latin: str, cyrillic: str) -> None:
    assert html_to_cyrillic(latin, WORDS) == cyrillic


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        (
            '<p title="Џак">ЏАК, Љ. <code>џак</code></p>',
            '<p title="Džak">DŽAK, Lj. <code>џак</code></p>',
        ),
        (
            '<html lang="sr-Cyrl"><b lang="ru">мир</b>мир',
            '<html lang="sr-Latn"><b lang="ru">мир</b>mir',
        ),
        ("#СвакоДете https://примери.срб/деца дете", "#СвакоДете https://примери.срб/деца dete"),
        ("&#1044;ете", "Dete"),
        ('<i translate="no">Ћ</i> ћ', '<i translate="no">Ћ</i> ć'),
    ],
)
def test_only_serbian_text_is_written_in_latin(cyrillic: str, latin: str) -> None:
    assert html_to_latin(cyrillic, WORDS) == latin


TAGS = [
    "<p>",
    "</p>",
    '<i lang="en">',
    "</i>",
    "<code>",
    "</code>",
    "<br>",
    "<script>",
    "</script>",
]
BITS = ["<", ">", "<!--", "-->", "&", "&nbsp;", '"', "=", " ", "\n", "-", "\ufdd0"]
WORDS_AND_NUMBERS = ["deca", "I", "5", "the", "of", "Save"]


@given(st.lists(st.sampled_from(TAGS + BITS + WORDS_AND_NUMBERS)).map("".join))
def test_whatever_the_markup_everything_but_letters_stays(html: str) -> None:
    not_letters = re.compile(r"[^\W\d_]")
    assert not_letters.sub("x", html_to_cyrillic(html, WORDS)) == not_letters.sub("x", html)
