"""Everything that exists is known before anything is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from newsdesk.catalogue import Catalogue, gather
from newsdesk.problems import SiteError
from newsdesk.schema.posts import News
from newsdesk.settings import Edition, Settings

HOUSE = Settings(
    editions=(
        Edition("sr-Cyrl", "sr-cyrl", "sr", "sr_Cyrl", "Српски"),
        Edition("sr-Latn", "sr", "sr", "sr_Latn", "Srpski"),
        Edition("en", "en", "en", "en_GB", "English"),
    ),
    site_name={"en": "UNICEF", "sr-Latn": "UNICEF"},
    tagline={"en": "for every child", "sr-Latn": "za svako dete"},
    site_url="https://example.org",
    zone=ZoneInfo("Europe/Belgrade"),
    id_authority="example.org,2026",
)
CONTENT = Path("content")
PHOTO = dedent("""\
    alt: {en: A glass of milk., sr-Latn: Čaša mleka.}
    caption: {en: School milk., sr-Latn: Školsko mleko.}
    credit: © UNICEF Serbia/2026/Perić
    rights: unicef
    date: unknown
    people_under_18: none
    """)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths be those that a person sees."""
    monkeypatch.chdir(tmp_path)
    CONTENT.mkdir()


def write(path: str, text: str = "") -> None:
    file = CONTENT / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def page(identity: str, title: str, *, lang: str = "en", more: str = "", body: str = "") -> str:
    header = f"id: {identity}\ntype: page\nlang: {lang}\ntitle: {title}\nsummary: It says more."
    return f"---\n{header}\n{more}---\n{body}\n"


def test_an_empty_newsroom_has_nothing_wrong() -> None:
    catalogue = gather(CONTENT, HOUSE)

    assert (catalogue.items, catalogue.by_id, catalogue.notices) == ((), {}, ())
    assert (catalogue.photos, catalogue.downloads) == ([], [])


def test_every_item_is_found_by_its_id_and_its_language() -> None:
    write("en/pages/mission.md", page("miss01", "Mission"))
    write("sr/pages/mission.md", page("miss01", "Mission", lang="sr-Cyrl"))
    write("en/pages/history.md", page("hist01", "History"))

    catalogue = gather(CONTENT, HOUSE)

    assert {
        identity: {language: item.source.path for language, item in items.items()}
        for identity, items in catalogue.by_id.items()
    } == {
        "miss01": {"sr": "content/sr/pages/mission.md", "en": "content/en/pages/mission.md"},
        "hist01": {"en": "content/en/pages/history.md"},
    }


def test_items_stand_in_the_order_of_the_editions_and_of_their_files() -> None:
    for name in ("en/pages/b", "en/pages/a", "sr/pages/c", "en/pages/2026/d"):
        lang = "en" if name.startswith("en") else "sr-Latn"
        write(f"{name}.md", page(f"{name[-1]}12345", name[-1], lang=lang))

    items = gather(CONTENT, HOUSE).items

    assert [item.source.path for item in items] == [
        "content/sr/pages/c.md",
        "content/en/pages/a.md",
        "content/en/pages/b.md",
        "content/en/pages/2026/d.md",
    ]


@pytest.mark.parametrize(
    ("title", "more", "slug"),
    [
        ("Our mission", "slug: mission\n", "mission"),
        ("Our mission", "", "our-mission"),
        ("Our mission", "slug:\n", "our-mission"),
        ("Šta želimo", "", "sta-zelimo"),
        ("Шта желимо", "", "sta-zelimo"),
    ],
)
def test_a_slug_is_made_of_the_title_when_it_is_left_out(title: str, more: str, slug: str) -> None:
    write("en/pages/mission.md", page("miss01", title, more=more))

    (item,) = gather(CONTENT, HOUSE).items

    assert item.slug == slug
    assert item.place == ("about", slug)


def test_the_sources_are_known_by_the_paths_that_people_see() -> None:
    write("en/pages/mission.md", page("miss01", "Mission", body="We are here."))

    sources = gather(CONTENT, HOUSE).sources

    assert {path: source.body.strip() for path, source in sources.items()} == {
        "content/en/pages/mission.md": "We are here."
    }


def test_the_photos_are_those_that_posts_show_once_each() -> None:
    for name in ("milk", "shoes", "unused"):
        write(f"photos/{name}.jpg")
        write(f"photos/{name}.yaml", PHOTO)
    twice = "![Shoes](photo:shoes) ![Milk](photo:milk)\n\n![Milk][again]\n\n[again]: photo:milk"
    write("en/pages/mission.md", page("miss01", "Mission", body=twice))
    write("en/pages/history.md", page("hist01", "History", body="![Milk](photo:milk)"))

    assert gather(CONTENT, HOUSE).photos == ["milk", "shoes"]


def test_dates_without_a_zone_are_those_of_the_house() -> None:
    write(
        "vocabulary/categories.yaml",
        dedent("""\
            media:
              name: {en: Media, sr-Latn: Mediji}
              description: {en: News., sr-Latn: Vesti.}
              colour: grey
            """),
    )
    news = page(
        "milk01",
        "Milk",
        more="date: 2026-07-01 12:00\ncategories: [media]\npeople_under_18: none\n",
    )
    write("en/articles/milk.md", news.replace("type: page", "type: news"))

    (item,) = gather(CONTENT, HOUSE).items

    assert item.source.header["date"] == "2026-07-01 12:00"
    assert isinstance(item.post, News)
    assert item.post.date.at.isoformat() == "2026-07-01T12:00:00+02:00"


