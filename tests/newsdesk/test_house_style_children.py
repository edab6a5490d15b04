"""A child's full name, exact age and place together: warned of, and little else is."""

from __future__ import annotations

import pytest

from newsdesk.header import read_post
from newsdesk.house_style import draft_of
from newsdesk.house_style.children import findable_child
from newsdesk.item import Item
from newsdesk.language import Language
from newsdesk.schema.posts import News
from newsdesk.script.letters import letters_to_cyrillic

POST = News.model_validate(
    {
        "id": "a12345",
        "type": "news",
        "lang": "en",
        "title": "A title",
        "summary": "A summary",
        "date": "2026-11-23",
        "categories": ["media"],
        "people_under_18": "none",
    }
)
HINT = "\n    Hint: leave out one of the three, or change the name and say so"


def found(
    body: str, lang: Language, *, title: str = "Title", summary: str = "Summary"
) -> list[str]:
    """Give what the rule says of a post, each time without the hint, which is always the same."""
    source = read_post("a.md", f"---\ntitle: x\nsummary: y\n---\n{body}".encode())
    post = POST.model_copy(update={"lang": lang, "title": title, "summary": summary})
    problems = [*findable_child(draft_of(Item(post, source, "a")))]
    assert {problem.level for problem in problems} <= {"warning"}
    assert all(str(problem).endswith(HINT) for problem in problems)
    return [str(problem).removesuffix(HINT) for problem in problems]


def warning(name: str, place: str, at: str = "5:1") -> str:
    return (
        f"a.md:{at}: “{name}”, an age and “{place}” stand together: "
        "a stranger can find the child by them"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ana Petrović (9) from Niš goes to school.", "Niš"),
        ("Ana Petrović (nine) goes to school in Niš.", "Niš"),
        ("Ana Petrović (aged 9) lives in Gornji Milanovac.", "Gornji Milanovac"),
        ("Ana Petrović (9, from Niš) goes to school.", "Niš"),
        ("Ana Petrović (9 years old) lives near Niš.", "Niš"),
        ("Ana Petrović, 9 years old, lives in Niš.", "Niš"),
        ("Ana Petrović, 9, of Niš, goes to school.", "Niš"),
        ("Ana Petrović, 9, from Niš goes to school.", "Niš"),
        ("Ana Petrović, nine, lives outside Niš.", "Niš"),
        ("Ana Petrović (9), Niš.", "Niš"),
        ("Ana Petrović, aged nine, comes from the village of Gornja Trnava.", "Gornja Trnava"),
        ("Ana Petrović, a 9-year-old from Niš, goes to school.", "Niš"),
        ("Ana Petrović, who is only 9 years old, came from Niš.", "Niš"),
        ("Ana Petrović is 17 years old and lives in Niš.", "Niš"),
        ("Ana Petrović is nine, and lives in Niš.", "Niš"),
        ("Ana Petrović, and I am nine years old, from Niš.", "Niš"),
        ("Ana Petrović, I’m nine, and I live in Niš.", "Niš"),
        ("Ana Petrović was 10. She came from Niš.", "Niš"),
        ("Ana Petrović (9) goes to school. She likes it there, in Niš.", "Niš"),
        ("**Ana Petrović** (9) from Niš goes to school.", "Niš"),
        ("Ana Petrović\n(9) goes to school\nin Niš.", "Niš"),
        ("Ana Petrović lives in Niš. She is nine years old.", "Niš"),
        ("Ana Petrović goes to school. She’s 9, and lives in Niš.", "Niš"),
        ("Ana Petrović (9) goes to school.\n\nIn Niš, every child does.", "Niš"),
    ],
)
def test_name_and_age_with_a_place_are_found_in_english(text: str, place: str) -> None:
    at = "5:3" if text.startswith("**") else "5:1"
    assert found(text, "en") == [warning("Ana Petrović", place, at)]


