"""A post is seen by its lead photo, or else by a drawing in the colour of its category."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

from small_site import begin, child, desk, many, photo, post

from newsdesk import views
from newsdesk.desk import Desk
from newsdesk.drawing_files import drawing_files
from newsdesk.drawings.palette import palette_of
from newsdesk.drawings.scenes import scene
from newsdesk.drawings.svg import svg
from newsdesk.illustrations import drawing, lead_photo, lead_teaser
from newsdesk.item import Item
from newsdesk.outputs import Output

MILK = "content/en/articles/milk.md"
GREEN = svg(scene("milk01"), palette_of("green"))


def only(made: Desk) -> Item:
    (item,) = made.shelf.items
    return item


def test_a_post_without_a_photo_is_drawn_in_the_colour_of_its_main_category(
    tmp_path: Path,
) -> None:
    made = desk(tmp_path, {MILK: post("Milk", categories=["health", "media"])})
    drawn = drawing(made, only(made))
    assert drawn
    assert (drawn.width, drawn.height, drawn.svg) == (480, 320, GREEN)
    assert drawn.path.startswith("drawings/milk01.")
    assert drawn.path.endswith(".svg")
    assert drawn.address == f"/{drawn.path}"


def test_a_post_with_a_photo_is_not_drawn(tmp_path: Path) -> None:
    made = desk(tmp_path, {MILK: post("Milk", lead_photo="boy"), **photo("boy")})
    assert drawing(made, only(made)) is None
    shown = lead_photo(made, only(made))
    assert shown
    assert (shown.alt, shown.picture.width, shown.picture.height) == ("A glass of milk.", 64, 48)


def test_a_photo_that_may_not_be_shown_any_more_gives_its_place_to_a_drawing(
    tmp_path: Path,
) -> None:
    ended = child(consent_until="2026-11-23")
    files = {
        MILK: post("Milk", lead_photo="boy", people_under_18=[ended]),
        **photo("boy", people_under_18=[ended]),
    }
    made = desk(tmp_path, files)
    assert lead_photo(made, only(made)) is None
    assert drawing(made, only(made))


def test_the_first_story_of_a_page_brings_its_picture(tmp_path: Path) -> None:
    files = {MILK: post("Milk", lead_photo="boy"), **photo("boy")}
    made = desk(tmp_path, files)
    teaser = lead_teaser(made, only(made))
    assert teaser.photo
    assert teaser.drawing is None
    assert teaser.title == "Milk"


def test_a_drawing_is_written_once_for_all_editions_that_show_it(tmp_path: Path) -> None:
    serbian = post(
        "Mleko", lang="sr-Latn", slug="milk", summary="Šta je stiglo i ko je to doneo deci."
    )
    files = {
        MILK: post("Milk", categories=["health"]),
        "content/sr/articles/mleko.md": serbian.replace("- media", "- health"),
    }
    build = begin(tmp_path, files)
    with chdir(tmp_path):
        pages = [output.page for output in build.outputs().values() if output.page]
    leads = [page.lead for page in pages if isinstance(page, views.HomePage)]
    assert {lead and lead.drawing and lead.drawing.path for lead in leads} == {
        output.path for output in drawing_files(pages)
    }
    (file,) = drawing_files(pages)
    assert file == Output(file.path, GREEN.encode())


def test_the_lead_of_the_front_page_has_a_drawing(tmp_path: Path) -> None:
    build = begin(tmp_path, many(3))
    with chdir(tmp_path):
        home = build.outputs()["en/index.html"].page
    assert isinstance(home, views.HomePage)
    assert home.lead
    assert home.lead.drawing
    assert [each.path for each in drawing_files([home])] == [home.lead.drawing.path]
    assert all(teaser.drawing is None for teaser in home.latest)