def test_a_body_and_a_header_are_both_checked() -> None:
    write("en/pages/mission.md", page("miss01", "Mission.", body="# Mission"))

    with pytest.raises(SiteError) as caught:
        gather(CONTENT, HOUSE)

    assert [(problem.line, str(problem.message)) for problem in caught.value.problems] == [
        (5, "the title “Mission.” ends with a full stop"),
        (8, "“Mission” is a second title: the one in the header is enough"),
    ]


def test_a_link_to_a_post_that_could_not_be_read_is_not_called_wrong() -> None:
    write("en/pages/mission.md", page("miss01", "Mission", body="[History](item:hist01)"))
    write("en/pages/history.md", page("hist01", "History."))

    with pytest.raises(SiteError) as caught:
        gather(CONTENT, HOUSE)

    assert [problem.path for problem in caught.value.problems] == ["content/en/pages/history.md"]


def test_what_the_menu_names_but_no_post_has_is_told() -> None:
    write("en/pages/mission.md", page("miss01", "Mission"))
    house = replace(HOUSE, menu=("miss01",), service_pages=("prvc01",))

    assert [str(notice) for notice in gather(CONTENT, house).notices] == [
        (
            "pelicanconf.py: NEWSDESK_SERVICE_PAGES names “prvc01”, which no post has\n"
            "    Hint: type the id that stands at the head of a page, or take it out"
        )
    ]


# What of it is public

NOW = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Belgrade"))


def public(*, drafts: bool = False) -> Catalogue:
    return gather(CONTENT, HOUSE).public(NOW, drafts=drafts)


def test_the_public_catalogue_does_not_know_what_is_hidden() -> None:
    write("photos/milk.jpg")
    write("photos/milk.yaml", PHOTO)
    draft = page("miss01", "Mission", more="status: draft\n", body="![Milk](photo:milk)")
    write("en/pages/mission.md", draft)
    write("sr/pages/mission.md", page("miss01", "Mission", lang="sr-Latn"))
    write("en/pages/history.md", page("hist01", "History", more="publish_at: 2026-11-25\n"))

    found = public()

    assert [item.source.path for item in found.items] == ["content/sr/pages/mission.md"]
    assert {identity: list(items) for identity, items in found.by_id.items()} == {"miss01": ["sr"]}
    assert (list(found.sources), found.photos) == (["content/sr/pages/mission.md"], [])


def test_a_preview_keeps_what_is_hidden_but_no_picture_that_may_not_be_shown() -> None:
    for key, record in (("milk", PHOTO), ("shoes", PHOTO.replace("unicef", "embargoed", 1))):
        write(f"photos/{key}.jpg")
        write(f"photos/{key}.yaml", record)
    both = "![Milk](photo:milk)\n\n![Shoes](photo:shoes)"
    write("en/pages/mission.md", page("miss01", "Mission", more="status: draft\n", body=both))

    found = public(drafts=True)

    assert (len(found.items), found.photos) == (1, ["milk"])


def test_every_link_from_what_is_public_to_what_is_not_is_told_at_once() -> None:
    write("en/pages/mission.md", page("miss01", "Mission", body="[a](item:hist01)"))
    write("en/pages/about.md", page("abou01", "About", body="[a](item:hist01)"))
    write("en/pages/history.md", page("hist01", "History", more="status: draft\n"))

    with pytest.raises(SiteError) as caught:
        public()

    assert [problem.path for problem in caught.value.problems] == [
        "content/en/pages/about.md",
        "content/en/pages/mission.md",
    ]
    assert len(public(drafts=True).items) == 3


WITHDRAWN = (
    "status: withdrawn\nwithdrawn: {{at: 2026-11-23, reason: {reason}, explanation: Gone.}}\n"
)


@pytest.mark.parametrize(("reason", "photos"), [("consent", []), ("outdated", ["milk"])])
def test_a_text_that_is_not_shown_shows_no_photo(reason: str, photos: list[str]) -> None:
    write("photos/milk.jpg")
    write("photos/milk.yaml", PHOTO)
    more = WITHDRAWN.format(reason=reason)
    write("en/pages/mission.md", page("miss01", "Mission", more=more, body="![a](photo:milk)"))

    found = public()

    assert len(found.items) == 1
    assert found.photos == photos
    assert list(found.album.photographs) == photos


def test_a_consent_that_has_ended_is_a_notice_and_no_problem() -> None:
    child = (
        "[{consent: C-2026-0123, consent_until: 2026-11-01, circumstances: none, "
        "name_shown: none, face_shown: true}]"
    )
    write("photos/milk.jpg")
    write("photos/milk.yaml", PHOTO.replace("people_under_18: none", f"people_under_18: {child}"))
    write("en/pages/mission.md", page("miss01", "Mission", body="![Milk](photo:milk)"))

    found = gather(CONTENT, replace(HOUSE, now=NOW))

    assert [(notice.level, notice.path) for notice in found.notices] == [
        ("warning", "content/photos/milk.yaml")
    ]
    assert (found.photos, found.public(NOW).photos) == (["milk"], [])
