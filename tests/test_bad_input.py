"""Whatever is wrong with the content, staff read what it is, where, and what to type instead.

A small sound newsroom is damaged in one way per row; the row says the whole text that a person
then sees. No post ever disappears: it is in the catalogue, or it is named in a problem.
"""

# ruff: noqa: E501 - what people read stands here as they read it
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from newsdesk.catalogue import Catalogue, gather
from newsdesk.problems import Problem, SiteError
from newsdesk.settings import Edition, Settings

Content = dict[str, str | bytes]
Damage = Callable[[Content], Content]

HOUSE = Settings(
    editions=(
        Edition("en", "en", "en", "en_GB", "English"),
        Edition("sr-Latn", "sr", "sr", "sr_Latn", "Srpski"),
        Edition("sr-Cyrl", "sr-cyrl", "sr", "sr_Cyrl", "Српски"),
    ),
    site_name={"en": "UNICEF Serbia", "sr-Latn": "UNICEF Srbija"},
    tagline={"en": "for every child", "sr-Latn": "za svako dete"},
    site_url="https://example.org",
    zone=ZoneInfo("Europe/Belgrade"),
    id_authority="example.org,2026",
    now=datetime(2027, 1, 1, tzinfo=UTC),
)

MILK = "content/en/articles/milk.md"
SHOES = "content/en/articles/shoes.md"
MISSION = "content/en/pages/mission.md"
CATEGORIES = "content/vocabulary/categories.yaml"
PEOPLE = "content/vocabulary/people.yaml"
PHOTO = "content/photos/milk.jpg"
RECORD = "content/photos/milk.yaml"


def _photograph() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30)).save(out, "JPEG")
    return out.getvalue()


SOUND: Mapping[str, str | bytes] = {
    MILK: dedent("""\
        ---
        id: milk01
        type: news
        lang: en
        title: Milk for every school
        summary: Every pupil in the country gets a glass of milk a day from this autumn on.
        slug: milk
        date: 2026-11-22
        categories: [media, health]
        organisers: [unicef]
        speakers: [ana-peric]
        contacts: [press]
        related: [shoe01]
        people_under_18: [{consent: C-2026-0123, consent_until: 2029-11-22, circumstances: none, name_shown: none, face_shown: true}]
        ---
        The milk came after [the shoes](item:shoe01).

        ![A glass of milk](photo:milk)

        ## How it came

        By road, with [the press](category:media) behind it.

        ### How it went

        Fast.
        """),
    SHOES: dedent("""\
        ---
        id: shoe01
        type: news
        lang: en
        title: Shoes for every foot
        summary: Four thousand pairs were given out in the mountains before the first snow fell.
        slug: shoes
        date: 2026-11-20
        categories: [health]
        people_under_18: none
        ---
        The shoes came.
        """),
    MISSION: dedent("""\
        ---
        id: miss01
        type: page
        lang: en
        title: Our mission
        summary: Who we are, and what we want for every child in the country.
        slug: mission
        ---
        We are here.
        """),
    CATEGORIES: dedent("""\
        media:
          name: {en: Media, sr-Latn: Mediji}
          description: {en: News for journalists., sr-Latn: Vesti za novinare.}
          colour: grey
        health:
          name: {en: Health, sr-Latn: Zdravlje}
          description: {en: How children stay well., sr-Latn: Kako deca ostaju zdrava.}
          colour: green
        """),
    "content/vocabulary/organisations.yaml": dedent("""\
        unicef:
          name: {en: UNICEF in Serbia, sr-Latn: UNICEF u Srbiji}
          short: UNICEF
        """),
    PEOPLE: dedent("""\
        ana-peric:
          name: {en: Ana Perić, sr-Latn: Ana Perić}
          role: {en: Doctor, sr-Latn: lekarka}
          organisation: unicef
        """),
    "content/vocabulary/contacts.yaml": dedent("""\
        press:
          name: {en: Press office, sr-Latn: Služba za medije}
          role: {en: Interviews, sr-Latn: Intervjui}
          email: press@example.org
          telephone: "+381 11 000 0000"
          hours: {en: from nine to five, sr-Latn: od devet do pet}
        """),
    PHOTO: _photograph(),
    RECORD: dedent("""\
        alt: {en: A boy drinks a glass of milk., sr-Latn: Dečak pije mleko.}
        caption: {en: School milk., sr-Latn: Školsko mleko.}
        credit: © UNICEF Serbia/2026/Surname
        rights: unicef
        date: 2026-11-20
        people_under_18:
          - consent: C-2026-0123
            consent_until: 2029-11-22
            circumstances: none
            name_shown: none
            face_shown: true
        """),
    "content/LICENSE.md": "Everybody may use this.\n",
}


def write(content: Mapping[str, str | bytes]) -> None:
    """Put content into the folder that the test stands in."""
    for path, text in content.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())


def gathered() -> Catalogue:
    return gather(Path("content"), HOUSE)


def problems() -> tuple[Problem, ...]:
    """Give all problems, or none."""
    try:
        gathered()
    except SiteError as error:
        return error.problems
    return ()


def told() -> str:
    """Give the whole text that a person reads."""
    return "\n".join(str(problem) for problem in problems())


# The ways to damage a newsroom


def changed(path: str, old: str, new: str) -> Damage:
    """Type something else in a file."""

    def damage(content: Content) -> Content:
        text = str(content[path])
        assert text.count(old) == 1, f"{path} must say {old!r} once"
        return content | {path: text.replace(old, new)}

    return damage


def put(path: str, text: str | bytes) -> Damage:
    """Put a file there, in the place of one that may be there."""
    return lambda content: content | {path: text}


def recoded(path: str, recode: Callable[[str], bytes]) -> Damage:
    """Save a file in another way."""
    return lambda content: content | {path: recode(str(content[path]))}


def moved(path: str, new: str) -> Damage:
    """Give a file another name."""

    def damage(content: Content) -> Content:
        return {new if name == path else name: text for name, text in content.items()}

    return damage


