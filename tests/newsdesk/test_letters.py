"""A page that cannot be e-mailed as it promises is found before anybody reads it."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import pytest
from markupsafe import Markup

from newsdesk.letters import lost_letters
from newsdesk.mail import Letter, mail_link
from newsdesk.outputs import Output
from newsdesk.views import NotFoundPage, Page, TextPage

LETTER = Letter("Milk & shoes", "Both came.", "https://example.org/en/about/milk/", "UNICEF")
PAGE = TextPage(
    path="en/about/milk/index.html",
    template="text.html",
    canonical=LETTER.address,
    title=LETTER.title,
    heading=Markup("Milk"),
    description="",
    editions=(),
    source="content/en/pages/milk.md",
    summary=LETTER.summary,
    body=Markup(),
    timeline=(),
    contacts=(),
    letter=LETTER,
    mail_link=mail_link(LETTER),
)


def found(html: str, page: Page = PAGE) -> list[str]:
    return [str(problem) for problem in lost_letters(Output(page.path, html.encode(), page))]


def link(address: str) -> str:
    return f'<a href="{escape(address)}">E-mail this page</a>'


def test_a_page_with_its_letter_passes() -> None:
    assert found(link(PAGE.mail_link)) == []


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p>Milk</p>", "the page cannot be e-mailed: its link is missing"),
        (
            '<a href="mailto:press@example.org">Ask</a>',
            "the page cannot be e-mailed: its link is missing",
        ),
        (
            link(mail_link(replace(LETTER, title="Shoes"))),
            "The e-mail link's subject is “Shoes”, not the title “Milk & shoes”",
        ),
        (
            link(mail_link(replace(LETTER, address="https://example.org/en/"))),
            (
                "The e-mail link's body lacks a line with the address "
                "“https://example.org/en/about/milk/”"
            ),
        ),
        (
            link(PAGE.mail_link) + link("mailto:?subject=A%20second%20one&body="),
            "The e-mail link's subject is “A second one”, not the title “Milk & shoes”",
        ),
        (
            link("mailto:?to=x@example.org&" + PAGE.mail_link.removeprefix("mailto:?")),
            "The e-mail link has the unknown field “to”",
        ),
    ],
)  # fmt: skip
def test_a_page_without_its_letter_is_named(html: str, message: str) -> None:
    assert found(html) == [f"content/en/pages/milk.md: {message}"]


def test_a_page_that_comes_from_no_file_is_named_by_its_path() -> None:
    assert found("", replace(PAGE, source=None)) == [
        "en/about/milk/index.html: the page cannot be e-mailed: its link is missing"
    ]


def test_pages_that_nobody_e_mails_need_no_letter() -> None:
    page = NotFoundPage(
        path="404.html",
        template="not_found.html",
        canonical=None,
        title="",
        heading=Markup(),
        description="",
        editions=(),
        latest=(),
    )
    assert found("", page) == []


def test_files_that_are_no_pages_are_passed_over() -> None:
    assert list(lost_letters(Output("a.css", b"a{}"))) == []
