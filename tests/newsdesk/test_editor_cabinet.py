"""The form saves all or nothing, never over somebody else's work, and never what would do harm."""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from small_site import HOUSE, SmallSite, photo, post

from newsdesk.cli.edit import tongue
from newsdesk.editor.cabinet import Address, Cabinet
from newsdesk.editor.front import Front
from newsdesk.editor.refusal import Refusal
from newsdesk.editor.trial import Trial
from newsdesk.photos.location import tells_place
from newsdesk.photos.memory import Memory
from newsdesk.preview.answers import Desk
from newsdesk.preview.bulletin import Noticeboard
from newsdesk.preview.server import serving
from newsdesk.preview.voice import Voice

MILK = "content/en/articles/milk.md"
CHANGED = (
    f"{MILK} was changed by somebody else since you opened it, and was not overwritten; "
    "copy what you have typed, and open it again"
)
EN, SR = "news/en/milk01.md", "news/sr/milk01.md"
Json = dict[str, Any]


def jpeg(*, with_place: bool = False, size: int = 8) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "A camera"
    if with_place:
        exif.get_ifd(0x8825).update({1: "N", 2: (44.0, 48.0, 0.0), 3: "E", 4: (20.0, 28.0, 0.0)})
    out = BytesIO()
    Image.effect_noise((size * 2, size), 50).convert("RGB").save(out, "JPEG", exif=exif)
    return out.getvalue()


@dataclass
class Room:
    """A small site with its form, as the browser talks to it."""

    folder: Path
    front: Front

    def ask(self, action: str, **parameters: object) -> tuple[HTTPStatus, Any]:
        """Post an action of the protocol."""
        body = json.dumps({"action": action, "params": parameters, "branch": "main"})
        answer = self.front.post("/admin/api", body.encode())
        return answer.status, json.loads(answer.body)

    def open(self, path: str) -> Json:
        """Open the form of a file."""
        status, entry = self.ask("getEntry", path=path)
        assert status == HTTPStatus.OK, entry
        sheet: Json = json.loads(entry["data"])
        return sheet

    def save(self, *assets: tuple[str, bytes], **sheets: Json) -> tuple[HTTPStatus, Any]:
        """Save a form; a path is given as `news_en_milk01`."""
        files = [
            {"path": f"{path.replace('__', '/')}.md", "slug": "x", "raw": json.dumps(sheet)}
            for path, sheet in sheets.items()
        ]
        sent = [
            {"path": name, "content": base64.b64encode(data).decode(), "encoding": "base64"}
            for name, data in assets
        ]
        return self.ask("persistEntry", dataFiles=files, assets=sent, options={})

    def problems(self, address: str, **sheets: Json) -> Json:
        """Ask what the check would say."""
        known = {f"{path.replace('__', '/')}.md": sheet for path, sheet in sheets.items()}
        body = json.dumps({"address": address, "sheets": known}).encode()
        found: Json = json.loads(self.front.post("/admin/problems", body).body)
        return found

    def files(self) -> dict[str, bytes]:
        """Give all of content/."""
        files = sorted(file for file in Path("content").rglob("*") if file.is_file())
        return {file.as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    files = {
        MILK: post("Milk", slug="milk"),
        "content/sr/articles/mleko.md": post("Mleko", "Mleko.", lang="sr-Latn", slug="milk"),
        **photo("glass"),
    }
    SmallSite.in_folder(tmp_path, files)
    with chdir(tmp_path):
        content = Path("content")
        trial = Trial(content, lambda: HOUSE, Memory(Path(".memory")), Path(".trial"))
        yield Room(tmp_path, Front(Cabinet(content, lambda: HOUSE, trial), tmp_path, tongue))


# Opening


def test_both_languages_of_a_post_are_one_entry_whatever_their_files_are_called(room: Room) -> None:
    status, entries = room.ask("entriesByFolder", folder="news", extension="md", depth=2)
    sheets = {entry["file"]["path"]: json.loads(entry["data"]) for entry in entries}
    assert (status, [*sheets]) == (HTTPStatus.OK, [EN, SR])
    assert [sheet["title"] for sheet in sheets.values()] == ["Milk", "Mleko"]
    assert {sheet["listed"] for sheet in sheets.values()} == {"Milk · Mleko"}


def test_a_post_in_serbian_alone_has_an_empty_english_form(room: Room) -> None:
    Path(MILK).unlink()
    assert room.open(EN) == {"listed": "Mleko", "day": "2026-11-20"}
    _, entries = room.ask("entriesByFolder", folder="news")
    assert [entry["file"]["path"] for entry in entries] == [EN, SR]


def test_a_language_in_which_a_post_is_not_written_has_an_empty_form(room: Room) -> None:
    Path("content/sr/articles/mleko.md").unlink()
    # Without it, Decap breaks off when the post is saved, and says nothing.
    assert room.open(SR) == {"listed": "Milk", "day": "2026-11-20"}
    before = room.files()
    sheet = {**room.open(EN), "title": "More milk"}
    assert room.save(news__en__milk01=sheet, news__sr__milk01={"form": "one"})[0] == HTTPStatus.OK
    assert room.files() == {**before, MILK: before[MILK].replace(b"Milk", b"More milk", 1)}


def test_a_file_that_cannot_be_read_is_in_the_list_and_stays_as_it_is(room: Room) -> None:
    Path(MILK).write_text("---\ntitle: [\n---\n", encoding="utf-8")
    sheet = room.open("news/en/milk.md")
    assert sheet["listed"] == f"⚠ {MILK}"
    status, answer = room.save(news__en__milk={**sheet, "title": "Milk"})
    assert (status, answer["error"].splitlines()[0]) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "the form cannot show this file; mend it in a text editor",
    )


