"""What the schema found is said in a newsroom's words, in the right line, with what to type."""

# ruff: noqa: E501 - what people read stands here as they read it
from __future__ import annotations

from textwrap import dedent
from typing import Annotated
from zoneinfo import ZoneInfo

import pytest
from pydantic import AfterValidator, Field

from newsdesk.explain import not_one_of, read_as
from newsdesk.header import Source, read_post, read_record
from newsdesk.problems import SiteError
from newsdesk.schema.fields import Record
from newsdesk.schema.parts import DownloadRecord
from newsdesk.schema.posts import News, Page
from newsdesk.schema.records import CategoryRecord, ContactRecord

HEADER = dedent("""\
    ---
    id: milk01
    lang: en
    title: Milk for every school
    summary: Every pupil gets a glass of milk a day.
    date: 2026-11-22
    categories: [media]
    """)


def told(lines: str, *, without: str = "") -> str:
    """Give what a person reads of a piece of news with more lines, which begin in line 9."""
    kept = [line for line in HEADER.splitlines() if not without or not line.startswith(without)]
    text = "\n".join([*kept, "type: news", lines, "people_under_18: none", "---", "Milk.\n"])
    source = read_post("milk.md", text.encode())
    with pytest.raises(SiteError) as caught:
        read_as(News, source, dict(source.header))
    return str(caught.value)


def told_of_record(text: str, model: type[Record] = CategoryRecord) -> str:
    """Give what a person reads of the first record of a file of the vocabulary."""
    source = read_record("vocabulary.yaml", dedent(text).encode())
    key, value = next(iter(source.header.items()))
    with pytest.raises(SiteError) as caught:
        read_as(model, source, value, place=(key,))
    return str(caught.value)


def test_what_is_right_becomes_a_record() -> None:
    source = read_post("milk.md", f"{HEADER}type: news\npeople_under_18: none\n---\n".encode())

    post = read_as(News, source, dict(source.header))

    assert (post.id, post.title, post.categories) == ("milk01", "Milk for every school", ("media",))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("de", "type one of: en, hu"),
        ("Hu", "type hu"),
        ("hun", "type hu"),
        ("sr-latn", "type one of: en, hu"),
    ],
)
def test_a_hint_names_the_languages_of_the_site(typed: str, hint: str) -> None:
    text = HEADER.replace("lang: en", f"lang: {typed}")
    source = read_post("milk.md", f"{text}type: news\npeople_under_18: none\n---\n".encode())

    with pytest.raises(SiteError) as caught:
        read_as(News, source, dict(source.header), languages=("en", "hu"))

    assert str(caught.value) == (f"milk.md:3: “{typed}” is not a value of “lang”\n    Hint: {hint}")