def both(*damages: Damage) -> Damage:
    """Do several things to the content."""

    def damage(content: Content) -> Content:
        for each in damages:
            content = each(content)
        return content

    return damage


SERBIAN_SHOES = (
    str(SOUND[SHOES])
    .replace("lang: en", "lang: sr-Latn")
    .replace("Shoes for every foot", "Cipele za svakoga")
)

FIELDS = {
    "a category that is not in the vocabulary": (
        changed(MILK, "[media, health]", "[media, helth]"),
        """
        content/en/articles/milk.md:9: “helth” is not a category that we know
            Hint: type health
        """,
    ),
    "a category that is like none": (
        changed(MILK, "[media, health]", "[media, football]"),
        """
        content/en/articles/milk.md:9: “football” is not a category that we know
            Hint: known are: health, media; others can be added to vocabulary/categories.yaml
        """,
    ),
    "a category by its name": (
        changed(MILK, "[media, health]", "[Media, health]"),
        """
        content/en/articles/milk.md:9: “Media” does not fit “categories[1]”: only a–z, digits and hyphens do
            Hint: type media
        """,
    ),
    "a category twice": (
        changed(MILK, "[media, health]", "[media, health, media]"),
        """
        content/en/articles/milk.md:9: “media” stands in “categories” twice
            Hint: keep one of the two
        """,
    ),
    "no category": (
        changed(MILK, "[media, health]", "[]"),
        """
        content/en/articles/milk.md:9: “categories” is empty
            Hint: type it like this: categories: [social-protection, media]
        """,
    ),
    "a misspelt field": (
        changed(MILK, "title:", "titel:"),
        """
        content/en/articles/milk.md:5: “titel” is not a field
            Hint: type title
        """,
    ),
    "a field in capitals": (
        changed(MILK, "summary:", "Summary:"),
        """
        content/en/articles/milk.md:6: “Summary” is not a field
            Hint: type summary
        """,
    ),
    "an unknown field": (
        changed(MISSION, "slug: mission", "slug: mission\nnaslovna: da"),
        """
        content/en/pages/mission.md:8: “naslovna” is not a field
            Hint: take the line out; known are: id, type, lang, title, summary, slug, status, publish_at, changes, withdrawn, review_by, related, aliases, protect, contacts, timeline
        """,
    ),
    "a field of another type": (
        changed(MISSION, "slug: mission", "slug: mission\ndate: 2026-11-22"),
        """
        content/en/pages/mission.md:8: a post of this type has no “date”
            Hint: take the line out, or change the type
        """,
    ),
    "no title": (
        changed(MILK, "title: Milk for every school\n", ""),
        """
        content/en/articles/milk.md:2: “title” is missing
            Hint: add a line such as title: Strengthening families – windows of opportunity
        """,
    ),
    "an empty title": (
        changed(MILK, "title: Milk for every school", "title:"),
        """
        content/en/articles/milk.md:5: “title” is empty
            Hint: type it like this: title: Strengthening families – windows of opportunity
        """,
    ),
    "a title with a full stop": (
        changed(MILK, "Milk for every school", "Milk for every school."),
        """
        content/en/articles/milk.md:5: the title “Milk for every school.” ends with a full stop
            Hint: type Milk for every school
        """,
    ),
    "a title with a colon": (
        changed(MILK, "title: Milk for every", "title: Milk: for every"),
        """
        content/en/articles/milk.md:5: the value has a colon in it
            Hint: put the value in quotation marks: title: "Milk: for every school"
        """,
    ),
    "a title of which no address can be made": (
        both(changed(MILK, "Milk for every school", "?!"), changed(MILK, "slug: milk\n", "")),
        """
        content/en/articles/milk.md:5: no address can be made of “?!”
            Hint: add a line slug: with small letters a–z and hyphens
        """,
    ),
    "a list for a title": (
        changed(MILK, "Milk for every school", "[Milk, for every school]"),
        """
        content/en/articles/milk.md:5: “title” must be one text, not a list
            Hint: type it like this: title: Strengthening families – windows of opportunity
        """,
    ),
    "a text for a list": (
        changed(MILK, "[media, health]", "media, health"),
        """
        content/en/articles/milk.md:9: “categories” must be a list
            Hint: type categories: [media, health]
        """,
    ),
    "a summary of two lines": (
        changed(MILK, "summary: Every pupil", "summary: |\n  Every\n  pupil"),
        """
        content/en/articles/milk.md:6: “summary” must be one line
            Hint: write it on one line, without a line break
        """,
    ),
    "a summary that is the title": (
        changed(
            MISSION, "Who we are, and what we want for every child in the country", "Our Mission"
        ),
        """
        content/en/pages/mission.md:6: the summary is the title again
            Hint: say in one or two sentences what it is about
        """,
    ),
    "no date": (
        changed(MILK, "date: 2026-11-22\n", ""),
        """
        content/en/articles/milk.md:2: “date” is missing
            Hint: add a line such as date: 2026-11-22
        """,
    ),
    "a date as it is said": (
        changed(MILK, "2026-11-22", "22. novembar 2026."),
        """
        content/en/articles/milk.md:8: “22. novembar 2026.” is not typed as year-month-day
            Hint: type 2026-11-22
        """,
    ),
    "a day that does not exist": (
        changed(MILK, "2026-11-22", "2026-11-31"),
        """
        content/en/articles/milk.md:8: 2026-11-31 does not exist: that month has 30 days
            Hint: type a day from 2026-11-01 to 2026-11-30
        """,
    ),
    "two dates": (
        changed(MILK, "2026-11-22", "[2026-11-22, 2026-11-23]"),
        """
        content/en/articles/milk.md:8: “date” must be one date
            Hint: type date: 2026-11-22
        """,
    ),
    "an unknown type": (
        changed(MILK, "type: news", "type: New"),
        """
        content/en/articles/milk.md:3: “New” is not a value of “type”
            Hint: type news
        """,
    ),
    "a type that is like none": (
        changed(MILK, "type: news", "type: blog"),
        """
        content/en/articles/milk.md:3: “blog” is not a value of “type”
            Hint: type one of: press_release, statement, news, story, event, publication, programme, page
        """,
    ),
    "a list for a type": (
        changed(MILK, "type: news", "type: [news]"),
        """
        content/en/articles/milk.md:3: “[news]” is not a value of “type”
            Hint: type news
        """,
    ),
    "no type": (
        changed(MILK, "type: news\n", ""),
        """
        content/en/articles/milk.md:2: “type” is missing
            Hint: add a line type: with one of: press_release, statement, news, story, event, publication, programme, page
        """,
    ),
    "an unknown language": (
        changed(MILK, "lang: en", "lang: srp"),
        """
        content/en/articles/milk.md:4: “srp” is not a value of “lang”
            Hint: type one of: en, sr-Latn, sr-Cyrl
        """,
    ),
    "a language in capitals": (
        changed(MILK, "lang: en", "lang: EN"),
        """
        content/en/articles/milk.md:4: “EN” is not a value of “lang”
            Hint: type en
        """,
    ),
    "an id with capitals": (
        changed(MILK, "id: milk01", "id: MILK01"),
        """
        content/en/articles/milk.md:2: “MILK01” does not fit “id”: only a–z, digits and hyphens do
            Hint: type milk01
        """,
    ),
    "a slug with spaces": (
        changed(MILK, "slug: milk", "slug: Mleko za škole"),
        """
        content/en/articles/milk.md:7: “Mleko za škole” does not fit “slug”: only a–z, digits and hyphens do
            Hint: type mleko-za-skole
        """,
    ),
    "an old address without its slash": (
        changed(MILK, "slug: milk", "slug: milk\naliases: [serbia/milk.html]"),
        """
        content/en/articles/milk.md:8: “serbia/milk.html” at “aliases[1]” is not an address that begins with /
            Hint: type it like this: aliases: [/serbia/overview.html]
        """,
    ),
    "an unknown speaker": (
        changed(MILK, "[ana-peric]", "[ana-perić]"),
        """
        content/en/articles/milk.md:11: “ana-perić” does not fit “speakers[1]”: only a–z, digits and hyphens do
            Hint: type ana-peric
        """,
    ),
    "a misspelt speaker": (
        changed(MILK, "[ana-peric]", "[ana-petric]"),
        """
        content/en/articles/milk.md:11: “ana-petric” is not a person that we know
            Hint: type ana-peric
        """,
    ),
    "an unknown organisation": (
        changed(MILK, "[unicef]", "[unicef, who]"),
        """
        content/en/articles/milk.md:10: “who” is not an organisation that we know
            Hint: known are: unicef; others can be added to vocabulary/organisations.yaml
        """,
    ),
    "an unknown contact": (
        changed(MILK, "[press]", "[pres]"),
        """
        content/en/articles/milk.md:12: “pres” is not a contact that we know
            Hint: type press
        """,
    ),
    "an unknown id among the related": (
        changed(MILK, "related: [shoe01]", "related: [shoe10]"),
        """
        content/en/articles/milk.md:13: “shoe10” is not the id of a post
            Hint: type shoe01 for “Shoes for every foot”
        """,
    ),
    "nothing said of children": (
        changed(SHOES, "people_under_18: none\n", ""),
        """
        content/en/articles/shoes.md:2: “people_under_18” is missing
            Hint: add a line such as people_under_18: none
        """,
    ),
    "no child, in other words": (
        changed(SHOES, "people_under_18: none", "people_under_18: no"),
        """
        content/en/articles/shoes.md:10: “people_under_18” is “no”, not “none”
            Hint: type people_under_18: none
        """,
    ),
    "a photo at the head that is not there": (
        changed(MILK, "related: [shoe01]", "related: [shoe01]\nlead_photo: mlik"),
        """
        content/en/articles/milk.md:14: there is no photo “mlik”
            Hint: type milk
        """,
    ),
}

