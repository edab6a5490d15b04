"""How Serbian tells a child's name, age and place, in either script.

The words are listed in Latin; `*` is any ending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
from newsdesk.house_style.wording import any_of, spelled
from newsdesk.language import Language

NUMBERS = """
    jednu dve tri četiri pet šest sedam osam devet deset jedanaest dvanaest trinaest četrnaest
    petnaest šesnaest sedamnaest
    """
# As in devetogodišnji.
STEMS = """
    jedno dvo tro četvoro peto šesto sedmo osmo deveto deseto jedanaesto dvanaesto trinaesto
    četrnaesto petnaesto šesnaesto sedamnaesto
    """
CHILDREN = """
    beb* blizanac blizankinj* brat* ćerk* đak* dečac* dečak* devojčic* kćerk* mališan* osnovac
    osnovk* osnovnoškol* sestr* sin sina sinu sinom srednjoškol* učeni*
    """
# Of a sentence: Ima devet godina.
BEGINNINGS_OF_AGE = """
    Dečak_ima Devojčica_ima Ima Imala Imala_je Imao Imao_je On_ima On_je_imao Ona_ima Ona_je_imala
    """
SETTLEMENTS = "grad* mest* naselj* okolin* opštin* sel* varoš* zaseo* zaselak* zaseok*"
# Too large to find a child in, or no place at all.
NO_PLACES = "evrop* jugoslavij* konvencij* kosov* ministarst* republi* srbij* unij* vlad*"

# What begins a sentence, or stands before a name.
BEFORE_NAMES = """
    a ali čim danas dok i iako iz jer juče kad kada kao kod među na ni o od otkad po posle pošto
    pre prema s sa samo sutra tada tek tu u uz za zajedno zato
    beb* brat brata bratu ćerk* đak đaci đaka dečac* dečak* dete deteta detetu devojčic* hrabra
    hrabri kćerk* malen* mališan* mlada mlade mladi moj moja moje naš naša naše njegov* njen*
    sestr* sin sina sinu učeni* vaš vaša vaše
    baka deda direktor* doktor* majka majke mama ministar ministra ministark* otac predsedni*
    profesor* tata
    """
NO_NAMES = """
    bulevar* centar centra centru član člana dom doma domu evrop* fond* grad grada gradu grafikon*
    konvencij* ministarst* mrež* opštin* osnovn* plan plana planu program* projek* republi* škol*
    slika slike srbij* srps* strategij* tabel* trg trga trgu ulic* unicef* zakon* zavod*
    """


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The pieces of patterns, in one of the scripts."""

    language: Language

    def any_of(self, words: str) -> str:
        return any_of(words, self.language)

    @property
    def age(self) -> str:
        """9, devet."""
        return rf"(?:{FIGURE}|(?i:{self.any_of(NUMBERS)}))"

    @property
    def age_in_years(self) -> str:
        """9 godina, devet godina."""
        return rf"{self.age}\s+{spelled('godin', self.language)}{self.any_of('a e u')}\b"

    @property
    def year_old(self) -> str:
        """9-godišnj, devetogodišnj: without its ending."""
        stem = rf"(?:(?i:{self.any_of(STEMS)})|{FIGURE}[\s-]?)"
        return stem + spelled("godišnj", self.language)

    @property
    def barely(self) -> str:
        """Tek, već: what may stand before an age or its verb."""
        return rf"(?:{self.any_of('danas sad sada samo već tek')}\s+)?"

    @property
    def has(self) -> str:
        """Ima, imala je tek."""
        verb = self.any_of("ima imala imalo imam imao")
        return rf"{self.barely}(?i:{verb})\s+(?:{self.any_of('je')}\s+)?{self.barely}"