@pytest.mark.parametrize(
    "path",
    [
        "news/en/nothing.md",
        "news/../../secret.md",
        "/etc/passwd",
        "secrets/en/milk01.md",
        "news/en/../milk01.md",
        "",
    ],
)
def test_no_address_leads_out_of_content(room: Room, path: str) -> None:
    status, answer = room.ask("getEntry", path=path)
    assert status >= HTTPStatus.BAD_REQUEST
    assert answer == {"error": f"there is nothing at {path}"}


@pytest.mark.parametrize("path", ["photos/../../pelicanconf.py", "vocabulary/people.yaml", "x"])
def test_no_picture_leads_out_of_its_folder(room: Room, path: str) -> None:
    assert room.ask("getMediaFile", path=path)[0] == HTTPStatus.NOT_FOUND


def test_pictures_are_listed_small(room: Room) -> None:
    Path("content/photos/glass.jpg").write_bytes(jpeg(size=2000))
    _, media = room.ask("getMedia", mediaFolder="photos")
    picture = Image.open(BytesIO(base64.b64decode(media[0]["content"])))
    assert (media[0]["path"], picture.size) == ("photos/glass.jpg", (160, 320))


# Saving


def test_what_is_saved_unchanged_keeps_its_bytes(room: Room) -> None:
    before = room.files()
    status, _ = room.save(news__en__milk01=room.open(EN), news__sr__milk01=room.open(SR))
    assert (status, room.files()) == (HTTPStatus.OK, before)


def test_only_the_file_that_has_changed_is_written(room: Room) -> None:
    before = room.files()
    english = {**room.open(EN), "title": "More milk"}
    room.save(news__en__milk01=english, news__sr__milk01=room.open(SR))
    changed = before[MILK].replace(b"title: Milk", b"title: More milk")
    assert room.files() == {**before, MILK: changed}


def test_a_file_that_somebody_else_changed_is_not_overwritten(room: Room) -> None:
    sheet = {**room.open(EN), "title": "More milk", "form": "one"}
    Path(MILK).write_text(post("Shoes"), encoding="utf-8")
    before = room.files()
    status, answer = room.save(news__en__milk01=sheet)
    assert (status, answer["error"], room.files()) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        CHANGED,
        before,
    )
    assert "was changed by somebody else" in room.problems(EN, news__en__milk01=sheet)["error"]