LIVES = {
    "an unknown status": (
        changed(SHOES, "slug: shoes", "slug: shoes\nstatus: darft"),
        """
        content/en/articles/shoes.md:8: “darft” is not a value of “status”
            Hint: type draft
        """,
    ),
    "withdrawn without a word": (
        changed(SHOES, "slug: shoes", "slug: shoes\nstatus: withdrawn"),
        """
        content/en/articles/shoes.md:2: the post is withdrawn, but nothing says when and why
            Hint: add withdrawn: and below it at, reason and explanation
        """,
    ),
    "a notice on a post that stands": (
        changed(
            SHOES,
            "slug: shoes",
            "slug: shoes\nwithdrawn: {at: 2026-11-23, reason: error, explanation: Wrong.}",
        ),
        """
        content/en/articles/shoes.md:8: “withdrawn” stands in a post that is not withdrawn
            Hint: type status: withdrawn, or take “withdrawn” out
        """,
    ),
    "a reason that is none": (
        changed(
            SHOES,
            "slug: shoes",
            "slug: shoes\nstatus: withdrawn\n"
            "withdrawn: {at: 2026-11-23, reason: mistake, explanation: Wrong.}",
        ),
        """
        content/en/articles/shoes.md:9: “mistake” is not a value of “withdrawn.reason”
            Hint: type one of: error, consent, law, outdated, other
        """,
    ),
    "a time that does not exist": (
        changed(SHOES, "slug: shoes", "slug: shoes\npublish_at: 2026-11-24 25:00"),
        """
        content/en/articles/shoes.md:8: the time 25:00 does not exist
            Hint: type hours from 00 to 23 and minutes from 00 to 59, such as 14:30
        """,
    ),
    "corrections from the newest to the oldest": (
        changed(
            SHOES,
            "slug: shoes",
            "slug: shoes\nchanges:\n"
            "  - {at: 2026-11-25, note: Forty., level: minor}\n"
            "  - {at: 2026-11-24, note: Fourteen., level: minor}",
        ),
        """
        content/en/articles/shoes.md:8: the changes are not in the order of their time
            Hint: put the oldest first, the newest last
        """,
    ),
    "corrections of a page in another order": (
        changed(
            MISSION,
            "slug: mission",
            "slug: mission\nchanges:\n"
            "  - {at: 2026-11-25, note: Forty., level: minor}\n"
            "  - {at: 2026-11-24, note: Fourteen., level: minor}",
        ),
        """
        content/en/pages/mission.md:8: the changes are not in the order of their time
            Hint: put the oldest first, the newest last
        """,
    ),
}


