"""How English tells a child's name, age and place."""

from __future__ import annotations

import re

from newsdesk.house_style.signs import (
    ALONE,
    COMMA,
    FIGURE,
    MARKS,
    NAME,
    PLACE,
    WORDS_OF_PLACES,
    Signs,
    Way,
)
from newsdesk.house_style.wording import any_of

NUMBERS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen
    """
CHILDREN = """
    boy brother child daughter girl pupil refugee schoolboy schoolgirl sister son student toddler
    twin
    """
SETTLEMENTS = "city hamlet municipality settlement suburb town village"
MONTHS = """
    january february march april may june july august september october november december
    """
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
# Too large to find a child in.
TOO_LARGE = "england europe* kosovo serbia* yugoslavia*"
NO_PLACES = f"{TOO_LARGE} english cyrillic {MONTHS} {DAYS}"

# What begins a sentence, or stands before a name.
BEFORE_NAMES = """
    a after an and as at baby because before both but even for from he her his if in it its like
    little meet my on once only our she since so that the their then they this today when while
    with young boy brother child daughter girl pupil sister son student
    director doctor dr father minister mother mr mrs ms president professor
    """
NO_NAMES = """
    article avenue centre center chapter class commission committee conference convention council
    day figure fund goal government grade great group institute lower ministry national network
    new north office page part plan program* project republic rights room saint save school
    section south step strategy street summit table target unicef* united upper week west world
    east
    """

AGE = rf"(?i:{FIGURE}|{any_of(NUMBERS, 'en')})(?!\w)"
OLD = r"[\s-]+years?[\s-]+old\b"
IS = r"(?:I\s+am|I[’']m|is|was)"
BARELY = r"(?:(?:already|just|now|only)\s+)?"


def english_signs() -> Signs:
    """Give the patterns of English."""
    no_name = f"{NO_NAMES} {WORDS_OF_PLACES} {TOO_LARGE}"
    return Signs(
        ways=_ways(),
        sentence=re.compile(
            rf"(?:He|She)(?:\s+is|\s+was|[’']s)\s+{BARELY}{AGE}(?:{OLD}|[.,;]|\s+and\b)"
        ),
        place=_place(),
        before_name=re.compile(any_of(f"{BEFORE_NAMES} {MONTHS} {DAYS}", "en"), re.IGNORECASE),
        no_name=re.compile(any_of(no_name, "en"), re.IGNORECASE),
        changed=_changed(),
    )


def _ways() -> tuple[Way, ...]:
    """“9 years old”, “aged 9”, “(9)”, “, 9,” “is 9.” and “I’m 9.”."""
    number = rf"(?:{FIGURE}|{any_of(NUMBERS, 'en')})"
    behind = _age_behind_name()
    return (
        Way(re.compile(r"years?[\s-]old"), (behind, _age_before_name())),
        Way(re.compile(rf"aged? (?={number})"), (behind,)),
        Way(re.compile(rf"\((?={number}[,)])"), (behind,)),
        Way(re.compile(rf", (?={number}(?:,| from| of))"), (behind,)),
        Way(re.compile(rf"s (?={number}(?:[.,;]| and))"), (behind,)),
        Way(re.compile(rf"m (?={number}(?:[.,;]| and))"), (behind,)),
    )


def _age_behind_name() -> re.Pattern[str]:
    ways = (
        rf"\s*\((?:aged?\s+)?{AGE}(?:{OLD})?[,)]",
        rf",?\s+(?:(?:and|who)\s+)?(?:{IS}\s+)?{BARELY}(?:an?\s+)?(?:{AGE}{OLD}|aged?\s+{AGE})",
        rf",\s+{AGE}(?:{COMMA}|\s+(?:from|of)\b)",
        rf",?\s+(?:and\s+)?{IS}\s+{BARELY}{AGE}(?=[.,;]|\s+and\b)",
    )
    return re.compile(rf"{NAME}{MARKS}(?:{'|'.join(ways)})")


def _age_before_name() -> re.Pattern[str]:
    child = rf"(?:{any_of(CHILDREN, 'en')}\s+(?:of\s+)?){{0,2}}"
    return re.compile(rf"(?<![\w-]){AGE}{OLD}{MARKS}\s+{child}{MARKS}{NAME}")


def _place() -> re.Pattern[str]:
    leads = (
        rf"\b(?i:from|in|near|outside)\s+(?:the\s+{any_of(SETTLEMENTS, 'en')}\s+of\s+)?",
        rf"(?<=[\d)])(?:,?\s+of|,)\s+{ALONE}",
    )
    return re.compile(rf"(?:{'|'.join(leads)})(?!(?i:{any_of(NO_PLACES, 'en')})\b){PLACE}")


def _changed() -> re.Pattern[str]:
    whose = r"(?:of\s+the\s+(?:boys?|child|children|girls?)\s+)?"
    ways = (
        rf"\bnames?\s+{whose}(?:(?:has|have|was|were)\s+)?(?:been\s+)?changed\b",
        r"\bchanged\s+(?:\w+\s+){0,2}names?\b",
        r"\bnot\s+(?:\w+\s+){1,2}real\s+names?\b",
    )
    return re.compile("|".join(ways), re.IGNORECASE)
