"""A new post: what the program knows stands there, and nothing but what a human knows is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from newsdesk.header import Source, read_post
from newsdesk.language import Language
from newsdesk.photos.record import PhotoRecord
from newsdesk.reference import fields_of
from newsdesk.scaffold import (
    DIGITS,
    LETTERS,
    MAY_BE_ADDED,
    SHARED,
    Gap,
    Order,
    Scaffold,
    is_taken_by,
    new_id,
    posts_in,
    scaffold,
    scaffold_of_record,
    slug_of,
)
from newsdesk.schema.posts import POST_TYPES, Post

TODAY = date(2026, 11, 23)
MAY = f"{MAY_BE_ADDED}\n"
LANGUAGES = ", ".join(get_args(Language))


def order(kind: str, **changes: Any) -> Order:  # noqa: ANN401 - any field of an order
    usual: dict[str, Any] = {
        "lang": "en",
        "title": "Milk for all",
        "slug": "milk-for-all",
        "identity": "k7m2qx",
        "today": TODAY,
    }
    return Order(kind, **(usual | changes))


def read(made: Scaffold) -> Source:
    return read_post("content/en/articles/milk-for-all.md", made.text.encode())


def missed(kind: str, source: Source) -> list[str]:
    """Give the fields that the schema refuses, as `dateline.place`."""
    try:
        POST_TYPES[kind].model_validate(source.header)
    except ValidationError as error:
        # A list whose only values are wrong is not empty; nobody is told so.
        told = [each["loc"] for each in error.errors() if each["type"] != "too_short"]
        return [".".join(part for part in loc if isinstance(part, str)) for loc in told]
    return []


# The id


def test_an_id_has_six_signs_that_cannot_be_mixed_up_and_begins_with_a_letter() -> None:
    made = {new_id(()) for _ in range(500)}
    assert len(made) > 490
    assert all(
        re.fullmatch(r"[bcdfghjkmnpqrstvwxyz][bcdfghjkmnpqrstvwxyz2-9]{5}", each) for each in made
    )
    assert not set(LETTERS + DIGITS) & set("aeioul01")


def test_an_id_is_never_one_that_a_post_has() -> None:
    signs = iter("k7m2qxk7m2qyk7m2qz")

    def choose(_among: Sequence[str]) -> str:
        return next(signs)

    assert new_id({"k7m2qx", "k7m2qy"}, choose) == "k7m2qz"


# The file


def test_a_release_is_laid_out_like_this() -> None:
    made = scaffold(order("press_release"))
    begin, _, rest = made.text.partition(MAY)
    assert begin == dedent("""\
        ---
        id: k7m2qx
        type: press_release
        lang: en
        title: Milk for all
        summary: # what it is about in one or two sentences, 80 to 300 characters; for example: \
A conference in Belgrade asked how services can help families to stay together.
        slug: milk-for-all
        status: draft
        contacts: # whom the media can ask, from content/vocabulary/contacts.yaml; for example: \
[press-office]
        date: 2026-11-23
        categories: # from content/vocabulary/categories.yaml; the first is the main one; \
for example: [social-protection, media]
        dateline: # where and when it was given out
          place: # the place, as the release prints it; for example: Belgrade
          date: 2026-11-23
        boilerplate: # standing texts below it, from content/vocabulary/boilerplate.yaml; \
for example: [about-unicef-serbia]
        lead_photo: # the photo at its head, from content/photos, or none; for example: none
        people_under_18: # none, or a record for each child who can be recognised; \
for example: none
        """)
    assert (
        "# publish_at: 2026-11-24 10:00 # nothing of the post is public before this time\n" in rest
    )
    assert (
        dedent("""\
        # key_figures: # numbers that tell the story
        #   - value: 23 % # the number with its unit
        #     text: of children who""")
        in rest
    )
    assert rest.endswith("\n---\n\n")
    assert made.gaps == (
        Gap("summary", 6),
        Gap("contacts", 9),
        Gap("categories", 11),
        Gap("dateline.place", 13),
        Gap("boilerplate", 15),
        Gap("lead_photo", 16),
        Gap("people_under_18", 17),
    )
    assert made.body_line == made.text.count("\n")