def serbian_signs(language: Language) -> Signs:
    """Give the patterns of Serbian in the script of a language tag."""
    spelling = _Spelling(language)
    begins = spelling.any_of(BEGINNINGS_OF_AGE)
    no_name = spelling.any_of(f"{NO_NAMES} {WORDS_OF_PLACES}")
    return Signs(
        ways=_ways(spelling),
        sentence=re.compile(rf"{begins}\s+{spelling.barely}{spelling.age_in_years}"),
        place=_place(spelling),
        before_name=re.compile(spelling.any_of(BEFORE_NAMES), re.IGNORECASE),
        no_name=re.compile(no_name, re.IGNORECASE),
        changed=_changed(spelling),
    )


def _ways(spelling: _Spelling) -> tuple[Way, ...]:
    """„devetogodišnj”, „9 godin”, „devet godin”, „(9)” and „, 9,”."""
    year, iz = (spelled(word, spelling.language) for word in ("godin", "iz"))
    ends = (r"\d", *(spelled(end, spelling.language) for end in ("t", "m", "i", "dve", "dnu")))
    behind_number = "|".join(rf"(?<={end}.{year})" for end in ends)
    behind = _age_behind_name(spelling)
    year_old = re.compile(spelled("godišnj", spelling.language))
    return (
        Way(year_old, (behind, _age_before_name(spelling))),
        Way(re.compile(rf"{year}(?:{behind_number})", re.DOTALL), (behind,)),
        Way(re.compile(rf"\((?={FIGURE}[,)])"), (behind,)),
        Way(re.compile(rf", (?={FIGURE}(?:,| {iz}))"), (behind,)),
    )


def _age_behind_name(spelling: _Spelling) -> re.Pattern[str]:
    any_word, age_in_years = spelling.any_of, spelling.age_in_years
    iz, child = spelled("iz", spelling.language), any_word(CHILDREN)
    ways = (
        rf"\s*\((?:{FIGURE}|{age_in_years})[,)]",
        rf",?\s+(?:{any_word('koja koje koji')}\s+)?{spelling.has}{age_in_years}",
        rf",\s+{any_word('star stara staro')}\s+{age_in_years}",
        rf",\s+{age_in_years}(?=[.,;)]|\s+{iz}\b|\s*\Z)",
        rf",\s+{child}\s+{any_word('od star_od stara_od star stara')}\s+{age_in_years}",
        rf",\s+{spelling.year_old}(?:{any_word('ak* akinj*')}|\w+\s+{child})\b",
        rf",\s+{FIGURE}(?:{COMMA}|\s+{iz}\b)",
    )
    return re.compile(rf"{NAME}{MARKS}(?:{'|'.join(ways)})")


def _age_before_name(spelling: _Spelling) -> re.Pattern[str]:
    child = rf"(?:{spelling.any_of(CHILDREN)}\s+){{0,2}}"
    return re.compile(rf"(?<![\w-]){spelling.year_old}\w+{MARKS}\s+{child}{MARKS}{NAME}")


def _place(spelling: _Spelling) -> re.Pattern[str]:
    any_word = spelling.any_of
    leads = (
        rf"\b(?i:{any_word('blizu iz kraj nadomak pored u')})\s+(?:{any_word(SETTLEMENTS)}\s+)?",
        rf"\b{any_word('sela selo selu')}\s+",
        rf"(?<=[\d)]),\s+{ALONE}",
    )
    return re.compile(rf"(?:{'|'.join(leads)})(?!(?i:{any_word(NO_PLACES)})\b){PLACE}")


def _changed(spelling: _Spelling) -> re.Pattern[str]:
    any_word = spelling.any_of
    name, changed = any_word("ime imena imenom"), any_word("izmenjen* izmišljen* promenjen*")
    ways = (
        rf"\b(?:{name}|{any_word('identitet*')})\s+(?:\w+\s+){{0,5}}{changed}",
        rf"\b{changed}\s+(?:\w+\s+){{0,2}}{name}\b",
        rf"\b{any_word('nije nisu')}\s+(?:\w+\s+)?{any_word('prav*')}\s+{name}\b",
    )
    return re.compile("|".join(ways), re.IGNORECASE)
