"""A card shows a title as large as it fits, in the letters of its language, and little else."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFont
from seen_contrast import contrast
from small_site import HOUSE, begin, desk, page, photo, post

from newsdesk import views
from newsdesk.album import Album
from newsdesk.card_files import card_files
from newsdesk.cards.drawn import TITLE_HEIGHT, TITLE_WIDTH, Card, draw
from newsdesk.cards.lettering import FONT, TypeCase, Words, fit, plain
from newsdesk.cards.photographed import PhotoCard, crop
from newsdesk.drawings.palette import PALETTES
from newsdesk.illustrations import image_of, image_of_the_house
from newsdesk.photos.darkroom import Negative
from newsdesk.photos.memory import Memory

CONFERENCE = Card("Strengthening families", "UNICEF Serbia", "en", "blue", "conf7k")
CASE = TypeCase()
CAPITALS = (
    "МРЕЖА ОРГАНИЗАЦИЈА ЗА ДЕЦУ СРБИЈЕ И РЕПУБЛИЧКИ ЗАВОД О ДЕИНСТИТУЦИОНАЛИЗАЦИЈИ "
    "И ЈАЧАЊУ БИОЛОШКИХ ПОРОДИЦА"
)
PUBLISHING = replace(HOUSE, social_cards=True)
MILK = "content/en/articles/milk.md"


def reopened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


# Drawn cards


@pytest.mark.parametrize("title", ["Milk", CONFERENCE.title, CAPITALS, "Х" * 300, "Мед " * 200, ""])
def test_a_card_is_a_small_picture_of_the_size_that_sites_ask_for(title: str) -> None:
    data = draw(replace(CONFERENCE, title=title), CASE)
    image = reopened(data)
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert image.info == {}
    assert len(data) < 30_000


def test_the_same_card_is_the_same_file_and_any_other_one_is_another() -> None:
    assert draw(CONFERENCE, CASE) == draw(CONFERENCE, CASE)
    others = [
        replace(CONFERENCE, title="Milk"),
        replace(CONFERENCE, site_name="UNICEF Srbija"),
        replace(CONFERENCE, lang="sr-Cyrl"),
        replace(CONFERENCE, colour="red"),
        replace(CONFERENCE, seed="milk01"),
    ]
    paths = {card.path for card in (CONFERENCE, *others)}
    assert len(paths) == 6
    assert all(path.startswith("cards/") and path.endswith(".png") for path in paths)


def region(card: Card) -> Image.Image:
    """Give the part of a card in which its title stands."""
    return reopened(draw(card, CASE)).convert("RGB").crop((0, 0, 640, 490))


def test_the_title_stands_in_the_left_half_on_the_colour_of_the_category() -> None:
    without, milk = region(replace(CONFERENCE, title="")), region(CONFERENCE)
    assert without.getpixel((300, 200)) == (0x37, 0x4E, 0xA2)
    assert without.getcolors() == [(640 * 490, (0x37, 0x4E, 0xA2))]
    assert len(milk.getcolors() or ()) > 2


def test_a_card_without_a_category_has_the_colour_of_the_house() -> None:
    assert region(replace(CONFERENCE, title="", colour="")).getpixel((9, 9)) == (0x1C, 0xAB, 0xE2)


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_words_can_be_read_on_field_and_ground(name: str) -> None:
    palette = PALETTES[name]
    for ink, ground in ((palette.ink, palette.field), (palette.ink_on_paper, palette.paper)):
        assert contrast(ink, ground) >= 4.4, (ink, ground)


# Words


@pytest.mark.parametrize(
    ("title", "size"),
    [("Milk", 84), ("Strengthening families – windows of opportunity", 84), (CAPITALS, 42)],
)
def test_a_title_is_set_as_large_as_it_fits(title: str, size: int) -> None:
    setting = fit(title, TITLE_WIDTH, TITLE_HEIGHT, CASE)
    assert setting.size >= size - 12
    letters = CASE.font(setting.size, setting.width)
    assert all(letters.getlength(line) <= TITLE_WIDTH * 1.02 for line in setting.lines)
    assert len(setting.lines) * setting.leading <= TITLE_HEIGHT
    assert " ".join(setting.lines) == title


def test_lines_are_about_as_long_as_each_other() -> None:
    words = Words("one two three four five six seven", CASE.font(100))
    assert words.lines(8.5) == ("one two three", "four five six", "seven")
    uneven = Words("Strengthening families and more", CASE.font(100))
    assert uneven.even_lines(uneven.longest * 2.2, 2) == ("Strengthening", "families and more")


def test_what_never_fits_is_cut_and_says_so() -> None:
    setting = fit("Мед " * 400, TITLE_WIDTH, TITLE_HEIGHT, CASE)
    assert setting.lines[-1].endswith(" …")
    assert len(setting.lines) * setting.leading <= TITLE_HEIGHT


def test_emoji_and_signs_that_nobody_sees_are_left_out() -> None:
    assert plain("A bus 🚌 takes\u200b forty") == "A bus takes forty"
    assert plain("e\u0301") == "é"


def test_every_letter_of_the_editions_has_its_shape() -> None:
    letters = CASE.font(40)
    nothing = bytes(letters.getmask("\uffff"))
    wanted = (
        "abcčćdđefghijklmnoprsštuvzžABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽqwxyQWXY"
        "абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"
        "0123456789–—„”“‘’«»…%€№©·&?!:;,.()/-+"
    )
    assert [each for each in wanted if bytes(letters.getmask(each)) == nothing] == []


def test_serbian_has_its_own_letter_forms_where_the_system_can_shape_them() -> None:
    letters = CASE.font(80)
    if letters.layout_engine != ImageFont.Layout.RAQM:
        assert bytes(letters.getmask("б"))
        return
    russian, serbian = (bytes(letters.getmask("б", language=tag)) for tag in ("ru", "sr"))
    assert russian != serbian


def test_the_font_brings_its_licence() -> None:
    from importlib.resources import files  # noqa: PLC0415 - only here

    licence = files(FONT[0]).joinpath("LICENSE").read_text("utf-8")
    assert "SIL Open Font License" in licence


# Photographs


def red_and_blue(size: tuple[int, int]) -> Image.Image:
    """Draw a picture that is red above and blue below."""
    image = Image.new("RGB", size, (255, 0, 0))
    image.paste((0, 0, 255), (0, size[1] // 2, *size))
    return image


@pytest.mark.parametrize(
    ("full", "size"),
    [
        ((1600, 1200), (1200, 630)),
        ((1200, 800), (1200, 630)),
        ((1600, 400), (761, 399)),
        ((800, 1200), (800, 420)),
    ],
)
def test_a_photograph_is_cropped_and_never_enlarged(
    full: tuple[int, int], size: tuple[int, int]
) -> None:
    card = PhotoCard("boy", "photos/boy-1.jpg", "© UNICEF/Surname", full)
    assert card.size == size
    image = reopened(crop(card, Negative(red_and_blue(full), None), CASE))
    assert (image.format, image.size) == ("JPEG", size)
    assert dict(image.getexif()) == {}


def test_of_a_photograph_that_stands_the_upper_part_is_shown() -> None:
    card = PhotoCard("boy", "photos/boy-1.jpg", "© UNICEF/Surname", (800, 1600))
    image = reopened(crop(card, Negative(red_and_blue((800, 1600)), None), CASE))
    assert image.getpixel((790, 10)) == pytest.approx((254, 0, 0), abs=3)


def test_the_credit_travels_with_the_photograph() -> None:
    white = Image.new("RGB", (1200, 630), "white")
    card = PhotoCard("boy", "photos/boy-1.jpg", "© UNICEF/Surname", white.size)
    corner = reopened(crop(card, Negative(white, None), CASE)).crop((0, 590, 240, 630)).convert("L")
    darkest, lightest = corner.getextrema()
    assert darkest < 40  # type: ignore[operator] # of one band, these are numbers
    assert lightest > 200  # type: ignore[operator] # likewise
    other = replace(card, credit="© UNICEF/Other")
    assert other.path != card.path


def test_a_small_photograph_is_no_card() -> None:
    assert not PhotoCard("boy", "x", "", (599, 900)).is_large_enough
    assert PhotoCard("boy", "x", "", (600, 315)).is_large_enough


# Which page has which card


def large_photo(key: str) -> dict[str, str | bytes]:
    picture = BytesIO()
    Image.new("RGB", (1300, 900), "green").save(picture, "JPEG")
    return photo(key) | {f"content/photos/{key}.jpg": picture.getvalue()}


def test_cards_are_made_only_where_the_house_wants_them(tmp_path: Path) -> None:
    made = desk(tmp_path, {MILK: post("Milk")})
    (item,) = made.shelf.items
    assert image_of(made, item) is None
    assert image_of_the_house(made) is None


def test_a_post_is_shared_with_its_photograph(tmp_path: Path) -> None:
    files = {MILK: post("Milk", lead_photo="boy"), **large_photo("boy")}
    made = desk(tmp_path, files, PUBLISHING)
    (item,) = made.shelf.items
    image = image_of(made, item)
    assert image
    assert isinstance(image.card, PhotoCard)
    assert (image.width, image.height, image.alt) == (1200, 630, "A glass of milk.")
    assert image.address == f"https://example.org/{image.card.path}"


@pytest.mark.parametrize("lead_photo", [None, "boy"])
def test_a_post_without_a_large_photograph_is_shared_with_its_title(
    tmp_path: Path, lead_photo: str | None
) -> None:
    files = {MILK: post("Milk", lead_photo=lead_photo), **photo("boy")}
    made = desk(tmp_path, files, PUBLISHING)
    (item,) = made.shelf.items
    image = image_of(made, item)
    assert image
    assert image.card == Card("Milk", "UNICEF Serbia", "en", "grey", "milk01")
    assert image.alt == "Milk"


def test_each_card_is_made_once_and_remembered(tmp_path: Path) -> None:
    files = {
        MILK: post("Milk", lead_photo="boy"),
        **large_photo("boy"),
        "content/en/pages/about.md": page("About us"),
    }
    build = begin(tmp_path, files, PUBLISHING)
    with chdir(tmp_path):
        outputs = build.outputs()
        pages = [output.page for output in outputs.values() if output.page]
        album, memory = build.catalogue.album, Memory(tmp_path / "memory")
        made = {output.path: output.data for output in card_files(pages, album, memory)}
    # One for each edition's other pages, one for “About us”, one for the photograph.
    assert sorted(Path(path).suffix for path in made) == [".jpg", ".png", ".png", ".png", ".png"]
    again = {output.path: output.data for output in card_files(pages, Album(), memory)}
    assert again == made
    shared = {page.image.address for page in pages if isinstance(page, views.Page) and page.image}
    assert shared == {f"https://example.org/{path}" for path in made}