def test_a_list_of_groups_begins_with_a_hyphen() -> None:
    made = scaffold(order("publication"))
    assert (
        dedent(f"""\
        downloads: # the files of the publication
          - file: # its name in content/files; for example: annual-report-2025.pdf
            language: # the language of the file; one of {LANGUAGES}; for example: en
            title: # what it is; for example: Annual report 2025
        """)
        in made.text
    )
    assert made.gaps[-3:] == (
        Gap("downloads.file", 12),
        Gap("downloads.language", 13),
        Gap("downloads.title", 14),
    )


@pytest.mark.parametrize("kind", POST_TYPES)
def test_nothing_but_the_gaps_is_missing_in_any_type(kind: str) -> None:
    made = scaffold(order(kind))
    source = read(made)
    assert missed(kind, source) == [gap.field for gap in made.gaps]
    for gap in made.gaps:
        place = tuple(part for name in gap.field.split(".") for part in (name, 0))[:-1]
        line = max(source.line_of(place), source.line_of(tuple(gap.field.split("."))))
        assert line == gap.line
    assert source.body_line == made.body_line


@pytest.mark.parametrize(("kind", "model"), POST_TYPES.items())
def test_every_field_of_a_type_stands_in_its_file_once_in_the_order_of_the_schema(
    kind: str, model: type[Post]
) -> None:
    begin, rest = scaffold(order(kind)).text.split(MAY)
    written = re.findall(r"^(\w+):", begin, re.MULTILINE)
    offered = re.findall(r"^# (\w+):", rest, re.MULTILINE)
    names = [*model.model_fields]
    assert sorted(written + offered) == sorted(names)
    assert written == [name for name in names if name in written]
    assert offered == [name for name in names if name in offered]
    assert {field.name for field in fields_of(model) if field.is_required} <= set(written)


@pytest.mark.parametrize(("kind", "model"), POST_TYPES.items())
def test_what_may_be_added_is_right_as_soon_as_its_sign_is_taken_away(
    kind: str, model: type[Post]
) -> None:
    begin, rest = scaffold(order(kind, lang="sr-Latn")).text.split(MAY)
    # A post that is withdrawn says so in its status as well.
    added = re.sub(r"^# ?", "", rest, flags=re.MULTILINE)
    added = re.sub(r"^withdrawn:.*\n(?: .*\n)+|^status:.*\n", "", added, flags=re.MULTILINE)
    source = read_post("milk.md", (begin + added).encode())
    examples = {name: known.examples for name, known in model.model_fields.items()}
    given = {
        name: examples[name][0] if value is None and examples[name] else value  # type: ignore[index]
        for name, value in source.header.items()
    }
    if "dateline" in given:
        given["dateline"] = {"place": "Belgrade", "date": "2026-11-23"}
    if "downloads" in given:
        given["downloads"] = [{"file": "a.pdf", "language": "en", "title": "A"}]
    assert model.model_validate(given)
    assert set(given) >= set(model.model_fields) - {"withdrawn", "status"}


def test_a_post_of_the_newsroom_begins_as_a_draft_and_a_page_does_not() -> None:
    assert read(scaffold(order("news"))).header["status"] == "draft"
    assert "status" not in read(scaffold(order("page"))).header


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Milk, shoes and soap", "title: Milk, shoes and soap"),
        ("Milk: a history", "title: 'Milk: a history'"),
        ("“Milk” – Čaša mleka", "title: “Milk” – Čaša mleka"),
        ("#ForEveryChild", "title: '#ForEveryChild'"),
        ("Play #ForEveryChild", "title: 'Play #ForEveryChild'"),
        ("No", "title: 'No'"),
        ("1947", "title: '1947'"),
        ('It\'s "milk"', 'title: It\'s "milk"'),
        ("2026-11-23", "title: 2026-11-23"),
        ("milk " * 60 + "milk", f"title: {'milk ' * 60}milk"),
    ],
)
def test_a_title_is_read_as_it_was_typed(title: str, line: str) -> None:
    made = scaffold(order("page", title=title))
    assert line in made.text.splitlines()
    assert read(made).header["title"] == title


# The other language


