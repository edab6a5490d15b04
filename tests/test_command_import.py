"""`newsdesk import`: the old sites come along as drafts, once, and no human's work is lost."""

from __future__ import annotations

import locale
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from old_sites import CONFERENCE, MISSION, picture, saved, wordpress, wordpress_item
from selectolax.lexbor import LexborHTMLParser
from small_site import PLUGINS, ROOT, SmallSite, post

from newsdesk.cli import main
from newsdesk.files import replace_file
from newsdesk.header import read_post

# The vocabulary of the house: the texts speak of its people and categories.
VOCABULARY = {
    f"content/vocabulary/{file.name}": file.read_text("utf-8")
    for file in sorted((ROOT / "content/vocabulary").glob("*.yaml"))
}
CONFERENCE_FILE = "content/en/articles/strengthening-families-windows-of-opportunity.md"
SUMMARY = "What stands here until somebody has written what the text is about, for readers."
PICTURED = saved('<p>Milk came.</p><p><img src="pics/cup.jpg" alt="A cup of milk"></p>', "Milk")


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str = ""
    err: str = ""


Run = Callable[..., Said]


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite.in_folder(tmp_path, VOCABULARY)


@pytest.fixture
def run(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Run]:
    """Give a way to type a command in the site, on 24 November 2026, without a terminal."""
    before = locale.setlocale(locale.LC_ALL)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795476600")
    monkeypatch.chdir(site.folder)

    def type_it(*words: str) -> Said:
        capsys.readouterr()
        return Said(main(words), *capsys.readouterr())

    yield type_it
    locale.setlocale(locale.LC_ALL, before)


def posts(site: SmallSite) -> dict[str, str]:
    """Give the text of every post by its path."""
    files = sorted((site.folder / "content").glob("??/*/*.md"))
    return {file.relative_to(site.folder).as_posix(): file.read_text("utf-8") for file in files}


def header_of(site: SmallSite, path: str) -> dict[str, object]:
    return dict(read_post(path, (site.folder / path).read_bytes()).header)


def fill_the_gaps(site: SmallSite, *, publish: bool = True) -> None:
    """Do what is left for a human."""
    by_hand = {
        "title": "No title",
        "summary": SUMMARY,
        "  publisher": "UNICEF in Serbia",
        "categories": "[media]",
        "people_under_18": "none",
        "contacts": "[press-office]",
        "boilerplate": "[about-unicef-serbia]",
        "lead_photo": "none",
    }
    for path, text in posts(site).items():
        filled = text
        for field, value in by_hand.items():
            filled = re.sub(rf"^{field}: #.*$", f"{field}: {value}", filled, flags=re.MULTILINE)
        filled = filled.replace("status: draft\n", "") if publish else filled
        (site.folder / path).write_text(filled, "utf-8")


def wrong(said: Said) -> list[str]:
    """Give the problems that a check tells, without the warnings and the hints."""
    lines = re.findall(r"^content/\S+: (?!warning)(.+)$", said.err, re.MULTILINE)
    return sorted(lines)


# The two kinds of texts that the old site had


def test_a_page_and_a_conference_come_along_with_all_that_can_be_known(
    site: SmallSite, run: Run
) -> None:
    site.write({"old/mission-and-history.txt": MISSION, "old/conference.txt": CONFERENCE})
    said = run("import", "old")
    assert said == Said(
        0,
        f"""\
old/conference.txt: imported, {CONFERENCE_FILE}
    needs a human: summary (line 6), date (line 9), original.publisher (line 11), \
original.date (line 12), people_under_18 (line 15)
    the title is a name that the text begins with
    its date is the day of the import, for it is not told when it was published
old/mission-and-history.txt: imported, content/en/pages/mission-and-history.md
    needs a human: summary (line 6)
    the title is the name of the file
    taken for a page, for it has no date and no category; --type says otherwise
Imported 2, here already 0, passed over 0, not imported 0.
""",
    )
    header = header_of(site, CONFERENCE_FILE)
    assert re.fullmatch(r"[b-z][b-z2-9]{5}", str(header.pop("id")))
    assert header == {
        "type": "news",
        "lang": "en",
        "title": "Strengthening families – windows of opportunity",
        "summary": None,
        "slug": "strengthening-families-windows-of-opportunity",
        "status": "draft",
        "date": "2026-11-24",
        "original": {"publisher": None, "date": "unknown"},
        "categories": ["financial-support", "media", "social-protection"],
        "speakers": ["nenad-neric", "severin-leonardi", "sasa-stefanovic"],
        "people_under_18": None,
    }
    text = posts(site)[CONFERENCE_FILE]
    assert "\nToday, in the Palace of Serbia in Belgrade" in text
    assert text.endswith("returned to their biological families.\n")
    assert "mail this" not in "".join(posts(site).values())
    assert "unite for" not in "".join(posts(site).values())