@pytest.mark.parametrize(
    ("text", "name", "place", "at"),
    [
        ("Nine-year-old Ana Petrović lives in Niš.", "Ana Petrović", "Niš", "5:15"),
        ("The 9-year-old pupil Ana Petrović is from Niš.", "Ana Petrović", "Niš", "5:22"),
        ("We met 9-year-old **Ana Petrović** in Niš.", "Ana Petrović", "Niš", "5:21"),
        ("The 9 year old son of Ana Petrović lives in Niš.", "Ana Petrović", "Niš", "5:23"),
        ("In May Ana Petrović (9) came to see us in Niš.", "Ana Petrović", "Niš", "5:8"),
        ("When Ana Petrović (9) came to Niš, in Niš it rained.", "Ana Petrović", "Niš", "5:6"),
        ("Little Ana-Marija Petrović (9) is from Niš.", "Ana-Marija Petrović", "Niš", "5:8"),
        ("It rains.\n\nIt snows. Elvis Demiri (5), in Niš.", "Elvis Demiri", "Niš", "7:11"),
    ],
)
def test_the_name_alone_is_shown_in_english(text: str, name: str, place: str, at: str) -> None:
    assert found(text, "en") == [warning(name, place, at)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrović (9) goes to school.",
        "Ana Petrović (9) from Serbia goes to school.",
        "Ana Petrović (9) started school in September.",
        "Ana (9) from Niš goes to school.",
        "Ana P. (9) from Niš goes to school.",
        "When Ana (9) from Niš goes to school, it rains.",
        "Little Ana (9) from Niš goes to school.",
        "Ana Petrović from Niš goes to school.",
        "Ana Petrović (18) from Niš studies law.",
        "Ana Petrović (39) from Niš is a teacher.",
        "Ana Petrović, 27 years old, lives in Niš.",
        "Ana Petrović, twenty-nine years old, lives in Niš.",
        "Thirty-nine-year-old Ana Petrović lives in Niš.",
        "Ana Petrović has worked in Niš for 9 years.",
        "Ana Petrović, mother of a 9-year-old, lives in Niš.",
        "Ana Petrović, the Minister, met a nine-year-old in Niš.",
        "Ana Petrović of UNICEF opened a school in Niš. A girl in it is nine years old.",
        "The school in Niš is nine years old. Ana Petrović is its head.",
        "Ana Petrović came to Niš on 9, 10 and 11 May.",
        "In the town, Ana Petrović, 12 May, Niš.",
        "Novi Sad (12) and Niš (9) have most schools, near Belgrade (3).",
        "Article Nine (9) is in force in Niš.",
        "The Rights Convention (9) was read in Niš.",
        "We saw Table Two (3) in Niš.",
        "Ana Petrović (9) goes to school. It is a long way. It rains a lot. Life is hard in Niš.",
        "Ana Petrović (9) lives in Niš; her name was changed.",
        "Ana Petrović (9) lives in Niš.\n\n*The names of the children have been changed.*",
        "Ana Petrović (9) lives in Niš. It is not her real name.",
        "`Ana Petrović (9) from Niš`",
    ],
)
def test_what_leads_to_no_child_stays_silent_in_english(text: str) -> None:
    assert found(text, "en") == []


def in_script(text: str, lang: Language) -> str:
    return letters_to_cyrillic(text) if lang == "sr-Cyrl" else text


@pytest.mark.parametrize("lang", ["sr-Latn", "sr-Cyrl"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ana Petrović (9) iz Niša ide u školu.", "Niša"),
        ("Ana Petrović (9 godina) živi u Nišu.", "Nišu"),
        ("Ana Petrović (devet godina) živi u Nišu.", "Nišu"),
        ("Ana Petrović, 9, iz Niša, ide u školu.", "Niša"),
        ("Ana Petrović, 9 godina, živi u selu Donje Vidovo.", "Donje Vidovo"),
        ("Ana Petrović, stara devet godina, živi blizu Niša.", "Niša"),
        ("Ana Petrović, devojčica od devet godina, živi u Nišu.", "Nišu"),
        ("Ana Petrović ima devet godina i živi u okolini Niša.", "Niša"),
        ("Ana Petrović, koja ima samo tri godine, rođena je u Nišu.", "Nišu"),
        ("Ana Petrović imala je jednu godinu kad je došla iz Niša.", "Niša"),
        ("Ana Petrović, devetogodišnja učenica, živi u Nišu.", "Nišu"),
        ("Ana Petrović, devetogodišnjakinja iz Niša, ide u školu.", "Niša"),
        ("Ana Petrović živi u Nišu. Ima devet godina.", "Nišu"),
        ("Ana Petrović ide u školu. Ona ima već 12 godina, a živi kraj Niša.", "Niša"),
        ("Ana Petrović (9) ide u školu. U Nišu su svi ponosni.", "Nišu"),
        ("Ana Petrović (9)\nživi\nu Nišu.", "Nišu"),
        ("Ana Petrović (9), Niš.", "Niš"),
    ],
)
def test_name_and_age_with_a_place_are_found_in_serbian(
    text: str, place: str, lang: Language
) -> None:
    expected = warning(in_script("Ana Petrović", lang), in_script(place, lang))
    assert found(in_script(text, lang), lang) == [expected]