def test_a_translation_takes_what_is_no_text_from_the_other_language() -> None:
    header: dict[str, Any] = {
        "id": "k7m2qx",
        "type": "press_release",
        "lang": "en",
        "title": "Milk for all",
        "summary": "Milk came.",
        "slug": "milk-for-all",
        "status": "published",
        "date": "2026-11-20 10:00",
        "categories": ["media", "health"],
        "contacts": ["press"],
        "boilerplate": ["about"],
        "speakers": ["jelena"],
        "dateline": {"place": "Belgrade", "date": "2026-11-20"},
        "lead_photo": "none",
        "people_under_18": [
            {
                "consent": "C-2026-0123",
                "consent_until": "2029-11-22",
                "circumstances": "none",
                "name_shown": "changed",
                "face_shown": False,
            }
        ],
        "changes": [{"at": "2026-11-21", "note": "Forty, not four.", "level": "minor"}],
    }
    made = scaffold(
        order(
            "press_release", lang="sr-Latn", title="Mleko", sister=Source("a.md", header, {}, "", 1)
        )
    )
    given = read(made).header
    assert {name: given[name] for name in given if name in SHARED} == {
        name: header[name] for name in header if name in SHARED
    }
    assert given["dateline"] == {"place": None, "date": "2026-11-20 10:00"}
    assert (given["title"], given["status"], given["summary"]) == ("Mleko", "draft", None)
    assert [gap.field for gap in made.gaps] == ["summary", "dateline.place"]
    assert "categories: [media, health]\n" in made.text


def test_whatever_languages_share_is_a_field() -> None:
    assert {name for model in POST_TYPES.values() for name in model.model_fields} >= SHARED


# The posts that are there


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_posts_are_found_although_others_cannot_be_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "en/articles/milk.md": "---\nid: k7m2qx\n---\n",
            "en/pages/us.md": "---\nid: about1\n---\n",
            "en/articles/broken.md": "no header",
            "sr/articles/mleko.md": "---\nid: k7m2qx\n---\n",
            "de/articles/milch.md": "---\nid: de1111\n---\n",
        },
    )
    found = posts_in(tmp_path, ["en", "sr", "sr"])
    assert [Path(post.path).name for post in found] == ["milk.md", "us.md", "mleko.md"]


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ({"type": "news", "lang": "en", "slug": "milk-for-all"}, True),
        ({"type": "news", "lang": "en", "title": "Milk for All"}, True),
        ({"type": "news", "lang": "en", "title": "Milk", "slug": "milk"}, False),
        ({"type": "story", "lang": "en", "slug": "milk-for-all"}, False),
        ({"type": "news", "lang": "sr-Cyrl", "slug": "milk-for-all"}, False),
        ({"type": "nws", "lang": "en", "slug": "milk-for-all"}, False),
    ],
)
def test_an_address_is_taken_by_a_post_of_the_same_language_type_and_slug(
    header: dict[str, Any], *, taken: bool
) -> None:
    assert is_taken_by(order("news"), Source("a.md", header, {}, "", 1)) is taken


def test_a_slug_comes_from_the_title_when_it_is_left_out() -> None:
    assert slug_of(Source("a.md", {"title": "Čaša mleka"}, {}, "", 1)) == "casa-mleka"
    assert slug_of(Source("a.md", {"title": "Čaša", "slug": "milk"}, {}, "", 1)) == "milk"


# What is known already, as of a post of an old site


def test_more_that_is_known_stands_in_its_place_and_no_example_below_it() -> None:
    known = {"original.date": "unknown", "original.url": "https://x.org/", "summary": "Milk came."}
    made = scaffold(order("news", title="", known=known, body="Milk came."))
    lines = made.text.splitlines()
    assert lines[4].startswith("title: # ")
    assert lines[5] == "summary: Milk came."
    assert lines[9].startswith("original: # ")
    assert lines[10].startswith("  publisher: # ")
    assert lines[11:13] == ["  url: https://x.org/", "  date: unknown"]
    assert lines[-2:] == ["---", "Milk came."]
    assert [gap.field for gap in made.gaps] == [
        "title",
        "original.publisher",
        "categories",
        "people_under_18",
    ]


def test_a_text_may_be_empty() -> None:
    assert scaffold(order("page", body="")).text.endswith("\n---\n\n")


def test_a_record_is_laid_out_with_what_is_known() -> None:
    made = scaffold_of_record(PhotoRecord, {"alt": {"en": "A cup."}, "date": "unknown"})
    assert made.text.startswith("alt:\n  en: A cup.\ncaption: # ")
    assert [gap.field for gap in made.gaps] == ["caption", "credit", "rights", "people_under_18"]