def head(kind: str, more: str) -> str:
    """Write a post of another type, which has its particulars from line 8 on."""
    lines = (
        f"id: more01\ntype: {kind}\nlang: en\ntitle: More for all\n"
        "summary: There is more than milk and shoes.\ndate: 2026-11-22\n"
    )
    return f"---\n{lines}{dedent(more)}categories: [media]\n---\nMore came.\n"


MORE = "content/en/articles/more.md"
RELEASE = """\
    dateline: {place: Belgrade, date: 2026-11-22}
    contacts: [press]
    boilerplate: [about]
    lead_photo: none
    people_under_18: none
    """
ABOUT = "about:\n  title: {en: About, sr-Latn: O nama}\n  text: {en: Us., sr-Latn: Mi.}\n"
STANDING_TEXTS = "content/vocabulary/boilerplate.yaml"

TYPES = {
    "a release of another day": (
        both(
            put(MORE, head("press_release", RELEASE.replace("2026-11-22", "2026-11-20"))),
            put(STANDING_TEXTS, ABOUT),
        ),
        """
        content/en/articles/more.md:8: the dateline is 2 days away from the date
            Hint: mend one of them, or add below dateline a note: that says why
        """,
    ),
    "a release without what every release has": (
        put(MORE, head("press_release", "lead_photo: none\n")),
        """
        content/en/articles/more.md:2: “boilerplate” is missing
            Hint: add a line such as boilerplate: [about-unicef-serbia]
        content/en/articles/more.md:2: “contacts” is missing
            Hint: add a line such as contacts: [press-office]
        content/en/articles/more.md:2: “dateline” is missing
            Hint: add a line such as dateline: {place: Belgrade, …}
        content/en/articles/more.md:2: “people_under_18” is missing
            Hint: add a line such as people_under_18: none
        """,
    ),
    "a standing text that nobody has written": (
        put(MORE, head("press_release", RELEASE)),
        """
        content/en/articles/more.md:10: “about” is not a standing text that we know
            Hint: choose a name from vocabulary/boilerplate.yaml, or add it there
        """,
    ),
    "a story without a photo and without saying so": (
        put(MORE, head("story", "people_under_18: none\n")),
        """
        content/en/articles/more.md:2: “lead_photo” is missing
            Hint: add a line such as lead_photo: none
        """,
    ),
    "an event that ends before it starts": (
        put(MORE, head("event", "starts: 2026-12-02\nends: 2026-12-01\nvenue: Belgrade\n")),
        """
        content/en/articles/more.md:9: the event ends before it starts
            Hint: type the later time at ends
        """,
    ),
    "a report that is not there": (
        put(
            MORE,
            head("publication", "downloads:\n  - {file: a.pdf, language: en, title: A report}\n"),
        ),
        """
        content/en/articles/more.md:9: there is no file “a.pdf” in files/
            Hint: put it there, under this name
        """,
    ),
    "a report that lies in a folder": (
        both(
            put(
                MORE,
                head("publication", "downloads:\n  - {file: a.pdf, language: en, title: A}\n"),
            ),
            put("content/files/files/a.pdf", b"%PDF"),
        ),
        """
        content/en/articles/more.md:9: there is no file “a.pdf” in files/
            Hint: put it there, under this name
        """,
    ),
    "a file in another folder": (
        put(
            MORE,
            head("publication", "downloads:\n  - {file: ../a.pdf, language: en, title: A}\n"),
        ),
        """
        content/en/articles/more.md:9: “../a.pdf” at “downloads[1].file” is not the plain name of a file
            Hint: type it like this: file: annual-report-2025.pdf
        """,
    ),
    "a post that is no programme": (
        changed(MILK, "slug: milk", "slug: milk\nprogramme: shoe01"),
        """
        content/en/articles/milk.md:8: “shoe01” is not the id of a programme
            Hint: type the id of a post that has type: programme
        """,
    ),
}

PHOTOS = {
    "a picture without a record, told once": (
        lambda content: {path: text for path, text in content.items() if path != RECORD},
        """
        content/photos/milk.jpg: this picture has no record
            Hint: write one: content/photos/milk.yaml
        """,
    ),
    "a record without a picture, told once": (
        lambda content: {path: text for path, text in content.items() if path != PHOTO},
        """
        content/photos/milk.yaml: there is no picture to this record
            Hint: put the picture beside it, or delete the record
        """,
    ),
    "a record that cannot be read, told once": (
        changed(RECORD, "rights: unicef", "rights: everybody"),
        """
        content/photos/milk.yaml:4: “everybody” is not a value of “rights”
            Hint: type one of: unicef, press, partner, embargoed
        """,
    ),
    "a photo without a word for those who do not see it": (
        changed(
            RECORD,
            "alt: {en: A boy drinks a glass of milk., sr-Latn: Dečak pije mleko.}",
            "alt: {en: IMG_1234.jpg}",
        ),
        """
        content/photos/milk.yaml:1: “IMG_1234.jpg” is a file name, not a description
            Hint: say in one sentence what the picture shows to somebody who cannot see it
        """,
    ),
    "a face that must not be shown": (
        changed(RECORD, "circumstances: none", "circumstances: [sexual_abuse_victim]"),
        """
        content/photos/milk.yaml:11: a child who was sexually abused or exploited must never be recognised, but “face_shown” is “true”
            Hint: take a picture in which nobody knows the child, and type face_shown: false
        """,
    ),
    "a child in a photo of whom the post says nothing": (
        changed(MILK, "consent: C-2026-0123", "consent: C-2026-0124"),
        """
        content/en/articles/milk.md:14: the photo “milk” shows a child with the consent C-2026-0123, which this post does not name
            Hint: copy the child's record from content/photos/milk.yaml
        """,
    ),
    "a photo that is not described in the language of its post": (
        changed(RECORD, "caption: {en: School milk., sr", "caption: {sr"),
        """
        content/photos/milk.yaml:2: “caption” says nothing in en, in which content/en/articles/milk.md shows the photo
            Hint: add a line below it: en: and the text
        """,
    ),
    "the name of a parent in the place of a number": (
        changed(RECORD, "consent: C-2026-0123", "consent: Jelena"),
        """
        content/photos/milk.yaml:7: “people_under_18[1].consent” must be the number under which the office keeps the form
            Hint: type it like this: C-2026-0123; never type a name here
        """,
    ),
}