def test_what_is_left_is_what_only_a_human_knows(site: SmallSite, run: Run) -> None:
    site.write({"old/mission.txt": MISSION, "old/conference.txt": CONFERENCE})
    run("import", "old")
    assert wrong(run("check")) == [
        "“original.publisher” is empty",
        "“people_under_18” is empty",
        "“summary” is empty",
        "“summary” is empty",
    ]


def test_the_import_agrees_with_what_was_written_by_hand(site: SmallSite, run: Run) -> None:
    site.write({"conference.txt": CONFERENCE})
    run("import", "conference.txt")
    by_hand = ROOT / "content/en/articles/strengthening-families.md"
    expected = read_post("by-hand.md", by_hand.read_bytes()).header
    header = header_of(site, CONFERENCE_FILE)
    for field in ("type", "lang", "title", "speakers"):
        assert header[field] == expected[field]
    # Which of them is the main one, its line did not say.
    assert str(header["categories"]) == "['financial-support', 'media', 'social-protection']"
    assert str(expected["categories"]) == "['social-protection', 'financial-support', 'media']"


def test_the_built_pages_have_the_e_mail_link_as_a_feature(site: SmallSite, run: Run) -> None:
    site.write({"conference.txt": CONFERENCE})
    run("import", "conference.txt")
    fill_the_gaps(site)
    site.build()
    page = LexborHTMLParser(
        site.read("en/news/strengthening-families-windows-of-opportunity/index.html")
    )
    main_part = page.css_first("main")
    assert main_part
    assert "unite for children" not in main_part.text()
    links = page.css("a[href^='mailto:?']")
    assert len(links) == 1


# A press release of the old site


def test_a_press_release_is_known_by_its_dateline(site: SmallSite, run: Run) -> None:
    text = (
        "<p>БЕОГРАД, 12. мај 2010. – Државни секретар Ненад Нерић отворио је конференцију "
        "о породици.</p><p>Јачање породица је важно.</p>"
    )
    site.write({"old/media_1.html": saved(text, "Конференција о породици", lang="sr")})
    said = run("import", "old", "--site", "https://www.unicef.org/serbia/")
    path = "content/sr/articles/konferencija-o-porodici.md"
    assert f"old/media_1.html: imported, {path}\n" in said.out
    header = header_of(site, path)
    assert (header["type"], header["lang"]) == ("press_release", "sr-Cyrl")
    assert header["dateline"] == {"place": "Београд", "date": "2010-05-12"}
    assert header["date"] == "2010-05-12"
    assert header["original"] == {
        "publisher": None,
        "url": "https://www.unicef.org/serbia/media_1.html",
        "date": "2010-05-12",
    }
    assert header["aliases"] == ["/serbia/media_1.html"]
    assert header["speakers"] == ["nenad-neric"]
    assert posts(site)[path].partition("\n---\n")[2].startswith("Државни секретар")