def test_a_file_that_changes_while_a_save_is_tried_is_not_overwritten(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = {**room.open(EN), "title": "More milk"}
    other = post("Shoes", slug="milk")

    def saved_by_hand(*_: object) -> tuple[()]:
        Path(MILK).write_text(other, encoding="utf-8")
        return ()

    monkeypatch.setattr(Trial, "obstacles", saved_by_hand)
    _, answer = room.save(news__en__milk01=sheet)
    assert (answer["error"], room.files()[MILK]) == (CHANGED, other.encode())


def test_two_windows_on_one_post_do_not_overwrite_each_other(room: Room) -> None:
    opened = room.open(EN)
    first, second = {**opened, "form": "one"}, {**opened, "form": "two"}
    assert room.save(news__en__milk01={**first, "title": "One"})[0] == HTTPStatus.OK
    assert room.save(news__en__milk01={**first, "title": "One again"})[0] == HTTPStatus.OK
    status, _ = room.save(news__en__milk01={**second, "title": "Two"})
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert b"title: One again" in room.files()[MILK]


def test_a_save_whose_answer_was_lost_can_be_made_again(room: Room) -> None:
    sheet = {**room.open(EN), "title": "More milk"}
    assert room.save(news__en__milk01=sheet)[0] == HTTPStatus.OK
    room.front.cabinet._seen.clear()  # noqa: SLF001 - as after a new start of the program
    assert room.save(news__en__milk01=sheet)[0] == HTTPStatus.OK


def test_a_new_post_whose_answer_was_lost_can_be_saved_again(room: Room) -> None:
    sheets = {
        "news__en__sh22ss": {"title": "Shoes", "form": "one"},
        "news__sr__sh22ss": {"title": "Ципеле", "summary": "Стигле.", "form": "one"},
    }
    assert room.save(**sheets)[0] == HTTPStatus.OK
    before = room.files()
    sheets["news__en__sh22ss"]["summary"] = "They came."
    assert room.save(**sheets)[0] == HTTPStatus.OK
    shoes = "content/en/articles/shoes.md"
    noted = next(line for line in before[shoes].splitlines() if line.startswith(b"summary:"))
    changed = before[shoes].replace(noted, b"summary: They came.")
    assert room.files() == {**before, shoes: changed}


def test_a_new_post_can_be_saved_again_after_a_new_start_of_the_program(room: Room) -> None:
    sheets = {"news__en__sh22ss": {"title": "Shoes"}, "news__sr__sh22ss": {"title": "Ципеле"}}
    assert room.save(**sheets)[0] == HTTPStatus.OK
    before = room.files()
    room.front.cabinet._seen.clear()  # noqa: SLF001 - as after a new start of the program
    # It was ended between two files, perhaps.
    Path("content/sr/articles/shoes.md").unlink()
    assert room.save(**sheets)[0] == HTTPStatus.OK
    assert room.files() == before
    status, answer = room.save(news__en__sh22ss={"title": "Boots", "form": "other"})
    assert (status, room.files()) == (HTTPStatus.UNPROCESSABLE_ENTITY, before)
    assert "was changed by somebody else" in answer["error"]


def test_a_picture_whose_answer_was_lost_can_be_sent_again(room: Room) -> None:
    sheet, picture = {"picture": "/photos/bus.jpg", "credit": "© A"}, ("photos/bus.jpg", jpeg())
    assert room.save(picture, photo__bus=sheet)[0] == HTTPStatus.OK
    before = room.files()
    assert room.save(picture, photo__bus=sheet)[0] == HTTPStatus.OK
    assert room.files() == before


def test_a_file_that_is_gone_is_not_made_anew(room: Room) -> None:
    sheet = {**room.open(EN), "title": "More milk"}
    Path(MILK).unlink()
    before = room.files()
    status, answer = room.save(news__en__milk01=sheet)
    assert (status, room.files()) == (HTTPStatus.UNPROCESSABLE_ENTITY, before)
    assert answer["error"].startswith("the file is no longer there")


def test_a_mistake_is_refused_where_the_public_would_meet_it(room: Room) -> None:
    before = room.files()
    sheet = {**room.open(EN), "categories": ["medai"]}
    status, answer = room.save(news__en__milk01=sheet)
    assert (status, room.files()) == (HTTPStatus.UNPROCESSABLE_ENTITY, before)
    assert answer["error"] == (
        "not saved: with these mistakes the site could not go on line. "
        "Mend them, or make the post a draft.\n"
        f"{MILK}:9: “medai” is not a category that we know\n    Hint: type media"
    )


def test_a_draft_may_be_saved_with_mistakes(room: Room) -> None:
    sheet = {**room.open(EN), "categories": ["medai"], "status": "draft"}
    assert room.save(news__en__milk01=sheet)[0] == HTTPStatus.OK
    found = room.problems(EN, news__en__milk01=room.open(EN))["problems"]
    wrong = [each for each in found if each["level"] == "error"]
    assert [each["message"] for each in wrong] == ["“medai” is not a category that we know"]


def said(found: Json) -> list[tuple[str, int, str]]:
    """Give the box, its line and the message of each mistake."""
    mistakes = [each for each in found["problems"] if each["level"] == "error"]
    return [(each["box"], each["line"], each["message"]) for each in mistakes]


def test_a_mistake_is_told_by_the_box_it_is_in(room: Room) -> None:
    sheet = {
        **room.open(EN),
        "categories": ["medai"],
        "body": "Milk.\n\n[Shoes](item:shoes1)\n",
        "key_figures": [{"value": "23 %", "text": "all"}, {"value": "5", "text": ""}],
        "status": "draft",
    }
    assert said(room.problems(EN, news__en__milk01=sheet)) == [
        ("", 0, "“Key figures › 2 › Text” is missing"),
    ]
    del sheet["key_figures"]
    assert said(room.problems(EN, news__en__milk01=sheet)) == [
        ("Categories", 0, "“medai” is not a category that we know"),
        ("Text", 3, "“item:shoes1” leads to no item"),
    ]


def test_a_box_is_told_by_its_label_in_the_language_of_the_person(room: Room) -> None:
    sheet = {**room.open(SR), "categories": ["medai"], "body": "[x](item:shoes1)"}
    body = json.dumps({"address": SR, "sheets": {SR: sheet}}).encode()
    found = json.loads(room.front.post("/admin/problems?lang=sr-Cyrl", body).body)
    assert [(box, line) for box, line, _ in said(found)] == [("Категорије", 0), ("Текст", 1)]


def test_a_box_of_one_language_is_told_by_the_name_of_the_language(room: Room) -> None:
    sheet = {**room.open("photo/glass.md"), "alt": {"en": "A glass.", "sr-Latn": "glass.jpg"}}
    assert said(room.problems("photo/glass.md", photo__glass=sheet)) == [
        ("Alt › Srpski", 0, "“glass.jpg” is a file name, not a description"),
    ]


def test_a_record_of_the_vocabulary_is_told_of_its_own_boxes_alone(room: Room) -> None:
    address = "people/jelena.md"
    people = Path("content/vocabulary/people.yaml")
    people.write_text(people.read_text("utf-8").replace("organisation: school", "organisation: x"))
    more = "ana:\n  name: {en: Ana}\n  role: {en: x, sr-Latn: x}\n  organisation: none\n"
    people.write_text(people.read_text("utf-8") + more)
    sheet = {**room.open(address), "name": {"en": "Jelena"}}
    assert said(room.problems(address, people__jelena=sheet)) == [
        ("", 0, "“Name” says nothing in sr-Latn"),
        ("Organisation", 0, "“x” is not an organisation that we know"),
    ]


def test_the_box_is_told_even_where_the_file_cannot_be_read(room: Room) -> None:
    sheet = {**room.open(EN), "title": "Mi\u202elk", "body": "One.\n\nMi\u202elk."}
    assert [each[:2] for each in said(room.problems(EN, news__en__milk01=sheet))] == [
        ("Title", 0),
        ("Text", 3),
    ]


def test_mistakes_that_were_there_before_keep_nobody_from_saving(room: Room) -> None:
    Path("content/en/articles/bad.md").write_text(post("Bad", id="bad", date="x"), encoding="utf-8")
    assert room.save(news__en__milk01={**room.open(EN), "title": "More"})[0] == HTTPStatus.OK


def test_a_change_that_breaks_another_post_is_refused(room: Room) -> None:
    Path("content/en/articles/links.md").write_text(
        post("Links", "[Milk](item:milk01)", id="links1"), encoding="utf-8"
    )
    sheet = {**room.open(EN), "status": "draft"}
    serbian = {**room.open(SR), "status": "draft"}
    status, answer = room.save(news__en__milk01=sheet, news__sr__milk01=serbian)
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "content/en/articles/links.md" in answer["error"]


def test_a_new_post_in_both_languages_shares_what_is_decided_once(room: Room) -> None:
    serbian = {"title": "Ципеле", "categories": ["health"], "date": "2026-12-24", "body": "Стигле."}
    english = {"title": "Shoes", "type": "news", "form": "one"}
    # Decap sends the language of the person first; the slug comes of the English title.
    status, _ = room.save(news__sr__sh22ss=serbian, news__en__sh22ss=english)
    assert status == HTTPStatus.OK
    made = [room.files()[f"content/{lang}/articles/shoes.md"].decode() for lang in ("en", "sr")]
    for text in made:
        assert "id: sh22ss\n" in text
        assert "categories: [health]\n" in text
        assert "date: 2026-12-24\n" in text
        assert "status: draft\n" in text
    assert "lang: sr-Cyrl\n" in made[1]


def test_a_note_on_what_is_still_to_be_written_stays_where_nothing_was_written(room: Room) -> None:
    assert room.save(news__en__sh22ss={"title": "Shoes", "categories": []})[0] == HTTPStatus.OK
    shoes = "content/en/articles/shoes.md"
    before = room.files()[shoes]
    assert b"categories: # " in before
    sheet = {**room.open("news/en/sh22ss.md"), "title": "Boots"}
    # Decap sends an empty list for a box in which nothing was chosen.
    room.save(news__en__sh22ss={**sheet, "categories": []})
    assert room.files()[shoes] == before.replace(b"title: Shoes", b"title: Boots")


def test_a_copy_of_a_post_is_a_new_post(room: Room) -> None:
    before = room.files()
    copy = {**room.open(EN), "title": "Shoes", "slug": "shoes", "status": "draft"}
    assert room.save(news__en__sh22ss=copy)[0] == HTTPStatus.OK
    made = room.files()["content/en/articles/shoes.md"]
    assert (b"id: sh22ss\n" in made, b"slug: shoes\n" in made) == (True, True)
    assert room.files()[MILK] == before[MILK]


def test_an_empty_form_is_not_said_to_be_well(room: Room) -> None:
    assert room.problems("news/en/new.md", news__en__new={"type": "news", "form": "one"}) == {
        "error": "nothing is written here yet, and no file is made of it"
    }
    assert "problems" in room.problems(EN, news__en__milk01=room.open(EN))


def test_an_empty_form_makes_no_file(room: Room) -> None:
    before = room.files()
    assert room.save(news__en__sh22ss={"type": "news", "form": "one"})[0] == HTTPStatus.OK
    assert room.files() == before


def test_a_new_post_does_not_take_the_place_of_another(room: Room) -> None:
    status, answer = room.save(news__en__sh22ss={"title": "Milk"})
    assert (status, answer["error"]) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        f"the file {MILK} is there already; type another slug",
    )