HEADERS = {
    "a tab": (
        changed(MILK, "speakers: [ana-peric]", "speakers:\n\t- ana-peric"),
        """
        content/en/articles/milk.md:12: a tab stands in the header
            Hint: type spaces instead, two for each step to the right
        """,
    ),
    "a field twice": (
        changed(MILK, "slug: milk", "slug: milk\ntitle: Milk"),
        """
        content/en/articles/milk.md:8: “title” stands here again
            Hint: keep one of them; the first is in line 5
        """,
    ),
    "no end": (
        changed(MISSION, "\n---\nWe are here.", "\n\nWe are here."),
        """
        content/en/pages/mission.md:9: the text begins here, but the header above it has no end
            Hint: type a line --- between the header and the text
        """,
    ),
    "no beginning": (
        changed(MISSION, "---\nid: miss01", "id: miss01"),
        """
        content/en/pages/mission.md:1: the file does not begin with a header, but with “id: miss01”
            Hint: type --- as the first line, under it the header, and under that another ---
        """,
    ),
    "an open bracket": (
        changed(MILK, "[media, health]", "[media, health"),
        """
        content/en/articles/milk.md:9: the bracket “[” is not closed
            Hint: type “]” at the end of the list, or put a text in quotation marks
        """,
    ),
    "an open quotation mark": (
        changed(MILK, "title: Milk for every school", 'title: "Milk for every school'),
        """
        content/en/articles/milk.md:5: the quotation mark “"” is not closed
            Hint: put another one at the end of the value: title: "Milk for every school"
        """,
    ),
    "no space behind a colon": (
        changed(MILK, "slug: milk", "slug:milk"),
        """
        content/en/articles/milk.md:7: a space is missing behind “slug:”
            Hint: type slug: milk
        """,
    ),
    "a sign of YAML": (
        changed(MILK, "title: Milk", "title: @Milk"),
        """
        content/en/articles/milk.md:5: a value cannot begin with “@”
            Hint: put the value in quotation marks: title: "@Milk for every school"
        """,
    ),
}

ENCODINGS = {
    "a byte order mark": (
        recoded(MILK, lambda text: text.encode("utf-8-sig")),
        """
        content/en/articles/milk.md:1: an invisible mark (BOM) stands before the first letter of the file
            Hint: choose “Save as” in the editor, and there UTF-8, not “UTF-8 with BOM”
        """,
    ),
    "the line ends of Windows": (
        recoded(MILK, lambda text: text.replace("\n", "\r\n").encode()),
        """
        content/en/articles/milk.md:1: the lines end as on Windows or on an old Mac (CRLF or CR)
            Hint: set the line ends of the file to LF in the editor, and save it
        """,
    ),
    "Windows-1250": (
        recoded(MILK, lambda text: text.replace("glass", "čaša").encode("cp1250")),
        """
        content/en/articles/milk.md:6: the file is saved as Windows-1250, not as UTF-8
            Hint: choose “Save as” in the editor, and there the encoding UTF-8
        """,
    ),
    "UTF-16": (
        recoded(MILK, lambda text: text.encode("utf-16")),
        """
        content/en/articles/milk.md: the file is saved as UTF-16 (Notepad calls it Unicode), not as UTF-8
            Hint: choose “Save as” in the editor, and there the encoding UTF-8
        """,
    ),
    "nothing": (
        put(MILK, b""),
        """
        content/en/articles/milk.md: the file is empty
            Hint: type its header and its text, or delete the file
        """,
    ),
}

