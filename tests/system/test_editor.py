"""The form in a real browser: what staff do with it, and the files that come of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from editing import Newsroom, copy_of_the_site, form_for
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect, sync_playwright

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
expect.set_options(timeout=15_000)


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    with form_for(copy_of_the_site(tmp_path / "site")) as running:
        yield running


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[BrowserContext]:
    with sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=os.environ["NEWSDESK_CHROMIUM"],
            headless=True,
            args=list(FLAGS),
            viewport={"width": 1400, "height": 1000},
        )
        context.set_default_timeout(15_000)
        yield context
        context.close()


@pytest.fixture
def page(browser: BrowserContext, newsroom: Newsroom) -> Iterator[Page]:
    page = browser.new_page()
    faults: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if _is_breach(line.text) else None)
    page.on("request", lambda request: asked.append(request.url))
    yield page
    assert faults == []
    ours = (newsroom.address, "data:", "blob:", "about:")
    assert [url for url in asked if not url.startswith(ours)] == []


def _is_breach(line: str) -> bool:
    return "Content Security Policy" in line


def open_form(page: Page, newsroom: Newsroom, path: str, lang: str = "en") -> None:
    page.goto(f"{newsroom.address}admin/?lang={lang}#/collections/{path}")
    page.reload()
    expect(page.get_by_role("button", name=SAVE[lang]).first).to_be_visible()


SAVE = {"en": "Save", "sr-Latn": "Sačuvaj", "sr-Cyrl": "Сачувај"}
WELL = "Провера није нашла ниједну грешку."


def save(page: Page, lang: str = "en") -> None:
    page.get_by_role("button", name=SAVE[lang], exact=True).click()
    page.get_by_role("menuitem", name=SAVE[lang], exact=True).click()


def write(box: Locator, text: str) -> None:
    """Write over what stands in a box, as a person does who has clicked into it."""
    box.click()
    box.press("ControlOrMeta+a")
    box.page.keyboard.insert_text(text)
    expect(box).to_have_value(text)


def check_of(page: Page) -> Locator:
    """What the check says beside the form."""
    return page.frame_locator("#preview-pane").get_by_role("status")


def box(page: Page, name: str, number: int = 0) -> Locator:
    """The box of a field; `number` counts those of the same name."""
    return page.locator(f"[id^='{name}-field-']").nth(number)


def choose(page: Page, name: str, *options: str) -> None:
    for option in options:
        box(page, name).click()
        page.get_by_role("option", name=option, exact=True).click()


def test_a_post_that_is_opened_and_saved_unchanged_keeps_its_bytes(
    page: Page, newsroom: Newsroom
) -> None:
    file = newsroom.folder / "content/en/articles/strengthening-families.md"
    before = file.read_bytes()
    open_form(page, newsroom, "news/entries/conf7k")
    title = page.get_by_label("Title").first
    write(title, "Strengthening families")
    save(page)
    expect(page.get_by_text("Entry saved")).to_be_visible()
    changed = before.replace("families – windows of opportunity\nsum".encode(), b"families\nsum", 1)
    assert file.read_bytes() == changed
    page.reload()
    write(title, "Strengthening families – windows of opportunity")
    save(page)
    expect(page.get_by_text("Entry saved")).to_be_visible()
    assert file.read_bytes() == before


SUMMARY = (
    "Од понедељка деца у сеоским школама сваког јутра добијају чашу млека, саопштено је у Београду."
)
ENGLISH_SUMMARY = (
    "From Monday on, children in village schools get a glass of milk every morning, "
    "UNICEF in Serbia said."
)
MILK = "milk-reaches-village-schools"
BOTH = """\
slug: milk-reaches-village-schools
status: published
publish_at: 2099-01-05 10:00
contacts: [press-office]
date: 2026-11-24
categories: [inclusive-education, partnerships]
"""
SERBIAN = f"""\
---
id: {{}}
type: press_release
lang: sr-Cyrl
title: Млеко стиже у сеоске школе
summary: {SUMMARY}
{BOTH}dateline:
  place: Београд
  date: 2026-11-24
boilerplate: [about-unicef-serbia]
lead_photo: skolsko-mleko
people_under_18: none
---
Млеко је стигло.
"""
ENGLISH = f"""\
---
id: {{}}
type: press_release
lang: en
title: Milk reaches village schools
summary: {ENGLISH_SUMMARY}
{BOTH}dateline:
  place: Belgrade
  date: 2026-11-24
