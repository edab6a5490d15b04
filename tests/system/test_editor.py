"""The form in a real browser: what staff do with it, and the files that come of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from editing import ROOT, Newsroom, copy_of_the_site, form_for
from file_server import served
from PIL import Image
from playwright.sync_api import (
    BrowserContext,
    Locator,
    Page,
    Route,
    expect,
    sync_playwright,
)

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
expect.set_options(timeout=30_000)


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
        context.set_default_timeout(30_000)
        yield context
        context.close()


@pytest.fixture
def page(browser: BrowserContext, newsroom: Newsroom) -> Iterator[Page]:
    page = browser.new_page()
    faults: list[str] = []
    asked: list[str] = []
    # Decap lets a save that was refused go on as a rejected promise, which is an “Object”.
    page.on(
        "pageerror", lambda fault: faults.append(str(fault)) if str(fault) != "Object" else None
    )
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


def test_the_page_of_a_post_is_shown_beside_the_form(page: Page, newsroom: Newsroom) -> None:
    open_form(page, newsroom, "news/entries/conf7k")
    shown = page.frame_locator("#preview-pane").frame_locator("iframe")
    expect(shown.get_by_role("heading", level=1)).to_contain_text("Strengthening families")
    assert shown.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px"


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
    expect(page.get_by_text("Писање на SR")).to_be_visible()
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


def test_a_file_that_was_changed_in_the_meantime_is_not_overwritten(
    page: Page, newsroom: Newsroom
) -> None:
    file = newsroom.folder / "content/en/articles/strengthening-families.md"
    open_form(page, newsroom, "news/entries/conf7k")
    write(box(page, "title"), "Strengthening families")
    other = file.read_text("utf-8").replace("A conference at", "The conference at")
    file.write_text(other, "utf-8")
    save(page)
    words = "strengthening-families.md was changed by somebody else since you opened it"
    expect(page.get_by_role("alert")).to_contain_text(words)
    write(box(page, "title"), "Stronger families")
    expect(page.frame_locator("#preview-pane").get_by_role("status")).to_contain_text(words)
    expect(box(page, "title")).to_have_value("Stronger families")
    assert file.read_text("utf-8") == other


def test_a_mistake_in_a_public_post_is_refused_with_words(page: Page, newsroom: Newsroom) -> None:
    before = newsroom.read("en/articles/strengthening-families.md")
    open_form(page, newsroom, "news/entries/conf7k")
    write(box(page, "body"), "Milk.\n\n[Shoes](item:shoes1)")
    expect(check_of(page)).to_contain_text("Text, line 3: “item:shoes1” leads to no item")
    write(box(page, "title"), "Strengthening families.")
    expect(check_of(page)).to_contain_text("Title: the title “Strengthening families.” ends")
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("make the post a draft")
    assert newsroom.read("en/articles/strengthening-families.md") == before


def test_a_draft_with_mistakes_keeps_nothing_else_from_the_preview(
    page: Page, newsroom: Newsroom
) -> None:
    open_form(page, newsroom, "news/new")
    write(box(page, "title"), "A bus for forty children")
    expect(check_of(page)).to_contain_text("is empty")
    save(page)
    page.wait_for_url("**/news/entries/*")
    shown = page.frame_locator("#preview-pane").frame_locator("iframe")
    expect(shown.get_by_role("status").get_by_role("listitem").first).to_contain_text("forty")
    open_form(page, newsroom, "news/entries/conf7k")
    write(box(page, "title"), "Strengthening families")
    save(page)
    expect(page.get_by_text("Entry saved")).to_be_visible()
    heading = shown.get_by_role("heading", level=1)
    expect(heading).to_have_text("Strengthening families")
    expect(shown.get_by_text("Drafts with mistakes are left out")).to_be_visible()


CHANGES = (
    "changes:\n  - at: 2026-11-24 14:30\n    note: The figure is 23, not 32.\n    level: major\n"
)


def test_a_correction_and_a_withdrawal_are_made_in_the_form(page: Page, newsroom: Newsroom) -> None:
    before = newsroom.read("en/articles/strengthening-families.md")
    open_form(page, newsroom, "news/entries/conf7k")
    page.get_by_role("button", name="Add changes").click()
    box(page, "at").fill("2026-11-24")
    box(page, "at").locator("..").locator("[type=time]").fill("14:30")
    write(box(page, "note"), "The figure is 23, not 32.")
    choose(page, "level", "Major")
    expect(check_of(page)).to_contain_text("The check finds nothing wrong.")
    save(page)
    expect(page.get_by_text("Entry saved")).to_be_visible()
    corrected = before.replace(
        "date: 2026-11-23\noriginal:",
        f"{CHANGES}date: 2026-11-23\noriginal:",
    )
    assert newsroom.read("en/articles/strengthening-families.md") == corrected
    page.reload()
    choose(page, "status", "Withdrawn")
    box(page, "withdrawn").get_by_role("button").first.click()
    box(page, "withdrawn").get_by_role("button", name="type it").click()
    write(box(page, "at", 1), "2026-11-25T10:00+01:00")
    choose(page, "reason", "Error")
    write(box(page, "explanation"), "The figures were wrong: all of them.")
    expect(check_of(page)).to_contain_text("The check finds nothing wrong.")
    save(page)
    expect(page.get_by_text("Entry saved")).to_be_visible()
    assert newsroom.read("en/articles/strengthening-families.md") == corrected.replace(
        "slug: strengthening-families\nchanges:",
        "slug: strengthening-families\nstatus: withdrawn\nchanges:",
    ).replace(
        "    level: major\n",
        "    level: major\nwithdrawn:\n  at: 2026-11-25T10:00+01:00\n  reason: error\n"
        "  explanation: 'The figures were wrong: all of them.'\n",
    )


def test_what_is_no_picture_or_too_large_is_refused_with_words(
    page: Page, newsroom: Newsroom, tmp_path: Path
) -> None:
    words, large = tmp_path / "words.jpg", tmp_path / "large.jpg"
    words.write_text("No picture.", "utf-8")
    with large.open("wb") as file:
        file.truncate(80_000_000)
    open_form(page, newsroom, "photo/new", "sr-Latn")
    page.get_by_role("button", name="Odaberi sliku").click()
    page.set_input_files("input[type=file]", large)
    told = page.get_by_role("dialog").get_by_role("alert")
    expect(told).to_have_text(
        "datoteka ima 80 MB, a prima se najviše 40; sačuvajte sliku u manjem obliku: "
        "6000 piksela na dužoj strani je sasvim dovoljno"
    )
    page.get_by_role("button", name="Zatvorite").click()
    expect(told).to_have_count(0)
    page.set_input_files("input[type=file]", words)
    page.get_by_role("button", name="Odaberi označeno").click()
    save(page, "sr-Latn")
    expect(page.get_by_role("alert")).to_contain_text("ovo nije slika vrste JPEG")
    assert not (newsroom.folder / "content/photos").exists()


def test_the_place_is_taken_out_of_a_picture_and_that_is_said(
    page: Page, newsroom: Newsroom, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (44.0, 48.0, 0.0), 3: "E", 4: (20.0, 28.0, 0.0)})
    Image.new("RGB", (60, 40)).save(tmp_path / "home.jpg", exif=exif)
    open_form(page, newsroom, "photo/new")
    page.get_by_role("button", name="Choose an image").click()
    page.set_input_files("input[type=file]", tmp_path / "home.jpg")
    page.get_by_role("button", name="Choose selected").click()
    save(page)
    expect(check_of(page)).to_contain_text("note of the place was taken out of this picture")
    with Image.open(newsroom.folder / "content/photos/home.jpg") as kept:
        assert kept.getexif().get_ifd(0x8825) == {}


def test_what_was_typed_outlives_a_program_that_was_ended(page: Page, newsroom: Newsroom) -> None:
    before = newsroom.read("en/pages/privacy.md")
    open_form(page, newsroom, "page/entries/prv2x7")
    title = box(page, "title").input_value()
    write(box(page, "title"), f"{title} here")
    newsroom.process.terminate()
    newsroom.process.wait()
    save(page)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(check_of(page)).to_contain_text("What you have typed stays here")
    assert newsroom.read("en/pages/privacy.md") == before
    with form_for(newsroom.folder, int(newsroom.address.rstrip("/").rpartition(":")[2])):
        save(page)
        expect(page.get_by_text("Entry saved")).to_be_visible()
    after = before.replace(f"title: {title}", f"title: {title} here")
    assert newsroom.read("en/pages/privacy.md") == after


def test_a_new_post_whose_save_was_not_answered_is_saved_again(
    page: Page, newsroom: Newsroom
) -> None:
    open_form(page, newsroom, "news/new")
    expect(check_of(page)).to_contain_text("nothing is written here yet")
    write(box(page, "title"), "A bus for forty children")

    def lost(route: Route) -> None:
        if '"persistEntry"' in (route.request.post_data or ""):
            route.fetch()
            route.abort()
        else:
            route.fallback()

    page.route("**/admin/api*", lost)
    save(page)
    words = "Not saved: The program does not answer. What you have typed stays here"
    expect(page.get_by_role("alert")).to_contain_text(words)
    page.unroute_all()
    write(box(page, "title"), "A bus for fifty children")
    expect(check_of(page)).to_contain_text("“Categories” is empty")
    save(page)
    page.wait_for_url("**/news/entries/*")
    text = newsroom.read("en/articles/a-bus-for-forty-children.md")
    assert "title: A bus for fifty children\n" in text
    # What was not filled in keeps its place and its note when the post is saved once more.
    page.reload()
    expect(box(page, "title")).to_have_value("A bus for fifty children")
    write(box(page, "title"), "A bus for sixty children")
    save(page)
    expect(page.get_by_text("Entry saved")).to_be_visible()
    changed = text.replace("for fifty", "for sixty")
    assert newsroom.read("en/articles/a-bus-for-forty-children.md") == changed
    assert not (newsroom.folder / "content/en/articles/a-bus-for-fifty-children.md").exists()


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "this is not a JPEG, PNG, WebP"), ("sr-Cyrl", "ово није слика врсте JPEG")],
)
def test_a_refused_picture_is_told_to_everybody_in_their_language(
    page: Page, newsroom: Newsroom, tmp_path: Path, lang: str, words: str
) -> None:
    picture = tmp_path / "words.jpg"
    picture.write_text("No picture.", "utf-8")
    page.goto(f"{newsroom.address}admin/?lang={lang}")
    page.get_by_role("button", name="Media" if lang == "en" else "Медији").click()
    page.set_input_files("input[type=file]", picture)
    # What lies below the list of pictures is hidden from screen readers, Decap's own note as well.
    told = page.get_by_role("dialog").get_by_role("alert")
    expect(told).to_contain_text(words)
    note = page.get_by_text(words).first
    assert "API_ERROR" not in note.inner_text()
    # A click goes to it, and not to what darkens the page.
    note.click(trial=True)


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(
    page: Page, newsroom: Newsroom, tmp_path: Path
) -> None:
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(80_000_000)
    sent: list[str] = []
    page.on("request", lambda request: sent.append((request.post_data or "")[:60]))
    page.goto(f"{newsroom.address}admin/")
    page.get_by_role("button", name="Media").click()
    page.set_input_files("input[type=file]", large)
    told = page.get_by_role("dialog").get_by_role("alert")
    expect(told).to_contain_text("the file has 80 MB, and 40 at most are taken")
    assert [each for each in sent if "persistMedia" in each] == []


def tab_to(page: Page, selector: str) -> None:
    """Go on with the Tab key until something has the focus."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the Tab key never comes to {selector}")


