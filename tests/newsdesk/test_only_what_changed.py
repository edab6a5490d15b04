"""Whatever is done to a site, what earlier builds remember never shows in it.

A site is changed at random, again and again; each time it is built with the memory of all builds
before, and once more without any. Both must give the same files, byte for byte. The templates of
this house show all that a page knows, so nothing that has changed can hide.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import chdir
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from pelican import signals
from small_site import (
    CATEGORIES,
    EDITIONS,
    HOUSE,
    VOCABULARY,
    SmallSite,
    as_before,
    page,
    photo,
    post,
)

import category_feeds
import drawn_pictures
import event_invitations
import press_kits
import site_map
from newsdesk.build import CONTEXT_KEY, Build
from newsdesk.language import Texts
from newsdesk.settings import Settings

PARTS, SEQUENCES, LONGEST = 4, 50, 4
SHOWN = "{{ site }}\n{{ page }}\n"
KINDS = (
    "article", "categories", "corrections", "feeds", "home", "index", "language", "list",
    "media_centre", "not_found", "programme", "search", "text",
)  # fmt: skip
PHOTO = (
    '{% macro photo(photo) %}<img src="{{ photo.picture.src }}">{{ photo.caption }}{% endmacro %}'
)
THEME = {
    **{f"theme/templates/{kind}.html": SHOWN for kind in KINDS},
    "theme/templates/macros/photo.html": PHOTO,
    "theme/static/css/main.css": "p { color: red }",
    "theme/static/js/share.js": "",
    "theme/static/js/search.js": "",
    "theme/static/icon.svg": "<svg/>",
}
SETTINGS = replace(HOUSE, editions=(EDITIONS[0], EDITIONS[2]), page_length=2, feed_length=2)
PLUGINS = (category_feeds, drawn_pictures, event_invitations, press_kits, site_map)
CATEGORIES_OF_POSTS = ("media", "health", "emergencies")
LINKS = ("", "[Us](item:about1)", "[Media](category:media)", "![](photo:boy)")
LANGUAGES = {"en": "en", "sr": "sr-Latn"}
WORDS = ("Milk", "Shoes", "School", "Bus", "Water", "Play", "Books", "Doctor")
KEYS = ("boy", "girl")
A_STORY: dict[str, object] = {"type": "story", "authors": ["jelena"], "lead_photo": "boy"}


@dataclass
class House:
    """A site in which anything may change, and nothing is ever wrong."""

    folder: Path
    random: Random
    settings: Settings = SETTINGS
    vocabulary: dict[str, str] = field(default_factory=lambda: dict(VOCABULARY))
    theme: dict[str, str] = field(default_factory=lambda: dict(THEME))
    report: bytes = b"%PDF"
    photos: dict[str, dict[str, object]] = field(default_factory=lambda: {key: {} for key in KEYS})
    # By language and id.
    posts: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)


# What may happen


def add(house: House) -> None:
    number = house.random.randrange(8)
    language = house.random.choice(list(LANGUAGES))
    key, word = f"item{number:02}", WORDS[number]
    # An item has one address in all languages.
    same = [post for (_, other), post in house.posts.items() if other == key]
    house.posts[language, key] = {
        "title": f"{word} {number}",
        # Two posts that say the same could not be told apart by the gate of what is not public.
        "summary": f"{word} {number} in {language}: what came, and who brought it to the children.",
        "slug": same[0]["slug"] if same else f"{word.lower()}-{number}",
        "date": f"2026-11-{house.random.randrange(1, 28):02}",
        "body": a_text(house),
        "categories": some(house, CATEGORIES_OF_POSTS),
        **(A_STORY if number % 2 else {}),
    }


def a_text(house: House) -> str:
    words = " ".join(house.random.choices(WORDS, k=5))
    return f"{words}\n\n## {a_word(house)}\n\n{house.random.choice(LINKS)}"


def a_word(house: House) -> str:
    return house.random.choice(WORDS)


def some(house: House, names: Sequence[str]) -> list[str]:
    return house.random.sample(names, house.random.randint(1, len(names)))


def a_post(house: House) -> dict[str, Any]:
    return house.random.choice(list(house.posts.values()) or [{}])


def delete(house: House) -> None:
    if house.posts:
        del house.posts[house.random.choice(list(house.posts))]


def retype(house: House) -> None:
    a_post(house)["body"] = a_text(house)


def retitle(house: House) -> None:
    a_post(house)["title"] = f"{a_word(house)} {house.random.randrange(1000, 100_000)}"


def rename(house: House) -> None:
    number, slug = house.random.randrange(8), a_word(house).lower()
    for (_, key), each in house.posts.items():
        if key == f"item{number:02}":
            each["slug"] = f"{slug}-{number}"


def move(house: House) -> None:
    a_post(house)["file"] = f"moved-{house.random.randrange(1000)}"


def recategorise(house: House) -> None:
    a_post(house)["categories"] = some(house, CATEGORIES_OF_POSTS)


def redate(house: House) -> None:
    a_post(house)["date"] = f"2026-10-{house.random.randrange(1, 28):02}"


def schedule(house: House) -> None:
    a_post(house)["publish_at"] = "2027-02-01"


def wait(house: House) -> None:
    house.settings = replace(house.settings, now=house.settings.now + timedelta(days=20))


def withdraw(house: House) -> None:
    notice = {
        "at": "2026-12-01",
        "reason": house.random.choice(["law", "outdated"]),
        "explanation": a_word(house),
    }
    a_post(house).update(status="withdrawn", withdrawn=notice)


def correct(house: House) -> None:
    change = {"at": "2026-12-02", "note": a_word(house), "level": "major"}
    a_post(house)["changes"] = [change]


def relate(house: House) -> None:
    a_post(house)["related"] = [key for _, key in house.posts][:2]


def show(house: House) -> None:
    a_post(house)["photos"] = some(house, KEYS)


def count(house: House) -> None:
    figure = {"value": str(house.random.randrange(100)), "text": a_word(house)}
    a_post(house)["key_figures"] = [figure]


def offer(house: House) -> None:
    house.posts["en", "report"] = {
        "title": f"{a_word(house)} in figures",
        "summary": "What was counted, by whom, and in which of the schools of the country.",
        "slug": "report",
        "body": a_text(house),
        "type": "publication",
        "downloads": [{"file": "report.pdf", "language": "en", "title": a_word(house)}],
    }


def reprint(house: House) -> None:
    house.report = b"%PDF" + bytes(house.random.randrange(100))


def recaption(house: House) -> None:
    word = a_word(house)
    house.photos[house.random.choice(KEYS)]["caption"] = {"en": word, "sr-Latn": word}


def rename_category(house: House) -> None:
    name = CATEGORIES.replace("{en: Media,", f"{{en: {a_word(house)},")
    house.vocabulary["content/vocabulary/categories.yaml"] = name


def redesign(house: House) -> None:
    kind = house.random.choice(KINDS)
    house.theme[f"theme/templates/{kind}.html"] = f"{a_word(house)} {SHOWN}"


def reframe(house: House) -> None:
    house.theme["theme/templates/macros/photo.html"] = PHOTO.replace("<img", f"{a_word(house)}<img")


def decide(house: House) -> None:
    tagline: Texts = {"en": a_word(house), "sr-Latn": a_word(house)}
    length = house.random.randint(1, 4)
    house.settings = replace(house.settings, page_length=length, tagline=tagline)


def touch(_: House) -> None:
    """Nothing changes but the times of files."""


# Most of what staff do comes up more often.
OFTEN = (add, retype, retitle, recategorise, delete)
SELDOM = (
    rename, move, redate, schedule, wait, withdraw, correct, relate, show, count, offer, reprint,
    recaption, rename_category, redesign, reframe, decide, touch,
)  # fmt: skip


# Writing and building it


def write(house: House) -> None:
    for name in ("content", "theme"):
        shutil.rmtree(house.folder / name, ignore_errors=True)
    photos = [photo(key, **fields) for key, fields in house.photos.items()]
    files = {path: text for each in photos for path, text in each.items()}
    about: dict[str, str | bytes] = {
        "content/en/pages/about.md": page("About us"),
        "content/files/report.pdf": house.report,
    }
    SmallSite(house.folder).write({**house.vocabulary, **house.theme, **files, **about})
    SmallSite(house.folder).write(
        {_file(place, post): _typed(house, place) for place, post in house.posts.items()}
    )


def _file(place: tuple[str, str], fields: dict[str, Any]) -> str:
    folder, key = place
    return f"content/{folder}/articles/{fields.get('file', key)}.md"


def _typed(house: House, place: tuple[str, str]) -> str:
    fields = {name: value for name, value in house.posts[place].items() if name != "file"}
    ids = {key for _, key in house.posts}
    fields["related"] = [key for key in fields.get("related", ()) if key in ids]
    title, body = str(fields.pop("title")), str(fields.pop("body"))
    return post(title, body, **fields, id=place[1], lang=LANGUAGES[place[0]])


def built(house: House, kept: Path) -> dict[str, bytes]:
    """Give every file of the site, made with what a memory holds."""
    with chdir(house.folder), as_before():
        build = Build.begin(house.settings, Path("content"), Path("theme"), kept)
        for plugin in PLUGINS:
            plugin.register()
        signals.all_generators_finalized.send([SimpleNamespace(context={CONTEXT_KEY: build})])
        files = {path: output.data for path, output in build.outputs().items()}
        build.store.close()
        assert build.store.notices == []
        return files


def clean(house: House) -> dict[str, bytes]:
    """Build without any memory but that of pictures, which is old and slow to fill."""
    shutil.copytree(
        house.folder / "memory", house.folder / "none", ignore=lambda *_: ["memory.sqlite"]
    )
    files = built(house, house.folder / "none")
    shutil.rmtree(house.folder / "none")
    return files


@pytest.mark.parametrize("part", range(PARTS))
def test_a_build_that_remembers_gives_what_a_clean_one_gives(tmp_path: Path, part: int) -> None:
    house = House(tmp_path, Random(part))  # noqa: S311 - chance that can be repeated
    for _ in range(6):
        add(house)
    for number in range(SEQUENCES):
        story = house.random.choices([*OFTEN, *OFTEN, *SELDOM], k=house.random.randint(1, LONGEST))
        for happening in story:
            happening(house)
        write(house)
        remembered = built(house, house.folder / "memory")
        assert remembered == clean(house), (part, number, [each.__name__ for each in story])