def test_dates_are_read_in_the_zone_of_the_house() -> None:
    source = read_post("milk.md", f"{HEADER}type: news\npeople_under_18: none\n---\n".encode())

    post = read_as(News, source, dict(source.header), zone=ZoneInfo("Atlantic/Azores"))

    assert post.date.at.isoformat() == "2026-11-22T00:00:00-01:00"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "original: UNICEF",
            """
            milk.md:9: “original” must be a group of fields
                Hint: type below it, two spaces to the right: publisher: UNICEF in Serbia
            """,
        ),
        (
            "original:\n  publisher: UNICEF",
            """
            milk.md:9: “original.date” is missing
                Hint: add a line such as date: 2018-05-15
            """,
        ),
        (
            "original:\n  publisher:\n  date: unknown",
            """
            milk.md:10: “original.publisher” is empty
                Hint: type it like this: publisher: UNICEF in Serbia
            """,
        ),
        (
            "original:\n  publisher: UNICEF\n  url: www.unicef.org\n  date: unknown",
            """
            milk.md:11: “www.unicef.org” at “original.url” is not an address that begins with https://
                Hint: type it like this: url: https://www.unicef.org/serbia/x.html
            """,
        ),
        (
            "original:\n  publisher: UNICEF\n  adress: x\n  date: May 2018",
            """
            milk.md:11: “original.adress” is not a field
                Hint: take the line out; known are: publisher, title, url, date
            milk.md:12: “May 2018” is not a date
                Hint: type it as 2026-11-22 or 2026-11-22 14:30
            """,
        ),
        (
            "key_figures: 23 %",
            """
            milk.md:9: “key_figures” must be a list
                Hint: type below it: - value: 23 %
            """,
        ),
        (
            "key_figures:\n  value: 23 %\n  text: of all children",
            """
            milk.md:9: “key_figures” must be a list
                Hint: type below it: - value: 23 %
            """,
        ),
        (
            "key_figures:\n  - 23 %",
            """
            milk.md:10: “key_figures[1]” must be a group of fields
                Hint: type below it, two spaces to the right: value: 23 %
            """,
        ),
        (
            "key_figures:\n  - value: 5\n    text: five\n  - valeu: 6\n    text: six",
            """
            milk.md:12: “key_figures[2].valeu” is not a field
                Hint: type value
            """,
        ),
        (
            "organisers: mods, unicef",
            """
            milk.md:9: “organisers” must be a list
                Hint: type organisers: [mods, unicef]
            """,
        ),
        (
            "organisers: {mods: true}",
            """
            milk.md:9: “organisers” must be a list
                Hint: type it like this: organisers: [mods]
            """,
        ),
        (
            "organisers:",
            """
            milk.md:9: “organisers” is empty
                Hint: type its value, or take the line out
            """,
        ),
        (
            "organisers:\n  - mods\n  -",
            """
            milk.md:11: “organisers[2]” is empty
                Hint: type its value, or take the line out
            """,
        ),
        (
            "organisers:\n  - mods\n  - [unicef]",
            """
            milk.md:11: “organisers[2]” must be one text, not a list
                Hint: type it like this: organisers: [mods]
            """,
        ),
        (
            "organisers:\n  - mods\n  - {name: UNICEF}",
            """
            milk.md:11: “organisers[2]” must be a text, not a group of fields
                Hint: type it like this: organisers: [mods]
            """,
        ),
        (
            "organisers:\n  - mods\n  - UNICEF u Srbiji",
            """
            milk.md:11: “UNICEF u Srbiji” does not fit “organisers[2]”: only a–z, digits and hyphens do
                Hint: type unicef-u-srbiji
            """,
        ),
        (
            "organisers: ['!']",
            """
            milk.md:9: “!” does not fit “organisers[1]”: only a–z, digits and hyphens do
                Hint: type it like this: organisers: [mods]
            """,
        ),
        (
            "aliases: [old.html]",
            """
            milk.md:9: “old.html” at “aliases[1]” is not an address that begins with /
                Hint: type it like this: aliases: [/serbia/overview.html]
            """,
        ),
        (
            "original: []",
            """
            milk.md:9: “original” is empty
                Hint: type its value, or take the line out
            """,
        ),
        (
            "withdrawn:\n  reason: bored",
            """
            milk.md:9: “withdrawn.at” is missing
                Hint: add a line such as at: 2026-11-23
            milk.md:9: “withdrawn.explanation” is missing
                Hint: add a line such as explanation: The figures in this release were wrong. We apologise.
            milk.md:10: “bored” is not a value of “withdrawn.reason”
                Hint: type one of: error, consent, law, outdated, other
            """,
        ),
        (
            "timeline: []",
            """
            milk.md:9: a post of this type has no “timeline”
                Hint: take the line out, or change the type
            """,
        ),
        (
            "Date: 2026-11-23",
            """
            milk.md:9: “Date” is not a field
                Hint: type date
            """,
        ),
    ],
)
def test_a_mistake_in_a_post_is_explained(lines: str, expected: str) -> None:
    assert told(lines) == dedent(expected).strip()


def test_a_field_that_is_missing_is_asked_for_in_the_first_line_of_the_header() -> None:
    assert told("partners: [unicef]", without="date") == (
        "milk.md:2: “date” is missing\n    Hint: add a line such as date: 2026-11-22"
    )


def test_what_must_be_thought_of_is_asked_for_with_its_shortest_answer() -> None:
    source = read_post("milk.md", f"{HEADER}type: news\n---\n".encode())

    with pytest.raises(SiteError) as caught:
        read_as(News, source, dict(source.header))

    assert str(caught.value) == (
        "milk.md:2: “people_under_18” is missing\n"
        "    Hint: add a line such as people_under_18: none"
    )


def test_a_file_is_named_without_its_folder() -> None:
    value = {"file": "../files/a.pdf", "language": "en", "title": "A report"}

    with pytest.raises(SiteError) as caught:
        read_as(DownloadRecord, Source("a.md", {}, {}, "", 1), value)

    assert str(caught.value) == (
        "a.md:1: “../files/a.pdf” at “file” is not the plain name of a file\n"
        "    Hint: type it like this: file: annual-report-2025.pdf"
    )


def test_a_misspelt_field_is_told_once_and_not_as_missing_too() -> None:
    assert told("Summery: Every pupil gets milk.", without="summary") == (
        "milk.md:8: “Summery” is not a field\n    Hint: type summary"
    )


def test_a_yes_that_was_meant_as_a_word_gets_quotation_marks() -> None:
    assert told("title: true", without="title") == (
        'milk.md:8: “title” must be a text\n    Hint: type title: "true"'
    )


