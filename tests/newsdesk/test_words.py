"""The interface's own words are read from translators' files."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.script import Words
from newsdesk.speech import Speech
from newsdesk.words import read_words

KNOWN = Words.shipped()
ENGLISH, LATIN, CYRILLIC = (Speech(key, KNOWN) for key in ("en", "sr-Latn", "sr-Cyrl"))

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Latest"
msgstr "Najnovije"

#, fuzzy
msgid "Archive"
msgstr "Arhivirati?"

msgid "Page %(leaf)s of %(leaves)s"
msgstr "Strana %(leaf)s od {leaves}"

msgid "%(num)s post"
msgid_plural "%(num)s posts"
msgstr[0] "%(num)s vest"
msgstr[1] "%(num)s vesti"
msgstr[2] "%(num)s vesti ukupno"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sr-Latn.po").write_text(PO, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "latin", "cyrillic"),
    [
        ("Latest", "Najnovije", "Најновије"),
        (
            "Page %(leaf)s of %(leaves)s",
            "Strana %(leaf)s od {leaves}",
            "Страна %(leaf)s од {leaves}",
        ),
        ("Share", "Share", "Share"),  # nobody has translated it yet
        ("Archive", "Archive", "Archive"),  # a guess that nobody has confirmed
    ],
)
def test_a_text_is_said_in_the_script_of_the_edition_as_far_as_it_is_translated(
    folder: Path, text: str, latin: str, cyrillic: str
) -> None:
    assert read_words(folder, LATIN).gettext(text) == latin
    assert read_words(folder, CYRILLIC).gettext(text) == cyrillic


@pytest.mark.parametrize(
    ("count", "latin", "cyrillic"),
    [
        (1, "%(num)s vest", "%(num)s вест"),
        (21, "%(num)s vest", "%(num)s вест"),
        (3, "%(num)s vesti", "%(num)s вести"),
        (11, "%(num)s vesti ukupno", "%(num)s вести укупно"),
        (5, "%(num)s vesti ukupno", "%(num)s вести укупно"),
    ],
)
def test_serbian_counts_in_its_own_way(folder: Path, count: int, latin: str, cyrillic: str) -> None:
    forms = ("%(num)s post", "%(num)s posts", count)
    assert read_words(folder, LATIN).ngettext(*forms) == latin
    assert read_words(folder, CYRILLIC).ngettext(*forms) == cyrillic


def test_a_file_in_the_edition_s_own_script_is_preferred(folder: Path) -> None:
    own = PO.replace("Najnovije", "Сасвим ново")
    (folder / "sr-Cyrl.po").write_text(own, "utf-8")
    assert read_words(folder, CYRILLIC).gettext("Latest") == "Сасвим ново"
    assert read_words(folder, LATIN).gettext("Latest") == "Najnovije"


def test_a_language_is_not_taken_for_another_one_that_begins_alike(folder: Path) -> None:
    (folder / "rom.po").write_text(PO.replace("Najnovije", "Nevipe"), "utf-8")
    assert read_words(folder, Speech("rom", KNOWN)).gettext("Latest") == "Nevipe"
    assert read_words(folder, Speech("ro", KNOWN)).gettext("Latest") == "Latest"


def test_a_language_without_a_file_is_the_english_of_the_templates(folder: Path) -> None:
    words = read_words(folder, ENGLISH)
    assert words.gettext("Latest") == "Latest"
    assert words.ngettext("%(num)s post", "%(num)s posts", 2) == "%(num)s posts"
