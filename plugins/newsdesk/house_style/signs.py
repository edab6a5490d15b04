"""How a language tells a child's name, age and place; what both languages share."""

from __future__ import annotations

import re
from dataclasses import dataclass

CAPITAL = "A-ZÀ-ÖØ-ÞĂĀĄĆČĎĐĘĚĞĢĪİĶŁĻŃŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŸŹŻŽ\u0400-\u042f"
SMALL = rf"[^\W\d_{CAPITAL}]"
CAPITALISED = rf"[{CAPITAL}]{SMALL}+(?:[-‑][{CAPITAL}]{SMALL}+)?"
NAME = rf"(?P<name>{CAPITALISED}(?:\s+{CAPITALISED}){{1,3}})"
PLACE = rf"(?P<place>{CAPITALISED}(?:\s+{CAPITALISED})?)"
# A place that follows an age without more words: Ana Petrović (9), Niš.
ALONE = rf"(?={CAPITALISED}(?:[.,;:)\n]|\Z))"
FIGURE = r"(?:1[0-7]|[1-9])"
# Words of Serbian places' names, also where English speaks of them: Novi Sad is nobody's name.
WORDS_OF_PLACES = """
    bačka bačke bački bačkoj bačku banatsk* bela bele beli belog beloj belom belu crkva crkve crkvi
    crkvu crna crne crnoj crnu donj* gornj* istočn* južn* kosovsk* mala male mali malo malog maloj
    malom malu nova nove novi novo novog novoj novom novu pazar pazara pazaru sad sada sadu severn*
    smederevsk* sremsk* stara stare stari staro starog staroj starom staru svete sveti svetog
    svetoj velika velike veliki veliko velikog velikoj velikom veliku vrnjačk* zapadn*
    """
# Emphasis, as in **Ana Petrović** (9).
MARKS = r"[*_]*"
# Not one of several numbers: 9, 10 and 11.
COMMA = r",(?!\s*\d)"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to tell whose age it is.

    :param trace: what such an age has in it; it begins with a letter or a sign, and so is found in
        microseconds.
    :param belongings: a full name with an age that belongs to it.
    """

    trace: re.Pattern[str]
    belongings: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns of one language.

    :param sentence: a sentence that tells the age of whom the sentence before it speaks.
    :param place: a place smaller than a country.
    :param before_name: a word with a capital that may stand before a person's name.
    :param no_name: a word of the names of places, offices and the like.
    :param changed: the note that a name was changed.
    """

    ways: tuple[Way, ...]
    sentence: re.Pattern[str]
    place: re.Pattern[str]
    before_name: re.Pattern[str]
    no_name: re.Pattern[str]
    changed: re.Pattern[str]

    def full_name(self, words: str) -> str | None:
        """Take what is no name from the beginning of some words; None when no full name is left.

        “Kada Ana” is a first name alone, “Devojčica Ana Petrović” a full one, “Novi Sad” none.
        """
        parts = words.split()
        while parts and self.before_name.fullmatch(parts[0]):
            del parts[0]
        is_name = len(parts) > 1 and not any(map(self.no_name.fullmatch, parts))
        return " ".join(parts) if is_name else None