@pytest.mark.parametrize("slug", ["../../evil", "/etc/evil", "Evil Slug", "a" * 300])
def test_no_slug_leads_out_of_its_folder(room: Room, slug: str) -> None:
    before = room.files().keys()
    assert room.save(news__en__sh22ss={"title": "Shoes", "slug": slug})[0] == HTTPStatus.OK
    (made,) = room.files().keys() - before
    assert Path(made).parent == Path("content/en/articles")


def test_a_title_of_five_thousand_characters_is_saved_and_told(room: Room) -> None:
    title = "Млеко и хлеб " * 385
    said = {"summary": "Млеко.", "categories": ["media"], "people_under_18": [{"type": "none"}]}
    assert room.save(news__sr__sh22ss={**said, "title": title.strip()})[0] == HTTPStatus.OK
    sheet = room.open("news/sr/sh22ss.md")
    assert sheet["title"] == title.strip()
    found = room.problems("news/sr/sh22ss.md", news__sr__sh22ss=sheet)["problems"]
    assert "the title has 5004 characters" in [each["message"] for each in found]


def test_a_correction_and_a_withdrawal_can_be_made(room: Room) -> None:
    change = {"at": "2026-11-23 14:30", "note": "It was 40.", "level": "major"}
    withdrawn = {"at": "2026-11-24", "reason": "error", "explanation": "It was wrong: all of it."}
    sheet = {**room.open(EN), "changes": [change], "status": "withdrawn", "withdrawn": withdrawn}
    assert room.save(news__en__milk01=sheet)[0] == HTTPStatus.OK
    text = room.files()[MILK].decode()
    assert "changes:\n  - at: 2026-11-23 14:30\n    note: It was 40.\n    level: major\n" in text
    assert "    explanation" not in text
    assert "withdrawn:\n  at: 2026-11-24\n  reason: error\n" in text
    assert "  explanation: 'It was wrong: all of it.'\n" in text


