"""The content model: what staff may write, what a field means, and what it refuses."""

from __future__ import annotations

from datetime import datetime
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel, ValidationError

from newsdesk.dates import Moment
from newsdesk.explain import read_as
from newsdesk.files import ARTICLES, PAGES
from newsdesk.header import Source
from newsdesk.problems import SiteError
from newsdesk.schema.fields import Record
from newsdesk.schema.parts import (
    ChangeRecord,
    DatelineRecord,
    DownloadRecord,
    KeyFigureRecord,
    MilestoneRecord,
    OriginalRecord,
    WithdrawalRecord,
)
from newsdesk.schema.posts import POST_TYPES, DatedPost, Event, News, Page, PressRelease
from newsdesk.schema.records import RECORD_TYPES, CategoryRecord, ContactRecord

BELGRADE = ZoneInfo("Europe/Belgrade")
NEWS = {
    "id": "milk01",
    "type": "news",
    "people_under_18": "none",
    "lang": "en",
    "title": "Milk for every school",
    "summary": "Every pupil gets a glass of milk a day.",
    "date": "2026-11-22",
    "categories": ["media"],
}
PAGE = {
    "id": "miss01",
    "type": "page",
    "lang": "sr-Latn",
    "title": "Naša misija",
    "summary": "Ko smo i šta želimo.",
}
MODELS = (
    *POST_TYPES.values(),
    *RECORD_TYPES.values(),
    *(OriginalRecord, KeyFigureRecord, MilestoneRecord, DatelineRecord),
    *(ChangeRecord, WithdrawalRecord, DownloadRecord),
)


def refused(model: type[Record], value: dict[str, Any]) -> str:
    """Give what a person reads of a value; all fields stand in line 1."""
    with pytest.raises(SiteError) as caught:
        read_as(model, Source("a.md", value, {}, "", 1), value)
    return str(caught.value)


def test_a_piece_of_news_needs_no_more_than_this() -> None:
    post = News.model_validate(NEWS)

    assert post.date == Moment(datetime(2026, 11, 22, tzinfo=BELGRADE), has_time=False)
    assert post.categories == ("media",)
    assert (post.slug, post.original) == (None, None)
    assert post.organisers == post.partners == post.speakers == post.related == ()


def test_a_date_that_was_read_already_is_taken_as_it_is() -> None:
    date = Moment(datetime(2026, 11, 22, 14, 30, tzinfo=BELGRADE), has_time=True)

    assert News.model_validate(NEWS | {"date": date}).date is date


def test_a_page_needs_neither_a_date_nor_a_category() -> None:
    assert Page.model_validate(PAGE).timeline == ()


@pytest.mark.parametrize("field", NEWS)
def test_no_field_that_every_post_of_the_newsroom_needs_can_be_left_out(field: str) -> None:
    value = {name: NEWS[name] for name in NEWS if name != field}

    assert refused(News, value).startswith(f"a.md:1: “{field}” is missing\n")


