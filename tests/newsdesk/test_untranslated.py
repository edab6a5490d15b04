"""What nobody has translated is named, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import EDITIONS, THEME

from newsdesk.settings import Edition
from newsdesk.untranslated import untranslated

HUNGARIAN = Edition("hu", "hu", "hu", "hu", "Magyar")
PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"

msgid "Latest"
msgstr "Najnovije"

msgid "Share"
msgstr ""

#, fuzzy
msgid "Archive"
msgstr "Arhivirati?"

msgid "%(num)s post"
msgid_plural "%(num)s posts"
msgstr[0] "%(num)s vest"
msgstr[1] ""
msgstr[2] "%(num)s vesti"

#~ msgid "Gone"
#~ msgstr ""
"""


def told(folder: Path, *editions: Edition) -> list[str]:
    """Give what a person reads, each with how much it weighs."""
    return [
        f"{problem.level} {str(problem).removeprefix(f'{folder.as_posix()}/')}"
        for problem in untranslated(folder, editions)
    ]


def test_empty_and_doubtful_entries_are_named_once_for_both_scripts(tmp_path: Path) -> None:
    (tmp_path / "sr-Latn.po").write_text(PO, "utf-8")
    assert told(tmp_path, *EDITIONS) == [
        (
            "warning sr-Latn.po:9: “Share” is not translated\n"
            "    Hint: type its translation behind msgstr"
        ),
        (
            "warning sr-Latn.po:13: “Archive” is not translated\n"
            "    Hint: put msgstr right, and take the word fuzzy above it out"
        ),
        (
            "warning sr-Latn.po:16: “%(num)s post” is not translated\n"
            "    Hint: type its translation behind msgstr"
        ),
    ]


def test_an_edition_without_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "sr-Latn.po").write_text(PO.split("\n\n", 1)[0], "utf-8")
    assert told(tmp_path, *EDITIONS, HUNGARIAN) == [
        (
            "warning hu.po: there is no file of the interface’s words in “hu”\n"
            "    Hint: copy another file of the folder, and translate what stands behind msgstr"
        )
    ]


def test_a_file_of_a_language_that_the_site_has_not_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "hu.po").write_text(PO, "utf-8")
    assert told(tmp_path, EDITIONS[0]) == []


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.key)
def test_the_interface_of_the_site_is_translated(edition: Edition) -> None:
    assert told(THEME / "translations", edition) == []