def test_records_of_the_vocabulary_are_changed_and_begun(room: Room) -> None:
    media = room.open("categories/media.md")
    assert room.save(categories__media={**media, "colour": "blue"})[0] == HTTPStatus.OK
    text = room.files()["content/vocabulary/categories.yaml"].decode()
    assert "  colour: blue\nhealth:" in text
    names = {"en": "Water", "sr-Latn": "Voda"}
    water = {"name": names, "description": names, "colour": "cyan"}
    assert room.save(categories__water=water)[0] == HTTPStatus.OK
    assert room.open("categories/water.md")["name"] == names
    status, _ = room.save(categories__wine={"name": {"en": "Wine"}})
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize(
    ("collection", "sheet", "identity"),
    [
        ("categories", {"key": "Čista voda"}, "cista-voda"),
        ("people", {"name": {"en": "Jane Doe"}}, "jane-doe"),
        ("photo", {"picture": "/photos/Школски аутобус.JPG"}, "skolski-autobus"),
    ],
)
def test_what_is_new_gets_its_key(room: Room, collection: str, sheet: Json, identity: str) -> None:
    body = json.dumps({"collection": collection, "sheet": sheet}).encode()
    assert json.loads(room.front.post("/admin/begin", body).body) == {"identity": identity}


def test_a_photo_without_a_picture_has_no_key(room: Room) -> None:
    body = json.dumps({"collection": "photo", "sheet": {}}).encode()
    answer = room.front.post("/admin/begin?lang=sr-Latn", body)
    assert json.loads(answer.body) == {"error": "najpre odaberite sliku"}