boilerplate: [about-unicef-serbia]
lead_photo: skolsko-mleko
people_under_18: none
---
The milk has come.
"""
PHOTO = """\
alt:
  en: A glass of milk.
  sr-Cyrl: Чаша млека.
caption:
  en: School milk.
  sr-Cyrl: Школско млеко.
credit: © UNICEF Serbia/2026/Surname
rights: unicef
date: 2026-11-20
people_under_18: none
"""


def upload_photo(page: Page, newsroom: Newsroom, picture: Path) -> None:
    """Upload a picture and write its record; the check misses the description first."""
    open_form(page, newsroom, "photo/new", "sr-Cyrl")
    page.get_by_role("button", name="Одабери слику").click()
    page.set_input_files("input[type=file]", picture)
    page.get_by_role("button", name="Одабери означено").click()
    expect(check_of(page)).to_contain_text("„Опис слике” је празно")
    write(box(page, "en"), "A glass of milk.")
    write(box(page, "sr-Cyrl"), "Чаша млека.")
    write(box(page, "en", 1), "School milk.")
    write(box(page, "sr-Cyrl", 1), "Школско млеко.")
    write(box(page, "credit"), "© UNICEF Serbia/2026/Surname")
    choose(page, "rights", "UNICEF")
    write(box(page, "date"), "2026-11-20")
    nobody_under_18(page)
    expect(check_of(page)).to_contain_text(WELL)
    save(page, "sr-Cyrl")
    page.wait_for_url("**/photo/entries/skolsko-mleko")


def nobody_under_18(page: Page) -> None:
    page.get_by_role("button", name="Додај млађи од 18 година").click()
    page.get_by_role("menuitem", name="нико млађи од 18 година").click()


def write_in_serbian(page: Page) -> None:
    page.get_by_text("Писање на EN").click()
    page.get_by_role("menuitem", name="sr").click()
    write(box(page, "title"), "Млеко стиже у сеоске школе")
    write(box(page, "summary"), SUMMARY)
    write(box(page, "body"), "Млеко је стигло.")
    choose(page, "contacts", "Služba za medije UNICEF-a u Srbiji")
    box(page, "date").fill("2026-11-24")
    choose(page, "categories", "Inkluzivno obrazovanje", "Partnerstva")
    write(box(page, "place"), "Београд")
    choose(page, "boilerplate", "O UNICEF-u u Srbiji")
    choose(page, "lead_photo", "skolsko-mleko")
    nobody_under_18(page)
    choose(page, "status", "Објављено")
    box(page, "publish_at").fill("2099-01-05")
    box(page, "publish_at").locator("..").locator("[type=time]").fill("10:00")
    expect(check_of(page)).to_contain_text(WELL)


def write_in_english(page: Page) -> None:
    page.get_by_text("Писање на SR").click()
    page.get_by_role("menuitem", name="en").click()
    write(box(page, "title"), "Milk reaches village schools")
    write(box(page, "summary"), ENGLISH_SUMMARY)
    write(box(page, "body"), "The milk has come.")
    write(box(page, "place"), "Belgrade")
    choose(page, "status", "Објављено")
    expect(check_of(page)).to_contain_text(WELL)


def test_a_press_release_is_written_in_serbian_and_in_english(
    page: Page, newsroom: Newsroom, tmp_path: Path
) -> None:
    picture = tmp_path / "Школско млеко.jpg"
    Image.new("RGB", (1200, 800), "white").save(picture)
    upload_photo(page, newsroom, picture)
    assert newsroom.read("photos/skolsko-mleko.yaml") == PHOTO
    open_form(page, newsroom, "press_release/new", "sr-Cyrl")
    write_in_serbian(page)
    write_in_english(page)
    save(page, "sr-Cyrl")
    page.wait_for_url("**/press_release/entries/*")
    identity = page.url.rpartition("/")[2]
    assert newsroom.read(f"sr/articles/{MILK}.md") == SERBIAN.format(identity)
    assert newsroom.read(f"en/articles/{MILK}.md") == ENGLISH.format(identity)
    checked = newsroom.command("check", "--strict")
    assert (checked.returncode, checked.stderr) == (0, "")
    page.goto(f"{newsroom.address}sr-cyrl/press-releases/{MILK}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Млеко стиже у сеоске школе")
    expect(page.get_by_alt_text("Чаша млека.").first).to_be_visible()
