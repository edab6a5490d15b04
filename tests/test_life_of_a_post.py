"""The life of a post as the public meets it: nothing too early, nothing that should be gone.

Every site here is built by the real Pelican, and looked through byte by byte.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser
from small_site import SmallSite, child, page, photo, post

from newsdesk.problems import SiteError

Files = dict[str, str | bytes]

BELGRADE = ZoneInfo("Europe/Belgrade")
NOON = datetime(2026, 11, 24, 12, tzinfo=BELGRADE)
A_SECOND = timedelta(seconds=1)
MILK = "content/en/articles/milk.md"
SHOES = "content/en/articles/shoes.md"
FEED = "en/feeds/all.atom"


def build(folder: Path, files: Files, now: datetime = NOON, **settings: object) -> SmallSite:
    """Build a site as it would be built at that time."""
    site = SmallSite.in_folder(folder, files, **settings)
    rebuild(site, now)
    return site


def rebuild(site: SmallSite, now: datetime) -> None:
    replace(site, now=now).build()


def told(folder: Path, files: Files, now: datetime = NOON) -> str:
    """Give what is told instead of a site."""
    with pytest.raises(SiteError) as error:
        build(folder, files, now)
    assert not (folder / "output").exists()
    return str(error.value)


def listed(site: SmallSite, path: str) -> list[str]:
    """Give the addresses of the posts that a page lists, in their order."""
    links = LexborHTMLParser(site.read(path)).css("main a[href^='/en/news/']")
    return list(dict.fromkeys(link.attributes["href"] or "" for link in links))


def main(site: SmallSite, path: str) -> str:
    """Give what is read in the main part of a page."""
    node = LexborHTMLParser(site.read(path)).css_first("main")
    assert node
    return " ".join(node.text().split())


def entries(site: SmallSite, path: str = FEED) -> list[Any]:
    parsed = feedparser.parse(site.read(path).encode())
    assert not parsed.bozo
    return list(parsed.entries)


# Before its time nothing of a post is public

# An unmistakable word stands in each field of each type, so that a leak says where it comes from.
PLANTED = re.compile(r"qx[a-z]+zw", re.IGNORECASE)
EVERYWHERE: dict[str, object] = {
    "id": "qxidzw",
    "summary": "QxSummaryZw came on a lorry.",
    "slug": "qxslugzw",
    "protect": ["QxProtectedZw"],
    "changes": [{"at": "2026-11-02", "note": "QxNoteZw was wrong.", "level": "major"}],
}
DATED: dict[str, object] = {
    "date": "2026-11-01",
    "key_figures": [{"value": "QxValueZw", "text": "QxFigureZw of all."}],
    "original": {
        "publisher": "QxPublisherZw",
        "title": "QxOriginalZw",
        "url": "https://example.net/qxurlzw",
        "date": "unknown",
    },
    "photos": ["qxbelowzw"],
}
KINDS: dict[str, dict[str, object]] = {
    "press_release": DATED
    | {
        "dateline": {"place": "QxPlaceZw", "date": "2026-11-01", "note": "QxReasonZw"},
        "contacts": ["press"],
        "boilerplate": ["about"],
        "notes_to_editors": "QxEditorsZw, see [milk](item:milk01).",
        "lead_photo": "qxleadzw",
    },
    "statement": DATED
    | {
        "speakers": ["jelena"],
        "contacts": ["press"],
        "boilerplate": ["about"],
        "notes_to_editors": "QxEditorsZw",
    },
    "news": DATED | {"lead_photo": "qxleadzw"},
    "story": DATED | {"lead_photo": "qxleadzw", "authors": ["jelena"]},
    "event": DATED
    | {"starts": "2027-03-07 09:41", "ends": "2027-03-07 16:42", "venue": "QxVenueZw"},
    "publication": DATED
    | {"downloads": [{"file": "qxfilezw.pdf", "language": "en", "title": "QxDownloadZw"}]},
    "programme": {},
    "page": {"timeline": [{"year": 1947, "title": "QxYearZw", "text": "QxHistoryZw began."}]},
}
BODY = "QxBodyZw came.\n\n## QxHeadingZw\n\nMore.[^1]\n\n[^1]: QxFootnoteZw was there."
# What helps staff and the program, and no reader ever sees.
NEVER_SHOWN = re.compile("protectedzw|reasonzw")
# There is always something else to read, in the same category.
OTHERS: Files = {
    MILK: post("Milk", date="2026-11-01", slug="milk"),
    "content/vocabulary/boilerplate.yaml": (
        "about:\n  title: {en: About us, sr-Latn: O nama}\n  text: {en: We., sr-Latn: Mi.}\n"
    ),
}


def of_its_kind(text: str, kind: str) -> str:
    """Let each type have words of its own."""
    name = kind.replace("_", "")
    return text.replace("Qx", f"Qx{name.capitalize()}").replace("qx", f"qx{name}")


def secrets(**fields: object) -> Files:
    """Write a post of each type with an unmistakable word in each field, and what they show."""
    files: Files = {}
    for kind, own in KINDS.items():
        header: dict[str, Any] = {"type": kind, **EVERYWHERE, **own, **fields}
        folder, write = ("articles", post) if "date" in own else ("pages", page)
        text = write("QxTitleZw", BODY, **header)
        files[f"content/en/{folder}/{kind}.md"] = of_its_kind(text, kind)
        for name in ("lead", "below"):
            if f"qx{name}zw" in text:
                alt, caption = f"Qx{name}AltZw.", f"Qx{name}CaptionZw."
                said = {"en": of_its_kind(alt, kind), "sr-Latn": of_its_kind(alt, kind)}
                below = {"en": of_its_kind(caption, kind), "sr-Latn": of_its_kind(caption, kind)}
                files |= photo(of_its_kind(f"qx{name}zw", kind), alt=said, caption=below)
        if "qxfilezw" in text:
            file = of_its_kind("content/files/qxfilezw.pdf", kind)
            files[file] = of_its_kind("%PDF QxDocumentZw", kind)
    return files


def planted(files: Files) -> set[str]:
    """Give all unmistakable words, wherever they stand."""
    texts = (text for text in files.values() if isinstance(text, str))
    return {word.lower() for text in texts for word in PLANTED.findall(text)}


def found(site: SmallSite) -> set[str]:
    """Give the unmistakable words that stand in any byte of the site, or in a name of a file."""
    texts = (f"{path}\n{data.decode('latin-1')}" for path, (data, _) in site.snapshot().items())
    return {word.lower() for text in texts for word in PLANTED.findall(text)}


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "draft"},
        {"status": "draft", "publish_at": "2026-11-02"},
        {"publish_at": "2026-11-24 12:00:01"},
        {
            "publish_at": "2026-11-25",
            "status": "withdrawn",
            "withdrawn": {"at": "2026-11-23", "reason": "error", "explanation": "QxNoticeZw."},
        },
    ],
    ids=["a draft", "a draft whose time has come", "scheduled", "withdrawn before its time"],
)
def test_nothing_of_what_is_not_public_stands_in_any_byte_of_the_site(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    site = build(tmp_path, OTHERS | secrets(**fields))

    assert found(site) == set()
    assert not (site.output / "photos").exists()
    assert not (site.output / "files").exists()


def test_a_date_in_the_future_holds_back_too(tmp_path: Path) -> None:
    # Pages have no date.
    files = {path: text for path, text in secrets().items() if "/pages/" not in path}
    later = {
        path: text.replace("2026-11-01", "2026-11-25") if isinstance(text, str) else text
        for path, text in files.items()
    }
    site = build(tmp_path, OTHERS | later)
    before = found(site)
    rebuild(site, NOON + timedelta(days=1))

    assert before == set()
    assert len(found(site)) > 100


def test_all_of_a_post_comes_out_at_its_time_and_not_a_second_before(tmp_path: Path) -> None:
    files = secrets(publish_at="2026-11-24 12:00")
    site = build(tmp_path, OTHERS | files, NOON - A_SECOND)
    before = found(site)
    rebuild(site, NOON)

    assert before == set()
    assert found(site) == {word for word in planted(files) if not NEVER_SHOWN.search(word)}


def test_a_post_that_goes_back_into_the_drawer_leaves_the_site(tmp_path: Path) -> None:
    site = build(tmp_path, OTHERS | secrets())
    before = found(site)
    site.write(secrets(status="draft"))
    rebuild(site, NOON)

    assert len(before) > 100
    assert found(site) == set()


def test_neither_script_of_serbian_gives_a_post_away(tmp_path: Path) -> None:
    header = {"id": "secret", "lang": "sr-Latn", "publish_at": "2026-11-24 12:00"}
    serbian: Files = {
        "content/sr/articles/secret.md": post("Žbrnjak", "Stigao je Žbrnjak.", **header)
    }
    site = build(tmp_path, OTHERS | serbian, NOON - A_SECOND)
    names = re.compile("žbrnjak|жбрњак|zbrnjak", re.IGNORECASE)

    def shown() -> set[str]:
        texts = (f"{path}\n{text}" for path, text in site.texts().items())
        return {name.lower() for text in texts for name in names.findall(text)}

    before = shown()
    rebuild(site, NOON)

    assert before == set()
    assert shown() == {"žbrnjak", "жбрњак", "zbrnjak"}


def test_one_language_may_come_out_before_the_other(tmp_path: Path) -> None:
    files: Files = {
        MILK: post("Milk", slug="milk"),
        "content/sr/articles/milk.md": post("Mleko", lang="sr-Latn", slug="milk", status="draft"),
    }
    site = build(tmp_path, files)

    assert (site.output / "en/news/milk/index.html").is_file()
    assert not (site.output / "sr/news/milk").exists()
    assert 'hreflang="sr' not in site.read(FEED)


def test_a_preview_shows_what_is_not_public_and_says_so(tmp_path: Path) -> None:
    files: Files = {
        MILK: post("Milk", slug="milk", status="draft"),
        SHOES: post("Shoes", id="shoes1", slug="shoes", publish_at="2026-11-25 08:00"),
    }
    site = build(tmp_path, files, NEWSDESK_SHOW_UNPUBLISHED=True)

    assert main(site, "en/news/milk/index.html").startswith("Draft ")
    assert main(site, "en/news/shoes/index.html").startswith(
        "Not public before 25 November 2026, 08:00 "
    )


# Nothing public leads to what is not


@pytest.mark.parametrize(
    "fields", [{"status": "draft"}, {"publish_at": "2026-11-25"}, {"date": "2026-11-25"}]
)
def test_a_link_to_a_post_that_is_not_public_stops_the_build(
    tmp_path: Path, fields: dict[str, str]
) -> None:
    files: Files = {
        MILK: post("Milk", "See [the shoes](item:shoes1)."),
        SHOES: post("Shoes", id="shoes1", slug=None, **fields),
    }
    line = str(files[MILK]).split("\n").index("See [the shoes](item:shoes1).") + 1

    assert told(tmp_path, files) == (
        f"{MILK}:{line}: “item:shoes1” leads to a post that is not public\n"
        "    Hint: publish it first, or take the link out until then"
    )


def test_two_posts_that_come_out_together_may_lead_to_each_other(tmp_path: Path) -> None:
    header = {"publish_at": "2026-11-24 12:00"}
    files: Files = {
        MILK: post("Milk", "[a](item:shoes1)", slug="milk", **header),
        SHOES: post("Shoes", "[b](item:milk01)", id="shoes1", slug="shoes", **header),
    }
    site = build(tmp_path, files, NOON - A_SECOND)
    assert entries(site) == []

    rebuild(site, NOON)
    assert listed(site, "en/archive/index.html") == ["/en/news/milk/", "/en/news/shoes/"]


def test_a_scheduled_post_among_the_related_waits_for_its_time(tmp_path: Path) -> None:
    files: Files = {
        MILK: post("Milk", slug="milk", related=["shoes1"], categories=["health"]),
        SHOES: post("Shoes", id="shoes1", slug="shoes", publish_at="2026-11-24 12:00"),
    }
    site = build(tmp_path, files, NOON - A_SECOND)
    assert "shoes" not in site.read("en/news/milk/index.html")

    rebuild(site, NOON)
    assert "/en/news/shoes/" in site.read("en/news/milk/index.html")


# A post that is withdrawn

WITHDRAWN: dict[str, object] = {
    "status": "withdrawn",
    "withdrawn": {
        "at": "2026-11-23 09:30",
        "reason": "error",
        "explanation": "The numbers were wrong, and we apologise.",
        "replaced_by": "shoes1",
    },
}
TWO: Files = {
    MILK: post("Milk", "Fourteen schools.", date="2026-11-20", slug="milk"),
    SHOES: post("Shoes", "Forty pairs.", id="shoes1", date="2026-11-21", slug="shoes"),
}


# Which text it was, where it was before, what was put right in it, and why it is gone.
STILL_SAID = {"Id", "Slug", "Title", "Original", "Publisher", "Url", "Note", "Notice"}
DATED_KINDS = [kind for kind, own in KINDS.items() if "date" in own]


def gone(**fields: object) -> Files:
    return {MILK: post("Milk", "Fourteen schools.", slug="milk", **{**WITHDRAWN, **fields})}


def test_a_withdrawn_post_keeps_its_address_with_the_notice_alone(tmp_path: Path) -> None:
    site = build(tmp_path, TWO)
    assert "Fourteen" in site.read("en/news/milk/index.html")

    site.write(gone())
    rebuild(site, NOON)

    html = site.read("en/news/milk/index.html")
    assert "The numbers were wrong, and we apologise." in html
    assert '<a href="/en/news/shoes/">Shoes</a>' in html
    texts = site.texts().values()
    assert not [text for text in texts if "Fourteen" in text]


def test_a_withdrawn_post_leaves_lists_and_counts(tmp_path: Path) -> None:
    site = build(tmp_path, TWO | gone())

    for path in ("en/index.html", "en/archive/index.html", "en/categories/media/index.html"):
        assert listed(site, path) == ["/en/news/shoes/"], path
    assert listed(site, "en/news/shoes/index.html") == []
    assert "/en/news/milk/" not in site.read("404.html") + site.read("index.html")
    assert re.search(r"Media\D+1\b", main(site, "en/categories/index.html"))


def test_a_withdrawn_post_stays_in_the_feeds_as_a_notice(tmp_path: Path) -> None:
    site = build(tmp_path, TWO | gone())

    for path in (FEED, "en/feeds/all.rss", "en/feeds/categories/media.atom"):
        (milk,) = (entry for entry in entries(site, path) if entry.title == "Milk")
        assert milk.id == "tag:example.org,2026:newsdesk/item/en/milk01"
        notice = "The numbers were wrong, and we apologise."
        assert milk.content[-1].value == f"<p>{notice}</p>"
        assert milk.summary == notice
    (milk,) = (entry for entry in entries(site) if entry.title == "Milk")
    assert milk.updated == "2026-11-23T09:30:00+01:00"
    assert '<at:deleted-entry ref="tag:example.org,2026:newsdesk/item/en/milk01"' in site.read(FEED)


def test_nothing_of_the_text_is_left_of_a_withdrawn_post(tmp_path: Path) -> None:
    site = build(tmp_path, OTHERS | secrets())
    notice = {"at": "2026-11-23", "reason": "consent", "explanation": "QxNoticeZw."}
    site.write(secrets(status="withdrawn", withdrawn=notice))
    rebuild(site, NOON)

    left = found(site)
    for kind in DATED_KINDS:
        words = STILL_SAID | ({"Venue"} if kind == "event" else set())
        assert {word for word in left if word.startswith(of_its_kind("qx", kind))} == {
            of_its_kind(f"qx{word.lower()}zw", kind) for word in words
        }
    assert not (site.output / "files").exists()
    assert not (site.output / "photos").exists()


def test_a_photo_within_a_withdrawn_text_is_gone_too(tmp_path: Path) -> None:
    notice = {"at": "2026-11-23", "reason": "consent", "explanation": "A family asked us to."}
    header: dict[str, Any] = {"status": "withdrawn", "withdrawn": notice}
    files: Files = {
        MILK: post("Milk", "One.\n\n![A boy](photo:boy)\n\nTwo.", slug="milk", **header),
        "content/en/pages/about.md": page("About", "One.\n\n![A boy](photo:boy)", **header),
        **photo("boy", caption={"en": "A boy.", "sr-Latn": "Dečak."}),
    }
    site = build(tmp_path, files)

    assert not (site.output / "photos").exists()
    assert "A boy." not in "".join(site.texts().values())


def test_what_is_only_outdated_may_still_be_read_below_the_notice(tmp_path: Path) -> None:
    notice = {"at": "2026-11-23", "reason": "outdated", "explanation": "There is a newer survey."}
    site = build(tmp_path, TWO | gone(withdrawn=notice))

    html = site.read("en/news/milk/index.html")
    assert html.index("There is a newer survey.") < html.index("Fourteen")
    assert listed(site, "en/archive/index.html") == ["/en/news/shoes/"]


# Corrections


def corrected(*levels: str) -> Files:
    changes = [
        {"at": f"2026-11-22 {10 + hour}:00", "note": f"Note {hour}.", "level": level}
        for hour, level in enumerate(levels)
    ]
    return {MILK: post("Milk", slug="milk", changes=changes)}


@pytest.mark.parametrize(
    ("levels", "updated"),
    [
        ([], "2026-11-20T00:00:00+01:00"),
        (["minor"], "2026-11-20T00:00:00+01:00"),
        (["major"], "2026-11-22T10:00:00+01:00"),
        (["major", "minor"], "2026-11-22T10:00:00+01:00"),
        (["minor", "major"], "2026-11-22T11:00:00+01:00"),
    ],
)
def test_only_a_major_change_is_told_to_the_readers_of_feeds_again(
    tmp_path: Path, levels: list[str], updated: str
) -> None:
    site = build(tmp_path, corrected(*levels))

    (entry,) = entries(site)
    assert (entry.updated, entry.published) == (updated, "2026-11-20T00:00:00+01:00")
    html = site.read("en/news/milk/index.html")
    assert [f"Note {number}." in html for number in range(2)] == [
        number < len(levels) for number in range(2)
    ]


# Consent


def day_with(children: object) -> Files:
    """Write an event, which shows children in photographs alone, and a photograph of some."""
    return {
        MILK: post(
            "Milk", slug="milk", type="event", starts="2026-12-01", venue="Us", photos=["boy"]
        ),
        **photo("boy", caption={"en": "A boy.", "sr-Latn": "Dečak."}, people_under_18=children),
    }


def prints(site: SmallSite) -> list[str]:
    """Give the files of photographs, and make sure that the page shows them if there are any."""
    html = site.read("en/events/milk/index.html")
    assert "What came, and who brought it" in html
    found = [path for path in site.snapshot() if path.startswith("photos/")]
    assert ("<picture" in html) == ("A boy." in html) == bool(found)
    return found


@pytest.mark.parametrize(
    ("fields", "now", "is_shown"),
    [
        ({}, NOON, True),
        ({"consent_until": "2026-11-24"}, NOON, True),
        ({"consent_until": "2026-11-23"}, NOON, False),
        ({"consent_withdrawn": "2026-11-01"}, NOON, False),
        # A day ends at midnight in Belgrade, whatever clock the machine has.
        ({"consent_until": "2026-11-24"}, datetime(2026, 11, 24, 23, 59, tzinfo=BELGRADE), True),
        ({"consent_until": "2026-11-24"}, datetime(2026, 11, 24, 22, 59, tzinfo=UTC), True),
        ({"consent_until": "2026-11-24"}, datetime(2026, 11, 25, 0, 0, tzinfo=BELGRADE), False),
        ({"consent_until": "2026-11-24"}, datetime(2026, 11, 24, 23, 0, tzinfo=UTC), False),
    ],
)
def test_a_photo_without_consent_is_left_out_and_the_post_stays(
    tmp_path: Path, fields: dict[str, object], now: datetime, *, is_shown: bool
) -> None:
    site = build(tmp_path, day_with([child(**fields)]), now)

    assert bool(prints(site)) == is_shown


def test_one_child_without_consent_is_enough(tmp_path: Path) -> None:
    children = [child(), child(consent="C-2026-0124", consent_withdrawn="2026-11-01")]

    assert prints(build(tmp_path, day_with(children))) == []


def test_a_photo_that_was_shown_is_taken_away_when_its_consent_ends(tmp_path: Path) -> None:
    site = build(tmp_path, day_with([child(consent_until="2026-11-24")]))
    before = prints(site)
    rebuild(site, NOON + timedelta(days=1))

    assert before != []
    assert prints(site) == []


def test_a_text_that_tells_of_a_child_without_consent_loses_its_photo_alone(
    tmp_path: Path,
) -> None:
    children = [child(consent_until="2026-11-23")]
    files: Files = {
        MILK: post("Milk", slug="milk", lead_photo="boy", people_under_18=children),
        **photo("boy", people_under_18=children),
    }
    site = build(tmp_path, files)

    assert "<picture" not in site.read("en/news/milk/index.html")
    assert not (site.output / "photos").exists()


def test_a_photo_under_embargo_is_shown_to_nobody(tmp_path: Path) -> None:
    files: Files = {
        MILK: post("Milk", slug="milk", photos=["boy"]),
        **photo("boy", rights="embargoed"),
    }
    site = build(tmp_path, files)

    assert "<picture" not in site.read("en/news/milk/index.html")
    assert not (site.output / "photos").exists()


# What one person has not finished keeps nobody else waiting


@pytest.mark.parametrize(
    "draft",
    [
        post("Shoes", id="shoes1", status="draft", summary=None),
        post("Shoes", id="shoes1", status="draft", categories=["medai"]),
        "---\nid: shoes1\nstatus: draft\ntitle: Shoes: all of them\n---\n",
    ],
)
def test_a_draft_that_is_not_finished_does_not_stop_the_site(tmp_path: Path, draft: str) -> None:
    site = build(tmp_path, {MILK: post("Milk", slug="milk"), SHOES: draft})
    assert listed(site, "en/index.html") == ["/en/news/milk/"]


HALF_A_RECORD: Files = {**photo("shoes"), "content/photos/shoes.yaml": "alt: # to be written\n"}


def test_half_the_record_of_a_photo_that_only_a_draft_shows_does_not_stop_the_site(
    tmp_path: Path,
) -> None:
    draft = post("Shoes", "![](photo:shoes)", id="shoes1", status="draft")
    files: Files = {MILK: post("Milk", slug="milk"), SHOES: draft, **HALF_A_RECORD}
    assert listed(build(tmp_path, files), "en/index.html") == ["/en/news/milk/"]


def test_half_the_record_of_a_photo_that_the_public_would_see_stops_the_site(
    tmp_path: Path,
) -> None:
    files: Files = {MILK: post("Milk", "![](photo:shoes)", slug="milk"), **HALF_A_RECORD}
    assert "content/photos/shoes.yaml:1: “alt” is empty" in told(tmp_path, files)


def test_a_photo_that_is_not_there_is_told_beside_half_a_record(tmp_path: Path) -> None:
    files: Files = {MILK: post("Milk", "![](photo:milk)", slug="milk"), **HALF_A_RECORD}
    assert "there is no photo “milk”" in told(tmp_path, files)


def test_a_link_to_a_draft_that_is_not_finished_is_told(tmp_path: Path) -> None:
    draft = post("Shoes", id="shoes1", status="draft", summary=None)
    files: Files = {MILK: post("Milk", "[Shoes](item:shoes1)", slug="milk"), SHOES: draft}
    assert "“item:shoes1” leads to no item" in told(tmp_path, files)


def test_a_post_that_is_not_finished_and_no_draft_stops_the_site(tmp_path: Path) -> None:
    files: Files = {MILK: post("Milk", slug="milk"), SHOES: post("Shoes", id="s1", summary=None)}
    assert "“summary” is missing" in told(tmp_path, files)


def test_a_text_that_speaks_of_drafts_is_none(tmp_path: Path) -> None:
    text = post("Shoes", "Type it like this:\n\nstatus: draft\n", id="shoes1", summary=None)
    files: Files = {MILK: post("Milk", slug="milk"), SHOES: text}
    assert "“summary” is missing" in told(tmp_path, files)
