"""A theme that forgets “E-mail this article”, or spoils it, is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import SmallSite, page, post

from newsdesk.problems import SiteError

FILES = {
    "content/en/articles/milk.md": post("Milk & shoes", slug="milk"),
    "content/en/pages/about.md": page("About us"),
}
ACTIONS = "templates/parts/actions.html"
LINK = 'href="{{ page.mail_link }}"'


def told_with(tmp_path: Path, instead: str) -> str:
    """Build with a theme in which something else stands in place of the link."""
    site = SmallSite.in_folder(tmp_path, FILES, THEME="theme")
    template = site.own_theme() / ACTIONS
    before = template.read_text("utf-8")
    assert LINK in before
    template.write_text(before.replace(LINK, instead), "utf-8")
    with pytest.raises(SiteError) as error:
        site.build()
    assert not site.output.exists()
    return str(error.value)


def test_the_theme_as_it_is_brings_every_letter(tmp_path: Path) -> None:
    site = SmallSite.in_folder(tmp_path, FILES)
    site.build()
    assert "mailto:?subject=Milk%20%26%20shoes&amp;body=" in site.read("en/news/milk/index.html")
    assert "mailto:?subject=About%20us&amp;body=" in site.read("en/about/about-us/index.html")


def test_a_theme_without_the_link_is_stopped(tmp_path: Path) -> None:
    assert told_with(tmp_path, 'href="#main_text"') == (
        "content/en/articles/milk.md: the page cannot be e-mailed: its link is missing\n"
        "content/en/pages/about.md: the page cannot be e-mailed: its link is missing"
    )


def test_a_theme_that_writes_its_own_link_is_stopped(tmp_path: Path) -> None:
    instead = 'href="mailto:?subject={{ page.letter.title|urlencode }}&amp;body=Look!"'
    message = "The e-mail link's body has “!”, which must be percent-encoded"
    assert told_with(tmp_path, instead) == (
        f"content/en/articles/milk.md: {message}\ncontent/en/pages/about.md: {message}"
    )


def test_a_theme_that_mixes_up_the_letters_is_stopped(tmp_path: Path) -> None:
    assert told_with(tmp_path, 'href="mailto:?subject=Milk%20%26%20shoes&amp;body=Look"') == (
        "content/en/articles/milk.md: The e-mail link's body lacks a line with the address "
        "“https://example.org/en/news/milk/”\n"
        "content/en/pages/about.md: The e-mail link's subject is “Milk & shoes”, "
        "not the title “About us”"
    )