def test_every_type_has_its_own_name_its_kind_and_its_folder() -> None:
    assert {
        name: (model.model_fields["type"].examples, model.kind, model.folder)
        for name, model in POST_TYPES.items()
    } == {
        "press_release": (["press_release"], "press-releases", ARTICLES),
        "statement": (["statement"], "statements", ARTICLES),
        "news": (["news"], "news", ARTICLES),
        "story": (["story"], "stories", ARTICLES),
        "event": (["event"], "events", ARTICLES),
        "publication": (["publication"], "publications", ARTICLES),
        "programme": (["programme"], "programmes", PAGES),
        "page": (["page"], "about", PAGES),
    }


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        (
            "press_release",
            [
                "date",
                "categories",
                "dateline",
                "contacts",
                "boilerplate",
                "lead_photo",
                "people_under_18",
            ],
        ),
        ("statement", ["date", "categories", "speakers", "contacts", "boilerplate"]),
        ("news", ["date", "categories", "people_under_18"]),
        ("story", ["date", "categories", "lead_photo", "people_under_18"]),
        ("event", ["date", "categories", "starts", "venue"]),
        ("publication", ["date", "categories", "downloads"]),
        ("programme", []),
        ("page", []),
    ],
)
def test_every_type_asks_for_what_nobody_may_forget(name: str, fields: list[str]) -> None:
    model = POST_TYPES[name]
    needed = {field for field, known in model.model_fields.items() if known.is_required()}

    assert needed == {"id", "type", "lang", "title", "summary", *fields}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_is_for_and_what_to_type(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        assert field.description, name
        assert field.examples or _is_group(field.annotation), name


def _is_group(annotation: Any) -> bool:  # noqa: ANN401 - any type hint at all
    """Tell whether a field is one or several groups of fields, each with its own example."""
    found = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return found or any(map(_is_group, get_args(annotation)))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_example_is_one_that_can_be_typed(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        for example in field.examples or ():
            with pytest.raises(ValidationError) as caught:
                model.model_validate({name: example, "no such field": 1})
            wrong = [error["loc"][0] for error in caught.value.errors()]
            assert name not in wrong, (name, example)


@pytest.mark.parametrize(
    "value",
    ["Milk for every school", "Milk …", "Milk ...", "Milk?", "“Milk”", "„Mleko“", "2026"],
)
def test_a_title_may_end_in_anything_but_one_full_stop(value: str) -> None:
    assert News.model_validate(NEWS | {"title": value}).title == value


def test_a_title_ends_without_a_full_stop() -> None:
    assert refused(News, NEWS | {"title": "Milk for all."}) == (
        "a.md:1: the title “Milk for all.” ends with a full stop\n    Hint: type Milk for all"
    )


def test_spaces_around_a_text_do_not_count() -> None:
    assert News.model_validate(NEWS | {"title": "  Milk  "}).title == "Milk"
    assert refused(News, NEWS | {"title": "   "}).startswith("a.md:1: “title” is empty\n")


@pytest.mark.parametrize("field", ["title", "summary"])
def test_a_text_is_one_line(field: str) -> None:
    assert refused(News, NEWS | {field: "One\ntwo"}) == (
        f"a.md:1: “{field}” must be one line\n    Hint: write it on one line, without a line break"
    )


@pytest.mark.parametrize("summary", ["Milk for every school", "milk for every School."])
def test_the_summary_is_not_the_title_again(summary: str) -> None:
    assert refused(News, NEWS | {"summary": summary}) == (
        "a.md:1: the summary is the title again\n"
        "    Hint: say in one or two sentences what it is about"
    )


@pytest.mark.parametrize("slug", ["milk", "milk-2026", "1", "a-b-c", "a" * 100])
def test_a_slug_is_letters_figures_and_single_hyphens(slug: str) -> None:
    assert News.model_validate(NEWS | {"slug": slug}).slug == slug


@pytest.mark.parametrize(
    "slug", ["Milk", "milk_", "-milk", "milk-", "a--b", "a b", "čaša", "млеко", "a/b", "a" * 101]
)
def test_a_slug_is_nothing_that_an_address_would_have_to_encode(slug: str) -> None:
    assert "“slug”" in refused(News, NEWS | {"slug": slug})


def test_an_id_of_figures_is_an_id() -> None:
    assert News.model_validate(NEWS | {"id": 123456}).id == "123456"


@pytest.mark.parametrize("field", ["categories", "organisers", "partners", "speakers", "contacts"])
def test_no_name_stands_in_a_list_twice(field: str) -> None:
    assert refused(News, NEWS | {field: ["one", "two", "one"]}) == (
        f"a.md:1: “one” stands in “{field}” twice\n    Hint: keep one of the two"
    )


def test_no_old_address_stands_in_a_list_twice() -> None:
    assert refused(Page, PAGE | {"aliases": ["/a", "/a"]}) == (
        "a.md:1: “/a” stands in “aliases” twice\n    Hint: keep one of the two"
    )


@pytest.mark.parametrize("alias", ["/serbia/overview_18282.html", "/", "/a/b/"])
def test_an_old_address_is_a_path(alias: str) -> None:
    assert Page.model_validate(PAGE | {"aliases": [alias]}).aliases == (alias,)


@pytest.mark.parametrize("alias", ["a", "https://example.org/a", "/a b", "/a?b", "/a#b", ""])
def test_an_old_address_is_no_more_than_a_path(alias: str) -> None:
    assert "“aliases[1]”" in refused(Page, PAGE | {"aliases": [alias]})


def test_the_day_of_an_archive_item_may_be_unknown() -> None:
    original = OriginalRecord.model_validate({"publisher": "UNICEF", "date": "unknown"})

    assert original.date is None


def test_the_day_of_an_archive_item_is_not_left_out_by_mistake() -> None:
    assert refused(OriginalRecord, {"publisher": "UNICEF"}).startswith(
        "a.md:1: “date” is missing\n"
    )
    assert refused(OriginalRecord, {"publisher": "UNICEF", "date": None}).startswith(
        "a.md:1: “date” is empty\n"
    )


def test_this_site_knows_when_it_published_a_post() -> None:
    assert refused(News, NEWS | {"date": "unknown"}).startswith("a.md:1: “unknown” is not a date\n")


@pytest.mark.parametrize("year", [1000, 1946, 2100])
def test_a_history_may_tell_of_any_year_of_a_millennium(year: int) -> None:
    milestone = MilestoneRecord.model_validate({"year": year, "title": "Aid", "text": "Milk."})

    assert milestone.year == year


def test_a_span_of_years_ends_after_it_begins() -> None:
    milestone = {"title": "Aid", "text": "Milk came.", "year": 1950}

    assert MilestoneRecord.model_validate(milestone | {"until": 1950}).until == 1950
    assert refused(MilestoneRecord, milestone | {"until": 1947}) == (
        "a.md:1: 1947 is before 1950\n    Hint: type the first year as year, the last one as until"
    )


@pytest.mark.parametrize("email", ["press@example.org", "a.b+c@d.example.org"])
def test_an_e_mail_address_is_known(email: str) -> None:
    assert ContactRecord.model_validate(contact(email)).email == email


@pytest.mark.parametrize("email", ["press", "press@example", "a b@example.org", "a@b@example.org"])
def test_what_is_no_e_mail_address_is_refused(email: str) -> None:
    assert refused(ContactRecord, contact(email)).startswith(
        f"a.md:1: “{email}” at “email” is not an e-mail address\n"
    )


def contact(email: str) -> dict[str, Any]:
    said = {"en": "Press"}
    return {"name": said, "role": said, "email": email, "telephone": "+381", "hours": said}


def test_a_record_is_said_in_the_languages_of_the_site_alone() -> None:
    said = {"en": "Media", "sr-Latn": "Mediji", "sr-Cyrl": "Медији"}
    category = CategoryRecord.model_validate({"name": said, "description": said, "colour": "grey"})

    assert category.name == said
    assert refused(
        CategoryRecord, {"name": {"de": "Medien"}, "description": said, "colour": "grey"}
    ) == (
        "a.md:1: “de” is not a language that we know\n"
        "    Hint: type one of: en, sr-Latn, sr-Cyrl, bg, bs, hr, hu, mk, ro, rom, sk, sq"
    )


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_nothing_that_is_unknown_is_passed_over(model: type[Record]) -> None:
    assert "“zzz” is not a field" in refused(model, {"zzz": 1})


def test_a_post_cannot_be_changed_after_it_was_checked() -> None:
    post = News.model_validate(NEWS)

    with pytest.raises(ValidationError, match="frozen"):
        post.title = "Shoes"  # type: ignore[misc] # which is what is tried


def test_posts_of_the_newsroom_are_those_with_a_day() -> None:
    undated = [name for name, model in POST_TYPES.items() if not issubclass(model, DatedPost)]

    assert undated == ["programme", "page"]


# Press releases

RELEASE = {
    **NEWS,
    "type": "press_release",
    "dateline": {"place": "Belgrade", "date": "2026-11-22"},
    "contacts": ["press-office"],
    "boilerplate": ["about-unicef-serbia"],
    "lead_photo": "none",
}


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-22", "2026-11-23 23:59"])
def test_a_release_is_given_out_within_a_day_of_its_publication(day: str) -> None:
    dateline = {"place": "Belgrade", "date": day}

    assert PressRelease.model_validate(RELEASE | {"dateline": dateline}).dateline.note is None


def test_a_release_that_was_given_out_on_another_day_says_why() -> None:
    dateline = {"place": "Belgrade", "date": "2026-11-20"}

    assert refused(PressRelease, RELEASE | {"dateline": dateline}) == (
        "a.md:1: the dateline is 2 days away from the date\n"
        "    Hint: mend one of them, or add below dateline a note: that says why"
    )
    noted = RELEASE | {"dateline": dateline | {"note": "given out on Friday"}}
    assert PressRelease.model_validate(noted).dateline.note == "given out on Friday"


@pytest.mark.parametrize(("typed", "expected"), [("none", None), ("school-bus", "school-bus")])
def test_a_release_has_a_photo_or_says_that_it_has_none(typed: str, expected: str | None) -> None:
    assert PressRelease.model_validate(RELEASE | {"lead_photo": typed}).lead_photo == expected


@pytest.mark.parametrize("field", ["contacts", "boilerplate", "categories"])
def test_a_release_has_one_of_each_at_least(field: str) -> None:
    assert refused(PressRelease, RELEASE | {field: []}).startswith(f"a.md:1: “{field}” is empty\n")


# Events

EVENT = {
    **{name: value for name, value in NEWS.items() if name != "people_under_18"},
    "type": "event",
    "starts": "2026-12-01 10:00",
    "venue": "Palace of Serbia, Belgrade",
}


@pytest.mark.parametrize("ends", ["2026-12-01 10:00", "2026-12-01", "2026-12-02"])
def test_an_event_ends_when_or_after_it_starts(ends: str) -> None:
    event = Event.model_validate(EVENT | {"ends": ends})

    assert event.ends is not None
    assert ends.startswith(event.ends.at.date().isoformat())


@pytest.mark.parametrize("ends", ["2026-12-01 09:59", "2026-11-30", "2026-11-30 11:00"])
def test_an_event_does_not_end_before_it_starts(ends: str) -> None:
    assert refused(Event, EVENT | {"ends": ends}) == (
        "a.md:1: the event ends before it starts\n    Hint: type the later time at ends"
    )


# After publication

WITHDRAWAL = {"at": "2026-11-23", "reason": "error", "explanation": "The figures were wrong."}


def test_a_post_is_published_unless_it_says_otherwise() -> None:
    assert News.model_validate(NEWS).status == "published"


def test_a_withdrawn_post_says_when_and_why() -> None:
    post = News.model_validate(NEWS | {"status": "withdrawn", "withdrawn": WITHDRAWAL})

    assert post.withdrawn is not None
    assert post.withdrawn.explanation == "The figures were wrong."
    assert refused(News, NEWS | {"status": "withdrawn"}) == (
        "a.md:1: the post is withdrawn, but nothing says when and why\n"
        "    Hint: add withdrawn: and below it at, reason and explanation"
    )


@pytest.mark.parametrize("status", [{}, {"status": "draft"}])
def test_a_post_with_a_withdrawal_must_be_withdrawn(status: dict[str, str]) -> None:
    assert refused(News, NEWS | status | {"withdrawn": WITHDRAWAL}) == (
        "a.md:1: “withdrawn” stands in a post that is not withdrawn\n"
        "    Hint: type status: withdrawn, or take “withdrawn” out"
    )


def change(at: str) -> dict[str, str]:
    return {"at": at, "note": "The number of schools is 40.", "level": "minor"}


def test_changes_stand_in_the_order_of_their_time() -> None:
    older, newer = change("2026-11-23 09:00"), change("2026-11-23 14:30")

    assert len(News.model_validate(NEWS | {"changes": [older, newer]}).changes) == 2
    assert refused(News, NEWS | {"changes": [newer, older]}) == (
        "a.md:1: the changes are not in the order of their time\n"
        "    Hint: put the oldest first, the newest last"
    )


@pytest.mark.parametrize("name", ["../a.pdf", "a/b.pdf", ".hidden", "a b.pdf", "čaša.pdf", ""])
def test_a_download_cannot_leave_its_folder(name: str) -> None:
    value = {"file": name, "language": "en", "title": "A report"}

    assert "“file”" in refused(DownloadRecord, value)
