"""E-mail links: what a reader sends on is what was published, whatever was typed."""

from __future__ import annotations

import html
import re
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import escape

from newsdesk.mail import (
    LIMIT,
    Letter,
    MailLinkError,
    check_mail_link,
    mail_link,
    plain,
    plain_of_html,
    read_mail_link,
)

ADDRESS = "https://newsroom.example/sr-cyrl/news/strengthening-families/"


def letter(
    title: str = "Strengthening families",
    summary: str = "A conference.",
    address: str = ADDRESS,
    site_name: str = "UNICEF in Serbia",
) -> Letter:
    return Letter(title, summary, address, site_name)


def test_a_link_carries_title_summary_address_and_name_of_the_site() -> None:
    assert mail_link(letter("Čiji dan?", "Dan & noć.", "https://x.example/a?b=c&d", "УНИЦЕФ")) == (
        "mailto:?subject=%C4%8Ciji%20dan%3F"
        "&body=%C4%8Ciji%20dan%3F%0D%0A%0D%0A"
        "Dan%20%26%20no%C4%87.%0D%0A%0D%0A"
        "https%3A%2F%2Fx.example%2Fa%3Fb%3Dc%26d%0D%0A%0D%0A"
        "%D0%A3%D0%9D%D0%98%D0%A6%D0%95%D0%A4"
    )


def test_an_empty_summary_and_name_leave_no_empty_lines() -> None:
    body = f"Strengthening families\r\n\r\n{ADDRESS}"
    assert read_mail_link(mail_link(letter(summary=" ", site_name=""))) == (
        "Strengthening families",
        body,
    )


def test_html_escapes_the_only_ampersand_once() -> None:
    link = mail_link(letter("Children & rights"))
    assert str(escape(link)) == link.replace("&body=", "&amp;body=")
    assert html.unescape(str(escape(link))) == link


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("1 < 2 & 3", "1 < 2 & 3"),
        ("<3 & <b>not bold</b>", "<3 & <b>not bold</b>"),
        ("AT&amp;T", "AT&amp;T"),
        ("  two   spaces ", "two spaces"),
        ("no\u00a0break\u202fhere", "no break here"),
        (
            "soft\u00adhyphen, zero\u200bwidth, join\u2060er, \ufeffmark",
            "softhyphen, zerowidth, joiner, mark",
        ),
        ("line\r\nend\u2028and\u0085and\x0bmore", "line end and and more"),
        ("Title\r\nBcc: all@example.org", "Title Bcc: all@example.org"),
        ("nul\x00 and \x9b and half \ud800", "nul and and half"),
        (
            "\u2067\u0634\u2069 👩\u200d👩\u200d👧 ❤\ufe0f",
            "\u2067\u0634\u2069 👩\u200d👩\u200d👧 ❤\ufe0f",
        ),
        ("\u00ad", ""),
        ("", ""),
    ],
)
def test_a_typed_text_keeps_its_words_and_loses_what_cannot_be_seen(
    typed: str, cleaned: str
) -> None:
    assert plain(typed) == cleaned


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('Rights <span class="amp">&amp;</span>&nbsp;duties', "Rights & duties"),
        ("so&shy;cial un<b>bro</b>ken &lt;3", "social unbroken <3"),
        ("<p>One.</p><p>Two<br>three.</p>", "One. Two three."),
        ("<script>x()</script><style>p{}</style>text<!-- no -->", "text"),
        ("<h2>Head</h2>tail<ul><li>a</li><li>b</li></ul>", "Head tail a b"),
        ("", ""),
    ],
)
def test_html_gives_its_words_alone(markup: str, words: str) -> None:
    assert plain_of_html(markup) == words


@pytest.mark.parametrize(
    "title",
    [
        "a?b&c=d#e+f%20g",
        "x&bcc=all@example.org",
        "%0D%0ABcc: all@example.org",
        "“quotes” \"double\" 'single'",
        "😀 👩‍👩‍👧 🇷🇸",
        "Конференција „Оснаживање породица“",
        "שלום",
        "<b>1 < 2</b>",
        "javascript:alert(1)",
    ],
)
def test_no_title_becomes_a_header_or_is_lost(title: str) -> None:
    link = mail_link(letter(title))
    subject, body = read_mail_link(link)
    assert subject == title
    assert body.split("\r\n") == [title, "", "A conference.", "", ADDRESS, "", "UNICEF in Serbia"]
    assert link.count("&") == 1
    assert link.count("?") == 1


