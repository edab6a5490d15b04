"""A page is its template filled with its view: escaped, complete, in the words of its edition."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.support import NullTranslations
from jinja2 import Environment, UndefinedError
from markupsafe import Markup
from small_site import THEME

from newsdesk.memory import Store
from newsdesk.outputs import Output
from newsdesk.printing import compiled_once
from newsdesk.render import environment, render
from newsdesk.script import Words
from newsdesk.speech import Speech
from newsdesk.views import Link, Page, Site
from newsdesk.words import read_words

SITE = Site(
    name="UNICEF",
    tagline="for every child",
    lang="en",
    locale="en_GB",
    home="/en/",
    menu=(),
    service_pages=(),
    media=Link("Media", "/en/media-centre/"),
    feeds=Link("Feeds", "/en/feeds/"),
    stylesheet="/assets/main.css",
    script="/assets/share.js",
    icon="/assets/icon.svg",
    search="/en/search/",
    search_script="/assets/search.js",
)
PAGE = Page(
    path="en/index.html",
    template="page.html",
    canonical=None,
    title="Milk & <shoes>",
    heading=Markup("Milk&nbsp;<i>and</i> shoes"),
    description="",
    editions=(),
)
PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "By %(name)s"
msgstr "Piše %(name)s"

msgid "%(num)s post"
msgid_plural "%(num)s posts"
msgstr[0] "%(num)s objava"
msgstr[1] "%(num)s objave"
"""


def made(folder: Path, template: str, words: NullTranslations | None = None) -> str:
    """Give what a template makes of the page."""
    (folder / "page.html").write_text(template, "utf-8")
    return render(environment(folder, words or NullTranslations()), SITE, PAGE).data.decode()


def serbian(folder: Path) -> NullTranslations:
    (folder / "sr-Latn.po").write_text(PO, "utf-8")
    return read_words(folder, Speech("sr-Latn", Words.shipped()))


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ page.title }}", "Milk &amp; &lt;shoes&gt;"),
        ("{{ page.heading }}", "Milk&nbsp;<i>and</i> shoes"),
        ("{{ site.name }}", "UNICEF"),
        ('{{ _("By %(name)s", name=page.title) }}', "By Milk &amp; &lt;shoes&gt;"),
        ('{{ _("By %(name)s", name=page.heading) }}', "By Milk&nbsp;<i>and</i> shoes"),
        ('{{ ngettext("%(num)s post", "%(num)s posts", 3) }}', "3 posts"),
        ("  {% if true %}\nč\n  {% endif %}\n", "č\n"),
    ],
)
def test_texts_are_escaped_and_html_is_not(tmp_path: Path, template: str, html: str) -> None:
    assert made(tmp_path, template) == html


@pytest.mark.parametrize(
    "template", ["{{ page.titel }}", "{{ nothing }}", "{{ settings.SITEURL }}"]
)
def test_a_name_that_does_not_exist_is_never_an_empty_place(tmp_path: Path, template: str) -> None:
    with pytest.raises(UndefinedError):
        made(tmp_path, template)


def test_a_page_speaks_the_words_of_its_edition_in_its_macros_too(tmp_path: Path) -> None:
    (tmp_path / "macros.html").write_text(
        '{% macro byline(name) %}{{ _("By %(name)s", name=name) }}{% endmacro %}', "utf-8"
    )
    template = (
        '{% from "macros.html" import byline %}{{ byline(name="Ana & Iva") }}, '
        '{{ ngettext("%(num)s post", "%(num)s posts", 1) }}'
    )
    assert made(tmp_path, template) == "By Ana &amp; Iva, 1 post"
    assert made(tmp_path, template, serbian(tmp_path)) == "Piše Ana &amp; Iva, 1 objava"


def test_a_file_knows_its_path_and_the_page_that_it_was_made_from(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("č", "utf-8")
    output = render(environment(tmp_path, NullTranslations()), SITE, PAGE)
    assert output == Output("en/index.html", "č".encode(), PAGE)
    assert output.page is PAGE


def test_editions_share_what_is_made_of_templates_but_not_their_words(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ gettext('Search') }}", "utf-8")
    speech = Speech("sr-Latn", Words.shipped())
    said = [NullTranslations(), read_words(THEME / "translations", speech)]
    store = Store()
    editions = compiled_once((environment(tmp_path, words) for words in said), store)
    english, serbian = (each.get_template("page.html") for each in editions)
    assert len(store.names()) == 1
    assert (english.render(), serbian.render()) == ("Search", "Pretraga")
    # Another build looks at the files again.
    (tmp_path / "page.html").write_text("Milk", "utf-8")
    (later,) = compiled_once([environment(tmp_path, said[0])], store)
    assert later.get_template("page.html").render() == "Milk"


def test_later_builds_make_no_program_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text("Milk", "utf-8")
    store = Store()
    (first,) = compiled_once([environment(tmp_path, NullTranslations())], store)
    first.get_template("page.html")
    (name,) = store.names()
    monkeypatch.setattr(Environment, "_parse", None)
    (later,) = compiled_once([environment(tmp_path, NullTranslations())], store)
    assert later.get_template("page.html").render() == "Milk"
    # What another Python has kept is made again.
    monkeypatch.undo()
    store.keep(name, b"of another Python")
    (last,) = compiled_once([environment(tmp_path, NullTranslations())], store)
    assert last.get_template("page.html").render() == "Milk"
    assert store.recall(name) != b"of another Python"