@pytest.mark.parametrize("action", ["deleteFile", "deleteFiles"])
def test_nothing_is_deleted(room: Room, action: str) -> None:
    before = room.files()
    status, _ = room.ask(action, path=MILK, paths=[MILK])
    assert (status, room.files()) == (HTTPStatus.UNPROCESSABLE_ENTITY, before)


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        {"action": "eval"},
        {"action": "persistEntry"},
        {"action": "persistEntry", "params": {"dataFiles": [{"path": EN, "raw": "[]"}]}},
        {"action": "persistEntry", "params": {"dataFiles": [{"path": EN, "raw": "{"}]}},
        {"action": "getEntry", "params": "x"},
    ],
)
def test_what_is_not_understood_does_nothing(room: Room, asked: object) -> None:
    before = room.files()
    answer = room.front.post("/admin/api", json.dumps(asked).encode())
    assert (answer.status, json.loads(answer.body), room.files()) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        {"error": "the form asked for something that is not understood here"},
        before,
    )


# Pictures


def test_a_picture_comes_with_its_record(room: Room) -> None:
    sheet = {"picture": "/photos/Школски аутобус.jpg", "alt": {"en": "A bus."}}
    picture = jpeg()
    status, _ = room.save(("photos/школски аутобус.jpg", picture), photo__skolski=sheet)
    assert status == HTTPStatus.OK
    files = room.files()
    assert files["content/photos/skolski.jpg"] == picture
    assert files["content/photos/skolski.yaml"].startswith(b"alt:\n  en: A bus.\n")