BODIES = {
    "a link to no item": (
        changed(MILK, "(item:shoe01)", "(item:shoes1)"),
        """
        content/en/articles/milk.md:16: “item:shoes1” leads to no item
            Hint: type item:shoe01 for “Shoes for every foot”
        """,
    ),
    "a link to no item, and like none": (
        changed(MILK, "(item:shoe01)", "(item:xyzxyz)"),
        """
        content/en/articles/milk.md:16: “item:xyzxyz” leads to no item
            Hint: type the id that stands at the head of the post
        """,
    ),
    "a link to no category": (
        changed(MILK, "(category:media)", "(category:medja)"),
        """
        content/en/articles/milk.md:22: “category:medja” leads to no category
            Hint: type category:media
        """,
    ),
    "a link to no category, and like none": (
        changed(MILK, "(category:media)", "(category:football)"),
        """
        content/en/articles/milk.md:22: “category:football” leads to no category
            Hint: known are: health, media; others can be added to vocabulary/categories.yaml
        """,
    ),
    "a link with a slip in its first word": (
        changed(MILK, "(item:shoe01)", "(itme:shoe01)"),
        """
        content/en/articles/milk.md:16: no link begins with “itme:”
            Hint: type item:shoe01
        """,
    ),
    "a link that runs a program": (
        changed(MILK, "(item:shoe01)", "(javascript:alert)"),
        """
        content/en/articles/milk.md:16: no link begins with “javascript:”
            Hint: links begin with: item:, category:, https:, http:, mailto:, tel:
        """,
    ),
    "a link without https": (
        changed(MILK, "(item:shoe01)", "(www.unicef.org)"),
        """
        content/en/articles/milk.md:16: the link “www.unicef.org” leads nowhere
            Hint: type https://www.unicef.org
        """,
    ),
    "a link to a file": (
        changed(MILK, "(item:shoe01)", "(shoes.md)"),
        """
        content/en/articles/milk.md:16: the link “shoes.md” leads nowhere
            Hint: type the whole address, or item: and the id of a post
        """,
    ),
    "a photo that is not there": (
        changed(MILK, "(photo:milk)", "(photo:glass-of-water)"),
        """
        content/en/articles/milk.md:18: there is no photo “glass-of-water”
            Hint: put the picture and its record into photos/, and type its name without ending
        """,
    ),
    "a misspelt photo": (
        changed(MILK, "(photo:milk)", "(photo:mlik)"),
        """
        content/en/articles/milk.md:18: there is no photo “mlik”
            Hint: type milk
        """,
    ),
    "a photo by its file": (
        changed(MILK, "(photo:milk)", "(photos/milk.jpg)"),
        """
        content/en/articles/milk.md:18: “photos/milk.jpg” is not how a photo is named
            Hint: type photo:milk
        """,
    ),
    "a picture from outside of photos": (
        changed(MILK, "(photo:milk)", "(../pelicanconf.py)"),
        """
        content/en/articles/milk.md:18: the picture “../pelicanconf.py” is not there
            Hint: put it into photos/ with its record, and type photo: and its name without ending
        """,
    ),
    "a picture on another site": (
        changed(MILK, "(photo:milk)", "(https://example.org/glass.jpg)"),
        """
        content/en/articles/milk.md:18: the picture “https://example.org/glass.jpg” is not there
            Hint: put it into photos/ with its record, and type photo: and its name without ending
        """,
    ),
    "a link to a photo": (
        changed(MILK, "(item:shoe01)", "(photo:milk)"),
        """
        content/en/articles/milk.md:16: “photo:milk” is a photo, and a link cannot lead to it
            Hint: type an exclamation mark before its bracket: ![…](photo:milk)
        """,
    ),
    "a second title": (
        changed(MILK, "## How it came", "# How it came"),
        """
        content/en/articles/milk.md:20: “How it came” is a second title: the one in the header is enough
            Hint: type ## How it came
        """,
    ),
    "a hashtag": (
        changed(SHOES, "The shoes came.", "#ForEveryFoot is what we say."),
        r"""
        content/en/articles/shoes.md:12: “#ForEveryFoot” at the beginning of a line makes a title of it
            Hint: type \#ForEveryFoot for a hashtag, or ## and a space for a heading
        """,
    ),
    "a heading level left out": (
        changed(MILK, "### How it went", "#### How it went"),
        """
        content/en/articles/milk.md:24: the heading “How it went” leaves out a level
            Hint: type ### How it went
        """,
    ),
}

FILES = {
    "two posts with one slug": (
        changed(SHOES, "slug: shoes", "slug: milk"),
        """
        content/en/articles/shoes.md:7: “milk” is the slug of content/en/articles/milk.md as well
            Hint: type another slug: two posts cannot have one address
        """,
    ),
    "two posts with one id": (
        put(
            "content/en/articles/socks.md",
            str(SOUND[SHOES]).replace("slug: shoes", "slug: socks"),
        ),
        """
        content/en/articles/socks.md:2: “shoe01” is the id of content/en/articles/shoes.md as well
            Hint: make up another id of six letters and digits
        """,
    ),
    "two posts with one old address": (
        both(
            changed(MILK, "slug: milk", "slug: milk\naliases: [/old.html]"),
            changed(SHOES, "slug: shoes", "slug: shoes\naliases: [/older.html, /old.html]"),
        ),
        """
        content/en/articles/shoes.md:8: “/old.html” is an old address of content/en/articles/milk.md as well
            Hint: take it out of one of them
        """,
    ),
    "another slug in another language": (
        put("content/sr/articles/shoes.md", SERBIAN_SHOES.replace("slug: shoes", "slug: cipele")),
        """
        content/sr/articles/shoes.md:7: its address ends in “news/cipele”, that of content/en/articles/shoes.md in “news/shoes”
            Hint: type slug: shoes
        """,
    ),
    "no slug in another language": (
        put("content/sr/articles/shoes.md", SERBIAN_SHOES.replace("slug: shoes\n", "")),
        """
        content/sr/articles/shoes.md:2: its address ends in “news/cipele-za-svakoga”, that of content/en/articles/shoes.md in “news/shoes”
            Hint: type slug: shoes
        """,
    ),
    "both scripts of one language": (
        both(
            put("content/sr/articles/shoes.md", SERBIAN_SHOES),
            put(
                "content/sr/articles/shoes-in-cyrillic.md",
                SERBIAN_SHOES.replace("sr-Latn", "sr-Cyrl"),
            ),
        ),
        """
        content/sr/articles/shoes.md:2: “shoe01” is the id of content/sr/articles/shoes-in-cyrillic.md as well
            Hint: make up another id of six letters and digits
        content/sr/articles/shoes.md:7: “shoes” is the slug of content/sr/articles/shoes-in-cyrillic.md as well
            Hint: type another slug: two posts cannot have one address
        """,
    ),
    "a language in the folder of another": (
        put("content/en/articles/cipele.md", SERBIAN_SHOES),
        """
        content/en/articles/cipele.md:4: “sr-Latn” does not belong in content/en
            Hint: move the file to content/sr/articles; content/en is for: en
        """,
    ),
    "a page among the articles": (
        moved(MISSION, "content/en/articles/mission.md"),
        """
        content/en/articles/mission.md:3: “page” does not belong in content/en/articles
            Hint: move the file to content/en/pages; content/en/articles is for: press_release, statement, news, story, event, publication
        """,
    ),
    "news among the pages": (
        moved(MILK, "content/en/pages/milk.md"),
        """
        content/en/pages/milk.md:3: “news” does not belong in content/en/pages
            Hint: move the file to content/en/articles; content/en/pages is for: programme, page
        """,
    ),
    "a longer ending of a post that others link to": (
        moved(SHOES, "content/en/articles/shoes.markdown"),
        """
        content/en/articles/shoes.markdown: files that end in “.markdown” are not read here
            Hint: let its name be shoes.md
        """,
    ),
    "an ending that Windows hides": (
        moved(MILK, "content/en/articles/milk.md.txt"),
        """
        content/en/articles/milk.md.txt: files that end in “.txt” are not read here
            Hint: let its name be milk.md
        """,
    ),
    "no ending": (
        moved(MILK, "content/en/articles/milk"),
        """
        content/en/articles/milk: files without an ending are not read here
            Hint: let its name be milk.md
        """,
    ),
    "a file of Word": (
        put("content/en/articles/bread.docx", b"PK"),
        """
        content/en/articles/bread.docx: files that end in “.docx” are not read here
            Hint: copy its text into a file that ends in .md; pictures belong in photos/, documents in files/
        """,
    ),
    "a folder of no edition": (
        moved(MILK, "content/de/articles/milk.md"),
        """
        content/de: nothing reads this folder
            Hint: the folders here are: en, files, photos, sr, vocabulary
        """,
    ),
    "a misspelt folder with a post that others link to": (
        moved(SHOES, "content/en/artcles/shoes.md"),
        """
        content/en/artcles: nothing reads this folder
            Hint: let its name be articles
        """,
    ),
    "a post above its folder": (
        moved(MILK, "content/en/milk.md"),
        """
        content/en/milk.md: nothing reads this file
            Hint: a post belongs in articles/ or pages/ of its language, a picture in photos/, a document in files/
        """,
    ),
    "a post at the top": (
        moved(MILK, "content/milk.md"),
        """
        content/milk.md: nothing reads this file
            Hint: a post belongs in articles/ or pages/ of its language, a picture in photos/, a document in files/
        """,
    ),
}