def test_a_long_cyrillic_article_fits_with_its_summary_shortened_at_a_word() -> None:
    title = ("Оснаживање породица и нове прилике за децу " * 3)[:110].strip()
    summary = ("Стручњаци су говорили о подршци породицама. " * 7)[:300].strip()
    link = mail_link(letter(title, summary, ADDRESS, "УНИЦЕФ у Србији"))
    assert len(link) <= LIMIT
    subject, body = read_mail_link(link)
    assert subject == title
    assert body.split("\r\n") == [
        title,
        "",
        "Стручњаци су говорили о подршци породицама. Стручњаци су говорили о подршци…",
        "",
        ADDRESS,
        "",
        "УНИЦЕФ у Србији",
    ]


def test_the_summary_goes_before_the_title_is_not_said_twice() -> None:
    title = "Ж" * 146
    subject, body = read_mail_link(mail_link(letter(title, "Сажетак " * 40)))
    assert subject == title
    assert body.split("\r\n") == [title, "", ADDRESS, "", "UNICEF in Serbia"]
    title = "Ж" * 147
    subject, body = read_mail_link(mail_link(letter(title, "Kratko.")))
    assert subject == title
    assert body.split("\r\n") == ["Kratko.", "", ADDRESS, "", "UNICEF in Serbia"]


@pytest.mark.parametrize(
    ("title", "shortened"),
    [
        ("reč, " * 1000, "reč, " * 125 + "reč…"),
        ("Ж" * 5000, "Ж" * 293 + "…"),
        ("👩‍👩‍👧" * 800, "👩‍👩‍👧" * 32 + "…"),
        ("🇷🇸" * 2500, "🇷🇸" * 73 + "…"),
        ("e\u0301" * 2500, "e\u0301" * 251 + "…"),
        ("👍🏽" * 2500, "👍🏽" * 73 + "…"),
        ("❤\ufe0f" * 2500, "❤\ufe0f" * 97 + "…"),
        ("\u1100\u1161\u11a8" * 2500, "\u1100\u1161\u11a8" * 65 + "…"),
        ("e" + "\u0301" * 5000, "…"),
        (". " * 1500, "…"),
    ],
)
def test_an_extreme_title_is_shortened_between_words_or_whole_characters(
    title: str, shortened: str
) -> None:
    sent = letter(title, summary="")
    link = mail_link(sent)
    assert len(link) <= LIMIT
    assert read_mail_link(link) == (shortened, f"{ADDRESS}\r\n\r\nUNICEF in Serbia")
    assert check_mail_link(link, sent) is None


