"""A site with a dead link does not leave the house."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import FIRST_LINE, SmallSite, page, post

from newsdesk.problems import SiteError

POST = "content/en/articles/milk.md"
NOT_AN_ADDRESS = "type the whole address, or item: and the id of a post"
ABOUT = {"content/en/pages/about.md": page("About us", "## Who we are\n\n## Where we are")}


def told(site: SmallSite) -> str:
    """Build, and give what is told instead of a site."""
    with pytest.raises(SiteError) as error:
        site.build()
    assert not site.output.exists()
    return str(error.value)


@pytest.mark.parametrize(
    ("body", "place", "message", "hint"),
    [
        (
            "One.\n\n[Two](/en/x/)",
            f"{POST}:{FIRST_LINE + 2}",
            "the link “/en/x/” leads nowhere",
            NOT_AN_ADDRESS,
        ),
        (
            "[x](https://example.org/x)",
            f"{POST}:{FIRST_LINE}",
            "the link “https://example.org/x” leads nowhere",
            NOT_AN_ADDRESS,
        ),
        (
            "[x](item:about1#who-we-ar)",
            f"{POST}:{FIRST_LINE}",
            "the link “item:about1#who-we-ar” leads to no place on its page",
            "type #who-we-are",
        ),
        (
            "[x](#milk)\n\n## Shoes",
            f"{POST}:{FIRST_LINE}",
            "the link “#milk” leads to no place on its page",
            "the places are: main_text, shoes",
        ),
        (
            "## A {: #milk }\n\n## B {: #milk }",
            f"{POST}:{FIRST_LINE}",
            "the id “milk” stands twice on the page",
            "give one of them another name",
        ),
        (
            '<a href="item:nobody">x</a>',
            f"{POST}:{FIRST_LINE}",
            "the link “item:nobody” leads nowhere",
            NOT_AN_ADDRESS,
        ),
    ],
)
def test_a_post_with_a_dead_link_stops_the_build(
    tmp_path: Path, body: str, place: str, message: str, hint: str
) -> None:
    site = SmallSite.in_folder(tmp_path, {POST: post("Milk", body), **ABOUT})
    assert told(site) == f"{place}: {message}\n    Hint: {hint}"


def test_good_links_of_every_kind_pass(tmp_path: Path) -> None:
    body = (
        "[a](item:about1#who-we-are) [b](category:media) [c](#shoes) [d](/en/feeds/all.atom) "
        "[e](https://www.unicef.org/) [f](mailto:a@example.org) [g](https://example.org/sr/)"
        "\n\n## Shoes"
    )
    SmallSite.in_folder(tmp_path, {POST: post("Milk", body), **ABOUT}).build()


def test_both_scripts_of_a_post_lead_to_the_same_places(tmp_path: Path) -> None:
    body = "[x](#deca-i-skola)\n\n## Deca i škola"
    files = {"content/sr/articles/milk.md": post("Mleko", body, lang="sr-Latn")}
    site = SmallSite.in_folder(tmp_path, files)
    site.build()
    assert '<h2 id="deca-i-skola">Деца и&nbsp;школа</h2>' in site.read(
        "sr-cyrl/news/mleko/index.html"
    )


def test_a_dead_link_of_the_theme_is_told_once_for_each_template(tmp_path: Path) -> None:
    site = SmallSite.in_folder(
        tmp_path,
        {POST: post("Milk"), "content/en/articles/b.md": post("B", id="bbbbb1")},
        THEME="theme",
    )
    template = site.own_theme() / "templates/parts/byline.html"
    template.write_text('<a href="/nowhere/">x</a>', "utf-8")
    assert told(site) == (
        "theme/templates/article.html: the link “/nowhere/” leads nowhere\n"
        f"    Hint: {NOT_AN_ADDRESS}"
    )