def test_a_picture_above_it_hides_no_title_and_no_dateline(site: SmallSite, run: Run) -> None:
    text = (
        '<p><img src="logo.gif"></p><p><b>Milk for all</b></p>'
        "<p>BELGRADE, 12 May 2010 – milk came to the children of the village.</p>"
    )
    site.write({"milk.html": saved(text, "Milk for all")})
    run("import", "milk.html")
    path = "content/en/articles/milk-for-all.md"
    assert header_of(site, path)["dateline"] == {"place": "Belgrade", "date": "2010-05-12"}
    assert posts(site)[path].partition("\n---\n")[2] == (
        "Milk came to the children of the village.\n"
    )


def test_after_the_build_the_old_addresses_answer(site: SmallSite, run: Run) -> None:
    site.write(
        {
            "old/media_1.html": saved("<p>Milk came to the village.</p>", "Milk"),
            "old/%D0%BC%D0%BB%D0%B5%D0%BA%D0%BE/index.html": saved(
                "<p>Bread came too.</p>", "Bread"
            ),
            "old/вести/мир.html": saved("<p>Peace came at last.</p>", "Peace"),
        }
    )
    run(
        "import",
        "old",
        "--site",
        "https://www.unicef.org/serbia/",
        "--type",
        "news",
        "--lang",
        "en",
    )
    fill_the_gaps(site)
    site.build()
    for old, slug in (
        ("serbia/media_1.html", "milk"),
        ("serbia/%D0%BC%D0%BB%D0%B5%D0%BA%D0%BE/index.html", "bread"),
        ("serbia/вести/мир.html", "peace"),
    ):
        assert f'<link rel="canonical" href="https://example.org/en/news/{slug}/">' in site.read(
            old
        )


def test_an_old_address_that_cannot_answer_is_told(site: SmallSite, run: Run) -> None:
    pages = {number: saved(f"<p>Milk {number} came.</p>", f"Milk {number}") for number in (5, 6)}
    site.write({f"old/media.php?id={number}": text for number, text in pages.items()})
    said = run("import", "old", "--site", "https://x.org/")
    for number in pages:
        address = f"https://x.org/media.php?id={number}"
        assert f"    its old address cannot answer here: {address}\n" in said.out
    assert "aliases" not in "".join(posts(site).values())
    assert "here already 2" in run("import", "old", "--site", "https://x.org/").out


# Once, and never over a human's work


GONE = (
    "    the post “{}” is no longer here; "
    "without its line in content/imports.txt it would come again\n"
)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ("edited", CONFERENCE_FILE),
        ("moved", "content/en/pages/elsewhere.md"),
        ("renamed", "content/en/articles/another.md"),
        ("deleted", ""),
        ("another id", ""),
    ],
)
def test_whatever_a_human_did_running_again_changes_nothing(
    site: SmallSite, run: Run, change: str, path: str
) -> None:
    site.write({"conference.txt": CONFERENCE})
    run("import", "conference.txt")
    file = site.folder / CONFERENCE_FILE
    identity = header_of(site, CONFERENCE_FILE)["id"]
    if change == "edited":
        file.write_text(file.read_text("utf-8") + "\nMore.\n", "utf-8")
    elif change == "moved":
        site.write({path: file.read_text("utf-8")})
        file.unlink()
    elif change == "renamed":
        text = re.sub(r"slug: .*", "slug: another", file.read_text("utf-8"))
        file.unlink()
        file.with_name("another.md").write_text(text, "utf-8")
    elif change == "deleted":
        file.unlink()
    else:
        file.write_text(re.sub("id: .*", "id: conf7k", file.read_text("utf-8")), "utf-8")
    before = posts(site)
    said = run("import", "conference.txt")
    assert said.out == (
        f"conference.txt: here already, {path or CONFERENCE_FILE}\n"
        f"{'' if path else GONE.format(identity)}"
        "Imported 0, here already 1, passed over 0, not imported 0.\n"
    )
    assert posts(site) == before


def test_the_same_source_gives_the_same_files(site: SmallSite, run: Run) -> None:
    site.write({"conference.txt": CONFERENCE})
    run("import", "conference.txt")
    first = {**posts(site), "imports": (site.folder / "content/imports.txt").read_text("utf-8")}
    for path in posts(site):
        (site.folder / path).unlink()
    (site.folder / "content/imports.txt").unlink()
    run("import", "conference.txt")
    again = {**posts(site), "imports": (site.folder / "content/imports.txt").read_text("utf-8")}
    assert again == first


