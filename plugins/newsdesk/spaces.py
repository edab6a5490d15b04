"""Keeps together on one line what belongs together: a number and its unit, the parts of a day.

The spaces within them become such as do not break. Only what is read is touched: tags with their
attributes, code, and what one types or a machine answers, stay to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from babel import Locale, UnknownLocaleError

NO_BREAK = "\u00a0"
OF_MACHINES = ("code", "kbd", "pre", "samp", "script", "style", "textarea")
CAPITAL = "[A-ZÀ-ÖØ-ÞĂĆČĐŐŠȘȚŰŽ\u0400-\u042f]"
# Staff break lines where they like; the page shows a space there.
SPACE = "[ \n]"
BREAKING = str.maketrans(" \n", NO_BREAK * 2)

UNITS = (
    "% ‰ ° °C °F € $ EUR USD RSD CHF km m cm mm t kg g mg ha l dl ml "
    "kB MB GB TB kW MW kWh MWh h min"
)


@dataclass(frozen=True, slots=True)
class Habits:
    """What belongs together in one language, its words with spaces between.

    :param after_numbers: such as `million`; units are the same everywhere.
    :param after_years: abbreviations of “year”, without their full stop.
    :param before_names: such as `Mr`.
    :param before_numbers: such as `No.`.
    :param locales: under which CLDR knows its months.
    """

    after_numbers: str = ""
    after_years: str = ""
    before_names: str = ""
    before_numbers: str = ""
    locales: tuple[str, ...] = ()


HABITS: Mapping[str, Habits] = {
    "en": Habits(
        after_numbers="million billion thousand percent a.m. p.m.",
        before_names="Mr Mrs Ms Dr Prof. Mr. Mrs. Ms. Dr. St",
        before_numbers="No. p. pp. Art.",
        locales=("en",),
    ),
    "sr": Habits(
        after_numbers="odsto hiljada hiljade milion miliona milijarda milijarde milijardi "
        "din. dinara evra sat sata sati čas časa časova "
        "одсто хиљада хиљаде милион милиона милијарда милијарде милијарди "
        "дин. динара евра сат сата сати час часа часова км м цм мм кг г ха л",
        after_years="g god г год",
        before_names="dr mr prof. doc. akad. g. gđa gđica sv. "
        "др мр проф. доц. акад. г. гђа гђица св.",
        before_numbers="br. str. čl. бр. стр. чл.",
        locales=("sr_Latn", "sr_Cyrl"),
    ),
    "hu": Habits(
        after_numbers="ezer millió milliárd százalék forint óra",
        before_names="dr. Dr. prof. id. ifj. özv.",
        locales=("hu",),
    ),
}


def unbroken(html: str, language: str) -> str:
    """Let no line end within a quantity or a day, behind a title, or before a dash.

    :param language: without its script, such as `sr`; of one that has no habits here, units,
        initials, dashes and days are known.
    """
    pieces = _PIECES.split(html)
    pattern = _pattern(language)
    pieces[::2] = [pattern.sub(_without_break, text) for text in pieces[::2]]
    return "".join(pieces)


def _without_break(found: re.Match[str]) -> str:
    return found[0].translate(BREAKING)


_UNREAD = "|".join(rf"<{name}\b.*?</{name}\s*>" for name in OF_MACHINES)
_ATTRIBUTES = r"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*"""
_PIECES = re.compile(rf"({_UNREAD}|<!--.*?-->|<[/a-z]{_ATTRIBUTES}>)", re.DOTALL | re.IGNORECASE)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Make the pattern of all spaces that must not break; each match begins with one of them."""
    habits = HABITS.get(language, Habits(locales=(language,)))
    units = _any_of(map(re.escape, f"{UNITS} {habits.after_numbers}".split()))
    before_numbers = _any_of(_behind(habits.before_numbers.split()))
    before_names = _any_of((rf"(?<=\b{CAPITAL}\.{SPACE})", *_behind(habits.before_names.split())))
    months = _any_of(map(re.escape, _months(habits.locales)))
    years = _any_of(habits.after_years.split())
    # What most spaces lack is asked for first.
    together = (
        # 23 % and 12 000; a year is not the beginning of a number
        rf"(?<=\d{SPACE})(?:(?={units}[²³23]?(?!\w))|(?<!\d{{4}}{SPACE})(?=\d{{3}}(?!\d)))",
        # 22 November 2026, 22nd November, 22. novembar 2026., 2026. november 22.
        rf"(?<=[\d.]{SPACE})(?<!\D\.{SPACE}){months}(?:{SPACE}(?=\d)|(?!\w))",
        rf"(?<=\d(?:st|nd|rd|th){SPACE}){months}(?:{SPACE}(?=\d)|(?!\w))",
        rf"(?<=\d\.{SPACE})(?={years}\.)",
        # A dash, but none that begins a line of its own
        r"(?=[–—](?:\s|&|\Z))(?:(?<= )|(?<=\S\n))",
        rf"(?={CAPITAL}){before_names}",
        rf"(?=\d){before_numbers}",
    )
    return re.compile(f"{SPACE}(?:{'|'.join(together)})")


def _any_of(patterns: Iterable[str]) -> str:
    """Give the pattern of any of several, the longest first; of none, what fits nowhere."""
    return f"(?:{'|'.join(sorted(patterns, key=len, reverse=True)) or '(?!)'})"


def _behind(words: Iterable[str]) -> Iterator[str]:
    """Give patterns of places behind the words and a space; Python looks back by lengths alone."""
    for _, same in groupby(sorted(words, key=len), key=len):
        yield rf"(?<=\b{_any_of(map(re.escape, same))}{SPACE})"


def _months(locales: Iterable[str]) -> set[str]:
    """Give the names of the months, for Serbian in all cases; none where CLDR has no language."""
    return {form for name in locales for month in _names_of_months(name) for form in _cases(month)}


def _names_of_months(locale: str) -> Iterator[str]:
    try:
        yield from Locale.parse(locale).months["format"]["wide"].values()
    except UnknownLocaleError:
        return


def _cases(month: str) -> Iterator[str]:
    """Give the cases of a Serbian month: novembar, novembra, novembru, novembrom."""
    yield month
    stem = re.sub(r"(?<=[bб])[aа](?=[rр]$)", "", month)
    for ending in ("a", "u", "om", "em", "а", "у", "ом", "ем"):
        yield stem + ending
