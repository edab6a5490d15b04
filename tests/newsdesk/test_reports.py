"""The forms in which problems are told: to people, to programs, to GitHub."""

from __future__ import annotations

import json
from gettext import NullTranslations

import pytest

from newsdesk.problems import Problem, say
from newsdesk.reports import as_github, as_json, as_text, count

ENGLISH = NullTranslations()
TITLE = Problem(
    "content/en/articles/milk.md",
    5,
    say("“{field}” is not a field", field="titel"),
    say("type {closest}", closest="title"),
)
FOLDER = Problem("content/notes", 0, say("nothing reads this folder"))
LINK = Problem(
    "content/en/articles/milk.md",
    12,
    say("the link “{words}” does not say where it leads", words="here"),
    say("name what readers find there"),
    column=7,
    level="warning",
)
SUMMARY = Problem(
    "milk.md", 6, say("the summary has {count} characters", count=12), level="warning"
)


class Shouting(NullTranslations):
    """A language that is easy to learn: English in capitals."""

    def gettext(self, message: str) -> str:
        """Shout, but leave alone what is filled in."""
        return message.upper().replace("{FIELD}", "{field}").replace("{CLOSEST}", "{closest}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Count as English does, and shout."""
        return (msgid1 if n == 1 else msgid2).upper().replace("{COUNT}", "{count}")


def test_a_person_reads_where_it_is_what_is_wrong_and_what_to_type() -> None:
    assert as_text([TITLE, FOLDER, LINK, SUMMARY], ENGLISH) == (
        "content/en/articles/milk.md:5: “titel” is not a field\n"
        "    Hint: type title\n"
        "content/notes: nothing reads this folder\n"
        "content/en/articles/milk.md:12:7: warning: "
        "the link “here” does not say where it leads\n"
        "    Hint: name what readers find there\n"
        "milk.md:6: warning: the summary has 12 characters\n"
    )


def test_a_program_reads_a_list_of_objects() -> None:
    assert json.loads(as_json([TITLE, FOLDER, LINK], ENGLISH)) == [
        {
            "path": "content/en/articles/milk.md",
            "line": 5,
            "column": None,
            "level": "error",
            "message": "“titel” is not a field",
            "hint": "type title",
        },
        {
            "path": "content/notes",
            "line": None,
            "column": None,
            "level": "error",
            "message": "nothing reads this folder",
            "hint": None,
        },
        {
            "path": "content/en/articles/milk.md",
            "line": 12,
            "column": 7,
            "level": "warning",
            "message": "the link “here” does not say where it leads",
            "hint": "name what readers find there",
        },
    ]


def test_json_keeps_letters_readable_and_a_list_without_problems_is_empty() -> None:
    assert "“titel” is not a field" in as_json([TITLE], ENGLISH)
    assert as_json([], ENGLISH) == "[]\n"


def test_github_reads_a_command_for_each_problem() -> None:
    assert as_github([TITLE, FOLDER, LINK], ENGLISH) == (
        "::error file=content/en/articles/milk.md,line=5,title=Problem"
        "::“titel” is not a field%0AHint: type title\n"
        "::error file=content/notes,title=Problem::nothing reads this folder\n"
        "::warning file=content/en/articles/milk.md,line=12,col=7,title=Warning"
        "::the link “here” does not say where it leads%0AHint: name what readers find there\n"
    )


def test_nothing_that_is_typed_can_end_a_command_of_github() -> None:
    problem = Problem("a,b:c%\n.md", 1, say("“{value}” is wrong", value="50 %\r\n::error::x, y"))
    assert as_github([problem], ENGLISH) == (
        "::error file=a%2Cb%3Ac%25%0A.md,line=1,title=Problem"
        "::“50 %25%0D%0A::error::x, y” is wrong\n"
    )


@pytest.mark.parametrize(
    ("problems", "counted"),
    [
        ([TITLE], "1 problem."),
        ([TITLE, FOLDER], "2 problems."),
        ([LINK], "1 warning."),
        ([LINK, SUMMARY], "2 warnings."),
        ([TITLE, LINK], "1 problem, 1 warning."),
        ([TITLE, LINK, FOLDER, SUMMARY], "2 problems, 2 warnings."),
    ],
)
def test_problems_and_warnings_are_counted_apart(problems: list[Problem], counted: str) -> None:
    assert count(problems, ENGLISH) == counted


def test_all_forms_speak_the_language_of_the_reader_but_keep_what_was_typed() -> None:
    assert as_text([TITLE], Shouting()) == (
        "content/en/articles/milk.md:5: “titel” IS NOT A FIELD\n    HINT: TYPE title\n"
    )
    warned = Problem("milk.md", 6, say("too short"), level="warning")
    assert as_text([warned], Shouting()) == "milk.md:6: WARNING: TOO SHORT\n"
    assert as_github([TITLE], Shouting()) == (
        "::error file=content/en/articles/milk.md,line=5,title=PROBLEM"
        "::“titel” IS NOT A FIELD%0AHINT: TYPE title\n"
    )
    assert json.loads(as_json([TITLE], Shouting()))[0]["hint"] == "TYPE title"
    assert count([TITLE, LINK, SUMMARY], Shouting()) == "1 PROBLEM, 2 WARNINGS."