def test_what_changed_on_the_old_site_is_told_and_stays_as_it_is_here(
    site: SmallSite, run: Run
) -> None:
    head = '<link rel="canonical" href="https://old.example.org/milk">'
    site.write({"milk.html": saved("<p>Milk came.</p>", "Milk", head)})
    run("import", "milk.html")
    site.write({"milk.html": saved("<p>Much milk came.</p>", "Milk", head)})
    before = posts(site)
    said = run("import", "milk.html")
    assert "it has changed there since; nothing was changed here" in said.out
    assert posts(site) == before


def test_a_post_that_was_brought_along_by_hand_is_known_by_its_old_address(
    site: SmallSite, run: Run
) -> None:
    by_hand = "content/en/articles/milk.md"
    site.write({by_hand: post("Milk", aliases=["/serbia/milk.html"])})
    site.write({"milk.html": saved("<p>Milk came.</p>", "Milk")})
    said = run("import", "milk.html", "--site", "http://www.unicef.org/serbia")
    assert said.out == (
        f"milk.html: here already, {by_hand}\n    its old address leads to this post already\n"
        "Imported 0, here already 1, passed over 0, not imported 0.\n"
    )


def test_two_items_of_one_title_get_two_addresses(site: SmallSite, run: Run) -> None:
    site.write(
        {
            "old/a.html": saved("<p>Milk came.</p>", "Milk"),
            "old/b.html": saved("<p>More milk came.</p>", "Milk"),
            "content/en/pages/milk.md": post("Milk", type="page", id="other1"),
        }
    )
    run("import", "old")
    made = [path for path, text in posts(site).items() if "status: draft" in text]
    assert made == ["content/en/pages/milk-2.md", "content/en/pages/milk-3.md"]
    assert [header_of(site, path)["slug"] for path in made] == ["milk-2", "milk-3"]