def test_a_long_value_is_shortened() -> None:
    assert told(f"slug: {'milk' * 30}") == (
        f"milk.md:9: “{('milk' * 30)[:79]}…” at “slug” is too long\n"
        "    Hint: type it like this: slug: strengthening-families"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            """
            media:
            """,
            """
            vocabulary.yaml:2: “media” is empty
                Hint: type below it, two spaces to the right: name: {en: Media}
            """,
        ),
        (
            """
            media: Media
            """,
            """
            vocabulary.yaml:2: “media” must be a group of fields
                Hint: type below it, two spaces to the right: name: {en: Media}
            """,
        ),
        (
            """
            media:
              name:
              description: {en: For journalists.}
              colour: grey
            """,
            """
            vocabulary.yaml:3: “name” is empty
                Hint: type it like this: name: {en: Media}
            """,
        ),
        (
            """
            media:
              name: Mediji
              colour: gray
            """,
            """
            vocabulary.yaml:2: “description” is missing
                Hint: add a line such as description: {en: Everything about reporting on children.}
            vocabulary.yaml:3: “name” must say for each language what it is
                Hint: type below it, two spaces to the right: en: Mediji
            vocabulary.yaml:4: “gray” is not a value of “colour”
                Hint: type grey
            """,
        ),
        (
            """
            media:
              name:
                en: Media
                sr: Mediji
                sr-Latn:
              description: {en: "For all.\\nAnd more."}
              colour: beige
              title: Media
            """,
            """
            vocabulary.yaml:5: “sr” is not a language that we know
                Hint: type one of: en, sr-Latn, sr-Cyrl, bg, bs, hr, hu, mk, ro, rom, sk, sq
            vocabulary.yaml:6: “name.sr-Latn” is empty
                Hint: type it like this: sr-Latn: Media
            vocabulary.yaml:7: “description.en” must be one line
                Hint: write it on one line, without a line break
            vocabulary.yaml:8: “beige” is not a value of “colour”
                Hint: type one of: blue, green, lime, yellow, orange, red, plum, purple, cyan, grey
            vocabulary.yaml:9: “title” is not a field
                Hint: take the line out; known are: name, description, colour, ended
            """,
        ),
    ],
)
def test_a_mistake_in_a_record_is_explained(text: str, expected: str) -> None:
    assert told_of_record(text) == dedent(expected).strip()


def test_a_mistake_in_a_contact_is_explained() -> None:
    record = """\
        press:
          name: {en: Press}
          role: {en: Everything}
          email: press(at)example.org
          telephone: 381
          hours: {en: always}
          placeholder: perhaps
        """

    assert told_of_record(record, ContactRecord) == (
        "vocabulary.yaml:4: “press(at)example.org” at “email” is not an e-mail address\n"
        "    Hint: type it like this: email: press@example.org\n"
        "vocabulary.yaml:7: “perhaps” at “placeholder” is neither true nor false\n"
        "    Hint: type it like this: placeholder: true"
    )


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [
        (
            "year: nineteen",
            (
                "“nineteen” at “timeline[1].year” is not a whole number\n"
                "    Hint: type it like this: year: 1947"
            ),
        ),
        (
            "year: 1947.5",
            (
                "“1947.5” at “timeline[1].year” is not a whole number\n"
                "    Hint: type it like this: year: 1947"
            ),
        ),
        (
            "year: 47",
            "47 at “timeline[1].year” is too small\n    Hint: type it like this: year: 1947",
        ),
        (
            "year: 19470",
            "19470 at “timeline[1].year” is too large\n    Hint: type it like this: year: 1947",
        ),
    ],
)
def test_a_year_that_is_none_is_explained(milestone: str, expected: str) -> None:
    header = {"id": "hist01", "type": "page", "lang": "en", "title": "History", "summary": "Years."}
    lines = "\n".join(f"{name}: {value}" for name, value in header.items())
    text = f"---\n{lines}\ntimeline:\n  - title: Aid\n    text: Milk.\n    {milestone}\n---\n"
    source = read_post("history.md", text.encode())

    with pytest.raises(SiteError) as caught:
        read_as(Page, source, dict(source.header))

    assert str(caught.value) == f"history.md:10: {expected}"


@pytest.mark.parametrize(
    ("value", "hint"),
    [("New", "type news"), ("vest", "type one of: news, page"), (["news"], "type news")],
)
def test_a_value_outside_of_a_closed_list_learns_what_is_in_it(value: object, hint: str) -> None:
    message, found = not_one_of(value, "type", ["news", "page"])

    shown = "[news]" if isinstance(value, list) else value
    assert str(message) == f"“{shown}” is not a value of “type”"
    assert str(found) == hint


def _breaks(_: str) -> str:
    raise ValueError("a slip in our own code")


class Dateline(Record):
    """A group that is needed in another record."""

    place: str = Field(examples=["Belgrade"])


class Release(Record):
    """A record of a kind that the content model does not have."""

    dateline: Dateline
    share: float = 0
    broken: Annotated[str, AfterValidator(_breaks)] = ""


def told_of_release(value: dict[str, object]) -> str:
    with pytest.raises(SiteError) as caught:
        read_as(Release, Source("a.md", {}, {}, "", 1), value)
    return str(caught.value)


def test_a_group_that_is_missing_shows_its_first_field() -> None:
    assert told_of_release({}) == (
        "a.md:1: “dateline” is missing\n    Hint: add a line such as dateline: {place: Belgrade, …}"
    )


def test_a_mistake_that_has_no_words_of_its_own_is_told_all_the_same() -> None:
    assert told_of_release({"dateline": {"place": "Belgrade"}, "share": "much"}) == (
        "a.md:1: “much” does not fit “share”"
    )


def test_a_slip_in_our_own_code_is_not_blamed_on_staff() -> None:
    value = {"dateline": {"place": "Belgrade"}, "broken": "x"}

    with pytest.raises(ValueError, match="a slip in our own code"):
        read_as(Release, Source("a.md", {}, {}, "", 1), value)
