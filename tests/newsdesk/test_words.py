"""The interface's own words are read from translators' files."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.words import read_words

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

msgid "%(num)s post"
msgid_plural "%(num)s posts"
msgstr[0] "%(num)s vest"
msgstr[1] "%(num)s vesti"
msgstr[2] "%(num)s vesti ukupno"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sr.po").write_text(PO, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latest", "Najnovije"),
        ("Share", "Share"),  # nobody has translated it yet
        ("Archive", "Archive"),  # a guess that nobody has confirmed
    ],
)
def test_a_text_is_said_in_the_language_as_far_as_it_is_translated(
    folder: Path, text: str, expected: str
) -> None:
    assert read_words(folder, "sr").gettext(text) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "%(num)s vest"),
        (21, "%(num)s vest"),
        (3, "%(num)s vesti"),
        (11, "%(num)s vesti ukupno"),
        (5, "%(num)s vesti ukupno"),
    ],
)
def test_serbian_counts_in_its_own_way(folder: Path, count: int, expected: str) -> None:
    words = read_words(folder, "sr")
    assert words.ngettext("%(num)s post", "%(num)s posts", count) == expected


def test_a_language_without_a_file_is_the_english_of_the_templates(folder: Path) -> None:
    words = read_words(folder, "en")
    assert words.gettext("Latest") == "Latest"
    assert words.ngettext("%(num)s post", "%(num)s posts", 2) == "%(num)s posts"