def test_a_very_long_name_of_the_site_is_shortened() -> None:
    _, body = read_mail_link(mail_link(letter(site_name="Новости " * 500)))
    assert body.split("\r\n")[-1] == "Новости Новости Новости Новости Новости Новости…"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("/en/news/", "the address “/en/news/” is not absolute"),
        ("mailto:a@example.org", "the address “mailto:a@example.org” is not absolute"),
        ("https:///news/", "the address “https:///news/” is not absolute"),
        (
            "https://x.example/a b",
            "the address “https://x.example/a b” holds characters to be encoded",
        ),
        ("https://x.example/ж", "the address “https://x.example/ж” holds characters to be encoded"),
        (
            "https://x.example/\n",
            "the address “https://x.example/\n” holds characters to be encoded",
        ),
        ('https://x.example/"', 'the address “https://x.example/"” holds characters to be encoded'),
        (
            "https://x.example/" + "a" * 1180,
            "the address “https://x.example/" + "a" * 1180 + "” is too long for a letter",
        ),
    ],
)
def test_an_address_no_mail_program_could_follow_is_a_bug(address: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        letter(address=address)


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "https://x.example/",
            "The e-mail link “https://x.example/” does not begin “mailto:?”",
        ),
        (
            "mailto:a@example.org?subject=a&body=b",
            "The e-mail link “mailto:a@example.org?subject=a&body=b” does not begin “mailto:?”",
        ),
        ("mailto:?subject=a&amp;body=b", "The e-mail link has the unknown field “amp;body”"),
        ("mailto:?subject=a&body=b&cc=c", "The e-mail link has the unknown field “cc”"),
        ("mailto:?bcc=c&subject=a&body=b", "The e-mail link has the unknown field “bcc”"),
        ("mailto:?to=c&subject=a&body=b", "The e-mail link has the unknown field “to”"),
        ("mailto:?%73ubject=a&body=b", "The e-mail link has the unknown field “%73ubject”"),
        ("mailto:?", "The e-mail link has the unknown field “”"),
        ("mailto:?subject=a", "The e-mail link needs one subject, then one body"),
        ("mailto:?body=b&subject=a", "The e-mail link needs one subject, then one body"),
        ("mailto:?subject=a&subject=c&body=b", "The e-mail link needs one subject, then one body"),
        (
            "mailto:?subject=a+b&body=b",
            "The e-mail link's subject has “+”, which must be percent-encoded",
        ),
        (
            "mailto:?subject=a&body=ж",
            "The e-mail link's body has “ж”, which must be percent-encoded",
        ),
        (
            "mailto:?subject=a&body=b c",
            "The e-mail link's body has “ ”, which must be percent-encoded",
        ),
        (
            "mailto:?subject=a%2&body=b",
            "The e-mail link's subject has “%”, which must be percent-encoded",
        ),
        (
            "mailto:?subject=a=b&body=b",
            "The e-mail link's subject has “=”, which must be percent-encoded",
        ),
        ("mailto:?subject=%C5&body=b", "The e-mail link's subject is not UTF-8"),
        (
            "mailto:?subject=a%0D%0ABcc:x&body=b",
            "The e-mail link's subject has “:”, which must be percent-encoded",
        ),
        (
            "mailto:?subject=a%0D%0Ab&body=b",
            "The e-mail link's subject has a line end or control character",
        ),
        (
            "mailto:?subject=a%00b&body=b",
            "The e-mail link's subject has a line end or control character",
        ),
        (
            "mailto:?subject=a&body=b%0Ac",
            "The e-mail link's body has a line end that is not CR LF",
        ),
        (
            "mailto:?subject=a&body=b%0D",
            "The e-mail link's body has a line end that is not CR LF",
        ),
    ],
)
def test_a_link_that_is_not_a_letter_of_ours_is_refused(link: str, message: str) -> None:
    with pytest.raises(MailLinkError) as refused:
        read_mail_link(link)
    assert str(refused.value) == message
    assert str(check_mail_link(link, letter())) == message


def test_a_link_on_a_page_must_bring_its_title_and_address_back() -> None:
    link = mail_link(letter())
    assert check_mail_link(link, letter()) is None
    assert str(check_mail_link(link, letter("Other"))) == (
        "The e-mail link's subject is “Strengthening families”, not the title “Other”"
    )
    assert str(check_mail_link(link, letter(address="https://newsroom.example/"))) == (
        "The e-mail link's body lacks a line with the address “https://newsroom.example/”"
    )


def test_a_shortened_subject_is_refused_when_the_whole_title_would_have_fitted() -> None:
    cut = mail_link(letter("Strengthening…"))
    assert str(check_mail_link(cut, letter())) == (
        "The e-mail link's subject is “Strengthening…”, not the title “Strengthening families”"
    )


def test_a_link_that_mail_programs_would_cut_off_is_refused() -> None:
    link = f"mailto:?subject=&body={'a' * LIMIT}"
    assert str(check_mail_link(link, letter())) == (
        "The e-mail link has 1922 characters, 1900 are allowed"
    )


TEXT = st.text(st.characters(codec=None), max_size=600) | st.text(
    "ćшЖ😀\u200d\u0301 \r\n&=%+?#\"'<>"
)


@given(TEXT, TEXT, TEXT)
@example("\ud800", "\x00", "\ufeff")
@example("а б " * 400, "š" * 900, "n" * 2000)
def test_any_text_makes_a_link_that_reads_back(title: str, summary: str, site_name: str) -> None:
    sent = letter(title, summary, ADDRESS, site_name)
    link = mail_link(sent)
    assert len(link) <= LIMIT
    assert re.fullmatch(
        r"mailto:\?subject=([A-Za-z0-9._~-]|%[0-9A-F]{2})*&body=([A-Za-z0-9._~-]|%[0-9A-F]{2})*",
        link,
    )
    subject, body = read_mail_link(link)
    whole = plain(title)
    assert subject == whole or (
        len(quote(whole)) > 1300 and subject[-1] == "…" and whole.startswith(subject[:-1])
    )
    assert ADDRESS in body.split("\r\n")
    assert check_mail_link(link, sent) is None


@given(TEXT)
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)