def test_a_post_can_be_written_by_keyboard_alone(page: Page, newsroom: Newsroom) -> None:
    page.goto(f"{newsroom.address}admin/")
    page.get_by_role("link", name="News").wait_for()
    tab_to(page, "a[href='#/collections/news']")
    page.keyboard.press("Enter")
    tab_to(page, "a[href='#/collections/news/new']")
    page.keyboard.press("Enter")
    box(page, "title").wait_for()
    tab_to(page, "[id^='title-field-']")
    page.keyboard.type("A bus for forty children")
    tab_to(page, "[id^='summary-field-']")
    page.keyboard.type("A bus takes forty children to school.")
    tab_to(page, "[id^='body-field-']")
    page.keyboard.type("It goes every morning.")
    tab_to(page, "[id^='categories-field-']")
    page.keyboard.type("Partner")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    for _ in range(300):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.textContent.trim() === 'Save'"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/news/entries/*")
    text = newsroom.read("en/articles/a-bus-for-forty-children.md")
    assert "categories: [partnerships]\n" in text
    assert text.endswith("---\nIt goes every morning.\n")


def test_the_form_on_line_opens_with_what_the_command_has_made(
    browser: BrowserContext, tmp_path: Path
) -> None:
    folder = tmp_path / "form"
    words = ["edit", "--online", str(folder), "--repository", "test-repo:owner/site"]
    command = [sys.executable, "-m", "newsdesk", *words]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})  # noqa: S603 - our own command
    with served(folder) as address:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        page.get_by_role("button", name="Login").click()
        page.get_by_role("link", name="Srpski: News").click()
        page.locator("a[href='#/collections/sr-news/new']").click()
        expect(box(page, "title")).to_be_visible()
        expect(box(page, "people_under_18")).to_be_visible()