@pytest.mark.parametrize("lang", ["sr-Latn", "sr-Cyrl"])
@pytest.mark.parametrize(
    ("text", "name", "place", "at"),
    [
        ("Devetogodišnja Ana Petrović iz Niša ide u školu.", "Ana Petrović", "Niša", 16),
        ("U Nišu živi devetogodišnja devojčica Ana Petrović.", "Ana Petrović", "Nišu", 38),
        ("Posetili smo devetogodišnju Anu Petrović u Nišu.", "Anu Petrović", "Nišu", 29),
        ("Priča petnaestogodišnjeg Luke Ilića iz Bora.", "Luke Ilića", "Bora", 26),
        ("Petogodišnjak Luka Ilić iz Bora se igra.", "Luka Ilić", "Bora", 15),
        ("Zovem se tako, kaže 9-godišnji Luka Ilić iz Bora.", "Luka Ilić", "Bora", 32),
        ("Devojčica Ana Petrović (9) iz Niša ide u školu.", "Ana Petrović", "Niša", 11),
        ("Kada je Ana Petrović (9) došla u Niš, padala je kiša.", "Ana Petrović", "Niš", 9),
        ("„Ja sam Ana Petrović, imam 9 godina, iz Niša sam.”", "Ana Petrović", "Niša", 9),
        ("Elvis Demiri (5) iz Bora i Luka Ilić.", "Elvis Demiri", "Bora", 1),
    ],
)
def test_the_name_alone_is_shown_in_serbian(
    text: str, name: str, place: str, at: int, lang: Language
) -> None:
    column = len(in_script(text[: at - 1], lang)) + 1
    expected = warning(in_script(name, lang), in_script(place, lang), f"5:{column}")
    assert found(in_script(text, lang), lang) == [expected]


@pytest.mark.parametrize("lang", ["sr-Latn", "sr-Cyrl"])
@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrović (9) ide u školu.",
        "Ana Petrović (9) iz Srbije ide u školu.",
        "Ana (9) iz Niša ide u školu.",
        "Ana P. (9) iz Niša ide u školu.",
        "Kada Ana (9) iz Niša ide u školu, pada kiša.",
        "Devojčica Ana (9) iz Niša ide u školu.",
        "Devetogodišnja Ana iz Niša ide u školu.",
        "Ana Petrović iz Niša ide u školu.",
        "Ana Petrović (18) iz Niša studira.",
        "Ana Petrović (35) iz Niša je učiteljica.",
        "Ana Petrović ima 29 godina i živi u Nišu.",
        "Ana Petrović ima dvadeset devet godina i živi u Nišu.",
        "Osamnaestogodišnja Ana Petrović iz Niša studira.",
        "Dvadesetpetogodišnja Ana Petrović iz Niša studira.",
        "Ana Petrović već devet godina radi u Nišu.",
        "Ana Petrović, 9 godina direktorka, živi u Nišu.",
        "Ana Petrović, majka devetogodišnje devojčice, živi u Nišu.",
        "Ministarka Ana Petrović posetila je devetogodišnju Milicu u Nišu.",
        "Direktorka je Ana Petrović iz Niša. Devojčica ide u školu, a ima devet godina.",
        "Trogodišnji Program Republike Srbije predstavljen je u Nišu.",
        "Petogodišnji mandat Petra Petrovića u Nišu je istekao.",
        "Ana Petrović boravila je u Nišu 9, 10. i 11. maja.",
        "Novi Sad (12) i Niš (9) imaju najviše škola, u Boru ih je malo.",
        "Gornji Milanovac (9) i Bela Palanka (2) u Moravičkom okrugu.",
        "Osnovna škola u Nišu, Ulica Kneza Miloša (9).",
        "Ana Petrović (9) ide u školu. Put je dug. Često pada kiša. Težak je život u Nišu.",
        "Ana Petrović (9) živi u Nišu. Ime je promenjeno.",
        "Ana Petrović (9) živi u Nišu.\n\n*Imena dece su radi zaštite promenjena.*",
        "Ana Petrović (9), čije je promenjeno ime u tekstu, živi u Nišu.",
        "Ana Petrović (9) živi u Nišu. To nije njeno pravo ime.",
    ],
)
def test_what_leads_to_no_child_stays_silent_in_serbian(text: str, lang: Language) -> None:
    assert found(in_script(text, lang), lang) == []


def test_title_and_summary_are_read_together_with_the_text() -> None:
    assert found("", "en", title="Ana Petrović (9) wins", summary="A girl from Niš.") == [
        warning("Ana Petrović", "Niš", "2")
    ]
    assert found("", "en", title="Chess", summary="Ana Petrović, 9, from Niš wins.") == [
        warning("Ana Petrović", "Niš", "3")
    ]
    assert found("She is from Niš.", "en", summary="It is about Ana Petrović (9).") == [
        warning("Ana Petrović", "Niš", "3")
    ]


def test_each_child_is_named_once_in_the_order_of_the_text() -> None:
    text = "In Niš live Ana Petrović (9) and Luka Ilić (7).\n\nNine-year-old Ana Petrović sings."
    assert found(text, "en") == [
        warning("Ana Petrović", "Niš", "5:13"),
        warning("Luka Ilić", "Niš", "5:34"),
        warning("Ana Petrović", "Niš", "7:15"),
    ]


def test_cyrillic_as_typed_is_shown_as_typed() -> None:
    assert found("Деветогодишња Љиља Џудовић из Ниша иде у школу.", "sr-Cyrl") == [
        warning("Љиља Џудовић", "Ниша", "5:15")
    ]