def test_a_missing_description_is_told_before_the_picture_has_come(room: Room) -> None:
    found = room.problems("photo/new.md", photo__new={"picture": "/photos/bus.jpg"})["problems"]
    assert found[0]["message"] == "“Alt” is empty"


def test_the_place_is_taken_out_of_a_picture_and_that_is_told(room: Room) -> None:
    sheet = {"picture": "/photos/bus.jpg"}
    data = jpeg(with_place=True)
    assert tells_place(data)
    assert room.save(("photos/bus.jpg", data), photo__bus=sheet)[0] == HTTPStatus.OK
    kept = room.files()["content/photos/bus.jpg"]
    before, after = Image.open(BytesIO(data)), Image.open(BytesIO(kept))
    assert not tells_place(kept)
    assert after.getexif()[0x0112] == 6
    assert after.tobytes() == before.tobytes()
    note = room.problems("photo/bus.md", photo__bus=room.open("photo/bus.md"))["note"]
    assert note == "the camera’s note of the place was taken out of this picture"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("bus.jpg", b"Only words.", "this is not a JPEG, PNG, WebP, AVIF or GIF picture"),
        ("bus.jpg", jpeg()[:200], "the picture is damaged, or breaks off"),
        ("bus.jpg", b"\xff" * 41_000_000, "the file has 41 MB, and 40 at most are taken"),
        (
            "glass.jpg",
            jpeg(),
            "content/photos/glass.jpg is there already; give the file that you send another name",
        ),
        ("my file.pdf", b"%PDF", "the name “my file.pdf” has more in it"),
    ],
)
def test_what_cannot_be_used_is_refused(room: Room, name: str, data: bytes, words: str) -> None:
    before = room.files()
    asset = {"path": f"photos/{name}", "content": base64.b64encode(data).decode()}
    status, answer = room.ask("persistMedia", asset=asset)
    assert (status, room.files()) == (HTTPStatus.UNPROCESSABLE_ENTITY, before)
    assert words in answer["error"]


def test_a_document_goes_to_the_files(room: Room) -> None:
    asset = {"path": "files/report.pdf", "content": base64.b64encode(b"%PDF").decode()}
    assert room.ask("persistMedia", asset=asset)[0] == HTTPStatus.OK
    assert room.files()["content/files/report.pdf"] == b"%PDF"


def test_what_the_disk_does_not_take_is_told(room: Room) -> None:
    Path("content/files").write_text("no folder", encoding="utf-8")
    asset = {"path": "files/report.pdf", "content": base64.b64encode(b"%PDF").decode()}
    status, answer = room.ask("persistMedia", asset=asset)
    assert status == HTTPStatus.INTERNAL_SERVER_ERROR
    assert answer == {"error": "nothing was written: File exists"}


