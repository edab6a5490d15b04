"""A word that may come out wrong in the other script is named, with its line."""

from __future__ import annotations

from newsdesk.header import read_post
from newsdesk.item import Item
from newsdesk.schema.posts import Page
from newsdesk.script import Words
from newsdesk.two_scripts import doubtful_words

WORDS = Words.shipped()
HINT = (
    "    Hint: decide once for the whole site in content/vocabulary/script.yaml, "
    "or for this post in protect:"
)


def told(
    body: str, lang: str = "sr-Latn", title: str = "Mleko", more: str = "", words: Words = WORDS
) -> list[str]:
    summary = "Стигло је." if lang == "sr-Cyrl" else "Stiglo je."
    header = f"id: milk01\ntype: page\nlang: {lang}\ntitle: {title}\nsummary: {summary}\n{more}"
    source = read_post("mleko.md", f"---\n{header}---\n{body}\n".encode())
    post = Page.model_validate(dict(source.header))
    return [str(each) for each in doubtful_words(Item(post, source, "mleko"), words)]


def test_an_abbreviation_that_no_list_knows_is_a_guess() -> None:
    assert told("Prva rečenica.\n\nStandard QQA i BRTD važe.") == [
        f"mleko.md:10: “BRTD” will be “БРТД” in Cyrillic, which is a guess\n{HINT}"
    ]


def test_in_a_title_it_is_told_with_the_line_of_the_title() -> None:
    assert told("Tekst.", title="Mleko i BRTD") == [
        f"mleko.md:5: “BRTD” will be “БРТД” in Cyrillic, which is a guess\n{HINT}"
    ]


def test_what_the_site_or_the_post_has_decided_is_no_guess() -> None:
    assert told("Standard BRTD važi.", words=WORDS.corrected({"BRTD": "BRTD"})) == []
    assert told("Standard BRTD važi.", more="protect: [BRTD]\n") == []


def test_a_cyrillic_word_that_does_not_come_back_is_told() -> None:
    (problem,) = told("Први ред.\nКажу УНИЦЕФ, а мисле на децу.", "sr-Cyrl", "Млеко")
    assert problem == f"mleko.md:9: “УНИЦЕФ” comes back from Latin as “UNICEF”\n{HINT}"


def test_ordinary_serbian_and_english_give_no_warning() -> None:
    assert told("Њихова ћерка воли инјекције и џем.", "sr-Cyrl", "Љубав") == []
    assert told("Njihova ćerka voli UNICEF-ove džempere i injekcije.") == []
    assert told("The BRTD standard applies.", "en") == []


def test_where_a_link_or_a_picture_leads_is_no_word() -> None:
    body = "![](photo:skolsko-mleko)\n\n[Млеко](item:mleko-u-selu) и УНИЦЕФ."
    (problem,) = told(body, "sr-Cyrl", "Млеко")
    assert problem == f"mleko.md:10: “УНИЦЕФ” comes back from Latin as “UNICEF”\n{HINT}"