def test_whoever_stops_it_loses_nothing_and_gets_nothing_twice(
    site: SmallSite, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {f"old/{n}.html": saved(f"<p>Milk {n} came.</p>", f"Milk {n}") for n in range(6)}
    site.write(pages)
    calls = iter(range(100))

    def stopped(path: Path, data: bytes) -> None:
        number = next(calls)
        if number == 2:
            raise KeyboardInterrupt
        replace_file(path, data)

    monkeypatch.setattr("newsdesk.importing.run.replace_file", stopped)
    said = run("import", "old")
    assert (said.code, said.out.splitlines()[-1]) == (1, "Stopped. Type the same again to go on.")
    assert len(posts(site)) == 2
    monkeypatch.undo()
    monkeypatch.chdir(site.folder)
    said = run("import", "old")
    assert said.out.endswith("Imported 4, here already 2, passed over 0, not imported 0.\n")
    assert len(posts(site)) == 6


def test_a_file_that_was_written_before_the_power_went_is_known(site: SmallSite, run: Run) -> None:
    site.write({"conference.txt": CONFERENCE})
    run("import", "conference.txt")
    ledger = site.folder / "content/imports.txt"
    lines = ledger.read_text("utf-8").splitlines()
    # The line of the post itself was not finished.
    ledger.write_text("\n".join([*lines[:-1], f"begun {lines[-1]}", lines[-1][:30]]), "utf-8")
    said = run("import", "conference.txt")
    assert said.out.endswith("Imported 0, here already 1, passed over 0, not imported 0.\n")
    assert ledger.read_text("utf-8").splitlines() == lines


def test_a_broken_ledger_stops_everything(site: SmallSite, run: Run) -> None:
    site.write({"conference.txt": CONFERENCE, "content/imports.txt": "post milk\n"})
    said = run("import", "conference.txt")
    assert said.err == (
        "content/imports.txt:1: “post milk” is not a line of what was brought along\n"
        "    Hint: bring the file back as it was; it is never written by hand\n"
        "\n1 problem. Nothing was written.\n"
    )
    assert posts(site) == {}


# What cannot be read


def test_a_broken_item_is_told_and_the_others_go_on(site: SmallSite, run: Run) -> None:
    site.write(
        {
            "old/a.html": saved("<p>Milk came.</p>", "Milk"),
            "old/b.html": b"\0\1\2\3" * 9,
            "old/c.pdf": b"%PDF",
            "old/d.txt": "xyz",
            "old/e.html": saved("<p>Qumështi erdhi.</p>", "Qumështi", lang="sq"),
            "old/z.html": saved("<p>Shoes came.</p>", "Shoes"),
        }
    )
    said = run("import", "old")
    assert said.code == 1
    assert said.err == ""
    assert [line for line in said.out.splitlines() if "not imported" in line] == [
        "old/b.html: not imported",
        "old/c.pdf: not imported",
        "old/d.txt: not imported",
        "old/e.html: not imported",
        "Imported 2, here already 0, passed over 0, not imported 4.",
    ]
    assert "    its language cannot be told; name it with --lang\n" in said.out
    assert "    the site has no edition in “sq”\n" in said.out
    assert "    this is no text\n" in said.out
    assert "    files that end like this are not read; save its text as .docx" in said.out


NO_TYPE = (
    "“poem” is not a type of post; type one of: press_release, statement, news, story, event, "
    "publication, programme, page"
)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("gone.txt",), "there is no gone.txt"),
        (("a.txt", "--pictures", "gone"), "there is no folder gone"),
        (("a.txt", "--site", "x.org"), "“x.org” is no address; type --site https://x.org"),
        (("a.txt", "--type", "poem"), NO_TYPE),
    ],
)
def test_what_is_typed_wrongly_is_told(
    site: SmallSite, run: Run, words: tuple[str, ...], message: str
) -> None:
    site.write({"a.txt": MISSION})
    assert run("import", *words) == Said(2, "", f"newsdesk: {message}\n")
    assert posts(site) == {}


def test_what_is_known_of_all_can_be_said_once(site: SmallSite, run: Run) -> None:
    site.write({"a.txt": MISSION})
    run("import", "a.txt", "--type", "news", "--lang", "en", "--publisher", "UNICEF in Serbia")
    header = header_of(site, "content/en/articles/a.md")
    assert header["original"] == {"publisher": "UNICEF in Serbia", "date": "unknown"}