RECORDS = {
    "a record without a language": (
        changed(CATEGORIES, "{en: Media, sr-Latn: Mediji}", "{en: Media}"),
        """
        content/vocabulary/categories.yaml:2: “media.name” says nothing in sr-Latn
            Hint: add a line below it: sr-Latn: and the text
        """,
    ),
    "a record in one language": (
        changed(CATEGORIES, "{en: Media, sr-Latn: Mediji}", "Media"),
        """
        content/vocabulary/categories.yaml:2: “name” must say for each language what it is
            Hint: type below it, two spaces to the right: en: Media
        """,
    ),
    "a record in an unknown language": (
        changed(CATEGORIES, "{en: Media, sr-Latn", "{en: Media, sr-latin"),
        """
        content/vocabulary/categories.yaml:2: “sr-latin” is not a language that we know
            Hint: type sr-Latn
        """,
    ),
    "an unknown colour": (
        changed(CATEGORIES, "colour: grey", "colour: gray"),
        """
        content/vocabulary/categories.yaml:4: “gray” is not a value of “colour”
            Hint: type grey
        """,
    ),
    "a key that fits no address": (
        changed(CATEGORIES, "health:\n", "Health & Care:\n"),
        """
        content/vocabulary/categories.yaml:5: “Health & Care” cannot name a record: only a–z, digits and hyphens can
            Hint: type health-care:
        """,
    ),
    "an empty record": (
        put(CATEGORIES, "media:\nhealth:\n"),
        """
        content/vocabulary/categories.yaml:1: “media” is empty
            Hint: type below it, two spaces to the right: name: {en: Media}
        content/vocabulary/categories.yaml:2: “health” is empty
            Hint: type below it, two spaces to the right: name: {en: Media}
        """,
    ),
    "a broken file, told once and not for every post": (
        put(CATEGORIES, "- media\n- health\n"),
        """
        content/vocabulary/categories.yaml:1: this is a list; fields are expected here
            Hint: type in each line a name, a colon, a space and the value, such as title: Our mission
        """,
    ),
    "a misnamed file, told once and not for every post": (
        moved(CATEGORIES, "content/vocabulary/category.yaml"),
        """
        content/vocabulary/category.yaml: “category” is not a kind of record
            Hint: let its name be categories.yaml
        """,
    ),
    "another ending, told once and not for every post": (
        moved(CATEGORIES, "content/vocabulary/categories.yml"),
        """
        content/vocabulary/categories.yml: files that end in “.yml” are not read here
            Hint: let its name be categories.yaml
        """,
    ),
    "a file in a folder of its own": (
        put("content/vocabulary/old/people.yaml", SOUND[PEOPLE]),
        """
        content/vocabulary/old/people.yaml: no folder within the vocabulary is read
            Hint: move the file to vocabulary/
        """,
    ),
    "a person of no organisation that is known": (
        changed(PEOPLE, "organisation: unicef", "organisation: unicfe"),
        """
        content/vocabulary/people.yaml:4: “unicfe” is not an organisation that we know
            Hint: type unicef
        """,
    ),
}

SEVERAL = {
    "several mistakes in one file": (
        both(
            changed(MILK, "lang: en", "lang: EN"),
            changed(MILK, "date: 2026-11-22", "date: 22.11.2026."),
            changed(MILK, "## How it came", "# How it came"),
        ),
        """
        content/en/articles/milk.md:4: “EN” is not a value of “lang”
            Hint: type en
        content/en/articles/milk.md:8: “22.11.2026.” is not typed as year-month-day
            Hint: type 2026-11-22
        content/en/articles/milk.md:20: “How it came” is a second title: the one in the header is enough
            Hint: type ## How it came
        """,
    ),
    "several broken files, by file and line": (
        both(
            changed(MISSION, "title: Our mission", "title: Our mission."),
            changed(PEOPLE, "organisation: unicef", "organization: unicef"),
            changed(MILK, "[press]", "[pres]"),
            changed(MILK, "(photo:milk)", "(photos/milk.jpeg)"),
            put(SHOES, b""),
            put("content/notes.txt", "Buy milk.\n"),
        ),
        """
        content/en/articles/milk.md:12: “pres” is not a contact that we know
            Hint: type press
        content/en/articles/milk.md:18: “photos/milk.jpeg” is not how a photo is named
            Hint: type photo:milk
        content/en/articles/shoes.md: the file is empty
            Hint: type its header and its text, or delete the file
        content/en/pages/mission.md:5: the title “Our mission.” ends with a full stop
            Hint: type Our mission
        content/notes.txt: nothing reads this file
            Hint: a post belongs in articles/ or pages/ of its language, a picture in photos/, a document in files/
        content/vocabulary/people.yaml:4: “organization” is not a field
            Hint: type organisation
        """,
    ),
}