def test_an_entry_and_its_picture_are_saved_together_or_not_at_all(room: Room) -> None:
    before = room.files()
    with pytest.raises(Refusal):
        room.front.cabinet.sheet(Address.read("nothing/x.md"))
    status, _ = room.save(("photos/bus.jpg", b"words"), photo__bus={"alt": {"en": "A bus."}})
    assert (status, room.files()) == (HTTPStatus.UNPROCESSABLE_ENTITY, before)


# The server


@contextlib.contextmanager
def served(room: Room) -> Iterator[int]:
    desk = Desk(room.folder, "r1", Voice(lambda _: None))
    with serving(0, desk, Noticeboard(), door=room.front) as server:
        yield server.server_port


def knock(port: int, headers: dict[str, str], body: bytes = b"{}") -> int:
    named = {
        "Host": f"127.0.0.1:{port}",
        "Origin": f"http://127.0.0.1:{port}",
        "Content-Type": "application/json",
        **headers,
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", "/admin/api", body, named)
    return connection.getresponse().status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"Content-Type": "application/json; charset=utf-8"}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"Origin": "http://evil.example"}, HTTPStatus.FORBIDDEN),
        ({"Origin": "null"}, HTTPStatus.FORBIDDEN),
        ({"Host": "evil.example"}, HTTPStatus.FORBIDDEN),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, HTTPStatus.FORBIDDEN),
        ({"Content-Type": "text/plain"}, HTTPStatus.FORBIDDEN),
    ],
)
def test_only_its_own_page_may_knock(room: Room, headers: dict[str, str], status: int) -> None:
    with served(room) as port:
        assert knock(port, headers) == status


def test_a_save_that_breaks_off_in_the_middle_writes_nothing(room: Room) -> None:
    before = room.files()
    sheet = {**room.open(EN), "title": "More milk"}
    files = [{"path": EN, "slug": "x", "raw": json.dumps(sheet)}]
    asked = {"action": "persistEntry", "params": {"dataFiles": files, "assets": []}}
    body = json.dumps(asked).encode()
    with served(room) as port:
        head = (
            f"POST /admin/api HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n"
            f"Origin: http://127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(head.encode() + body[:-1])
            line.shutdown(socket.SHUT_WR)
            assert line.recv(1) == b""
        assert room.files() == before
        assert knock(port, {}, body) == HTTPStatus.OK
    assert b"More milk" in room.files()[MILK]


def test_too_much_is_answered_with_words(room: Room) -> None:
    body = b" " * 110_000_000
    with served(room) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/json"}
        connection.request("POST", "/admin/api?lang=sr-Latn", body, headers)
        answer = connection.getresponse()
        words = json.loads(answer.read())["error"]
    assert answer.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert words.startswith("datoteka ima 82 MB, a prima se najviše 40;")


def test_the_page_may_ask_nothing_of_another_host(room: Room) -> None:
    page = room.front.get("/admin/?lang=sr-Cyrl")
    assert page.policy is not None
    assert page.policy.startswith("default-src 'none'; script-src 'self' 'unsafe-eval';")
    assert b'<html lang="sr-Cyrl">' in page.body
    assert "//" not in page.policy


def test_the_form_alone_may_show_pages_within_itself(room: Room) -> None:
    with served(room) as port:
        found = {}
        for path in ("/admin/", "/en/"):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path, headers={"Host": "localhost"})
            policy = connection.getresponse().headers["Content-Security-Policy"]
            found[path] = policy.partition("frame-ancestors ")[2]
            connection.close()
    assert found == {"/admin/": "'none'", "/en/": "'self'"}


def test_the_preview_alone_has_no_form(room: Room) -> None:
    desk = Desk(room.folder, "r1", Voice(lambda _: None))
    with serving(0, desk, Noticeboard()) as server:
        assert knock(server.server_port, {}) == HTTPStatus.METHOD_NOT_ALLOWED