def test_the_report_is_in_the_language_of_the_person(
    site: SmallSite, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sr_RS@latin")
    site.write({"conference.txt": CONFERENCE})
    assert run("import", "conference.txt").out.endswith(
        "Uvezeno 1, već ovde 0, preskočeno 0, nije uvezeno 0.\n"
    )


# Links among what is brought along


def test_links_among_old_pages_lead_to_what_became_of_them(site: SmallSite, run: Run) -> None:
    body = (
        '<p>Milk: <a href="sub/b.html#top">b</a>, <a href="/sub/b.html">again</a>, '
        '<a href="gone.html">gone</a>, <a href="https://x.org/">out</a>, '
        '<a href="http://h.org/l.html">hand</a>.</p>'
    )
    hand = {"publisher": "H", "url": "https://www.h.org/l.html", "date": "unknown"}
    site.write(
        {
            "old/a.html": saved(body, "Milk"),
            "old/sub/b.html": saved('<p>Shoes: <a href="../a.html">a</a>.</p>', "Shoes"),
            "content/en/articles/hand.md": post("By hand", id="hand01", original=hand),
        }
    )
    said = run("import", "old")
    milk, shoes = "content/en/pages/milk.md", "content/en/pages/shoes.md"
    a, b = header_of(site, milk)["id"], header_of(site, shoes)["id"]
    assert posts(site)[milk].endswith(
        f"Milk: [b](item:{b}), [again](item:{b}), gone, [out](https://x.org/), "
        "[hand](item:hand01).\n"
    )
    assert posts(site)[shoes].endswith(f"Shoes: [a](item:{a}).\n")
    assert f"{milk}: links\n    the link to /gone.html was taken out: that page is not here\n" in (
        said.out
    )


def test_links_are_made_across_runs_but_not_in_what_a_human_touched(
    site: SmallSite, run: Run
) -> None:
    link = '<p>Milk: <a href="b.html">b</a>.</p>'
    site.write({"a.html": saved(link, "Milk"), "c.html": saved(link, "Cups")})
    run("import", "a.html", "c.html", "--site", "https://old.example.org/")
    touched = site.folder / "content/en/pages/cups.md"
    touched.write_text(touched.read_text("utf-8").replace("Milk:", "Milk!"), "utf-8")
    site.write({"b.html": saved("<p>Shoes came.</p>", "Shoes")})
    run("import", "b.html", "--site", "https://old.example.org/")
    b = header_of(site, "content/en/pages/shoes.md")["id"]
    assert posts(site)["content/en/pages/milk.md"].endswith(f"Milk: [b](item:{b}).\n")
    assert posts(site)["content/en/pages/cups.md"].endswith(
        "Milk! [b](https://old.example.org/b.html).\n"
    )
    again = posts(site)
    assert (
        "here already 3"
        in run("import", "a.html", "b.html", "c.html", "--site", "https://old.example.org/").out
    )
    assert posts(site) == again


# Pictures


def test_a_picture_comes_along_with_a_record_that_lacks_what_nobody_told(
    site: SmallSite, run: Run
) -> None:
    again = PICTURED.replace("<p>Milk came.</p>", "<p>More milk came.</p>")
    site.write({"old/a.html": PICTURED, "old/b.html": again, "old/pics/cup.jpg": picture()})
    said = run("import", "old")
    photos = sorted(file.name for file in (site.folder / "content/photos").iterdir())
    assert photos == ["cup.jpg", "cup.yaml"]
    record = (site.folder / "content/photos/cup.yaml").read_text("utf-8")
    assert record.startswith("alt:\n  en: A cup of milk\ncaption: #")
    assert "\ndate: unknown\n" in record
    assert (
        "    the record content/photos/cup.yaml lacks caption, credit, rights, people_under_18\n"
    ) in said.out
    assert [text.rstrip().endswith("\n\n![](photo:cup)") for text in posts(site).values()] == [
        *(True, True)
    ]
    # Nobody else has to wait until the record is whole.
    site.write({"content/en/articles/other.md": post("Other", id="other1")})
    site.build()
    assert run("check").code == 1


@pytest.mark.parametrize(
    ("source", "remark"),
    [
        ("../secret.jpg", "the picture ../secret.jpg was not found"),
        ("/etc/hostname", "the picture /etc/hostname was not found"),
        ("https://x.org/cup.jpg", "the picture https://x.org/cup.jpg was not found"),
        ("broken.jpg", "the picture broken.jpg was left out"),
        ("drawing.svg", "the picture drawing.svg was left out"),
    ],
)
def test_a_picture_that_cannot_come_along_is_told(
    site: SmallSite, run: Run, source: str, remark: str
) -> None:
    site.write(
        {
            "secret.jpg": picture(),
            "old/broken.jpg": picture()[:200],
            "old/drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "old/a.html": PICTURED.replace("pics/cup.jpg", source),
        }
    )
    said = run("import", "old")
    assert f"    {remark}\n" in said.out
    assert not (site.folder / "content/photos").exists()
    assert posts(site)["content/en/pages/milk.md"].endswith("\n---\nMilk came.\n")


def test_a_spacer_is_no_picture(site: SmallSite, run: Run) -> None:
    site.write({"old/a.html": PICTURED, "old/pics/cup.jpg": picture(size=(1, 1))})
    run("import", "old")
    assert not (site.folder / "content/photos").exists()


# WordPress

OLD = "https://old.example.org/"
WORD = "sesame"
SECRETS = ("Qxprotectedzw", "Qxprivatezw", "Qxscheduledzw", "Qxdraftzw")


def newsroom() -> str:
    """Give an export with every kind of post that a newsroom has."""
    media = "https://old.example.org/wp-content/uploads/2010/05/cup-300x200.jpg"
    cup = f"<wp:attachment_url>{media.replace('-300x200', '')}</wp:attachment_url>"
    long = " ".join(["Strengthening families in Serbia"] * 9)
    return wordpress([
        wordpress_item(1, "Milk", f'Milk.\n\n[caption]<img src="{media}"> Cup[/caption]'),
        wordpress_item(2, "", "A text without a title."),
        wordpress_item(3, long, "A text with a long title."),
        wordpress_item(4, "Lists", "<ol>\n<li>a<ul>\n<li>b</li></ul></li>\n<li>c</li>\n</ol>"),
        wordpress_item(5, "Table", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"),
        wordpress_item(6, "Code", "<pre>if a &lt; b:\n    c</pre>"),
        wordpress_item(7, "Link", '<a href="https://old.example.org/?p=1">x</a> '
                       '<a href="https://old.example.org/2010/05/post-1/">Milk</a>'),
        wordpress_item(8, "Sticky", "On top.", is_sticky="1"),
        wordpress_item(9, "Page", "Who we are.", post_type="page"),
        wordpress_item(10, "Gallery", '[gallery ids="20"]'),
        wordpress_item(11, "Heads", "<h1>One</h1>\n<h5>Two</h5>\nText"),
        wordpress_item(12, "Protected", SECRETS[0], post_password=WORD),
        wordpress_item(13, "Private", SECRETS[1], status="private"),
        wordpress_item(14, "Scheduled", SECRETS[2], status="future", link=f"{OLD}?p=14",
                       post_date_gmt="2031-05-12 08:00:00"),
        wordpress_item(15, "Draft", SECRETS[3], status="draft", link=f"{OLD}?p=15"),
        wordpress_item(16, "Menu", post_type="nav_menu_item"),
        wordpress_item(20, "cup", post_type="attachment", status="inherit", more=cup),
    ])  # fmt: skip


def test_every_post_of_wordpress_is_accounted_for_and_nothing_hidden_is_public(
    site: SmallSite, run: Run
) -> None:
    site.write({"old/export.xml": newsroom()})
    site.write({"media/wp-content/uploads/2010/05/cup.jpg": picture()})
    said = run("import", "old/export.xml", "--pictures", "media", "--lang", "en")
    states = re.findall(
        r"^old/export\.xml, item (\d+)[^:]*: (imported|passed over)", said.out, re.MULTILINE
    )
    passed_over = ["12", "13", "16", "17"]
    assert [number for number, _ in states] == [str(number) for number in range(1, 18)]
    assert [number for number, state in states if state == "passed over"] == passed_over
    assert said.out.endswith("Imported 13, here already 0, passed over 4, not imported 0.\n")
    assert "sesame" not in "".join(posts(site).values())
    # Until somebody has written what lacks, nothing else has to wait.
    site.write({"content/en/articles/other.md": post("Other", id="other1")})
    site.build()
    # A human fills the gaps, and publishes all that was public.
    fill_the_gaps(site)
    draft = site.folder / "content/en/articles/draft.md"
    if not draft.exists():
        draft = site.folder / "content/en/articles/post-15.md"
    draft.write_text(
        draft.read_text("utf-8").replace("lang: en\n", "lang: en\nstatus: draft\n"), "utf-8"
    )
    record = site.folder / "content/photos/cup.yaml"
    record.write_text(
        "alt: {en: A cup., sr-Latn: Šolja.}\ncaption: {en: Cup., sr-Latn: Šolja.}\n"
        "credit: © UNICEF Serbia/2026/Surname\nrights: unicef\ndate: unknown\n"
        "people_under_18: none\n",
        "utf-8",
    )
    assert wrong(run("check")) == []
    site.build()
    public = b"".join(data for data, _ in site.snapshot().values())
    assert [word for word in SECRETS if word.encode() in public] == []
    assert "/en/news/post-1/" in site.read("en/news/post-7/index.html")
    assert "Cup." in site.read("en/news/post-1/index.html")


STILL = "<div class='wp-block-cover__image-background has-parallax' role='img'"


@pytest.mark.parametrize(
    ("block", "alt"),
    [
        ("<img class='wp-block-cover__image-background' alt='A cup' src='{}'/>", "A cup"),
        (STILL + " aria-label='A cup' style='background-image:url({})'></div>", "A cup"),
        ("<div class='wp-block-cover' style='min-height:9px;background-image:url(\"{}\")'>", None),
    ],
)
def test_a_picture_behind_a_text_of_wordpress_is_shown_before_it(
    site: SmallSite, run: Run, block: str, alt: str | None
) -> None:
    shown = block.format("https://old.example.org/uploads/cup.jpg")
    text = f"<!-- wp:cover {{}} -->{shown}<p>Milk came.</p></div><!-- /wp:cover --><p>Rest.</p>"
    site.write({"old/export.xml": wordpress([wordpress_item(1, "Milk", text)])})
    site.write({"media/uploads/cup.jpg": picture()})
    run("import", "old/export.xml", "--pictures", "media", "--lang", "en")
    (text,) = posts(site).values()
    assert text.endswith("\n---\n![](photo:cup)\n\nMilk came.\n\nRest.\n")
    record = (site.folder / "content/photos/cup.yaml").read_text("utf-8")
    assert record.startswith(f"alt:\n  en: {alt}\n" if alt else "alt: #")


def test_a_saved_page_shows_the_pictures_behind_its_text_once(site: SmallSite, run: Run) -> None:
    style = "class='wp-block-media-text__media' style='background-image:url(pics/cup.jpg)'"
    inside = f"<figure {style}><img src='pics/cup.jpg'></figure>"
    behind = f"<div {style}><img src='pics/shoes.jpg'></div>"
    site.write({"old/pics/cup.jpg": picture(), "old/pics/shoes.jpg": picture("blue")})
    site.write({"old/a.html": PICTURED.replace("<p>Milk came.</p>", f"{inside}<p>A.</p>{behind}")})
    run("import", "old", "--lang", "en")
    (text,) = posts(site).values()
    pictures = re.findall(r"photo:(\w+)", text)
    assert pictures == ["cup", "cup", "shoes", "cup"]


def test_a_post_that_was_scheduled_there_is_held_back_here_as_well(
    site: SmallSite, run: Run
) -> None:
    site.write({"export.xml": newsroom()})
    run("import", "export.xml", "--lang", "en")
    header = header_of(site, "content/en/articles/post-14.md")
    assert header["publish_at"] == "2031-05-12 10:00"
    assert "original" not in header
    assert "aliases" not in header


def test_a_title_that_was_set_as_html_is_plain_text(site: SmallSite, run: Run) -> None:
    title = "Milk <em>for</em> <b>all</b>: 2 < 3 * 4 &amp; more"
    site.write({"export.xml": wordpress([wordpress_item(1, title, "Milk came.")])})
    run("import", "export.xml", "--lang", "en")
    header = header_of(site, "content/en/articles/post-1.md")
    assert header["title"] == "Milk for all: 2 < 3 * 4 & more"


# On a terminal


def test_on_a_terminal_it_counts_on_and_tells_all_the_same(site: SmallSite) -> None:
    site.write({"conference.txt": CONFERENCE})
    ours, theirs = pty.openpty()
    ran = subprocess.Popen(
        [sys.executable, "-m", "newsdesk", "import", "conference.txt"],
        cwd=site.folder,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(PLUGINS), "LC_ALL": "C.UTF-8", "TERM": "xterm"},
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            said += os.read(ours, 65536)
        except OSError:
            break
    os.close(ours)
    assert ran.wait(timeout=60) == 0
    assert b"items read" in said
    assert b"Imported 1, here already 0, passed over 0, not imported 0." in said