TABLES = (FIELDS, LIVES, TYPES, PHOTOS, HEADERS, ENCODINGS, BODIES, FILES, RECORDS, SEVERAL)
ROWS = {name: row for table in TABLES for name, row in table.items()}


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths be those that a person sees."""
    monkeypatch.chdir(tmp_path)


def test_the_sound_newsroom_has_nothing_wrong() -> None:
    write(SOUND)

    items = gathered().items

    assert [item.source.path for item in items] == [MILK, SHOES, MISSION]


@pytest.mark.parametrize(("damage", "expected"), ROWS.values(), ids=ROWS.keys())
def test_a_person_reads_what_is_wrong_where_and_what_to_type(damage: Damage, expected: str) -> None:
    write(damage(dict(SOUND)))

    assert told() == dedent(expected).strip()


def test_no_two_tables_have_a_row_of_one_name() -> None:
    assert sum(map(len, TABLES)) == len(ROWS)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("content/en/articles/bread.md", "shoes.md"),
        ("content/en/articles/bread.md", "not-there.md"),
        ("content/en/articles/older", "../pages"),
        ("content/en/bread", "articles"),
        ("content/de", "en"),
        ("content/photos/bread.jpg", "milk.jpg"),
        ("content/files/report.pdf", "../photos/milk.jpg"),
    ],
)
def test_a_link_to_a_file_or_folder_is_named(path: str, target: str) -> None:
    write(SOUND)
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).symlink_to(target)

    assert told() == (
        f"{path}: this is a link to another file, not a file\n"
        "    Hint: put a copy of the file here instead of the link"
    )


@pytest.mark.parametrize(
    "name",
    [
        *(".bread.md", "bread.md~", ".#bread.md", "#bread.md#", "bread.swp", ".bread.md.swp"),
        *("~$bread.docx", "bread.md.bak", "Thumbs.db", "desktop.ini", ".DS_Store"),
        *("README.md", "LICENSE.md"),
    ],
)
@pytest.mark.parametrize("folder", ["content", "content/en", "content/en/articles"])
def test_what_editors_and_systems_leave_is_passed_over(folder: str, name: str) -> None:
    write(SOUND)
    Path(folder, name).write_text("- [ not a post")

    assert len(gathered().items) == 3


def test_a_hidden_folder_is_passed_over() -> None:
    write({**SOUND, "content/.obsidian/note.md": "note", "content/en/articles/.old/x.md": "x"})

    assert len(gathered().items) == 3


def test_a_post_that_begins_with_a_hash_is_no_leftover() -> None:
    write(moved(SHOES, "content/en/articles/#shoes.md")(dict(SOUND)))

    assert "content/en/articles/#shoes.md" in gathered().sources


def test_posts_may_stand_in_folders_of_their_own() -> None:
    write(moved(MILK, "content/en/articles/2026/autumn/milk.md")(dict(SOUND)))

    assert "content/en/articles/2026/autumn/milk.md" in gathered().sources


def test_content_that_is_not_there_is_no_empty_newsroom() -> None:
    assert told() == "content: there is no such folder"


# No post ever disappears


def is_read_or_named(path: str) -> bool:
    """Tell whether a post is in the catalogue; if not, a problem must name its file."""
    found = problems()
    return path in str(SiteError(found)) if found else path in gathered().sources


# What comes into a file when a person's hand slips, or a program's.
SLIPS = st.sampled_from(
    [
        *(b"---\n", b"\n\n", b"\t", b": ", b"- ", b"#", b"[", b"{", b'"', b"'", b"&", b"*"),
        *(b"\xef\xbb\xbf", b"\r\n", b"\0", b"\xe9", b"\x1a", b"](", b"![", b"](item:", b"```\n"),
    ]
)


@settings(
    max_examples=100,
    database=None,
    deadline=None,  # files are written and read, as fast as the machine can
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    path=st.sampled_from([MILK, MISSION]),
    start=st.integers(0, 700),
    length=st.integers(0, 40),
    typed=SLIPS | st.binary(max_size=8),
)
def test_a_damaged_post_is_read_or_named(path: str, start: int, length: int, typed: bytes) -> None:
    text = SOUND[path]
    assert isinstance(text, str)
    data = text.encode()
    start %= len(data)
    write({**SOUND, path: data[:start] + typed + data[start + length :]})

    assert is_read_or_named(path)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=5,
)


@settings(
    max_examples=100,
    database=None,
    deadline=None,  # files are written and read, as fast as the machine can
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    field=st.sampled_from(
        [
            *("id", "type", "lang", "title", "summary", "slug", "date", "original", "categories"),
            *("organisers", "related", "aliases", "protect", "key_figures", "timeline", "unknown"),
        ]
    ),
    value=VALUES,
)
def test_a_post_with_any_value_at_all_is_read_or_named(field: str, value: object) -> None:
    header = yaml.safe_load(str(SOUND[MILK]).split("---\n")[1])
    header["date"] = "2026-11-22"
    text = yaml.safe_dump(header | {field: value}, allow_unicode=True, sort_keys=False)
    write({**SOUND, MILK: f"---\n{text}---\nMilk.\n"})

    assert is_read_or_named(MILK)


@settings(
    max_examples=100,
    database=None,
    deadline=None,  # files are written and read, as fast as the machine can
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(field=st.sampled_from(["name", "description", "colour", "unknown"]), value=VALUES)
def test_a_record_with_any_value_at_all_is_read_or_named(field: str, value: object) -> None:
    records = yaml.safe_load(str(SOUND[CATEGORIES]))
    records["media"][field] = value
    write({**SOUND, CATEGORIES: yaml.safe_dump(records, allow_unicode=True)})

    assert {problem.path for problem in problems()} <= {CATEGORIES}
