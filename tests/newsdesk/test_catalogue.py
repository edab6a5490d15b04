"""Everything that exists is known before anything is written."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from newsdesk.catalogue import gather
from newsdesk.problems import SiteError
from newsdesk.schema import News
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

    assert (catalogue.items, catalogue.by_id, catalogue.pictures) == ((), {}, [])


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


def test_the_pictures_are_those_that_posts_show_once_each_as_files_are_named() -> None:
    for name in ("a.jpg", "b c.png", "d.jpg", "unused.jpg"):
        write(f"photos/{name}")
    body = dedent("""\
        ![d](photos/d.jpg) ![a](photos/a.jpg)

        ![b](photos/b%20c.png)

        ![Elsewhere](https://example.org/e.jpg)

        ![d][again]

        [again]: photos/d.jpg
        """)
    write("en/pages/mission.md", page("miss01", "Mission", body=body))
    write("en/pages/history.md", page("hist01", "History", body="![a](photos/a.jpg)"))

    assert gather(CONTENT, HOUSE).pictures == ["photos/a.jpg", "photos/b c.png", "photos/d.jpg"]


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
    news = page("milk01", "Milk", more="date: 2026-07-01 12:00\ncategories: [media]\n")
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
